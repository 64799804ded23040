import { block, emptyInput, formulaInput, numberInput, textInput } from '../shared/cells';
import { withStyle, type StatusLook } from '../shared/looks';
import type {
  CellInput,
  CellSpec,
  ColumnSpec,
  PrintSpec,
  RangeSpec,
  SheetSpec,
  StyleSpec,
} from '../spec';
import { reportStyles, type ReportStyle } from './page';

/** A cell of a report before it has a place. */
export type Content = {
  readonly value: CellInput;
  readonly style: ReportStyle;
  readonly link?: CellSpec['link'];
  /** The colours of a status, on the overview only. */
  readonly look?: StatusLook;
};

/** Text in a style. Null text is an empty cell that still has its border. */
export function text(words: string | null, style: ReportStyle): Content {
  return { value: textInput(words), style };
}

/** A number in a style; null is an empty cell. */
export function number(given: number | null, style: ReportStyle): Content {
  if (given === null) return { value: emptyInput, style };
  // One format cannot group thousands and show decimals only where there are some.
  const isFraction = Math.abs(given) >= 1000 && !Number.isInteger(given);
  const shown = style === 'number' && isFraction ? 'fraction' : style;
  return { value: numberInput(given), style: shown };
}

/** A day in a cell; null is an empty cell. */
export function day(iso: string | null): Content {
  return { value: iso === null ? emptyInput : { kind: 'date', date: iso }, style: 'date' };
}

/**
 * The same content with a jump to a cell. Without a place to go to it stays as it is, and so does
 * an empty cell: there is nothing to point at, and some programs show the place in it.
 */
export function linked(content: Content, sheet: string, address: string | null): Content {
  return address === null || content.value.kind === 'empty'
    ? content
    : { ...content, link: { sheet, address } };
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
  return contents.map(({ value, style: name, link, look }, index) => {
    const column = left + index;
    const style = look ? inColour(reportStyles[name], look) : reportStyles[name];
    // Reports have hundreds of thousands of cells: copying parts into each would take longest.
    return link ? { row, column, value, style, link } : { row, column, value, style };
  });
}

/** One content over several columns: the cells, all bordered alike, and the merge. */
export function merged(
  row: number,
  left: number,
  right: number,
  content: Content,
): { readonly cells: readonly CellSpec[]; readonly merge: RangeSpec } {
  const merge = { top: row, left, bottom: row, right };
  const style = reportStyles[content.style];
  const { link, look } = content;
  const { cells } = block(merge, content.value, look ? inColour(style, look) : style);
  return {
    cells: link ? cells.map((cell, at) => (at === 0 ? { ...cell, link } : cell)) : cells,
    merge,
  };
}

function inColour(style: StyleSpec, { fill, font }: StatusLook): StyleSpec {
  return withStyle(style, { fill, font: { color: font } });
}

/** What a report sheet is made of; everything it does not use is empty. */
export type ReportSheet = {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly cells: readonly CellSpec[];
  readonly merges: readonly RangeSpec[];
  readonly rowHeights?: SheetSpec['rowHeights'];
  readonly charts?: SheetSpec['charts'];
  readonly tables?: SheetSpec['tables'];
  readonly validations?: SheetSpec['validations'];
  readonly tabColor?: string;
  readonly frozenRows: number;
  readonly print: PrintSpec;
};

/** Completes a report sheet into a sheet of a workbook. */
export function reportSheet(sheet: ReportSheet): SheetSpec {
  return {
    name: sheet.name,
    visibility: 'visible',
    ...(sheet.tabColor === undefined ? {} : { tabColor: sheet.tabColor }),
    showGridLines: false,
    columns: sheet.columns,
    rowHeights: sheet.rowHeights ?? [],
    cells: sheet.cells,
    merges: sheet.merges,
    tables: sheet.tables ?? [],
    validations: sheet.validations ?? [],
    conditionalFormats: [],
    charts: sheet.charts ?? [],
    freeze: { rows: sheet.frozenRows, columns: 0 },
    protection: 'none',
    print: sheet.print,
  };
}
