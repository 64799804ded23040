import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Text in a date cell that can only be one day: "20/11/2025", "ngày 5 tháng 6 năm 2025". */
export const dateAsText: Check = ({ dates }) =>
  dates.flatMap(({ ref, reading }) =>
    reading?.kind === 'day' ? [foundAt('error', ref, { fix: reading.day })] : [],
  );
