import { joinLines } from '../../domain/text';
import type { DrawnCell } from '../documents/columns';
import { columnOf, cutAt, type Gap } from './gaps';
import type { Segment, TextLine } from './text';

/** A table without lines, known by its words standing below each other. */
export type AlignedTable = {
  /** The left edges of its columns, and the right edge of the last. */
  readonly columns: readonly number[];
  readonly rows: readonly AlignedRow[];
};

type AlignedRow = { readonly cells: readonly DrawnCell[]; readonly page: number };

/** A line with its pieces in the columns of its table. */
type CutLine = {
  readonly page: number;
  readonly base: number;
  readonly size: number;
  readonly cells: readonly (readonly Segment[])[];
};

/** Where more of the lines begin in the first column, with other words, it numbers no rows. */
const MOST_NUMBERS = 0.8;
const NUMBER = /^\(?(?:\d+(?:\.\d+)*|[IVX]+|\p{L})[).]?$/u;
/** Of rows that begin at their numbers at most this share begins in mid-sentence. */
const MOST_BROKEN = 0.1;
/** How far a row may reach beyond where its number in the middle says, in parts of its size. */
const OFF_MIDDLE = 0.6;

/**
 * The table that lines make with a head above them, its columns told apart by the spaces between
 * them. A row begins with its number; where numbers stand in the middle of their rows it reaches
 * as far above as below.
 */
export function rowsOf(
  lines: readonly TextLine[],
  head: readonly TextLine[],
  gaps: readonly Gap[],
): AlignedTable {
  const cut = (line: TextLine): CutLine => {
    const pieces = cutAt(line, gaps);
    return {
      page: line.page,
      base: pieces[0]?.base ?? 0,
      size: pieces[0]?.size ?? 0,
      cells: Array.from({ length: gaps.length + 1 }, (_, at) =>
        pieces.filter((piece) => columnOf(piece, gaps) === at),
      ),
    };
  };
  const [above, body] = [head.map(cut), lines.map(cut)];
  const top = rowsFromTop(above, body);
  const middle = isBroken(top) ? rowsAroundNumbers([...above, ...body]) : top;
  const rows = brokenIn(middle) * 2 < brokenIn(top) ? middle : top;
  const all = lines.flatMap(({ pieces }) => pieces);
  return {
    columns: [
      all.reduce((least, { left }) => Math.min(least, left), Infinity),
      ...gaps.map(({ to }) => to),
      all.reduce((most, { right }) => Math.max(most, right), -Infinity),
    ],
    rows: rows.map((row) => ({
      cells: gaps.concat({ from: 0, to: 0 }).map((_, at) => {
        const pieces = row.flatMap(({ cells }) => cells[at] ?? []);
        return plainCell(joinLines(pieces.map(({ text }) => text)), at);
      }),
      page: row[0]?.page ?? 0,
    })),
  };
}

function plainCell(text: string, at: number): DrawnCell {
  return { text, from: at, to: at + 1, merge: 'none' };
}

type Row = readonly CutLine[];

/** Rows that begin where their numbers stand; the head is one where it heads the numbers. */
function rowsFromTop(head: readonly CutLine[], lines: readonly CutLine[]): readonly Row[] {
  const first = lines.flatMap(({ cells: [pieces] }) => pieces?.[0]?.text ?? []);
  const numbers = first.filter((text) => NUMBER.test(text)).length;
  const begins =
    first.length > lines.length * MOST_NUMBERS && numbers * 2 < first.length
      ? beginsInCapitals
      : beginsWithFirst;
  const rows: CutLine[][] = [];
  if (head.length > 0) rows.push([...head]);
  const isOwn = head.some(({ cells: [pieces] }) => pieces !== undefined && pieces.length > 0);
  for (const [at, line] of lines.entries()) {
    const last = rows.at(-1);
    if (last && ((at === 0 && !isOwn) || !begins(line))) last.push(line);
    else rows.push([line]);
  }
  return rows;
}

/** Rows that reach as far above the line with their number as below it. */
function rowsAroundNumbers(lines: readonly CutLine[]): readonly Row[] {
  const rows: Row[] = [];
  let from = 0;
  while (from < lines.length) {
    const { page = 0, base: top = 0 } = lines[from] ?? {};
    const on = (at: number): CutLine | null => {
      const line = lines[at];
      return line?.page === page ? line : null;
    };
    let number = from;
    for (let line = on(number); line && !beginsWithFirst(line); line = on(number)) number++;
    const middle = on(number);
    const bottom = middle ? 2 * middle.base - top + OFF_MIDDLE * middle.size : Infinity;
    let to = Math.min(number + 1, lines.length);
    for (let line = on(to); line && line.base <= bottom && !beginsWithFirst(line); line = on(to))
      to++;
    // A title over all columns goes on in the first.
    while (number === from && goesOnAlone(on(to))) to++;
    rows.push(lines.slice(from, to));
    from = to;
  }
  return rows;
}

/** How many rows begin in mid-sentence: they were cut from those above. */
function brokenIn(rows: readonly Row[]): number {
  return rows.filter((row) =>
    row.some(({ cells }, at) =>
      cells.some(
        (pieces, column) =>
          column > 0 &&
          /^\p{Ll}/u.test(pieces[0]?.text ?? '') &&
          row.slice(0, at).every((line) => (line.cells[column] ?? []).length === 0),
      ),
    ),
  ).length;
}

function isBroken(rows: readonly Row[]): boolean {
  return brokenIn(rows) > rows.length * MOST_BROKEN;
}

/** A row begins in the column of numbers, where no title over all columns goes on there. */
function beginsWithFirst(line: CutLine): boolean {
  const [first] = line.cells;
  return first !== undefined && first.length > 0 && !goesOnAlone(line);
}

/** True for a line that goes on, in the first column only, with what began above. */
function goesOnAlone(line: CutLine | null): boolean {
  const [first, ...rest] = line?.cells ?? [];
  const isAlone = rest.every((pieces) => pieces.length === 0);
  return isAlone && /^\p{Ll}{2}/u.test(first?.[0]?.text ?? '');
}

/** Without numbers a row begins where nothing on the line goes on with a sentence. */
function beginsInCapitals({ cells }: CutLine): boolean {
  const filled = cells.flatMap((pieces) => pieces.slice(0, 1));
  return filled.length > 1 && filled.every(({ text }) => !/^\p{Ll}/u.test(text));
}
