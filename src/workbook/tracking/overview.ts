import type { AssessedIndicator, AssessedTask, BookAssessment } from '../../domain/assessment/book';
import type { Bucket, IndicatorStatus, TaskStatus } from '../../domain/assessment/status';
import { daysBetween, toSerial } from '../../domain/dates';
import { bucketWords } from '../../messages/words';
import {
  block,
  blockCells,
  blockMerges,
  emptyInput,
  formulaInput,
  textInput,
  type Block,
} from '../shared/cells';
import {
  bucketLooks,
  formats,
  indicatorLooks,
  taskLooks,
  withStyle,
  workingPage,
  type StatusLook,
} from '../shared/looks';
import { quoteText } from '../shared/references';
import { indicatorStatusText, taskStatusText } from '../shared/rules';
import type {
  CellInput,
  ChartSpec,
  ConditionalFormatSpec,
  RangeSpec,
  SheetSpec,
  StyleSpec,
} from '../spec';
import { agencyCounts, type Count } from './agencies';
import { trackingNames, trackingSheets } from './columns';
import type { EntryInput, TrackingContent } from './content';
import { indicatorsToWatch, ownLine, tasksToWatch, type Places } from './formulas';
import { farRange, type PlacedTable } from './place';
import { styles } from './styles';
import { asOfLine, footMark, planLine, sampleBlock } from './tableSheet';

/** The dashboard stands on a grid of narrow columns that blocks are merged over. */
const GRID = { columns: 20, width: 5.3 };
/** Rows to look at first, of each kind. */
const LISTED = 8;
/** Characters of a long text the lists show; the rest is one click away. */
const LONG_NAME = 120;
const LONG_REMARK = 78;

/** Statuses as the design lists them: from good to bad, then what is not known. */
const indicatorOrder: readonly IndicatorStatus[] = [
  'met',
  'onPace',
  'attention',
  'atRisk',
  'alarm',
  'missed',
  'noPace',
  'noData',
  'judgement',
  'invalid',
];
const taskOrder: readonly TaskStatus[] = [
  'doneOnTime',
  'doneLate',
  'inProgress',
  'notStarted',
  'dueSoon',
  'slipping',
  'overdue',
  'recurring',
  'recurringSilent',
  'awaiting',
  'noReport',
  'invalid',
];
const bucketOrder: readonly Bucket[] = [
  'completedOnTime',
  'completedLate',
  'openInTime',
  'openOverdue',
  'noDeadline',
];

const cellLook = withStyle(styles.plain, { border: 'hair', vertical: 'center' });
const headLook = withStyle(cellLook, {
  font: { bold: true },
  fill: 'E4E8F0',
  border: 'thin',
  horizontal: 'center',
});
const countLook = withStyle(cellLook, { horizontal: 'right', numberFormat: formats.count });
const shareLook = withStyle(cellLook, { horizontal: 'right', numberFormat: formats.share });
const totalLook = withStyle(cellLook, { font: { bold: true }, fill: 'F0F0F0' });

type Place = (left: number, right: number) => RangeSpec;

function onRow(row: number): Place {
  return (left, right) => ({ top: row, left, bottom: row, right });
}

/** A count with its formula, so that rates can be built on it. */
type Counted = {
  readonly words: string;
  readonly look: StatusLook;
  readonly count: number;
  readonly formula: string;
};

/** A table of counts: where its labels and counts stand, for the chart beside it. */
type CountTable = {
  readonly blocks: readonly Block[];
  readonly labels: RangeSpec;
  readonly counts: RangeSpec;
  readonly totalCell: string;
};

