import { daysBetween } from '../dates';
import type { Book, HistoryFigure, Period } from '../book';
import { err, ok, type Result } from '../result';
import { closedFigures, correction } from './correction';
import { inHistoryOrder } from './historyOrder';
import { standingOf, type StandingWords } from './standing';
import type { FigureValue, LogEntry } from './submission';

/** A value of a period that is over, to be put right by hand. */
export type PastCorrection = {
  readonly line: string;
  readonly field: string;
  readonly value: FigureValue;
  readonly reason: string;
};

/** A correction as a value: to be looked at, then written. */
export type CorrectedPast = {
  readonly before: FigureValue | null;
  readonly history: readonly HistoryFigure[];
  readonly log: readonly LogEntry[];
};

/** Why a value cannot be corrected: the period is not over, or it is that value already. */
export type CorrectionFault = 'notPast' | 'sameValue';

/** Whether a period is over: a later one is being reported. */
export function isPast(book: Book, period: Period): boolean {
  return daysBetween(period.due, book.settings.period.due) > 0;
}

/**
 * What stands of a period in the history, by line and field: what was closed or corrected, else
 * what its submissions say.
 */
export function pastFigures(
  book: Book,
  period: Period,
  words: StandingWords,
): ReadonlyMap<string, ReadonlyMap<string, FigureValue>> {
  const { values } = standingOf(book.plan, book.registry, period, book.history, book.log, words);
  const figures = new Map([...values].map(([line, fields]) => [line, new Map(fields)]));
  for (const [line, fields] of closedFigures(book.history, period.id))
    figures.set(line, new Map([...(figures.get(line) ?? []), ...fields]));
  return figures;
}

/**
 * Puts a value of a past period right: a new line of the history stands before the old one, which
 * stays, and the log says what changed and why. The tables of the current period are left alone.
 */
export function correctPast(
  book: Book,
  period: Period,
  { line, field, value, reason }: PastCorrection,
  time: string,
  words: StandingWords,
): Result<CorrectedPast, CorrectionFault> {
  if (!isPast(book, period)) return err('notPast');
  const before = pastFigures(book, period, words).get(line)?.get(field) ?? null;
  if (before === value) return err('sameValue');
  const { figure, entry } = correction(
    book,
    period,
    { line, field, value },
    { before, reason },
    time,
  );
  const log = [...book.log, entry];
  const history = inHistoryOrder(book.plan, book.registry, [figure, ...book.history], log);
  return ok({ before, history, log });
}
