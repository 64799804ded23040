import { buckets, indicatorStatuses, type Bucket } from '../../domain/assessment/status';
import type { Rate } from '../../domain/assessment/summary';
import { bucketWords, indicatorStatusWords, withSign } from '../../messages/words';
import { bucketLooks, indicatorLooks } from '../shared/looks';
import { absoluteRange, quoteText } from '../shared/references';
import type { ChartSpec, RangeSpec, SheetSpec } from '../spec';
import { formula, number, reportSheet, text, type Content } from './grid';
import { indicatorsSheetName, indicatorStatusColumn } from './indicatorsAnnex';
import type { ReportInput } from './input';
import { Flow, flowRight, flowWidths } from './flow';
import { letterhead, signature } from './letterhead';
import { reportPage } from './page';
import type { PlacedAnnex } from './annex';
import { slippingRows } from './slippingAnnex';
import { taskColumns, tasksSheetName } from './tasksAnnex';

/** The name of the sheet that opens first. */
export const overviewSheetName = 'Báo cáo';

const WORST_SHOWN = 8;
const CHART_ROWS = 12;

/** A column of an annex's table, as an absolute reference. */
function columnOf(sheet: string, placed: PlacedAnnex, column: number): string {
  return absoluteRange(
    { top: placed.firstRow, bottom: placed.lastRow, left: column, right: column },
    sheet,
  );
}

/**
 * The cover and overview: letterhead, the period's facts, the four buckets with their rates and
 * denominators, indicators by status, charts, and the worst slips. Counts are formulas over the
 * annexes, so that a late correction flows through.
 */
export function overviewSheet(
  input: ReportInput,
  indicators: PlacedAnnex,
  tasks: PlacedAnnex,
): SheetSpec {
  const { book, assessment } = input;
  const { plan } = book;
  const flow = new Flow();
  letterhead(flow, input);

  flow.paragraph('I. NHIỆM VỤ THEO NHÓM THỐNG KÊ', 'heading');
  const bucketRange = columnOf(tasksSheetName, tasks, taskColumns.bucket);
  const { byBucket } = assessment.summary.tasks;
  const total = assessment.summary.tasks.total;
  heads(flow, ['TT', 'Nhóm', 'Số nhiệm vụ', 'Tỷ lệ']);
  const firstBucket = flow.row;
  const totalBucketRow = firstBucket + buckets.length;
  for (const [index, bucket] of buckets.entries())
    flow.line([
      number(index + 1, 'count'),
      text(bucketWords[bucket].vi, 'text'),
      formula(
        `COUNTIF(${bucketRange},${quoteText(bucketWords[bucket].vi)})`,
        byBucket[bucket],
        'count',
      ),
      shareOf(flow.row, totalBucketRow, byBucket[bucket], total),
    ]);
  flow.line([
    text(null, 'text'),
    text('Tổng số nhiệm vụ', 'section'),
    formula(`SUM(C${String(firstBucket)}:C${String(totalBucketRow - 1)})`, total, 'count'),
    shareOf(totalBucketRow, totalBucketRow, total, total),
  ]);
  flow.skip();
  rates(flow, input, tasks, firstBucket);
  flow.skip();

  flow.paragraph('II. CHỈ TIÊU THEO TRẠNG THÁI', 'heading');
  heads(flow, ['TT', 'Trạng thái', 'Số chỉ tiêu', 'Tỷ lệ']);
  const statusRange = columnOf(indicatorsSheetName, indicators, indicatorStatusColumn);
  const codeRange = columnOf(indicatorsSheetName, indicators, 1);
  const { byStatus } = assessment.summary.indicators;
  const statuses = [...indicatorStatuses].reverse();
  const firstStatus = flow.row;
  const totalStatusRow = firstStatus + statuses.length;
  for (const [index, status] of statuses.entries()) {
    const words = withSign(indicatorStatusWords[status]);
    flow.line([
      number(index + 1, 'count'),
      text(words, 'text'),
      formula(
        `SUMPRODUCT((${statusRange}=${quoteText(words)})*(${codeRange}<>""))`,
        byStatus[status],
        'count',
      ),
      shareOf(flow.row, totalStatusRow, byStatus[status], assessment.summary.indicators.total),
    ]);
  }
  const allIndicators = assessment.summary.indicators.total;
  flow.line([
    text(null, 'text'),
    text('Tổng số chỉ tiêu', 'section'),
    formula(`SUM(C${String(firstStatus)}:C${String(totalStatusRow - 1)})`, allIndicators, 'count'),
    shareOf(totalStatusRow, totalStatusRow, allIndicators, allIndicators),
  ]);
  flow.skip();

  // A chart that begins with its page leaves its frame on the page before.
  const pageEnd = flow.row - 1;
  flow.skip();
  const chartTop = flow.row;
  const charts = chartsAt(chartTop, {
    buckets: { first: firstBucket, last: totalBucketRow - 1 },
    statuses: { first: firstStatus, last: totalStatusRow - 1 },
    statusColors: statuses.map((status) => indicatorLooks[status].strong),
  });
  flow.row += CHART_ROWS + 1;

  worst(flow, input);
  signature(flow, plan.reporting.recipient);

  return reportSheet({
    name: overviewSheetName,
    columns: flowWidths.map((width) => ({ width })),
    cells: flow.cells,
    merges: flow.merges,
    rowHeights: flow.heights,
    charts,
    frozenRows: 0,
    print: {
      ...reportPage('portrait', { top: 1, left: 1, bottom: flow.row, right: flowRight }, null),
      breaksAfter: [pageEnd],
    },
  });
}

