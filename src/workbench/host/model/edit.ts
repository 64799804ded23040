import { HostFault, invalid } from '../fault';
import {
  areaWithout,
  cellArea,
  cellCount,
  columnCount,
  contains,
  coversColumns,
  coversRows,
  overlaps,
  rowCount,
  sharedArea,
  type Area,
} from './area';
import { refuseLocked, refuseProtected } from './guard';
import { emptyCell, type Cell, type Value } from './grid';
import { repairHeaders } from './headers';
import { copyReferences, rewriteRule } from './references';
import { restyler, type Style } from './style';
import { takeRowsIn } from './tables';
import { FORMULA_LIMIT, readTyped, TEXT_LIMIT } from './typing';
import {
  isWholeSheet,
  plainBand,
  refuseCutMerges,
  styleAt,
  type Band,
  type Sheet,
  type Validation,
  type Workbook,
} from './workbook';

/** What may be put into a cell. */
type Input = string | number | boolean;

/** Cells one call may fill. */
const WRITE_LIMIT = 5_000_000;

/**
 * Reads what was given for a range: rows of cells that match its shape, or one value for every
 * cell. Fails (`InvalidArgument`) on any other shape.
 */
export function readMatrix(given: unknown, area: Area): (row: number, column: number) => unknown {
  if (!Array.isArray(given)) return () => given;
  const rows: readonly unknown[] = given;
  const misfit = (): HostFault =>
    invalid(
      'The number of rows or columns in the input array does not match the size of the range.',
    );
  if (rows.length !== rowCount(area)) throw misfit();
  for (const row of rows)
    if (!Array.isArray(row) || row.length !== columnCount(area)) throw misfit();
  return (row, column) => {
    const line = rows[row - area.top];
    return Array.isArray(line) ? (line[column - area.left] as unknown) : null;
  };
}

/** Puts values or formulas into a range, as setting `values` or `formulas` does. */
export function writeCells(workbook: Workbook, sheet: Sheet, area: Area, given: unknown): void {
  const at = readMatrix(given, area);
  if (cellCount(area) > WRITE_LIMIT) {
    if (given !== '') throw invalid('Too many cells for one call.');
    clearContents(workbook, sheet, area);
    return;
  }
  const writes: { readonly row: number; readonly column: number; readonly input: Input }[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const input = readInput(at(row, column));
      if (input === null) continue;
      if (sheet.protection) refuseLocked(sheet, cellArea(row, column));
      writes.push({ row, column, input });
    }
  const before = sheet.grid.get(area.top, area.left).value;
  for (const { row, column, input } of writes) {
    if (!hiddenByMerge(sheet, row, column)) writeCell(sheet, row, column, input);
  }
  repairHeaders(sheet, area);
  if (writes.some(({ input }) => input !== '')) takeRowsIn(sheet, area);
  if (writes.length > 0) noteCells(workbook, sheet, area, before);
}

/** Null leaves the cell as it is. */
function readInput(given: unknown): Input | null {
  if (given === null || given === undefined) return null;
  if (typeof given === 'boolean') return given;
  if (typeof given === 'number' && Number.isFinite(given)) return given;
  if (typeof given !== 'string') throw invalid('A cell takes text, a number or true and false.');
  if (given.startsWith('=')) {
    if (given.length > FORMULA_LIMIT)
      throw new HostFault(
        'FormulaLengthExceedsLimit',
        `A formula has ${FORMULA_LIMIT} characters.`,
      );
    if (given.length > 1 && !balanced(given)) throw invalid(`"${given}" is no formula.`);
  } else if (given.length > TEXT_LIMIT) throw invalid(`A cell holds ${TEXT_LIMIT} characters.`);
  return given;
}

/** Whether parentheses and quotes of a formula close; Excel refuses one where they do not. */
function balanced(formula: string): boolean {
  const outside = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');
  let depth = 0;
  for (const character of outside) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth < 0) return false;
  }
  return depth === 0 && !outside.includes('"');
}

