import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { settingsPlace } from '../support/settingsPlace';

/** A period whose window, cut-off and due day do not follow each other. */
export const periodOutOfOrder: Check = ({ book: { settings } }) => {
  const { id, from, to, cutOff, due } = settings.period;
  const ordered =
    daysBetween(from, to) >= 0 && daysBetween(from, cutOff) >= 0 && daysBetween(cutOff, due) >= 0;
  return ordered
    ? []
    : [{ severity: 'error', ...settingsPlace, params: { period: id, from, to, cutOff, due } }];
};
