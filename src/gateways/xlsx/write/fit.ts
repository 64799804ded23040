import type { CellSpec, ColumnSpec, RangeSpec, SheetSpec, StyleSpec } from '../../../workbook/spec';
import { typeface } from '../../../workbook/shared/looks';
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
 * `wordsOf` may know the {@link wordsIn words} of a cell that others have as well.
 */
export function fittedHeights(
  sheet: SheetSpec,
  wordsOf: (cell: CellSpec, index: number) => Words = (cell) => wordsIn(shown(cell)),
): ReadonlyMap<number, number> {
  const fixed = new Set(sheet.rowHeights.map(({ row }) => row));
  const heightOf = heightFinder(sheet);
  const heights = new Map<number, number>();
  sheet.cells.forEach((cell, index) => {
    if (fixed.has(cell.row)) return;
    const height = heightOf(cell, wordsOf(cell, index));
    if (height > (heights.get(cell.row) ?? STANDARD_HEIGHT)) heights.set(cell.row, height);
  });
  return heights;
}

/** What fitting needs to know of a style: points of a line, of a letter as wide as it is high, of the indent. */
type Shape = {
  readonly line: number;
  readonly em: number;
  readonly indent: number;
  readonly wraps: boolean;
};

function shapeOf({ font, wrap, horizontal, indent }: StyleSpec): Shape {
  const size = font?.size ?? DEFAULT_FONT.size;
  const shape = (font?.name ?? typeface) === typeface ? SERIF : SANS;
  return {
    line: Math.ceil((size * shape.line) / PIXEL) * PIXEL,
    em: size * CAUTION * shape.width * (font?.bold === true ? BOLD : 1),
    indent: (indent ?? 0) * INDENT,
    wraps: wrap === true || horizontal === 'justify',
  };
}

/**
 * Finds the points of height that a cell of a sheet needs for its {@link wordsIn words}; 0 where
 * the height does not depend on it.
 */
function heightFinder(sheet: SheetSpec): (cell: CellSpec, words: Words) => number {
  const merges = new Map<number, RangeSpec[]>();
  for (const merge of sheet.merges) {
    const known = merges.get(merge.top);
    if (known) known.push(merge);
    else merges.set(merge.top, [merge]);
  }
  const shapes = new Map<StyleSpec, Shape>();
  return (cell, words) => {
    if (words.length === 0) return 0;
    const merge = merges.get(cell.row)?.find(({ left }) => left === cell.column);
    if (merge && merge.bottom > merge.top) return 0;
    let shape = shapes.get(cell.style);
    if (!shape) shapes.set(cell.style, (shape = shapeOf(cell.style)));
    if (!shape.wraps) return shape.line;

    let characters = 0;
    let columns = 0;
    for (let column = cell.column; column <= (merge?.right ?? cell.column); column++) {
      const { width, outline }: ColumnSpec = sheet.columns[column - 1] ?? { width: STANDARD_WIDTH };
      if (outline) continue;
      characters += width;
      columns += 1;
    }
    if (characters === 0) return 0;
    const inside = (columns - 1) * PADDING - shape.indent;
    const room = Math.max(characters * CHARACTER + inside, CHARACTER);
    return Math.min(shape.line * linesOf(words, (room * 1_000) / shape.em), TALLEST);
  };
}

/** The text that a cell shows, as far as its height depends on it. */
export function shown({ value }: CellSpec): string {
  if (value.kind === 'text') return value.text;
  if (value.kind === 'formula' && typeof value.result === 'string') return value.result;
  return value.kind === 'empty' ? '' : '0';
}

/** The widths of a text's words in thousandths of the font size; {@link BREAK} where a line ends. */
export type Words = readonly number[];

const BREAK = -1;

/** Measures the words of a text; of no text there are none. */
export function wordsIn(text: string): Words {
  if (text === '') return [];
  const words: number[] = [];
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === LINE_END) {
      words.push(width);
      if (code === LINE_END) words.push(BREAK);
      width = 0;
    } else width += advanceOf(code);
  }
  words.push(width);
  return words;
}

/** Lines that words take in a room: they go down whole, and one that is too long is cut. */
function linesOf(words: Words, room: number): number {
  let lines = 1;
  let used = 0;
  for (const width of words) {
    if (width === BREAK) {
      lines += 1;
      used = 0;
    } else if (used > 0 && used + SPACE_WIDTH + width <= room) used += SPACE_WIDTH + width;
    else {
      const extra = Math.max(Math.ceil(width / room) - 1, 0);
      lines += (used > 0 ? 1 : 0) + extra;
      used = width - extra * room;
    }
  }
  return lines;
}

const SPACE = 0x20;
const SPACE_WIDTH = 250;
const LINE_END = 0x0a;
/** From here on scripts are written in full squares. */
const SQUARES = 0x3000;
/** The second half of a sign beyond 16 bits: the first has its width. */
const isSecondHalf = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

/** The advances of the codes below {@link SQUARES}, each worked out when it first occurs. */
const advances = new Int16Array(SQUARES).fill(-1);

function advanceOf(code: number): number {
  if (code >= SQUARES) return isSecondHalf(code) ? 0 : OTHER_SIGN;
  const known = advances[code] ?? -1;
  return known < 0 ? (advances[code] = measured(String.fromCharCode(code))) : known;
}

/** A letter is as wide without its marks; a mark by itself has no width. */
function measured(letter: string): number {
  const known = ADVANCES.get(letter);
  if (known !== undefined) return known;
  if (letter < '\u0080') return OTHER_LETTER;
  const [base = ''] = letter.normalize('NFD');
  if (/\p{M}/u.test(base)) return 0;
  return ADVANCES.get(base) ?? (base < '\u0530' ? OTHER_LETTER : OTHER_SIGN);
}
