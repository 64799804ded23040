import { STANDARD_HEIGHT, STANDARD_WIDTH } from '../../host/members/format';
import { LAST_COLUMN, wholeSheet, type Area } from '../../host/model/area';
import { styleAt, type Sheet } from '../../host/model/workbook';
import { axisOf, type Axis } from './axis';
import { fontOf, heightOf, lineCount, PIXELS_PER_POINT } from './measure';

/** Left and right padding of a cell together, and its right gridline, in pixels. */
export const CELL_PADDING = 5;
/** One step of indent, in pixels. */
export const INDENT = 9;

/** Where the rows and columns of a sheet lie. */
export type Layout = { readonly rows: Axis; readonly columns: Axis };

/** Lines beyond the used ones that can be scrolled to. */
const ROOM = { rows: 60, columns: 14 };
const LEAST = { rows: 100, columns: 26 };

/** What the rows of a sheet need for their texts, kept from one layout to the next. */
type Fitted = {
  readonly widths: Float64Array;
  readonly merges: string;
  readonly style: Sheet['style'];
  /** Heights by row, in pixels, of the rows that need more than the standard. */
  readonly heights: Map<number, number>;
  lastRow: number;
  lastColumn: number;
};

const known = new WeakMap<Sheet, Fitted>();

/**
 * Lays a sheet out: fixed sizes as they are, other rows as high as their wrapped text needs. Only
 * rows that changed since the last time are measured. `reach` is the farthest cell that must be
 * there, and `textOf` what a cell shows.
 */
export function layoutOf(
  sheet: Sheet,
  reach: { readonly row: number; readonly column: number },
  textOf: (row: number, column: number) => string,
): Layout {
  const fitted = fit(sheet, textOf);
  const covers = sheet.charts.flatMap(({ cover }) => cover ?? []);
  const lastRow = Math.max(reach.row, fitted.lastRow, ...covers.map(({ bottom }) => bottom));
  const lastColumn = Math.max(reach.column, fitted.lastColumn, ...covers.map(({ right }) => right));
  const heights = new Float64Array(Math.max(lastRow + ROOM.rows, LEAST.rows));
  heights.fill(STANDARD_HEIGHT * PIXELS_PER_POINT);
  for (const [row, height] of fitted.heights) heights[row - 1] = height;
  for (const [row, { size, hidden }] of sheet.rows) {
    if (row > heights.length) continue;
    if (hidden) heights[row - 1] = 0;
    else if (size !== null) heights[row - 1] = Math.round(size * PIXELS_PER_POINT);
  }
  const columns = Math.max(lastColumn + ROOM.columns, LEAST.columns);
  return { rows: axisOf(heights), columns: axisOf(widthsOf(sheet, columns)) };
}

function widthsOf(sheet: Sheet, count: number): Float64Array {
  const widths = new Float64Array(count);
  widths.fill(Math.round(STANDARD_WIDTH * PIXELS_PER_POINT));
  for (const [column, { size, hidden }] of sheet.columns)
    if (column <= count)
      widths[column - 1] = hidden ? 0 : Math.round((size ?? STANDARD_WIDTH) * PIXELS_PER_POINT);
  return widths;
}

function fit(sheet: Sheet, textOf: (row: number, column: number) => string): Fitted {
  const touched = sheet.grid.takeTouchedRows();
  const before = known.get(sheet);
  const merges = JSON.stringify(sheet.merges);
  const widths = widthsOf(sheet, before?.widths.length ?? 0);
  const sameWidths = before?.widths.every((width, index) => width === widths[index]) === true;
  if (before && sameWidths && before.merges === merges && before.style === sheet.style) {
    const merged = mergedCells(sheet);
    for (const row of touched) {
      before.heights.delete(row);
      measure(sheet, { ...wholeSheet, top: row, bottom: row }, before, merged, textOf);
    }
    return before;
  }
  const used = sheet.grid.used(wholeSheet, false);
  const fitted: Fitted = {
    widths: widthsOf(sheet, Math.max(LEAST.columns, (used?.right ?? 1) + ROOM.columns)),
    merges,
    style: sheet.style,
    heights: new Map(),
    lastRow: 1,
    lastColumn: 1,
  };
  measure(sheet, wholeSheet, fitted, mergedCells(sheet), textOf);
  known.set(sheet, fitted);
  return fitted;
}

function measure(
  sheet: Sheet,
  area: Area,
  fitted: Fitted,
  merged: ReadonlySet<number>,
  textOf: (row: number, column: number) => string,
): void {
  const { heights } = fitted;
  for (const { row, column, cell } of sheet.grid.within(area)) {
    if (row > fitted.lastRow) fitted.lastRow = row;
    if (column > fitted.lastColumn) fitted.lastColumn = column;
    if (cell.value === null || merged.has(row * (LAST_COLUMN + 1) + column)) continue;
    const width = fitted.widths[column - 1] ?? STANDARD_WIDTH * PIXELS_PER_POINT;
    if (width === 0) continue;
    const style = styleAt(sheet, row, column, cell);
    const lines = style.wrap
      ? lineCount(
          typeof cell.value === 'string' ? cell.value : textOf(row, column),
          fontOf(style),
          width - CELL_PADDING - style.indent * INDENT,
        )
      : 1;
    const height = heightOf(lines, style);
    const least = heights.get(row) ?? STANDARD_HEIGHT * PIXELS_PER_POINT;
    if (height > least) heights.set(row, height);
  }
}

/** Excel does not fit rows to merged cells. */
function mergedCells(sheet: Sheet): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { top, left, bottom, right } of sheet.merges)
    for (let row = top; row <= Math.min(bottom, top + 1_000); row++)
      for (let column = left; column <= Math.min(right, left + 1_000); column++)
        found.add(row * (LAST_COLUMN + 1) + column);
  return found;
}
