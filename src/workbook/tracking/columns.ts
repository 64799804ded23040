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
    { field: 'id', header: 'Mã', role: 'plan', width: 10 },
    { field: 'code', header: 'TT', role: 'plan', width: 6 },
    { field: 'name', header: 'Chỉ tiêu', role: 'plan', width: 46 },
    { field: 'unit', header: 'Đơn vị', role: 'plan', width: 13 },
    { field: 'target', header: 'Mục tiêu', role: 'plan', width: 20 },
    { field: 'horizon', header: 'Năm đích', role: 'plan', width: 8 },
    { field: 'lead', header: 'Cơ quan chủ trì', role: 'plan', width: 24 },
    { field: 'previous', header: 'Kỳ trước', role: 'plan', width: 10 },
    { field: 'actual', header: 'Thực hiện', role: 'input', width: 11 },
    { field: 'estimated', header: 'Ước thực hiện', role: 'input', width: 9 },
    { field: 'judgement', header: 'Đánh giá định tính', role: 'input', width: 15 },
    { field: 'source', header: 'Nguồn số liệu', role: 'input', width: 24 },
    { field: 'cause', header: 'Nguyên nhân', role: 'input', width: 28 },
    { field: 'measure', header: 'Giải pháp', role: 'input', width: 28 },
    { field: 'request', header: 'Khó khăn, kiến nghị', role: 'input', width: 24 },
    { field: 'progress', header: 'Tiến độ', role: 'derived', width: 10 },
    { field: 'due', header: 'Cần đạt', role: 'derived', width: 10 },
    { field: 'deviation', header: 'Chênh lệch (điểm)', role: 'derived', width: 11 },
    { field: 'status', header: 'Trạng thái', role: 'derived', width: 20 },
    { field: 'note', header: 'Ghi chú', role: 'input', width: 22 },
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
    { field: 'id', header: 'Mã', role: 'plan', width: 10 },
    { field: 'code', header: 'TT', role: 'plan', width: 6 },
    { field: 'section', header: 'Mục', role: 'plan', width: 7 },
    { field: 'name', header: 'Nhiệm vụ', role: 'plan', width: 52 },
    { field: 'lead', header: 'Cơ quan chủ trì', role: 'plan', width: 24 },
    { field: 'coordinators', header: 'Cơ quan phối hợp', role: 'plan', width: 24 },
    { field: 'product', header: 'Sản phẩm', role: 'plan', width: 20 },
    { field: 'time', header: 'Thời hạn', role: 'plan', width: 16 },
    { field: 'start', header: 'Ngày bắt đầu', role: 'input', width: 12 },
    { field: 'due', header: 'Hạn hoàn thành', role: 'plan', width: 12 },
    { field: 'trigger', header: 'Ngày có văn bản cấp trên', role: 'input', width: 13 },
    { field: 'percent', header: '% hoàn thành', role: 'input', width: 10 },
    { field: 'done', header: 'Ngày hoàn thành', role: 'input', width: 12 },
    { field: 'result', header: 'Kết quả trong kỳ', role: 'input', width: 30 },
    { field: 'document', header: 'Số, ngày văn bản', role: 'input', width: 20 },
    { field: 'source', header: 'Nguồn số liệu', role: 'input', width: 22 },
    { field: 'cause', header: 'Nguyên nhân', role: 'input', width: 28 },
    { field: 'measure', header: 'Giải pháp', role: 'input', width: 28 },
    { field: 'request', header: 'Khó khăn, kiến nghị', role: 'input', width: 24 },
    { field: 'allotted', header: 'Kinh phí được giao (triệu đồng)', role: 'input', width: 14 },
    { field: 'disbursed', header: 'Đã giải ngân (triệu đồng)', role: 'input', width: 14 },
    { field: 'funding', header: 'Nguồn kinh phí', role: 'input', width: 18 },
    { field: 'daysLeft', header: 'Số ngày còn lại', role: 'derived', width: 9 },
    { field: 'status', header: 'Trạng thái', role: 'derived', width: 24 },
    { field: 'bucket', header: 'Nhóm thống kê', role: 'derived', width: 24 },
    { field: 'note', header: 'Ghi chú', role: 'input', width: 22 },
    { field: 'timeKind', header: 'Loại thời hạn', role: 'machine', width: 12 },
    { field: 'leadIds', header: 'Mã cơ quan chủ trì', role: 'machine', width: 18 },
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
    { field: 'id', header: 'Mã', role: 'plan', width: 10 },
    { field: 'code', header: 'TT', role: 'plan', width: 6 },
    { field: 'name', header: 'Chỉ tiêu', role: 'plan', width: 46 },
    { field: 'target', header: 'Mục tiêu', role: 'plan', width: 20 },
    { field: 'horizon', header: 'Năm đích', role: 'plan', width: 8 },
    { field: 'baseline', header: 'Giá trị gốc', role: 'input', width: 11 },
    { field: 'baselineDate', header: 'Ngày gốc', role: 'input', width: 12 },
    { field: 'expected', header: 'Cần đạt tại ngày đánh giá', role: 'derived', width: 13 },
    { field: 'targetValue', header: 'Mức đích', role: 'machine', width: 10 },
    { field: 'direction', header: 'Chiều', role: 'machine', width: 7 },
    { field: 'pace', header: 'Nhịp', role: 'machine', width: 9 },
    { field: 'mode', header: 'Cách tính', role: 'machine', width: 9 },
    { field: 'before', header: 'Mốc trước', role: 'machine', width: 12 },
    { field: 'after', header: 'Mốc sau', role: 'machine', width: 12 },
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
  issues: 'Vấn đề',
  identity: '_TienDo',
} as const;

/** Defined names formulas and readers use; ASCII, so that every spreadsheet program keeps them. */
export const trackingNames = {
  identity: 'TienDo_DinhDanh',
  asOf: 'NgayDanhGia',
  period: 'KyHienTai',
  previousPeriod: 'KyTruoc',
  bandAttention: 'NguongChuY',
  bandAtRisk: 'NguongNguyCo',
  bandAlarm: 'NguongBaoDong',
  dueSoonDays: 'SoNgaySapDenHan',
  dateMark: 'TienDo_MaNgay',
} as const;

/** Kind and version written into every tracking workbook's identity. */
export const trackingIdentity = { kind: 'tracking', formatVersion: 1 } as const;