/** The dashboard: counts, charts, the government's buckets, what to look at first, by agency. */
export function overviewSheet(
  content: TrackingContent,
  places: Places,
  assessment: BookAssessment,
): SheetSpec {
  const { summary } = assessment;
  const indicatorCounts = indicatorOrder.map((status): Counted => {
    const words = indicatorStatusText(status);
    return {
      words,
      look: indicatorLooks[status],
      count: summary.indicators.byStatus[status],
      formula: `COUNTIFS(${farRange(places.indicators, 'status')},${criterion(words)},${farRange(places.indicators, 'partOf')},${quoteText(ownLine)})`,
    };
  });
  const taskCounts = taskOrder.map((status): Counted => {
    const words = taskStatusText(status);
    return {
      words,
      look: taskLooks[status],
      count: summary.tasks.byStatus[status],
      formula: `COUNTIFS(${farRange(places.tasks, 'status')},${criterion(words)})`,
    };
  });
  const bucketCounts = bucketOrder.map((bucket): Counted => {
    const words = bucketWords[bucket].vi;
    return {
      words,
      look: bucketLooks[bucket],
      count: summary.tasks.byBucket[bucket],
      formula: `COUNTIFS(${farRange(places.tasks, 'bucket')},${criterion(words)})`,
    };
  });

  const statusRow = 9;
  const left = countTable('Chỉ tiêu theo trạng thái', statusRow, leftHalf, indicatorCounts);
  const right = countTable('Nhiệm vụ theo trạng thái', statusRow, rightHalf, taskCounts);
  const chartRow = statusRow + taskCounts.length + 4;
  const bucketRow = chartRow + 16;
  const buckets = countTable('Nhiệm vụ theo nhóm thống kê', bucketRow, leftHalf, bucketCounts);
  const rateRow = bucketRow + bucketCounts.length + 4;
  const rates = rateBlocks(rateRow, buckets, places, assessment);
  const listTop = rateRow + 5;
  const lists = [
    ...indicatorList(listTop, places, assessment, content),
    ...taskList(listTop + LISTED + 3, places, assessment, content),
  ];
  const agencyRow = listTop + 2 * (LISTED + 3);
  const agencies = agencyBlocks(agencyRow, content, places, assessment);
  const sectionRow = agencyRow + agencies.rows + 1;
  const sections = sectionBlocks(sectionRow, places, assessment);
  const lastRow = sectionRow + sections.rows;

  const blocks: readonly Block[] = [
    block(
      onRow(1)(1, GRID.columns),
      textInput(`TỔNG QUAN TIẾN ĐỘ – ${content.plan.title}`),
      styles.title,
    ),
    block(onRow(2)(1, GRID.columns), textInput(planLine(content)), styles.subtitle),
    block(onRow(3)(1, GRID.columns), asOfLine(content), styles.line),
    sampleBlock(content, 4, GRID.columns),
    ...tiles(5, left, right, buckets, places, assessment),
    ...left.blocks,
    ...right.blocks,
    ...buckets.blocks,
    ...rates,
    ...lists,
    ...agencies.blocks,
    ...sections.blocks,
  ];
  const chart = (
    kind: ChartSpec['kind'],
    title: string,
    table: CountTable,
    counts: readonly Counted[],
    place: RangeSpec,
  ): ChartSpec => ({
    kind,
    title,
    altText: `${title}: ${counts.map(({ words, count }) => `${words} ${String(count)}`).join('; ')}`,
    sheet: trackingSheets.overview,
    categories: table.labels,
    series: [
      { name: title, values: table.counts, pointColors: counts.map(({ look }) => look.strong) },
    ],
    place,
  });
  return {
    name: trackingSheets.overview,
    visibility: 'visible',
    tabColor: '1F3864',
    showGridLines: false,
    columns: Array.from({ length: GRID.columns }, () => ({ width: GRID.width })),
    rowHeights: [
      ...(content.sample ? [] : [{ row: 4, height: 6 }]),
      { row: 6, height: 30 },
      { row: 8, height: 8 },
      ...Array.from({ length: LISTED }, (_, index) => [
        { row: listTop + 2 + index, height: 45 },
        { row: listTop + LISTED + 5 + index, height: 45 },
      ]).flat(),
    ],
    cells: blockCells(blocks),
    merges: blockMerges(blocks),
    tables: [],
    validations: [],
    conditionalFormats: [
      {
        range: onRow(3)(1, GRID.columns),
        formula: `NOT(ISNUMBER(${trackingNames.asOf}))`,
        fontColor: 'B00020',
        bold: true,
        stopIfTrue: false,
      },
      ...listFormats(
        listTop + 2,
        indicatorsToWatch.map((status) => [indicatorStatusText(status), indicatorLooks[status]]),
      ),
      ...listFormats(
        listTop + LISTED + 5,
        tasksToWatch.map((status) => [taskStatusText(status), taskLooks[status]]),
      ),
    ],
    charts: [
      chart('bar', 'Số chỉ tiêu theo trạng thái', left, indicatorCounts, {
        top: chartRow,
        left: 1,
        bottom: chartRow + 14,
        right: 10,
      }),
      chart('bar', 'Số nhiệm vụ theo trạng thái', right, taskCounts, {
        top: chartRow,
        left: 11,
        bottom: chartRow + 14,
        right: 20,
      }),
      chart('doughnut', 'Nhiệm vụ theo nhóm thống kê', buckets, bucketCounts, {
        top: bucketRow,
        left: 11,
        bottom: rateRow + 3,
        right: 20,
      }),
    ],
    freeze: { rows: 0, columns: 0 },
    protection: 'none',
    print: workingPage(
      'portrait',
      { top: 1, left: 1, bottom: lastRow, right: GRID.columns },
      null,
      footMark(content, 'TỔNG QUAN'),
    ),
  };
}

