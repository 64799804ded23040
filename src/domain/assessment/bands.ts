import type { IndicatorStatus } from './status';

/**
 * Cut points of the early-warning bands, in points of progress (1 point is 1 % of the way from
 * baseline to target). They are ordered, so the bands touch and never overlap: a deviation at
 * or above `attention` is on pace, at or above `atRisk` needs attention, at or above `alarm`
 * is at risk, and below it is an alarm.
 */
export type Bands = {
  readonly attention: number;
  readonly atRisk: number;
  readonly alarm: number;
};

/** The bands of the government's early-warning practice (deviation −3, −8, −15 points). */
export const defaultBands: Bands = { attention: -3, atRisk: -8, alarm: -15 };

/** A task counts as due soon this many days before its due day, unless the workbook says else. */
export const defaultDueSoonDays = 30;

/**
 * Deviations are compared after rounding to this many decimals, in the formulas too, so that
 * binary fractions never move a row over a cut point.
 */
export const deviationDecimals = 6;

/** Rounds a deviation the way both engines do before comparing it. */
export function roundDeviation(points: number): number {
  const scale = 10 ** deviationDecimals;
  return Math.round(points * scale) / scale;
}

/** The status of a deviation, in points. */
export function bandOf(deviation: number, bands: Bands): IndicatorStatus {
  const rounded = roundDeviation(deviation);
  if (rounded >= bands.attention) return 'onPace';
  if (rounded >= bands.atRisk) return 'attention';
  if (rounded >= bands.alarm) return 'atRisk';
  return 'alarm';
}
