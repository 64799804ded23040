import type { IndicatorField, RoadmapField, TaskField } from '../../domain/book';

/**
 * What a column of ours is for: `plan` comes from the plan and is locked, `input` is typed by
 * an officer, `derived` is a formula, `machine` is what the formulas need and starts folded.
 */
export type ColumnRole = 'plan' | 'input' | 'derived' | 'machine';

/** One column of a table of ours: its header (never renamed), role and width in characters. */
export type Column<F extends string> = {
  readonly field: F;
  readonly header: string;
  readonly role: ColumnRole;
  readonly width: number;
};

/** A table of ours: the sheet it is on, its table name and its columns in order. */
export type TableLayout<F extends string> = {
  readonly sheet: string;
  readonly table: string;
  readonly columns: readonly Column<F>[];
};

/** The indicator table. Headers are a contract with other tools and with older files. */
export const indicatorLayout: TableLayout<IndicatorField> = {
  sheet: 'Chỉ tiêu',
  table: 'ChiTieu',
  columns: [
    { field: 'id', header: 'Mã', role: 'plan', width: 11 },
    { field: 'code', header: 'TT', role: 'plan', width: 6 },
    { field: 'name', header: 'Chỉ tiêu', role: 'plan', width: 38 },
    { field: 'unit', header: 'Đơn vị', role: 'plan', width: 10 },
    { field: 'target', header: 'Mục tiêu', role: 'plan', width: 19 },
    { field: 'horizon', header: 'Năm đích', role: 'plan', width: 7 },
    { field: 'lead', header: 'Cơ quan chủ trì', role: 'plan', width: 17 },
    { field: 'previous', header: 'Kỳ trước', role: 'plan', width: 9 },
    { field: 'actual', header: 'Thực hiện', role: 'input', width: 10 },
    { field: 'estimated', header: 'Ước thực hiện', role: 'input', width: 8 },
    { field: 'judgement', header: 'Đánh giá định tính', role: 'input', width: 12 },
    { field: 'source', header: 'Nguồn số liệu', role: 'input', width: 17 },
    { field: 'cause', header: 'Nguyên nhân', role: 'input', width: 20 },
    { field: 'measure', header: 'Giải pháp', role: 'input', width: 20 },
    { field: 'request', header: 'Khó khăn, kiến nghị', role: 'input', width: 18 },
    { field: 'progress', header: 'Tiến độ', role: 'derived', width: 9 },
    { field: 'due', header: 'Cần đạt', role: 'derived', width: 9 },
    { field: 'deviation', header: 'Chênh lệch (điểm)', role: 'derived', width: 9 },
    { field: 'status', header: 'Trạng thái', role: 'derived', width: 15 },
    { field: 'note', header: 'Ghi chú', role: 'input', width: 14 },
    { field: 'targetKind', header: 'Loại mục tiêu', role: 'machine', width: 12 },
    { field: 'targetValue', header: 'Mức đích', role: 'machine', width: 10 },
    { field: 'targetTop', header: 'Mức trên', role: 'machine', width: 10 },
    { field: 'direction', header: 'Chiều', role: 'machine', width: 7 },
    { field: 'strict', header: 'Vượt hẳn', role: 'machine', width: 8 },
    { field: 'pace', header: 'Nhịp', role: 'machine', width: 9 },
    { field: 'partOf', header: 'Thuộc dòng', role: 'machine', width: 10 },
    { field: 'leadIds', header: 'Mã cơ quan chủ trì', role: 'machine', width: 18 },
    { field: 'reading', header: 'Đọc ô nhập', role: 'machine', width: 8 },
    { field: 'roadMode', header: 'Cách tính', role: 'machine', width: 9 },
    { field: 'roadBase', header: 'Gốc', role: 'machine', width: 9 },
    { field: 'roadExpected', header: 'Mức cần đạt', role: 'machine', width: 10 },
    { field: 'ownRank', header: 'Bậc riêng', role: 'machine', width: 8 },
    { field: 'rank', header: 'Bậc', role: 'machine', width: 8 },
    { field: 'order', header: 'Thứ tự xử lý', role: 'machine', width: 14 },
  ],
};

