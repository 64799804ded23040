import { fromSerial, yearOf } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** No plan of ours, its baselines included, reaches outside these years. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2099;

/**
 * A day far outside the plan's time. A year typed into a date cell is one: Excel takes 2025 for
 * a day in 1905.
 */
export const implausibleDate: Check = ({ dates }) =>
  dates.flatMap(({ ref }) => {
    const { content } = ref;
    if (content?.kind !== 'number') return [];
    const day = fromSerial(content.value);
    if (day === null || (yearOf(day) >= FIRST_YEAR && yearOf(day) <= LAST_YEAR)) return [];
    return [foundAt('error', ref, { seen: content.format === 'date' ? day : content.value })];
  });
