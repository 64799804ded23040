import { numberOf } from '../../entries';
import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** Money allotted without saying from where. */
export const fundingWithoutSource: Check = ({ taskRows }) =>
  taskRows
    .filter(({ cell }) => {
      const allotted = numberOf(cell('allotted').content);
      return allotted.kind === 'value' && allotted.value > 0 && cell('funding').blank;
    })
    .map(({ cell }) =>
      foundAt('warning', cell('funding'), { seen: seenIn(cell('allotted').content) }),
    );
