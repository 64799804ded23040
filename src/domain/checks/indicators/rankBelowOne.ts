import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A place before the first. */
export const rankBelowOne: Check = ({ figures }) =>
  figures
    .filter(({ kind, value }) => kind === 'rank' && value < 1)
    .map(({ ref }) => foundAt('error', ref));
