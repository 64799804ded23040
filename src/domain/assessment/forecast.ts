import type { FigureKind } from '../checks/support/figureKind';
import { daysBetween, type IsoDate } from '../dates';
import type { Point } from './reading';

/**
 * The value an indicator comes to on its target's last day if it goes on as it has since its
 * baseline; a share stays within 0–100. Null where that says nothing: without a baseline, once
 * the day has passed, for ranks and for figures that begin anew each year.
 */
export function forecastOf(
  kind: FigureKind,
  baseline: Point | null,
  actual: Point,
  end: IsoDate,
): number | null {
  if (!baseline || kind === 'rank' || kind === 'growth') return null;
  const passed = daysBetween(baseline.date, actual.date);
  if (passed <= 0 || daysBetween(actual.date, end) <= 0) return null;
  const pace = (actual.value - baseline.value) / passed;
  const reached = baseline.value + pace * daysBetween(baseline.date, end);
  return kind === 'share' ? Math.min(100, Math.max(0, reached)) : reached;
}