/** The task table. Headers are a contract with other tools and with older files. */
export const taskLayout: TableLayout<TaskField> = {
  sheet: 'Nhiệm vụ',
  table: 'NhiemVu',
  columns: [
    { field: 'id', header: 'Mã', role: 'plan', width: 11 },
    { field: 'code', header: 'TT', role: 'plan', width: 6 },
    { field: 'section', header: 'Mục', role: 'plan', width: 6 },
    { field: 'name', header: 'Nhiệm vụ', role: 'plan', width: 44 },
    { field: 'lead', header: 'Cơ quan chủ trì', role: 'plan', width: 18 },
    { field: 'coordinators', header: 'Cơ quan phối hợp', role: 'plan', width: 18 },
    { field: 'product', header: 'Sản phẩm', role: 'plan', width: 16 },
    { field: 'time', header: 'Thời hạn', role: 'plan', width: 12 },
    { field: 'start', header: 'Ngày bắt đầu', role: 'input', width: 11.5 },
    { field: 'due', header: 'Hạn hoàn thành', role: 'plan', width: 11.5 },
    { field: 'trigger', header: 'Ngày có văn bản cấp trên', role: 'input', width: 12 },
    { field: 'percent', header: '% hoàn thành', role: 'input', width: 10 },
    { field: 'done', header: 'Ngày hoàn thành', role: 'input', width: 11.5 },
    { field: 'result', header: 'Kết quả trong kỳ', role: 'input', width: 22 },
    { field: 'document', header: 'Số, ngày văn bản', role: 'input', width: 15 },
    { field: 'source', header: 'Nguồn số liệu', role: 'input', width: 15 },
    { field: 'cause', header: 'Nguyên nhân', role: 'input', width: 18 },
    { field: 'measure', header: 'Giải pháp', role: 'input', width: 18 },
    { field: 'request', header: 'Khó khăn, kiến nghị', role: 'input', width: 16 },
    { field: 'allotted', header: 'Kinh phí được giao (triệu đồng)', role: 'input', width: 12 },
    { field: 'disbursed', header: 'Đã giải ngân (triệu đồng)', role: 'input', width: 12 },
    { field: 'funding', header: 'Nguồn kinh phí', role: 'input', width: 11 },
    { field: 'daysLeft', header: 'Số ngày còn lại', role: 'derived', width: 9 },
    { field: 'status', header: 'Trạng thái', role: 'derived', width: 16 },
    { field: 'bucket', header: 'Nhóm thống kê', role: 'derived', width: 16 },
    { field: 'note', header: 'Ghi chú', role: 'input', width: 14 },
    { field: 'timeKind', header: 'Loại thời hạn', role: 'machine', width: 12 },
    { field: 'leadIds', header: 'Mã cơ quan chủ trì', role: 'machine', width: 18 },
    { field: 'coordinatorIds', header: 'Mã cơ quan phối hợp', role: 'machine', width: 18 },
    { field: 'fault', header: 'Ô nhập lỗi', role: 'machine', width: 8 },
    { field: 'reported', header: 'Có báo cáo', role: 'machine', width: 8 },
    { field: 'startDay', header: 'Ngày tính từ', role: 'machine', width: 12 },
    { field: 'dueDay', header: 'Ngày tính đến', role: 'machine', width: 12 },
    { field: 'elapsed', header: 'Thời gian đã qua (%)', role: 'machine', width: 9 },
    { field: 'order', header: 'Thứ tự xử lý', role: 'machine', width: 14 },
  ],
};

