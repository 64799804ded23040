import { slippingTaskStatuses } from '../../assessment/status';
import type { CheckContext, TaskRow } from '../context';

/** The reported tasks that slip, unless a cell their status hangs on is itself in doubt. */
export function lateTasks({ taskRows, inDoubt }: CheckContext): readonly TaskRow[] {
  return taskRows.filter(
    ({ assessed, reported, cell }) =>
      reported &&
      slippingTaskStatuses.has(assessed.status) &&
      !(['percent', 'done', 'start', 'due'] as const).map(cell).some(inDoubt),
  );
}
