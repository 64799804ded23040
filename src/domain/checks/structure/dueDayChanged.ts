import { dateOf } from '../../entries';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** The due day of a task that the plan dates is no longer the plan's: the status hangs on it. */
export const dueDayChanged: Check = ({ taskRows }) =>
  taskRows.flatMap(({ task, cell }) => {
    if (task.time.kind !== 'by' && task.time.kind !== 'span') return [];
    const { end } = task.time;
    const reading = dateOf(cell('due').content);
    if (reading.kind === 'value' && reading.value === end) return [];
    return [foundAt('error', cell('due'), { fix: end })];
  });
