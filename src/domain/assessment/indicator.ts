import { daysBetween, endOfYear, type IsoDate } from '../dates';
import type { Pace } from '../plan/plan';
import type { Target } from '../plan/target';
import { bandOf, roundDeviation, type Bands } from './bands';
import type { Point, Reading } from './reading';
import { indicatorStatuses, type IndicatorStatus, type Judgement } from './status';

/** A target that is measured by one number, with its direction made plain. */
export type Measure = {
  /** The value progress is measured towards, in the indicator's unit. */
  readonly value: number;
  /** 1 when higher is better, −1 when lower is (ranks, atMost). */
  readonly direction: 1 | -1;
  /** True when reaching the value exactly is not yet enough. */
  readonly strict: boolean;
};

/**
 * The measure of a target; null for qualitative and composite targets. A bare number is reached
 * or passed (for a rank: reached or bettered); a range is met from its nearer end on.
 */
export function measureOf(target: Target, pace: Pace): Measure | null {
  const direction = pace === 'rank' ? -1 : 1;
  switch (target.kind) {
    case 'atLeast':
      return { value: target.value, direction: 1, strict: target.strict };
    case 'atMost':
      return { value: target.value, direction: -1, strict: target.strict };
    case 'exactly':
      return { value: target.value, direction, strict: false };
    case 'range':
      return { value: direction === 1 ? target.min : target.max, direction, strict: false };
    case 'qualitative':
    case 'composite':
      return null;
  }
}

/** Everything the status of one entry line of an indicator depends on. */
export type IndicatorFacts = {
  /** The line's own target: never composite, each part has a line of its own. */
  readonly target: Target;
  readonly pace: Pace;
  readonly horizon: number;
  readonly actual: Reading<number>;
  readonly judgement: Reading<Judgement>;
  readonly baseline: Point | null;
  /** Known points between the baseline and the horizon, in any order. */
  readonly milestones: readonly Point[];
};

/** The outcome for an indicator. */
export type IndicatorAssessment = {
  readonly status: IndicatorStatus;
  /** Share of the way from baseline to target (1 is all of it); null without anything to pace against. */
  readonly progress: number | null;
  /** The same share that is due at the as-of date. */
  readonly due: number | null;
  /** `progress − due` in points (1 point is 0.01), rounded as both engines do. */
  readonly deviation: number | null;
};

function plain(status: IndicatorStatus): IndicatorAssessment {
  return { status, progress: null, due: null, deviation: null };
}

/** Whether a value reaches a measure. */
export function reaches(actual: number, measure: Measure): boolean {
  const beyond = measure.direction * (actual - measure.value);
  return measure.strict ? beyond > 0 : beyond >= 0;
}

/**
 * The value expected on a day: a straight line between the known points around it. Before the
 * first point it is the first value, from the last point on the last.
 */
export function expectedOn(day: IsoDate, points: readonly Point[]): number | null {
  const sorted = [...points].sort((a, b) => daysBetween(b.date, a.date));
  const before = sorted.filter((point) => daysBetween(point.date, day) >= 0).at(-1);
  const after = sorted.find((point) => daysBetween(point.date, day) < 0);
  if (!before) return after?.value ?? null;
  if (!after) return before.value;
  const share = daysBetween(before.date, day) / daysBetween(before.date, after.date);
  return before.value + share * (after.value - before.value);
}

/**
 * What must be held in full: an annual indicator, or a level that the baseline had already
 * reached. Progress is then the share of the target itself, and all of it is due.
 */
function held(actual: number, measure: Measure): number {
  if (measure.value === 0) return 0;
  return 1 + (measure.direction * (actual - measure.value)) / Math.abs(measure.value);
}

/** Assesses one entry line of an indicator at an as-of date (design §5). */
export function assessIndicator(
  facts: IndicatorFacts,
  asOf: IsoDate,
  bands: Bands,
): IndicatorAssessment {
  const measure = measureOf(facts.target, facts.pace);
  if (!measure) {
    if (facts.judgement.kind === 'invalid') return plain('invalid');
    return plain(facts.judgement.kind === 'value' ? facts.judgement.value : 'judgement');
  }
  if (facts.actual.kind === 'invalid') return plain('invalid');
  if (facts.actual.kind === 'none') return plain('noData');

  const actual = facts.actual.value;
  const end = endOfYear(facts.horizon);
  const { progress, due } = paceOf(facts, actual, measure, asOf, end);
  const deviation =
    progress === null || due === null ? null : roundDeviation((progress - due) * 100);
  const status = ((): IndicatorStatus => {
    if (reaches(actual, measure)) return 'met';
    if (daysBetween(end, asOf) > 0) return 'missed';
    return deviation === null ? 'noPace' : bandOf(deviation, bands);
  })();
  return { status, progress, due, deviation };
}

function paceOf(
  facts: IndicatorFacts,
  actual: number,
  measure: Measure,
  asOf: IsoDate,
  end: IsoDate,
): { progress: number | null; due: number | null } {
  const { baseline } = facts;
  if (facts.pace === 'annual') return { progress: held(actual, measure), due: 1 };
  if (!baseline || daysBetween(baseline.date, end) <= 0) return { progress: null, due: null };
  if (measure.direction * (baseline.value - measure.value) >= 0)
    return { progress: held(actual, measure), due: 1 };

  const way = measure.value - baseline.value;
  const between = facts.milestones.filter(
    (point) => daysBetween(baseline.date, point.date) > 0 && daysBetween(point.date, end) > 0,
  );
  const expected = expectedOn(asOf, [baseline, ...between, { date: end, value: measure.value }]);
  return {
    progress: (actual - baseline.value) / way,
    due: expected === null ? null : (expected - baseline.value) / way,
  };
}

/** The worst of several statuses; a composite indicator is as good as its worst part. */
export function worstIndicatorStatus(statuses: readonly IndicatorStatus[]): IndicatorStatus {
  return indicatorStatuses.find((status) => statuses.includes(status)) ?? 'noData';
}
