import type * as IronCalc from '@ironcalc/wasm';
import { wholeSheet } from './model/area';
import type { Cell, Value } from './model/grid';
import type { Calculator, Sheet, Workbook } from './model/workbook';
import { absoluteAddress, readReference } from './members/cells';
import { errorOf } from './model/typing';

/** `getCellType` of the engine. */
const NUMBER = 1;
const TEXT = 2;
const BOOLEAN = 4;

/** Shows all digits of a number; the engine gives results as text only. */
const FULL_PRECISION = '0.00000000000000000E+00';

/**
 * Works formulas out with IronCalc: `engine` is the package `@ironcalc/wasm` and `wasm` its file
 * `wasm_bg.wasm`. It knows no references to tables (`ChiTieu[Số]`) and not the function CELL:
 * such formulas give an error value. It works everything out after every change, which takes
 * seconds for a tracking workbook of a hundred rows: budgets are measured without a calculator.
 */
export function ironCalculator(engine: typeof IronCalc, wasm: Uint8Array<ArrayBuffer>): Calculator {
  engine.initSync({ module: wasm });
  let copy: Copy | null = null;
  return {
    calculate: (workbook) => {
      if (copy?.fits(workbook) !== true) {
        copy?.free();
        copy = new Copy(new engine.Model('workbook', 'en', 'UTC', 'en'), workbook);
      }
      copy.calculate(workbook);
    },
  };
}

/** The engine's copy of a workbook. It gets only what has changed since. */
class Copy {
  private readonly shape: string;
  private readonly inputs = new Map<string, Map<string, string>>();

  constructor(
    private readonly engine: IronCalc.Model,
    workbook: Workbook,
  ) {
    this.shape = shapeOf(workbook);
    this.engine.pauseEvaluation();
    for (const [index, { name }] of workbook.sheets.entries()) {
      if (index > 0) this.engine.newSheet();
      this.engine.renameSheet(index, `tien-do ${index}`);
      this.engine.renameSheet(index, name);
    }
    for (const { name, formula } of workbook.names) {
      const target = readReference(workbook, formula);
      // The engine takes "$A$1:$A$1" for a block of cells where one value is wanted.
      if (target)
        this.engine.newDefinedName(name, null, absoluteAddress(target.sheet, target.area));
    }
  }

  fits(workbook: Workbook): boolean {
    return this.shape === shapeOf(workbook);
  }

  free(): void {
    this.engine.free();
  }

  calculate(workbook: Workbook): void {
    for (const [index, sheet] of workbook.sheets.entries()) this.update(index, sheet);
    this.engine.evaluate();
    for (const [index, sheet] of workbook.sheets.entries())
      for (const { row, column, cell } of sheet.grid.within(wholeSheet))
        if (cell.formula !== null)
          sheet.grid.set(row, column, { ...cell, value: this.result(index, row, column) });
  }

  private update(index: number, sheet: Sheet): void {
    const before = this.inputs.get(sheet.id) ?? new Map<string, string>();
    const now = new Map<string, string>();
    for (const { row, column, cell } of sheet.grid.within(wholeSheet)) {
      const input = inputOf(cell);
      if (input === null) continue;
      const key = `${row} ${column}`;
      now.set(key, input);
      if (before.get(key) === input) continue;
      this.engine.setUserInput(index, row, column, input);
      if (cell.formula !== null)
        this.engine.updateRangeStyle(
          { sheet: index, row, column, width: 1, height: 1 },
          'num_fmt',
          FULL_PRECISION,
        );
    }
    for (const key of before.keys()) {
      if (now.has(key)) continue;
      const [row = 1, column = 1] = key.split(' ').map(Number);
      this.engine.rangeClearContents(index, row, column, row, column);
    }
    this.inputs.set(sheet.id, now);
  }

  private result(sheet: number, row: number, column: number): Value {
    const shown = this.engine.getFormattedCellValue(sheet, row, column);
    switch (this.engine.getCellType(sheet, row, column)) {
      case NUMBER:
        // An empty reference shows nothing and is 0; the last digits of the text are noise.
        return shown === '' ? 0 : Number(Number(shown).toPrecision(14));
      case TEXT:
        return shown;
      case BOOLEAN:
        return shown === 'TRUE';
      default:
        return errorOf(shown) ?? { error: '#VALUE!' };
    }
  }
}

/** What the engine cannot change in its copy: sheets and names. */
function shapeOf(workbook: Workbook): string {
  const sheets = workbook.sheets.map(({ id, name }) => [id, name]);
  return JSON.stringify([sheets, workbook.names.map(({ name, formula }) => [name, formula])]);
}

/** What would be typed to get a cell; null for an empty one. */
function inputOf({ value, formula }: Cell): string | null {
  if (formula !== null) return formula;
  if (value === null) return null;
  if (typeof value === 'string') return `'${value}`;
  if (typeof value === 'object') return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
