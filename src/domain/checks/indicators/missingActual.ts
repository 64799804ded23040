import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** No figure although the period's due day has passed. Before that day nothing is missing. */
export const missingActual: Check = ({ book, indicatorRows, empty, periodOver }) =>
  empty || !periodOver
    ? []
    : indicatorRows
        .filter(({ measure, cell }) => measure && cell('actual').blank)
        .map(({ cell }) => foundAt('warning', cell('actual'), { due: book.settings.period.due }));
