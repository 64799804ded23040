import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A broken number of things that are counted one by one; a milestone may be an average. */
export const fractionForCount: Check = ({ figures }) =>
  figures
    .filter(
      ({ kind, value, ref }) =>
        kind === 'count' && !Number.isInteger(value) && ref.column.includes('.'),
    )
    .map(({ ref, row }) => foundAt('error', ref, { unit: row.indicator.unit ?? '' }));
