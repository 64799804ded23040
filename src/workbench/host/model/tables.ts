import { invalid } from '../fault';
import { cellArea, overlaps, rowCount, sharedArea, type Area } from './area';
import { emptyCell, type Cell, type PlacedCell, type Value } from './grid';
import { bodyArea, headerArea, repairHeaders } from './headers';
import { refuseProtected } from './guard';
import { copyReferences } from './references';
import { deleteCells, insertCells } from './shift';
import { shownText } from './shown';
import {
  plainBand,
  styleAt,
  type FilterCriteria,
  type Sheet,
  type Table,
  type Workbook,
} from './workbook';

/** The text a filter compares: what the cell shows. */
function textAt(sheet: Sheet, row: number, column: number): string {
  const cell = sheet.grid.get(row, column);
  return shownText(cell.value, styleAt(sheet, row, column, cell).numberFormat);
}

/** Hides the rows of a table that its filters leave out, and shows the others. */
export function applyFilters(table: Table): void {
  const { sheet } = table;
  const { top, bottom, left } = bodyArea(table);
  for (let row = top; row <= bottom; row++) {
    const hidden = [...table.filters].some(
      ([index, criteria]) => !passes(sheet, row, left + index, criteria),
    );
    const band = sheet.rows.get(row) ?? plainBand;
    if (band.hidden !== hidden) sheet.rows.set(row, { ...band, hidden });
  }
}

/** Filters one column of a table, or takes its filter away for null. */
export function filterColumn(table: Table, index: number, criteria: FilterCriteria | null): void {
  refuseProtected(table.sheet, 'allowAutoFilter');
  const filters = new Map(table.filters);
  if (criteria) filters.set(index, criteria);
  else filters.delete(index);
  table.filters = filters;
  applyFilters(table);
}

/** Takes every filter of a table away. */
export function clearFilters(table: Table): void {
  refuseProtected(table.sheet, 'allowAutoFilter');
  table.filters = new Map();
  applyFilters(table);
}

function passes(sheet: Sheet, row: number, column: number, criteria: FilterCriteria): boolean {
  if (criteria.filterOn === 'Values') {
    const text = textAt(sheet, row, column).toLowerCase();
    return criteria.values.some((value) => value.toLowerCase() === text);
  }
  const test = (criterion: string): boolean => meets(sheet, row, column, criterion);
  const { criterion1, criterion2, operator } = criteria;
  if (criterion2 === null || criterion2 === undefined) return test(criterion1);
  return operator === 'Or'
    ? test(criterion1) || test(criterion2)
    : test(criterion1) && test(criterion2);
}