/** Words as a criterion of COUNTIFS, where "?" and "*" stand for themselves. */
function criterion(words: string): string {
  return quoteText(words.replace(/[?*~]/g, '~$&'));
}

/** Columns of a half: colour, label, count, share. */
type Half = {
  readonly colour: number;
  readonly label: readonly [number, number];
  readonly count: readonly [number, number];
  readonly share: readonly [number, number];
};
const leftHalf: Half = { colour: 1, label: [2, 6], count: [7, 7], share: [8, 9] };
const rightHalf: Half = { colour: 11, label: [12, 17], count: [18, 18], share: [19, 20] };

function countTable(
  title: string,
  top: number,
  half: Half,
  counts: readonly Counted[],
): CountTable {
  const first = top + 2;
  const last = first + counts.length - 1;
  const column = letter(half.count[0]);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const totalCell = `$${column}$${String(last + 1)}`;
  const row = (
    place: Place,
    look: { readonly label: StyleSpec; readonly count: StyleSpec; readonly share: StyleSpec },
    words: string,
    count: CellInput,
    share: CellInput,
  ): readonly Block[] => [
    block(place(...half.label), textInput(words), look.label),
    block(place(...half.count), count, look.count),
    block(place(...half.share), share, look.share),
  ];
  const shareOf = (at: number): string =>
    `IF(${totalCell}=0,0,${column}${String(at)}/${totalCell})`;
  return {
    labels: { top: first, left: half.label[0], bottom: last, right: half.label[0] },
    counts: { top: first, left: half.count[0], bottom: last, right: half.count[0] },
    totalCell,
    blocks: [
      block(onRow(top)(half.colour, half.share[1]), textInput(title), styles.heading),
      block(onRow(top + 1)(half.colour, half.label[1]), textInput('Trạng thái'), headLook),
      block(onRow(top + 1)(...half.count), textInput('Số'), headLook),
      block(onRow(top + 1)(...half.share), textInput('Tỷ lệ'), headLook),
      ...counts.flatMap(({ words, look, count, formula }, index) => [
        block(
          onRow(first + index)(half.colour, half.colour),
          emptyInput,
          withStyle(cellLook, { fill: look.strong }),
        ),
        ...row(
          onRow(first + index),
          {
            label: withStyle(cellLook, { fill: look.fill, font: { color: look.font } }),
            count: countLook,
            share: shareLook,
          },
          words,
          formulaInput(formula, count),
          formulaInput(shareOf(first + index), total === 0 ? 0 : count / total),
        ),
      ]),
      block(onRow(last + 1)(half.colour, half.colour), emptyInput, totalLook),
      ...row(
        onRow(last + 1),
        {
          label: totalLook,
          count: withStyle(totalLook, { horizontal: 'right' }),
          share: withStyle(totalLook, { horizontal: 'right', numberFormat: formats.share }),
        },
        'Tổng số',
        formulaInput(`SUM(${column}${String(first)}:${column}${String(last)})`, total),
        formulaInput(`IF(${totalCell}=0,0,1)`, total === 0 ? 0 : 1),
      ),
    ],
  };
}

