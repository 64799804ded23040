import type { CellSpec, ColumnSpec, RangeSpec, SheetSpec } from '../../../workbook/spec';
import { typeface } from '../../../workbook/shared/looks';
import { placeOf } from './guard';
import { DEFAULT_FONT } from './style';

/** The width, in characters, that Excel gives a column that has none of its own. */
export const STANDARD_WIDTH = 8.43;

/** The height of a row of the default font, in points; Excel fits such rows by itself. */
export const STANDARD_HEIGHT = 15;
/** The tallest row of Excel, in points. */
const TALLEST = 409.5;

/** Points of a column's character: a digit of the default font is 7 pixels of 0.75 points. */
const CHARACTER = 5.25;
/** Points that every column has beside its characters; cells that are merged need them once. */
const PADDING = 3.75;
/** Points of a column whose width is given in characters. */
export function columnRoom(characters: number): number {
  return characters * CHARACTER + PADDING;
}

/** Points one step of indent takes. */
const INDENT = 7;
/** Heights are whole pixels. */
const PIXEL = 0.75;

/** Advance widths of Times New Roman in thousandths of the font size, as its metrics give them. */
const ADVANCES: ReadonlyMap<string, number> = new Map(
  (
    [
      [180, "'"],
      [250, ' ,.'],
      [278, 'ijlt/:;\\'],
      [333, 'fr!()I-[]`'],
      [389, 'sJ'],
      [444, 'acez?'],
      [564, '+<>='],
      [556, 'FPS'],
      [611, 'ELTZ'],
      [667, 'BCR'],
      [722, 'ADGHKNOQUVXYw'],
      [778, 'm&'],
      [889, 'M'],
      [921, '@W%'],
    ] as const
  ).flatMap(([width, letters]) => Array.from(letters, (letter) => [letter, width] as const)),
);
const OTHER_LETTER = 500;
/** Anything past the Latin, Greek and Cyrillic scripts may be a full square. */
const OTHER_SIGN = 1_000;

/** Line height and letter width of Times New Roman, and of what stands in for any other font. */
const SERIF = { line: 1.3, width: 1 };
const SANS = { line: 1.362, width: 1.09 };
/** How much wider bold runs, and room for error. */
const BOLD = 1.07;
const CAUTION = 1.04;

/**
 * Heights, in points, of the rows whose text needs more room than a row of the default font and
 * whose height the spec leaves free. Excel fits a row without a height when it opens the file,
 * but LibreOffice and most viewers do not, and would show one line of each paragraph. They are
 * written as found heights, not fixed ones: the row is fitted anew as soon as someone types in it.
 */
export function fittedHeights(sheet: SheetSpec): ReadonlyMap<number, number> {
  const fixed = new Set(sheet.rowHeights.map(({ row }) => row));
  const merges = new Map(sheet.merges.map((range) => [placeOf(range.top, range.left), range]));
  const heights = new Map<number, number>();
  for (const cell of sheet.cells) {
    if (fixed.has(cell.row)) continue;
    const merge = merges.size === 0 ? undefined : merges.get(placeOf(cell.row, cell.column));
    const height = heightOf(cell, merge, sheet);
    if (height > (heights.get(cell.row) ?? STANDARD_HEIGHT)) heights.set(cell.row, height);
  }
  return heights;
}

function heightOf(cell: CellSpec, merge: RangeSpec | undefined, sheet: SheetSpec): number {
  const text = shown(cell);
  if (text === '' || (merge && merge.bottom > merge.top)) return 0;
  const { font, wrap, horizontal, indent } = cell.style;
  const size = font?.size ?? DEFAULT_FONT.size;
  const shape = (font?.name ?? typeface) === typeface ? SERIF : SANS;
  const line = Math.ceil((size * shape.line) / PIXEL) * PIXEL;
  if (wrap !== true && horizontal !== 'justify') return line;

  let characters = 0;
  let columns = 0;
  for (let column = cell.column; column <= (merge?.right ?? cell.column); column++) {
    const { width, outline }: ColumnSpec = sheet.columns[column - 1] ?? { width: STANDARD_WIDTH };
    if (outline) continue;
    characters += width;
    columns += 1;
  }
  if (characters === 0) return 0;
  const inside = (columns - 1) * PADDING - (indent ?? 0) * INDENT;
  const room = Math.max(characters * CHARACTER + inside, CHARACTER);
  const em = size * CAUTION * shape.width * (font?.bold === true ? BOLD : 1);
  const lines = text.split('\n').map((paragraph) => linesOf(paragraph, room / em));
  return Math.min(line * lines.reduce((sum, count) => sum + count, 0), TALLEST);
}

function shown({ value }: CellSpec): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'formula' && typeof value.result === 'string') return value.result;
  return value.kind === 'empty' ? '' : '0';
}

/** Lines a paragraph takes in `room` font sizes: words go down whole, a word too long is cut. */
function linesOf(paragraph: string, room: number): number {
  const space = widthOf(' ');
  let lines = 1;
  let used = 0;
  for (const word of paragraph.split(' ')) {
    const width = widthOf(word);
    if (used > 0 && used + space + width <= room) {
      used += space + width;
      continue;
    }
    if (used > 0) lines += 1;
    const extra = Math.max(Math.ceil(width / room) - 1, 0);
    lines += extra;
    used = width - extra * room;
  }
  return lines;
}

/** A text's width in font sizes. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += advanceOf(letter);
  return width / 1_000;
}

/** A letter is as wide without its marks; a mark by itself has no width. */
function advanceOf(letter: string): number {
  const known = ADVANCES.get(letter) ?? marked.get(letter);
  if (known !== undefined) return known;
  const advance = measured(letter);
  if (letter < '\u3000') marked.set(letter, advance);
  return advance;
}

/** Letters with marks, measured once. */
const marked = new Map<string, number>();

function measured(letter: string): number {
  if (letter < '\u0080') return OTHER_LETTER;
  const [base = ''] = letter.normalize('NFD');
  if (/\p{M}/u.test(base)) return 0;
  return ADVANCES.get(base) ?? (base < '\u0530' ? OTHER_LETTER : OTHER_SIGN);
}
