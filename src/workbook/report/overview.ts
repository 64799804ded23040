import {
  buckets,
  indicatorStatuses,
  slippingIndicatorStatuses,
  type Bucket,
} from '../../domain/assessment/status';
import { shorten } from '../../domain/text';
import type { Trend } from '../../domain/assessment/past';
import { bucketWords } from '../../messages/words';
import { bucketLooks, indicatorLooks, type StatusLook } from '../shared/looks';
import { officeOf } from '../shared/office';
import { absoluteRange, criterion, oneCell, quoteSheet, quoteText } from '../shared/references';
import { indicatorStatusText } from '../shared/rules';
import type { ChartSpec, RangeSpec, SheetSpec } from '../spec';
import type { AgencyColumn, AgencyCounts } from './agenciesAnnex';
import type { PlacedAnnex } from './annex';
import { standingWords, type ArrivalColumn, type ArrivalRow, type Standing } from './arrivalsAnnex';
import { trendWords, type ChangeColumn, type ChangeRow } from './changesAnnex';
import { Flow, flowRight, flowWidths } from './flow';
import { formula, linked, number, reportSheet, rowCells, text, type Content } from './grid';
import type { IndicatorColumn } from './indicatorsAnnex';
import type { ReportInput } from './input';
import { letterhead, signature } from './letterhead';
import { moneySum, moneyTotal, type MoneyColumn, type MoneyRow } from './moneyAnnex';
import { reportPage } from './page';
import { kindWords, unexplained, type SlippingColumn, type SlippingRow } from './slippingAnnex';
import type { TaskColumn } from './tasksAnnex';

/** The name of the sheet that opens first. */
export const overviewSheetName = 'Báo cáo';

/** Everything the overview sums up: rows for its results, annexes for its formulas. */
export type OverviewParts = {
  readonly indicators: PlacedAnnex<IndicatorColumn>;
  readonly tasks: PlacedAnnex<TaskColumn>;
  readonly slipping: PlacedAnnex<SlippingColumn>;
  readonly slippingRows: readonly SlippingRow[];
  readonly agencies: PlacedAnnex<AgencyColumn>;
  readonly agencyRows: readonly AgencyCounts[];
  readonly arrivals: PlacedAnnex<ArrivalColumn>;
  readonly arrivalRows: readonly ArrivalRow[];
  readonly changes: PlacedAnnex<ChangeColumn>;
  readonly changeRows: readonly ChangeRow[];
  readonly money: PlacedAnnex<MoneyColumn>;
  readonly moneyRows: readonly MoneyRow[];
};

const WORST_SHOWN = 10;
const AGENCIES_SHOWN = 10;
/** Rows of a chart of bars: its title and legend, and one a bar. */
const CHART_ROWS = 9;
const CHART_MARGIN = 4;
/** Enough of a section's title to know it by: the whole of it stands in the annex of tasks. */
const BRIEF = 120;

/** A number with the formula that finds it again. */
type Amount = { readonly formula: string; readonly result: number };

/**
 * The cover and overview: letterhead, the period's facts with their denominators, buckets,
 * statuses, sections and agencies with charts, the worst slips, and who has not sent. Counts are
 * formulas over the annexes, so that a late correction flows through.
 */
export function overviewSheet(input: ReportInput, parts: OverviewParts): SheetSpec {
  const flow = new Flow();
  const charts: ChartSpec[] = [];
  letterhead(flow, input);
  flow.part(() => {
    facts(flow, input, parts);
  });
  charts.push(
    flow.part(() => bucketTable(flow, input, parts.tasks)),
    flow.part(() => statusTable(flow, input, parts.indicators)),
  );
  for (const table of [sectionTable(input, parts.tasks), agencyTable(parts)]) {
    // One bar compares nothing.
    if (table.rows.length < 2) continue;
    charts.push(flow.part(() => stackedTable(flow, table)));
  }
  flow.part(() => {
    worst(flow, parts);
  });
  flow.part(() => {
    silent(flow, parts);
    flow.gap();
    signature(flow, officeOf(input.book.plan));
  });

  const lookup = agencyLookup(parts);
  return reportSheet({
    name: overviewSheetName,
    columns: [...flowWidths, ...(lookup ? lookupWidths : [])].map((width) => ({ width })),
    cells: [...flow.cells, ...(lookup?.cells ?? [])],
    merges: flow.merges,
    rowHeights: flow.heights,
    charts,
    validations: lookup?.validations ?? [],
    frozenRows: 0,
    print: {
      ...reportPage('portrait', { top: 1, left: 1, bottom: flow.row - 1, right: flowRight }, null),
      together: flow.together,
    },
  });
}

