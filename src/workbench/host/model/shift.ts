import { HostFault } from '../fault';
import {
  areaWithout,
  contains,
  coversColumns,
  coversRows,
  LAST_COLUMN,
  LAST_ROW,
  overlaps,
  rowCount,
  columnCount,
  sharedArea,
  wholeSheet,
  type Area,
} from './area';
import { emptyCell } from './grid';
import { refuseProtected } from './guard';
import { copyReferences, moveReferences, rewriteRule } from './references';
import { bodyArea, headerArea, repairHeaders } from './headers';
import {
  refuseCutMerges,
  type Band,
  type ConditionalFormat,
  type Sheet,
  type Table,
  type Validation,
  type Workbook,
} from './workbook';

/**
 * Cells moving along one axis: `count` lines appear before line `at` (or, negative, disappear
 * from it on) within the band of the other axis from `from` to `to`.
 */
type Shift = {
  readonly axis: 'row' | 'column';
  readonly at: number;
  readonly count: number;
  readonly from: number;
  readonly to: number;
};

/** Which cells inserted ones look like: those above (or at the left), or those they push away. */
type Neighbour = 'before' | 'after';

/** Makes room at an area: the cells there move down, or to the right. */
export function insertCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  down: boolean,
  like: Neighbour = 'before',
): void {
  shiftCells(workbook, sheet, area, shiftOf(area, down, 1), like);
}

/**
 * Takes an area out: the cells below move up, or those to the right move left. A table that would
 * lose its last row keeps it, empty.
 */
export function deleteCells(workbook: Workbook, sheet: Sheet, area: Area, up: boolean): void {
  const shift = shiftOf(area, up, -1);
  const emptied = sheet.tables.find(
    (table) => contains(area, bodyArea(table)) && !contains(area, table.area),
  );
  if (!emptied || shift.axis === 'column') {
    shiftCells(workbook, sheet, area, shift);
    return;
  }
  const { top } = bodyArea(emptied);
  const kept = { ...area, top, bottom: top };
  refuseProtected(sheet, 'allowDeleteRows');
  for (const { row, column, cell } of sheet.grid.within(kept))
    sheet.grid.set(row, column, { ...emptyCell, style: cell.style });
  for (const rest of [...areaWithout(area, kept)].reverse())
    shiftCells(workbook, sheet, rest, shiftOf(rest, up, -1));
  workbook.note({ kind: 'cells', sheet, area: kept, detail: null });
}

function shiftOf(area: Area, vertical: boolean, sign: 1 | -1): Shift {
  const rows = coversRows(area) || (vertical && !coversColumns(area));
  return rows
    ? { axis: 'row', at: area.top, count: sign * rowCount(area), from: area.left, to: area.right }
    : {
        axis: 'column',
        at: area.left,
        count: sign * columnCount(area),
        from: area.top,
        to: area.bottom,
      };
}

function shiftCells(
  workbook: Workbook,
  sheet: Sheet,
  area: Area,
  shift: Shift,
  like: Neighbour = 'before',
): void {
  const rows = shift.axis === 'row';
  const whole = rows ? coversRows(area) : coversColumns(area);
  const moving: Area = rows
    ? { top: shift.at, left: shift.from, bottom: LAST_ROW, right: shift.to }
    : { top: shift.from, left: shift.at, bottom: shift.to, right: LAST_COLUMN };
  refuseShift(sheet, area, moving, shift, whole);
  const move = (each: Area): Area | null => movedArea(each, shift);
  if (shift.count < 0) sheet.grid.cut(area);
  const cells = sheet.grid.cut(moving);
  sheet.grid.put(cells, rows ? shift.count : 0, rows ? 0 : shift.count);
  if (whole && rows) sheet.rows = movedBands(sheet.rows, shift);
  if (whole && !rows) sheet.columns = movedBands(sheet.columns, shift);
  sheet.merges = moveAll(sheet.merges, move);
  sheet.tables = sheet.tables.filter((table) => moveTable(table, shift));
  sheet.validations = sheet.validations.flatMap((each) => moveValidation(sheet, each, shift));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) =>
    moveConditionalFormat(sheet, format, shift),
  );
  for (const comment of sheet.comments.splice(0)) {
    const place = move(comment.area);
    if (place) sheet.comments.push(Object.assign(comment, { area: place }));
  }
  for (const chart of sheet.charts) chart.cover = chart.cover && (move(chart.cover) ?? chart.cover);
  sheet.autoFilter = sheet.autoFilter && move(sheet.autoFilter);
  if (whole && rows) sheet.rowBreaks = movedBreaks(sheet.rowBreaks, shift);
  if (whole && !rows) sheet.columnBreaks = movedBreaks(sheet.columnBreaks, shift);
  const { page } = sheet;
  page.printArea = page.printArea && move(page.printArea);
  page.titleRows = page.titleRows && move(page.titleRows);
  page.titleColumns = page.titleColumns && move(page.titleColumns);
  for (const held of workbook.held)
    if (held.sheet === sheet) held.areas = moveAll(held.areas, move);
  moveFormulas(workbook, sheet, move);
  if (shift.count > 0) {
    lookLike(sheet, shift, like, whole);
    for (const table of sheet.tables) repairHeaders(sheet, headerArea(table));
  }
  const type = `${rows ? 'Row' : 'Column'}${shift.count > 0 ? 'Inserted' : 'Deleted'}`;
  const changeType = whole ? type : `Cell${shift.count > 0 ? 'Inserted' : 'Deleted'}`;
  workbook.note({ kind: 'moved', sheet, area, changeType });
}

