import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { lateTasks } from '../support/lateTasks';

/** A task that slips or was done late, and does not say why. */
export const lateTaskWithoutCause: Check = (context) =>
  lateTasks(context)
    .filter(({ cell }) => cell('cause').blank)
    .map(({ assessed: { status }, cell }) =>
      foundAt(status === 'overdue' ? 'error' : 'warning', cell('cause'), { status }),
    );
