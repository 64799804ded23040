import type { Bucket, IndicatorStatus, TaskStatus } from '../../../domain/assessment/status';
import type { Summary } from '../../../domain/assessment/summary';
import { columnLetters } from '../../../domain/snapshot';
import { bucketWords } from '../../../messages/words';
import { block, emptyInput, formulaInput, textInput, type Block } from '../../shared/cells';
import {
  bucketLooks,
  formats,
  indicatorLooks,
  taskLooks,
  withStyle,
  type StatusLook,
} from '../../shared/looks';
import { criterion, quoteText } from '../../shared/references';
import { indicatorStatusText, taskStatusText } from '../../shared/rules';
import type { CellInput, RangeSpec, StyleSpec } from '../../spec';
import { ownLine, type Places } from '../formulas';
import { farRange } from '../place';
import { styles } from '../styles';
import { cellLook, countLook, headLook, onRow, shareLook, totalLook, type RowPlace } from './grid';

/** Statuses as the design lists them: from good to bad, then what is not known. */
export const indicatorOrder: readonly IndicatorStatus[] = [
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
/** {@link indicatorOrder} for tasks. */
export const taskOrder: readonly TaskStatus[] = [
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
/** The buckets as the government lists them. */
export const bucketOrder: readonly Bucket[] = [
  'completedOnTime',
  'completedLate',
  'openInTime',
  'openOverdue',
  'noDeadline',
];

/** A count with its formula, so that rates can be built on it. */
export type Counted = {
  readonly words: string;
  readonly look: StatusLook;
  readonly count: number;
  readonly formula: string;
};

/** A table of counts: where its labels and counts stand, for the chart beside it. */
export type CountTable = {
  readonly blocks: readonly Block[];
  readonly labels: RangeSpec;
  readonly counts: RangeSpec;
  readonly totalCell: string;
};

/** Columns of a half of the dashboard: colour, label, count, share. */
export type Half = {
  readonly colour: number;
  readonly label: readonly [number, number];
  readonly count: number;
  readonly share: number;
};

/** The left half. */
export const leftHalf: Half = { colour: 1, label: [2, 7], count: 8, share: 9 };
/** The right half. */
export const rightHalf: Half = { colour: 11, label: [12, 18], count: 19, share: 20 };

/** Indicators by status: parts of composite targets are not counted beside their indicator. */
export function indicatorCounts({ indicators }: Places, summary: Summary): readonly Counted[] {
  return indicatorOrder.map((status) => {
    const words = indicatorStatusText(status);
    return {
      words,
      look: indicatorLooks[status],
      count: summary.indicators.byStatus[status],
      formula: `COUNTIFS(${farRange(indicators, 'status')},${criterion(words)},${farRange(indicators, 'partOf')},${quoteText(ownLine)})`,
    };
  });
}

/** Tasks by status. */
export function taskCounts({ tasks }: Places, summary: Summary): readonly Counted[] {
  return taskOrder.map((status) => {
    const words = taskStatusText(status);
    return {
      words,
      look: taskLooks[status],
      count: summary.tasks.byStatus[status],
      formula: `COUNTIFS(${farRange(tasks, 'status')},${criterion(words)})`,
    };
  });
}

/** Tasks by the government's buckets. */
export function bucketCounts({ tasks }: Places, summary: Summary): readonly Counted[] {
  return bucketOrder.map((bucket) => {
    const words = bucketWords[bucket].vi;
    return {
      words,
      look: bucketLooks[bucket],
      count: summary.tasks.byBucket[bucket],
      formula: `COUNTIFS(${farRange(tasks, 'bucket')},${criterion(words)})`,
    };
  });
}

/** Lays a table of counts out with its total. */
export function countTable(
  title: string,
  head: string,
  top: number,
  half: Half,
  counts: readonly Counted[],
): CountTable {
  const first = top + 2;
  const last = first + counts.length - 1;
  const column = columnLetters(half.count);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const totalCell = `$${column}$${String(last + 1)}`;
  const row = (
    place: RowPlace,
    look: { readonly label: StyleSpec; readonly count: StyleSpec; readonly share: StyleSpec },
    words: string,
    count: CellInput,
    share: CellInput,
  ): readonly Block[] => [
    block(place(...half.label), textInput(words), look.label),
    block(place(half.count, half.count), count, look.count),
    block(place(half.share, half.share), share, look.share),
  ];
  const shareOf = (at: number): string =>
    `IF(${totalCell}=0,0,${column}${String(at)}/${totalCell})`;
  return {
    labels: { top: first, left: half.label[0], bottom: last, right: half.label[0] },
    counts: { top: first, left: half.count, bottom: last, right: half.count },
    totalCell,
    blocks: [
      block(onRow(top)(half.colour, half.share), textInput(title), styles.heading),
      block(onRow(top + 1)(half.colour, half.label[1]), textInput(head), headLook),
      block(onRow(top + 1)(half.count, half.count), textInput('Số'), headLook),
      block(onRow(top + 1)(half.share, half.share), textInput('Tỷ lệ'), headLook),
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
          share: withStyle(totalLook, { horizontal: 'right', numberFormat: formats.wholeShare }),
        },
        'Tổng số',
        formulaInput(`SUM(${column}${String(first)}:${column}${String(last)})`, total),
        formulaInput(`IF(${totalCell}=0,0,1)`, total === 0 ? 0 : 1),
      ),
    ],
  };
}

/** The cell of a count in a table by its place in the table's order. */
export function countCell(table: CountTable, index: number): string {
  return `$${columnLetters(table.counts.left)}$${String(table.counts.top + index)}`;
}

/** The sum of several counts of a table. */
export function sumOf(table: CountTable, indices: readonly number[]): string {
  return indices.map((index) => countCell(table, index)).join('+');
}
