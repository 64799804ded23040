import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/**
 * Done after the period's cut-off, or before the period without having been reported as done
 * then. While no earlier period was ever reported, an early day is not odd.
 */
export const doneOutsidePeriod: Check = ({ book, taskRows }) => {
  const { period } = book.settings;
  const earlier = book.history.filter((figure) => figure.period < period.id);
  const reportedDone = new Set(
    earlier
      .filter(({ field, value }) => field === 'done' || (field === 'percent' && value === 100))
      .map(({ row }) => row),
  );
  return taskRows.flatMap(({ task, facts: { done }, counted, cell }) => {
    if (!counted || done.kind !== 'value') return [];
    const late = daysBetween(period.cutOff, done.value) > 0;
    const early =
      earlier.length > 0 && daysBetween(done.value, period.from) > 0 && !reportedDone.has(task.id);
    return late || early
      ? [foundAt('note', cell('done'), { from: period.from, to: period.cutOff })]
      : [];
  });
};
