import { HostFault } from '../fault';
import {
  contains,
  coversColumns,
  coversRows,
  LAST_COLUMN,
  LAST_ROW,
  overlaps,
  rowCount,
  columnCount,
  wholeSheet,
  type Area,
} from './area';
import { refuseProtected } from './guard';
import { moveReferences } from './references';
import { refuseCutMerges, type Band, type Sheet, type Workbook } from './workbook';

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

/** Makes room at an area: the cells there move down, or to the right. */
export function insertCells(workbook: Workbook, sheet: Sheet, area: Area, down: boolean): void {
  shiftCells(workbook, sheet, area, shiftOf(area, down, 1));
}

/** Takes an area out: the cells below move up, or those to the right move left. */
export function deleteCells(workbook: Workbook, sheet: Sheet, area: Area, up: boolean): void {
  shiftCells(workbook, sheet, area, shiftOf(area, up, -1));
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

function shiftCells(workbook: Workbook, sheet: Sheet, area: Area, shift: Shift): void {
  const rows = shift.axis === 'row';
  const moving: Area = rows
    ? { top: shift.at, left: shift.from, bottom: LAST_ROW, right: shift.to }
    : { top: shift.from, left: shift.at, bottom: shift.to, right: LAST_COLUMN };
  refuseShift(sheet, area, moving, shift);
  const move = (each: Area): Area | null => movedArea(each, shift);
  if (shift.count < 0) sheet.grid.cut(area);
  const cells = sheet.grid.cut(moving);
  sheet.grid.put(cells, rows ? shift.count : 0, rows ? 0 : shift.count);
  if (rows && coversRows(area)) sheet.rows = movedBands(sheet.rows, shift);
  if (!rows && coversColumns(area)) sheet.columns = movedBands(sheet.columns, shift);
  sheet.merges = moveAll(sheet.merges, move);
  sheet.tables = sheet.tables.filter((table) => {
    const moved = move(table.area);
    if (moved) table.area = moved;
    return moved !== null;
  });
  sheet.validations = sheet.validations.flatMap((each) => {
    const moved = move(each.area);
    return moved ? [{ ...each, area: moved }] : [];
  });
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
    format.areas = moveAll(format.areas, move);
    return format.areas.length > 0;
  });
  for (const comment of sheet.comments) comment.area = move(comment.area) ?? comment.area;
  const { page } = sheet;
  page.printArea = page.printArea && move(page.printArea);
  page.titleRows = page.titleRows && move(page.titleRows);
  page.titleColumns = page.titleColumns && move(page.titleColumns);
  for (const held of workbook.held)
    if (held.sheet === sheet) held.areas = moveAll(held.areas, move);
  moveFormulas(workbook, sheet, move);
  const type = `${rows ? 'Row' : 'Column'}${shift.count > 0 ? 'Inserted' : 'Deleted'}`;
  const whole = coversRows(area) || coversColumns(area);
  const changeType = whole ? type : `Cell${shift.count > 0 ? 'Inserted' : 'Deleted'}`;
  workbook.note({ kind: 'moved', sheet, area, changeType });
}

function refuseShift(sheet: Sheet, area: Area, moving: Area, shift: Shift): void {
  const allowed = `allow${shift.count > 0 ? 'Insert' : 'Delete'}${shift.axis === 'row' ? 'Rows' : 'Columns'}`;
  refuseProtected(sheet, allowed);
  refuseCutMerges(sheet, moving);
  for (const table of sheet.tables) {
    const across = { ...table.area, ...bandOf(moving, shift) };
    if (overlaps(moving, table.area) && !contains(across, table.area))
      throw new HostFault('InsertDeleteConflict', 'That would move some cells of a table only.');
    const header = { ...table.area, bottom: table.area.top };
    if (shift.count < 0 && contains(area, header) && !contains(area, table.area))
      throw new HostFault('InsertDeleteConflict', 'The header row of a table cannot be deleted.');
  }
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
    for (const format of sheet.conditionalFormats) format.formula = rewrite(format.formula);
    sheet.validations = sheet.validations.map((each) => ({
      ...each,
      rule: each.rule && rewriteRule(each.rule, rewrite),
    }));
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

/** Excel's rule object with the formulas in it rewritten: texts that begin with "=". */
function rewriteRule(
  rule: Readonly<Record<string, unknown>>,
  rewrite: (formula: string) => string,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => {
      if (typeof value === 'string' && value.startsWith('=')) return [key, rewrite(value)];
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return [key, rewriteRule(Object.fromEntries(Object.entries(value)), rewrite)];
      return [key, value];
    }),
  );
}
