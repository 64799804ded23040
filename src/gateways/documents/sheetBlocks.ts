import type { Block, TableCell, TableRow } from '../../domain/document';
import { fromSerial } from '../../domain/dates';
import { formatDate } from '../../messages/language';
import { hostile } from '../xlsx/read/refusal';

/** What a cell of a sheet holds, whatever the format of its workbook. Dates are serials of the 1900 system. */
export type SheetValue =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly format: 'plain' | 'percent' | 'date';
      /** False for a date of which only the month is shown. */
      readonly showsDay?: false;
    };

/** A cell that holds something, over one or more columns and rows; rows and columns are 1-based. */
export type SheetCell = {
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly value: SheetValue;
};

/** Cells that stand in a row of a table; with fewer it is a title, a letterhead or a signature. */
const FEWEST_CELLS = 3;
/** Columns times rows of one table. */
const MOST_AREA = 2_000_000;
/** Digits a number keeps: what arithmetic leaves behind them is noise. */
const DIGITS = 12;

/**
 * The blocks of one sheet, `name` null where the format knows no sheets: its table, and above and
 * below that the lines that stand beside it. Columns and rows without a cell of their own are
 * left out, and merged cells counted in those that stay. `cells` come row by row, left to right.
 */
export function sheetBlocks(name: string | null, cells: readonly SheetCell[]): readonly Block[] {
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const rows = rowsOf(cells);
  if (columns.length * rows.length > MOST_AREA)
    throw hostile(name ?? '', 'tooManyCells', MOST_AREA);
  const rowNumbers = rows.map(([{ row }]) => row);
  const first = columns[0] ?? 0;
  const drawn = rows.map((row): TableRow => {
    const [{ row: number }] = row;
    return {
      cells: row.map((cell): TableCell => ({
        text: textOf(cell.value, cell.column === first),
        column: countBefore(columns, cell.column),
        across: Math.max(1, countBetween(columns, cell.column, cell.across)),
        down: Math.max(1, countBetween(rowNumbers, cell.row, cell.down)),
      })),
      place: name === null ? { row: number } : { sheet: name, row: number },
    };
  });
  const from = drawn.findIndex(isTableRow);
  const to = drawn.findLastIndex(isTableRow) + 1;
  if (from < 0) return drawn.flatMap(linesIn);
  return [
    ...drawn.slice(0, from).flatMap(linesIn),
    { kind: 'table', rows: drawn.slice(from, to) },
    ...drawn.slice(to).flatMap(linesIn),
  ];
}

function rowsOf(cells: readonly SheetCell[]): readonly [SheetCell, ...SheetCell[]][] {
  const rows: [SheetCell, ...SheetCell[]][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last?.[0].row === cell.row) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

function isTableRow({ cells }: TableRow): boolean {
  return cells.length >= FEWEST_CELLS;
}

function linesIn({ cells, place }: TableRow): readonly Block[] {
  return cells.flatMap(({ text }) =>
    text.split('\n').map((line): Block => ({ kind: 'line', text: line, place })),
  );
}

/** How many of the sorted numbers come before one. */
function countBefore(numbers: readonly number[], one: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? Infinity) < one) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countBetween(numbers: readonly number[], from: number, length: number): number {
  return length === 1 ? 1 : countBefore(numbers, from + length) - countBefore(numbers, from);
}

/**
 * A value as Vietnamese plans write it. Numbers that count rows, in the first column, keep their
 * point: 1.1 there is the first row of the first section.
 */
function textOf(value: SheetValue, countsRows: boolean): string {
  if (value.kind === 'text') return value.text;
  if (value.format === 'date') return dateText(value.value, value.showsDay ?? true);
  const rounded = Number(
    (value.format === 'percent' ? value.value * 100 : value.value).toPrecision(DIGITS),
  );
  if (value.format === 'percent') return `${decimal(rounded)}%`;
  return countsRows ? String(rounded) : decimal(rounded);
}

function decimal(value: number): string {
  return String(value).replace('.', ',');
}

/** Excel makes a day of "12/2025" and shows its month only, which is all that was written. */
function dateText(serial: number, showsDay: boolean): string {
  const date = fromSerial(Math.floor(serial));
  if (date === null) return decimal(serial);
  const text = formatDate(date);
  return showsDay ? text : text.slice(3);
}
