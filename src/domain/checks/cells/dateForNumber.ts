import { fromSerial, type IsoDate } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Dates before this year are numbers that only got a date's format. */
const FIRST_LIKELY_YEAR = 1950;

/**
 * A date in a number cell. Excel makes one of "12,5" or "12.5" where the comma is not its
 * decimal mark: day and month are then the two halves of the figure.
 */
export const dateForNumber: Check = ({ numbers }) =>
  numbers.flatMap(({ ref }) => {
    const { content } = ref;
    if (content?.kind !== 'number' || content.format !== 'date') return [];
    const day = fromSerial(content.value);
    const made = day === null ? null : halves(day);
    return [foundAt('error', ref, { fix: made ?? content.value })];
  });

function halves(date: IsoDate): number | null {
  const [year = 0, month = 0, day = 0] = date.split('-').map((part) => Number.parseInt(part, 10));
  if (year < FIRST_LIKELY_YEAR) return null;
  return Math.round((day + month / (month < 10 ? 10 : 100)) * 100) / 100;
}
