import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A start after the due day. */
export const startAfterDue: Check = ({ taskRows }) =>
  taskRows.flatMap(({ facts: { start, due }, counted, cell }) =>
    counted &&
    start.kind === 'value' &&
    due.kind === 'value' &&
    daysBetween(due.value, start.value) > 0
      ? [foundAt('warning', cell('start'), { due: due.value })]
      : [],
  );
