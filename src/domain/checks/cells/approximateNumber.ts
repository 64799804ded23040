import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Text in a number cell that gives a number only roughly: "khoảng 80", "> 80", "85 (ước)". */
export const approximateNumber: Check = ({ numbers }) =>
  numbers.flatMap(({ ref, reading }) =>
    reading?.kind === 'approximate' ? [foundAt('error', ref, { fix: reading.value })] : [],
  );
