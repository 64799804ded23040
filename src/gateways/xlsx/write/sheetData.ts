import type { Cell, CellStyle } from 'hucre';
import { columnLetters } from '../../../domain/snapshot';
import { quoteSheet } from '../../../workbook/shared/references';
import type { CellSpec, SheetSpec } from '../../../workbook/spec';
import { serialOf } from './guard';
import { cellStyle } from './style';
import { escapeXml, escapeXstring, fitText } from './text';

/** The texts of a workbook, each once, in the order they first occur. */
export class SharedTexts {
  private readonly places = new Map<string, number>();
  private readonly items: string[] = [];
  private readonly byWritten = new Map<string, number>();
  private uses = 0;

  /** The place of a text; null for a text of which nothing can be written. */
  placeOf(text: string): number | null {
    let place = this.places.get(text);
    if (place === undefined) {
      const written = writtenText(text);
      place = written === '' ? -1 : (this.byWritten.get(written) ?? this.items.length);
      if (place === this.items.length) {
        this.byWritten.set(written, place);
        this.items.push(written);
      }
      this.places.set(text, place);
    }
    if (place < 0) return null;
    this.uses += 1;
    return place;
  }

  /** The part that holds the texts; null when there are none. */
  part(): string | null {
    if (this.items.length === 0) return null;
    const items = this.items.map((text) => {
      const keeps = /^\s|\s$|\s\s|\n/.test(text) ? ' xml:space="preserve"' : '';
      return `<si><t${keeps}>${text}</t></si>`;
    });
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${String(this.uses)}" uniqueCount="${String(items.length)}">${items.join('')}</sst>`;
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
  let [bottom, right, isTold] = [0, 0, false];
  for (const cell of cells) {
    bottom = Math.max(bottom, cell.row);
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
  if (cells.length > 0) sampleAt(bottom, right);
  return samples;
}

function lookOf({ style, value }: CellSpec): CellStyle | null {
  return cellStyle(style, value.kind === 'date');
}

/** The numbers the library gave to looks, from what it wrote of {@link sampleCells}. */
function lookNumbers({ cells }: SheetSpec, written: string): ReadonlyMap<CellStyle, number> {
  const byAddress = new Map<string, number>();
  for (const [, address = '', number = ''] of written.matchAll(
    /<c r="([A-Z]+\d+)"[^>]*? s="(\d+)"/g,
  ))
    byAddress.set(address, Number(number));
  const numbers = new Map<CellStyle, number>();
  for (const cell of cells) {
    const look = lookOf(cell);
    if (look === null || numbers.has(look)) continue;
    numbers.set(look, byAddress.get(`${columnLetters(cell.column)}${String(cell.row)}`) ?? 0);
  }
  return numbers;
}

/** Row heights in points: those found for a row, and those that are the spec's own. */
export type RowHeights = {
  readonly found: ReadonlyMap<number, number>;
  readonly fixed: ReadonlyMap<number, number>;
};

/**
 * The rows of a sheet as its part holds them. A height found for a row is not called fixed, so
 * that the row goes on fitting its text.
 */
export function sheetData(
  sheet: SheetSpec,
  written: string,
  texts: SharedTexts,
  { found, fixed }: RowHeights,
): string {
  const numbers = lookNumbers(sheet, written);
  const rows = new Map<number, CellSpec[]>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  for (const row of [...found.keys(), ...fixed.keys()]) if (!rows.has(row)) rows.set(row, []);
  const letters: string[] = [];
  const pieces: string[] = ['<sheetData>'];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const own = fixed.get(row);
    const height = own ?? found.get(row);
    const ht = height === undefined ? '' : ` ht="${String(height)}"`;
    const cells = rows.get(row) ?? [];
    if (!isOrdered(cells)) cells.sort((a, b) => a.column - b.column);
    let drawn = '';
    for (const cell of cells) {
      const { column } = cell;
      const address = `${(letters[column] ??= columnLetters(column))}${String(row)}`;
      const look = lookOf(cell);
      const number = look === null ? 0 : (numbers.get(look) ?? 0);
      drawn += cellXml(cell, address, number === 0 ? '' : ` s="${String(number)}"`, texts);
    }
    if (drawn === '' && height === undefined) continue;
    const isFixed = own === undefined ? '' : ' customHeight="1"';
    pieces.push(`<row r="${String(row)}"${ht}${isFixed}>${drawn}</row>`);
  }
  pieces.push('</sheetData>');
  return pieces.join('');
}

function isOrdered(cells: readonly CellSpec[]): boolean {
  for (let at = 1; at < cells.length; at += 1)
    if ((cells[at]?.column ?? 0) < (cells[at - 1]?.column ?? 0)) return false;
  return true;
}

function cellXml({ value }: CellSpec, address: string, look: string, texts: SharedTexts): string {
  const empty = look === '' ? '' : `<c r="${address}"${look}/>`;
  switch (value.kind) {
    case 'empty':
      return empty;
    case 'text': {
      const place = texts.placeOf(value.text);
      return place === null ? empty : `<c r="${address}" t="s"${look}><v>${String(place)}</v></c>`;
    }
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
