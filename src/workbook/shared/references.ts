import { columnLetters } from '../../domain/snapshot';
import type { RangeSpec } from '../spec';

/** Quotes a sheet's name for a formula, a defined name or a link. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** Quotes words for a formula. */
export function quoteText(words: string): string {
  return `"${words.replace(/"/g, '""')}"`;
}

/** Words as a criterion of COUNTIFS, where "?" and "*" stand for themselves. */
export function criterion(words: string): string {
  return quoteText(words.replace(/[?*~]/g, '~$&'));
}

/** An absolute range ("$A$7:$A$90"); with a sheet's name in front when one is given. */
export function absoluteRange(range: RangeSpec, sheet: string | null = null): string {
  const corner = (row: number, column: number): string =>
    `$${columnLetters(column)}$${String(row)}`;
  const cells = `${corner(range.top, range.left)}:${corner(range.bottom, range.right)}`;
  return sheet === null ? cells : `${quoteSheet(sheet)}!${cells}`;
}

/** The range of one cell. */
export function oneCell(row: number, column: number): RangeSpec {
  return { top: row, left: column, bottom: row, right: column };
}
