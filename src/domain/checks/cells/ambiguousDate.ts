import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Text such as "05/06/2025", which is 5 June in Vietnam and 6 May elsewhere. */
export const ambiguousDate: Check = ({ dates }) =>
  dates.flatMap(({ ref, reading }) => {
    if (reading?.kind !== 'ambiguous') return [];
    const [readingA, readingB] = reading.readings;
    return [foundAt('error', ref, { readingA, readingB })];
  });
