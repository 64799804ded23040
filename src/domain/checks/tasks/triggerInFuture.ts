import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A document that is said to have come on a day after the as-of date. */
export const triggerInFuture: Check = ({ book: { settings }, taskRows }) =>
  taskRows
    .filter(
      ({ facts: { trigger } }) =>
        trigger.kind === 'value' && daysBetween(settings.asOf, trigger.value) > 0,
    )
    .map(({ cell }) => foundAt('warning', cell('trigger'), { asOf: settings.asOf }));
