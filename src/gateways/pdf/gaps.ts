import { isWide, joinWords, type Segment, type TextLine, type Word } from './text';

/** The space between two columns that no lines divide: between the words of both. */
export type Gap = { readonly from: number; readonly to: number };

/** A table has so many columns at least. */
export const FEWEST_COLUMNS = 3;
/** No space beside the column of numbers is narrower, in points. */
export const NARROWEST_GAP = 3;
/** No space between other columns is narrower. */
const NARROWEST_SPACE = 1;
/** How fine spaces are looked for, in steps to a point. */
const STEPS = 4;
/** How far from the edge of a column its words may begin or end, in points. */
const OFF_EDGE = 1.5;
/** A space between columns is so much wider than those between the words beside it: where a
 * column begins, and where nothing else shows that one does. */
const WIDER = 1.3;
const FAR_WIDER = 1.5;
/** No space between words is wider, however far they are spread, in parts of their size. */
const SPREAD = 1.6;
/** The share of lines in which the space between two columns is wider than any between words. */
const WIDE = 0.3;
/** The share of lines with words in most columns, and of the others, that may run across the
 * space between two: sections' titles do. */
const ACROSS_IN_ROWS = 0.05;
const ACROSS = 0.5;

/** The column in which a piece begins. */
export function columnOf({ left, right }: Segment, gaps: readonly Gap[]): number {
  return gaps.filter(({ from, to }) => left > from && right > to).length;
}

/** The column in which a piece stands; null where it runs over more than one. */
export function columnIn(piece: Segment, gaps: readonly Gap[]): number | null {
  const crosses = gaps.some(
    ({ from, to }) => piece.left < from - NARROWEST_GAP && piece.right > to + NARROWEST_GAP,
  );
  return crosses ? null : columnOf(piece, gaps);
}

/**
 * The pieces of a line, cut also where the words of a cell reach so near to the next column that
 * the space between looks like one between words: a word begins at the column's edge, behind a
 * space that is wider than those beside it, or at the end of the cell before.
 */
export function cutAt({ pieces }: TextLine, gaps: readonly Gap[]): readonly Segment[] {
  return pieces.flatMap((piece) => {
    if (!gaps.some(({ to }) => piece.left < to - OFF_EDGE && piece.right > to)) return [piece];
    const spaces = piece.words
      .slice(1)
      .map((word, at) => word.left - (piece.words[at]?.right ?? 0));
    const usual = [...spaces].sort((a, b) => a - b)[spaces.length >> 1] ?? 0;
    const cut: Segment[] = [];
    let open: Word[] = [];
    for (const [at, word] of piece.words.entries()) {
      const space = spaces[at - 1] ?? 0;
      const divides = gaps.some(
        ({ from, to }) =>
          Math.abs(word.left - to) <= OFF_EDGE &&
          (space > usual * WIDER || Math.abs(word.left - space - from) <= OFF_EDGE),
      );
      if (divides && open.length > 0) {
        cut.push(joinWords(open));
        open = [];
      }
      open.push(word);
    }
    return [...cut, joinWords(open)];
  });
}

/** The spaces that hardly any line runs across, from left to right. */
export function gapsOf(lines: readonly TextLine[]): readonly Gap[] {
  const bands = lines.map((line, at) => piecesBeside(line, lines[at + 1]));
  const words = bands.map((pieces) =>
    pieces.flatMap((piece) => piece.words).sort((a, b) => a.left - b.left),
  );
  const [left, right] = words
    .flat()
    .reduce(
      ([least, most], word) => [Math.min(least, word.left), Math.max(most, word.right)],
      [Infinity, -Infinity],
    );
  const isRow = bands.map((pieces) => pieces.length >= FEWEST_COLUMNS);
  const rows = isRow.filter(Boolean).length;
  // How many lines of either kind have a word at each step.
  const steps = Math.max(0, Math.ceil((right - left) * STEPS));
  const [inRows, inOthers] = [true, false].map((kind) => {
    const covered = new Uint32Array(steps + 1);
    for (const [at, line] of words.entries())
      if (isRow[at] === kind)
        for (const word of line) {
          const last = Math.floor((word.right - left) * STEPS);
          for (let step = Math.ceil((word.left - left) * STEPS); step <= last; step++)
            covered[step] = (covered[step] ?? 0) + 1;
        }
    return covered;
  });
  const gaps: Gap[] = [];
  let from: number | null = null;
  for (let step = 0; step <= steps; step++) {
    const free =
      (inRows?.[step] ?? 0) <= rows * ACROSS_IN_ROWS &&
      (inOthers?.[step] ?? 0) <= (lines.length - rows) * ACROSS;
    if (free) from ??= step;
    else if (from !== null) {
      const gap = { from: left + from / STEPS, to: left + step / STEPS };
      if (gap.to - gap.from >= NARROWEST_SPACE && from > 0) gaps.push(gap);
      from = null;
    }
  }
  return dividing(words, gaps);
}

/**
 * The pieces of a line, with those of the next where both overlap: cells that are centred from
 * top to bottom do not share their lines.
 */
function piecesBeside(line: TextLine, next: TextLine | undefined): readonly Segment[] {
  const [[one], [other]] = [line.pieces, next?.pieces ?? []];
  const overlap = one && other && next?.page === line.page && other.base - one.base < one.size;
  return overlap ? [...line.pieces, ...next.pieces] : line.pieces;
}

/**
 * The gaps that divide columns. Left out are first those between words, then those beside what
 * stands alone in its lines, as a heading does that no number stands below.
 */
function dividing(lines: readonly (readonly Word[])[], gaps: readonly Gap[]): readonly Gap[] {
  const counts = gaps.map((gap, at) => besides(lines, gap, gaps[at - 1], gaps[at + 1]));
  const wide = gaps.filter((_, at) => {
    const count = counts[at] ?? { both: 0, wide: 0 };
    return count.wide >= count.both * WIDE;
  });
  if (wide.length < gaps.length) return dividing(lines, wide);
  const alone = counts.findIndex(({ both }) => both === 0);
  return alone < 0
    ? gaps
    : dividing(
        lines,
        gaps.filter((_, at) => at !== alone),
      );
}

/** In how many lines both columns beside a gap hold words, and in how many these stand far apart. */
function besides(
  lines: readonly (readonly Word[])[],
  { from, to }: Gap,
  before: Gap | undefined,
  behind: Gap | undefined,
): { readonly both: number; readonly wide: number } {
  let both = 0;
  let wide = 0;
  for (const line of lines) {
    const next = line.findIndex((word) => word.left > from);
    const [one, other] = [line[next - 1], line[next]];
    if (!one || !other || one.right > to) continue;
    if ((before && one.right <= before.to) || (behind && other.left > behind.from)) continue;
    both++;
    const usual = usualBeside(line, next);
    if (usual === null ? isWide(one, other) : other.left - one.right > usual * FAR_WIDER) wide++;
  }
  return { both, wide };
}

/** The narrower of the spaces before and behind two words; null where no words stand close. */
function usualBeside(line: readonly Word[], next: number): number | null {
  const spaces = [next - 1, next + 1].flatMap((at) => {
    const [one, other] = [line[at - 1], line[at]];
    const space = one && other ? other.left - one.right : Infinity;
    return other && space < SPREAD * other.size ? [space] : [];
  });
  return spaces.length > 0 ? Math.min(...spaces) : null;
}
