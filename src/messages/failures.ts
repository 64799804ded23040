import type { Failure, FailureCode } from '../domain/failure';
import { fill, type Language, type Message } from './language';

/** What each failure says: what was seen, and the next step. */
export const failureMessages: Readonly<Record<FailureCode, Message>> = {
  fileNotFound: {
    vi: 'Không tìm thấy tệp “{file}”. Kiểm tra lại đường dẫn và tên tệp.',
    en: 'The file “{file}” was not found. Check the path and the name.',
  },
  fileNotReadable: {
    vi: 'Không đọc được tệp “{file}” ({reason}). Kiểm tra quyền truy cập, đóng chương trình đang mở tệp rồi thử lại.',
    en: 'The file “{file}” could not be read ({reason}). Check its permissions, close the program that holds it and try again.',
  },
  fileNotWritable: {
    vi: 'Không ghi được tệp “{file}” ({reason}). Đóng tệp trong Excel hoặc chọn tên khác; chưa có gì bị thay đổi.',
    en: 'The file “{file}” could not be written ({reason}). Close it in Excel or choose another name; nothing was changed.',
  },
  fileEmpty: {
    vi: 'Tệp “{file}” không có nội dung. Chọn đúng tệp rồi thử lại.',
    en: 'The file “{file}” is empty. Choose the right file and try again.',
  },
  fileTooLarge: {
    vi: 'Tệp “{file}” quá lớn ({size} byte; tối đa {limit} byte). Xóa các trang, hình ảnh thừa rồi thử lại.',
    en: 'The file “{file}” is too large ({size} bytes; at most {limit}). Remove needless sheets and pictures and try again.',
  },
  notText: {
    vi: 'Không đọc được chữ trong tệp “{file}”. Lưu kế hoạch thành Word (.docx), Excel (.xlsx) hoặc văn bản (.txt, mã UTF-8) rồi thử lại.',
    en: 'The text of the file “{file}” cannot be read. Save the plan as Word (.docx), Excel (.xlsx) or text (.txt, UTF-8) and try again.',
  },
  notAPlan: {
    vi: 'Không thấy bảng chỉ tiêu, bảng nhiệm vụ hay mục tiêu nào trong “{file}”. Chọn tệp kế hoạch có phụ lục chỉ tiêu hoặc nhiệm vụ.',
    en: 'No table of indicators or tasks and no targets were found in “{file}”. Choose a plan that has them.',
  },
  tablesUnread: {
    vi: 'Trong “{file}” có bảng nhưng chưa đọc được (dòng {from}–{to}, bắt đầu từ “{text}”). Mở tệp Word hoặc PDF gốc, hoặc dán bảng vào trang tính rồi đọc vùng đang chọn.',
    en: 'The file “{file}” has a table that could not be read (lines {from}–{to}, which begin with “{text}”). Open the Word or PDF file instead, or paste the table into a sheet and read the selection.',
  },
  notAWorkbook: {
    vi: 'Tệp “{file}” không phải sổ Excel (.xlsx); nội dung giống {seen}. Mở tệp gốc trong Excel và lưu lại dạng .xlsx.',
    en: 'The file “{file}” is not an Excel workbook (.xlsx); it looks like {seen}. Open the original in Excel and save it as .xlsx.',
  },
  workbookEncrypted: {
    vi: 'Tệp “{file}” có mật khẩu. Mở trong Excel, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ) rồi lưu lại.',
    en: 'The file “{file}” has a password. Open it in Excel, remove the password and save it again.',
  },
  workbookOldFormat: {
    vi: 'Tệp “{file}” ở dạng Excel cũ (.xls). Mở trong Excel và lưu lại dạng .xlsx.',
    en: 'The file “{file}” is in the old Excel format (.xls). Open it in Excel and save it as .xlsx.',
  },
  workbookDamaged: {
    vi: 'Tệp “{file}” bị hỏng ở phần “{part}” ({reason}). Xin lại tệp từ nơi gửi, hoặc mở và sửa trong Excel rồi lưu lại.',
    en: 'The file “{file}” is damaged in its part “{part}” ({reason}). Ask for the file again, or repair it in Excel and save it.',
  },
  workbookHostile: {
    vi: 'Tệp “{file}” có cấu trúc bất thường ({reason}) nên không được mở. Sao chép dữ liệu sang một sổ mới rồi thử lại.',
    en: 'The file “{file}” has an abnormal structure ({reason}) and was not opened. Copy the data into a new workbook and try again.',
  },
  documentUnknown: {
    vi: 'Tệp “{file}” ở dạng chưa đọc được ({seen}). Lưu kế hoạch thành Word (.docx), Excel (.xlsx) hoặc văn bản (.txt) rồi thử lại.',
    en: 'The file “{file}” is of a kind that cannot be read ({seen}). Save the plan as Word (.docx), Excel (.xlsx) or text (.txt) and try again.',
  },
  documentOtherFormat: {
    vi: 'Tệp “{file}” là {seen}, chưa đọc được. Mở bằng Word hoặc LibreOffice, chọn Tệp > Lưu thành (Save As), kiểu “Word (.docx)”, rồi chọn tệp vừa lưu.',
    en: 'The file “{file}” is {seen}, which cannot be read. Open it in Word or LibreOffice, choose File > Save As and the type “Word (.docx)”, then choose the new file.',
  },
  documentEncrypted: {
    vi: 'Tệp “{file}” có mật khẩu. Mở bằng chương trình đã tạo ra nó, bỏ mật khẩu rồi lưu lại.',
    en: 'The file “{file}” has a password. Open it in the program that made it, remove the password and save it again.',
  },
  documentDamaged: {
    vi: 'Tệp “{file}” bị hỏng ở phần “{part}” ({reason}). Xin lại tệp từ nơi gửi, hoặc mở bằng Word rồi lưu lại.',
    en: 'The file “{file}” is damaged in its part “{part}” ({reason}). Ask for the file again, or open it in Word and save it.',
  },
  documentHostile: {
    vi: 'Tệp “{file}” có cấu trúc bất thường ({reason}) nên không được mở. Sao chép nội dung sang một tệp mới rồi thử lại.',
    en: 'The file “{file}” has an abnormal structure ({reason}) and was not opened. Copy the content into a new file and try again.',
  },
  documentScanned: {
    vi: 'Tệp “{file}” chỉ có ảnh chụp trang, không có chữ. Xin bản Word hoặc PDF xuất từ Word; hoặc nhận dạng chữ (OCR), soát lại rồi lưu thành .docx.',
    en: 'The file “{file}” holds pictures of pages and no text. Ask for the Word file or a PDF made from it; or run text recognition, check it and save it as .docx.',
  },
  workbookWrongKind: {
    vi: 'Tệp “{file}” là “{seen}”, không phải “{expected}”. Chọn đúng loại tệp rồi thử lại.',
    en: 'The file “{file}” is “{seen}”, not “{expected}”. Choose the right kind of file and try again.',
  },
  workbookWrongVersion: {
    vi: 'Tệp “{file}” có phiên bản định dạng {seen}; bản này đọc được tới {expected}. Cập nhật Tiến Độ rồi thử lại.',
    en: 'The file “{file}” has format version {seen}; this program reads up to {expected}. Update Tiến Độ and try again.',
  },
  workbookNoIdentity: {
    vi: 'Tệp “{file}” không phải sổ theo dõi của Tiến Độ (không có phần định danh). Tạo sổ bằng lệnh track, hoặc lấy lại bản chưa xóa trang ẩn _TienDo.',
    en: 'The file “{file}” is not a tracking workbook of Tiến Độ (it has no identity). Make one with the track command, or go back to a copy that still has the hidden sheet _TienDo.',
  },
  sheetMissing: {
    vi: 'Sổ “{file}” thiếu trang “{sheet}”. Khôi phục trang này từ bản sao lưu rồi thử lại.',
    en: 'The workbook “{file}” lacks the sheet “{sheet}”. Restore it from a backup and try again.',
  },
  columnMissing: {
    vi: 'Trang “{sheet}” của “{file}” thiếu cột “{column}”. Đặt lại đúng tên cột ở dòng tiêu đề rồi thử lại.',
    en: 'The sheet “{sheet}” of “{file}” lacks the column “{column}”. Put its header back and try again.',
  },
  usage: {
    vi: 'Lệnh chưa đúng: {detail}. Gõ “npm run -s tien-do -- help” để xem cách dùng.',
    en: 'The command is not right: {detail}. Type “npm run -s tien-do -- help” to see how it is used.',
  },
  dateInvalid: {
    vi: 'Ngày “{seen}” ({where}) không đọc được. Ghi ngày dạng 2025-11-20 hoặc 20/11/2025.',
    en: 'The date “{seen}” ({where}) cannot be read. Write it as 2025-11-20 or 20/11/2025.',
  },
  settingInvalid: {
    vi: 'Mục “{setting}” ở ô {cell} trang “{sheet}” của “{file}” đang là “{seen}”, không dùng được. Chọn ô đó, làm theo lời nhắc rồi thử lại.',
    en: 'The setting “{setting}” in cell {cell} of the sheet “{sheet}” in “{file}” is “{seen}”, which cannot be used. Select the cell, follow its prompt and try again.',
  },
  periodUnknown: {
    vi: 'Sổ “{file}” không có kỳ “{seen}”; các kỳ đang có: {known}. Chọn một kỳ trong đó, hoặc thêm kỳ ở trang Kỳ báo cáo.',
    en: 'The workbook “{file}” has no period “{seen}”; it has {known}. Choose one of these, or add it on the period sheet.',
  },
  periodNotLater: {
    vi: 'Kỳ {seen} không sau kỳ đang báo cáo {current} của “{file}”. Chọn một kỳ có hạn gửi muộn hơn.',
    en: 'The period {seen} does not come after {current}, which “{file}” reports now. Choose a later one.',
  },
  nothingToUndo: {
    vi: 'Nhật ký của “{file}” chưa có việc nào để hoàn tác. Kiểm tra xem đã chọn đúng tệp chưa.',
    en: 'The log of “{file}” holds nothing to undo. Check that it is the right file.',
  },
  nothingToCollect: {
    vi: 'Không thấy tệp nào trong “{file}”. Chỉ ra tệp, thư mục hoặc tệp .zip chứa bài nộp.',
    en: 'No file was found in “{file}”. Name files, a folder or a .zip of submissions.',
  },
  historyFull: {
    vi: 'Trang Số liệu của “{file}” sẽ có {figures} dòng, quá {limit} dòng một trang tính chứa được; chưa ghi gì. Cất sổ này, lập sổ mới cho các kỳ sau rồi tổng hợp tiếp, hoặc tổng hợp ít tệp hơn.',
    en: 'The history of “{file}” would have {figures} lines, more than the {limit} a sheet can hold; nothing was written. Put this workbook away and go on in a new one, or collect fewer files.',
  },
  agenciesNotMerged: {
    vi: 'Không nhập được “{from}” vào “{into}” trong “{file}”: {reason}. Dùng mã ở cột Mã của trang Cơ quan.',
    en: 'In “{file}”, “{from}” cannot be merged into “{into}”: {reason}. Use the ids of the agency sheet.',
  },
  correctionRefused: {
    vi: 'Không sửa được “{field}” của dòng “{line}” trong “{file}”: {reason}. Xem lại rồi ghi lại.',
    en: '“{field}” of the row “{line}” in “{file}” cannot be corrected: {reason}. Look again and retry.',
  },
  bookTwice: {
    vi: 'Tệp “{file}” và “{other}” giống hệt nhau. Bỏ bớt một tệp rồi so sánh lại.',
    en: 'The files “{file}” and “{other}” are the same. Leave one of them out and compare again.',
  },
  planTwice: {
    vi: '“{file}” (kỳ {period}) và “{other}” (kỳ {otherPeriod}) là hai sổ của cùng một kế hoạch, {plan}. So sánh giữa các địa phương chỉ nhận một sổ cho mỗi kế hoạch: bỏ bớt sổ cũ hơn.',
    en: '“{file}” ({period}) and “{other}” ({otherPeriod}) are two workbooks of one plan, {plan}. A comparison takes one workbook a plan: leave the older one out.',
  },
  notAComparison: {
    vi: 'Tệp “{file}” không phải sổ so sánh của Tiến Độ (không có trang Ghép chỉ tiêu). Chọn sổ do lệnh compare hoặc mục So sánh tạo ra.',
    en: 'The file “{file}” is no comparison of Tiến Độ (it has no sheet of matches). Choose a workbook that compare has made.',
  },
  formNoIdentity: {
    vi: 'Tệp “{file}” không phải phiếu báo cáo của Tiến Độ (không có phần định danh). Gửi lại đúng phiếu đã nhận, không chép sang tệp khác; phiếu xuất ra .csv hoặc chép từng trang thì mất phần này.',
    en: 'The file “{file}” is no form of Tiến Độ (it has no identity). Send the very form that was received, not a copy of its sheets.',
  },
  formIdentityTorn: {
    vi: 'Tệp “{file}” ghi hai phần định danh khác nhau: trang ẩn đã bị chép từ phiếu khác. Điền lại vào đúng phiếu đã nhận.',
    en: 'The file “{file}” says two different things about whose form it is: its hidden sheet comes from another form. Fill in the form that was received.',
  },
  formOtherPlan: {
    vi: 'Tệp “{file}” là phiếu của kế hoạch “{seen}”, không phải “{expected}”. Tổng hợp vào đúng sổ của kế hoạch đó.',
    en: 'The file “{file}” is a form of the plan “{seen}”, not of “{expected}”. Collect it into that plan’s workbook.',
  },
  formOtherPeriod: {
    vi: 'Tệp “{file}” là phiếu của kỳ {seen}, đang tổng hợp kỳ {expected}. Xin phiếu kỳ này, hoặc tổng hợp riêng với --period {seen}.',
    en: 'The file “{file}” is a form for the period {seen}; {expected} is being collected. Ask for this period’s form, or collect it with --period {seen}.',
  },
  formUnknownAgency: {
    vi: 'Tệp “{file}” là phiếu của cơ quan có mã “{seen}”, không có ở trang Cơ quan. Thêm cơ quan này vào sổ rồi tổng hợp lại.',
    en: 'The file “{file}” is a form of an agency with the id “{seen}”, which is not on the agency sheet. Add it and collect again.',
  },
  formAgencyMerged: {
    vi: 'Tệp “{file}” là phiếu của {seen}, phần việc đã chuyển về {successor}. Lập và gửi phiếu của {successor}.',
    en: 'The file “{file}” is a form of {seen}, whose duties went to {successor}. Send the form of {successor}.',
  },
};