/** Statuses from good to bad, then what is not known. */
const statusOrder = [...indicatorStatuses].reverse();

function heads(flow: Flow, spans: readonly (readonly [number, number, string])[]): void {
  flow.line(spans.map(([left, right, words]) => [left, right, text(words, 'head')]));
}

function sum(amounts: readonly Amount[]): Amount {
  return {
    formula: amounts.map((amount) => amount.formula).join('+'),
    result: amounts.reduce((all, { result }) => all + result, 0),
  };
}

/** How many rows of a column say something. */
function counted(column: string, words: string, result: number): Amount {
  return { formula: `COUNTIF(${column},${criterion(words)})`, result };
}

/** Indicators of a status; the lines of a composite target's parts are not counted. */
function ofStatus(
  { assessment }: ReportInput,
  indicators: PlacedAnnex<IndicatorColumn>,
  status: (typeof indicatorStatuses)[number],
): Amount {
  const words = quoteText(indicatorStatusText(status));
  return {
    formula: `SUMPRODUCT((${indicators.column('status')}=${words})*(${indicators.column('row')}<>""))`,
    result: assessment.summary.indicators.byStatus[status],
  };
}

function ofBucket(
  { assessment }: ReportInput,
  tasks: PlacedAnnex<TaskColumn>,
  bucket: Bucket,
): Amount {
  return counted(
    tasks.column('bucket'),
    bucketWords[bucket].vi,
    assessment.summary.tasks.byBucket[bucket],
  );
}

