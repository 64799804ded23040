import type { CheckContext, TaskRow } from '../context';

/** The tasks with a due day to count by that were entered as completed. */
export function doneTasks({ taskRows }: CheckContext): readonly TaskRow[] {
  return taskRows.filter(
    ({ facts: { percent, done }, counted }) =>
      counted && (done.kind === 'value' || (percent.kind === 'value' && percent.value === 100)),
  );
}
