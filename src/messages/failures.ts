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
    vi: 'Tệp “{file}” không phải văn bản UTF-8. Lưu kế hoạch thành tệp văn bản (.txt, mã UTF-8) rồi thử lại.',
    en: 'The file “{file}” is not UTF-8 text. Save the plan as a text file (.txt, UTF-8) and try again.',
  },
  notAPlan: {
    vi: 'Không thấy bảng chỉ tiêu, bảng nhiệm vụ hay mục tiêu nào trong “{file}”. Chọn tệp kế hoạch có phụ lục chỉ tiêu hoặc nhiệm vụ.',
    en: 'No table of indicators or tasks and no targets were found in “{file}”. Choose a plan that has them.',
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
};

/** A failure in words. */
export function describeFailure(failure: Failure, language: Language = 'vi'): string {
  return fill(failureMessages[failure.code], failure.params, language);
}