/** The fixed columns of the roadmap table; milestone columns (years) stand after the baseline. */
export const roadmapLayout: TableLayout<RoadmapField> = {
  sheet: 'Lộ trình',
  table: 'LoTrinh',
  columns: [
    { field: 'id', header: 'Mã', role: 'plan', width: 11 },
    { field: 'code', header: 'TT', role: 'plan', width: 6 },
    { field: 'name', header: 'Chỉ tiêu', role: 'plan', width: 38 },
    { field: 'target', header: 'Mục tiêu', role: 'plan', width: 19 },
    { field: 'horizon', header: 'Năm đích', role: 'plan', width: 7 },
    { field: 'baseline', header: 'Giá trị gốc', role: 'input', width: 10 },
    { field: 'baselineDate', header: 'Ngày gốc', role: 'input', width: 11.5 },
    { field: 'expected', header: 'Cần đạt tại ngày đánh giá', role: 'derived', width: 12 },
    { field: 'targetValue', header: 'Mức đích', role: 'machine', width: 10 },
    { field: 'direction', header: 'Chiều', role: 'machine', width: 7 },
    { field: 'pace', header: 'Nhịp', role: 'machine', width: 9 },
    { field: 'mode', header: 'Cách tính', role: 'machine', width: 9 },
    { field: 'before', header: 'Mốc trước', role: 'machine', width: 12 },
    { field: 'after', header: 'Mốc sau', role: 'machine', width: 12 },
  ],
};

/** Columns of the agency registry. */
export type AgencyField =
  | 'id'
  | 'name'
  | 'aliases'
  | 'group'
  | 'members'
  | 'successor'
  | 'successorFrom'
  | 'contact'
  | 'indicators'
  | 'indicatorsToWatch'
  | 'tasks'
  | 'tasksDone'
  | 'tasksOverdue'
  | 'coordinated';

/** The agency registry: names as the plan has them, and what the officer adds. */
export const agencyLayout: TableLayout<AgencyField> = {
  sheet: 'Cơ quan',
  table: 'CoQuan',
  columns: [
    { field: 'id', header: 'Mã', role: 'plan', width: 12 },
    { field: 'name', header: 'Tên cơ quan', role: 'plan', width: 40 },
    { field: 'aliases', header: 'Tên gọi khác', role: 'input', width: 26 },
    { field: 'group', header: 'Là nhóm cơ quan', role: 'plan', width: 10 },
    { field: 'members', header: 'Thành viên của nhóm', role: 'input', width: 30 },
    { field: 'successor', header: 'Cơ quan kế thừa', role: 'input', width: 24 },
    { field: 'successorFrom', header: 'Kế thừa từ ngày', role: 'input', width: 12 },
    { field: 'contact', header: 'Đầu mối liên hệ', role: 'input', width: 26 },
    { field: 'indicators', header: 'Chỉ tiêu chủ trì', role: 'derived', width: 9 },
    { field: 'indicatorsToWatch', header: 'Chỉ tiêu cần xử lý', role: 'derived', width: 9 },
    { field: 'tasks', header: 'Nhiệm vụ chủ trì', role: 'derived', width: 9 },
    { field: 'tasksDone', header: 'Nhiệm vụ hoàn thành', role: 'derived', width: 9 },
    { field: 'tasksOverdue', header: 'Nhiệm vụ quá hạn', role: 'derived', width: 9 },
    { field: 'coordinated', header: 'Nhiệm vụ phối hợp', role: 'derived', width: 9 },
  ],
};

/** Columns of the period table. */
export type PeriodField = 'id' | 'name' | 'from' | 'to' | 'cutOff' | 'due' | 'note';

/** The reporting rounds. */
export const periodLayout: TableLayout<PeriodField> = {
  sheet: 'Kỳ báo cáo',
  table: 'KyBaoCao',
  columns: [
    { field: 'id', header: 'Mã kỳ', role: 'input', width: 12 },
    { field: 'name', header: 'Tên kỳ', role: 'input', width: 28 },
    { field: 'from', header: 'Từ ngày', role: 'input', width: 22 },
    { field: 'to', header: 'Đến ngày', role: 'input', width: 14 },
    { field: 'cutOff', header: 'Ngày chốt số liệu', role: 'input', width: 14 },
    { field: 'due', header: 'Hạn nộp báo cáo', role: 'input', width: 14 },
    { field: 'note', header: 'Ghi chú', role: 'input', width: 50 },
  ],
};