/** The period in one table: every figure with what it is out of. */
function facts(flow: Flow, input: ReportInput, parts: OverviewParts): void {
  const { summary, asOf } = input.assessment;
  const { indicators, tasks, slipping, arrivals, changes } = parts;
  const status = (each: (typeof indicatorStatuses)[number]): Amount =>
    ofStatus(input, indicators, each);
  const bucket = (each: Bucket): Amount => ofBucket(input, tasks, each);
  const allIndicators: Amount = {
    formula: `SUMPRODUCT(--(${indicators.column('row')}<>""))`,
    result: summary.indicators.total,
  };
  const completed = sum([bucket('completedOnTime'), bucket('completedLate')]);
  const withDue = sum([completed, bucket('openInTime'), bucket('openOverdue')]);
  const due = tasks.column('due');
  const [year = '', month = '', date = ''] = asOf
    .split('-')
    .map((part) => String(Number.parseInt(part, 10)));
  const wereDue: Amount = {
    formula: `SUMPRODUCT((${tasks.column('bucket')}<>${quoteText(bucketWords.noDeadline.vi)})*ISNUMBER(${due})*(${due}<DATE(${year},${month},${date})))`,
    result: summary.tasks.overdueRate.denominator,
  };
  const slips = sum(
    (['indicator', 'task'] as const).map((kind) =>
      counted(
        slipping.column('kind'),
        kindWords[kind],
        parts.slippingRows.filter((row) => row.kind === kind).length,
      ),
    ),
  );
  const unexplainedSlips: Amount = {
    formula: `SUMPRODUCT(--((${slipping.column('cause')}=${quoteText(unexplained)})+(${slipping.column('measure')}=${quoteText(unexplained)})>0))`,
    result: parts.slippingRows.filter(({ cause, measure }) => cause === null || measure === null)
      .length,
  };
  const ofStanding = (standing: Standing): Amount =>
    counted(
      arrivals.column('arrival'),
      standingWords[standing],
      parts.arrivalRows.filter((row) => row.standing === standing).length,
    );
  const standings = standingsIn(parts.arrivalRows);
  const ofTrend = (trend: Trend): Amount =>
    counted(
      changes.column('trend'),
      trendWords[trend],
      parts.changeRows.filter((row) => row.trend === trend).length,
    );
  const trends = { better: ofTrend('better'), same: ofTrend('same'), worse: ofTrend('worse') };
  const money = (column: 'allotted' | 'disbursed'): Amount => ({
    formula: `${quoteSheet(parts.money.spec.name)}!${parts.money.cell(moneyTotal, column) ?? 'A1'}`,
    result: moneySum(parts.moneyRows, column),
  });
  const rows: readonly (readonly [string, Amount, Amount, Pick<PlacedAnnex, 'spec'>])[] = [
    ['Chỉ tiêu đạt, trên tổng số chỉ tiêu', status('met'), allIndicators, indicators],
    [
      'Chỉ tiêu chậm (từ “cần chú ý”), trên tổng số chỉ tiêu',
      sum([...slippingIndicatorStatuses].map(status)),
      allIndicators,
      indicators,
    ],
    [
      'Chỉ tiêu chưa có số liệu, trên tổng số chỉ tiêu',
      status('noData'),
      allIndicators,
      indicators,
    ],
    ['Nhiệm vụ hoàn thành, trên số nhiệm vụ có hạn', completed, withDue, tasks],
    [
      'Nhiệm vụ hoàn thành đúng hạn, trên số đã hoàn thành',
      bucket('completedOnTime'),
      completed,
      tasks,
    ],
    ['Nhiệm vụ quá hạn chưa hoàn thành, trên số đã đến hạn', bucket('openOverdue'), wereDue, tasks],
    ['Việc chậm chưa giải trình đủ, trên số việc chậm', unexplainedSlips, slips, slipping],
    ...(parts.moneyRows.length === 0
      ? []
      : [
          [
            'Triệu đồng đã giải ngân, trên kinh phí được giao',
            money('disbursed'),
            money('allotted'),
            parts.money,
          ] as const,
        ]),
    ...standings.map(
      (standing) =>
        [
          `Cơ quan: ${standingWords[standing]}, trên số phải báo cáo`,
          ofStanding(standing),
          sum(standings.map(ofStanding)),
          arrivals,
        ] as const,
    ),
    ...(parts.changeRows.length === 0
      ? []
      : (['better', 'worse'] as const).map(
          (trend) =>
            [
              `Số liệu so với kỳ trước: ${trendWords[trend]}, trên số so được`,
              trends[trend],
              sum(Object.values(trends)),
              changes,
            ] as const,
        )),
  ];
  flow.heading('KẾT QUẢ CHÍNH TRONG KỲ');
  heads(flow, [
    [1, 1, 'TT'],
    [2, 5, 'Nội dung'],
    [6, 6, 'Số'],
    [7, 7, 'Trên'],
    [8, 8, 'Tỷ lệ'],
  ]);
  for (const [index, [words, part, whole, annex]] of rows.entries()) {
    const row = String(flow.row);
    flow.line([
      [1, 1, number(index + 1, 'count')],
      [2, 5, text(words, 'text')],
      [6, 6, linked(formula(part.formula, part.result, 'countBold'), annex.spec.name, 'A1')],
      [7, 7, formula(whole.formula, whole.result, 'count')],
      [
        8,
        8,
        formula(
          `IF(G${row}=0,"–",F${row}/G${row})`,
          whole.result === 0 ? '–' : part.result / whole.result,
          'share',
        ),
      ],
    ]);
  }
}

/** The standings that occur, the worst first. */
function standingsIn(rows: readonly ArrivalRow[]): readonly Standing[] {
  return (['missing', 'silent', 'late', 'typed', 'onTime'] as const).filter((standing) =>
    rows.some((row) => row.standing === standing),
  );
}

/** Things counted by their state: a table, and the chart of it at its right. */
type CountTable = {
  readonly title: string;
  readonly name: string;
  readonly head: string;
  readonly total: string;
  readonly rows: readonly {
    readonly words: string;
    readonly look: StatusLook;
    readonly amount: Amount;
  }[];
};

