import { fromSerial } from '../../dates';
import type { Check, DateCell } from '../context';
import { foundAt } from '../support/cell';

/** Words, TRUE/FALSE or a number outside Excel's calendar in a date cell. */
export const notADate: Check = ({ dates }) =>
  dates.filter(isNoDay).map(({ ref }) => foundAt('error', ref));

function isNoDay({ ref: { content }, reading }: DateCell): boolean {
  if (content?.kind === 'number') return fromSerial(content.value) === null;
  return content?.kind === 'boolean' || reading?.kind === 'none';
}
