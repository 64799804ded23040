import type { SubmissionCode } from '../domain/collection/submissionCodes';
import type { IssueMessage } from './issues';

/** What can be wrong in a form that came back: what was seen, and what its agency must do. */
export const submissionMessages: Readonly<Record<SubmissionCode, IssueMessage>> = {
  formTableMissing: {
    title: { vi: 'Thiếu bảng', en: 'Table missing' },
    text: {
      vi: 'Không thấy bảng “{table}” của phiếu: trang đã bị xóa hoặc dòng tiêu đề đã bị sửa.',
      en: 'The table “{table}” of the form is not there: its sheet was deleted or its headers changed.',
    },
    action: {
      vi: 'Điền lại vào phiếu đã nhận và giữ nguyên các trang.',
      en: 'Fill in the form that was received and keep its sheets.',
    },
  },
  formTableCopied: {
    title: { vi: 'Số liệu trên trang chép thêm', en: 'Figures on a copied sheet' },
    text: {
      vi: 'Trang này chép từ bảng “{table}” và có “{seen}” khác với bảng gốc (“{there}” ở ô {first}); không biết trang nào là số liệu.',
      en: 'This sheet is a copy of the table “{table}” with “{seen}” where the table has “{there}” (in {first}); which one counts is not known.',
    },
    action: {
      vi: 'Ghi số liệu đúng vào bảng gốc rồi xóa trang chép thêm.',
      en: 'Put the right figures into the table itself and delete the copied sheet.',
    },
  },
  formColumnMissing: {
    title: { vi: 'Thiếu cột', en: 'Column missing' },
    text: {
      vi: 'Không thấy cột “{column}”; ở chỗ đó đang là “{seen}”. Cột đã bị xóa hoặc tiêu đề bị sửa.',
      en: 'The column “{column}” is not there; “{seen}” stands in its place. It was deleted or its header changed.',
    },
    action: {
      vi: 'Gõ lại đúng tiêu đề “{column}”, hoặc điền lại vào phiếu đã nhận.',
      en: 'Type the header “{column}” again, or fill in the form that was received.',
    },
  },
  formColumnRepeated: {
    title: { vi: 'Hai cột cùng tên', en: 'Two columns of one name' },
    text: {
      vi: 'Tiêu đề “{column}” đã có ở ô {first}; không biết cột nào là số liệu.',
      en: 'The header “{column}” already stands in {first}; which column counts is not known.',
    },
    action: { vi: 'Đổi tên hoặc xóa cột chép thêm.', en: 'Rename or delete the copied column.' },
  },
  formColumnsSwapped: {
    title: { vi: 'Tiêu đề đặt sai cột', en: 'Header over another column' },
    text: {
      vi: 'Tiêu đề “{column}” đứng trên cột khác với cột mà công thức của phiếu dùng: tiêu đề đã bị gõ đổi chỗ.',
      en: 'The header “{column}” stands over another column than the form’s formulas use: headers were typed over.',
    },
    action: {
      vi: 'Đặt lại tiêu đề như phiếu đã nhận.',
      en: 'Put the headers back as they were in the form that was received.',
    },
  },
  formRowRepeated: {
    title: { vi: 'Dòng lặp lại', en: 'Row twice' },
    text: { vi: 'Mã “{id}” đã có ở ô {first}.', en: 'The id “{id}” already stands in {first}.' },
    action: {
      vi: 'Giữ một dòng với số liệu đúng, xóa dòng kia.',
      en: 'Keep one row with the right figures and delete the other.',
    },
  },
  formRowForeign: {
    title: { vi: 'Dòng không thuộc cơ quan', en: 'Row of another agency' },
    text: {
      vi: 'Dòng có mã “{id}” không phải dòng cơ quan này phải báo cáo kỳ này, nhưng đã điền.',
      en: 'The row “{id}” is not one this agency reports for this period, but it is filled in.',
    },
    action: {
      vi: 'Sửa lại mã nếu gõ nhầm, hoặc xóa số liệu trên dòng này.',
      en: 'Correct the id, or delete the figures of this row.',
    },
  },
  formRowWithoutId: {
    title: { vi: 'Số liệu trên dòng không có mã', en: 'Figure on a row without an id' },
    text: {
      vi: 'Ô “{column}” có “{seen}” nhưng dòng không có mã, không biết thuộc dòng nào của kế hoạch.',
      en: '“{column}” holds “{seen}”, but the row has no id, so it belongs to no row of the plan.',
    },
    action: {
      vi: 'Ghi lại mã ở cột Mã, hoặc chuyển dòng ghi thêm ra ngoài bảng.',
      en: 'Type the id again, or move the row out of the table.',
    },
  },
  formRowMissing: {
    title: { vi: 'Thiếu dòng', en: 'Row missing' },
    text: {
      vi: 'Dòng “{name}” không còn trong phiếu: được coi là chưa báo cáo.',
      en: 'The row “{name}” is no longer in the form: it counts as not reported.',
    },
    action: {
      vi: 'Nếu xóa nhầm, điền lại vào phiếu đã nhận và gửi lại.',
      en: 'If it was deleted by mistake, fill in the form that was received and send it again.',
    },
  },
  formCellsMerged: {
    title: { vi: 'Ô bị gộp', en: 'Merged cells' },
    text: {
      vi: 'Các ô {range} của bảng bị gộp: một số liệu đứng cho nhiều dòng hoặc nhiều cột.',
      en: 'The cells {range} of the table are merged: one figure stands for several rows or columns.',
    },
    action: {
      vi: 'Bỏ gộp ô và điền từng ô.',
      en: 'Unmerge the cells and fill in each of them.',
    },
  },
  formCellsShifted: {
    title: { vi: 'Ô bị đẩy lệch dòng', en: 'Cells pushed off their row' },
    text: {
      vi: 'Công thức của dòng này nhìn vào các dòng {rows}: đã xóa hoặc chèn ô riêng trong một cột, số liệu có thể đã lệch dòng.',
      en: 'The formula of this row looks at the rows {rows}: single cells were deleted or inserted in a column, and figures may stand on the wrong row.',
    },
    action: {
      vi: 'Điền lại vào phiếu đã nhận; khi xóa số liệu dùng phím Delete, không dùng Xóa ô.',
      en: 'Fill in the form that was received; clear cells with the Delete key, never delete the cell itself.',
    },
  },
  formRowsTorn: {
    title: { vi: 'Chỉ sắp xếp một phần bảng', en: 'Only part of the table was sorted' },
    text: {
      vi: 'Từ dòng này, các cột không còn thuộc cùng một dòng của kế hoạch: một phần bảng đã được sắp xếp riêng, phần còn lại (cả cột ẩn) đứng yên.',
      en: 'From this row on the columns belong to different rows of the plan: part of the table was sorted, the rest (hidden columns too) was not.',
    },
    action: {
      vi: 'Hoàn tác việc sắp xếp, hoặc điền lại vào phiếu đã nhận; khi sắp xếp thì dùng nút lọc ở tiêu đề.',
      en: 'Undo the sorting, or fill in the form that was received; sort with the buttons in the headers.',
    },
  },
  formTextChanged: {
    title: { vi: 'Chữ của kế hoạch bị sửa', en: 'Words of the plan changed' },
    text: {
      vi: 'Ô “{column}” đang là “{seen}”, kế hoạch ghi “{expected}”: không chắc số liệu thuộc dòng nào.',
      en: '“{column}” says “{seen}”, the plan says “{expected}”: which row the figures belong to is not certain.',
    },
    action: {
      vi: 'Đặt lại như kế hoạch. Nếu đã sắp xếp riêng một cột thì điền lại vào phiếu đã nhận.',
      en: 'Put the plan’s words back. If one column was sorted alone, fill in the form that was received.',
    },
  },
  formClosedCell: {
    title: { vi: 'Điền vào ô không nhập', en: 'Entry in a closed cell' },
    text: {
      vi: 'Ô “{column}” của dòng này không nhập nhưng đang có “{seen}”.',
      en: '“{column}” takes no entry on this row but holds “{seen}”.',
    },
    action: {
      vi: 'Chuyển số liệu sang ô vàng của dòng (mục tiêu định tính: cột Đánh giá định tính), rồi xóa ô này.',
      en: 'Move it to the row’s yellow cells (for a target in words: the judgement), then clear this cell.',
    },
  },
  formPreviousTyped: {
    title: { vi: 'Số ghi ở cột kỳ trước', en: 'Figure in the column of the last period' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}” nhưng kỳ trước không có số này, còn ô nhập của kỳ này để trống.',
      en: '“{column}” says “{seen}”, which was not the last period’s figure, and nothing is entered for this period.',
    },
    action: {
      vi: 'Nếu là số liệu kỳ này thì chuyển sang ô nhập; nếu không thì xóa đi.',
      en: 'Move it to the input cell if it is this period’s figure; clear it otherwise.',
    },
  },
  formErrorValue: {
    title: { vi: 'Ô báo lỗi', en: 'Error value' },
    text: { vi: 'Ô “{column}” đang báo lỗi {seen}.', en: '“{column}” shows the error {seen}.' },
    action: { vi: 'Nhập giá trị vào ô.', en: 'Enter a value.' },
  },
  formUncalculated: {
    title: { vi: 'Công thức chưa có kết quả', en: 'Formula without a result' },
    text: {
      vi: 'Ô “{column}” là công thức {formula} chưa được tính khi lưu.',
      en: '“{column}” is the formula {formula}, which was saved without its result.',
    },
    action: {
      vi: 'Mở tệp trong Excel, dán lại ô dưới dạng giá trị rồi lưu.',
      en: 'Open the file in Excel, paste the cell as a value and save.',
    },
  },
  formFormulaOutside: {
    title: { vi: 'Công thức lấy số từ nơi khác', en: 'Formula that reaches outside' },
    text: {
      vi: 'Ô “{column}” là công thức {formula} nối tới tệp hoặc chương trình khác; không dùng.',
      en: '“{column}” is the formula {formula}, which reaches another file or program; it is not used.',
    },
    action: { vi: 'Dán lại dưới dạng giá trị.', en: 'Paste it as a value.' },
  },
  formFormula: {
    title: { vi: 'Công thức trong ô nhập', en: 'Formula in an input cell' },
    text: {
      vi: 'Ô “{column}” là công thức {formula}; lấy kết quả đang hiện {seen}.',
      en: '“{column}” is the formula {formula}; the result it shows, {seen}, is taken.',
    },
    action: { vi: 'Kiểm tra lại kết quả.', en: 'Check the result.' },
  },
  formNumberAsText: {
    title: { vi: 'Số ghi dạng chữ', en: 'Number as text' },
    text: {
      vi: 'Ô “{column}” ghi chữ “{seen}”, có thể là số {fix}.',
      en: '“{column}” holds the text “{seen}”, which may be the number {fix}.',
    },
    action: { vi: 'Nhập số {fix}, không kèm chữ hay dấu %.', en: 'Enter the number {fix} alone.' },
  },
  formNotANumber: {
    title: { vi: 'Không phải số', en: 'Not a number' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}”, không đọc chắc được thành một số.',
      en: '“{column}” holds “{seen}”, which is no certain number.',
    },
    action: {
      vi: 'Nhập một số; ghi chú bằng chữ vào cột Ghi chú.',
      en: 'Enter one number; remarks go into the column of notes.',
    },
  },
  formWordsExpected: {
    title: { vi: 'Số trong ô ghi chữ', en: 'Number where words are needed' },
    text: {
      vi: 'Ô “{column}” cần lời giải thích nhưng chỉ có số {seen}.',
      en: '“{column}” needs an explanation but holds the number {seen}.',
    },
    action: {
      vi: 'Ghi bằng lời; nếu là số liệu thì chuyển về đúng cột.',
      en: 'Explain in words; move a figure to its own column.',
    },
  },
  formDateForNumber: {
    title: { vi: 'Ngày trong ô số', en: 'Date in a number cell' },
    text: {
      vi: 'Ô “{column}” cần một số nhưng đang định dạng ngày (giá trị {seen}); có thể “1/2” đã bị đổi thành ngày.',
      en: '“{column}” needs a number but is formatted as a date (value {seen}); “1/2” may have become a day.',
    },
    action: {
      vi: 'Đặt định dạng ô là số rồi nhập lại.',
      en: 'Format the cell as a number and enter it again.',
    },
  },
  formPercentFormat: {
    title: { vi: 'Ô định dạng phần trăm', en: 'Cell in per cent format' },
    text: {
      vi: 'Ô “{column}” định dạng phần trăm: đang hiện {fix} % nhưng giá trị là {seen}.',
      en: '“{column}” is in per cent format: it shows {fix} % but its value is {seen}.',
    },
    action: {
      vi: 'Đặt định dạng ô là số và nhập {fix}.',
      en: 'Format the cell as a number and enter {fix}.',
    },
  },
  formPercentRange: {
    title: { vi: '% ngoài khoảng 0–100', en: 'Per cent beyond 0–100' },
    text: {
      vi: 'Ô “{column}” ghi {seen}; chỉ nhận số từ 0 đến 100.',
      en: '“{column}” holds {seen}; only 0 to 100 is possible.',
    },
    action: { vi: 'Nhập lại số từ 0 đến 100.', en: 'Enter a number from 0 to 100.' },
  },
  formDateAsText: {
    title: { vi: 'Ngày ghi dạng chữ', en: 'Date as text' },
    text: {
      vi: 'Ô “{column}” ghi chữ “{seen}”, có thể là ngày {fix}.',
      en: '“{column}” holds the text “{seen}”, which may be {fix}.',
    },
    action: { vi: 'Nhập lại ngày {fix}.', en: 'Enter the day {fix}.' },
  },
  formNotADate: {
    title: { vi: 'Không phải ngày', en: 'Not a date' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}”, không đọc chắc được thành một ngày từ 2000 đến 2099.',
      en: '“{column}” holds “{seen}”, which is no certain day between 2000 and 2099.',
    },
    action: {
      vi: 'Nhập ngày dạng ngày/tháng/năm, ví dụ 30/6/2026.',
      en: 'Enter a day such as 30/6/2026.',
    },
  },
  formChoiceUnknown: {
    title: { vi: 'Không có trong danh sách', en: 'Not on the list' },
    text: {
      vi: 'Ô “{column}” ghi “{seen}”; chỉ nhận: {choices}.',
      en: '“{column}” holds “{seen}”; it takes: {choices}.',
    },
    action: { vi: 'Chọn lại trong danh sách của ô.', en: 'Choose from the cell’s list.' },
  },
  formEmpty: {
    title: { vi: 'Phiếu trống', en: 'Empty form' },
    text: { vi: 'Phiếu chưa điền ô nào.', en: 'Nothing is filled in.' },
    action: { vi: 'Nhắc cơ quan điền và gửi lại.', en: 'Ask the agency to fill it in.' },
  },
  formMacros: {
    title: { vi: 'Tệp có macro', en: 'File with macros' },
    text: {
      vi: 'Tệp có macro; chỉ đọc số liệu, không chạy macro.',
      en: 'The file carries macros; its figures were read, its macros were not.',
    },
    action: { vi: 'Không mở tệp này với macro bật.', en: 'Do not open it with macros enabled.' },
  },
};
