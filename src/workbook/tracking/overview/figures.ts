import type { BookAssessment } from '../../../domain/assessment/book';
import type { Rate } from '../../../domain/assessment/summary';
import { block, formulaInput, textInput, type Block } from '../../shared/cells';
import { formats, indicatorLooks, taskLooks, withStyle, type StatusLook } from '../../shared/looks';
import { quoteText } from '../../shared/references';
import { trackingNames } from '../columns';
import { indicatorsToWatch, type Places } from '../formulas';
import { farRange } from '../place';
import { styles } from '../styles';
import {
  bucketOrder,
  countCell,
  indicatorOrder,
  sumOf,
  taskOrder,
  type CountTable,
} from './counts';
import { cellLook, onRow, shareLook } from './grid';

/** The tables that the figures above and below them are computed from. */
export type CountTables = {
  readonly indicators: CountTable;
  readonly tasks: CountTable;
  readonly buckets: CountTable;
};

/** A number of rows with its formula. */
type Amount = { readonly formula: string; readonly result: number };

/** What a rate is over, in words. */
type Whole = Amount & { readonly words: string };

/** The rates of the dashboard, each as a part of a whole that has a name. */
type Rates = Readonly<
  Record<
    'met' | 'toWatch' | 'completed' | 'onTime' | 'overdue' | 'silent',
    { readonly part: Amount; readonly whole: Whole }
  >
>;

function ratesOf(
  { indicators, tasks, buckets }: CountTables,
  places: Places,
  { summary }: BookAssessment,
): Rates {
  const bucket = (key: (typeof bucketOrder)[number]): number => bucketOrder.indexOf(key);
  const { completedRate, onTimeRate, overdueRate, byStatus } = summary.tasks;
  const done = sumOf(buckets, [bucket('completedOnTime'), bucket('completedLate')]);
  const due = farRange(places.tasks, 'dueDay');
  const silent = ['noReport', 'recurringSilent'] as const;
  const allIndicators = {
    formula: indicators.totalCell,
    result: summary.indicators.total,
    words: 'chỉ tiêu',
  };
  const counted = (formula: string, rate: Rate): Amount => ({ formula, result: rate.numerator });
  return {
    met: {
      part: {
        formula: countCell(indicators, indicatorOrder.indexOf('met')),
        result: summary.indicators.byStatus.met,
      },
      whole: allIndicators,
    },
    toWatch: {
      part: {
        formula: sumOf(
          indicators,
          indicatorsToWatch.map((status) => indicatorOrder.indexOf(status)),
        ),
        result: indicatorsToWatch.reduce(
          (sum, status) => sum + summary.indicators.byStatus[status],
          0,
        ),
      },
      whole: allIndicators,
    },
    completed: {
      part: counted(done, completedRate),
      whole: {
        formula: `(${buckets.totalCell}-${countCell(buckets, bucket('noDeadline'))})`,
        result: completedRate.denominator,
        words: 'nhiệm vụ có hạn',
      },
    },
    onTime: {
      part: counted(countCell(buckets, bucket('completedOnTime')), onTimeRate),
      whole: {
        formula: `(${done})`,
        result: onTimeRate.denominator,
        words: 'nhiệm vụ đã hoàn thành',
      },
    },
    overdue: {
      part: counted(countCell(buckets, bucket('openOverdue')), overdueRate),
      whole: {
        formula: `COUNTIFS(${due},">0",${due},"<"&INT(${trackingNames.asOf}))`,
        result: overdueRate.denominator,
        words: 'nhiệm vụ đã đến hạn',
      },
    },
    silent: {
      part: {
        formula: sumOf(
          tasks,
          silent.map((status) => taskOrder.indexOf(status)),
        ),
        result: silent.reduce((sum, status) => sum + byStatus[status], 0),
      },
      whole: { formula: tasks.totalCell, result: summary.tasks.total, words: 'nhiệm vụ' },
    },
  };
}

/** The large figures at the top, each with what it is out of. */
export function tileBlocks(
  top: number,
  tables: CountTables,
  places: Places,
  assessment: BookAssessment,
): readonly Block[] {
  const rates = ratesOf(tables, places, assessment);
  const tiles: readonly (readonly [string, StatusLook, keyof Rates])[] = [
    ['● Chỉ tiêu đạt', indicatorLooks.met, 'met'],
    ['▲ Chỉ tiêu cần xử lý', indicatorLooks.atRisk, 'toWatch'],
    ['● Nhiệm vụ hoàn thành', taskLooks.doneOnTime, 'completed'],
    ['■ Nhiệm vụ quá hạn', taskLooks.overdue, 'overdue'],
    ['– Nhiệm vụ chưa báo cáo', taskLooks.noReport, 'silent'],
  ];
  return tiles.flatMap(([label, { fill, font }, key], index) => {
    const { part, whole } = rates[key];
    const [from, to] = [index * 4 + 1, index * 4 + 4];
    const base = withStyle(styles.plain, {
      fill,
      font: { color: font },
      horizontal: 'center',
      vertical: 'center',
    });
    const share = whole.result === 0 ? 0 : Math.round((part.result / whole.result) * 100);
    const of = `"trên "&${whole.formula}&${quoteText(` ${whole.words}`)}`;
    const ofText = `trên ${String(whole.result)} ${whole.words}`;
    return [
      block(onRow(top)(from, to), textInput(label), withStyle(base, { font: { bold: true } })),
      block(
        onRow(top + 1)(from, to),
        formulaInput(part.formula, part.result),
        withStyle(base, { font: { size: 22, bold: true }, numberFormat: formats.count }),
      ),
      block(
        onRow(top + 2)(from, to),
        formulaInput(
          `IF(${whole.formula}=0,${of},TEXT((${part.formula})/${whole.formula},"0%")&" "&${of})`,
          whole.result === 0 ? ofText : `${String(share)}% ${ofText}`,
        ),
        withStyle(base, { font: { size: 10 } }),
      ),
    ];
  });
}

/** The rates of task accounting, each with its denominator in words. */
export function rateBlocks(
  top: number,
  tables: CountTables,
  places: Places,
  assessment: BookAssessment,
): readonly Block[] {
  const rates = ratesOf(tables, places, assessment);
  const rows: readonly (readonly [string, keyof Rates])[] = [
    ['Tỷ lệ hoàn thành', 'completed'],
    ['Tỷ lệ đúng hạn', 'onTime'],
    ['Tỷ lệ quá hạn', 'overdue'],
  ];
  return rows.flatMap(([label, key], index) => {
    const { part, whole } = rates[key];
    const place = onRow(top + index);
    return [
      block(place(1, 3), textInput(label), withStyle(cellLook, { font: { bold: true } })),
      block(
        place(4, 4),
        formulaInput(
          `IF(${whole.formula}=0,"–",(${part.formula})/${whole.formula})`,
          whole.result === 0 ? '–' : part.result / whole.result,
        ),
        withStyle(shareLook, { font: { bold: true } }),
      ),
      block(
        place(5, 9),
        formulaInput(
          `(${part.formula})&" / "&${whole.formula}&${quoteText(` ${whole.words}`)}`,
          `${String(part.result)} / ${String(whole.result)} ${whole.words}`,
        ),
        withStyle(cellLook, { font: { size: 10 } }),
      ),
    ];
  });
}
