import type { Check } from '../context';
import { settingsPlace } from '../support/settingsPlace';

/** Cut points of the bands that do not fall from attention to alarm. */
export const bandsOutOfOrder: Check = ({ book: { settings } }) => {
  const { attention, atRisk, alarm } = settings.bands;
  return attention >= atRisk && atRisk >= alarm
    ? []
    : [{ severity: 'error', ...settingsPlace, params: { attention, atRisk, alarm } }];
};