function countTable(flow: Flow, { title, name, head, total, rows }: CountTable): ChartSpec {
  flow.heading(title);
  const top = flow.row;
  heads(flow, [
    [1, 1, 'TT'],
    [2, 2, head],
    [3, 3, 'Số'],
    [4, 4, 'Tỷ lệ'],
  ]);
  const first = flow.row;
  const last = first + rows.length - 1;
  const totalCell = `C${String(last + 1)}`;
  const all = rows.reduce((count, { amount }) => count + amount.result, 0);
  const share = (count: number): Content =>
    formula(
      `IF(${totalCell}=0,0,C${String(flow.row)}/${totalCell})`,
      all === 0 ? 0 : count / all,
      'share',
    );
  for (const [index, { words, look, amount }] of rows.entries())
    flow.line([
      [1, 1, number(index + 1, 'count')],
      [2, 2, { ...text(words, 'text'), look }],
      [3, 3, formula(amount.formula, amount.result, 'count')],
      [4, 4, share(amount.result)],
    ]);
  flow.line([
    [1, 1, text(null, 'text')],
    [2, 2, text(total, 'textBold')],
    [3, 3, formula(`SUM(C${String(first)}:C${String(last)})`, all, 'countBold')],
    [4, 4, share(all)],
  ]);
  return {
    kind: 'bar',
    title: name,
    altText: `Biểu đồ thanh: ${name}, số liệu ở bảng bên trái.`,
    sheet: overviewSheetName,
    categories: rowsIn(2, { first, last }),
    series: [
      {
        name: 'Số',
        values: rowsIn(3, { first, last }),
        pointColors: rows.map(({ look }) => look.strong),
      },
    ],
    place: { top, bottom: flow.row - 1, left: 5, right: flowRight },
  };
}

function bucketTable(flow: Flow, input: ReportInput, tasks: PlacedAnnex<TaskColumn>): ChartSpec {
  return countTable(flow, {
    title: 'NHIỆM VỤ THEO NHÓM THỐNG KÊ',
    name: 'Nhiệm vụ theo nhóm thống kê',
    head: 'Nhóm',
    total: 'Tổng số nhiệm vụ',
    rows: buckets.map((bucket) => ({
      words: bucketWords[bucket].vi,
      look: bucketLooks[bucket],
      amount: ofBucket(input, tasks, bucket),
    })),
  });
}

function statusTable(
  flow: Flow,
  input: ReportInput,
  indicators: PlacedAnnex<IndicatorColumn>,
): ChartSpec {
  return countTable(flow, {
    title: 'CHỈ TIÊU THEO TRẠNG THÁI',
    name: 'Chỉ tiêu theo trạng thái',
    head: 'Trạng thái',
    total: 'Tổng số chỉ tiêu',
    rows: statusOrder.map((status) => ({
      words: indicatorStatusText(status),
      look: indicatorLooks[status],
      amount: ofStatus(input, indicators, status),
    })),
  });
}

function rowsIn(
  column: number,
  { first, last }: { readonly first: number; readonly last: number },
): RangeSpec {
  return { top: first, bottom: last, left: column, right: column };
}

/** The parts of a stacked bar, the columns of its table from E on; their colours differ in grey too. */
const stacked: readonly {
  readonly words: string;
  readonly of: readonly Bucket[];
  readonly color: string;
}[] = [
  { words: 'Hoàn thành', of: ['completedOnTime', 'completedLate'], color: '4CAF50' },
  { words: 'Trong hạn', of: ['openInTime'], color: 'A9C6E6' },
  { words: 'Quá hạn', of: ['openOverdue'], color: 'A31515' },
  { words: 'Không tính hạn', of: ['noDeadline'], color: 'EDEDED' },
];

/** Tasks counted by one thing: a chart, and the table it is drawn from. */
type StackedTable = {
  readonly title: string;
  readonly name: string;
  readonly head: string;
  /** The column whose words stand beside the bars. */
  readonly categories: 1 | 2;
  readonly rows: readonly {
    readonly code: Content;
    readonly label: Content;
    readonly counts: readonly Amount[];
  }[];
};

