import { daysBetween, endOfYear } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A milestone before the baseline or from the target's year on: it is not used. */
export const milestoneOutsideSpan: Check = ({ roadmapRows }) =>
  roadmapRows.flatMap(({ row: { baseline, indicator }, measure, milestones }) =>
    milestones
      .filter(({ year, reading }) => {
        if (reading.kind !== 'value') return false;
        if (year >= indicator.horizon)
          return year > indicator.horizon || reading.value !== measure.value;
        return baseline !== null && daysBetween(baseline.date, endOfYear(year)) <= 0;
      })
      .map(({ ref, year }) => foundAt('note', ref, { year: String(year) })),
  );
