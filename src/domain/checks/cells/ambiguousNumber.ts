import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Text such as "1.234", which is 1234 in Vietnam and 1,234 elsewhere: a person must say. */
export const ambiguousNumber: Check = ({ numbers }) =>
  numbers.flatMap(({ ref, reading }) => {
    if (reading?.kind !== 'ambiguous') return [];
    const [readingA, readingB] = reading.readings;
    return [foundAt('error', ref, { readingA, readingB })];
  });
