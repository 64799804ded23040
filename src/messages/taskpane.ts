import type { Message } from './language';

/** What the task pane says. */
export const taskpaneMessages = {
  purpose: {
    vi: 'Theo dõi chỉ tiêu và nhiệm vụ của kế hoạch',
    en: 'Tracks the indicators and tasks of a plan',
  },
  openWorkbook: { vi: 'Sổ đang mở', en: 'Open workbook' },
  outsideExcel: {
    vi: 'Trang này chỉ làm việc trong Excel: mở Excel, chọn thẻ Tiến Độ rồi bấm “Mở Tiến Độ”.',
    en: 'This page works inside Excel only: open Excel, go to the Tiến Độ tab and press “Open Tiến Độ”.',
  },
  fromCommandLine: {
    vi: 'Ở phiên bản này, việc lập sổ theo dõi, kiểm tra, đánh giá và lập báo cáo làm từ dòng lệnh (npm run tien-do). Sổ lập ra dùng được ngay trong Excel.',
    en: 'In this version tracking workbooks are made, checked, assessed and reported from the command line (npm run tien-do). The workbooks it makes are used in Excel as they are.',
  },
} as const satisfies Readonly<Record<string, Message>>;
