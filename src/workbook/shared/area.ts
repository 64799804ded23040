import type { RangeSpec } from '../spec';

const RANGE = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/;

/** A range in A1 form as rows and columns; null when it is none. */
export function areaIn(range: string): RangeSpec | null {
  const match = RANGE.exec(range);
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  return {
    top: Number.parseInt(top, 10),
    left: columnNumber(left),
    bottom: Number.parseInt(bottom, 10),
    right: columnNumber(right),
  };
}

/** The 1-based number of a column's letters. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}
