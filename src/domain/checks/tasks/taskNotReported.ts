import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/**
 * A running task not reported although the period's due day has passed. Tasks that have not
 * begun, wait for a document, or recur owe no percentage.
 */
export const taskNotReported: Check = ({ book: { settings }, taskRows, empty, periodOver }) =>
  empty || !periodOver
    ? []
    : taskRows
        .filter(
          ({ assessed: { status }, facts: { start }, reported }) =>
            !reported &&
            (status === 'noReport' || status === 'dueSoon') &&
            (start.kind !== 'value' || daysBetween(start.value, settings.asOf) >= 0),
        )
        .map(({ cell }) => foundAt('warning', cell('percent'), { due: settings.period.due }));
