import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { typedTexts } from '../support/typedText';

/** Text such as "1.234", which is 1234 in Vietnam and 1,234 elsewhere: a person must say. */
export const ambiguousNumber: Check = (context) =>
  typedTexts(context).flatMap(({ ref, reading }) => {
    if (reading.kind !== 'ambiguous') return [];
    const [readingA, readingB] = reading.readings;
    return [foundAt('error', ref, { readingA, readingB })];
  });
