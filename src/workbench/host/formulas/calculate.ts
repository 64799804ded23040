import { cellArea, cellCount, sharedArea, wholeSheet, type Area } from '../model/area';
import type { Value } from '../model/grid';
import { bodyArea, headerArea } from '../model/headers';
import {
  sameName,
  styleAt,
  type Calculator,
  type DefinedName,
  type Sheet,
  type Table,
  type Workbook,
} from '../model/workbook';
import { HostFault } from '../fault';
import { functions, type Call } from './functions';
import { parseFormula, type Node, type Operator, type TablePart } from './parse';
import {
  Cells,
  compare,
  errorValue,
  fail,
  FormulaError,
  isError,
  toNumber,
  toText,
  type Result,
} from './values';

/** Where a formula stands. */
export type FormulaPlace = { readonly sheet: Sheet; readonly row: number; readonly column: number };

/** Formulas as they were read, by their text; null for one that is none. */
type Read = Map<string, Node | null>;

/** Formulas kept as they were read; a workbook of hundreds of rows has some thousands. */
const MOST_READ = 50_000;

/**
 * Works formulas out: those of the workbooks this project makes, references to tables included,
 * and what people type most. A function it does not know gives "#NAME?"; formulas that fill
 * several cells are not known. Every change works everything out anew, some 50 ms for a tracking
 * workbook of a hundred rows.
 */
export function formulaCalculator(): Calculator {
  const read: Read = new Map();
  return {
    calculate: (workbook) => {
      const run = new Calculation(workbook, read);
      for (const sheet of workbook.sheets)
        for (const { row, column, cell } of sheet.grid.within(wholeSheet)) {
          if (cell.formula === null) continue;
          const value = run.cell(sheet, row, column);
          if (!same(value, cell.value)) sheet.grid.set(row, column, { ...cell, value });
        }
    },
  };
}

/** What a formula (with its leading "=") comes to in a workbook whose own formulas have values. */
export function formulaEvaluator(
  workbook: Workbook,
): (formula: string, place: FormulaPlace) => Value {
  const run = new Calculation(workbook, new Map(), false);
  return (formula, place) => run.formula(formula, place);
}

function same(a: Value, b: Value): boolean {
  return isError(a) && isError(b) ? a.error === b.error : a === b;
}

class Calculation {
  private readonly done = new Map<Sheet, Map<number, Value>>();
  private readonly names = new Map<string, DefinedName>();
  private readonly ranges = new Map<string, readonly Value[]>();
  private readonly used = new Map<Sheet, Area | null>();
  private inside = 0;

  constructor(
    private readonly workbook: Workbook,
    private readonly read: Read,
    /** Whether formulas of cells are worked out; otherwise they have the value they have. */
    private readonly isFull = true,
  ) {
    for (const name of workbook.names)
      this.names.set(`${name.sheet?.id ?? ''} ${name.name.toLowerCase()}`, name);
  }

  /** What a cell holds, worked out once. One that depends on itself is 0, as in Excel. */
  cell(sheet: Sheet, row: number, column: number): Value {
    const { formula, value } = sheet.grid.get(row, column);
    if (formula === null || !this.isFull) return value;
    let cells = this.done.get(sheet);
    if (!cells) this.done.set(sheet, (cells = new Map<number, Value>()));
    const key = row * 16_384 + column;
    const known = cells.get(key);
    if (known !== undefined) return known;
    cells.set(key, 0);
    this.inside += 1;
    const result = this.formula(formula, { sheet, row, column });
    this.inside -= 1;
    cells.set(key, result);
    return result;
  }

  formula(formula: string, place: FormulaPlace): Value {
    const node = this.parse(formula);
    if (!node) return errorValue('#NAME?');
    try {
      return this.value(node, place) ?? 0;
    } catch (error) {
      if (error instanceof FormulaError) return error.value;
      // A number format this host cannot show.
      if (error instanceof HostFault) return errorValue('#VALUE!');
      throw error;
    }
  }

  private parse(formula: string): Node | null {
    const known = this.read.get(formula);
    if (known !== undefined) return known;
    if (this.read.size > MOST_READ) this.read.clear();
    const node = parseFormula(formula.replace(/^=/, ''));
    this.read.set(formula, node);
    return node;
  }

  private value(node: Node, place: FormulaPlace): Value {
    const result = this.result(node, place);
    return result instanceof Cells ? this.single(result, place) : result;
  }

  /** Of several cells where one value is wanted, the one in line with the formula. */
  private single({ sheet, area }: Cells, { row, column }: FormulaPlace): Value {
    if (cellCount(area) === 1) return this.cell(sheet, area.top, area.left);
    if (area.left === area.right && row >= area.top && row <= area.bottom)
      return this.cell(sheet, row, area.left);
    if (area.top === area.bottom && column >= area.left && column <= area.right)
      return this.cell(sheet, area.top, column);
    return fail('#VALUE!');
  }