function writeCell(sheet: Sheet, row: number, column: number, input: Input): void {
  const cell = sheet.grid.get(row, column);
  const { numberFormat } = styleAt(sheet, row, column, cell);
  if (typeof input !== 'string') {
    const value = numberFormat === '@' && typeof input === 'number' ? String(input) : input;
    sheet.grid.set(row, column, { ...cell, value, formula: null });
    return;
  }
  const typed = readTyped(input, numberFormat, THIS_YEAR);
  if (typed.kind === 'formula') {
    const value = cell.formula === typed.formula ? cell.value : null;
    sheet.grid.set(row, column, { ...cell, value, formula: typed.formula });
    return;
  }
  const style =
    typed.format !== null && numberFormat === 'General'
      ? restyler({ numberFormat: typed.format })(styleAt(sheet, row, column, cell))
      : cell.style;
  sheet.grid.set(row, column, { ...cell, value: typed.value, formula: null, style });
}

/** The year of a date typed without one; fixed, so that tests repeat. */
const THIS_YEAR = 2026;

function hiddenByMerge(sheet: Sheet, row: number, column: number): boolean {
  return sheet.merges.some(
    (merge) =>
      contains(merge, cellArea(row, column)) && (merge.top !== row || merge.left !== column),
  );
}

/** Tells of changed cells; a single cell with what it held before. */
function noteCells(workbook: Workbook, sheet: Sheet, area: Area, before: Value): void {
  const after = sheet.grid.get(area.top, area.left).value;
  const detail = cellCount(area) === 1 ? { before, after } : null;
  workbook.note({ kind: 'cells', sheet, area, detail });
}

/** Empties cells and keeps their look. */
export function clearContents(workbook: Workbook, sheet: Sheet, area: Area): void {
  refuseLocked(sheet, area);
  const before = sheet.grid.get(area.top, area.left).value;
  for (const { row, column, cell } of sheet.grid.within(area))
    sheet.grid.set(row, column, { ...emptyCell, style: cell.style });
  repairHeaders(sheet, area);
  noteCells(workbook, sheet, area, before);
}

/** Takes the look of cells away, with their colour rules. */
export function clearFormats(sheet: Sheet, area: Area): void {
  refuseProtected(sheet, 'allowFormatCells');
  restyleArea(sheet, area, () => sheet.style);
  for (const { row, column, cell } of sheet.grid.within(area))
    sheet.grid.set(row, column, { ...cell, style: null });
  clearConditionalFormats(sheet, area);
}

/** Takes colour rules out of an area; those that reach beyond it stay there. */
export function clearConditionalFormats(sheet: Sheet, area: Area): void {
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
    const [from] = format.areas;
    format.areas = format.areas.flatMap((each) => areaWithout(each, area));
    const [to] = format.areas;
    if (from && to) format.formula = readAt(format.formula, from, to);
    return to !== undefined;
  });
}

/** Takes typing rules out of an area; those that reach beyond it stay there. */
export function clearValidations(sheet: Sheet, area: Area): void {
  sheet.validations = sheet.validations.flatMap((each) =>
    areaWithout(each.area, area).map((rest) => validationAt(each, rest)),
  );
}

/** A typing rule as it is written for a part of its cells. */
export function validationAt(each: Validation, area: Area): Validation {
  const rule = each.rule && rewriteRule(each.rule, (formula) => readAt(formula, each.area, area));
  return { ...each, area, rule };
}

/** Changes the look of every cell of an area, whole rows and columns as such. */
export function restyleArea(sheet: Sheet, area: Area, change: (style: Style) => Style): void {
  const touchThere = (): void => {
    for (const { row, column, cell } of sheet.grid.within(area))
      if (cell.style) sheet.grid.set(row, column, { ...cell, style: change(cell.style) });
  };
  if (isWholeSheet(area)) {
    touchThere();
    sheet.style = change(sheet.style);
    sheet.columns = restyleBands(sheet.columns, change);
    sheet.rows = restyleBands(sheet.rows, change);
  } else if (coversColumns(area)) {
    touchThere();
    for (let column = area.left; column <= area.right; column++) {
      const band = sheet.columns.get(column) ?? plainBand;
      sheet.columns.set(column, { ...band, style: change(band.style ?? sheet.style) });
    }
  } else if (coversRows(area)) {
    touchThere();
    for (let row = area.top; row <= area.bottom; row++) {
      const band = sheet.rows.get(row) ?? plainBand;
      sheet.rows.set(row, { ...band, style: change(band.style ?? sheet.style) });
    }
  } else {
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++) {
        const cell = sheet.grid.get(row, column);
        const style = change(styleAt(sheet, row, column, cell));
        sheet.grid.set(row, column, { ...cell, style });
      }
  }
}