/** Words for the codes that failures carry in their `seen`, `expected` and `reason`. */
export const failureWords: ReadonlyMap<string, Message> = new Map([
  ['html', { vi: 'trang web (HTML)', en: 'a web page (HTML)' }],
  ['xml', { vi: 'tệp XML', en: 'an XML file' }],
  ['csv', { vi: 'tệp CSV', en: 'a CSV file' }],
  ['text', { vi: 'tệp văn bản thuần', en: 'plain text' }],
  ['pdf', { vi: 'tệp PDF', en: 'a PDF' }],
  ['rtf', { vi: 'tệp RTF', en: 'an RTF file' }],
  ['image', { vi: 'tệp ảnh', en: 'a picture' }],
  ['docx', { vi: 'văn bản Word', en: 'a Word document' }],
  ['pptx', { vi: 'bản trình chiếu PowerPoint', en: 'a PowerPoint file' }],
  ['xlsb', { vi: 'sổ Excel nhị phân (.xlsb)', en: 'a binary workbook (.xlsb)' }],
  ['opendocument', { vi: 'tệp OpenDocument (.ods, .odt)', en: 'an OpenDocument file' }],
  ['zip', { vi: 'tệp nén (.zip)', en: 'a zip archive' }],
  ['officeOld', { vi: 'tệp Office đời cũ (.doc)', en: 'an old Office file (.doc)' }],
  ['unknown', { vi: 'một loại tệp chưa rõ', en: 'an unknown kind of file' }],
  ['truncated', { vi: 'tệp bị cụt, có thể do tải hoặc chép dở', en: 'the file is cut short' }],
  ['directory', { vi: 'mục lục bên trong tệp bị sai', en: 'its table of contents is wrong' }],
  ['packing', { vi: 'không giải nén được', en: 'it cannot be unpacked' }],
  ['size', { vi: 'kích thước bên trong không khớp', en: 'its size does not match' }],
  ['checksum', { vi: 'dữ liệu bị thay đổi khi truyền', en: 'its checksum is wrong' }],
  ['missing', { vi: 'thiếu một phần của tệp', en: 'a part is missing' }],
  ['encoding', { vi: 'không phải mã UTF-8', en: 'it is not UTF-8' }],
  ['address', { vi: 'có địa chỉ ô sai', en: 'a cell address is wrong' }],
  ['value', { vi: 'có giá trị ô sai kiểu', en: 'a cell value does not fit its type' }],
  ['index', { vi: 'ô trỏ tới dữ liệu không có', en: 'a cell points to nothing' }],
  ['duplicate', { vi: 'có phần bị lặp', en: 'something is there twice' }],
  ['planUnreadable', { vi: 'phần kế hoạch ẩn đã bị sửa', en: 'the hidden plan was changed' }],
  ['zipBomb', { vi: 'nén quá mức bình thường', en: 'it is packed abnormally' }],
  ['partTooLarge', { vi: 'một phần quá lớn', en: 'a part is too large' }],
  ['unpackedTooLarge', { vi: 'giải nén ra quá lớn', en: 'it unpacks too large' }],
  ['tooManyEntries', { vi: 'quá nhiều phần', en: 'it has too many parts' }],
  ['zip64', { vi: 'dạng nén zip64 không dùng cho sổ tính', en: 'it is a zip64 archive' }],
  ['duplicateEntry', { vi: 'hai phần trùng tên', en: 'two parts have one name' }],
  ['entityExpansion', { vi: 'chứa khai báo DTD', en: 'it holds a DTD' }],
  ['tooManySheets', { vi: 'quá nhiều trang tính', en: 'it has too many sheets' }],
  ['tooManyRows', { vi: 'quá nhiều dòng', en: 'it has too many rows' }],
  ['tooManyColumns', { vi: 'quá nhiều cột', en: 'it has too many columns' }],
  ['tooManyCells', { vi: 'quá nhiều ô', en: 'it has too many cells' }],
  ['tooManyStrings', { vi: 'quá nhiều chuỗi chữ', en: 'it has too many texts' }],
  ['tooManyItems', { vi: 'quá nhiều mục', en: 'it has too many items' }],
  ['textTooLong', { vi: 'có chữ quá dài trong một ô', en: 'a text is too long' }],
  ['tooDeep', { vi: 'lồng nhau quá nhiều lớp', en: 'it is nested too deeply' }],
  ['tracking', { vi: 'sổ theo dõi', en: 'a tracking workbook' }],
  ['form', { vi: 'phiếu báo cáo', en: 'a form' }],
  ['report', { vi: 'báo cáo tổng hợp', en: 'a report' }],
  ['read-only', { vi: 'tệp chỉ cho đọc', en: 'the file is read-only' }],
  ['unknownAgency', { vi: 'không có cơ quan mang mã đó', en: 'no agency has that id' }],
  [
    'notPast',
    {
      vi: 'kỳ này chưa qua; sửa thẳng trong bảng',
      en: 'the period is not over; edit the tables themselves',
    },
  ],
  ['sameValue', { vi: 'số liệu đang là giá trị đó', en: 'it is that value already' }],
  ['unknownLine', { vi: 'kế hoạch không có dòng này', en: 'the plan has no such row' }],
  ['closedField', { vi: 'dòng này không có ô đó', en: 'the row has no such field' }],
  [
    'unreadableValue',
    { vi: 'giá trị không đúng loại của ô', en: 'the value is not of the field’s kind' },
  ],
  ['sameAgency', { vi: 'hai mã là một cơ quan', en: 'both are one agency' }],
  ['groupAgency', { vi: 'nhóm cơ quan không nhập được', en: 'a group cannot be merged' }],
  [
    'circle',
    { vi: 'cơ quan nhận lại đang được kế thừa bởi chính nó', en: 'they would succeed each other' },
  ],
  ['EISDIR', { vi: 'đó là một thư mục', en: 'it is a folder' }],
  ['EACCES', { vi: 'không có quyền', en: 'permission is missing' }],
  ['EPERM', { vi: 'không có quyền', en: 'permission is missing' }],
  ['EROFS', { vi: 'ổ đĩa chỉ cho đọc', en: 'the disk is read-only' }],
  ['ENOSPC', { vi: 'ổ đĩa đã đầy', en: 'the disk is full' }],
  ['EBUSY', { vi: 'tệp đang được chương trình khác mở', en: 'another program holds it' }],
]);

/** A failure in words. */
export function describeFailure(failure: Failure, language: Language = 'vi'): string {
  const params = Object.fromEntries(
    Object.entries(failure.params).map(([name, given]) => [
      name,
      name === 'seen' || name === 'expected' || name === 'reason'
        ? (failureWords.get(String(given))?.[language] ?? given)
        : given,
    ]),
  );
  return fill(failureMessages[failure.code], params, language);
}