function letter(column: number): string {
  return String.fromCharCode(64 + column);
}

/** The cell of a count in a table by its place in the table's order. */
function countCell(table: CountTable, index: number): string {
  return `$${letter(table.counts.left)}$${String(table.counts.top + index)}`;
}

function sumOf(table: CountTable, indices: readonly number[]): string {
  return indices.map((index) => countCell(table, index)).join('+');
}

/** Tasks whose due day has passed: the denominator of the overdue rate. */
function wereDue(places: Places): string {
  const due = farRange(places.tasks, 'dueDay');
  return `COUNTIFS(${due},">0",${due},"<"&INT(${trackingNames.asOf}))`;
}

/** The large figures at the top, each with what it is out of. */
function tiles(
  top: number,
  indicators: CountTable,
  tasks: CountTable,
  buckets: CountTable,
  places: Places,
  { summary, asOf, tasks: assessed }: BookAssessment,
): readonly Block[] {
  const indexOf = (status: IndicatorStatus): number => indicatorOrder.indexOf(status);
  const watched = indicatorsToWatch.map(indexOf);
  const watchedCount = indicatorsToWatch.reduce(
    (sum, status) => sum + summary.indicators.byStatus[status],
    0,
  );
  const silent = (['noReport', 'recurringSilent'] as const).map((each) => taskOrder.indexOf(each));
  const silentCount = summary.tasks.byStatus.noReport + summary.tasks.byStatus.recurringSilent;
  const { byBucket } = summary.tasks;
  const completed = byBucket.completedOnTime + byBucket.completedLate;
  const withDeadline = summary.tasks.total - byBucket.noDeadline;
  const due = assessed.filter(
    (row) => row.bucket !== 'noDeadline' && row.due !== null && daysBetween(row.due, asOf) > 0,
  ).length;
  const deadlines = `(${buckets.totalCell}-${countCell(buckets, 4)})`;
  const tile = (
    index: number,
    label: string,
    look: StatusLook,
    value: CellInput,
    denominator: { readonly formula: string; readonly result: number; readonly words: string },
    valueFormula: string,
    valueResult: number,
  ): readonly Block[] => {
    const [from, to] = [index * 4 + 1, index * 4 + 4];
    const base = withStyle(styles.plain, {
      fill: look.fill,
      font: { color: look.font },
      horizontal: 'center',
      vertical: 'center',
    });
    const share =
      denominator.result === 0 ? 0 : Math.round((valueResult / denominator.result) * 100);
    return [
      block(onRow(top)(from, to), textInput(label), withStyle(base, { font: { bold: true } })),
      block(
        onRow(top + 1)(from, to),
        value,
        withStyle(base, { font: { size: 22, bold: true }, numberFormat: formats.count }),
      ),
      block(
        onRow(top + 2)(from, to),
        formulaInput(
          `TEXT(IF(${denominator.formula}=0,0,(${valueFormula})/${denominator.formula}),"0%")&" của "&${denominator.formula}&${quoteText(` ${denominator.words}`)}`,
          `${String(share)}% của ${String(denominator.result)} ${denominator.words}`,
        ),
        withStyle(base, { font: { size: 10 } }),
      ),
    ];
  };
  const entry = (
    index: number,
    label: string,
    look: StatusLook,
    formula: string,
    result: number,
    of: { readonly formula: string; readonly result: number; readonly words: string },
  ): readonly Block[] =>
    tile(index, label, look, formulaInput(formula, result), of, formula, result);
  const allIndicators = {
    formula: indicators.totalCell,
    result: summary.indicators.total,
    words: 'chỉ tiêu',
  };
  return [
    ...entry(
      0,
      '● Chỉ tiêu đạt',
      indicatorLooks.met,
      countCell(indicators, 0),
      summary.indicators.byStatus.met,
      allIndicators,
    ),
    ...entry(
      1,
      '▲ Chỉ tiêu cần xử lý',
      indicatorLooks.atRisk,
      sumOf(indicators, watched),
      watchedCount,
      allIndicators,
    ),
    ...entry(2, '● Nhiệm vụ hoàn thành', taskLooks.doneOnTime, sumOf(buckets, [0, 1]), completed, {
      formula: deadlines,
      result: withDeadline,
      words: 'có hạn',
    }),
    ...entry(
      3,
      '■ Nhiệm vụ quá hạn',
      taskLooks.overdue,
      countCell(buckets, 3),
      byBucket.openOverdue,
      {
        formula: wereDue(places),
        result: due,
        words: 'đã đến hạn',
      },
    ),
    ...entry(4, '– Nhiệm vụ chưa báo cáo', taskLooks.noReport, sumOf(tasks, silent), silentCount, {
      formula: tasks.totalCell,
      result: summary.tasks.total,
      words: 'nhiệm vụ',
    }),
  ];
}

