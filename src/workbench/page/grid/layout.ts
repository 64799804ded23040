import { STANDARD_HEIGHT, STANDARD_WIDTH } from '../../host/members/format';
import { wholeSheet } from '../../host/model/area';
import type { Cell } from '../../host/model/grid';
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

type Fitted = { readonly width: number; readonly text: string; readonly height: number };

/** Heights of wrapped cells, which are the costly part, by the cell: cells are never changed. */
const fittedCells = new WeakMap<Cell, Fitted>();

/**
 * Lays a sheet out: fixed sizes as they are, other rows as high as their wrapped text needs.
 * `reach` is the farthest cell that must be there, and `textOf` what a cell shows.
 */
export function layoutOf(
  sheet: Sheet,
  reach: { readonly row: number; readonly column: number },
  textOf: (row: number, column: number) => string,
): Layout {
  const cells = sheet.grid.within(wholeSheet);
  let lastRow = Math.max(reach.row, ...sheet.charts.map(({ cover }) => cover?.bottom ?? 1));
  let lastColumn = Math.max(reach.column, ...sheet.charts.map(({ cover }) => cover?.right ?? 1));
  for (const { row, column } of cells) {
    if (row > lastRow) lastRow = row;
    if (column > lastColumn) lastColumn = column;
  }
  const widths = new Float64Array(Math.max(lastColumn + ROOM.columns, LEAST.columns));
  widths.fill(Math.round(STANDARD_WIDTH * PIXELS_PER_POINT));
  for (const [column, { size, hidden }] of sheet.columns)
    if (column <= widths.length)
      widths[column - 1] = hidden ? 0 : Math.round((size ?? STANDARD_WIDTH) * PIXELS_PER_POINT);

  const heights = new Float64Array(Math.max(lastRow + ROOM.rows, LEAST.rows));
  heights.fill(STANDARD_HEIGHT * PIXELS_PER_POINT);
  const merged = mergedCells(sheet);
  for (const { row, column, cell } of cells) {
    if (cell.value === null || merged.has(row * 16_384 + column)) continue;
    const width = widths[column - 1] ?? 0;
    if (width === 0) continue;
    const height = fittedHeight(sheet, row, column, cell, width, textOf);
    if (height > (heights[row - 1] ?? 0)) heights[row - 1] = height;
  }
  for (const [row, { size, hidden }] of sheet.rows) {
    if (row > heights.length) continue;
    if (hidden) heights[row - 1] = 0;
    else if (size !== null) heights[row - 1] = Math.round(size * PIXELS_PER_POINT);
  }
  return { rows: axisOf(heights), columns: axisOf(widths) };
}

/** Excel does not fit rows to merged cells. */
function mergedCells(sheet: Sheet): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { top, left, bottom, right } of sheet.merges)
    for (let row = top; row <= Math.min(bottom, top + 1_000); row++)
      for (let column = left; column <= Math.min(right, left + 1_000); column++)
        found.add(row * 16_384 + column);
  return found;
}

function fittedHeight(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell,
  width: number,
  textOf: (row: number, column: number) => string,
): number {
  const style = styleAt(sheet, row, column, cell);
  if (!style.wrap) return heightOf(1, style);
  const text = typeof cell.value === 'string' ? cell.value : textOf(row, column);
  const known = fittedCells.get(cell);
  if (known?.width === width && known.text === text) return known.height;
  const room = width - CELL_PADDING - style.indent * INDENT;
  const height = heightOf(lineCount(text, fontOf(style), room), style);
  fittedCells.set(cell, { width, text, height });
  return height;
}
