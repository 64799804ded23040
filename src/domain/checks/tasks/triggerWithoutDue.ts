import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** The awaited document has come, but nobody set a due day for an open task. */
export const triggerWithoutDue: Check = ({ taskRows }) =>
  taskRows
    .filter(
      ({ task, facts: { trigger, done }, cell }) =>
        task.time.kind === 'conditional' &&
        trigger.kind === 'value' &&
        done.kind === 'none' &&
        cell('due').blank,
    )
    .map(({ cell }) =>
      foundAt('warning', cell('due'), { trigger: seenIn(cell('trigger').content) }),
    );
