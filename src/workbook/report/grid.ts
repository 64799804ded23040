import { block, emptyInput, formulaInput, numberInput, textInput } from '../shared/cells';
import type { CellInput, CellSpec, ColumnSpec, PrintSpec, RangeSpec, SheetSpec } from '../spec';
import { reportStyles, type ReportStyle } from './page';

/** A cell of a report before it has a place. */
export type Content = { readonly value: CellInput; readonly style: ReportStyle };

/** Text in a style. Null text is an empty cell that still has its border. */
export function text(words: string | null, style: ReportStyle): Content {
  return { value: textInput(words), style };
}

/** A number in a style; null is an empty cell. */
export function number(given: number | null, style: ReportStyle): Content {
  return { value: given === null ? emptyInput : numberInput(given), style };
}

/** A formula, with the result the domain computed. */
export function formula(
  given: string,
  result: string | number | null,
  style: ReportStyle,
): Content {
  return { value: formulaInput(given, result), style };
}

/** Puts a row of contents into cells from a column on. */
export function rowCells(row: number, left: number, contents: readonly Content[]): CellSpec[] {
  return contents.map(({ value, style }, index) => ({
    row,
    column: left + index,
    value,
    style: reportStyles[style],
  }));
}

/** One content over several columns: the cells, all bordered alike, and the merge. */
export function merged(
  row: number,
  left: number,
  right: number,
  content: Content,
): { readonly cells: readonly CellSpec[]; readonly merge: RangeSpec } {
  const merge = { top: row, left, bottom: row, right };
  return { cells: block(merge, content.value, reportStyles[content.style]).cells, merge };
}

/** Points a line of 12–14 point text takes, and characters of it in one unit of column width. */
const LINE_HEIGHT = 17;
const CHARACTERS_PER_WIDTH = 0.95;

/**
 * The height of a row whose merged text wraps: spreadsheet programs fit rows to their text, but
 * never to merged cells.
 */
export function mergedHeight(words: string, width: number): number {
  const lines = words
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(line.length / (width * CHARACTERS_PER_WIDTH))));
  return lines.reduce((sum, each) => sum + each, 0) * LINE_HEIGHT + 4;
}

/** What a report sheet is made of; everything it does not use is empty. */
export type ReportSheet = {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly cells: readonly CellSpec[];
  readonly merges: readonly RangeSpec[];
  readonly rowHeights: SheetSpec['rowHeights'];
  readonly charts?: SheetSpec['charts'];
  readonly frozenRows: number;
  readonly print: PrintSpec;
};

/** Completes a report sheet into a sheet of a workbook. */
export function reportSheet(sheet: ReportSheet): SheetSpec {
  return {
    name: sheet.name,
    visibility: 'visible',
    showGridLines: false,
    columns: sheet.columns,
    rowHeights: sheet.rowHeights,
    cells: sheet.cells,
    merges: sheet.merges,
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: sheet.charts ?? [],
    freeze: { rows: sheet.frozenRows, columns: 0 },
    protection: 'none',
    print: sheet.print,
  };
}
