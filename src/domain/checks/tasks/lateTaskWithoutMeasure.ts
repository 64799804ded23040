import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { lateTasks } from '../support/lateTasks';

/** An open task that slips, and does not say what is done about it. A done one needs nothing. */
export const lateTaskWithoutMeasure: Check = (context) =>
  lateTasks(context)
    .filter(({ assessed, cell }) => assessed.status !== 'doneLate' && cell('measure').blank)
    .map(({ assessed: { status }, cell }) =>
      foundAt(status === 'overdue' ? 'error' : 'warning', cell('measure'), { status }),
    );
