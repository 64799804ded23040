import type { Certainty, CorrectionProblem } from '../domain/comparison/match';
import type { Doubt } from '../domain/comparison/likeness';
import type { Standing } from '../domain/comparison/standing';
import type { UnitRelation } from '../domain/comparison/units';
import type { Message } from './language';
import type { StatusWords } from './words';

/** The words and signs of a plan's target against the national one. */
export const standingWords: Readonly<Record<Standing | 'breach', StatusWords>> = {
  higher: { sign: '▲', vi: 'Cao hơn', en: 'Higher' },
  equal: { sign: '●', vi: 'Bằng', en: 'Equal' },
  lower: { sign: '▼', vi: 'Thấp hơn', en: 'Lower' },
  incomparable: { sign: '–', vi: 'Không so sánh được', en: 'Not comparable' },
  breach: {
    sign: '■',
    vi: 'Thấp hơn, trái quy định của kế hoạch',
    en: 'Lower, against the plan’s own rule',
  },
};

/** How certain it is that an indicator belongs to its row. */
export const certaintyWords: Readonly<Record<Certainty, StatusWords>> = {
  sure: { sign: '●', vi: 'Chắc chắn', en: 'Certain' },
  likely: { sign: '?', vi: 'Cần xem lại', en: 'To be looked at' },
  corrected: { sign: '◆', vi: 'Cán bộ quyết định', en: 'Decided by the officer' },
  alone: { sign: '–', vi: 'Không ghép', en: 'Not matched' },
};

/** What a match is doubtful for. */
export const doubtWords: Readonly<Record<Doubt, Message>> = {
  nameDiffers: { vi: 'tên khác vài từ', en: 'names differ by some words' },
  nameShorter: { vi: 'tên này là một phần của tên kia', en: 'one name is a part of the other' },
  unitDiffers: { vi: 'khác đơn vị', en: 'units differ' },
  scopeDiffers: {
    vi: 'khác phạm vi so sánh (thế giới, cả nước, dưới tỉnh)',
    en: 'scopes differ (world, country, below a province)',
  },
  paceDiffers: { vi: 'một bên tính hằng năm', en: 'one of them is due every year' },
  growthDiffers: { vi: 'một bên là mức tăng', en: 'one of them is a growth' },
};

/** Why an indicator stands in its row when nothing speaks against it. */
export const matchReasons = {
  sameName: { vi: 'trùng tên', en: 'same name' },
  head: { vi: 'là dòng gốc', en: 'gives the row its name' },
  byOfficer: { vi: 'theo cột Sửa ghép', en: 'as the officer says' },
} as const satisfies Readonly<Record<string, Message>>;

/** Why a correction could not be followed. */
export const correctionProblemWords: Readonly<Record<CorrectionProblem['reason'], Message>> = {
  indicatorUnknown: { vi: 'không còn chỉ tiêu này', en: 'the indicator is gone' },
  rowUnknown: { vi: 'không có mã dòng này', en: 'there is no such row' },
  horizonDiffers: { vi: 'khác năm đích', en: 'the years differ' },
  placeTaken: {
    vi: 'dòng đó đã có chỉ tiêu khác của kế hoạch này',
    en: 'another indicator of the plan is in that row',
  },
};

/** What stands behind a target whose unit is not the row's. */
export const unitMarks: Readonly<Record<UnitRelation['kind'], Message>> = {
  same: { vi: '', en: '' },
  near: { vi: ' [{unit} ≈]', en: ' [{unit} ≈]' },
  unknown: { vi: ' [không nêu đơn vị]', en: ' [no unit]' },
  converted: { vi: ' [{unit} → đã quy đổi]', en: ' [{unit} → converted]' },
  different: { vi: ' [{unit} ≠]', en: ' [{unit} ≠]' },
};

/** The word an officer puts beside an indicator that belongs to no row; compared folded. */
export const aloneWord = 'riêng';

/** The sheets of the comparison workbook. */
export const comparisonSheets = {
  summary: 'Tổng hợp',
  targets: 'Mục tiêu',
  statuses: 'Trạng thái',
  matches: 'Ghép chỉ tiêu',
  keys: 'Danh mục dòng',
} as const;

/** What an owner must know before reading a comparison. */
export const comparisonNoticeWords = {
  sample: {
    vi: 'SỐ LIỆU MẪU – có sổ chứa số liệu mẫu, không dùng để báo cáo',
    en: 'SAMPLE FIGURES – a workbook holds sample figures; not for reporting',
  },
  periodsDiffer: {
    vi: 'Các sổ ở kỳ hoặc ngày đánh giá khác nhau: {periods}. Trạng thái không cùng thời điểm.',
    en: 'The workbooks are of different periods or as-of dates: {periods}. Their statuses are not of one time.',
  },
  problems: {
    vi: 'Không theo được {count} chỗ sửa ghép: xem cột Vì sao ở trang Ghép chỉ tiêu.',
    en: 'Corrected matches that could not be followed: {count}. See the column “Vì sao” of the sheet “Ghép chỉ tiêu”.',
  },
  dropped: {
    vi: '{count} chỗ sửa ghép thuộc kế hoạch không có trong lần so sánh này nên không được giữ.',
    en: 'Corrected matches not kept, because their plans take no part in this comparison: {count}.',
  },
  likely: {
    vi: '{count} chỗ ghép cần xem lại (dấu ? ở trang Mục tiêu): sửa ở trang Ghép chỉ tiêu.',
    en: 'Matches to be looked at (marked ? on the sheet “Mục tiêu”): {count}. Correct them on the sheet “Ghép chỉ tiêu”.',
  },
} as const satisfies Readonly<Record<string, Message>>;

