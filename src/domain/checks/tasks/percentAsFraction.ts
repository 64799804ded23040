import type { Check } from '../context';
import { foundAt } from '../support/cell';

/**
 * 0,5 for 50 %: the column takes 0 to 100. A plain 1 beside a done date means 100 %, too; a
 * plain 1 alone may be 1 %.
 */
export const percentAsFraction: Check = ({ taskRows }) =>
  taskRows.flatMap(({ facts, cell }) => {
    const ref = cell('percent');
    if (facts.percent.kind !== 'value' || ref.content?.kind !== 'number') return [];
    const { value } = facts.percent;
    const formatted = ref.content.format === 'percent';
    const done = facts.done.kind === 'value';
    if (value <= 0 || value > 1 || (value === 1 && !formatted && !done)) return [];
    return [foundAt('error', ref, { fix: Math.round(value * 1e8) / 1e6 })];
  });