/** Whether a cell meets a criterion such as ">=5", "<>" or "=Sở*". */
function meets(sheet: Sheet, row: number, column: number, criterion: string): boolean {
  const [, sign = '', wanted = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(criterion) ?? [];
  const { value } = sheet.grid.get(row, column);
  const number = wanted.trim() === '' ? NaN : Number(wanted);
  if (!Number.isNaN(number) && typeof value === 'number') return compares(value - number, sign);
  const text = textAt(sheet, row, column).toLowerCase();
  const pattern = wanted
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const same = new RegExp(`^${pattern}$`, 's').test(text);
  if (sign === '' || sign === '=') return same;
  if (sign === '<>') return !same;
  return typeof value === 'string' && compares(text < wanted.toLowerCase() ? -1 : 1, sign);
}

function compares(difference: number, sign: string): boolean {
  switch (sign) {
    case '<':
      return difference < 0;
    case '>':
      return difference > 0;
    case '<=':
      return difference <= 0;
    case '>=':
      return difference >= 0;
    case '<>':
      return difference !== 0;
    default:
      return difference === 0;
  }
}

/** What a sorted row takes along: the table's cells of it. */
type Line = { readonly row: number; readonly key: Value; readonly cells: readonly Cell[] };

/**
 * Sorts a table by one column (0 is the first), as Excel does: numbers before texts before truth
 * values, empty cells last, rows that a filter hides stay. Cells take their looks, links and
 * comments along, and their formulas as if copied; rules of the cells stay where they are.
 */
export function sortTable(
  workbook: Workbook,
  table: Table,
  index: number,
  ascending: boolean,
): void {
  const { sheet } = table;
  const area = bodyArea(table);
  refuseProtected(sheet, 'allowSort');
  if (sheet.merges.some((merge) => overlaps(merge, area)))
    throw invalid('Merged cells cannot be sorted.');
  const lines: Line[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    if (sheet.rows.get(row)?.hidden === true) continue;
    const cells: Cell[] = [];
    for (let column = area.left; column <= area.right; column++)
      cells.push(sheet.grid.get(row, column));
    lines.push({ row, key: sheet.grid.get(row, area.left + index).value, cells });
  }
  const sorted = [...lines].sort((a, b) => compareKeys(a.key, b.key, ascending));
  const moved = new Map<number, number>();
  for (const [at, { row: from, cells }] of sorted.entries()) {
    const to = lines[at]?.row ?? from;
    moved.set(from, to);
    for (const [across, cell] of cells.entries()) {
      const formula = cell.formula && copyReferences(cell.formula, to - from, 0);
      sheet.grid.set(to, area.left + across, { ...cell, formula });
    }
  }
  for (const comment of sheet.comments) {
    const to = sharedArea(comment.area, area) && moved.get(comment.area.top);
    if (to) comment.area = cellArea(to, comment.area.left);
  }
  workbook.note({ kind: 'cells', sheet, area, detail: null });
}

const words = new Intl.Collator('vi');

function compareKeys(a: Value, b: Value, ascending: boolean): number {
  const [one, two] = [rankOf(a), rankOf(b)];
  if (one === 4 || two === 4) return one - two;
  const order = one === two ? compareAlike(a, b) : one - two;
  return ascending ? order : -order;
}

function rankOf(value: Value): number {
  if (value === null) return 4;
  if (typeof value === 'number') return 0;
  if (typeof value === 'string') return 1;
  return typeof value === 'boolean' ? 2 : 3;
}

function compareAlike(a: Value, b: Value): number {
  if (typeof a === 'string' && typeof b === 'string') return words.compare(a, b);
  return Number(a) - Number(b);
}

/** Inserts an empty column into a table before its `index`-th one; cells at the right make room. */
export function insertTableColumn(
  workbook: Workbook,
  table: Table,
  index: number,
  name: string | null,
): void {
  const { area, sheet, filters } = table;
  const column = area.left + index;
  insertCells(workbook, sheet, { ...area, left: column, right: column }, false);
  // Cells inserted at an edge of a table are outside it.
  table.area = { ...area, right: area.right + 1 };
  table.filters = new Map([...filters].map(([at, each]) => [at < index ? at : at + 1, each]));
  if (name !== null)
    sheet.grid.set(area.top, column, { ...sheet.grid.get(area.top, column), value: name });
  repairHeaders(sheet, headerArea(table));
}

/** Deletes a column of a table; the cells at the right close up. */
export function deleteTableColumn(workbook: Workbook, table: Table, index: number): void {
  const column = table.area.left + index;
  if (table.area.left === table.area.right) throw invalid('A table keeps a column.');
  deleteCells(workbook, table.sheet, { ...table.area, left: column, right: column }, false);
}

/**
 * Adds rows to the end of a table: cells below it move down, and the new rows have the look and
 * the rules of the last one.
 */
export function appendRows(workbook: Workbook, table: Table, count: number): void {
  const body = bodyArea(table);
  insertCells(
    workbook,
    table.sheet,
    { ...body, top: body.bottom + 1, bottom: body.bottom + count },
    true,
  );
  grow(table, count);
}

/**
 * Takes the row below a table into it when something was written there, as Excel does; `area` is
 * what was written.
 */
export function takeRowsIn(sheet: Sheet, area: Area): void {
  const table = sheet.tables.find(
    (each) =>
      !each.showTotals &&
      area.top === each.area.bottom + 1 &&
      area.left <= each.area.right &&
      area.right >= each.area.left,
  );
  if (!table || sheet.protection) return;
  const added = { ...table.area, top: area.top, bottom: area.bottom };
  const isOther = ({ column, cell }: PlacedCell): boolean =>
    (cell.value !== null || cell.formula !== null) && (column < area.left || column > area.right);
  if (sheet.grid.within(added).some(isOther)) return;
  if (sheet.tables.some((each) => each !== table && overlaps(each.area, added))) return;
  if (sheet.merges.some((merge) => overlaps(merge, added))) return;
  const last = table.area.bottom;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = added.left; column <= added.right; column++) {
      const above = sheet.grid.get(last, column);
      const cell = sheet.grid.get(row, column);
      if (above.style) sheet.grid.set(row, column, { ...emptyCell, ...cell, style: above.style });
    }
  for (const format of sheet.conditionalFormats)
    format.areas = format.areas.map((each) => grown(each, table, rowCount(area)));
  grow(table, rowCount(area));
}

/** Takes the column at the right of a table into it when a person typed something there. */
export function takeColumnsIn(sheet: Sheet, area: Area): void {
  const table = sheet.tables.find(
    (each) =>
      area.left === each.area.right + 1 &&
      area.top >= each.area.top &&
      area.bottom <= each.area.bottom,
  );
  if (!table || sheet.protection || !sheet.grid.used(area, true)) return;
  const added = { ...table.area, left: area.left, right: area.right };
  const isOther = ({ row, cell }: PlacedCell): boolean =>
    (cell.value !== null || cell.formula !== null) && (row < area.top || row > area.bottom);
  if (sheet.grid.within(added).some(isOther)) return;
  if (sheet.tables.some((each) => overlaps(each.area, added))) return;
  if (sheet.merges.some((merge) => overlaps(merge, added))) return;
  table.area = { ...table.area, right: area.right };
  repairHeaders(sheet, headerArea(table));
}

/** Enlarges a table over `count` rows below it, and the typing rules of its last row with it. */
function grow(table: Table, count: number): void {
  const { sheet } = table;
  sheet.validations = sheet.validations.map((each) => ({
    ...each,
    area: grown(each.area, table, count),
  }));
  table.area = { ...table.area, bottom: table.area.bottom + count };
}

/** A rule's area that ends with a table's body grows with it. */
function grown(area: Area, table: Table, count: number): Area {
  const { left, right, bottom } = bodyArea(table);
  return area.bottom === bottom && area.left >= left && area.right <= right
    ? { ...area, bottom: bottom + count }
    : area;
}
