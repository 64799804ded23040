import { expectedOn, measureOf } from '../../domain/assessment/indicator';
import { daysBetween, endOfYear, type IsoDate } from '../../domain/dates';
import type { Roadmap } from '../../domain/entries';
import type { IndicatorLine } from '../tracking/indicators';

/** What a line is paced against on a day, as the tracking workbook's roadmap sheet works it out. */
export type Road = {
  readonly mode: 'held' | 'line' | 'none';
  /** The baseline and the expected value; null unless the mode is `line`. */
  readonly base: number | null;
  readonly expected: number | null;
};

/** The road of a measured line; null for a line that no number measures. */
export function roadOf(
  { slot, indicator }: IndicatorLine,
  roadmap: Roadmap | undefined,
  day: IsoDate,
): Road | null {
  const measure = slot ? measureOf(slot.target, indicator.pace) : null;
  if (!measure) return null;
  const plain = (mode: Road['mode']): Road => ({ mode, base: null, expected: null });
  if (indicator.pace === 'annual') return plain('held');
  const baseline = roadmap?.baseline ?? null;
  const end = endOfYear(indicator.horizon);
  if (baseline === null || daysBetween(baseline.date, end) <= 0) return plain('none');
  if (measure.direction * (baseline.value - measure.value) >= 0) return plain('held');
  const between = (roadmap?.milestones ?? []).filter(
    ({ date }) => daysBetween(baseline.date, date) > 0 && daysBetween(date, end) > 0,
  );
  const expected = expectedOn(day, [baseline, ...between, { date: end, value: measure.value }]);
  return { mode: 'line', base: baseline.value, expected };
}
