import type { Book, Period } from '../book';
import type { FigureValue } from '../collection/submission';

/** The figures of earlier periods, newest period first. */
export type Past = readonly PastPeriod[];

/** One earlier period and what was reported for it. */
export type PastPeriod = {
  readonly period: Period;
  /** The value of a row's field; null when none was reported. */
  readonly value: (row: string, field: string) => FigureValue | null;
};

/**
 * What the history has of the periods before the one being reported. Of several figures the
 * first stands: the history has what stands for a row before what its agencies said.
 */
export function pastOf({ history, settings }: Book): Past {
  const byPeriod = new Map<string, Map<string, FigureValue>>();
  for (const { period, row, field, value } of history) {
    if (period >= settings.period.id) continue;
    const figures = byPeriod.get(period) ?? new Map<string, FigureValue>();
    byPeriod.set(period, figures);
    const key = `${field} ${row}`;
    if (!figures.has(key)) figures.set(key, value);
  }
  return settings.periods
    .flatMap((period): PastPeriod[] => {
      const figures = byPeriod.get(period.id);
      return figures
        ? [{ period, value: (row, field) => figures.get(`${field} ${row}`) ?? null }]
        : [];
    })
    .sort((a, b) => (a.period.id < b.period.id ? 1 : -1));
}

/** How a figure stands against the one before it. */
export type Trend = 'better' | 'same' | 'worse';

/** The trend of a figure; `direction` is 1 where higher is better, −1 where lower is. */
export function trendOf(before: number, now: number, direction: 1 | -1): Trend {
  if (before === now) return 'same';
  return (now - before) * direction > 0 ? 'better' : 'worse';
}
