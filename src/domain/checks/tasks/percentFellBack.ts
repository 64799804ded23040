import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Less done than at the last report. A recurring task starts anew every period. */
export const percentFellBack: Check = ({ taskRows }) =>
  taskRows.flatMap(({ facts: { percent }, counted, lastPercent, cell }) =>
    counted && percent.kind === 'value' && lastPercent && percent.value < lastPercent.value
      ? [
          foundAt('warning', cell('percent'), {
            last: lastPercent.value,
            period: lastPercent.period,
          }),
        ]
      : [],
  );
