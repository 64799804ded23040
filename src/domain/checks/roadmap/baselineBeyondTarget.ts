import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A baseline that had reached the target already: there is nothing left to pace. */
export const baselineBeyondTarget: Check = ({ roadmapRows }) =>
  roadmapRows.flatMap(({ row: { baseline, indicator }, measure, cell }) =>
    baseline &&
    indicator.pace !== 'annual' &&
    measure.direction * (baseline.value - measure.value) >= 0
      ? [foundAt('note', cell('baseline'), { expected: measure.value })]
      : [],
  );