  private result(node: Node, place: FormulaPlace): Result {
    switch (node.kind) {
      case 'value':
        return node.value;
      case 'cells': {
        const sheet = node.sheet === null ? place.sheet : this.workbook.sheet(node.sheet);
        return sheet ? new Cells(sheet, node.area) : fail('#REF!');
      }
      case 'name':
        return this.named(node.name, place);
      case 'table':
        return this.tablePart(node.part, place);
      case 'call':
        return this.call(node.name, node.given, place);
      case 'negative':
        return -toNumber(this.value(node.of, place));
      case 'percent':
        return toNumber(this.value(node.of, place)) / 100;
      case 'operation':
        return operate(node.operator, this.value(node.left, place), this.value(node.right, place));
    }
  }

  private named(name: string, place: FormulaPlace): Result {
    const key = name.toLowerCase();
    const found = this.names.get(`${place.sheet.id} ${key}`) ?? this.names.get(` ${key}`);
    if (found) {
      const node = this.parse(found.formula);
      return node ? this.result(node, place) : fail('#NAME?');
    }
    const table = this.workbook.allTables().find((each) => sameName(each.name, name));
    return table ? new Cells(table.sheet, bodyArea(table)) : fail('#NAME?');
  }

  private tablePart({ table: name, rows, from, to }: TablePart, place: FormulaPlace): Result {
    const table = this.tableOf(name, place);
    const area =
      rows === 'headers' ? headerArea(table) : rows === 'all' ? table.area : bodyArea(table);
    const left = from === null ? area.left : columnOf(table, from);
    const right = to === null ? area.right : columnOf(table, to);
    const part = { ...area, left: Math.min(left, right), right: Math.max(left, right) };
    if (rows !== 'thisRow') return new Cells(table.sheet, part);
    if (place.row < area.top || place.row > area.bottom) return fail('#VALUE!');
    return new Cells(table.sheet, { ...part, top: place.row, bottom: place.row });
  }

  private tableOf(name: string | null, { sheet, row, column }: FormulaPlace): Table {
    const here = cellArea(row, column);
    const table =
      name === null
        ? sheet.tables.find((each) => sharedArea(each.area, here))
        : this.workbook.allTables().find((each) => sameName(each.name, name));
    return table ?? fail(name === null ? '#VALUE!' : '#REF!');
  }

  private call(name: string, given: readonly Node[], place: FormulaPlace): Result {
    const work = functions.get(name);
    if (!work) return fail('#NAME?');
    const nodeAt = (index: number): Node => given[index] ?? fail('#VALUE!');
    const call: Call = {
      count: given.length,
      row: place.row,
      column: place.column,
      result: (index) => this.result(nodeAt(index), place),
      value: (index) => this.value(nodeAt(index), place),
      at: ({ sheet }, row, column) => this.cell(sheet, row, column),
      values: (cells) => this.valuesOf(cells),
      format: ({ sheet, area }) => styleAt(sheet, area.top, area.left).numberFormat,
    };
    return work(call);
  }

  /** Remembered while nothing they depend on can be half worked out. */
  private valuesOf({ sheet, area }: Cells): readonly Value[] {
    const clipped = this.clip(sheet, area);
    const key = `${sheet.id} ${clipped.top} ${clipped.left} ${clipped.bottom} ${clipped.right}`;
    const known = this.ranges.get(key);
    if (known) return known;
    const values: Value[] = [];
    for (let row = clipped.top; row <= clipped.bottom; row++)
      for (let column = clipped.left; column <= clipped.right; column++)
        values.push(this.cell(sheet, row, column));
    if (this.inside <= 1) this.ranges.set(key, values);
    return values;
  }

  /** Whole columns and rows end where the sheet is used no more. */
  private clip(sheet: Sheet, area: Area): Area {
    if (cellCount(area) < 100_000) return area;
    if (!this.used.has(sheet)) this.used.set(sheet, sheet.grid.used(wholeSheet, true));
    const used = this.used.get(sheet);
    return {
      ...area,
      bottom: Math.max(area.top, Math.min(area.bottom, used?.bottom ?? 1)),
      right: Math.max(area.left, Math.min(area.right, used?.right ?? 1)),
    };
  }
}

function columnOf({ area, sheet }: Table, name: string): number {
  for (let column = area.left; column <= area.right; column++) {
    const { value } = sheet.grid.get(area.top, column);
    if (typeof value === 'string' && sameName(value, name)) return column;
  }
  return fail('#REF!');
}

function operate(operator: Operator, left: Value, right: Value): Value {
  switch (operator) {
    case '&':
      return toText(left) + toText(right);
    case '=':
      return compare(left, right) === 0;
    case '<>':
      return compare(left, right) !== 0;
    case '<':
      return compare(left, right) < 0;
    case '>':
      return compare(left, right) > 0;
    case '<=':
      return compare(left, right) <= 0;
    case '>=':
      return compare(left, right) >= 0;
    default:
      return reckon(operator, toNumber(left), toNumber(right));
  }
}

function reckon(operator: '+' | '-' | '*' | '/' | '^', left: number, right: number): number {
  const result = ((): number => {
    switch (operator) {
      case '+':
        return left + right;
      case '-':
        return left - right;
      case '*':
        return left * right;
      case '/':
        return right === 0 ? fail('#DIV/0!') : left / right;
      case '^':
        return left ** right;
    }
  })();
  return Number.isFinite(result) ? result : fail('#NUM!');
}