function refuseShift(sheet: Sheet, area: Area, moving: Area, shift: Shift, whole: boolean): void {
  const allowed = `allow${shift.count > 0 ? 'Insert' : 'Delete'}${shift.axis === 'row' ? 'Rows' : 'Columns'}`;
  refuseProtected(sheet, allowed);
  if (!whole) refuseCutMerges(sheet, moving);
  for (const table of sheet.tables) {
    const across = { ...table.area, ...bandOf(moving, shift) };
    if (overlaps(moving, table.area) && !contains(across, table.area))
      throw new HostFault('InsertDeleteConflict', 'That would move some cells of a table only.');
    if (!whole && table.filters.size > 0 && overlaps(moving, table.area))
      throw new HostFault('InsertDeleteConflict', 'Cells of a filtered table cannot be moved.');
    const header = headerArea(table);
    if (shift.count < 0 && contains(area, header) && !contains(area, table.area))
      throw new HostFault('InsertDeleteConflict', 'The header row of a table cannot be deleted.');
  }
}

/** Moves a table and its filters; false when it is gone. */
function moveTable(table: Table, shift: Shift): boolean {
  const { left } = table.area;
  const moved = movedArea(table.area, shift);
  if (!moved) return false;
  table.area = moved;
  if (shift.axis === 'column')
    table.filters = new Map(
      [...table.filters].flatMap(([index, criteria]) => {
        const [first, last] = movedLines(left + index, left + index, shift);
        return first <= last ? [[first - moved.left, criteria] as const] : [];
      }),
    );
  return true;
}

/** A part of an area: a cell of it that stays, and where the part is after a shift. */
type Piece = { readonly cell: Area; readonly area: Area };

/** An area whose cells move only in part falls into several. */
function piecesOf(area: Area, shift: Shift): readonly Piece[] {
  const rows = shift.axis === 'row';
  const band = rows
    ? { ...area, left: shift.from, right: shift.to }
    : { ...area, top: shift.from, bottom: shift.to };
  const untouched = (rows ? area.bottom : area.right) < shift.at;
  const inside = sharedArea(area, band);
  if (untouched || !inside) return [{ cell: area, area }];
  const outside = areaWithout(area, band).map((each) => ({ cell: each, area: each }));
  const moved = movedArea(inside, shift);
  if (!moved) return outside;
  const gone = shift.count < 0 ? shift.at - shift.count : shift.at;
  const line = rows ? inside.top : inside.left;
  const kept = line < shift.at ? line : Math.max(line, gone);
  return [
    { cell: { ...inside, ...(rows ? { top: kept } : { left: kept }) }, area: moved },
    ...outside,
  ];
}

/** A formula written for the top left cell of `from`, as it is written for the one of `to`. */
function readFrom(formula: string, from: Area, to: Area): string {
  return copyReferences(formula, to.top - from.top, to.left - from.left);
}

function moveValidation(sheet: Sheet, each: Validation, shift: Shift): readonly Validation[] {
  return piecesOf(each.area, shift).map(({ cell, area }) => ({
    ...each,
    area,
    rule:
      each.rule &&
      rewriteRule(each.rule, (formula) =>
        moveReferences(readFrom(formula, each.area, cell), sheet.name, sheet.name, (where) =>
          movedArea(where, shift),
        ),
      ),
  }));
}

/**
 * Moves a colour rule; false when it is gone. One that ends right above (or left of) cells that
 * are inserted reaches over them too, as their look does.
 */
