import type { Check } from '../context';

/**
 * A workbook in which nobody has entered anything: an empty file must not count as a report
 * without faults. After the period's due day it is an error.
 */
export const emptyWorkbook: Check = ({ book, empty, periodOver }) =>
  empty && book.plan.indicators.length + book.plan.tasks.length > 0
    ? [
        {
          severity: periodOver ? 'error' : 'warning',
          sheet: book.indicators.sheet,
          cell: null,
          row: null,
          params: { due: book.settings.period.due },
        },
      ]
    : [];
