import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A place between two places: a score was probably typed instead of the place. */
export const rankNotWhole: Check = ({ figures }) =>
  figures
    .filter(
      ({ kind, value, ref }) =>
        kind === 'rank' && value > 1 && !Number.isInteger(value) && ref.column.includes('.'),
    )
    .map(({ ref }) => foundAt('error', ref));
