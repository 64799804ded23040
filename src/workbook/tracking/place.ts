import { columnLetters } from '../../domain/snapshot';
import { absoluteRange } from '../shared/references';
import type { RangeSpec } from '../spec';
import type { ColumnRole } from './columns';

/** A column of a placed table; milestone columns of the roadmap have a year instead of a field. */
export type PlacedColumn<F extends string> = {
  readonly field: F | null;
  readonly header: string;
  readonly role: ColumnRole;
  readonly width: number;
  /** Set for columns that start folded away beside the machine columns. */
  readonly folded?: true;
};

/** A table of ours at its place on a sheet. Rows and columns are 1-based; it begins in column A. */
export type PlacedTable<F extends string> = {
  readonly sheet: string;
  readonly table: string;
  readonly headerRow: number;
  readonly firstRow: number;
  /** The last body row; a table without lines keeps one empty row. */
  readonly lastRow: number;
  readonly columns: readonly PlacedColumn<F>[];
};

/** Rows below a table that formulas, colours and rules already reach, for lines added later. */
const ROOM_BELOW = 60;

/** Places a table with its header on a row. */
export function placeTable<F extends string>(
  layout: { readonly sheet: string; readonly table: string },
  columns: readonly PlacedColumn<F>[],
  headerRow: number,
  lines: number,
): PlacedTable<F> {
  return {
    sheet: layout.sheet,
    table: layout.table,
    headerRow,
    firstRow: headerRow + 1,
    lastRow: headerRow + Math.max(1, lines),
    columns,
  };
}

/** The 1-based column of a field. */
export function columnOf<F extends string>(place: PlacedTable<F>, field: F): number {
  const index = place.columns.findIndex((column) => column.field === field);
  if (index < 0) throw new Error(`The table ${place.table} has no column ${field}.`);
  return index + 1;
}

/** A field's cell in a row, as a relative reference: it survives sorting and inserted columns. */
export function fieldCell<F extends string>(place: PlacedTable<F>, field: F, row: number): string {
  return `${columnLetters(columnOf(place, field))}${String(row)}`;
}

/** A field's column from the first body row on, with room for lines added below the table. */
export function fieldRange<F extends string>(place: PlacedTable<F>, field: F): RangeSpec {
  const column = columnOf(place, field);
  return { top: place.firstRow, left: column, bottom: place.lastRow + ROOM_BELOW, right: column };
}

/** {@link fieldRange} for formulas on the table's own sheet. */
export function ownRange<F extends string>(place: PlacedTable<F>, field: F): string {
  return absoluteRange(fieldRange(place, field));
}

/** {@link fieldRange} for formulas on other sheets. */
export function farRange<F extends string>(place: PlacedTable<F>, field: F): string {
  return absoluteRange(fieldRange(place, field), place.sheet);
}

/** The whole table, header row included. */
export function tableRange<F extends string>(place: PlacedTable<F>): RangeSpec {
  return { top: place.headerRow, left: 1, bottom: place.lastRow, right: place.columns.length };
}
