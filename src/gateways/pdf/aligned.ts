import { rowsOf, type AlignedTable } from './alignedRows';
import { columnIn, cutAt, FEWEST_COLUMNS, gapsOf, NARROWEST_GAP, type Gap } from './gaps';
import type { Segment, TextLine } from './text';

/** A table has so many lines at least. */
const FEWEST_LINES = 5;
/** Lines further apart than this, in parts of their size, do not belong together. */
const FARTHEST = 3.5;
/** Lines of one paragraph stand no further apart. */
const CLOSE = 1.4;
/** So many lines show where the columns of a table are. */
const LINES_ENOUGH = 200;
/** Titles within a table run over at most so many lines. */
const MOST_TITLE_LINES = 3;
/** A head has no more lines than this. */
const MOST_HEAD_LINES = 6;
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
    const gaps = end - at < FEWEST_LINES ? [] : gapsOf(lines.slice(at, end));
    if (gaps.length + 1 < FEWEST_COLUMNS) {
      tries = end - at < FEWEST_LINES ? 0 : tries + 1;
      const next = tries > MOST_TRIES ? end : at + 1;
      found.push(...lines.slice(at, next));
      at = next;
      continue;
    }
    const head = headAbove(lines.slice(loose, at + 1), gaps);
    found.splice(found.length - head.length);
    found.push(rowsOf(lines.slice(at, end), head, gaps));
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
