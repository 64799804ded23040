import { joinLines } from '../../domain/text';
import type { DrawnCell } from '../documents/columns';
import { isWide, joinWords, type Segment, type Word } from './text';

/** Words on one line of a page, cut where a gap is wider than spaces are. */
export type TextLine = { readonly page: number; readonly pieces: readonly Segment[] };

/** A table without lines, known by its words standing below each other. */
export type AlignedTable = {
  /** The left edges of its columns, and the right edge of the last. */
  readonly columns: readonly number[];
  readonly rows: readonly AlignedRow[];
};

type AlignedRow = { readonly cells: readonly DrawnCell[]; readonly page: number };

/** A table without the head above it, and the spaces between its columns. */
type Body = AlignedTable & { readonly gaps: readonly Gap[] };

type Gap = { readonly from: number; readonly to: number };

/** A table begins with a line of so many pieces, and has so many lines at least. */
const FEWEST_COLUMNS = 3;
const FEWEST_LINES = 5;
/** No space beside the column of numbers is narrower, in points, and none between others. */
const NARROWEST_GAP = 3;
const NARROWEST_SPACE = 1;
/** How fine spaces are looked for, in steps to a point. */
const STEPS = 4;
/** How far from the edge of a column its words may begin or end, in points. */
const OFF_EDGE = 1.5;
/** A space between columns is so much wider than those between the words beside it. */
const WIDER = 1.3;
const FAR_WIDER = 1.5;
/** Lines further apart than this, in parts of their size, do not belong together. */
const FARTHEST = 3.5;
/** Lines of one paragraph stand no further apart. */
const CLOSE = 1.4;
/** The share of lines with words in all columns, and of the others, that may run across a space
 * between two: sections' titles do. */
const ACROSS_IN_ROWS = 0.05;
const ACROSS = 0.5;
/** No space between words is wider, however far they are spread, in parts of their size. */
const SPREAD = 1.6;
/** The share of lines in which the space between two columns is wider than any between words. */
const WIDE = 0.3;
/** So many lines show where the columns of a table are. */
const LINES_ENOUGH = 200;
/** Titles within a table run over at most so many lines. */
const MOST_TITLE_LINES = 3;
/** A head has no more lines than this. */
const MOST_HEAD_LINES = 6;
/** Where more of the lines begin in the first column, with other words, it numbers no rows. */
const MOST_NUMBERS = 0.8;
const NUMBER = /^\(?(?:\d+(?:\.\d+)*|[IVX]+|\p{L})[).]?$/u;
/** Lines from which in vain a table was looked for, after which those it would have had are left. */
const MOST_TRIES = 6;

/**
 * Finds tables that no lines draw among the lines of pages that follow each other: from a line of
 * three pieces or more down, for as long as the space beside the first column, the one of
 * numbers, stays free. Gives the lines in their order, those of a table as one.
 */
export function alignedTables(all: readonly TextLine[]): readonly (TextLine | AlignedTable)[] {
  const lines = withoutRepeatedHeads(all);
  const found: (TextLine | AlignedTable)[] = [];
  let tries = 0;
  let loose = 0;
  for (let at = 0; at < lines.length;) {
    const { pieces } = lines[at] ?? { pieces: [] };
    const end = pieces.length >= FEWEST_COLUMNS ? endOfTable(lines, at) : at;
    const body = end - at < FEWEST_LINES ? null : tableOf(lines.slice(at, end));
    if (!body) {
      tries = end - at < FEWEST_LINES ? 0 : tries + 1;
      const next = tries > MOST_TRIES ? end : at + 1;
      found.push(...lines.slice(at, next));
      at = next;
      continue;
    }
    const head = headAbove(lines.slice(loose, at + 1), body.gaps);
    found.splice(found.length - head.length);
    found.push(withHead(body, head));
    tries = 0;
    at = end;
    loose = end;
  }
  return found;
}

/** The lines without those on top of a page that stood so on a page before, as heads do. */
function withoutRepeatedHeads(lines: readonly TextLine[]): readonly TextLine[] {
  const keys = lines.map(({ pieces }) =>
    pieces.map(({ text, left }) => `${String(Math.round(left))} ${text}`).join('|'),
  );
  const firstOf = new Map<string, number>();
  const gone = new Set<number>();
  for (const [at, key] of keys.entries()) {
    const isTop = at > 0 && lines[at]?.page !== lines[at - 1]?.page;
    const first = firstOf.get(key);
    if (isTop && first !== undefined) {
      let length = 1;
      while (length < MOST_HEAD_LINES && keys[first + length] === keys[at + length]) length++;
      const repeated = lines.slice(at, at + length);
      if (repeated.some(({ pieces }) => pieces.length >= FEWEST_COLUMNS))
        for (let line = at; line < at + length; line++) gone.add(line);
    }
    if (first === undefined) firstOf.set(key, at);
  }
  return lines.filter((_, at) => !gone.has(at));
}

/** The column in which a piece begins. */
function columnOf({ left, right }: Segment, gaps: readonly Gap[]): number {
  return gaps.filter(({ from, to }) => left > from && right > to).length;
}

