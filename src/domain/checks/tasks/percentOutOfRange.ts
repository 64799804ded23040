import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Less than nothing or more than all of a task. */
export const percentOutOfRange: Check = ({ taskRows }) =>
  taskRows
    .filter(
      ({ facts: { percent } }) =>
        percent.kind === 'value' && (percent.value < 0 || percent.value > 100),
    )
    .map(({ cell }) => foundAt('error', cell('percent')));