function restyleBands(
  bands: ReadonlyMap<number, Band>,
  change: (style: Style) => Style,
): Map<number, Band> {
  return new Map(
    [...bands].map(([line, band]) => [
      line,
      band.style ? { ...band, style: change(band.style) } : band,
    ]),
  );
}

/** Merges an area; of what its cells hold only the top left one stays. */
export function mergeArea(workbook: Workbook, sheet: Sheet, area: Area): void {
  refuseProtected(sheet, null);
  if (sheet.tables.some((table) => overlaps(table.area, area)))
    throw new HostFault('InvalidOperation', 'Cells of a table cannot be merged.');
  if (sheet.merges.some((merge) => overlaps(merge, area) && !contains(area, merge)))
    throw new HostFault('MergedRangeConflict', 'The area cuts a merged area.');
  sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, area));
  if (cellCount(area) === 1) return;
  for (const { row, column, cell } of sheet.grid.within(area))
    if (row !== area.top || column !== area.left)
      sheet.grid.set(row, column, { ...emptyCell, style: cell.style });
  sheet.merges.push(area);
  workbook.note({ kind: 'cells', sheet, area, detail: null });
}

/** What `copyCells` brings along (`Excel.RangeCopyType`). */
export type CopyKind = 'All' | 'Formulas' | 'Values' | 'Formats';

/** Cells of a sheet. */
type Place = { readonly sheet: Sheet; readonly area: Area };

/**
 * Copies cells as `Range.copyFrom` and pasting do: with "All" the copy has the source's look,
 * lock, merges, rules for typing and colour rules instead of its own, with "Formats" the look and
 * the colour rules. A source smaller than the target repeats. Whole columns and rows bring their
 * sizes; a whole table copied away from tables becomes one of its own.
 */
export function copyCells(workbook: Workbook, source: Place, target: Place, kind: CopyKind): void {
  const rows = Math.max(rowCount(source.area), rowCount(target.area));
  const columns = Math.max(columnCount(source.area), columnCount(target.area));
  const { top, left } = target.area;
  const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  if (kind === 'Formats') refuseProtected(target.sheet, 'allowFormatCells');
  else refuseLocked(target.sheet, area);
  const before = target.sheet.grid.get(top, left).value;
  const used = boundingUse(source, { sheet: target.sheet, area });
  const looks = kind === 'All' || kind === 'Formats';
  // Taken first: source and target may overlap.
  const copies: { readonly row: number; readonly column: number; readonly cell: Cell }[] = [];
  for (let row = 0; row < Math.min(rows, used.rows); row++)
    for (let column = 0; column < Math.min(columns, used.columns); column++) {
      const fromRow = source.area.top + (row % rowCount(source.area));
      const fromColumn = source.area.left + (column % columnCount(source.area));
      const cell = copyOf(
        source.sheet,
        fromRow,
        fromColumn,
        target.sheet.grid.get(top + row, left + column),
        { rows: top + row - fromRow, columns: left + column - fromColumn },
        kind,
      );
      copies.push({ row: top + row, column: left + column, cell });
    }
  if (looks) {
    copyMerges(source, target.sheet, area);
    copyRules(workbook, source, target.sheet, area, kind);
    copySizes(source, target.sheet, area);
  }
  for (const { row, column, cell } of copies) target.sheet.grid.set(row, column, cell);
  if (kind === 'All') copyTables(workbook, source, target.sheet, area);
  repairHeaders(target.sheet, area);
  if (kind !== 'Formats') noteCells(workbook, target.sheet, area, before);
}

/** How many rows and columns of two places hold anything; the rest of whole columns is empty. */
function boundingUse(...places: readonly Place[]): {
  readonly rows: number;
  readonly columns: number;
} {
  let rows = 1;
  let columns = 1;
  for (const { sheet, area } of places) {
    if (!coversColumns(area) && !coversRows(area)) return { rows: Infinity, columns: Infinity };
    const used = sheet.grid.used(area, false);
    if (!used) continue;
    rows = Math.max(rows, used.bottom - area.top + 1);
    columns = Math.max(columns, used.right - area.left + 1);
  }
  const [first] = places;
  return first && coversColumns(first.area)
    ? { rows, columns: Infinity }
    : { rows: Infinity, columns };
}