/** The column in which a piece stands; null where it runs over more than one. */
function columnIn(piece: Segment, gaps: readonly Gap[]): number | null {
  const crosses = gaps.some(
    ({ from, to }) => piece.left < from - NARROWEST_GAP && piece.right > to + NARROWEST_GAP,
  );
  return crosses ? null : columnOf(piece, gaps);
}

/** True when a line stands right below another, at most so many times its size. */
function isBelow(line: TextLine, above: TextLine | undefined, distance: number): boolean {
  const [one] = line.pieces;
  const [other] = above?.pieces ?? [];
  if (!one || !other) return false;
  return line.page !== above?.page || one.base - other.base <= distance * one.size;
}

/**
 * Lines close above the last one, the first of a table, that belong to it: in a head that is centred from top
 * to bottom no line may have many pieces, and the longest headings begin above the others.
 */
function headAbove(lines: readonly TextLine[], gaps: readonly Gap[]): readonly TextLine[] {
  const start = lines.length - 1;
  let first = start;
  while (start - first < MOST_HEAD_LINES) {
    const line = lines[first - 1];
    const below = lines[first];
    if (!line || !below || !isBelow(below, line, CLOSE)) break;
    const within = line.pieces.map((piece) => columnIn(piece, gaps));
    // What stands alone in the first column is a title above the table, and on the page before
    // all but a whole head.
    if (within.includes(null) || (within.length === 1 && within[0] === 0)) break;
    if (line.page !== below.page && within.length < FEWEST_COLUMNS) break;
    first--;
  }
  return lines.slice(first, start);
}

/** The table with its head: a row of its own where it heads the numbers, else of the first row. */
function withHead({ gaps, columns, rows }: Body, head: readonly TextLine[]): AlignedTable {
  if (head.length === 0) return { columns, rows };
  const texts = columns
    .slice(1)
    .map((_, at) =>
      head.flatMap(({ pieces }) => pieces.filter((piece) => columnOf(piece, gaps) === at)),
    )
    .map((pieces) => joinLines(pieces.map(({ text }) => text)));
  const [first, ...rest] = rows;
  if (texts[0] !== '' || !first)
    return { columns, rows: [{ cells: texts.map(plainCell), page: head[0]?.page ?? 0 }, ...rows] };
  const joined = first.cells.map((cell, at) => ({
    ...cell,
    text: joinLines([texts[at] ?? '', cell.text].filter((text) => text !== '')),
  }));
  return { columns, rows: [{ ...first, cells: joined }, ...rest] };
}

function plainCell(text: string, at: number): DrawnCell {
  return { text, from: at, to: at + 1, merge: 'none' };
}

/** The index after the last line of the table that would begin at a line. */
function endOfTable(lines: readonly TextLine[], start: number): number {
  const head = lines[start]?.pieces ?? [];
  let gap: Gap = { from: head[0]?.right ?? 0, to: head[1]?.left ?? 0 };
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at];
    const [leftmost] = line?.pieces ?? [];
    if (!line || !leftmost) break;
    if (at > start && (!isBelow(line, lines[at - 1], FARTHEST) || isHeadLike(line, head))) break;
    const free = freeOf(line, gap) ?? freeAnew(lines, start, at);
    if (!free) {
      const next = afterTitles(lines, start, end);
      if (next === end) break;
      at = next - 1;
      end = next;
      continue;
    }
    gap = free;
    // What stands in no first column and runs across others, or stands off, may be the text below.
    const within = endsWithin(line.pieces, head) && isBelow(line, lines[end - 1], CLOSE);
    if (leftmost.left < gap.to || line.pieces.length > 1 || within) end = at + 1;
  }
  return end;
}

/** True for a line that heads another table: its numbers' heading is that of this one. */
function isHeadLike({ pieces }: TextLine, head: readonly Segment[]): boolean {
  const heading = head[0]?.text ?? '';
  return (
    pieces.length >= FEWEST_COLUMNS && pieces[0]?.text === heading && /^\p{L}+$/u.test(heading)
  );
}

/**
 * What the pieces of a line leave free of a gap; null where nothing is left. A piece within the
 * gap is on the side to which it is nearer.
 */
function freeOf({ pieces }: TextLine, gap: Gap): Gap | null {
  let { from, to } = gap;
  for (const [at, { left, right }] of pieces.entries()) {
    const before = left - (pieces[at - 1]?.right ?? from);
    const behind = (pieces[at + 1]?.left ?? to) - right;
    if (left <= from || (right < to && before < behind)) from = Math.max(from, right);
    else to = Math.min(to, left);
  }
  return to - from >= NARROWEST_GAP ? { from, to } : null;
}

/**
 * What a line leaves free of the space beside the first column as all lines of the table show it:
 * a short title may have taken what is free of it by its beginning.
 */
function freeAnew(lines: readonly TextLine[], start: number, at: number): Gap | null {
  const line = lines[at];
  const [gap] = gapsOf(lines.slice(Math.max(start, at - LINES_ENOUGH), at + 1));
  return line && gap ? freeOf(line, gap) : null;
}

