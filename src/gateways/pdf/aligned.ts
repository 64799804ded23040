import { joinLines } from '../../domain/text';
import type { DrawnCell } from '../documents/columns';
import type { Segment } from './text';

/** Words on one line, cut where a gap is wider than spaces are. */
export type TextLine = readonly Segment[];

/** A table without lines, known by its words standing below each other. */
export type AlignedTable = {
  readonly top: number;
  /** The left edges of its columns, and the right edge of the last. */
  readonly columns: readonly number[];
  readonly rows: readonly (readonly DrawnCell[])[];
};

type Gap = { readonly from: number; readonly to: number };

/** A table begins with a line of so many pieces, and has so many lines at least. */
const FEWEST_COLUMNS = 3;
const FEWEST_LINES = 5;
/** No space between columns is narrower, in points. */
const NARROWEST_GAP = 3;
/** Lines further apart than this, in parts of their size, do not belong together. */
const FARTHEST = 3.5;
/** Lines of one paragraph stand no further apart. */
const CLOSE = 1.4;
/** The share of lines that may run across the space between two columns: sections' titles do. */
const ACROSS = 0.15;
/** Titles within a table run over at most so many lines. */
const MOST_TITLE_LINES = 3;
/** A head has no more lines than this. */
const MOST_HEAD_LINES = 6;
/** Where more of the lines begin in the first column, it holds no numbers of rows. */
const MOST_NUMBERS = 0.8;

/**
 * Finds tables that no lines draw among the lines of a page: from a line of three pieces or more
 * down, for as long as the space beside the first column, the one of numbers, stays free. Gives
 * the lines in their order, those of a table as one. `above` are the columns of the table with
 * which the page before ended: the first lines may go on in its last row.
 */
export function alignedTables(
  lines: readonly TextLine[],
  above: AlignedTable['columns'] | null,
): readonly (TextLine | AlignedTable)[] {
  const found: (TextLine | AlignedTable)[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? [];
    const goesOn = at === 0 && above !== null && standsIn(line, above);
    const [from = 0, to = 0] = goesOn ? above : [line[0]?.right, line[1]?.left];
    const begins = goesOn || line.length >= FEWEST_COLUMNS;
    const end = begins ? endOfTable(lines, at, { from, to }) : at;
    const body =
      !goesOn && end - at < FEWEST_LINES
        ? null
        : tableOf(lines.slice(at, end), goesOn ? above : null);
    const head = body && !goesOn ? headAbove(lines, at, body.columns) : [];
    const table = body && withHead(body, head);
    if (table) found.splice(found.length - head.length);
    found.push(table ?? line);
    at = table ? end : at + 1;
  }
  return found;
}

/** The column in which a piece stands; null where it runs over more than one. */
function columnIn({ left, right }: Segment, columns: AlignedTable['columns']): number | null {
  const inner = columns.slice(1, -1);
  const crossed = inner.some((edge) => left < edge - NARROWEST_GAP && right > edge + NARROWEST_GAP);
  return crossed ? null : inner.filter((edge) => left >= edge - NARROWEST_GAP).length;
}

/**
 * Lines close above the first of a table that belong to it: in a head that is centred from top
 * to bottom no line may have many pieces, and the longest headings begin above the others.
 */
function headAbove(
  lines: readonly TextLine[],
  start: number,
  columns: AlignedTable['columns'],
): readonly TextLine[] {
  let first = start;
  while (start - first < MOST_HEAD_LINES) {
    const line = lines[first - 1] ?? [];
    const below = lines[first]?.[0];
    const [leftmost] = line;
    if (!leftmost || !below || below.base - leftmost.base > CLOSE * leftmost.size) break;
    const within = line.map((piece) => columnIn(piece, columns));
    // What stands alone in the first column is a title above the table.
    if (within.includes(null) || (line.length === 1 && within[0] === 0)) break;
    first--;
  }
  return lines.slice(first, start);
}

/** The table with its head: a row of its own where it heads the numbers, else of the first row. */
function withHead(table: AlignedTable, head: readonly TextLine[]): AlignedTable {
  if (head.length === 0) return table;
  const { columns, rows } = table;
  const texts = columns
    .slice(1)
    .map((_, at) => head.flatMap((line) => line.filter((piece) => columnIn(piece, columns) === at)))
    .map((pieces) => joinLines(pieces.map(({ text }) => text)));
  const top = head[0]?.[0]?.base ?? table.top;
  const [first = [], ...rest] = rows;
  if (texts[0] !== '')
    return { ...table, top, rows: [texts.map((text, at) => plainCell(text, at)), ...rows] };
  const joined = first.map((cell, at) => ({
    ...cell,
    text: joinLines([texts[at] ?? '', cell.text].filter((text) => text !== '')),
  }));
  return { ...table, top, rows: [joined, ...rest] };
}

function plainCell(text: string, at: number): DrawnCell {
  return { text, from: at, to: at + 1, merge: 'none' };
}

/** True when every piece of a line begins where a column does. */
function standsIn(line: TextLine, columns: AlignedTable['columns']): boolean {
  return line.every(({ left }) => columns.some((edge) => Math.abs(edge - left) <= NARROWEST_GAP));
}

/**
 * The index after the last line of the table that would begin at a line; `beside` is the space
 * beside its first column.
 */
