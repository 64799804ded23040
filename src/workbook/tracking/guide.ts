import type { IndicatorStatus, TaskStatus } from '../../domain/assessment/status';
import { formatDate } from '../../messages/language';
import { block, blockCells, blockMerges, textInput, type Block } from '../shared/cells';
import {
  indicatorLooks,
  taskLooks,
  withStyle,
  workingPage,
  type StatusLook,
} from '../shared/looks';
import { indicatorStatusText, taskStatusText } from '../shared/rules';
import type { CellSpec, SheetSpec, StyleSpec } from '../spec';
import { trackingSheets } from './columns';
import type { TrackingContent } from './content';
import { styles } from './styles';
import { footMark, planLine, sampleBlock } from './tableSheet';

const WIDTHS = [5, 32, 68] as const;
const LAST = WIDTHS.length;

/** What each indicator status means, in the order the design lists them. */
const indicatorMeanings: readonly (readonly [IndicatorStatus, string])[] = [
  ['met', 'Số thực hiện đã đạt hoặc vượt mục tiêu.'],
  ['onPace', 'Chưa đạt, nhưng tiến độ không thấp hơn mức cần đạt quá ngưỡng.'],
  ['attention', 'Thấp hơn mức cần đạt quá ngưỡng thứ nhất (mặc định 3 điểm).'],
  ['atRisk', 'Thấp hơn mức cần đạt quá ngưỡng thứ hai (mặc định 8 điểm).'],
  ['alarm', 'Thấp hơn quá ngưỡng thứ ba (mặc định 15 điểm): phải ghi nguyên nhân, giải pháp.'],
  ['missed', 'Đã qua năm đích mà chưa đạt.'],
  ['noPace', 'Chưa đạt và chưa có giá trị gốc để tính: nhập ở trang Lộ trình.'],
  ['noData', 'Ô Thực hiện còn trống.'],
  ['judgement', 'Mục tiêu không đo bằng số: chọn ở cột Đánh giá định tính.'],
  ['invalid', 'Ô nhập có chữ hoặc giá trị không đọc được: nhập lại.'],
];

/** What each task status means, in the order the design lists them. */
const taskMeanings: readonly (readonly [TaskStatus, string])[] = [
  ['doneOnTime', 'Có ngày hoàn thành không sau hạn.'],
  ['doneLate', 'Có ngày hoàn thành sau hạn.'],
  ['inProgress', 'Đang làm, chưa đến hạn, không chậm so với thời gian đã qua.'],
  ['notStarted', 'Chưa đến ngày bắt đầu, hoặc báo cáo 0 %.'],
  ['dueSoon', 'Chưa xong, còn không quá số ngày nhắc (mặc định 30 ngày).'],
  ['slipping', '% hoàn thành thấp hơn thời gian đã qua quá ngưỡng Báo động.'],
  ['overdue', 'Đã qua hạn mà chưa hoàn thành.'],
  ['recurring', 'Nhiệm vụ thường xuyên, kỳ này đã có kết quả.'],
  ['recurringSilent', 'Nhiệm vụ thường xuyên, kỳ này chưa có kết quả.'],
  ['awaiting', 'Phải chờ văn bản cấp trên, văn bản chưa ban hành.'],
  ['noReport', 'Đã bắt đầu nhưng chưa có số liệu báo cáo.'],
  [
    'invalid',
    'Ngày hoặc % không đọc được, ngày hoàn thành sau ngày đánh giá, hoặc 100 % quá hạn mà thiếu ngày hoàn thành.',
  ],
];