/** What the comparison workbook says, in Vietnamese. */
export const comparisonTexts = {
  title: 'SO SÁNH KẾ HOẠCH GIỮA CÁC ĐỊA PHƯƠNG',
  summary:
    '{plans} kế hoạch, {rows} dòng so sánh. Mục tiêu quốc gia chép theo {source}; kiểm tra lại với văn bản gốc khi cần dùng chính thức.',
  floor: '{locality} tự đặt mức sàn quốc gia: “{sentence}”',
  legendTitle: 'Chú giải',
  legendStanding:
    'So với quốc gia: mức phải đạt cao hơn, bằng hay thấp hơn mục tiêu quốc gia. Thứ bậc của quốc gia và của địa phương là hai bảng xếp hạng khác nhau nên không so sánh. “Thấp hơn” chỉ là trái quy định khi chính kế hoạch đặt mức sàn quốc gia.',
  legendWhole:
    'Dấu * sau mục tiêu quốc gia: số đếm của cả nước, phần của một địa phương thấp hơn là bình thường.',
  legendUnit:
    'Đơn vị: ≈ ghi khác nhưng cùng loại (GDP, GRDP của địa phương); → đã quy đổi đúng; ≠ không quy đổi được nên không xếp hạng.',
  legendRank:
    'Hạng 1 là tốt nhất; chỉ tiêu càng thấp càng tốt thì số nhỏ hơn đứng trước; bằng nhau thì cùng hạng. Chỉ xếp hạng khi từ hai địa phương trở lên có số so sánh được.',
  legendMatch:
    'Ghép theo nghĩa của tên, đơn vị, năm đích; mỗi kế hoạch có nhiều nhất một chỉ tiêu trong một dòng. Chỗ ghép sai sửa ở trang Ghép chỉ tiêu, cột Sửa ghép, rồi so sánh lại với --matches.',
  targetsTitle: 'MỤC TIÊU CỦA CÁC KẾ HOẠCH SO VỚI MỤC TIÊU QUỐC GIA',
  statusesTitle: 'THỰC HIỆN VÀ TRẠNG THÁI CỦA CÁC ĐỊA PHƯƠNG',
  matchesTitle: 'GHÉP CHỈ TIÊU: CHỈ TIÊU NÀO CÙNG MỘT DÒNG, VÌ SAO',
  matchesRemark:
    'Cột Sửa ghép: chọn mã dòng khác, hoặc “riêng” để tách khỏi dòng. Để trống là đồng ý. Lưu sổ rồi so sánh lại với --matches để áp dụng; các chỗ đã sửa được giữ.',
  correctionPrompt: 'Chọn mã dòng ở trang Danh mục dòng, hoặc “riêng”.',
  correctionError: 'Mã này không có ở trang Danh mục dòng.',
  aloneName: 'Tách khỏi mọi dòng',
  keysTitle: 'DANH MỤC DÒNG: MÃ ĐỂ CHỌN Ở CỘT SỬA GHÉP',
  noPlan: 'chưa kế hoạch nào có',
  page: 'So sánh kế hoạch',
} as const;

/** The headers of the comparison workbook's tables. */
export const comparisonHeaders = {
  key: 'Mã dòng',
  name: 'Chỉ tiêu',
  horizon: 'Năm đích',
  unit: 'Đơn vị',
  national: 'Quốc gia',
  target: '{place} – Mục tiêu',
  standing: '{place} – So với quốc gia',
  targetRank: '{place} – Hạng mục tiêu',
  status: '{place} – Trạng thái',
  actual: '{place} – Thực hiện',
  rank: '{place} – Hạng',
  place: 'Địa phương',
  document: 'Kế hoạch',
  file: 'Sổ',
  period: 'Kỳ',
  asOf: 'Ngày đánh giá',
  indicators: 'Số chỉ tiêu',
  withNational: 'Có mục tiêu quốc gia',
  slipping: 'Chậm',
  note: 'Ghi chú',
} as const;

/** The headers of the table of matches; they are how it is read back. */
export const matchHeaders = {
  id: 'Mã chỉ tiêu',
  place: 'Địa phương',
  code: 'TT',
  name: 'Chỉ tiêu',
  horizon: 'Năm đích',
  unit: 'Đơn vị',
  target: 'Mục tiêu',
  row: 'Ghép với dòng',
  rowName: 'Tên dòng',
  certainty: 'Mức chắc chắn',
  score: 'Độ giống',
  reason: 'Vì sao',
  correction: 'Sửa ghép',
  cell: 'Ô số liệu',
  hash: 'SHA-256 của sổ',
} as const;
