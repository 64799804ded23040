import type { Cell, CellStyle } from 'hucre';
import { cellAddress, columnLetters } from '../../../domain/snapshot';
import { quoteSheet } from '../../../workbook/shared/references';
import type { CellInput, CellSpec, SheetSpec, StyleSpec } from '../../../workbook/spec';
import { wordsIn, type Words } from './fit';
import { serialOf } from './guard';
import { cellStyle } from './style';
import { escapeXml, escapeXstring, fitText } from './text';

/** What is worked out once of a text, however many cells show it. */
export type SharedText = { readonly place: number; readonly words: Words };

/** The texts of a workbook, each once, in the order they first occur. */
export class SharedTexts {
  private readonly byText = new Map<string, SharedText | null>();
  private readonly byWritten = new Map<string, SharedText>();
  private uses = 0;

  /** Takes in the texts of cells; null for a cell without a text that can be written. */
  of(cells: readonly CellSpec[]): readonly (SharedText | null)[] {
    return cells.map(({ value }) => {
      if (value.kind !== 'text') return null;
      let shared = this.byText.get(value.text);
      if (shared === undefined) this.byText.set(value.text, (shared = this.added(value.text)));
      if (shared) this.uses += 1;
      return shared;
    });
  }

  private added(text: string): SharedText | null {
    const written = writtenText(text);
    if (written === '') return null;
    const shared = this.byWritten.get(written) ?? { place: this.size, words: wordsIn(text) };
    this.byWritten.set(written, shared);
    return shared;
  }

  /** How many texts there are. */
  get size(): number {
    return this.byWritten.size;
  }

  /** The part that holds the texts. */
  *part(): Iterable<string> {
    const counts = `count="${String(this.uses)}" uniqueCount="${String(this.size)}"`;
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>`;
    for (const text of this.byWritten.keys()) {
      const keeps = /^\s|\s$|\s\s|\n/.test(text) ? ' xml:space="preserve"' : '';
      yield `<si><t${keeps}>${text}</t></si>`;
    }
    yield '</sst>';
  }
}

function writtenText(text: string): string {
  return escapeXml(escapeXstring(fitText(text)));
}

/**
 * The cells that the writing library is given of a sheet: the first of every look, from which
 * its numbers for looks are learned; those that lead somewhere; one with a text, so that there is
 * a part of texts; and the corner of the sheet. The rows themselves are written by
 * {@link sheetData}: the library works out the look of every cell anew, which takes ten times as
 * long as writing the cell.
 */
export function sampleCells({ cells }: SheetSpec): ReadonlyMap<string, Partial<Cell>> {
  const samples = new Map<string, Partial<Cell>>();
  const sampleAt = (row: number, column: number): Partial<Cell> => {
    const key = `${String(row - 1)},${String(column - 1)}`;
    const sample = samples.get(key) ?? {};
    samples.set(key, sample);
    return sample;
  };
  const looks = new Set<CellStyle>();
  let [right, isTold] = [0, false];
  for (const cell of cells) {
    right = Math.max(right, cell.column);
    const look = lookOf(cell);
    if (look !== null && !looks.has(look)) {
      looks.add(look);
      sampleAt(cell.row, cell.column).style = look;
    }
    if (!isTold && cell.value.kind === 'text' && writtenText(cell.value.text) !== '') {
      isTold = true;
      sampleAt(cell.row, cell.column).value = 'x';
    }
    if (cell.link) {
      const location = `${quoteSheet(cell.link.sheet)}!${cell.link.address}`;
      sampleAt(cell.row, cell.column).hyperlink = { target: '', location };
    }
  }
  const bottom = cells.at(-1);
  if (bottom) sampleAt(bottom.row, right);
  return samples;
}

function lookOf({ style, value }: CellSpec): CellStyle | null {
  return cellStyle(style, value.kind === 'date');
}

/**
 * What each cell says of its look, ` s="3"` or nothing, from what the library wrote of
 * {@link sampleCells}: whoever asks for the cells in their order asks first for the sample.
 */
function looksIn(written: string): (cell: CellSpec) => string {
  const byAddress = new Map<string, string>();
  for (const [, address = '', number = ''] of written.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g,
  ))
    byAddress.set(address, number === '0' ? '' : ` s="${number}"`);
  const byLook = new Map<CellStyle | null, string>([[null, '']]);
  const [byStyle, byDatedStyle] = [new Map<StyleSpec, string>(), new Map<StyleSpec, string>()];
  return (cell) => {
    const known = cell.value.kind === 'date' ? byDatedStyle : byStyle;
    const found = known.get(cell.style);
    if (found !== undefined) return found;
    const look = lookOf(cell);
    const words = byLook.get(look) ?? byAddress.get(cellAddress(cell.row, cell.column)) ?? '';
    byLook.set(look, words);
    known.set(cell.style, words);
    return words;
  };
}

/** Row heights in points: those found for a row, and those that are the spec's own. */
export type RowHeights = {
  readonly found: ReadonlyMap<number, number>;
  readonly fixed: ReadonlyMap<number, number>;
};

/**
 * The rows of a sheet as its part holds them, from cells that come row by row; `written` is what
 * the library wrote of {@link sampleCells}, and `texts` go with the cells. A height found for a row
 * is not called fixed, so that the row goes on fitting its text.
 */
export function* sheetData(
  { cells }: SheetSpec,
  written: string,
  texts: readonly (SharedText | null)[],
  { found, fixed }: RowHeights,
): Iterable<string> {
  const lookOfCell = looksIn(written);
  const letters: string[] = [];
  const last = Math.max(cells.at(-1)?.row ?? 0, ...fixed.keys());
  let next = 0;
  yield '<sheetData>';
  for (let row = 1; row <= last; row += 1) {
    let drawn = '';
    for (let cell = cells[next]; cell?.row === row; cell = cells[(next += 1)]) {
      const address = `${(letters[cell.column] ??= columnLetters(cell.column))}${String(row)}`;
      drawn += cellXml(cell.value, address, lookOfCell(cell), texts[next]?.place);
    }
    const own = fixed.get(row);
    const height = own ?? found.get(row);
    if (drawn === '' && height === undefined) continue;
    const ht = height === undefined ? '' : ` ht="${String(height)}"`;
    const isFixed = own === undefined ? '' : ' customHeight="1"';
    yield `<row r="${String(row)}"${ht}${isFixed}>${drawn}</row>`;
  }
  yield '</sheetData>';
}

function cellXml(
  value: CellInput,
  address: string,
  look: string,
  place: number | undefined,
): string {
  const empty = (): string => (look === '' ? '' : `<c r="${address}"${look}/>`);
  switch (value.kind) {
    case 'empty':
      return empty();
    case 'text':
      return place === undefined
        ? empty()
        : `<c r="${address}" t="s"${look}><v>${String(place)}</v></c>`;
    case 'number':
      return `<c r="${address}"${look}><v>${String(value.value)}</v></c>`;
    case 'date':
      return `<c r="${address}"${look}><v>${String(serialOf(value.date))}</v></c>`;
    case 'formula': {
      const formula = `<f>${escapeXml(fitText(value.formula))}</f>`;
      const { result } = value;
      if (typeof result === 'string')
        return `<c r="${address}" t="str"${look}>${formula}<v>${writtenText(result)}</v></c>`;
      const shown = result === null ? '' : `<v>${String(result)}</v>`;
      return `<c r="${address}"${look}>${formula}${shown}</c>`;
    }
  }
}
