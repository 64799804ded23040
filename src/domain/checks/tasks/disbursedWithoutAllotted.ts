import { numberOf } from '../../entries';
import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** Money paid out that nobody allotted. */
export const disbursedWithoutAllotted: Check = ({ taskRows }) =>
  taskRows
    .filter(({ cell }) => {
      const disbursed = numberOf(cell('disbursed').content);
      return disbursed.kind === 'value' && disbursed.value > 0 && cell('allotted').blank;
    })
    .map(({ cell }) =>
      foundAt('warning', cell('allotted'), { disbursed: seenIn(cell('disbursed').content) }),
    );
