import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Done on a day that has not come yet at the as-of date. */
export const doneAfterAsOf: Check = ({ book: { settings }, taskRows }) =>
  taskRows
    .filter(
      ({ facts: { done } }) => done.kind === 'value' && daysBetween(settings.asOf, done.value) > 0,
    )
    .map(({ cell }) => foundAt('error', cell('done'), { asOf: settings.asOf }));
