import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { actuals } from '../support/actuals';

/** A retreat behind the baseline by more than this share of the way to the target is said. */
const RETREAT = 0.1;

/** A value on the far side of the baseline, away from the target. */
export const wrongDirection: Check = (context) =>
  actuals(context).flatMap(({ ref, row, measure, value }) => {
    const { baseline, indicator } = row;
    if (!baseline || indicator.pace === 'annual') return [];
    const way = measure.direction * (measure.value - baseline.value);
    const gone = measure.direction * (value - baseline.value);
    if (way <= 0 || gone >= -RETREAT * way) return [];
    return [foundAt('warning', ref, { baseline: baseline.value, expected: measure.value })];
  });
