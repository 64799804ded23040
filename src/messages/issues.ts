import type { Issue, Severity } from '../domain/checks/issue';
import type { IssueCode } from '../domain/checks/run';
import { columnHeaders } from './columnHeaders';
import { fill, type Language, type Message, type Params } from './language';
import { submissionMessages } from './submissions';
import { indicatorStatusWords, taskStatusWords } from './words';

/** The words of severities. */
export const severityWords: Readonly<Record<Severity, Message>> = {
  error: { vi: 'Lỗi', en: 'Error' },
  warning: { vi: 'Cảnh báo', en: 'Warning' },
  note: { vi: 'Lưu ý', en: 'Note' },
};

/** What an issue of one code says. */
export type IssueMessage = {
  /** A few words, the same for every issue of the code, to group by. */
  readonly title: Message;
  /** What was seen, and what is expected. */
  readonly text: Message;
  /** What to do next. */
  readonly action: Message;
  /** What to do next when the check offers a reading as `fix`, where it does not always. */
  readonly actionWithFix?: Message;
};

/** The words of every issue. */
export const issueMessages: Readonly<Record<IssueCode, IssueMessage>> = {
  emptyWorkbook: {
    title: { vi: 'Sổ chưa có số liệu', en: 'Nothing entered' },
    text: {
      vi: 'Chưa nhập dòng nào: mọi ô nhập của các chỉ tiêu và nhiệm vụ đều trống. Hạn gửi báo cáo của kỳ là {due}.',
      en: 'Nothing was entered: every input cell of the indicators and tasks is empty. The report is due on {due}.',
    },
    action: {
      vi: 'Nhập số liệu vào các ô màu vàng rồi kiểm tra lại; nếu đã nhập ở tệp khác thì chọn đúng tệp đó.',
      en: 'Fill in the yellow cells and check again; if another file holds the figures, choose that one.',
    },
  },
  periodOutOfOrder: {
    title: { vi: 'Kỳ báo cáo sai thứ tự ngày', en: 'Days of the period out of order' },
    text: {
      vi: 'Kỳ {period}: từ {from} đến {to}, chốt số liệu {cutOff}, hạn gửi {due}. Ngày đầu phải trước ngày cuối và ngày chốt; ngày chốt không sau hạn gửi.',
      en: 'Period {period}: from {from} to {to}, cut-off {cutOff}, due {due}. The first day must come before the last and the cut-off, and the cut-off not after the due day.',
    },
    action: {
      vi: 'Sửa các ngày của kỳ này ở trang Kỳ báo cáo.',
      en: 'Correct the days of this period on the sheet of periods.',
    },
  },
  bandsOutOfOrder: {
    title: { vi: 'Ngưỡng cảnh báo sai thứ tự', en: 'Bands out of order' },
    text: {
      vi: 'Ngưỡng chú ý {attention}, nguy cơ {atRisk}, báo động {alarm} (điểm). Các ngưỡng phải giảm dần, ví dụ −3, −8, −15.',
      en: 'Attention {attention}, at risk {atRisk}, alarm {alarm} (points). They must fall, for example −3, −8, −15.',
    },
    action: {
      vi: 'Sửa các ngưỡng ở trang Kỳ báo cáo; trạng thái của mọi chỉ tiêu phụ thuộc vào đó.',
      en: 'Correct them on the sheet of periods; the status of every indicator hangs on them.',
    },
  },
  asOfOutsidePeriod: {
    title: { vi: 'Ngày đánh giá ngoài kỳ báo cáo', en: 'As-of date outside the period' },
    text: {
      vi: 'Ngày đánh giá {asOf} không thuộc kỳ {period} (từ {from}, hạn gửi {due}).',
      en: 'The as-of date {asOf} is not within the period {period} (from {from}, due {due}).',
    },
    action: {
      vi: 'Chọn lại ngày đánh giá hoặc kỳ báo cáo nếu không cố ý.',
      en: 'Choose another as-of date or period unless this is meant.',
    },
  },
  columnMissing: {
    title: { vi: 'Thiếu cột', en: 'Column missing' },
    text: {
      vi: 'Không thấy tiêu đề “{column}” ở dòng {headerRow}: cột đã bị xóa hoặc tiêu đề bị sửa. Các ô của cột này không được đọc.',
      en: 'The header “{column}” is not in row {headerRow}: the column was deleted or its header changed. Its cells are not read.',
    },
    action: {
      vi: 'Gõ lại đúng tiêu đề “{column}”, hoặc chép lại cột từ bản sao lưu.',
      en: 'Type the header “{column}” again, or copy the column from a backup.',
    },
  },
  tableWithoutRows: {
    title: { vi: 'Bảng không còn dòng nào', en: 'Table without rows' },
    text: {
      vi: 'Bảng không còn dòng nào; kế hoạch có {count} dòng.',
      en: 'The table has no rows left; the plan has {count}.',
    },
    action: {
      vi: 'Lấy lại bản sao lưu gần nhất của sổ, hoặc tạo lại sổ từ kế hoạch.',
      en: 'Go back to the latest backup, or make the workbook anew from the plan.',
    },
  },
  rowWithoutId: {
    title: { vi: 'Dòng không có mã', en: 'Row without an id' },
    text: {
      vi: 'Ô Mã của dòng này là “{seen}”, không phải mã của kế hoạch; số liệu trên dòng không được tính.',
      en: 'The id of this row is “{seen}”, which is no id of the plan; its figures are not counted.',
    },
    action: {
      vi: 'Gõ lại mã của dòng theo kế hoạch. Dòng ghi thêm thì chuyển ra ngoài bảng.',
      en: 'Type the id of the plan again. Move notes of your own out of the table.',
    },
    actionWithFix: { vi: 'Gõ “{fix}” vào ô Mã.', en: 'Type “{fix}” into the id cell.' },
  },
  unknownRow: {
    title: { vi: 'Mã không có trong kế hoạch', en: 'Id not in the plan' },
    text: {
      vi: 'Kế hoạch không có mã “{seen}”; số liệu trên dòng này không được tính.',
      en: 'The plan has no id “{seen}”; the figures of this row are not counted.',
    },
    action: {
      vi: 'Sửa mã theo kế hoạch, hoặc chuyển dòng ghi thêm ra ngoài bảng.',
      en: 'Correct the id, or move the row out of the table.',
    },
    actionWithFix: {
      vi: 'Sửa mã thành “{fix}”: tên của dòng là tên của mã này.',
      en: 'Change the id to “{fix}”: the row has the name of that id.',
    },
  },
  duplicateRow: {
    title: { vi: 'Dòng lặp lại', en: 'Row twice' },
    text: {
      vi: 'Mã “{id}” đã có ở ô {first}. Chỉ dòng đầu được tính, dòng này bị bỏ qua.',
      en: 'The id “{id}” already stands in {first}. Only the first row counts, this one is left out.',
    },
    action: {
      vi: 'So hai dòng, giữ số liệu đúng ở dòng đầu rồi xóa dòng này.',
      en: 'Compare the two rows, keep the right figures in the first and delete this one.',
    },
  },
  missingRow: {
    title: { vi: 'Thiếu dòng của kế hoạch', en: 'Row of the plan missing' },
    text: {
      vi: 'Không thấy dòng “{name}” trong bảng.',
      en: 'The row “{name}” is not in the table.',
    },
    action: {
      vi: 'Chép lại dòng này từ bản sao lưu, giữ nguyên cột Mã.',
      en: 'Copy the row from a backup and keep its id.',
    },
  },
  blankRowInside: {
    title: { vi: 'Dòng trống trong bảng', en: 'Blank rows in the table' },
    text: {
      vi: 'Trong bảng có {count} dòng trống (dòng {rows}). Các dòng phía sau vẫn được đọc.',
      en: 'The table has {count} blank rows (row {rows}). The rows after them are still read.',
    },
    action: {
      vi: 'Xóa các dòng trống để lọc và sắp xếp không bị dừng giữa chừng.',
      en: 'Delete the blank rows, so that filters and sorting do not stop there.',
    },
  },
  unknownAgency: {
    title: { vi: 'Cơ quan chưa biết', en: 'Agency not known' },
    text: {
      vi: 'Cột “{column}” ghi “{seen}”; “{unknown}” không có trong danh sách cơ quan của kế hoạch.',
      en: 'The column “{column}” says “{seen}”; “{unknown}” is not among the plan’s agencies.',
    },
    action: {
      vi: 'Đặt lại theo kế hoạch: “{fix}”. Nếu cơ quan đã sáp nhập hoặc đổi tên, ghi ở trang Cơ quan.',
      en: 'Put back what the plan says: “{fix}”. If the agency was merged or renamed, say so on the sheet of agencies.',
    },
  },
  lockedTextChanged: {
    title: { vi: 'Nội dung kế hoạch bị sửa', en: 'Plan’s text changed' },
    text: {
      vi: 'Cột “{column}” ghi “{seen}”; kế hoạch ghi “{fix}”.',
      en: 'The column “{column}” says “{seen}”; the plan says “{fix}”.',
    },
    action: {
      vi: 'Đặt lại theo kế hoạch: “{fix}”. Nếu vừa sắp xếp riêng một cột, hãy hoàn tác.',
      en: 'Put back “{fix}”. If one column was sorted by itself, undo that.',
    },
  },
  dueDayChanged: {
    title: { vi: 'Hạn hoàn thành bị sửa', en: 'Due day changed' },
    text: {
      vi: 'Hạn hoàn thành là “{seen}”; kế hoạch giao {fix}. Trạng thái của nhiệm vụ tính theo ô này.',
      en: 'The due day is “{seen}”; the plan says {fix}. The status of the task hangs on this cell.',
    },
    action: {
      vi: 'Đặt lại {fix}. Nếu được gia hạn, ghi văn bản gia hạn vào cột Ghi chú và bỏ qua lỗi này có lý do.',
      en: 'Put back {fix}. If more time was granted, name the document in the notes and waive this with a reason.',
    },
  },
  machineValueChanged: {
    title: { vi: 'Ô ẩn của công thức bị sửa', en: 'Folded cell changed' },
    text: {
      vi: 'Ô phục vụ công thức “{column}” là “{seen}”; đúng phải là “{fix}”. Trạng thái hiện trên trang có thể sai.',
      en: 'The formulas’ cell “{column}” holds “{seen}” instead of “{fix}”. The status shown may be wrong.',
    },
    action: { vi: 'Đặt lại “{fix}”.', en: 'Put back “{fix}”.' },
  },
  derivedColumnOverwritten: {
    title: { vi: 'Cả cột công thức bị dán đè', en: 'Column of formulas overwritten' },
    text: {
      vi: 'Cột “{column}” có {count} ô không còn công thức: đã bị dán đè bằng giá trị nên không tự cập nhật.',
      en: '{count} cells of the column “{column}” have lost their formulas: values were pasted over them.',
    },
    action: {
      vi: 'Hoàn tác lần dán, hoặc chép lại cột này từ bản sao lưu.',
      en: 'Undo the pasting, or copy the column from a backup.',
    },
  },
  derivedOverwritten: {
    title: { vi: 'Công thức bị ghi đè', en: 'Formula overwritten' },
    text: {
      vi: 'Ô của cột “{column}” phải là công thức nhưng đang là “{seen}”.',
      en: 'The cell of “{column}” must hold a formula but holds “{seen}”.',
    },
    action: {
      vi: 'Chép công thức từ ô bên trên hoặc bên dưới trong cùng cột.',
      en: 'Copy the formula from the cell above or below.',
    },
  },
  formulaReplaced: {
    title: { vi: 'Công thức khác các dòng khác', en: 'Formula unlike the others' },
    text: {
      vi: 'Công thức của cột “{column}” ở dòng này khác các dòng khác: {seen}',
      en: 'The formula of “{column}” in this row differs from the other rows: {seen}',
    },
    action: {
      vi: 'Chép lại công thức từ một dòng khác trong cùng cột.',
      en: 'Copy the formula from another row of the column.',
    },
  },
  errorValue: {
    title: { vi: 'Ô báo lỗi', en: 'Cell shows an error' },
    text: {
      vi: 'Ô “{column}” đang báo lỗi {seen}, không có giá trị.',
      en: 'The cell of “{column}” shows {seen} and has no value.',
    },
    action: {
      vi: 'Sửa công thức, hoặc gõ thẳng giá trị vào ô.',
      en: 'Mend the formula, or type the value itself.',
    },
  },
  uncalculatedInput: {
    title: { vi: 'Công thức chưa tính', en: 'Formula not computed' },
    text: {
      vi: 'Ô “{column}” có công thức {seen} nhưng tệp chưa lưu kết quả.',
      en: 'The cell of “{column}” has the formula {seen}, but the file holds no result of it.',
    },
    action: {
      vi: 'Mở tệp bằng Excel rồi lưu lại, hoặc gõ thẳng giá trị vào ô.',
      en: 'Open the file in Excel and save it, or type the value itself.',
    },
  },
  numberAsText: {
    title: { vi: 'Số ghi dạng chữ', en: 'Number typed as text' },
    text: {
      vi: 'Ô “{column}” chứa chữ “{seen}” nên không được tính; ô này chỉ nhận một số.',
      en: 'The cell of “{column}” holds the text “{seen}”, which is not counted; it takes a number only.',
    },
    action: { vi: 'Gõ {fix} vào ô.', en: 'Type {fix}.' },
  },
  approximateNumber: {
    title: { vi: 'Số ghi áng chừng', en: 'Approximate number' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}”; ô này chỉ nhận một số, không nhận số áng chừng bằng chữ.',
      en: 'The cell of “{column}” says “{seen}”; it takes a number, no approximation in words.',
    },
    action: {
      vi: 'Hỏi lại số chính xác. Nếu chỉ có số ước, gõ {fix} và đánh dấu là số ước.',
      en: 'Ask for the exact figure. If there is only an estimate, type {fix} and flag it as one.',
    },
  },
  ambiguousNumber: {
    title: { vi: 'Số đọc được hai cách', en: 'Number with two readings' },
    text: {
      vi: 'Ô “{column}” chứa chữ “{seen}”, có thể là {readingA} hoặc {readingB}.',
      en: 'The cell of “{column}” holds the text “{seen}”: either {readingA} or {readingB}.',
    },
    action: {
      vi: 'Gõ lại số đúng, {readingA} hay {readingB}; dấu phẩy là dấu thập phân.',
      en: 'Type the right one, {readingA} or {readingB}; the comma is the decimal mark.',
    },
  },
  percentForAnotherUnit: {
    title: { vi: 'Ghi % cho đơn vị khác', en: 'Per cent for another unit' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}”, nhưng dòng này không tính bằng %.',
      en: 'The cell of “{column}” says “{seen}”, but this row is not counted in per cent.',
    },
    action: {
      vi: 'Gõ số theo đúng đơn vị của dòng, không ghi dấu %.',
      en: 'Type the number in the unit of the row, without a per cent sign.',
    },
  },
  dateForNumber: {
    title: { vi: 'Số đã thành ngày', en: 'Number turned into a date' },
    text: {
      vi: 'Ô “{column}” là ngày {seen}, trong khi phải là một số. Excel có thể đã đổi số vừa gõ thành ngày.',
      en: 'The cell of “{column}” is the date {seen} where a number must stand. Excel may have turned the number into a date.',
    },
    action: {
      vi: 'Đổi định dạng ô về Số rồi gõ lại; có thể số đúng là {fix}.',
      en: 'Set the cell’s format to Number and type it again; it may have been {fix}.',
    },
  },
  notANumber: {
    title: { vi: 'Không phải số', en: 'Not a number' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}”, không đọc được thành một số.',
      en: 'The cell of “{column}” says “{seen}”, which cannot be read as one number.',
    },
    action: {
      vi: 'Gõ một số, hoặc để trống nếu chưa có; lời giải thích ghi vào cột Ghi chú.',
      en: 'Type one number, or leave it empty if there is none yet; explain in the notes.',
    },
  },
  dateAsText: {
    title: { vi: 'Ngày ghi dạng chữ', en: 'Date typed as text' },
    text: {
      vi: 'Ô “{column}” chứa chữ “{seen}”; ô này cần một ngày.',
      en: 'The cell of “{column}” holds the text “{seen}”; it takes a date.',
    },
    action: { vi: 'Gõ lại ngày {fix}.', en: 'Type the date {fix} again.' },
  },
  ambiguousDate: {
    title: { vi: 'Ngày đọc được hai cách', en: 'Date with two readings' },
    text: {
      vi: 'Ô “{column}” chứa chữ “{seen}”, có thể là ngày {readingA} hoặc {readingB} (ngày/tháng/năm).',
      en: 'The cell of “{column}” holds the text “{seen}”: either {readingA} or {readingB} (day/month/year).',
    },
    action: {
      vi: 'Đổi định dạng ô về Ngày rồi gõ lại ngày đúng, theo thứ tự ngày/tháng/năm.',
      en: 'Set the cell’s format to Date and type the right day again.',
    },
  },
  implausibleDate: {
    title: { vi: 'Ngày không hợp lý', en: 'Implausible date' },
    text: {
      vi: 'Ô “{column}” là {seen}, không thể là một ngày của kế hoạch này. Nếu chỉ gõ năm, Excel hiểu thành một ngày khác.',
      en: 'The cell of “{column}” is {seen}, which can be no day of this plan. A year typed alone becomes some other day.',
    },
    action: {
      vi: 'Gõ đủ ngày/tháng/năm, ví dụ 30/6/2026.',
      en: 'Type day, month and year, for example 30/6/2026.',
    },
  },
  notADate: {
    title: { vi: 'Không phải ngày', en: 'Not a date' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}”, không đọc được thành một ngày.',
      en: 'The cell of “{column}” says “{seen}”, which cannot be read as a day.',
    },
    action: {
      vi: 'Gõ đủ ngày/tháng/năm, ví dụ 30/6/2026, hoặc để trống.',
      en: 'Type day, month and year, for example 30/6/2026, or leave it empty.',
    },
  },
  groupRowFilled: {
    title: { vi: 'Nhập vào dòng nhóm', en: 'Entry on a heading row' },
    text: {
      vi: 'Dòng này chỉ là tên nhóm hoặc không có mục tiêu, nhưng cột “{column}” ghi “{seen}”; giá trị không được tính.',
      en: 'This row is a heading or has no target, but “{column}” holds “{seen}”; it is not counted.',
    },
    action: {
      vi: 'Nhập vào các dòng bên dưới và xóa ô này.',
      en: 'Enter the figure in the rows below and clear this cell.',
    },
  },
  compositeParentFilled: {
    title: { vi: 'Nhập vào dòng có nhiều phần', en: 'Entry on a composite row' },
    text: {
      vi: 'Mục tiêu của dòng này gồm nhiều phần, mỗi phần có dòng riêng ({expected}); “{seen}” ở đây không được tính.',
      en: 'The target of this row has several parts with rows of their own ({expected}); “{seen}” is not counted here.',
    },
    action: {
      vi: 'Nhập từng phần vào các dòng {expected} và xóa ô này.',
      en: 'Enter each part in the rows {expected} and clear this cell.',
    },
  },
  qualitativeRowMeasured: {
    title: { vi: 'Mục tiêu định tính chưa đánh giá', en: 'Qualitative target not judged' },
    text: {
      vi: 'Mục tiêu này không đo bằng số; “{seen}” ở cột “{column}” không được tính và chưa chọn mức đánh giá.',
      en: 'No number measures this target; “{seen}” in “{column}” is not counted, and no judgement was chosen.',
    },
    action: {
      vi: 'Chọn mức ở cột Đánh giá định tính; ghi căn cứ vào cột Nguồn số liệu.',
      en: 'Choose a judgement in its column and give its grounds in the column of sources.',
    },
  },
  measuredRowJudged: {
    title: { vi: 'Đánh giá định tính thừa', en: 'Judgement not needed' },
    text: {
      vi: 'Mục tiêu này đo bằng số; mức “{seen}” ở cột “{column}” không được tính.',
      en: 'A number measures this target; “{seen}” in “{column}” is not counted.',
    },
    action: {
      vi: 'Nhập số ở cột Thực hiện và xóa ô này.',
      en: 'Enter the number in the column of actuals and clear this cell.',
    },
  },
  judgementUnknown: {
    title: { vi: 'Mức đánh giá lạ', en: 'Unknown judgement' },
    text: {
      vi: 'Mức “{seen}” không có trong danh sách: {expected}.',
      en: '“{seen}” is not on the list: {expected}.',
    },
    action: {
      vi: 'Chọn một mức trong danh sách thả xuống của ô.',
      en: 'Choose one from the drop-down of the cell.',
    },
    actionWithFix: { vi: 'Chọn “{fix}” trong danh sách.', en: 'Choose “{fix}” from the list.' },
  },
  judgementWithoutReason: {
    title: { vi: 'Đánh giá chưa có căn cứ', en: 'Judgement without grounds' },
    text: {
      vi: 'Đã đánh giá “{seen}” nhưng cột Nguồn số liệu và cột Ghi chú đều trống.',
      en: 'Judged “{seen}”, but both the source and the note are empty.',
    },
    action: {
      vi: 'Ghi căn cứ đánh giá (văn bản, biên bản, ngày) vào cột Nguồn số liệu.',
      en: 'Give the grounds (document, minutes, day) in the column of sources.',
    },
  },
  shareAsFraction: {
    title: { vi: 'Tỷ lệ ghi dạng thập phân', en: 'Per cent as a fraction' },
    text: {
      vi: 'Đơn vị là %, ô “{column}” ghi {seen}: được tính là không quá 1 %. Có thể ý là {fix} %.',
      en: 'The unit is %, and “{column}” holds {seen}: it counts as 1 % at most. {fix} % may be meant.',
    },
    action: {
      vi: 'Gõ {fix} (đổi định dạng ô về Số nếu ô đang hiện dấu %). Nếu giá trị thật nhỏ như vậy, bỏ qua lỗi này có lý do.',
      en: 'Type {fix} (set the cell’s format to Number if it shows a per cent sign). If it is really that small, waive this with a reason.',
    },
  },
  shareOver100: {
    title: { vi: 'Tỷ lệ vượt 100 %', en: 'More than 100 %' },
    text: {
      vi: 'Ô “{column}” ghi {seen} %; phần của một tổng thể không thể quá 100 %.',
      en: '“{column}” holds {seen} %; a part of a whole cannot exceed 100 %.',
    },
    action: {
      vi: 'Xem lại số và đơn vị; có thể gõ thừa chữ số, thiếu dấu phẩy, hoặc đã ghi số lượng thay vì tỷ lệ.',
      en: 'Look at the number and its unit: a digit too many, a missing comma, or a count instead of a share.',
    },
  },
  negativeFigure: {
    title: { vi: 'Số âm', en: 'Negative figure' },
    text: {
      vi: 'Ô “{column}” ghi {seen}; chỉ tiêu này không thể âm.',
      en: '“{column}” holds {seen}; this indicator cannot be negative.',
    },
    action: { vi: 'Xem lại dấu; có thể là {fix}.', en: 'Look at the sign; {fix} may be meant.' },
  },
  fractionForCount: {
    title: { vi: 'Số lẻ cho số đếm', en: 'Fraction of a count' },
    text: {
      vi: 'Ô “{column}” ghi {seen}, trong khi đơn vị “{unit}” đếm bằng số nguyên.',
      en: '“{column}” holds {seen}, but “{unit}” is counted in whole numbers.',
    },
    action: {
      vi: 'Gõ số nguyên; nếu số là tỷ lệ thì quy về số lượng.',
      en: 'Type a whole number; turn a share into a count.',
    },
  },
  rankBelowOne: {
    title: { vi: 'Thứ bậc nhỏ hơn 1', en: 'Rank below 1' },
    text: {
      vi: 'Ô “{column}” ghi {seen}; thứ bậc cao nhất là 1.',
      en: '“{column}” holds {seen}; the best rank is 1.',
    },
    action: {
      vi: 'Gõ vị trí xếp hạng; chưa có công bố thì để trống.',
      en: 'Type the place; leave it empty if none was published.',
    },
  },
  rankNotWhole: {
    title: { vi: 'Thứ bậc là số lẻ', en: 'Rank not whole' },
    text: {
      vi: 'Ô “{column}” ghi {seen}; thứ bậc là số nguyên. Có thể đã ghi điểm số thay cho vị trí.',
      en: '“{column}” holds {seen}; a rank is a whole number. A score may stand in place of the rank.',
    },
    action: { vi: 'Gõ vị trí xếp hạng, không gõ điểm.', en: 'Type the place, not the score.' },
  },
  rankBeyondProvinces: {
    title: { vi: 'Thứ bậc vượt số tỉnh', en: 'Rank beyond the provinces' },
    text: {
      vi: 'Ô “{column}” ghi thứ bậc {seen}, trong khi cả nước có {expected} tỉnh, thành phố (từ 01/7/2025: 34, trước đó: 63).',
      en: '“{column}” holds rank {seen}, but there are {expected} provinces and cities (34 from 1 July 2025 on, 63 before).',
    },
    action: {
      vi: 'Xem lại vị trí và năm của bảng xếp hạng; ghi rõ năm công bố ở cột Nguồn số liệu.',
      en: 'Check the place and the year of the ranking, and name the year in the column of sources.',
    },
  },
  farBeyondTarget: {
    title: { vi: 'Vượt mục tiêu quá xa', en: 'Far beyond the target' },
    text: {
      vi: 'Ô “{column}” ghi {seen}, gấp {times} lần mục tiêu {expected}.',
      en: '“{column}” holds {seen}, {times} times the target {expected}.',
    },
    action: {
      vi: 'Xem có gõ thừa số 0 hay khác đơn vị không; nếu đúng, ghi nguồn và giải thích ở cột Ghi chú.',
      en: 'Look for a zero too many or another unit; if it is right, explain it in the notes.',
    },
  },
  fallingBack: {
    title: { vi: 'Giảm so với kỳ trước', en: 'Fell back' },
    text: {
      vi: 'Ô “{column}” ghi {seen}, thấp hơn {last} đã báo cáo kỳ {period}; chỉ tiêu này phải tăng dần.',
      en: '“{column}” holds {seen}, below the {last} reported for {period}; this indicator is to grow only.',
    },
    action: {
      vi: 'Xem có ghi số trong kỳ thay cho số lũy kế không; nếu giảm thật, ghi lý do ở cột Ghi chú.',
      en: 'See whether it is the figure of the period instead of the total; if it really fell, say why in the notes.',
    },
  },
  wrongDirection: {
    title: { vi: 'Đi ngược hướng mục tiêu', en: 'Moving away from the target' },
    text: {
      vi: 'Ô “{column}” ghi {seen}: từ giá trị gốc {baseline} đã đi ngược hướng mục tiêu {expected}.',
      en: '“{column}” holds {seen}: from the baseline {baseline} it moved away from the target {expected}.',
    },
    action: {
      vi: 'Xem lại số và cách tính; nếu đúng, nêu nguyên nhân và giải pháp.',
      en: 'Check the figure and how it was made; if it is right, give cause and measure.',
    },
  },
  jumpAgainstLastPeriod: {
    title: { vi: 'Thay đổi bất thường so với kỳ trước', en: 'Jump against the last period' },
    text: {
      vi: 'Ô “{column}” ghi {seen}, kỳ {period} là {last}: thay đổi lớn khác thường.',
      en: '“{column}” holds {seen}, against {last} in {period}: an unusual change.',
    },
    action: {
      vi: 'Xem lại số, đơn vị và cách tính; nếu đúng, giải thích ở cột Ghi chú.',
      en: 'Check the figure, its unit and how it was made; if it is right, explain it in the notes.',
    },
  },
  beyondRangeTop: {
    title: { vi: 'Vượt mức trên của khoảng', en: 'Beyond the range' },
    text: {
      vi: 'Ô “{column}” ghi {seen}, vượt mức trên {expected} của mục tiêu; vẫn tính là đạt.',
      en: '“{column}” holds {seen}, beyond the upper end {expected} of the target; it counts as met.',
    },
    action: {
      vi: 'Xem lại số; nếu đúng thì không cần làm gì.',
      en: 'Check the figure; if it is right, nothing is to be done.',
    },
  },
  sourceWithoutEntry: {
    title: { vi: 'Có nguồn, chưa có số', en: 'Source without a figure' },
    text: {
      vi: 'Cột Nguồn số liệu ghi “{source}” nhưng cột “{column}” còn trống.',
      en: 'The source says “{source}”, but “{column}” is empty.',
    },
    action: {
      vi: 'Nhập giá trị lấy từ nguồn này, hoặc xóa nguồn.',
      en: 'Enter the value from this source, or clear the source.',
    },
  },
  missingActual: {
    title: { vi: 'Chưa có số liệu', en: 'No figure' },
    text: {
      vi: 'Đã qua hạn gửi {due} mà cột “{column}” còn trống. Trống là chưa có số liệu, không phải bằng 0.',
      en: 'The report was due on {due}, and “{column}” is empty. Empty means no data, not zero.',
    },
    action: {
      vi: 'Nhập số liệu; nếu chưa thể có, ghi lý do ở cột Ghi chú.',
      en: 'Enter the figure; if there can be none yet, say why in the notes.',
    },
  },
  missingJudgement: {
    title: { vi: 'Chưa đánh giá', en: 'Not judged' },
    text: {
      vi: 'Đã qua hạn gửi {due} mà mục tiêu định tính này chưa được đánh giá.',
      en: 'The report was due on {due}, and this qualitative target was not judged.',
    },
    action: {
      vi: 'Chọn mức ở cột Đánh giá định tính và ghi căn cứ.',
      en: 'Choose a judgement and give its grounds.',
    },
  },
  entryWithoutSource: {
    title: { vi: 'Chưa ghi nguồn', en: 'No source' },
    text: {
      vi: 'Đã nhập {seen} nhưng cột “{column}” còn trống.',
      en: '{seen} was entered, but “{column}” is empty.',
    },
    action: {
      vi: 'Ghi nguồn của số: báo cáo, hệ thống, ngày lấy số.',
      en: 'Name the source: report, system, day.',
    },
  },
  estimateStillOpen: {
    title: { vi: 'Còn là số ước', en: 'Still an estimate' },
    text: {
      vi: 'Số {seen} còn đánh dấu là ước, trong khi đã chốt số liệu ngày {cutOff}.',
      en: '{seen} is still flagged as an estimate, though the cut-off was {cutOff}.',
    },
    action: {
      vi: 'Thay bằng số chính thức rồi bỏ đánh dấu, hoặc giữ nếu chưa có công bố.',
      en: 'Put the official figure and remove the flag, or keep it if none is published yet.',
    },
  },
  lateWithoutCause: {
    title: { vi: 'Chậm, chưa nêu nguyên nhân', en: 'Late without a cause' },
    text: {
      vi: 'Chỉ tiêu đang ở mức “{status}” nhưng cột “{column}” còn trống.',
      en: 'The indicator is “{status}”, but “{column}” is empty.',
    },
    action: {
      vi: 'Nêu nguyên nhân cụ thể, khách quan và chủ quan.',
      en: 'Say precisely why.',
    },
  },
  lateWithoutMeasure: {
    title: { vi: 'Chậm, chưa nêu giải pháp', en: 'Late without a measure' },
    text: {
      vi: 'Chỉ tiêu đang ở mức “{status}” nhưng cột “{column}” còn trống.',
      en: 'The indicator is “{status}”, but “{column}” is empty.',
    },
    action: {
      vi: 'Nêu giải pháp: ai làm, làm gì, xong khi nào.',
      en: 'Say who does what, by when.',
    },
  },
  baselineWithoutDate: {
    title: { vi: 'Giá trị gốc thiếu ngày', en: 'Baseline without a day' },
    text: {
      vi: 'Có giá trị gốc {seen} nhưng cột “{column}” còn trống nên không tính được tiến độ.',
      en: 'There is a baseline of {seen}, but “{column}” is empty, so no progress can be computed.',
    },
    action: {
      vi: 'Nhập ngày của giá trị gốc, ví dụ 31/12/2024.',
      en: 'Enter the day of the baseline, for example 31/12/2024.',
    },
  },
  baselineAfterAsOf: {
    title: { vi: 'Ngày gốc sau ngày đánh giá', en: 'Baseline after the as-of date' },
    text: {
      vi: 'Ngày gốc {seen} sau ngày đánh giá {asOf}.',
      en: 'The baseline’s day {seen} is after the as-of date {asOf}.',
    },
    action: { vi: 'Sửa ngày gốc.', en: 'Correct the day.' },
  },
  baselineBeyondTarget: {
    title: { vi: 'Giá trị gốc đã đạt mục tiêu', en: 'Baseline beyond the target' },
    text: {
      vi: 'Giá trị gốc {seen} đã đạt mục tiêu {expected} từ đầu; chỉ tiêu được theo dõi theo mức giữ vững.',
      en: 'The baseline {seen} had reached the target {expected} from the start; the level is to be held.',
    },
    action: {
      vi: 'Xem lại giá trị gốc và đơn vị; nếu đúng thì không cần làm gì.',
      en: 'Check the baseline and its unit; if it is right, nothing is to be done.',
    },
  },
  milestoneOutOfOrder: {
    title: { vi: 'Lộ trình không thuận chiều', en: 'Milestone out of order' },
    text: {
      vi: 'Mốc “{column}” là {seen}, không nằm giữa mốc trước ({before}) và mục tiêu ({expected}).',
      en: 'The milestone “{column}” is {seen}, not between the one before ({before}) and the target ({expected}).',
    },
    action: {
      vi: 'Sửa mốc để lộ trình đi một chiều tới mục tiêu.',
      en: 'Correct it, so that the road leads to the target without a turn.',
    },
  },
  milestoneOutsideSpan: {
    title: { vi: 'Mốc ngoài lộ trình', en: 'Milestone not used' },
    text: {
      vi: 'Mốc “{column}” ({seen}) nằm trước ngày gốc hoặc từ năm đích trở đi nên không được dùng.',
      en: 'The milestone “{column}” ({seen}) lies before the baseline or from the target’s year on and is not used.',
    },
    action: {
      vi: 'Xóa mốc này hoặc chuyển sang đúng năm.',
      en: 'Clear it or move it to its year.',
    },
  },
  noBaseline: {
    title: { vi: 'Chưa có giá trị gốc', en: 'No baseline' },
    text: {
      vi: 'Chỉ tiêu chưa đạt mục tiêu và chưa có “{column}” nên không đánh giá được đúng hay chậm tiến độ.',
      en: 'The target is not met and there is no “{column}”, so nobody can say whether it is on pace.',
    },
    action: {
      vi: 'Nhập giá trị gốc và ngày gốc ở trang Lộ trình.',
      en: 'Enter the baseline and its day on the sheet of the roadmap.',
    },
  },
  percentAsFraction: {
    title: { vi: '% hoàn thành ghi dạng thập phân', en: 'Per cent done as a fraction' },
    text: {
      vi: 'Ô “{column}” ghi {seen}; cột này nhận số từ 0 đến 100 nên được tính là chưa quá 1 %.',
      en: '“{column}” holds {seen}; the column takes 0 to 100, so this counts as 1 % at most.',
    },
    action: {
      vi: 'Gõ {fix} (đổi định dạng ô về Số nếu ô đang hiện dấu %).',
      en: 'Type {fix} (set the cell’s format to Number if it shows a per cent sign).',
    },
  },
  percentOutOfRange: {
    title: { vi: '% hoàn thành ngoài 0–100', en: 'Per cent outside 0–100' },
    text: {
      vi: 'Ô “{column}” ghi {seen}; phải từ 0 đến 100.',
      en: '“{column}” holds {seen}; it must be from 0 to 100.',
    },
    action: { vi: 'Gõ lại số từ 0 đến 100.', en: 'Type a number from 0 to 100.' },
  },
  percentFellBack: {
    title: { vi: '% hoàn thành giảm', en: 'Per cent fell back' },
    text: {
      vi: 'Ô “{column}” ghi {seen}, thấp hơn {last} đã báo cáo kỳ {period}.',
      en: '“{column}” holds {seen}, below the {last} reported for {period}.',
    },
    action: {
      vi: 'Xem lại số; nếu phải làm lại, nêu lý do ở cột Nguyên nhân.',
      en: 'Check the figure; if work had to be redone, say so in the column of causes.',
    },
  },
  doneAfterAsOf: {
    title: { vi: 'Ngày hoàn thành ở tương lai', en: 'Done in the future' },
    text: {
      vi: 'Ngày hoàn thành {seen} sau ngày đánh giá {asOf}.',
      en: 'Done on {seen}, which is after the as-of date {asOf}.',
    },
    action: {
      vi: 'Sửa ngày; nếu chưa xong thì để trống.',
      en: 'Correct the day; leave it empty if the task is not done.',
    },
  },
  doneBeforeStart: {
    title: { vi: 'Hoàn thành trước khi bắt đầu', en: 'Done before it began' },
    text: {
      vi: 'Ngày hoàn thành {seen} trước ngày bắt đầu {start}.',
      en: 'Done on {seen}, before it began on {start}.',
    },
    action: { vi: 'Xem lại hai ngày, kể cả năm.', en: 'Check both days, and their years.' },
  },
  doneOutsidePeriod: {
    title: { vi: 'Hoàn thành ngoài kỳ', en: 'Done outside the period' },
    text: {
      vi: 'Ngày hoàn thành {seen} không thuộc kỳ này ({from} – {to}) và chưa được báo cáo ở kỳ trước.',
      en: 'Done on {seen}, outside this period ({from} – {to}) and not reported before.',
    },
    action: {
      vi: 'Xem lại ngày; nếu báo cáo bù cho kỳ trước, ghi rõ ở cột Ghi chú.',
      en: 'Check the day; if it makes up for an earlier period, say so in the notes.',
    },
  },
  completeWithoutDate: {
    title: { vi: '100 % nhưng thiếu ngày', en: '100 % without a day' },
    text: {
      vi: 'Nhiệm vụ ghi 100 % nhưng cột “{column}” còn trống nên không biết đúng hạn hay quá hạn.',
      en: 'The task is at 100 %, but “{column}” is empty, so nobody knows whether it was in time.',
    },
    action: {
      vi: 'Nhập ngày hoàn thành (ngày ký văn bản, ngày nghiệm thu).',
      en: 'Enter the day it was done (signed, accepted).',
    },
  },
  dateWithoutComplete: {
    title: { vi: 'Có ngày hoàn thành, chưa đủ 100 %', en: 'Done date below 100 %' },
    text: {
      vi: 'Có ngày hoàn thành {done} nhưng cột “{column}” là “{seen}”.',
      en: 'There is a done date, {done}, but “{column}” is “{seen}”.',
    },
    action: {
      vi: 'Gõ {fix} nếu đã xong, hoặc xóa ngày hoàn thành.',
      en: 'Type {fix} if it is done, or clear the done date.',
    },
  },
  completeWithoutProduct: {
    title: { vi: 'Hoàn thành nhưng chưa ghi sản phẩm', en: 'Done without a product' },
    text: {
      vi: 'Nhiệm vụ đã hoàn thành nhưng chưa ghi kết quả và văn bản nào; sản phẩm theo kế hoạch: “{product}”.',
      en: 'The task is done, but no result and no document are named; the plan’s product: “{product}”.',
    },
    action: {
      vi: 'Ghi kết quả đạt được và số, ngày văn bản.',
      en: 'Name the result, and the number and day of the document.',
    },
  },
  productWithoutDocument: {
    title: { vi: 'Sản phẩm thiếu số văn bản', en: 'Product without a document' },
    text: {
      vi: 'Sản phẩm “{product}” đã hoàn thành nhưng cột “{column}” còn trống.',
      en: 'The product “{product}” is done, but “{column}” is empty.',
    },
    action: {
      vi: 'Ghi số và ngày văn bản, ví dụ: 215/KH-UBND ngày 12/9/2025.',
      en: 'Give number and day, for example: 215/KH-UBND ngày 12/9/2025.',
    },
  },
  documentWithoutNumber: {
    title: { vi: 'Văn bản thiếu số', en: 'Document without a number' },
    text: {
      vi: 'Cột “{column}” ghi “{seen}”, không có số văn bản.',
      en: '“{column}” says “{seen}” without a number.',
    },
    action: {
      vi: 'Ghi số và ngày văn bản, ví dụ: 215/KH-UBND ngày 12/9/2025.',
      en: 'Give number and day, for example: 215/KH-UBND ngày 12/9/2025.',
    },
  },
  documentWithoutDate: {
    title: { vi: 'Văn bản thiếu ngày', en: 'Document without a day' },
    text: {
      vi: 'Cột “{column}” ghi “{seen}”, chưa có ngày, tháng, năm của văn bản.',
      en: '“{column}” says “{seen}” without the day of the document.',
    },
    action: {
      vi: 'Ghi thêm ngày văn bản, ví dụ: ngày 12/9/2025.',
      en: 'Add the day, for example: ngày 12/9/2025.',
    },
  },
  startAfterDue: {
    title: { vi: 'Bắt đầu sau hạn', en: 'Start after the due day' },
    text: {
      vi: 'Ngày bắt đầu {seen} sau hạn hoàn thành {due}.',
      en: 'It begins on {seen}, after the due day {due}.',
    },
    action: { vi: 'Sửa ngày bắt đầu.', en: 'Correct the start.' },
  },
  triggerInFuture: {
    title: { vi: 'Văn bản cấp trên ở tương lai', en: 'Awaited document in the future' },
    text: {
      vi: 'Ngày có văn bản cấp trên {seen} sau ngày đánh giá {asOf}.',
      en: 'The awaited document is of {seen}, after the as-of date {asOf}.',
    },
    action: {
      vi: 'Sửa ngày; văn bản chưa ban hành thì để trống.',
      en: 'Correct the day; leave it empty until the document is issued.',
    },
  },
  triggerWithoutDue: {
    title: { vi: 'Đã có văn bản, chưa đặt hạn', en: 'No due day set' },
    text: {
      vi: 'Văn bản cấp trên đã có từ {trigger} nhưng cột “{column}” còn trống nên nhiệm vụ không được tính hạn.',
      en: 'The awaited document came on {trigger}, but “{column}” is empty, so the task is counted by no due day.',
    },
    action: {
      vi: 'Đặt hạn hoàn thành theo văn bản đó.',
      en: 'Set the due day that the document gives.',
    },
  },
  overdueNotReported: {
    title: { vi: 'Quá hạn, chưa báo cáo', en: 'Overdue and not reported' },
    text: {
      vi: 'Nhiệm vụ quá hạn {days} ngày (hạn {due}) mà chưa báo cáo gì.',
      en: 'The task is {days} days overdue (due {due}), and nothing was reported.',
    },
    action: {
      vi: 'Ghi % hoàn thành hoặc ngày hoàn thành, nguyên nhân và giải pháp; đôn đốc cơ quan chủ trì.',
      en: 'Enter the percentage or the done date, cause and measure; press the lead agency.',
    },
  },
  taskNotReported: {
    title: { vi: 'Nhiệm vụ chưa báo cáo', en: 'Task not reported' },
    text: {
      vi: 'Đã qua hạn gửi {due} mà nhiệm vụ chưa có % hoàn thành, ngày hoàn thành hay kết quả.',
      en: 'The report was due on {due}, and the task has neither percentage nor done date nor result.',
    },
    action: {
      vi: 'Ghi % hoàn thành và kết quả trong kỳ.',
      en: 'Enter the percentage and the result of the period.',
    },
  },
  recurringSilent: {
    title: { vi: 'Nhiệm vụ thường xuyên chưa báo cáo', en: 'Recurring task not reported' },
    text: {
      vi: 'Đã qua hạn gửi {due} mà nhiệm vụ thường xuyên này chưa ghi kết quả trong kỳ.',
      en: 'The report was due on {due}, and nothing was told of this recurring task.',
    },
    action: {
      vi: 'Ghi kết quả trong kỳ, kể cả khi không phát sinh.',
      en: 'Say what was done, even if it was nothing.',
    },
  },
  lateTaskWithoutCause: {
    title: { vi: 'Nhiệm vụ chậm, chưa nêu nguyên nhân', en: 'Late task without a cause' },
    text: {
      vi: 'Nhiệm vụ đang ở trạng thái “{status}” nhưng cột “{column}” còn trống.',
      en: 'The task is “{status}”, but “{column}” is empty.',
    },
    action: {
      vi: 'Nêu nguyên nhân cụ thể, khách quan và chủ quan.',
      en: 'Say precisely why.',
    },
  },
  lateTaskWithoutMeasure: {
    title: { vi: 'Nhiệm vụ chậm, chưa nêu giải pháp', en: 'Late task without a measure' },
    text: {
      vi: 'Nhiệm vụ đang ở trạng thái “{status}” nhưng cột “{column}” còn trống.',
      en: 'The task is “{status}”, but “{column}” is empty.',
    },
    action: {
      vi: 'Nêu giải pháp: ai làm, làm gì, xong khi nào.',
      en: 'Say who does what, by when.',
    },
  },
  moneyNegative: {
    title: { vi: 'Kinh phí âm', en: 'Negative money' },
    text: {
      vi: 'Ô “{column}” ghi {seen}; kinh phí không thể âm.',
      en: '“{column}” holds {seen}; money cannot be negative.',
    },
    action: { vi: 'Xem lại dấu; có thể là {fix}.', en: 'Look at the sign; {fix} may be meant.' },
  },
  moneyInDong: {
    title: { vi: 'Kinh phí có thể ghi bằng đồng', en: 'Money probably in đồng' },
    text: {
      vi: 'Ô “{column}” ghi {seen} triệu đồng, lớn hơn kinh phí của mọi nhiệm vụ; có thể đã ghi bằng đồng.',
      en: '“{column}” holds {seen} million đồng, more than any task costs; it was probably typed in đồng.',
    },
    action: { vi: 'Gõ {fix} (triệu đồng).', en: 'Type {fix} (million đồng).' },
  },
  disbursedOverAllotted: {
    title: { vi: 'Giải ngân vượt kinh phí giao', en: 'Disbursed more than allotted' },
    text: {
      vi: 'Đã giải ngân {seen}, nhiều hơn kinh phí được giao {allotted} (triệu đồng).',
      en: '{seen} was disbursed, more than the {allotted} allotted (million đồng).',
    },
    action: {
      vi: 'Xem lại hai số và đơn vị; nếu được bổ sung kinh phí, cập nhật kinh phí được giao.',
      en: 'Check both amounts and their unit; if more was granted, update the allotment.',
    },
  },
  disbursedWithoutAllotted: {
    title: { vi: 'Giải ngân, chưa ghi kinh phí giao', en: 'Disbursed without an allotment' },
    text: {
      vi: 'Đã giải ngân {disbursed} triệu đồng nhưng cột “{column}” còn trống.',
      en: '{disbursed} million đồng were disbursed, but “{column}” is empty.',
    },
    action: { vi: 'Nhập kinh phí được giao.', en: 'Enter the allotment.' },
  },
  fundingWithoutSource: {
    title: { vi: 'Chưa ghi nguồn kinh phí', en: 'Source of funding missing' },
    text: {
      vi: 'Được giao {seen} triệu đồng nhưng cột “{column}” còn trống.',
      en: '{seen} million đồng were allotted, but “{column}” is empty.',
    },
    action: {
      vi: 'Ghi nguồn kinh phí, ví dụ: ngân sách địa phương.',
      en: 'Name the source of the money, for example the local budget.',
    },
  },
  formulaInInput: {
    title: { vi: 'Công thức trong ô nhập', en: 'Formula in an input cell' },
    text: {
      vi: 'Ô “{column}” là công thức {seen} (đang cho {value}); giá trị có thể tự đổi sau khi kiểm tra.',
      en: 'The cell of “{column}” is the formula {seen} (now {value}); it may change after the check.',
    },
    action: {
      vi: 'Dán lại dưới dạng giá trị trước khi gửi.',
      en: 'Paste it as a value before sending.',
    },
  },
};

