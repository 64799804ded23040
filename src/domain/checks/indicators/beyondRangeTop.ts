import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { actuals } from '../support/actuals';

/** Met, but beyond the upper end of a range: worth a look, for the plan did not expect it. */
export const beyondRangeTop: Check = (context) =>
  actuals(context).flatMap(({ ref, row, measure, value }) => {
    const { target } = row.slot;
    if (target.kind !== 'range' || measure.direction === -1 || value <= target.max) return [];
    return [foundAt('note', ref, { expected: target.max })];
  });
