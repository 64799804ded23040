import type { Bucket, IndicatorStatus, TaskStatus } from '../domain/assessment/status';
import type { Language } from './language';

/** A status in words, and the sign that stands beside it so that colour never stands alone. */
export type StatusWords = { readonly sign: string; readonly vi: string; readonly en: string };

/** The words and signs of indicator statuses (design §5). */
export const indicatorStatusWords: Readonly<Record<IndicatorStatus, StatusWords>> = {
  met: { sign: '●', vi: 'Đạt', en: 'Met' },
  onPace: { sign: '○', vi: 'Đúng tiến độ', en: 'On pace' },
  attention: { sign: '△', vi: 'Cần chú ý', en: 'Attention' },
  atRisk: { sign: '▲', vi: 'Nguy cơ', en: 'At risk' },
  alarm: { sign: '■', vi: 'Báo động', en: 'Alarm' },
  missed: { sign: '×', vi: 'Không đạt', en: 'Missed' },
  noPace: { sign: '◇', vi: 'Chưa có lộ trình', en: 'No pace yet' },
  noData: { sign: '–', vi: 'Chưa có số liệu', en: 'No data' },
  judgement: { sign: '?', vi: 'Cần đánh giá', en: 'To be judged' },
  invalid: { sign: '!', vi: 'Số liệu lỗi', en: 'Invalid data' },
};

/** The words and signs of task statuses (design §5). */
export const taskStatusWords: Readonly<Record<TaskStatus, StatusWords>> = {
  doneOnTime: { sign: '●', vi: 'Hoàn thành đúng hạn', en: 'Done on time' },
  doneLate: { sign: '◆', vi: 'Hoàn thành quá hạn', en: 'Done late' },
  inProgress: { sign: '○', vi: 'Đang thực hiện trong hạn', en: 'In progress' },
  notStarted: { sign: '□', vi: 'Chưa thực hiện', en: 'Not started' },
  dueSoon: { sign: '△', vi: 'Sắp đến hạn', en: 'Due soon' },
  slipping: { sign: '▲', vi: 'Chậm so với tiến độ', en: 'Slipping' },
  overdue: { sign: '■', vi: 'Quá hạn', en: 'Overdue' },
  recurring: { sign: '◎', vi: 'Thường xuyên, đã báo cáo kỳ này', en: 'Recurring, reported' },
  recurringSilent: {
    sign: '◦',
    vi: 'Thường xuyên, chưa báo cáo',
    en: 'Recurring, not reported',
  },
  awaiting: { sign: '◇', vi: 'Chờ văn bản cấp trên', en: 'Awaiting a document' },
  noReport: { sign: '–', vi: 'Chưa báo cáo', en: 'No report' },
  invalid: { sign: '!', vi: 'Số liệu lỗi', en: 'Invalid data' },
};

/** The words of the government's four buckets and of the tasks without a due day. */
export const bucketWords: Readonly<Record<Bucket, Readonly<Record<Language, string>>>> = {
  completedOnTime: { vi: 'Hoàn thành đúng hạn', en: 'Completed on time' },
  completedLate: { vi: 'Hoàn thành quá hạn', en: 'Completed late' },
  openInTime: { vi: 'Chưa hoàn thành, trong hạn', en: 'Open, within time' },
  openOverdue: { vi: 'Chưa hoàn thành, quá hạn', en: 'Open, overdue' },
  noDeadline: { vi: 'Không tính hạn', en: 'No deadline' },
};

/** A status as it is shown in a cell or a line: sign, space, words. */
export function withSign(words: StatusWords, language: Language = 'vi'): string {
  return `${words.sign} ${words[language]}`;
}