/** Columns of the history table; `key` is what formulas look figures up by. */
export type HistoryField =
  | 'period'
  | 'row'
  | 'agency'
  | 'field'
  | 'value'
  | 'file'
  | 'sheet'
  | 'cell'
  | 'hash'
  | 'time'
  | 'key';

/** The history: one line per period, row, agency and field, with where the figure came from. */
export const historyLayout: TableLayout<HistoryField> = {
  sheet: 'Số liệu',
  table: 'SoLieu',
  columns: [
    { field: 'period', header: 'Mã kỳ', role: 'plan', width: 11 },
    { field: 'row', header: 'Mã dòng', role: 'plan', width: 12 },
    { field: 'agency', header: 'Cơ quan', role: 'plan', width: 28 },
    { field: 'field', header: 'Nội dung', role: 'plan', width: 20 },
    { field: 'value', header: 'Giá trị', role: 'plan', width: 22 },
    { field: 'file', header: 'Tệp nguồn', role: 'plan', width: 30 },
    { field: 'sheet', header: 'Trang', role: 'plan', width: 13 },
    { field: 'cell', header: 'Ô', role: 'plan', width: 8 },
    { field: 'hash', header: 'Mã kiểm tra tệp', role: 'plan', width: 16 },
    { field: 'time', header: 'Thời điểm nhận', role: 'plan', width: 20 },
    { field: 'key', header: 'Khóa tra cứu', role: 'machine', width: 26 },
  ],
};

/** Columns of the issue table. */
export type IssueField =
  'number' | 'severity' | 'sheet' | 'cell' | 'row' | 'seen' | 'toDo' | 'code';

/** The issues of the last check, worst first. */
export const issueLayout: TableLayout<IssueField> = {
  sheet: 'Vấn đề',
  table: 'VanDe',
  columns: [
    { field: 'number', header: 'TT', role: 'plan', width: 6 },
    { field: 'severity', header: 'Mức độ', role: 'plan', width: 13 },
    { field: 'sheet', header: 'Trang', role: 'plan', width: 14 },
    { field: 'cell', header: 'Ô', role: 'plan', width: 9 },
    { field: 'row', header: 'Mã dòng', role: 'plan', width: 12 },
    { field: 'seen', header: 'Nội dung phát hiện', role: 'plan', width: 58 },
    { field: 'toDo', header: 'Việc cần làm', role: 'plan', width: 58 },
    { field: 'code', header: 'Mã kiểm tra', role: 'machine', width: 22 },
  ],
};

/** Columns of the table of waived issues. */
export type WaiverField = 'key' | 'code' | 'sheet' | 'row' | 'seen' | 'reason' | 'by' | 'on';

/** The issues that somebody answers for; the key says which value of which cell was waived. */
export const waiverLayout: TableLayout<WaiverField> = {
  sheet: 'Bỏ qua',
  table: 'BoQua',
  columns: [
    { field: 'key', header: 'Khóa', role: 'plan', width: 30 },
    { field: 'code', header: 'Mã kiểm tra', role: 'plan', width: 20 },
    { field: 'sheet', header: 'Trang', role: 'plan', width: 13 },
    { field: 'row', header: 'Mã dòng', role: 'plan', width: 12 },
    { field: 'seen', header: 'Nội dung phát hiện', role: 'plan', width: 58 },
    { field: 'reason', header: 'Lý do bỏ qua', role: 'input', width: 44 },
    { field: 'by', header: 'Người quyết định', role: 'input', width: 26 },
    { field: 'on', header: 'Ngày quyết định', role: 'input', width: 13 },
  ],
};

/** Columns of the table of who has sent. */
export type CompletenessField =
  | 'period'
  | 'agency'
  | 'name'
  | 'arrival'
  | 'received'
  | 'file'
  | 'expected'
  | 'reported'
  | 'empty'
  | 'contact';

