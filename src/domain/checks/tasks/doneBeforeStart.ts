import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Done before it was begun. */
export const doneBeforeStart: Check = ({ taskRows }) =>
  taskRows.flatMap(({ facts: { start, done }, cell }) =>
    start.kind === 'value' && done.kind === 'value' && daysBetween(start.value, done.value) < 0
      ? [foundAt('warning', cell('done'), { start: start.value })]
      : [],
  );