const messagesByCode: ReadonlyMap<string, IssueMessage> = new Map([
  ...Object.entries(issueMessages),
  ...Object.entries(submissionMessages),
]);
const headersByName: ReadonlyMap<string, string> = new Map(
  Object.entries(columnHeaders).flatMap(([table, headers]) =>
    Object.entries(headers).map(([field, header]): [string, string] => [
      `${table}.${field}`,
      header,
    ]),
  ),
);
const statusesByName: ReadonlyMap<string, Message> = new Map<string, Message>([
  ...Object.entries(indicatorStatusWords),
  ...Object.entries(taskStatusWords),
]);
const blank: Message = { vi: '(trống)', en: '(empty)' };

/** An issue in words: what it is, what was seen and expected, and what to do. */
export type DescribedIssue = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
};

/**
 * An issue in words, without its place. Columns and statuses are named as on the sheets. A code
 * without words is a bug; its issue is shown by its code rather than lost.
 */
export function describeIssue(issue: Issue, language: Language = 'vi'): DescribedIssue {
  const message = messagesByCode.get(issue.code);
  if (!message) return { title: issue.code, text: issue.code, action: '' };
  const params = worded(issue.params, language);
  const action =
    message.actionWithFix && issue.params['fix'] !== undefined
      ? message.actionWithFix
      : message.action;
  return {
    title: message.title[language],
    text: fill(message.text, params, language),
    action: fill(action, params, language),
  };
}

function worded(params: Params, language: Language): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, given]) => {
      if (given === '') return [name, blank[language]];
      if (name === 'column') return [name, headersByName.get(String(given)) ?? given];
      return [name, name === 'status' ? (statusOf(given)?.[language] ?? given) : given];
    }),
  );
}

function statusOf(given: string | number): Message | undefined {
  return statusesByName.get(String(given));
}
