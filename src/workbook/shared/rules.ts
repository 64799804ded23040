import type { IndicatorStatus, Judgement, TaskStatus } from '../../domain/assessment/status';
import { indicatorStatuses, judgements } from '../../domain/assessment/status';
import { indicatorStatusWords, taskStatusWords, withSign } from '../../messages/words';
import { quoteText } from './references';

/**
 * The pieces of the assessment that formulas are made of (design §5): the second of the two
 * engines. Each piece says the same as its namesake in src/domain, in functions that Excel 2016,
 * LibreOffice, IronCalc and Google Sheets share, without arrays and structured references.
 */

const NO_BREAK_SPACE = '\u00a0';

/** Whether a cell shows nothing or white space only; an error is something. */
export function isBlankFormula(cell: string): string {
  return `IFERROR(TRIM(CLEAN(SUBSTITUTE(${cell},"${NO_BREAK_SPACE}"," ")))="",FALSE)`;
}

/** How a formula names what an input cell gave. */
export const readingCodes = { none: 0, value: 1, invalid: 2 } as const;

/**
 * The reading of a number cell: 0 nothing, 1 a number, 2 something else. A date in a number
 * cell is something else; `dateMark` is what CELL says of a date where it does not say "D…".
 */
export function numberReading(cell: string, dateMark: string): string {
  const format = `IFERROR(CELL("format",${cell}),"")`;
  const isDate = `OR(LEFT(${format},1)="D",${format}=${dateMark})`;
  return `IF(ISLOGICAL(${cell}),2,IF(ISNUMBER(${cell}),IF(${isDate},2,1),IF(${isBlankFormula(cell)},0,2)))`;
}

/** The serial numbers that are days, as src/domain/dates.ts has them. */
const FIRST_DAY = 61;
const AFTER_LAST_DAY = 2_958_466;

/** The reading of a date cell: 0 nothing, 1 a day, 2 something else. */
export function dateReading(cell: string): string {
  const isDay = `AND(${cell}>=${String(FIRST_DAY)},${cell}<${String(AFTER_LAST_DAY)})`;
  return `IF(ISLOGICAL(${cell}),2,IF(ISNUMBER(${cell}),IF(${isDay},1,2),IF(${isBlankFormula(cell)},0,2)))`;
}

/** The rank of an indicator's status: 1 is the worst. Formulas compute with it, cells show words. */
export function indicatorRank(status: IndicatorStatus): number {
  return indicatorStatuses.indexOf(status) + 1;
}

/** An indicator status as cells show it. */
export function indicatorStatusText(status: IndicatorStatus): string {
  return withSign(indicatorStatusWords[status]);
}

/** A task status as cells show it. */
export function taskStatusText(status: TaskStatus): string {
  return withSign(taskStatusWords[status]);
}

/** The words of the drop-down for qualitative targets, in its order. */
export const judgementWords: ReadonlyMap<string, Judgement> = new Map(
  judgements.map((judgement) => [indicatorStatusWords[judgement].vi, judgement]),
);

/** The rank of the judgement in a cell; an empty cell still is to be judged, other words are invalid. */
export function judgementRank(cell: string): string {
  const words = `TRIM(CLEAN(SUBSTITUTE(${cell},"${NO_BREAK_SPACE}"," ")))`;
  const chosen = [...judgementWords].reduceRight(
    (rest, [text, judgement]) =>
      `IF(EXACT(${words},${quoteText(text)}),${String(indicatorRank(judgement))},${rest})`,
    String(indicatorRank('invalid')),
  );
  return `IF(${isBlankFormula(cell)},${String(indicatorRank('judgement'))},IFERROR(${chosen},${String(indicatorRank('invalid'))}))`;
}

/** The words of a status by its rank; an empty text for rank 0. */
export function statusByRank(rank: string): string {
  const words = indicatorStatuses.map((status) => quoteText(indicatorStatusText(status)));
  return `IF(${rank}=0,"",CHOOSE(${rank},${words.join(',')}))`;
}
