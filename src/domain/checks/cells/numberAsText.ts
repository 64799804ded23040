import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Text in a number cell that can only be one number: "85%", "85,5 ", "150 doanh nghiệp". */
export const numberAsText: Check = ({ numbers }) =>
  numbers.flatMap(({ ref, reading }) =>
    reading?.kind === 'exact' ? [foundAt('error', ref, { fix: reading.value })] : [],
  );