/** The rates of task accounting, each with its denominator in words. */
function rateBlocks(
  top: number,
  buckets: CountTable,
  places: Places,
  { summary }: BookAssessment,
): readonly Block[] {
  const completed = `(${sumOf(buckets, [0, 1])})`;
  const withDeadline = `(${buckets.totalCell}-${countCell(buckets, 4)})`;
  const rows = [
    ['Tỷ lệ hoàn thành', completed, withDeadline, 'nhiệm vụ có hạn', summary.tasks.completedRate],
    [
      'Tỷ lệ đúng hạn',
      countCell(buckets, 0),
      completed,
      'nhiệm vụ đã hoàn thành',
      summary.tasks.onTimeRate,
    ],
    [
      'Tỷ lệ quá hạn',
      countCell(buckets, 3),
      wereDue(places),
      'nhiệm vụ đã đến hạn',
      summary.tasks.overdueRate,
    ],
  ] as const;
  return rows.flatMap(([label, part, whole, words, rate], index) => {
    const place = onRow(top + index);
    return [
      block(place(1, 4), textInput(label), withStyle(cellLook, { font: { bold: true } })),
      block(
        place(5, 6),
        formulaInput(`IF(${whole}=0,"–",${part}/${whole})`, rate.value ?? '–'),
        withStyle(shareLook, { font: { bold: true } }),
      ),
      block(
        place(7, 9),
        formulaInput(
          `${part}&"/"&${whole}&${quoteText(` ${words}`)}`,
          `${String(rate.numerator)}/${String(rate.denominator)} ${words}`,
        ),
        withStyle(cellLook, { font: { size: 10 } }),
      ),
    ];
  });
}

type ListColumn = { readonly range: readonly [number, number]; readonly head: string };

function listHead(top: number, title: string, columns: readonly ListColumn[]): readonly Block[] {
  return [
    block(onRow(top)(1, GRID.columns), textInput(title), styles.heading),
    ...columns.map(({ range, head }) => block(onRow(top + 1)(...range), textInput(head), headLook)),
  ];
}

/** A text of a listed row, cut to what its cell can show; nothing where the list has ended. */
function listed(position: string, text: (of: string) => string, limit: number): string {
  const whole = text(position);
  return `IFERROR(IF(LEN(${whole})>${String(limit)},LEFT(${whole},${String(limit - 1)})&"…",${whole}),"")`;
}