function stackedTable(flow: Flow, table: StackedTable): ChartSpec {
  const whole = flow.row;
  flow.heading(table.title);
  const top = flow.row;
  const bottom = top + Math.max(CHART_ROWS, table.rows.length + CHART_MARGIN) - 1;
  flow.row = bottom + 1;
  flow.gap();
  heads(flow, [
    [1, 1, 'TT'],
    [2, 3, table.head],
    [4, 4, 'Nhiệm vụ'],
    ...stacked.map(({ words }, index) => [5 + index, 5 + index, words] as const),
  ]);
  // A table longer than a page goes on over its end, but never parts from its chart before it began.
  flow.together.push({ from: whole, to: flow.row });
  const rows = { first: flow.row, last: flow.row + table.rows.length - 1 };
  for (const { code, label, counts } of table.rows) {
    const row = String(flow.row);
    flow.line([
      [1, 1, code],
      [2, 3, label],
      [4, 4, formula(`SUM(E${row}:H${row})`, sum(counts).result, 'countBold')],
      ...counts.map(
        ({ formula: given, result }, index) =>
          [5 + index, 5 + index, formula(given, result, 'tally')] as const,
      ),
    ]);
  }
  return {
    kind: 'stackedBar',
    title: table.name,
    altText: `Biểu đồ thanh chồng: ${table.name}, số liệu ở bảng phía dưới.`,
    sheet: overviewSheetName,
    categories: rowsIn(table.categories, rows),
    series: stacked.map(({ words, color }, index) => ({
      name: words,
      values: rowsIn(5 + index, rows),
      color,
    })),
    place: { top, bottom, left: 1, right: flowRight },
  };
}

function sectionTable({ assessment }: ReportInput, tasks: PlacedAnnex<TaskColumn>): StackedTable {
  const sections = new Map<string, { readonly title: string; readonly buckets: Bucket[] }>();
  for (const { task, bucket } of assessment.tasks) {
    const section = sections.get(task.section) ?? { title: task.sectionTitle, buckets: [] };
    sections.set(task.section, section);
    section.buckets.push(bucket);
  }
  return {
    title: 'NHIỆM VỤ THEO MỤC CỦA KẾ HOẠCH',
    name: 'Nhiệm vụ theo mục',
    head: 'Mục',
    categories: 1,
    rows: [...sections]
      .filter(([section]) => section !== '')
      .map(([section, { title, buckets: own }]) => ({
        code: text(section, 'textCentered'),
        label: text(shorten(title, BRIEF), 'text'),
        counts: stacked.map(({ of }) =>
          sum(
            of.map((bucket) => ({
              formula: `COUNTIFS(${tasks.column('section')},${criterion(section)},${tasks.column('bucket')},${criterion(bucketWords[bucket].vi)})`,
              result: own.filter((each) => each === bucket).length,
            })),
          ),
        ),
      })),
  };
}

function agencyTable({ agencies, agencyRows }: OverviewParts): StackedTable {
  const all = agencyRows.filter((agency) => agency.buckets.length > 0);
  const leading = all
    .toSorted((a, b) => b.buckets.length - a.buckets.length)
    .slice(0, AGENCIES_SHOWN);
  return {
    title: `NHIỆM VỤ THEO CƠ QUAN (${String(leading.length)} trong ${String(all.length)}; đủ ở Phụ lục\u00a0IV)`,
    name: 'Nhiệm vụ theo cơ quan chủ trì',
    head: 'Cơ quan',
    categories: 2,
    rows: leading.map((agency, index) => ({
      code: linked(
        number(index + 1, 'count'),
        agencies.spec.name,
        agencies.cell(agency.id, 'name'),
      ),
      label: text(agency.name, 'text'),
      counts: stacked.map(({ of }) =>
        sum(
          of.map((bucket) => ({
            formula: `${quoteSheet(agencies.spec.name)}!${agencies.cell(agency.id, bucket) ?? 'A1'}`,
            result: agency.buckets.filter((each) => each === bucket).length,
          })),
        ),
      ),
    })),
  };
}

