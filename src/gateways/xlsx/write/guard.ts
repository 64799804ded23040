import { parseIsoDate, toSerial, type IsoDate } from '../../../domain/dates';
import { cellAddress } from '../../../domain/snapshot';
import type {
  CellSpec,
  NameSpec,
  RangeSpec,
  SheetSpec,
  TableSpec,
  ValidationSpec,
  WorkbookSpec,
} from '../../../workbook/spec';
import { fitText, rangeAddress } from './text';

/** Excel specifications and limits. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;
const FORMULA_LIMIT = 8_192;
/** Characters of one text inside a formula, a list of values included. */
const FORMULA_TEXT_LIMIT = 255;
/** Excel's calendar is right from 01/03/1900 on. */
const FIRST_SERIAL = 61;

/** What a name may look like, and the cell addresses it may not look like. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.]{0,254}$/u;
const ADDRESS = /^(?:[A-Z]{1,3}\d{1,7}|R\d*C\d*|R\d*|C\d*)$/i;

/** Functions younger than the file format: a file must name them with a prefix, Excel 2016 has none. */
const YOUNG_FUNCTION =
  /(?<![\w.])(?:IFS|SWITCH|TEXTJOIN|CONCAT|MAXIFS|MINIFS|XLOOKUP|XMATCH|FILTER|UNIQUE|SORT|SORTBY|SEQUENCE|LET|LAMBDA|TEXTBEFORE|TEXTAFTER|TEXTSPLIT|VSTACK|HSTACK|TOCOL|TOROW)\(/i;

/**
 * Throws on a spec that would become a file Excel calls damaged, or shows as something else than
 * was meant. No check here depends on what an officer typed: a failure is a bug in the spec, and
 * no file at all is better than a damaged one. Cells come row by row (see {@link inRowOrder}).
 */
export function assertDrawable(spec: WorkbookSpec): void {
  const active = spec.sheets.find((sheet) => sheet.name === spec.activeSheet);
  demand(active?.visibility === 'visible', `the active sheet "${spec.activeSheet}" is not shown`);
  const tables = spec.sheets.flatMap((sheet) => sheet.tables);
  assertNames([...spec.names, ...tables].map((entry) => entry.name));
  for (const name of spec.names) assertTarget(name, spec.sheets);
  for (const sheet of spec.sheets) assertSheet(sheet, spec.sheets);
}

/** The serial of a date in a spec; throws when there is no such day in Excel. */
export function serialOf(date: string): number {
  const day: IsoDate | null = parseIsoDate(date);
  demand(day !== null && toSerial(day) >= FIRST_SERIAL, `"${date}" is no day Excel knows`);
  return toSerial(day);
}

/** Throws an error that names the fault; `fault` says what is wrong with the spec. */
export function demand(condition: boolean, fault: string): asserts condition {
  if (!condition) throw new Error(`Workbook spec: ${fault}`);
}

function assertNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    demand(NAME.test(name) && !ADDRESS.test(name), `"${name}" cannot be a name`);
    demand(!seen.has(name.toLowerCase()), `the name "${name}" is used twice`);
    seen.add(name.toLowerCase());
  }
}

function assertTarget(name: NameSpec, sheets: readonly SheetSpec[]): void {
  if (name.kind === 'text')
    demand(fitText(name.text).length <= FORMULA_TEXT_LIMIT, `the text of ${name.name} is too long`);
  else
    demand(
      sheets.some((sheet) => sheet.name === name.sheet),
      `${name.name} is on no sheet`,
    );
}

function assertSheet(sheet: SheetSpec, sheets: readonly SheetSpec[]): void {
  const where = `sheet "${sheet.name}"`;
  const headRows = new Set(sheet.tables.map(({ range }) => range.top));
  const heads = new Map<number, CellSpec>();
  let last: CellSpec | null = null;
  for (const cell of sheet.cells) {
    const { row, column } = cell;
    // Words for a fault are made when there is one: there may be a million cells.
    const at = (): string => `${where}, ${cellAddress(row, column)}`;
    if (!(row >= 1 && row <= LAST_ROW && column >= 1 && column <= LAST_COLUMN))
      demand(false, `${at()}: no cell`);
    if (last?.row === row && last.column === column) demand(false, `${at()} is filled twice`);
    last = cell;
    if (headRows.has(row)) heads.set(placeOf(row, column), cell);
    if (cell.value.kind === 'number' && Number.isFinite(cell.value.value)) continue;
    if (cell.value.kind === 'number' || cell.value.kind === 'formula') assertCell(cell, at());
  }
  assertApart([...sheet.merges, ...sheet.tables.map((table) => table.range)], where);
  for (const table of sheet.tables) assertTable(table, heads);
  for (const { range, rule } of sheet.validations) assertRule(rule, rangeAddress(range), where);
  for (const { formula } of sheet.conditionalFormats) assertFormula(formula, where);
  for (const chart of sheet.charts)
    demand(
      sheets.some((other) => other.name === chart.sheet),
      `${where} has a chart of no sheet`,
    );
}

/** One number for each cell of a sheet. */
export function placeOf(row: number, column: number): number {
  return row * (LAST_COLUMN + 1) + column;
}

function assertCell({ value }: CellSpec, where: string): void {
  if (value.kind === 'formula') assertFormula(value.formula, where);
  if (value.kind === 'number' || (value.kind === 'formula' && typeof value.result === 'number')) {
    const number = value.kind === 'number' ? value.value : value.result;
    demand(Number.isFinite(number), `${where} is not a finite number`);
  }
}

function assertFormula(formula: string, where: string): void {
  // Texts inside a formula may say anything.
  const code = formula.replace(/"[^"]*"/g, '""');
  demand(formula !== '' && formula.length <= FORMULA_LIMIT, `${where} has no usable formula`);
  demand(!formula.startsWith('='), `${where} begins its formula with "="`);
  demand(!code.includes('[@'), `${where} uses "[@…]", which files write as Table[[#This Row],[…]]`);
  demand(!YOUNG_FUNCTION.test(code), `${where} uses a function older Excel has not: ${code}`);
}

function assertTable(
  { name, range, columns }: TableSpec,
  cells: ReadonlyMap<number, CellSpec>,
): void {
  demand(range.bottom > range.top, `table ${name} has no row`);
  demand(columns.length === range.right - range.left + 1, `table ${name} is not as wide as named`);
  const headers = new Set(columns.map((header) => header.toLowerCase()));
  demand(headers.size === columns.length, `table ${name} has two columns of one name`);
  columns.forEach((header, index) => {
    const value = cells.get(placeOf(range.top, range.left + index))?.value;
    demand(
      header !== '' && value?.kind === 'text' && fitText(value.text) === fitText(header),
      `"${header}" does not stand over its column of table ${name}`,
    );
  });
}

function assertRule(rule: ValidationSpec['rule'], at: string, where: string): void {
  if (rule.kind === 'custom' || rule.kind === 'listRange')
    assertFormula(rule.formula, `${where}, ${at}`);
  if (rule.kind === 'list')
    demand(
      !rule.values.some((value) => value.includes(',')) &&
        rule.values.join(',').length <= FORMULA_TEXT_LIMIT,
      `${where}, ${at} has a list that needs a range`,
    );
}

function assertApart(ranges: readonly RangeSpec[], where: string): void {
  ranges.forEach((a, index) => {
    for (const b of ranges.slice(index + 1))
      demand(
        a.right < b.left || b.right < a.left || a.bottom < b.top || b.bottom < a.top,
        `${where}: ${rangeAddress(a)} and ${rangeAddress(b)} overlap`,
      );
  });
}
