import type { Message } from './language';

/** What stands behind the errors of custom functions. */
export const functionMessages = {
  targetEmpty: {
    vi: 'Ô mục tiêu còn trống.',
    en: 'The target is empty.',
  },
  targetUnclear: {
    vi: 'Chưa hiểu chắc mục tiêu này. Ghi rõ hơn, ví dụ “≥ 85”, “tối thiểu 30%”, “90 - 95%”.',
    en: 'This target is not understood for certain. Say for example “≥ 85”, “tối thiểu 30%”, “90 - 95%”.',
  },
  targetQualitative: {
    vi: 'Mục tiêu định tính, không có mức số.',
    en: 'A qualitative target has no bounds.',
  },
  deadlineUnclear: {
    vi: 'Chưa hiểu chắc thời hạn này. Ghi rõ hơn, ví dụ “Quý II/2026”, “trước 30/6/2026”.',
    en: 'This time is not understood for certain. Say for example “Quý II/2026”, “trước 30/6/2026”.',
  },
  deadlineOpen: {
    vi: 'Không có ngày cuối: thường xuyên, hằng năm, chờ văn bản hoặc không nêu thời hạn.',
    en: 'No last day: ongoing, yearly, waiting for a document, or no time stated.',
  },
  actualNotANumber: {
    vi: 'Thực hiện phải là một số, hoặc để trống khi chưa có số liệu.',
    en: 'The actual must be a number, or empty while there is none.',
  },
  horizonInvalid: {
    vi: 'Năm đích phải là một năm, ví dụ 2030.',
    en: 'The target year must be a year, such as 2030.',
  },
  dayInvalid: {
    vi: 'Ngày đánh giá phải là một ngày của Excel, ví dụ DATE(2025;11;30).',
    en: 'The as-of date must be a day of Excel, such as DATE(2025,11,30).',
  },
  baselineInvalid: {
    vi: 'Giá trị gốc phải là một số, kèm ngày gốc là một ngày của Excel.',
    en: 'The baseline must be a number, with a day of Excel beside it.',
  },
} as const satisfies Readonly<Record<string, Message>>;
