import { columnLetters } from '../../../domain/snapshot';

/** The size of a worksheet. */
export const LAST_ROW = 1_048_576;
/** The last column of a worksheet, XFD. */
export const LAST_COLUMN = 16_384;

/** A block of cells, ends included, 1-based. */
export type Area = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** Every cell of a sheet. */
export const wholeSheet: Area = { top: 1, left: 1, bottom: LAST_ROW, right: LAST_COLUMN };

const CORNER = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/;
const COLUMN = /^\$?([A-Za-z]{1,3})$/;
const ROW = /^\$?(\d{1,7})$/;

/** Reads "B2", "A1:C3", "A:C" or "1:3", with or without "$"; null for anything else. */
export function readArea(text: string): Area | null {
  const [first = '', last = first, ...rest] = text.split(':');
  if (rest.length > 0) return null;
  const from = readEnd(first);
  const to = readEnd(last);
  if (!from || to?.kind !== from.kind) return null;
  if (from.kind !== 'cell' && !text.includes(':')) return null;
  const area = {
    top: Math.min(from.row ?? 1, to.row ?? 1),
    left: Math.min(from.column ?? 1, to.column ?? 1),
    bottom: Math.max(from.row ?? LAST_ROW, to.row ?? LAST_ROW),
    right: Math.max(from.column ?? LAST_COLUMN, to.column ?? LAST_COLUMN),
  };
  return insideSheet(area) ? area : null;
}

type End = {
  readonly kind: 'cell' | 'column' | 'row';
  readonly row: number | null;
  readonly column: number | null;
};

function readEnd(text: string): End | null {
  const corner = CORNER.exec(text);
  if (corner)
    return { kind: 'cell', row: Number(corner[2]), column: columnNumber(corner[1] ?? '') };
  const column = COLUMN.exec(text);
  if (column) return { kind: 'column', row: null, column: columnNumber(column[1] ?? '') };
  const row = ROW.exec(text);
  return row ? { kind: 'row', row: Number(row[1]), column: null } : null;
}

/** The number of a column's letters: A is 1. */
function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** Whether an area has cells and lies on the sheet. */
export function insideSheet({ top, left, bottom, right }: Area): boolean {
  return (
    top >= 1 &&
    left >= 1 &&
    bottom >= top &&
    right >= left &&
    bottom <= LAST_ROW &&
    right <= LAST_COLUMN
  );
}

/** "A1:C3"; one cell as "A1", whole columns as "A:C", whole rows as "1:3", as Excel writes it. */
export function areaAddress(area: Area): string {
  const { top, left, bottom, right } = area;
  if (coversColumns(area) && !coversRows(area))
    return `${columnLetters(left)}:${columnLetters(right)}`;
  if (coversRows(area)) return `${top}:${bottom}`;
  const first = `${columnLetters(left)}${top}`;
  return top === bottom && left === right ? first : `${first}:${columnLetters(right)}${bottom}`;
}

/** Whether an area is made of whole columns. */
export function coversColumns({ top, bottom }: Area): boolean {
  return top === 1 && bottom === LAST_ROW;
}

/** Whether an area is made of whole rows. */
export function coversRows({ left, right }: Area): boolean {
  return left === 1 && right === LAST_COLUMN;
}

/** How many rows an area has. */
export function rowCount({ top, bottom }: Area): number {
  return bottom - top + 1;
}

/** How many columns an area has. */
export function columnCount({ left, right }: Area): number {
  return right - left + 1;
}

/** How many cells an area has. */
export function cellCount(area: Area): number {
  return rowCount(area) * columnCount(area);
}

/** The area of one cell. */
export function cellArea(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column };
}

/** The cells two areas share, or null. */
export function sharedArea(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top <= area.bottom && area.left <= area.right ? area : null;
}

/** Whether two areas share a cell. */
export function overlaps(a: Area, b: Area): boolean {
  return sharedArea(a, b) !== null;
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top &&
    outer.left <= inner.left &&
    outer.bottom >= inner.bottom &&
    outer.right >= inner.right
  );
}

/** Whether two areas are the same cells. */
export function sameArea(a: Area, b: Area): boolean {
  return contains(a, b) && contains(b, a);
}

/** The smallest area around two. */
export function boundingArea(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of `area` without `hole`: at most four areas. */
export function areaWithout(area: Area, hole: Area): readonly Area[] {
  const shared = sharedArea(area, hole);
  if (!shared) return [area];
  const rest: Area[] = [];
  if (shared.top > area.top) rest.push({ ...area, bottom: shared.top - 1 });
  if (shared.bottom < area.bottom) rest.push({ ...area, top: shared.bottom + 1 });
  const middle = { ...area, top: shared.top, bottom: shared.bottom };
  if (shared.left > area.left) rest.push({ ...middle, right: shared.left - 1 });
  if (shared.right < area.right) rest.push({ ...middle, left: shared.right + 1 });
  return rest;
}

const PLAIN_SHEET = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** A sheet's name as it stands in an address: quoted where Excel quotes it. */
export function sheetPrefix(name: string): string {
  const plain = PLAIN_SHEET.test(name) && !CORNER.test(name) && !/^[rc]\d*$/i.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** Splits "'My sheet'!A1" into the sheet's name (null when there is none) and the rest. */
export function splitSheet(address: string): {
  readonly sheet: string | null;
  readonly rest: string;
} {
  const at = address.lastIndexOf('!');
  if (at < 0) return { sheet: null, rest: address };
  const name = address.slice(0, at);
  const quoted = name.length > 1 && name.startsWith("'") && name.endsWith("'");
  return {
    sheet: quoted ? name.slice(1, -1).replaceAll("''", "'") : name,
    rest: address.slice(at + 1),
  };
}
