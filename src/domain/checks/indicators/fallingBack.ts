import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { actuals } from '../support/actuals';

/** Fewer things than at the last report, of a kind that is counted up over the years. */
export const fallingBack: Check = (context) =>
  actuals(context).flatMap(({ ref, row, kind, value }) => {
    const { last, indicator } = row;
    if (kind !== 'count' || indicator.pace !== 'level' || !last || value >= last.value) return [];
    return [foundAt('warning', ref, { last: last.value, period: last.period })];
  });
