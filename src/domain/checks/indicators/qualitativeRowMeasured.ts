import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A qualitative target with something in "Thực hiện" and no judgement: only that one counts. */
export const qualitativeRowMeasured: Check = ({ indicatorRows }) =>
  indicatorRows
    .filter(({ measure, cell }) => !measure && !cell('actual').blank && cell('judgement').blank)
    .map(({ cell }) => foundAt('warning', cell('actual')));
