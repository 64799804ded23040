import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Per cent, in words, where the unit is another: "3%" of a number of firms. */
export const percentForAnotherUnit: Check = ({ numbers }) =>
  numbers
    .filter(({ reading }) => reading?.kind === 'percent')
    .map(({ ref }) => foundAt('error', ref));
