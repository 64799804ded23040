/**
 * A workbook as it was found: sheets and cells with addresses, without meaning (design §2,
 * "stay flat until checked"). Both gateways produce it; nothing in it is trusted yet.
 */
export type Snapshot = {
  /** The file's name as the user knows it, or the workbook's title in Excel. */
  readonly file: string;
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly DefinedNameSnapshot[];
  /** When a file was last saved, as it says itself; absent where it does not, or for open Excel. */
  readonly saved?: string;
  /** True for a file that carries macros; they are never looked at. */
  readonly macros?: true;
};

/** One worksheet. `cells` are row-major and sparse: an empty cell is absent. */
export type SheetSnapshot = {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  readonly cells: readonly SnapshotCell[];
  readonly tables: readonly TableSnapshot[];
  /** Merged ranges in A1 form. */
  readonly merges: readonly string[];
};

/**
 * Everything the cells hold, in one text: two workbooks with the same text have the same sheets,
 * cells, values and formulas.
 */
export function contentText({ sheets }: Snapshot): string {
  const lines: string[] = [];
  for (const { name, cells } of sheets) {
    lines.push(JSON.stringify(name));
    for (const { row, column, content, formula } of cells) {
      const held = formula === null ? JSON.stringify(content) : `=${JSON.stringify(formula)}`;
      lines.push(`${String(row)},${String(column)} ${held}`);
    }
  }
  return lines.join('\n');
}

/** A cell that holds something. Rows and columns are 1-based. */
export type SnapshotCell = {
  readonly row: number;
  readonly column: number;
  readonly content: CellContent;
  /** The formula without its leading "=", or null. */
  readonly formula: string | null;
};

/** What a cell shows. Dates are serials of the 1900 system, whatever the file's system was. */
export type CellContent =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly format: 'plain' | 'percent' | 'date';
      /** False for a date of which only the month is shown: "12/2025". */
      readonly showsDay?: false;
    }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** An error value such as "#N/A". */
  | { readonly kind: 'error'; readonly error: string }
  /** A formula saved without its result, as openpyxl does. */
  | { readonly kind: 'uncalculated' };

/** An Excel table; the range includes its header row. Rows and columns are 1-based. */
export type TableSnapshot = {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A defined name and what it stands for, as written in the file. */
export type DefinedNameSnapshot = { readonly name: string; readonly refersTo: string };

/** The letters of a 1-based column: 1 is A, 27 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** Addresses near the top left: thousands of files name the same cells, and keep one text each. */
const addresses = new Map<number, string>();
const [KEPT_ROWS, KEPT_COLUMNS] = [1024, 64];

/** The A1 address of a 1-based row and column. */
export function cellAddress(row: number, column: number): string {
  if (row > KEPT_ROWS || column > KEPT_COLUMNS) return `${columnLetters(column)}${String(row)}`;
  const key = row * (KEPT_COLUMNS + 1) + column;
  const address = addresses.get(key) ?? `${columnLetters(column)}${String(row)}`;
  addresses.set(key, address);
  return address;
}
