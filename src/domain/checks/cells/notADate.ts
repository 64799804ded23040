import { fromSerial } from '../../dates';
import { isBlank, textOf } from '../../entries';
import type { CellContent } from '../../snapshot';
import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { readDay } from '../support/readDay';

/** Words, TRUE/FALSE or a number outside Excel's calendar in a date cell. */
export const notADate: Check = ({ dates }) =>
  dates.filter(({ content }) => isNoDay(content)).map((ref) => foundAt('error', ref));

function isNoDay(content: CellContent | null): boolean {
  switch (content?.kind) {
    case 'text':
      return !isBlank(content) && readDay(textOf(content) ?? '').kind === 'none';
    case 'number':
      return fromSerial(content.value) === null;
    case 'boolean':
      return true;
    case undefined:
    case 'error':
    case 'uncalculated':
      return false;
  }
}