function worst(flow: Flow, { slipping, slippingRows }: OverviewParts): void {
  const shown = slippingRows.slice(0, WORST_SHOWN);
  const part = `(${String(shown.length)} trong ${String(slippingRows.length)}; đủ ở Phụ lục\u00a0III)`;
  flow.heading(`CÁC VIỆC CHẬM NHẤT${shown.length === 0 ? '' : ` ${part}`}`);
  if (shown.length === 0) {
    flow.paragraph('Không có chỉ tiêu, nhiệm vụ nào chậm.', 'plain');
    return;
  }
  heads(flow, [
    [1, 1, 'TT'],
    [2, 4, 'Chỉ tiêu, nhiệm vụ'],
    [5, 6, 'Cơ quan chịu trách nhiệm'],
    [7, 8, 'Mức chậm'],
  ]);
  for (const [index, row] of shown.entries()) {
    const at = (key: SlippingColumn): string =>
      `${quoteSheet(slipping.spec.name)}!${slipping.cell(row.id, key) ?? 'A1'}`;
    flow.line([
      [1, 1, number(index + 1, 'count')],
      [
        2,
        4,
        linked(
          formula(
            `${at('kind')}&" "&${at('code')}&": "&${at('name')}`,
            `${kindWords[row.kind]} ${row.code}: ${row.name}`,
            'text',
          ),
          slipping.spec.name,
          slipping.cell(row.id, 'name'),
        ),
      ],
      [5, 6, formula(`${at('lead')}&""`, row.lead ?? '', 'text')],
      [
        7,
        8,
        formula(`${at('status')}&": "&${at('howFar')}`, `${row.status}: ${row.howFar}`, 'text'),
      ],
    ]);
  }
}

function silent(flow: Flow, { arrivalRows }: OverviewParts): void {
  flow.heading('CƠ QUAN CHƯA NỘP, NỘP MUỘN BÁO CÁO (đủ ở Phụ lục\u00a0V)');
  const named = (['missing', 'silent', 'late'] as const).flatMap((standing) => {
    const names = arrivalRows.filter((row) => row.standing === standing).map(({ name }) => name);
    return names.length === 0
      ? []
      : [`${standingWords[standing]} (${String(names.length)}): ${names.join('; ')}.`];
  });
  const allSent = arrivalRows.every(({ standing }) => standing === 'onTime')
    ? 'Các cơ quan đã nộp báo cáo đủ, đúng hạn.'
    : 'Kỳ này không tổng hợp bài nộp; số liệu nhập thẳng vào sổ theo dõi.';
  const lines = named.length > 0 ? named : [allSent];
  for (const words of lines) flow.paragraph(words, 'paragraph');
}

/** A gap, then labels and numbers beside the printed page. */
const lookupWidths = [3, 32, 12] as const;
const LOOKUP_ROW = 6;

/**
 * Beside the page, not printed: a drop-down of agencies and the numbers of the one chosen, in
 * plain Excel too. Null where no agency leads anything.
 */
function agencyLookup({
  agencies,
  agencyRows,
}: OverviewParts): Pick<SheetSpec, 'cells' | 'validations'> | null {
  const [first] = agencyRows;
  if (!first) return null;
  const label = flowRight + 2;
  const chosen = absoluteRange(oneCell(LOOKUP_ROW + 1, label)).split(':')[0] ?? '';
  const names = agencies.column('name');
  const numbers: readonly (readonly [string, AgencyColumn, number])[] = [
    ['Chỉ tiêu', 'indicators', first.indicators.length],
    ['Chỉ tiêu đạt', 'met', first.indicators.filter((status) => status === 'met').length],
    [
      'Chỉ tiêu chậm',
      'slipping',
      first.indicators.filter((status) => slippingIndicatorStatuses.has(status)).length,
    ],
    ['Nhiệm vụ', 'tasks', first.buckets.length],
    ...buckets.map(
      (bucket) =>
        [
          bucketWords[bucket].vi,
          bucket,
          first.buckets.filter((each) => each === bucket).length,
        ] as const,
    ),
  ];
  return {
    cells: [
      ...rowCells(LOOKUP_ROW, label, [text('Tra cứu theo cơ quan', 'head')]),
      ...rowCells(LOOKUP_ROW + 1, label, [text(first.name, 'textBold')]),
      ...numbers.flatMap(([words, key, result], index) =>
        rowCells(LOOKUP_ROW + 2 + index, label, [
          text(words, 'text'),
          formula(`SUMPRODUCT((${names}=${chosen})*${agencies.column(key)})`, result, 'count'),
        ]),
      ),
    ],
    validations: [
      {
        range: oneCell(LOOKUP_ROW + 1, label),
        rule: { kind: 'listRange', formula: names },
        severity: 'stop',
        promptTitle: 'Cơ quan',
        prompt: 'Chọn cơ quan để xem các con số của cơ quan đó.',
        errorTitle: 'Không có cơ quan này',
        error: 'Chọn một cơ quan trong danh sách.',
      },
    ],
  };
}