function endOfTable(lines: readonly TextLine[], start: number, beside: Gap): number {
  let gap = beside;
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? [];
    const above = lines[at - 1]?.[0];
    const [leftmost] = line;
    if (!leftmost) break;
    if (at > start && above && leftmost.base - above.base > FARTHEST * leftmost.size) break;
    const free = freeOf(line, gap);
    if (!free) {
      const next = afterTitles(lines, start, end);
      if (next === end) break;
      at = next - 1;
      end = next;
      continue;
    }
    gap = free;
    // What stands in no first column and runs across others may be the text below the table.
    if (leftmost.left < gap.to || line.length > 1 || endsWithin(line, lines[start] ?? []))
      end = at + 1;
  }
  return end;
}

/** What the words of a line leave free of a gap; null where nothing is left. */
function freeOf(line: TextLine, gap: Gap): Gap | null {
  const from = Math.max(
    gap.from,
    ...line.flatMap(({ right, left }) => (left < gap.to && right < gap.to ? [right] : [])),
  );
  const to = Math.min(gap.to, ...line.flatMap(({ left, right }) => (right > gap.to ? [left] : [])));
  return to - from >= NARROWEST_GAP ? { from, to } : null;
}

/** True for a lone piece that stands under one piece of the head only, or above it. */
function endsWithin([only]: TextLine, head: TextLine): boolean {
  return only !== undefined && head.filter((piece) => overlaps(only, piece)).length <= 1;
}

function overlaps(one: Segment, other: Segment | undefined): boolean {
  return other !== undefined && other.left < one.right && other.right > one.left;
}

/**
 * The index after titles that run over the whole table, where the table goes on below them; the
 * same index where it does not.
 */
function afterTitles(lines: readonly TextLine[], start: number, end: number): number {
  const gaps = gapsOf(lines.slice(start, end));
  if (gaps.length + 1 < FEWEST_COLUMNS) return end;
  const edges = gaps.map(({ to }) => to);
  const first = Math.min(
    ...lines.slice(start, end).flatMap((line) => line.map(({ left }) => left)),
  );
  for (let at = end + 1; at <= end + MOST_TITLE_LINES; at++) {
    const line = lines[at] ?? [];
    const [leftmost] = line;
    if (!leftmost) return end;
    if (line.length < 2 || !standsIn(line.slice(1), edges)) continue;
    return Math.abs(leftmost.left - first) < leftmost.size * 2 ? at : end;
  }
  return end;
}

function tableOf(
  lines: readonly TextLine[],
  above: AlignedTable['columns'] | null,
): AlignedTable | null {
  const gaps =
    above?.slice(1, -1).map((edge) => ({ from: edge - NARROWEST_GAP, to: edge })) ?? gapsOf(lines);
  if (gaps.length + 1 < FEWEST_COLUMNS) return null;
  const columnOf = ({ left }: Segment): number => gaps.filter(({ from }) => left > from).length;
  const width = gaps.length + 1;
  const numbered = lines.filter(([first]) => first && columnOf(first) === 0).length;
  const begins = numbered > lines.length * MOST_NUMBERS ? beginsInCapitals : beginsWithFirst;
  const rows: Segment[][][] = [];
  for (const line of lines) {
    const cells = Array.from({ length: width }, (_, at) =>
      line.filter((segment) => columnOf(segment) === at),
    );
    const last = rows.at(-1);
    if (last && !begins(cells))
      for (const [at, segments] of cells.entries()) last[at]?.push(...segments);
    else rows.push(cells);
  }
  const right = Math.max(...lines.flat().map((segment) => segment.right));
  const left = Math.min(...lines.flat().map((segment) => segment.left));
  return {
    top: lines[0]?.[0]?.base ?? 0,
    columns: above ?? [left, ...gaps.map(({ to }) => to), right],
    rows: rows.map((cells) =>
      cells.map((segments, at) => plainCell(joinLines(segments.map(({ text }) => text)), at)),
    ),
  };
}

/** A row begins in the column of numbers. */
function beginsWithFirst([first]: readonly (readonly Segment[])[]): boolean {
  return first !== undefined && first.length > 0;
}

/** Without numbers a row begins where whatever stands on the line begins as a sentence does. */
function beginsInCapitals(cells: readonly (readonly Segment[])[]): boolean {
  const filled = cells.flatMap((segments) => segments.slice(0, 1));
  return filled.length > 1 && filled.every(({ text }) => /^[\p{Lu}\d]/u.test(text));
}

/** The spaces that hardly any line runs across, from left to right. */
function gapsOf(lines: readonly TextLine[]): readonly Gap[] {
  const left = Math.floor(Math.min(...lines.flat().map((segment) => segment.left)));
  const right = Math.ceil(Math.max(...lines.flat().map((segment) => segment.right)));
  const covered = new Uint32Array(Math.max(0, right - left) + 1);
  for (const line of lines)
    for (const segment of line)
      for (let x = Math.floor(segment.left); x <= Math.ceil(segment.right); x++)
        covered[x - left] = (covered[x - left] ?? 0) + 1;
  const most = lines.length * ACROSS;
  const gaps: Gap[] = [];
  let from: number | null = null;
  for (let x = left; x <= right; x++) {
    const free = (covered[x - left] ?? 0) <= most;
    if (free) from ??= x;
    else if (from !== null) {
      if (x - from >= NARROWEST_GAP && from > left) gaps.push({ from, to: x });
      from = null;
    }
  }
  return gaps;
}