/** Where the parts of the source that `each` covers come to lie in the target. */
function copiedAreas(each: Area, source: Area, target: Area): readonly Area[] {
  const shared = sharedArea(each, source);
  if (!shared) return [];
  const tall = rowCount(shared) === rowCount(source);
  const wide = columnCount(shared) === columnCount(source);
  const areas: Area[] = [];
  const stepDown = tall ? rowCount(target) : rowCount(source);
  const stepRight = wide ? columnCount(target) : columnCount(source);
  for (let row = 0; row < rowCount(target); row += stepDown)
    for (let column = 0; column < columnCount(target); column += stepRight) {
      const top = target.top + row + shared.top - source.top;
      const left = target.left + column + shared.left - source.left;
      const place = {
        top,
        left,
        bottom: top + (tall ? stepDown : rowCount(shared)) - 1,
        right: left + (wide ? stepRight : columnCount(shared)) - 1,
      };
      const inside = sharedArea(place, target);
      if (inside) areas.push(inside);
    }
  return areas;
}

function copyMerges(source: Place, sheet: Sheet, area: Area): void {
  refuseCutMerges(sheet, area);
  const merges = source.sheet.merges
    .filter((merge) => contains(source.area, merge))
    .map((merge) => ({
      top: merge.top - source.area.top + area.top,
      left: merge.left - source.area.left + area.left,
      bottom: merge.bottom - source.area.top + area.top,
      right: merge.right - source.area.left + area.left,
    }));
  if (merges.length > 0 && sheet.tables.some((table) => overlaps(table.area, area)))
    throw new HostFault('InvalidOperation', 'Cells of a table cannot be merged.');
  sheet.merges = [...sheet.merges.filter((merge) => !contains(area, merge)), ...merges];
}

function copySizes(source: Place, sheet: Sheet, area: Area): void {
  const down = coversColumns(source.area);
  if (!down && !coversRows(source.area)) return;
  const [from, to] = down ? [source.sheet.columns, sheet.columns] : [source.sheet.rows, sheet.rows];
  const [start, first, last] = down
    ? [source.area.left, area.left, area.right]
    : [source.area.top, area.top, area.bottom];
  const span = down ? columnCount(source.area) : rowCount(source.area);
  for (let line = first; line <= last; line++) {
    const band = from.get(start + ((line - first) % span));
    if (band) to.set(line, band);
    else to.delete(line);
  }
}

function copyTables(workbook: Workbook, source: Place, sheet: Sheet, area: Area): void {
  for (const table of source.sheet.tables) {
    if (!contains(source.area, table.area)) continue;
    const [place] = copiedAreas(table.area, source.area, area);
    if (!place || sheet.tables.some((each) => overlaps(each.area, place))) continue;
    const id = String(workbook.nextId());
    sheet.tables.push({ ...table, id, sheet, name: `${table.name}_${id}`, area: place });
  }
}

function copyOf(
  sheet: Sheet,
  row: number,
  column: number,
  target: Cell,
  by: { readonly rows: number; readonly columns: number },
  kind: CopyKind,
): Cell {
  const cell = sheet.grid.get(row, column);
  const style = styleAt(sheet, row, column, cell);
  const formula = cell.formula && copyReferences(cell.formula, by.rows, by.columns);
  switch (kind) {
    case 'All':
      return { ...cell, formula, style };
    case 'Formats':
      return { ...target, style };
    case 'Values':
      return { ...target, value: cell.value, formula: null };
    case 'Formulas':
      return { ...target, value: cell.value, formula };
  }
}

function copyRules(
  workbook: Workbook,
  source: Place,
  sheet: Sheet,
  area: Area,
  kind: CopyKind,
): void {
  const copied = (each: Area): readonly Area[] => copiedAreas(each, source.area, area);
  const validations = source.sheet.validations.flatMap((each) =>
    copied(each.area).map((where) => validationAt(each, where)),
  );
  const formats = source.sheet.conditionalFormats.flatMap((format) => {
    const [from] = format.areas;
    const areas = format.areas.flatMap(copied);
    const [to] = areas;
    return from && to
      ? [
          {
            ...format,
            id: `{cf-${workbook.nextId()}}`,
            areas,
            formula: readAt(format.formula, from, to),
          },
        ]
      : [];
  });
  if (kind === 'All') {
    clearValidations(sheet, area);
    sheet.validations.push(...validations);
  }
  clearConditionalFormats(sheet, area);
  sheet.conditionalFormats.push(...formats);
}

/** A formula written for the top left cell of `from`, as it is written for the one of `to`. */
function readAt(formula: string, from: Area, to: Area): string {
  return copyReferences(formula, to.top - from.top, to.left - from.left);
}
