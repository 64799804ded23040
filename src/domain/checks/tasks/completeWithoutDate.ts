import type { Check } from '../context';
import { foundAt } from '../support/cell';

/**
 * 100 % without the day it was done. After the due day nobody can say whether it was in time,
 * so that the task has no status.
 */
export const completeWithoutDate: Check = ({ taskRows }) =>
  taskRows
    .filter(
      ({ facts: { percent }, counted, cell }) =>
        counted && percent.kind === 'value' && percent.value === 100 && cell('done').blank,
    )
    .map(({ assessed, cell }) =>
      foundAt(assessed.status === 'invalid' ? 'error' : 'warning', cell('done')),
    );
