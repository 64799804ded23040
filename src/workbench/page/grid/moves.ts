import { LAST_COLUMN, LAST_ROW, type Area } from '../../host/model/area';
import type { Sheet } from '../../host/model/workbook';
import type { Layout } from './layout';

/** A cell by its row and column. */
export type Place = { readonly row: number; readonly column: number };

/** A step on the sheet: so many rows down and columns to the right. */
export type Step = { readonly rows: number; readonly columns: number };

/** The merged area a cell belongs to, or the cell itself. */
export function cellAreaAt(sheet: Sheet, { row, column }: Place): Area {
  return (
    sheet.merges.find(
      ({ top, left, bottom, right }) =>
        row >= top && row <= bottom && column >= left && column <= right,
    ) ?? { top: row, left: column, bottom: row, right: column }
  );
}

/** One step on, over hidden lines and out of merged cells; stays at the edge of the sheet. */
export function stepFrom(sheet: Sheet, layout: Layout, from: Place, step: Step): Place {
  const area = cellAreaAt(sheet, from);
  let row = step.rows > 0 ? area.bottom : from.row;
  let column = step.columns > 0 ? area.right : from.column;
  const hidden = (at: Place): boolean =>
    (at.row <= layout.rows.count && layout.rows.size(at.row) === 0) ||
    (at.column <= layout.columns.count && layout.columns.size(at.column) === 0);
  for (;;) {
    const next = { row: row + Math.sign(step.rows), column: column + Math.sign(step.columns) };
    if (next.row < 1 || next.column < 1 || next.row > LAST_ROW || next.column > LAST_COLUMN)
      return from;
    ({ row, column } = next);
    if (!hidden(next)) return topLeft(sheet, next);
  }
}

/** To the edge of the block of filled cells, as Ctrl and an arrow key do; at most to the last line laid out. */
export function jumpFrom(sheet: Sheet, layout: Layout, from: Place, step: Step): Place {
  const filled = ({ row, column }: Place): boolean => sheet.grid.get(row, column).value !== null;
  let at = stepFrom(sheet, layout, from, step);
  if (samePlace(at, from)) return from;
  const inBlock = filled(from) && filled(at);
  for (;;) {
    const next = stepFrom(sheet, layout, at, step);
    const beyond = next.row > layout.rows.count || next.column > layout.columns.count;
    if (beyond || samePlace(next, at)) return at;
    if (inBlock ? !filled(next) : filled(at)) return at;
    at = next;
  }
}

/** The first cell of the merged area a place lies in. */
export function topLeft(sheet: Sheet, place: Place): Place {
  const { top, left } = cellAreaAt(sheet, place);
  return { row: top, column: left };
}

/** Whether two places are one cell. */
export function samePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

/** The area between two places, grown until it cuts no merged area. */
export function areaBetween(sheet: Sheet, a: Place, b: Place): Area {
  let area: Area = {
    top: Math.min(a.row, b.row),
    left: Math.min(a.column, b.column),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.column, b.column),
  };
  for (let grown = true; grown;) {
    grown = false;
    for (const merge of sheet.merges) {
      const apart =
        merge.top > area.bottom ||
        merge.bottom < area.top ||
        merge.left > area.right ||
        merge.right < area.left;
      if (apart) continue;
      const next = {
        top: Math.min(area.top, merge.top),
        left: Math.min(area.left, merge.left),
        bottom: Math.max(area.bottom, merge.bottom),
        right: Math.max(area.right, merge.right),
      };
      if (
        next.top !== area.top ||
        next.left !== area.left ||
        next.bottom !== area.bottom ||
        next.right !== area.right
      ) {
        area = next;
        grown = true;
      }
    }
  }
  return area;
}