/** A row's share of a total, both in column C. */
function shareOf(row: number, totalRow: number, count: number, all: number): Content {
  const total = `C${String(totalRow)}`;
  return formula(`IF(${total}=0,0,C${String(row)}/${total})`, all === 0 ? 0 : count / all, 'share');
}

function heads(flow: Flow, words: readonly string[]): void {
  flow.line(words.map((each) => text(each, 'head')));
}

function rateContent(given: Rate, expression: string): Content {
  return formula(expression, given.value ?? '–', 'share');
}

function rates(flow: Flow, input: ReportInput, tasks: PlacedAnnex, firstBucket: number): void {
  const { summary, asOf } = input.assessment;
  const at = (bucket: Bucket): string => `C${String(firstBucket + buckets.indexOf(bucket))}`;
  const due = columnOf(tasksSheetName, tasks, 6);
  const bucket = columnOf(tasksSheetName, tasks, taskColumns.bucket);
  const [year, month, day] = asOf.split('-').map((part) => String(Number.parseInt(part, 10)));
  const wereDue = `SUMPRODUCT((${bucket}<>${quoteText(bucketWords.noDeadline.vi)})*ISNUMBER(${due})*(${due}<DATE(${year ?? ''},${month ?? ''},${day ?? ''})))`;
  const completed = `(${at('completedOnTime')}+${at('completedLate')})`;
  const withDue = `(${completed}+${at('openInTime')}+${at('openOverdue')})`;
  const rows: readonly (readonly [string, string, Rate, string, string])[] = [
    [
      'Tỷ lệ hoàn thành',
      'trên số nhiệm vụ có hạn',
      summary.tasks.completedRate,
      completed,
      withDue,
    ],
    [
      'Tỷ lệ hoàn thành đúng hạn',
      'trên số nhiệm vụ đã hoàn thành',
      summary.tasks.onTimeRate,
      at('completedOnTime'),
      completed,
    ],
    [
      'Tỷ lệ quá hạn chưa hoàn thành',
      'trên số nhiệm vụ đã đến hạn',
      summary.tasks.overdueRate,
      at('openOverdue'),
      wereDue,
    ],
  ];
  flow.line(['TT', 'Tỷ lệ', 'Tử số', 'Mẫu số', 'Tỷ lệ'].map((words) => text(words, 'head')));
  for (const [index, [name, over, rate, numerator, denominator]] of rows.entries()) {
    const row = String(flow.row);
    flow.line([
      number(index + 1, 'count'),
      text(`${name} (${over})`, 'text'),
      formula(numerator, rate.numerator, 'count'),
      formula(denominator, rate.denominator, 'count'),
      rateContent(rate, `IF(D${row}=0,"–",C${row}/D${row})`),
    ]);
  }
}

function chartsAt(
  top: number,
  where: {
    readonly buckets: { readonly first: number; readonly last: number };
    readonly statuses: { readonly first: number; readonly last: number };
    readonly statusColors: readonly string[];
  },
): ChartSpec[] {
  const range = (column: number, rows: { first: number; last: number }): RangeSpec => ({
    top: rows.first,
    bottom: rows.last,
    left: column,
    right: column,
  });
  return [
    {
      kind: 'bar',
      title: 'Nhiệm vụ theo nhóm',
      altText: 'Biểu đồ thanh: số nhiệm vụ theo nhóm thống kê, số liệu ở bảng mục I.',
      sheet: overviewSheetName,
      categories: range(2, where.buckets),
      series: [
        {
          name: 'Số nhiệm vụ',
          values: range(3, where.buckets),
          pointColors: buckets.map((bucket) => bucketLooks[bucket].strong),
        },
      ],
      place: { top, bottom: top + CHART_ROWS - 1, left: 1, right: 2 },
    },
    {
      kind: 'bar',
      title: 'Chỉ tiêu theo trạng thái',
      altText: 'Biểu đồ thanh: số chỉ tiêu theo trạng thái, số liệu ở bảng mục II.',
      sheet: overviewSheetName,
      categories: range(2, where.statuses),
      series: [
        {
          name: 'Số chỉ tiêu',
          values: range(3, where.statuses),
          pointColors: where.statusColors,
        },
      ],
      place: { top, bottom: top + CHART_ROWS - 1, left: 3, right: flowRight },
    },
  ];
}

function worst(flow: Flow, input: ReportInput): void {
  const rows = slippingRows(input);
  const shown = rows.slice(0, WORST_SHOWN);
  flow.paragraph(
    `III. CÁC VIỆC CHẬM NHẤT (${String(shown.length)} trong ${String(rows.length)}; đầy đủ ở Phụ lục III)`,
    'heading',
  );
  heads(flow, ['TT', 'Nội dung', 'Loại', 'Cơ quan', 'Mức chậm']);
  for (const row of shown)
    flow.line([
      text(row.code, 'textCentered'),
      text(row.name, 'text'),
      text(row.kind === 'indicator' ? 'Chỉ tiêu' : 'Nhiệm vụ', 'textCentered'),
      text(row.lead, 'text'),
      text(`${row.status}: ${row.howFar}`, 'text'),
    ]);
  if (shown.length === 0) flow.paragraph('Không có chỉ tiêu, nhiệm vụ nào chậm.', 'plain');
  flow.skip();
}