/** Who has sent, who is late and who is missing: one line an agency and period. */
export const completenessLayout: TableLayout<CompletenessField> = {
  sheet: 'Tình hình nộp',
  table: 'TinhHinhNop',
  columns: [
    { field: 'period', header: 'Mã kỳ', role: 'plan', width: 10 },
    { field: 'agency', header: 'Mã cơ quan', role: 'plan', width: 18 },
    { field: 'name', header: 'Cơ quan', role: 'plan', width: 36 },
    { field: 'arrival', header: 'Tình trạng', role: 'plan', width: 15 },
    { field: 'received', header: 'Thời điểm nhận', role: 'plan', width: 20 },
    { field: 'file', header: 'Tệp đang dùng', role: 'plan', width: 34 },
    { field: 'expected', header: 'Số dòng phải báo cáo', role: 'plan', width: 10 },
    { field: 'reported', header: 'Số dòng đã báo cáo', role: 'plan', width: 10 },
    { field: 'empty', header: 'Số dòng còn trống', role: 'plan', width: 10 },
    { field: 'contact', header: 'Đầu mối liên hệ', role: 'plan', width: 26 },
  ],
};

/** Columns of the log. */
export type LogField =
  | 'time'
  | 'action'
  | 'period'
  | 'agency'
  | 'file'
  | 'hash'
  | 'saved'
  | 'line'
  | 'field'
  | 'detail'
  | 'rule';

/** What was done to the workbook, oldest first. */
export const logLayout: TableLayout<LogField> = {
  sheet: 'Nhật ký',
  table: 'NhatKy',
  columns: [
    { field: 'time', header: 'Thời điểm', role: 'plan', width: 20 },
    { field: 'action', header: 'Việc', role: 'plan', width: 20 },
    { field: 'period', header: 'Mã kỳ', role: 'plan', width: 10 },
    { field: 'agency', header: 'Mã cơ quan', role: 'plan', width: 24 },
    { field: 'file', header: 'Tệp', role: 'plan', width: 36 },
    { field: 'hash', header: 'Mã kiểm tra tệp', role: 'plan', width: 18 },
    { field: 'saved', header: 'Tệp lưu lúc', role: 'plan', width: 20 },
    { field: 'line', header: 'Mã dòng', role: 'plan', width: 11 },
    { field: 'field', header: 'Nội dung', role: 'plan', width: 16 },
    { field: 'detail', header: 'Chi tiết', role: 'plan', width: 30 },
    { field: 'rule', header: 'Theo quy tắc', role: 'plan', width: 44 },
  ],
};

/** Names of the sheets of a tracking workbook, in their order; a contract with other tools. */
export const trackingSheets = {
  guide: 'Hướng dẫn',
  overview: 'Tổng quan',
  indicators: 'Chỉ tiêu',
  tasks: 'Nhiệm vụ',
  roadmap: 'Lộ trình',
  agencies: 'Cơ quan',
  periods: 'Kỳ báo cáo',
  history: 'Số liệu',
  completeness: 'Tình hình nộp',
  log: 'Nhật ký',
  issues: 'Vấn đề',
  identity: '_TienDo',
} as const;

/** Defined names formulas and readers use; ASCII, so that every spreadsheet program keeps them. */
export const trackingNames = {
  identity: 'TienDo_DinhDanh',
  asOf: 'NgayDanhGia',
  period: 'KyHienTai',
  periodName: 'TenKyHienTai',
  previousPeriod: 'KyTruoc',
  bandAttention: 'NguongChuY',
  bandAtRisk: 'NguongNguyCo',
  bandAlarm: 'NguongBaoDong',
  dueSoonDays: 'SoNgaySapDenHan',
  dateMark: 'TienDo_MaNgay',
} as const;

/** Kind and version written into every tracking workbook's identity. */
export const trackingIdentity = { kind: 'tracking', formatVersion: 1 } as const;
