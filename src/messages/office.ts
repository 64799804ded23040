import { fill, type Language, type Message, type Params } from './language';

/**
 * What each failure inside the open workbook says: what was seen, and the next step. The codes
 * are those of src/gateways/excel/errors.ts; a test holds both lists together.
 */
export const officeMessages = {
  cellEditMode: {
    vi: 'Một ô đang được sửa nên Excel chưa cho ghi. Nhấn Enter hoặc Esc để kết thúc việc sửa ô rồi thử lại.',
    en: 'A cell is being edited, so Excel takes no changes. Press Enter or Esc to leave the cell and try again.',
  },
  protectedSheet: {
    vi: 'Trang tính hoặc sổ đang được bảo vệ nên không ghi được ({place}). Vào Xem lại > Bỏ bảo vệ trang tính rồi thử lại.',
    en: 'A sheet or the workbook is protected and cannot be written ({place}). Use Review > Unprotect Sheet and try again.',
  },
  tableOverlap: {
    vi: 'Chỗ cần đặt bảng đã có bảng hoặc dữ liệu khác ({place}). Chuyển phần đó sang trang khác rồi thử lại.',
    en: 'Another table or other data stands where the table must go ({place}). Move it to another sheet and try again.',
  },
  sheetMissing: {
    vi: 'Một trang của sổ theo dõi không còn ({place}): trang đã bị xóa hoặc đổi tên. Khôi phục trang bằng Hoàn tác (Ctrl+Z), hoặc nạp lại kế hoạch.',
    en: 'A sheet of the tracking workbook is gone ({place}): it was deleted or renamed. Bring it back with Undo (Ctrl+Z), or load the plan again.',
  },
  itemMissing: {
    vi: 'Không còn thấy bảng, tên hoặc vùng cần dùng ({place}). Khôi phục bằng Hoàn tác (Ctrl+Z), hoặc nạp lại kế hoạch.',
    en: 'A table, name or range that is needed is gone ({place}). Bring it back with Undo (Ctrl+Z), or load the plan again.',
  },
  payloadTooLarge: {
    vi: 'Excel không nhận một lần nhiều dữ liệu như vậy ({error}). Đóng bớt sổ khác rồi thử lại, hoặc mở sổ bằng Excel trên máy tính.',
    en: 'Excel does not take that much data at once ({error}). Close other workbooks and try again, or open the workbook in desktop Excel.',
  },
  mergedRange: {
    vi: 'Vùng cần ghi có ô bị gộp ({place}). Bỏ gộp ô (Trang chủ > Gộp & Căn giữa) rồi thử lại.',
    en: 'Cells to be written are merged ({place}). Unmerge them (Home > Merge & Center) and try again.',
  },
  nameTaken: {
    vi: 'Tên trang, tên bảng hoặc tên vùng cần dùng đã có trong sổ ({place}). Đổi tên phần của anh/chị rồi thử lại.',
    en: 'The name of a sheet, table or range that is needed is taken in this workbook ({place}). Rename yours and try again.',
  },
  badArgument: {
    vi: 'Excel không nhận thao tác này ({error}, {place}). Lưu sổ, mở lại rồi thử lại; nếu còn lỗi, gửi dòng này cho người phát triển.',
    en: 'Excel refuses this step ({error}, {place}). Save the workbook, open it again and retry; if it fails again, send this line to the developers.',
  },
  tableFiltered: {
    vi: 'Excel không thêm, bớt được dòng của bảng ({place}): bảng đang lọc, hoặc có bảng khác nằm cạnh. Bỏ lọc (Dữ liệu > Xóa), chuyển bảng bên cạnh sang trang khác rồi thử lại.',
    en: 'Excel cannot add or remove rows of the table ({place}): it is filtered, or another table stands beside it. Clear the filter (Data > Clear), move the other table to another sheet and try again.',
  },
  excelBusy: {
    vi: 'Excel đang bận hoặc mất kết nối ({error}). Đợi vài giây rồi thử lại.',
    en: 'Excel is busy or has lost its connection ({error}). Wait a few seconds and try again.',
  },
  excelTooOld: {
    vi: 'Bản Excel này không có chức năng cần dùng ({error}, {place}). Cập nhật Excel, hoặc mở sổ bằng Excel trên web.',
    en: 'This version of Excel lacks something that is needed ({error}, {place}). Update Excel, or open the workbook in Excel on the web.',
  },
  workbookReadOnly: {
    vi: 'Sổ đang mở ở chế độ chỉ đọc ({error}). Chọn Bật chỉnh sửa, hoặc lưu một bản khác rồi thử lại.',
    en: 'The workbook is open read-only ({error}). Choose Enable Editing, or save a copy, and try again.',
  },
  permissionDenied: {
    vi: 'Anh/chị không có quyền sửa sổ này ({error}). Xin quyền của người chia sẻ, hoặc lưu một bản khác rồi thử lại.',
    en: 'You may not change this workbook ({error}). Ask whoever shared it, or save a copy, and try again.',
  },
  workbookTooLarge: {
    vi: 'Sổ có quá nhiều ô để đọc ({detail}). Xóa các trang, dòng thừa rồi thử lại.',
    en: 'The workbook has too many cells to read ({detail}). Remove needless sheets and rows and try again.',
  },
  cancelled: {
    vi: 'Đã dừng theo yêu cầu. Bấm lại khi cần thực hiện.',
    en: 'Stopped as asked. Start again when you want to.',
  },
  unknownOffice: {
    vi: 'Excel báo lỗi “{error}” ở “{place}”: {detail}. Lưu sổ, mở lại rồi thử lại; nếu còn lỗi, gửi dòng này cho người phát triển.',
    en: 'Excel reports “{error}” at “{place}”: {detail}. Save the workbook, open it again and retry; if it fails again, send this line to the developers.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** What stands behind the name of a sheet that is kept as it was: "Chỉ tiêu (bản cũ)". */
export const keptSheetWord = 'bản cũ';

/** What follows a failure: whether the workbook is as it was. */
export const undoneMessages = {
  undone: {
    vi: 'Sổ vẫn như trước khi thực hiện.',
    en: 'The workbook is as it was before.',
  },
  notUndone: {
    vi: 'Không đưa được sổ về như trước: đóng sổ mà không lưu, rồi mở lại.',
    en: 'The workbook could not be put back: close it without saving and open it again.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** A failure in words: what was seen, what to do, and the state of the workbook. */
export function describeOfficeFailure(
  failure: {
    readonly code: keyof typeof officeMessages;
    readonly params: Params;
    readonly undone: boolean;
  },
  language: Language = 'vi',
): string {
  const state = failure.undone ? undoneMessages.undone : undoneMessages.notUndone;
  const said = fill(officeMessages[failure.code], failure.params, language);
  return `${said} ${fill(state, {}, language)}`;
}