/** True for a lone piece that stands under one piece of the head only, or above it. */
function endsWithin([only]: readonly Segment[], head: readonly Segment[]): boolean {
  return only !== undefined && head.filter((piece) => overlaps(only, piece)).length <= 1;
}

function overlaps(one: Segment, other: Segment): boolean {
  return other.left < one.right && other.right > one.left;
}

/**
 * The index after titles that run over the whole table, where the table goes on below them; the
 * same index where it does not.
 */
function afterTitles(lines: readonly TextLine[], start: number, end: number): number {
  const table = lines.slice(Math.max(start, end - LINES_ENOUGH), end);
  const gaps = gapsOf(table);
  if (gaps.length + 1 < FEWEST_COLUMNS) return end;
  const first = Math.min(...table.map(({ pieces }) => pieces[0]?.left ?? Infinity));
  for (let at = end + 1; at <= end + MOST_TITLE_LINES; at++) {
    const line = lines[at];
    const pieces = line ? cutAt(line, gaps) : [];
    const [leftmost] = pieces;
    if (!leftmost) return end;
    // Right below the head, whose words may stand in the middle, no edges are known yet.
    const stands =
      end - start < FEWEST_LINES
        ? pieces.length >= FEWEST_COLUMNS
        : pieces.length > 1 && standIn(pieces.slice(1), gaps);
    if (!stands) continue;
    return Math.abs(leftmost.left - first) < leftmost.size * 2 ? at : end;
  }
  return end;
}

/** True when no piece runs over columns, and one begins where a column does. */
function standIn(pieces: readonly Segment[], gaps: readonly Gap[]): boolean {
  const edges = gaps.map(({ to }) => to);
  return (
    pieces.every((piece) => columnIn(piece, gaps) !== null) &&
    pieces.some(({ left }) => edges.some((edge) => Math.abs(edge - left) <= NARROWEST_GAP))
  );
}

function tableOf(lines: readonly TextLine[]): Body | null {
  const gaps = gapsOf(lines);
  if (gaps.length + 1 < FEWEST_COLUMNS) return null;
  const width = gaps.length + 1;
  const first = lines.flatMap(({ pieces: [piece] }) =>
    piece && columnOf(piece, gaps) === 0 ? [piece.text] : [],
  );
  const numbers = first.filter((text) => NUMBER.test(text)).length;
  const begins =
    first.length > lines.length * MOST_NUMBERS && numbers * 2 < first.length
      ? beginsInCapitals
      : beginsWithFirst;
  const rows: { readonly cells: Segment[][]; readonly page: number }[] = [];
  for (const line of lines) {
    const pieces = cutAt(line, gaps);
    const cells = Array.from({ length: width }, (_, at) =>
      pieces.filter((piece) => columnOf(piece, gaps) === at),
    );
    const last = rows.at(-1);
    if (last && !begins(cells))
      for (const [at, added] of cells.entries()) last.cells[at]?.push(...added);
    else rows.push({ cells, page: line.page });
  }
  const all = lines.flatMap(({ pieces }) => pieces);
  return {
    gaps,
    columns: [
      all.reduce((least, { left }) => Math.min(least, left), Infinity),
      ...gaps.map(({ to }) => to),
      all.reduce((most, { right }) => Math.max(most, right), -Infinity),
    ],
    rows: rows.map(({ cells, page }) => ({
      cells: cells.map((pieces, at) => plainCell(joinLines(pieces.map(({ text }) => text)), at)),
      page,
    })),
  };
}

/** A row begins in the column of numbers, where no title over all columns goes on there. */
function beginsWithFirst([first, ...rest]: readonly (readonly Segment[])[]): boolean {
  const [begin] = first ?? [];
  const isAlone = rest.every((pieces) => pieces.length === 0);
  return begin !== undefined && !(isAlone && /^\p{Ll}{2}/u.test(begin.text));
}

/** Without numbers a row begins where nothing on the line goes on with a sentence. */
function beginsInCapitals(cells: readonly (readonly Segment[])[]): boolean {
  const filled = cells.flatMap((segments) => segments.slice(0, 1));
  return filled.length > 1 && filled.every(({ text }) => !/^\p{Ll}/u.test(text));
}

/**
 * The pieces of a line, cut also where the words of a cell reach so near to the next column that
 * the space between looks like one between words: a word begins at the column's edge, behind a
 * space that is wider than those beside it, or at the end of the cell before.
 */
function cutAt({ pieces }: TextLine, gaps: readonly Gap[]): readonly Segment[] {
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
function gapsOf(lines: readonly TextLine[]): readonly Gap[] {
  const words = lines.map(({ pieces }) => pieces.flatMap((piece) => piece.words));
  const [left, right] = words
    .flat()
    .reduce(
      ([least, most], word) => [Math.min(least, word.left), Math.max(most, word.right)],
      [Infinity, -Infinity],
    );
  const isRow = lines.map(({ pieces }) => pieces.length >= FEWEST_COLUMNS);
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
