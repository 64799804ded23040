import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { settingsPlace } from '../support/settingsPlace';

/** An as-of date before the reported period begins, or after a later period was due. */
export const asOfOutsidePeriod: Check = ({ book: { settings } }) => {
  const { asOf, period, periods } = settings;
  const laterDue = periods.some(
    ({ due }) => daysBetween(period.due, due) > 0 && daysBetween(due, asOf) >= 0,
  );
  if (daysBetween(period.from, asOf) >= 0 && !laterDue) return [];
  const { id, from, due } = period;
  return [{ severity: 'note', ...settingsPlace, params: { asOf, period: id, from, due } }];
};