function moveConditionalFormat(sheet: Sheet, format: ConditionalFormat, shift: Shift): boolean {
  const [anchor] = format.areas;
  const pieces = format.areas.flatMap((area) => piecesOf(area, shift));
  const [first] = pieces;
  if (!anchor || !first) return false;
  format.formula = moveReferences(
    readFrom(format.formula, anchor, first.cell),
    sheet.name,
    sheet.name,
    (where) => movedArea(where, shift),
  );
  format.areas = pieces.map(({ area }) => {
    const [low, high, end] =
      shift.axis === 'row'
        ? [area.left, area.right, area.bottom]
        : [area.top, area.bottom, area.right];
    if (shift.count < 0 || end !== shift.at - 1 || low < shift.from || high > shift.to) return area;
    return shift.axis === 'row'
      ? { ...area, bottom: end + shift.count }
      : { ...area, right: end + shift.count };
  });
  return true;
}

/** Gives inserted cells, rows and columns the look of those beside them. */
function lookLike(sheet: Sheet, shift: Shift, like: Neighbour, whole: boolean): void {
  const rows = shift.axis === 'row';
  const model = like === 'before' ? shift.at - 1 : shift.at + shift.count;
  if (model < 1) return;
  const lines = Array.from({ length: shift.count }, (_, index) => shift.at + index);
  if (whole) {
    const bands = rows ? sheet.rows : sheet.columns;
    const band = bands.get(model);
    if (band) for (const line of lines) bands.set(line, { ...band, hidden: false });
  }
  const beside = rows
    ? { top: model, bottom: model, left: shift.from, right: shift.to }
    : { left: model, right: model, top: shift.from, bottom: shift.to };
  for (const { row, column, cell } of sheet.grid.within(beside))
    if (cell.style)
      for (const line of lines)
        sheet.grid.set(rows ? line : row, rows ? column : line, {
          ...emptyCell,
          style: cell.style,
        });
}

/** The bounds of an area across the direction of a shift. */
function bandOf(area: Area, { axis }: Shift): Partial<Area> {
  return axis === 'row'
    ? { left: area.left, right: area.right }
    : { top: area.top, bottom: area.bottom };
}

/** Where an area is after a shift; null when it was deleted. */
function movedArea(area: Area, shift: Shift): Area | null {
  const rows = shift.axis === 'row';
  const [low, high] = rows ? [area.left, area.right] : [area.top, area.bottom];
  if (low < shift.from || high > shift.to) return area;
  const limit = rows ? LAST_ROW : LAST_COLUMN;
  const [start, end] = rows ? [area.top, area.bottom] : [area.left, area.right];
  if (start === 1 && end === limit) return area;
  const [first, last] = movedLines(start, end, shift);
  if (last < first || first > limit) return null;
  const ending = Math.min(last, limit);
  return rows ? { ...area, top: first, bottom: ending } : { ...area, left: first, right: ending };
}

function movedLines(start: number, end: number, { at, count }: Shift): readonly [number, number] {
  if (count > 0) return [start >= at ? start + count : start, end >= at ? end + count : end];
  const gone = at - count;
  return [
    start < at ? start : Math.max(start + count, at),
    end < at ? end : end >= gone ? end + count : at - 1,
  ];
}

function movedBands(bands: ReadonlyMap<number, Band>, shift: Shift): Map<number, Band> {
  const moved = new Map<number, Band>();
  for (const [line, band] of bands) {
    const [first, last] = movedLines(line, line, shift);
    if (first <= last) moved.set(first, band);
  }
  return moved;
}

/** Page breaks stand before a line; one whose line is gone is gone. */
function movedBreaks(breaks: readonly number[], shift: Shift): number[] {
  return breaks.flatMap((line) => {
    const [first, last] = movedLines(line, line, shift);
    return first <= last ? [first] : [];
  });
}

function moveAll(areas: readonly Area[], move: (area: Area) => Area | null): Area[] {
  return areas.flatMap((area) => move(area) ?? []);
}

function moveFormulas(workbook: Workbook, moved: Sheet, move: (area: Area) => Area | null): void {
  for (const sheet of workbook.sheets) {
    const rewrite = (formula: string): string =>
      moveReferences(formula, sheet.name, moved.name, move);
    for (const { row, column, cell } of sheet.grid.within(wholeSheet)) {
      if (cell.formula === null) continue;
      const formula = rewrite(cell.formula);
      if (formula !== cell.formula) sheet.grid.set(row, column, { ...cell, formula });
    }
    // The rules of the sheet itself have moved with their cells.
    if (sheet !== moved) {
      for (const format of sheet.conditionalFormats) format.formula = rewrite(format.formula);
      sheet.validations = sheet.validations.map((each) => ({
        ...each,
        rule: each.rule && rewriteRule(each.rule, rewrite),
      }));
    }
    for (const chart of sheet.charts) {
      chart.source = rewrite(chart.source);
      for (const series of chart.series) {
        series.values = series.values === null ? null : rewrite(series.values);
        series.categories = series.categories === null ? null : rewrite(series.categories);
      }
    }
  }
  for (const name of workbook.names)
    name.formula = moveReferences(name.formula, '', moved.name, move);
}
