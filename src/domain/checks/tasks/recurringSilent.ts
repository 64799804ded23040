import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A recurring task of which nothing was told although the period's due day has passed. */
export const recurringSilent: Check = ({ book, taskRows, empty, periodOver }) =>
  empty || !periodOver
    ? []
    : taskRows
        .filter(({ assessed }) => assessed.status === 'recurringSilent')
        .map(({ cell }) => foundAt('note', cell('result'), { due: book.settings.period.due }));
