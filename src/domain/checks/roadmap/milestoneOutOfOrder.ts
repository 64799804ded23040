import { daysBetween, endOfYear } from '../../dates';
import type { Check } from '../context';
import { foundAt, type Finding } from '../support/cell';

/**
 * A milestone that steps back from the one before it (or from the baseline), or beyond the
 * target: the road must lead from the baseline to the target without a turn.
 */
export const milestoneOutOfOrder: Check = ({ roadmapRows }) =>
  roadmapRows.flatMap(({ row: { baseline, indicator }, measure, milestones }) => {
    const { direction, value: target } = measure;
    if (!baseline || direction * (target - baseline.value) <= 0) return [];
    let before = baseline.value;
    const found: Finding[] = [];
    for (const { ref, year, reading } of milestones.toSorted((a, b) => a.year - b.year)) {
      if (reading.kind !== 'value' || year > indicator.horizon) continue;
      if (daysBetween(baseline.date, endOfYear(year)) <= 0) continue;
      const { value } = reading;
      const between = direction * (value - before) >= 0 && direction * (target - value) >= 0;
      if (between) before = value;
      else found.push(foundAt('warning', ref, { before, expected: target }));
    }
    return found;
  });
