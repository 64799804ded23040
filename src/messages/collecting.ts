import { fill, type Language, type Message, type Params } from './language';

/** What the pane says of forms that go out and submissions that come in. */
export const collectingMessages = {
  title: { vi: 'Thu thập báo cáo', en: 'Collect reports' },
  period: { vi: 'Kỳ báo cáo', en: 'Period' },
  due: { vi: 'Hạn nộp {due}', en: 'Due {due}' },
  periodNow: { vi: '{name} (đang báo cáo)', en: '{name} (current)' },

  sentTitle: { vi: 'Tình hình nộp', en: 'Who has sent' },
  sentFilter: { vi: 'Tình trạng nộp', en: 'Arrival' },
  sentCount: { vi: '{arrival}: {count}', en: '{arrival}: {count}' },
  sentNobody: {
    vi: 'Không cơ quan nào phải báo cáo trong kỳ này. Xem lại trang Cơ quan: nhóm phải có thành viên.',
    en: 'Nobody has to report for this period. See the sheet Cơ quan: groups need members.',
  },
  sentNone: { vi: 'Không có cơ quan nào.', en: 'No agency.' },
  linesExpected: { vi: '{count} dòng phải báo cáo', en: '{count} lines to report' },
  linesReported: {
    vi: 'đã báo cáo {reported}/{expected} dòng · nhận {received}',
    en: '{reported} of {expected} lines · received {received}',
  },
  reminder: { vi: 'Lời nhắc', en: 'Reminder' },
  copyReminder: { vi: 'Chép lời nhắc', en: 'Copy the reminder' },
  copyReminderOf: { vi: 'Chép lời nhắc {name}', en: 'Copy the reminder to {name}' },
  copyReminders: {
    vi: 'Chép lời nhắc cho cả {count} cơ quan',
    en: 'Copy the reminders to all {count}',
  },
  copied: {
    vi: 'Đã chép {count} đoạn; dán vào thư hoặc tin nhắn.',
    en: '{count} texts copied; paste them into a message.',
  },
  notCopied: {
    vi: 'Excel không cho chép tự động. Bôi đen và chép đoạn dưới đây:',
    en: 'Excel does not let the pane copy. Select and copy the text below:',
  },

  formsTitle: { vi: 'Gửi phiếu', en: 'Send forms' },
  formsText: {
    vi: 'Mỗi cơ quan một tệp, chỉ có dòng của cơ quan đó. Lưu rồi gửi kèm thư.',
    en: 'One file an agency, with its own rows only. Save them and send them by mail.',
  },
  formsFor: { vi: 'Phiếu của', en: 'Form of' },
  formsAll: { vi: 'Cả {count} cơ quan (.zip)', en: 'All {count} agencies (.zip)' },
  makeForms: { vi: 'Tạo phiếu', en: 'Make forms' },
  makingForms: { vi: 'Đang tạo phiếu…', en: 'Making forms…' },
  formsOf: { vi: '{done} / {total} phiếu', en: '{done} of {total} forms' },
  formsSaved: {
    vi: 'Đã lưu {count} phiếu vào thư mục Tải xuống: {name}.',
    en: '{count} forms saved to your downloads: {name}.',
  },
  formsNone: {
    vi: 'Không cơ quan nào phải báo cáo trong kỳ này nên không có phiếu. Xem lại trang Cơ quan.',
    en: 'Nobody has to report for this period, so there are no forms. See the sheet Cơ quan.',
  },
  withoutAgency: {
    vi: '{count} dòng chưa có cơ quan báo cáo nên không có trong phiếu nào: {rows}. Ghi thành viên của nhóm ở trang Cơ quan.',
    en: '{count} rows have nobody to report them and are in no form: {rows}. Name the members of their groups on the sheet Cơ quan.',
  },

  takeTitle: { vi: 'Nhận bài nộp', en: 'Take submissions in' },
  takeText: {
    vi: 'Thả vào đây các tệp cơ quan gửi về, cả thư mục hoặc tệp .zip. Xem trước rồi mới ghi vào sổ.',
    en: 'Drop the files agencies sent here, folders and .zip files too. You look at them before anything is written.',
  },
  chooseFiles: { vi: 'Chọn tệp…', en: 'Choose files…' },
  readingFiles: { vi: 'Đang đọc bài nộp…', en: 'Reading the submissions…' },
  filesOf: { vi: '{done} / {total} tệp', en: '{done} of {total} files' },
  stopped: { vi: 'Đã dừng. Sổ không thay đổi.', en: 'Stopped. The workbook is as it was.' },

  previewTitle: { vi: 'Xem trước khi ghi vào sổ', en: 'Look before it is written' },
  previewCounts: {
    vi: 'Kỳ {period}: nhận {accepted} tệp, trả lại {rejected}, đã nhận từ trước {unchanged}.',
    en: '{period}: {accepted} files taken in, {rejected} refused, {unchanged} taken in before.',
  },
  previewCells: {
    vi: 'Sẽ ghi {cells} ô trong bảng và {figures} số liệu có nguồn vào trang Số liệu.',
    en: '{cells} cells of the tables and {figures} figures with their sources will be written.',
  },
  previewNothing: {
    vi: 'Không có gì mới để ghi vào sổ.',
    en: 'There is nothing new to write.',
  },
  previewPast: {
    vi: 'Kỳ này đã qua: số liệu sửa được ghi vào trang Số liệu và Nhật ký, bảng của kỳ hiện tại giữ nguyên.',
    en: 'This period is over: corrections go to the history and the log; the current tables stay.',
  },
  conflictsTitle: {
    vi: 'Cơ quan báo khác nhau ({count})',
    en: 'Agencies that differ ({count})',
  },
  conflictsText: {
    vi: 'Cùng chủ trì một dòng nhưng báo hai số. Đang dùng số của cơ quan kế hoạch nêu trước; chọn lại nếu cần.',
    en: 'They lead one row and gave two figures. The one the plan names first stands unless you choose.',
  },
  statement: { vi: '{value} – {name}', en: '{value} – {name}' },
  statementSource: { vi: '{file} · {sheet} · {cell}', en: '{file} · {sheet} · {cell}' },
  rejectedTitle: { vi: 'Trả lại ({count})', en: 'Refused ({count})' },
  rejectedText: {
    vi: 'Không lấy số nào từ những tệp này. Gửi lại cơ quan kèm lý do.',
    en: 'No figure is taken from these files. Send them back with the reason.',
  },
  faultPlace: { vi: '{sheet} · {cell}', en: '{sheet} · {cell}' },
  copyFaults: { vi: 'Chép lý do', en: 'Copy the reasons' },
  acceptedTitle: { vi: 'Nhận ({count})', en: 'Taken in ({count})' },
  counts: {
    vi: '{new} mới · {changed} đổi · {same} giữ · {dropped} bỏ',
    en: '{new} new · {changed} changed · {same} same · {dropped} dropped',
  },
  superseded: {
    vi: 'Cơ quan có bài lưu sau ({file}); bài này chỉ giữ trong Số liệu.',
    en: 'A later saved file stands ({file}); this one is kept in the history only.',
  },
  macros: {
    vi: 'Tệp có macro; macro không được đọc.',
    en: 'The file has macros; they were not looked at.',
  },
  warnings: { vi: '{count} chỗ cần xem lại', en: '{count} places worth a look' },
  leaveOut: { vi: 'Để lại…', en: 'Leave out…' },
  leaveOutOf: { vi: 'Để lại tệp {file}', en: 'Leave out {file}' },
  leaveOutReason: { vi: 'Lý do để lại', en: 'Reason' },
  leaveOutDo: { vi: 'Để lại tệp này', en: 'Leave this file out' },
  reasonMissing: { vi: 'Cần ghi lý do.', en: 'A reason is needed.' },
  excludedTitle: { vi: 'Để lại ({count})', en: 'Left out ({count})' },
  takeAgain: { vi: 'Nhận lại', en: 'Take in again' },
  unchangedTitle: { vi: 'Đã nhận từ trước ({count})', en: 'Taken in before ({count})' },
  write: { vi: 'Ghi vào sổ', en: 'Write into the workbook' },
  writing: { vi: 'Đang ghi vào sổ…', en: 'Writing into the workbook…' },

  doneTitle: { vi: 'Đã ghi vào sổ', en: 'Written into the workbook' },
  doneNothing: {
    vi: 'Sổ đã có đủ các số liệu này; không phải ghi gì.',
    en: 'The workbook had all of it; nothing was written.',
  },
  doneCounts: {
    vi: 'Nhận {accepted} bài nộp, ghi {cells} ô. Nguồn của từng số ở trang Số liệu, việc đã làm ở trang Nhật ký.',
    en: '{accepted} submissions taken in, {cells} cells written. The source of each figure is on the sheet Số liệu, what was done on the sheet Nhật ký.',
  },
  doneRejected: {
    vi: '{count} tệp bị trả lại và chưa có trong sổ: {files}. Gửi lại cơ quan, rồi thả bản sửa vào đây.',
    en: '{count} files were refused and are not in the workbook: {files}. Send them back, then drop the mended ones here.',
  },
  doneMissing: { vi: 'Còn {count} cơ quan chưa nộp.', en: '{count} agencies are missing.' },
  doneAll: { vi: 'Mọi cơ quan đã nộp.', en: 'Everybody has sent.' },
  undoCollect: { vi: 'Hoàn tác lần tổng hợp này', en: 'Undo this collection' },
  showHistory: { vi: 'Mở trang Số liệu', en: 'Open the sheet Số liệu' },
  takeMore: { vi: 'Xong', en: 'Done' },

  lastDone: { vi: 'Việc làm gần nhất', en: 'Last done' },
  lastDoneLine: { vi: '{what}, lúc {time}', en: '{what}, {time}' },
  actionCount: { vi: '{action}: {count}', en: '{action}: {count}' },
  undoLast: { vi: 'Hoàn tác việc này', en: 'Undo this' },
  undoing: { vi: 'Đang hoàn tác…', en: 'Undoing…' },
  lastUndone: {
    vi: 'Đã hoàn tác; {cells} ô trở lại như trước.',
    en: 'Undone; {cells} cells are as they were.',
  },

  nextTitle: { vi: 'Mở kỳ tiếp theo', en: 'Open the next period' },
  nextLine: { vi: 'Kỳ sau: {period}, hạn nộp {due}.', en: 'Next: {period}, due {due}.' },
  nextNone: {
    vi: 'Không còn kỳ nào sau kỳ đang báo cáo. Thêm kỳ ở trang Kỳ báo cáo.',
    en: 'There is no period after the current one. Add it on the sheet Kỳ báo cáo.',
  },
  nextLook: { vi: 'Xem trước khi mở…', en: 'Look before opening…' },
  nextKept: {
    vi: '{kept} số liệu của {before} chuyển vào trang Số liệu và hiện ở cột Kỳ trước.',
    en: '{kept} entries of {before} go to the history and show as the last period’s.',
  },
  nextEmptied: {
    vi: '{cells} ô nhập được để trống cho kỳ mới; ngày hoàn thành, kinh phí và việc đã xong giữ nguyên.',
    en: '{cells} input cells are emptied; days, money and finished tasks stay.',
  },
  nextAsOf: { vi: 'Ngày đánh giá thành {asOf}.', en: 'The as-of date becomes {asOf}.' },
  nextMissing: {
    vi: 'Còn {count} cơ quan chưa nộp cho {before}. Bài nộp muộn vẫn nhận được sau khi mở kỳ.',
    en: '{count} agencies have not sent for {before}. Late ones can still be taken in afterwards.',
  },
  nextOpen: { vi: 'Mở {period}', en: 'Open {period}' },
  opening: { vi: 'Đang mở kỳ…', en: 'Opening the period…' },
  periodOpened: {
    vi: 'Đã mở {period}; {kept} số liệu chuyển vào trang Số liệu. Hoàn tác được ở “Việc làm gần nhất”.',
    en: '{period} is open; {kept} entries went to the history. It can be undone under “Last done”.',
  },

  pastTitle: { vi: 'Số liệu kỳ đã qua', en: 'Figures of the past period' },
  pastText: {
    vi: 'Chọn dòng để xem số liệu đã chốt. Sửa một số thì số cũ vẫn được giữ, việc sửa ghi vào Nhật ký kèm lý do.',
    en: 'Choose a row to see what was reported. A correction keeps the old figure and is logged with its reason.',
  },
  pastCount: { vi: '{count} dòng có số liệu', en: '{count} rows with figures' },
  pastRow: { vi: 'Dòng', en: 'Row' },
  pastChoose: { vi: 'Chọn dòng…', en: 'Choose a row…' },
  pastLine: { vi: '{id} · {name}', en: '{id} · {name}' },
  pastNone: { vi: '(trống)', en: '(empty)' },
  pastEdit: { vi: 'Sửa…', en: 'Correct…' },
  pastEditOf: { vi: 'Sửa {field}', en: 'Correct {field}' },
  pastReason: { vi: 'Lý do sửa', en: 'Reason' },
  pastMissing: { vi: 'Cần ghi giá trị và lý do.', en: 'A value and a reason are needed.' },
  pastWrite: { vi: 'Ghi sửa', en: 'Correct' },
  correcting: { vi: 'Đang ghi sửa…', en: 'Correcting…' },
  corrected: {
    vi: 'Đã sửa; số mới ở đầu trang Số liệu, số cũ vẫn giữ. Hoàn tác được ở “Việc làm gần nhất”.',
    en: 'Corrected; the new figure heads the history, the old one stays. It can be undone under “Last done”.',
  },

  mergeTitle: { vi: 'Nhập hai cơ quan', en: 'Merge two agencies' },
  mergeText: {
    vi: 'Khi sáp nhập: dòng của cơ quan cũ chuyển sang cơ quan mới từ ngày chọn, tên cũ vẫn giữ trong sổ.',
    en: 'After a merger the rows of the old agency go to the new one from the day given; the old name stays.',
  },
  mergeFrom: { vi: 'Cơ quan cũ', en: 'Old agency' },
  mergeInto: { vi: 'Nhập vào', en: 'Into' },
  mergeOn: { vi: 'Từ ngày (để trống: ngay từ đầu)', en: 'From the day (empty: always)' },
  mergeChoose: { vi: 'Chọn cơ quan…', en: 'Choose an agency…' },
  mergeMoved: {
    vi: '{count} dòng chuyển sang {name}: {rows}',
    en: '{count} rows go to {name}: {rows}',
  },
  mergeShared: {
    vi: '{count} dòng hai bên cùng chủ trì, nay còn một phiếu: {rows}',
    en: '{count} rows both had, one form from now on: {rows}',
  },
  mergeNothing: {
    vi: 'Không có dòng nào chuyển trong kỳ này; cơ quan cũ chưa phải báo cáo từ ngày đó.',
    en: 'No row goes over for this period.',
  },
  mergeRefused: { vi: 'Không nhập được: {reason}.', en: 'They cannot be merged: {reason}.' },
  mergeDo: { vi: 'Nhập cơ quan', en: 'Merge' },
  merging: { vi: 'Đang nhập cơ quan…', en: 'Merging…' },
  merged: {
    vi: 'Đã nhập {from} vào {into}; {moved} dòng chuyển sang. Muốn bỏ thì xóa ô Cơ quan kế nhiệm ở trang Cơ quan.',
    en: '{from} merged into {into}; {moved} rows went over. To take it back, clear the successor on the agency sheet.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** Says one of {@link collectingMessages}. */
export type Tell = (name: keyof typeof collectingMessages, params?: Params) => string;

/** {@link Tell} for a language. */
export function tellIn(language: Language): Tell {
  return (name, params = {}) => fill(collectingMessages[name], params, language);
}
