import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Words, a range or TRUE/FALSE in a number cell: no single number can be read from it. */
export const notANumber: Check = ({ numbers }) =>
  numbers
    .filter(({ ref, reading }) => reading?.kind === 'none' || ref.content?.kind === 'boolean')
    .map(({ ref }) => foundAt('error', ref));