function cut(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit - 1)}…` : text;
}

/** The cells of a listed row; texts are formulas over the row's place in its table. */
type ListedRow = {
  readonly code: CellInput;
  readonly name: CellInput;
  readonly why: CellInput;
  readonly status: CellInput;
  readonly figure: CellInput;
};

function listRow(top: number, row: ListedRow, figureLook: StyleSpec): readonly Block[] {
  const place = onRow(top);
  return [
    block(place(1, 2), row.code, withStyle(cellLook, { horizontal: 'center' })),
    block(place(3, 10), row.name, cellLook),
    block(place(11, 15), row.why, cellLook),
    block(place(16, 18), row.status, withStyle(cellLook, { font: { bold: true } })),
    block(place(19, 20), row.figure, figureLook),
  ];
}

function listColumns(name: string, figure: string): readonly ListColumn[] {
  return [
    { range: [1, 2], head: 'TT' },
    { range: [3, 10], head: name },
    { range: [11, 15], head: 'Cơ quan chủ trì; nguyên nhân' },
    { range: [16, 18], head: 'Trạng thái' },
    { range: [19, 20], head: figure },
  ];
}

/** The place of the k-th row to look at in a table, as its column of order says. */
function kth<F extends string>(place: PlacedTable<F>, order: F, k: number): string {
  const range = farRange(place, order);
  return `MATCH(SMALL(${range},${String(k)}),${range},0)`;
}

/** The words of a field at a position; an empty cell gives an empty text. */
function wordsAt<F extends string>(place: PlacedTable<F>, field: F): (position: string) => string {
  return (position) => `INDEX(${farRange(place, field)},${position})&""`;
}

const CAUSE = 'Nguyên nhân: ';

function whyFormula(
  lead: (position: string) => string,
  cause: (position: string) => string,
): (position: string) => string {
  return (position) =>
    `${lead(position)}&IF(${cause(position)}="","",CHAR(10)&${quoteText(CAUSE)}&${cause(position)})`;
}

function whyText(lead: string | null | undefined, cause: EntryInput | undefined): string {
  const reason = typeof cause === 'string' && cause !== '' ? `\n${CAUSE}${cause}` : '';
  return cut(`${lead ?? ''}${reason}`, LONG_REMARK);
}

function indicatorList(
  top: number,
  { indicators }: Places,
  assessment: BookAssessment,
  content: TrackingContent,
): readonly Block[] {
  const urgency = (row: AssessedIndicator): number => indicatorsToWatch.indexOf(row.status);
  const ranked = assessment.indicators
    .filter((row) => indicatorsToWatch.includes(row.status))
    .sort((a, b) => urgency(a) - urgency(b) || (a.deviation ?? 0) - (b.deviation ?? 0));
  const why = whyFormula(wordsAt(indicators, 'lead'), wordsAt(indicators, 'cause'));
  return [
    ...listHead(top, 'Chỉ tiêu cần xem trước', listColumns('Chỉ tiêu', 'Chênh lệch')),
    ...Array.from({ length: LISTED }, (_, index) => {
      const position = kth(indicators, 'order', index + 1);
      const row = ranked[index];
      const cause = row ? content.indicatorEntries.get(row.indicator.id)?.get('cause') : undefined;
      const text = (of: (position: string) => string, limit: number, result: string): CellInput =>
        formulaInput(listed(position, of, limit), result);
      return listRow(
        top + 2 + index,
        {
          code: text(wordsAt(indicators, 'code'), LONG_NAME, row?.indicator.code ?? ''),
          name: text(
            wordsAt(indicators, 'name'),
            LONG_NAME,
            cut(row?.indicator.name ?? '', LONG_NAME),
          ),
          why: text(why, LONG_REMARK, whyText(row?.indicator.leadText, cause)),
          status: text(
            wordsAt(indicators, 'status'),
            LONG_NAME,
            row ? indicatorStatusText(row.status) : '',
          ),
          figure: formulaInput(
            `IFERROR(INDEX(${farRange(indicators, 'deviation')},${position}),"")`,
            row?.deviation ?? '',
          ),
        },
        withStyle(cellLook, { horizontal: 'right', numberFormat: formats.points }),
      );
    }).flat(),
  ];
}

function taskList(
  top: number,
  { tasks }: Places,
  assessment: BookAssessment,
  content: TrackingContent,
): readonly Block[] {
  const urgency = (row: AssessedTask): number => tasksToWatch.indexOf(row.status);
  const daysLeft = (row: AssessedTask): number => row.daysLeft ?? -Number.MAX_VALUE;
  const ranked = assessment.tasks
    .filter((row) => tasksToWatch.includes(row.status))
    .sort((a, b) => urgency(a) - urgency(b) || daysLeft(a) - daysLeft(b));
  const why = whyFormula(wordsAt(tasks, 'lead'), wordsAt(tasks, 'cause'));
  const code = (position: string): string => {
    const section = wordsAt(tasks, 'section')(position);
    return `${section}&IF(${section}="","",".")&${wordsAt(tasks, 'code')(position)}`;
  };
  return [
    ...listHead(top, 'Nhiệm vụ cần xem trước', listColumns('Nhiệm vụ', 'Hạn')),
    ...Array.from({ length: LISTED }, (_, index) => {
      const position = kth(tasks, 'order', index + 1);
      const row = ranked[index];
      const task = row?.task;
      const cause = task ? content.taskEntries.get(task.id)?.get('cause') : undefined;
      const due = `INDEX(${farRange(tasks, 'dueDay')},${position})`;
      const text = (of: (position: string) => string, limit: number, result: string): CellInput =>
        formulaInput(listed(position, of, limit), result);
      return listRow(
        top + 2 + index,
        {
          code: text(
            code,
            LONG_NAME,
            task ? [task.section, task.code].filter((part) => part !== '').join('.') : '',
          ),
          name: text(wordsAt(tasks, 'name'), LONG_NAME, cut(task?.name ?? '', LONG_NAME)),
          why: text(why, LONG_REMARK, whyText(task?.leadText, cause)),
          status: text(wordsAt(tasks, 'status'), LONG_NAME, row ? taskStatusText(row.status) : ''),
          figure: formulaInput(
            `IFERROR(IF(${due}>0,${due},""),"")`,
            row?.due && row.daysLeft !== null ? toSerial(row.due) : '',
          ),
        },
        withStyle(cellLook, { horizontal: 'center', numberFormat: formats.day }),
      );
    }).flat(),
  ];
}

/** The status colours of a list. */
function listFormats(
  top: number,
  looks: readonly (readonly [words: string, look: StatusLook])[],
): readonly ConditionalFormatSpec[] {
  return looks.map(([words, look]) => ({
    range: { top, left: 16, bottom: top + LISTED - 1, right: 18 },
    formula: `$P${String(top)}=${quoteText(words)}`,
    fill: look.fill,
    fontColor: look.font,
    stopIfTrue: false,
  }));
}

/** A table that goes down as far as it needs. */
type Table = { readonly blocks: readonly Block[]; readonly rows: number };

const figureColumns = [
  [9, 10],
  [11, 12],
  [13, 14],
  [15, 16],
  [17, 18],
  [19, 20],
] as const satisfies readonly (readonly [number, number])[];

function figureColumn(index: number): readonly [number, number] {
  return figureColumns[index] ?? [19, 20];
}

function countBlocks(row: number, counts: readonly Count[]): readonly Block[] {
  return counts.map(({ formula, result }, index) =>
    block(
      onRow(row)(...figureColumn(index)),
      formulaInput(formula, result),
      withStyle(countLook, { horizontal: 'center' }),
    ),
  );
}

function headBlocks(row: number, first: string, heads: readonly string[]): readonly Block[] {
  return [
    block(onRow(row)(1, 8), textInput(first), headLook),
    ...heads.map((head, index) =>
      block(onRow(row)(...figureColumn(index)), textInput(head), headLook),
    ),
  ];
}

/** What every agency leads, those with most rows first. */
function agencyBlocks(
  top: number,
  { plan }: TrackingContent,
  places: Places,
  assessment: BookAssessment,
): Table {
  const leading = plan.agencies
    .map((agency) => ({
      agency,
      counts: agencyCounts(quoteText(agency.id), agency.id, places, assessment),
    }))
    .filter(({ counts }) => counts.indicators.result + counts.tasks.result > 0)
    .sort(
      (a, b) =>
        b.counts.indicators.result +
        b.counts.tasks.result -
        (a.counts.indicators.result + a.counts.tasks.result),
    );
  return {
    rows: leading.length + 2,
    blocks: [
      block(onRow(top)(1, GRID.columns), textInput('Theo cơ quan chủ trì'), styles.heading),
      ...headBlocks(top + 1, 'Cơ quan', [
        'Chỉ tiêu',
        'Chỉ tiêu cần xử lý',
        'Nhiệm vụ',
        'Nhiệm vụ hoàn thành',
        'Nhiệm vụ quá hạn',
        'Phối hợp',
      ]),
      ...leading.flatMap(({ agency, counts }, index) => [
        block(onRow(top + 2 + index)(1, 8), textInput(agency.name), cellLook),
        ...countBlocks(top + 2 + index, [
          counts.indicators,
          counts.indicatorsToWatch,
          counts.tasks,
          counts.tasksDone,
          counts.tasksOverdue,
          counts.coordinated,
        ]),
      ]),
    ],
  };
}

/** The tasks of every section of the plan; nothing for a plan without sections. */
function sectionBlocks(top: number, { tasks }: Places, assessment: BookAssessment): Table {
  const sections = new Map(
    assessment.tasks.map(({ task }) => [task.section, task.sectionTitle] as const),
  );
  if (sections.size < 2) return { blocks: [], rows: 0 };
  const status =
    (statuses: readonly TaskStatus[]) =>
    (section: string): Count => ({
      formula: statuses
        .map(
          (each) =>
            `COUNTIFS(${farRange(tasks, 'section')},${criterion(section)},${farRange(tasks, 'status')},${criterion(taskStatusText(each))})`,
        )
        .join('+'),
      result: assessment.tasks.filter(
        (row) => row.task.section === section && statuses.includes(row.status),
      ).length,
    });
  const columns: readonly ((section: string) => Count)[] = [
    (section) => ({
      formula: `COUNTIFS(${farRange(tasks, 'section')},${criterion(section)})`,
      result: assessment.tasks.filter((row) => row.task.section === section).length,
    }),
    status(['doneOnTime', 'doneLate']),
    status(['inProgress', 'notStarted', 'recurring', 'awaiting']),
    status(['dueSoon', 'slipping']),
    status(['overdue']),
    status(['noReport', 'recurringSilent']),
  ];
  return {
    rows: sections.size + 2,
    blocks: [
      block(
        onRow(top)(1, GRID.columns),
        textInput('Nhiệm vụ theo mục của kế hoạch'),
        styles.heading,
      ),
      ...headBlocks(top + 1, 'Mục', [
        'Nhiệm vụ',
        'Hoàn thành',
        'Đang làm, trong hạn',
        'Sắp đến hạn, chậm',
        'Quá hạn',
        'Chưa báo cáo',
      ]),
      ...[...sections].flatMap(([section, title], index) => [
        block(
          onRow(top + 2 + index)(1, 8),
          textInput([section, title].filter((part) => part !== '').join('. ')),
          cellLook,
        ),
        ...countBlocks(
          top + 2 + index,
          columns.map((column) => column(section)),
        ),
      ]),
    ],
  };
}
