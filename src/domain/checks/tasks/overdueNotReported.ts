import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Past its due day without a word about it; cause and measure are not asked for on top. */
export const overdueNotReported: Check = ({ taskRows, empty }) =>
  empty
    ? []
    : taskRows.flatMap(({ assessed, reported, cell }) =>
        assessed.status === 'overdue' && !reported && assessed.due !== null
          ? [
              foundAt('error', cell('percent'), {
                due: assessed.due,
                days: Math.abs(assessed.daysLeft ?? 0),
              }),
            ]
          : [],
      );
