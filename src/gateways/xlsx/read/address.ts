import { MOST_COLUMNS, MOST_ROWS } from './limits';
import { damaged, hostile } from './refusal';

const LETTER_A = 0x41;
const DIGIT_0 = 0x30;

type Place = { readonly row: number; readonly column: number };

type Area = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/**
 * Reads the ASCII bytes of an address such as "AB12"; null for anything else. A number beyond
 * Excel's limits comes out beyond them, however long it is: see {@link checkPlace}.
 */
export function readPlace(bytes: Uint8Array, start: number, end: number): Place | null {
  let column = 0;
  let at = start;
  for (; at < end && column <= MOST_COLUMNS; at++) {
    const letter = (bytes[at] ?? 0) - LETTER_A;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
  }
  let row = 0;
  for (; at < end && row <= MOST_ROWS; at++) {
    const digit = (bytes[at] ?? 0) - DIGIT_0;
    if (digit < 0 || digit > 9) return null;
    row = row * 10 + digit;
  }
  return column === 0 || row === 0 ? null : { row, column };
}

/** Throws a `Refusal` for a row or a column beyond Excel's limits. */
export function checkPlace(row: number, column: number, part: string): void {
  if (row > MOST_ROWS) throw hostile(part, 'tooManyRows', MOST_ROWS);
  if (column > MOST_COLUMNS) throw hostile(part, 'tooManyColumns', MOST_COLUMNS);
}

/** Reads a range such as "A1:C3" or a single address; throws a `Refusal` for anything else. */
export function readArea(range: string, part: string): Area {
  const [first = '', last = first, ...rest] = range.split(':');
  const [from, to] = [first, last].map((address) => {
    const bytes = new TextEncoder().encode(address);
    return readPlace(bytes, 0, bytes.length);
  });
  if (!from || !to || rest.length > 0 || from.row > to.row || from.column > to.column)
    throw damaged(part, 'address', range);
  checkPlace(to.row, to.column, part);
  return { top: from.row, left: from.column, bottom: to.row, right: to.column };
}
