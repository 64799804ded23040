import type { Arrival } from '../domain/collection/completeness';
import type { LogAction } from '../domain/collection/submission';
import type { Message } from './language';

/** Whether a report is there, with a sign so that colour never stands alone. */
export const arrivalWords: Readonly<Record<Arrival, Message>> = {
  onTime: { vi: '● Đúng hạn', en: '● On time' },
  late: { vi: '△ Nộp muộn', en: '△ Late' },
  missing: { vi: '■ Chưa nộp', en: '■ Missing' },
};

/** What the log calls each action. The Vietnamese words are read back: never change them. */
export const logActionWords: Readonly<Record<LogAction, Message>> = {
  accepted: { vi: 'Nhận bài nộp', en: 'Submission taken in' },
  excluded: { vi: 'Để lại tệp', en: 'File left out' },
  chosen: { vi: 'Chọn số liệu', en: 'Figure chosen' },
  opened: { vi: 'Mở kỳ', en: 'Period opened' },
  corrected: { vi: 'Sửa kỳ cũ', en: 'Past period corrected' },
  merged: { vi: 'Nhập cơ quan', en: 'Agencies merged' },
};

/** By which rule or choice a thing was done. */
export const logRuleWords: Readonly<
  Record<Exclude<LogAction, 'accepted'> | 'stands' | 'superseded', Message>
> = {
  stands: {
    vi: 'Bài lưu sau cùng của cơ quan: đang dùng',
    en: 'The agency’s last saved file: it stands',
  },
  superseded: {
    vi: 'Cơ quan có bài lưu sau thay thế: chỉ giữ trong Số liệu',
    en: 'A later saved file of the agency stands: kept in the history',
  },
  excluded: { vi: 'Người tổng hợp chọn, lý do ở cột Chi tiết', en: 'Chosen, for the reason given' },
  chosen: { vi: 'Người tổng hợp chọn giữa các cơ quan cùng chủ trì', en: 'Chosen between leads' },
  opened: { vi: 'Người quản lý sổ mở kỳ mới', en: 'The owner opened the period' },
  corrected: { vi: 'Bài nộp cho kỳ đã qua', en: 'A submission for a past period' },
  merged: { vi: 'Người quản lý sổ nhập hai cơ quan', en: 'The owner merged two agencies' },
};
