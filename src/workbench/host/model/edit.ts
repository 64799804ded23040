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
import { copyReferences } from './references';
import { restyler, type Style } from './style';
import { FORMULA_LIMIT, readTyped, TEXT_LIMIT } from './typing';
import {
  isWholeSheet,
  plainBand,
  styleAt,
  type Band,
  type Sheet,
  type Table,
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

/** Header cells of a table hold texts, none of them empty or twice the same. */
export function repairHeaders(sheet: Sheet, area: Area): void {
  for (const table of sheet.tables) {
    const header = headerArea(table);
    if (table.showHeaders && overlaps(header, area)) nameColumns(sheet, header);
  }
}

function nameColumns(sheet: Sheet, header: Area): void {
  const taken = new Set<string>();
  for (let column = header.left; column <= header.right; column++) {
    const cell = sheet.grid.get(header.top, column);
    const words = textOf(cell.value);
    const base = words === '' ? `Column${column - header.left + 1}` : words;
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}${number}`;
    taken.add(name.toLowerCase());
    if (cell.value !== name || cell.formula !== null)
      sheet.grid.set(header.top, column, { ...cell, value: name, formula: null });
  }
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** The header row of a table. */
export function headerArea(table: Table): Area {
  return { ...table.area, bottom: table.area.top };
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
    format.areas = format.areas.flatMap((each) => areaWithout(each, area));
    return format.areas.length > 0;
  });
}

/** Takes typing rules out of an area; those that reach beyond it stay there. */
export function clearValidations(sheet: Sheet, area: Area): void {
  sheet.validations = sheet.validations.flatMap((each) =>
    areaWithout(each.area, area).map((rest) => ({ ...each, area: rest })),
  );
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

/**
 * Copies cells as `Range.copyFrom` and pasting do: with "All" the copy has the source's look,
 * lock, rules for typing and colour rules instead of its own. A source smaller than the target
 * repeats.
 */
export function copyCells(
  workbook: Workbook,
  source: { readonly sheet: Sheet; readonly area: Area },
  target: { readonly sheet: Sheet; readonly area: Area },
  kind: CopyKind,
): void {
  const rows = Math.max(rowCount(source.area), rowCount(target.area));
  const columns = Math.max(columnCount(source.area), columnCount(target.area));
  const { top, left } = target.area;
  const area = { top, left, bottom: top + rows - 1, right: left + columns - 1 };
  if (kind === 'Formats') refuseProtected(target.sheet, 'allowFormatCells');
  else refuseLocked(target.sheet, area);
  const before = target.sheet.grid.get(top, left).value;
  // Taken first: source and target may overlap.
  const copies: { readonly row: number; readonly column: number; readonly cell: Cell }[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
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
  if (kind === 'All') copyRules(workbook, source, target.sheet, area);
  for (const { row, column, cell } of copies) target.sheet.grid.set(row, column, cell);
  repairHeaders(target.sheet, area);
  if (kind !== 'Formats') noteCells(workbook, target.sheet, area, before);
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
  source: { readonly sheet: Sheet; readonly area: Area },
  sheet: Sheet,
  area: Area,
): void {
  const rows = area.top - source.area.top;
  const columns = area.left - source.area.left;
  const moved = (each: Area): Area[] => {
    const shared = sharedArea(each, source.area);
    return shared
      ? [
          {
            top: shared.top + rows,
            left: shared.left + columns,
            bottom: shared.bottom + rows,
            right: shared.right + columns,
          },
        ]
      : [];
  };
  const validations = source.sheet.validations.flatMap((each) =>
    moved(each.area).map((where) => ({ ...each, area: where })),
  );
  const formats = source.sheet.conditionalFormats.flatMap((format) => {
    const areas = format.areas.flatMap(moved);
    return areas.length > 0
      ? [{ ...format, id: `{cf-${workbook.nextId()}}`, areas, ...copiedFormula(format, areas) }]
      : [];
  });
  clearValidations(sheet, area);
  clearConditionalFormats(sheet, area);
  sheet.validations.push(...validations);
  sheet.conditionalFormats.push(...formats);
}

function copiedFormula(
  format: { readonly formula: string; readonly areas: readonly Area[] },
  areas: readonly Area[],
): { readonly formula: string } {
  const [from] = format.areas;
  const [to] = areas;
  if (!from || !to) return { formula: format.formula };
  return { formula: copyReferences(format.formula, to.top - from.top, to.left - from.left) };
}