/** A short page for officers: what to fill in, what the colours mean, where to send. */
export function guideSheet(content: TrackingContent): SheetSpec {
  const { plan } = content;
  const { recipient, deadlines } = plan.reporting;
  const days = deadlines.map((each) => each.split('-').reverse().join('/')).join(' và ');
  const sendTo = [
    `Gửi sổ hoặc phiếu về ${recipient ?? 'cơ quan theo dõi kế hoạch'}`,
    ...(days === '' ? [] : [`trước ngày ${days} hằng năm`]),
  ].join(' ');
  const steps: readonly (readonly [sheet: string | null, name: string, text: string])[] = [
    [
      trackingSheets.periods,
      'Kỳ báo cáo',
      `Chọn kỳ, nhập ngày đánh giá (đang là ${formatDate(content.settings.asOf)}). Trạng thái tính cho ngày đó.`,
    ],
    [
      trackingSheets.indicators,
      'Chỉ tiêu',
      'Nhập số vào cột Thực hiện (85,5 % nhập 85,5), ghi Nguồn số liệu. Mục tiêu không đo bằng số: chọn ở cột Đánh giá định tính.',
    ],
    [
      trackingSheets.roadmap,
      'Lộ trình',
      'Nhập giá trị gốc và mốc từng năm: nhờ đó mới biết chỉ tiêu đang nhanh hay chậm.',
    ],
    [
      trackingSheets.tasks,
      'Nhiệm vụ',
      'Nhập % hoàn thành (0–100), ngày hoàn thành, kết quả và số, ngày văn bản. Nhiệm vụ chậm phải ghi Nguyên nhân và Giải pháp.',
    ],
    [
      trackingSheets.issues,
      'Vấn đề',
      'Sau mỗi lần kiểm tra, xem trang này: mỗi dòng chỉ đúng ô cần sửa.',
    ],
    [trackingSheets.overview, 'Tổng quan', 'Trang một tờ cho lãnh đạo, tự cập nhật.'],
    [null, 'Gửi', `${sendTo}.`],
  ];
  const rules: readonly (readonly [string, StyleSpec, string])[] = [
    [
      'Ô vàng',
      styles.input,
      'Nhập số liệu vào đây. Chưa có số liệu thì để trống; không ghi 0 thay cho “chưa có”.',
    ],
    ['Ô trắng', styles.plan, 'Lấy từ kế hoạch, giữ nguyên. Không đổi tên cột, không xóa cột Mã.'],
    [
      'Ô xám',
      styles.closed,
      'Tự tính hoặc không cần nhập. Được lọc, sắp xếp, thêm cột riêng ở bên phải bảng.',
    ],
  ];
  let row = 5;
  const blocks: Block[] = [
    block(line(1, 1, LAST), textInput('HƯỚNG DẪN SỬ DỤNG SỔ THEO DÕI'), styles.title),
    block(line(2, 1, LAST), textInput(plan.title), styles.subtitle),
    block(line(3, 1, LAST), textInput(planLine(content)), styles.line),
    sampleBlock(content, 4, LAST),
  ];
  const links: CellSpec[] = [];
  const headings: number[] = [];
  const heading = (words: string): void => {
    headings.push(row);
    blocks.push(block(line(row, 1, LAST), textInput(words), styles.heading));
    row += 1;
  };
  heading('Làm gì, theo thứ tự');
  steps.forEach(([sheet, name, text], index) => {
    blocks.push(
      block(
        line(row, 1, 1),
        textInput(`${String(index + 1)}.`),
        withStyle(cell, { horizontal: 'center' }),
      ),
      block(line(row, 3, 3), textInput(text), cell),
    );
    if (sheet === null)
      blocks.push(
        block(line(row, 2, 2), textInput(name), withStyle(cell, { font: { bold: true } })),
      );
    else
      links.push({
        row,
        column: 2,
        value: textInput(name),
        style: withStyle(styles.link, {
          horizontal: 'left',
          vertical: 'center',
          font: { bold: true },
        }),
        link: { sheet, address: 'A1' },
      });
    row += 1;
  });
  heading('Màu của ô');
  for (const [name, style, text] of rules) {
    blocks.push(
      block(line(row, 1, 2), textInput(name), withStyle(style, { vertical: 'center' })),
      block(line(row, 3, 3), textInput(text), cell),
    );
    row += 1;
  }
  const meaning = (words: string, look: StatusLook, text: string): void => {
    blocks.push(
      block(
        line(row, 1, 2),
        textInput(words),
        withStyle(cell, { fill: look.fill, font: { bold: true, color: look.font } }),
      ),
      block(line(row, 3, 3), textInput(text), cell),
    );
    row += 1;
  };
  heading('Trạng thái của chỉ tiêu (ký hiệu và chữ, in đen trắng vẫn đọc được)');
  for (const [status, text] of indicatorMeanings)
    meaning(indicatorStatusText(status), indicatorLooks[status], text);
  heading('Trạng thái của nhiệm vụ');
  for (const [status, text] of taskMeanings)
    meaning(taskStatusText(status), taskLooks[status], text);
  return {
    name: trackingSheets.guide,
    visibility: 'visible',
    tabColor: '6B6B6B',
    showGridLines: false,
    columns: WIDTHS.map((width) => ({ width })),
    rowHeights: [
      ...(content.sample ? [] : [{ row: 4, height: 6 }]),
      ...headings.map((each) => ({ row: each, height: 26 })),
    ],
    cells: [...blockCells(blocks), ...links],
    merges: blockMerges(blocks),
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    protection: 'none',
    print: workingPage(
      'portrait',
      { top: 1, left: 1, bottom: row - 1, right: LAST },
      null,
      footMark(content, 'HƯỚNG DẪN'),
    ),
  };
}

const cell = withStyle(styles.plain, { border: 'hair', vertical: 'center' });

function line(
  row: number,
  left: number,
  right: number,
): { top: number; left: number; bottom: number; right: number } {
  return { top: row, left, bottom: row, right };
}
