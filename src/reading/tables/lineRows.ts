import type { SourceLine } from '../raw';
import { alignCells, costsOfTitle, type Layout } from './alignCells';
import { goesOn, readCells, type Cell } from './cell';
import type { Head } from './head';
import { placeCells, withOwnNumber, type Row } from './row';
import {
  follow,
  isFirstBelow,
  isSectionStyle,
  noNumbering,
  readCode,
  splitTitle,
  type CodeReading,
  type Numbering,
} from './rowCode';

/** The rows found in a table's body, and how many of its lines they take. */
export type FoundRows = { readonly rows: readonly Row[]; readonly used: number };

/** A line where a row may begin, and one way to read its number (null: it has none). */
type Start = { readonly at: number; readonly code: CodeReading | null };

/** One way to have cut the body into rows, up to the row that begins at `start`. */
type Path = {
  readonly start: Start;
  readonly numbering: Numbering;
  readonly cost: number;
  readonly before: Path | null;
};

/** A body and what is known of it before it is cut. */
type Body = {
  readonly cells: readonly Cell[];
  readonly layout: Layout;
  /** 1 when a row's first line is its number, 0 when rows have none. */
  readonly lead: 0 | 1;
};

/** Beyond this a number is no row's number, whatever stands around it. */
const UNBELIEVABLE = 8;
/** How many ways of cutting are kept at each line. */
const WAYS_KEPT = 3;
/** How far ahead the next row may begin: in lines, in numbers, beyond where one is expected. */
const LONGEST_ROW = 60;
const MOST_STARTS_AHEAD = 24;
const LINES_TO_SPARE = 2;
/** A way of cutting this much dearer than another to the same line is given up. */
const HOPELESS = 15;
/** What it costs to leave out, after the last row, running text, a cell, a row's number. */
const TEXT_LEFT_OUT = 0.2;
const CELL_LEFT_OUT = 2;
const NUMBER_LEFT_OUT = 8;
/** What it costs when the last row holds, alone on a line, the number that the next one would. */
const NUMBER_PASSED = 2;
/** What it costs when a section has cells of its own, a group has none, a row has no cells. */
const SECTION_WITH_CELLS = 1;
const TITLE_ONLY = 0.5;
const NO_CELLS = 12;
/** A title where rows have no numbers: words in capitals. */
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{2}[^\p{Ll}]* [^\p{Ll}]+$/u;
/** How ill a title fits the column above it, and how well that of names. */
const STRANGE = 2.5;
const AT_HOME = 0.5;
const MOST_TITLE_LINES = 3;
/** The share of lines that begin in the middle of a phrase where cells are broken over lines. */
const WRAPPED_SHARE = 0.08;

/**
 * Cuts the body of a table with one cell on each line into rows, all rows at once: of all ways
 * to cut it, that one is taken in which the numbers follow each other and the cells fit their
 * columns best. So a value that looks like a number ("2", "12", "2026") starts no row. The body
 * holds no empty lines. Linear in the number of lines.
 */
export function lineRows(lines: readonly SourceLine[], head: Head): FoundRows {
  const first = lines.findIndex((line) => readCode(line.text).length > 0);
  const isNumbered = head.columns.some((column) => column.role === 'number');
  if (!isNumbered || first < 1 || first > MOST_TITLE_LINES) return rowsFrom(lines, head);
  const { rows, used } = rowsFrom(lines.slice(first), head);
  const [line] = lines;
  const title = lines
    .slice(0, first)
    .map(({ text }) => text)
    .join(' ');
  return { rows: [titleRow(head, line?.number ?? 0, title), ...rows].flat(), used: used + first };
}

function titleRow({ columns }: Pick<Head, 'columns'>, line: number, text: string): readonly Row[] {
  const column = columns.find(({ role }) => role === 'name');
  return column ? [{ line, code: null, filled: [{ column, text }], doubts: [] }] : [];
}

function rowsFrom(lines: readonly SourceLine[], head: Head): FoundRows {
  const codes = lines.map((line) => readCode(line.text));
  const numbered =
    head.columns.some((column) => column.role === 'number') || (codes[0]?.length ?? 0) > 0;
  const goingOn = lines.filter((line) => goesOn(line.text)).length;
  const wrapped = goingOn > lines.length * WRAPPED_SHARE;
  const body: Body = {
    cells: readCells(lines, wrapped),
    layout: {
      holds: head.holds,
      columns: head.columns.filter((column) => column.role !== 'number'),
      wrapped,
    },
    lead: numbered ? 1 : 0,
  };
  const starts = lines.flatMap((line, at): readonly Start[] =>
    numbered
      ? (codes[at] ?? []).map((code) => ({ at, code }))
      : [{ at, code: splitTitle(line.text)?.code ?? null }],
  );
  const end = cheapestEnd(body, starts, cutForward(body, starts));
  return end ? readRows(body, end.path, end.used) : { rows: [], used: 0 };
}

/** What it costs to believe that a row ends before some line, and whether it is a title only. */
type Verdict = { readonly cost: number; readonly titled: boolean };

/** Judges the rows that begin at `start` and end before any line up to `last`. */
function judgeRows(
  body: Body,
  start: Start,
  last: number,
): (end: number, next: CodeReading | null) => Verdict {
  const from = start.at + body.lead;
  const cells = body.cells.slice(from, last);
  const alignments = alignCells(cells, body.layout);
  const titleCosts = costsOfTitle(cells, body.layout.wrapped);
  const extra = start.code !== null && isSectionStyle(start.code) ? SECTION_WITH_CELLS : 0;
  return (end, next) => {
    const count = end - from;
    if (count <= 0) return { cost: NO_CELLS, titled: false };
    const filled = alignments.costOf(count) + extra;
    const inCapitals = body.lead === 0 && count === 1 && CAPITALS.test(cells[0]?.text ?? '');
    if (!inCapitals && !isTitle(start.code, next)) return { cost: filled, titled: false };
    const title = (titleCosts[count] ?? Infinity) + TITLE_ONLY;
    return title < filled ? { cost: title, titled: true } : { cost: filled, titled: false };
  };
}

/** True when a row with this number may carry a title only: a section, or a group of rows. */
function isTitle(code: CodeReading | null, next: CodeReading | null): boolean {
  if (!code) return false;
  return isSectionStyle(code) || (next !== null && isFirstBelow(code, next));
}

/** For each start, the cheapest ways to have come there. */
function cutForward(body: Body, starts: readonly Start[]): readonly (readonly Path[])[] {
  const ways: Path[][] = starts.map(() => []);
  starts.forEach((start, index) => {
    if (start.at !== 0) return;
    const { cost, next } = numberAfter(noNumbering, start.code);
    ways[index]?.push({ start, numbering: next, cost, before: null });
  });
  starts.forEach((start, from) => {
    const paths = ways[from] ?? [];
    if (paths.length === 0) return;
    const steps = believable(starts, from, paths, body);
    const judge = judgeRows(body, start, steps.at(-1)?.next.at ?? start.at);
    for (const { next, to, path, cost, numbering } of steps)
      keep(ways[to] ?? [], {
        start: next,
        numbering,
        cost: path.cost + cost + judge(next.at, next.code).cost,
        before: path,
      });
  });
  return ways;
}

/** One way to go on from a path: where the next row begins and what its number costs. */
type Step = {
  readonly path: Path;
  readonly next: Start;
  readonly to: number;
  readonly cost: number;
  readonly numbering: Numbering;
};

/**
 * The ways to go on that the numbers allow, in the order of the text. Little beyond the number
 * one expects is looked at: it may be a value, but then the true one comes soon.
 */
function believable(
  starts: readonly Start[],
  from: number,
  paths: readonly Path[],
  body: Body,
): readonly Step[] {
  const at = starts[from]?.at ?? 0;
  const steps: Step[] = [];
  let last = at + LONGEST_ROW;
  for (let to = from + 1; to <= from + MOST_STARTS_AHEAD; to++) {
    const next = starts[to];
    if (!next || next.at > last) break;
    if (next.at === at) continue;
    for (const path of paths) {
      const { cost, next: numbering } = numberAfter(path.numbering, next.code);
      if (cost <= UNBELIEVABLE) steps.push({ path, next, to, cost, numbering });
      if (cost === 0) last = Math.min(last, next.at + body.layout.columns.length + LINES_TO_SPARE);
    }
  }
  return steps;
}

function numberAfter(numbering: Numbering, code: CodeReading | null): ReturnType<typeof follow> {
  return code ? follow(numbering, code) : { cost: 0, next: numbering };
}

function keep(paths: Path[], path: Path): void {
  if (path.cost > (paths[0]?.cost ?? Infinity) + HOPELESS) return;
  const at = paths.findIndex((each) => path.cost < each.cost);
  if (at < 0) paths.push(path);
  else paths.splice(at, 0, path);
  if (paths.length > WAYS_KEPT) paths.pop();
}

/** The last row of the cheapest way through the whole body, and how many lines the rows take. */
function cheapestEnd(
  body: Body,
  starts: readonly Start[],
  ways: readonly (readonly Path[])[],
): { readonly path: Path; readonly used: number } | null {
  const leftOut = costsLeftOut(body, starts);
  let best: { readonly path: Path; readonly used: number } | null = null;
  let lowest = Infinity;
  for (let index = starts.length - 1; index >= 0; index--) {
    const path = ways[index]?.[0];
    if (!path) continue;
    const last = Math.min(body.cells.length, path.start.at + LONGEST_ROW);
    if (path.cost + (leftOut[last] ?? 0) >= lowest) continue;
    const judge = judgeRows(body, path.start, last);
    const next = body.lead === 1 ? nextExpected(starts, index, path) : Infinity;
    for (let used = last; used > path.start.at; used--) {
      const tail = used < body.cells.length ? 1 + (leftOut[used] ?? 0) : 0;
      const passed = used > next ? NUMBER_PASSED : 0;
      const cost = path.cost + judge(used, null).cost + tail + passed;
      if (cost >= lowest) continue;
      lowest = cost;
      best = { path, used };
    }
  }
  return best;
}

/** The line below the last row that holds just the number one expects next; Infinity for none. */
function nextExpected(starts: readonly Start[], from: number, { numbering, start }: Path): number {
  for (let at = from + 1; at <= from + MOST_STARTS_AHEAD; at++) {
    const next = starts[at];
    if (!next || next.at > start.at + LONGEST_ROW) break;
    if (next.at > start.at && numberAfter(numbering, next.code).cost === 0) return next.at;
  }
  return Infinity;
}

/** For each line, what it costs to leave it and all lines after it out of the table. */
function costsLeftOut(body: Body, starts: readonly Start[]): Float64Array {
  const numbers = new Set(body.lead === 1 ? starts.map((start) => start.at) : []);
  const costs = new Float64Array(body.cells.length + 1);
  for (let at = body.cells.length - 1; at >= 0; at--) {
    const cell = body.cells[at]?.isText ? TEXT_LEFT_OUT : CELL_LEFT_OUT;
    costs[at] = (costs[at + 1] ?? 0) + (numbers.has(at) ? NUMBER_LEFT_OUT : cell);
  }
  return costs;
}

function readRows(body: Body, last: Path, used: number): FoundRows {
  const rows: Row[] = [];
  let end = used;
  let next: CodeReading | null = null;
  for (let path: Path | null = last; path; path = path.before) {
    const title = titleAtEnd(body, path.start, end, next);
    if (title) rows.push(...titleRow(body.layout, title.line, title.text));
    rows.push(readRow(body, path.start, title ? end - 1 : end, next));
    end = path.start.at;
    next = path.start.code;
  }
  return { rows: rows.reverse(), used };
}

/**
 * A title without a number, on the line above the next row's number: it is at home in the column
 * of names and not in the row's last column, where it would only lengthen the cell.
 */
function titleAtEnd(
  { cells, layout, lead }: Body,
  start: Start,
  end: number,
  next: CodeReading | null,
): Cell | null {
  const own = cells.slice(start.at + lead, end);
  const last = own.at(-1);
  const before = own.at(-2);
  const column = layout.columns.at(-1);
  if (!next || !last || !before || !column || last.goesOn || before.unfinished) return null;
  if (layout.wrapped && column.role !== 'time') return null;
  const placing = alignCells(own, layout).placingsOf(own.length).at(-1);
  const joined =
    placing !== undefined && placing.to - placing.from > 1 && placing.to === own.length;
  const strange = last.fits[column.role] > STRANGE && last.fits.name < AT_HOME;
  return joined && strange && /^\p{Lu}/u.test(last.text) ? last : null;
}

function readRow(body: Body, start: Start, end: number, next: CodeReading | null): Row {
  const cells = body.cells.slice(start.at + body.lead, end);
  const line = body.cells[start.at]?.line ?? 0;
  const code = body.lead === 1 ? start.code : null;
  const name = body.layout.columns.find((column) => column.role === 'name');
  if (!name || !judgeRows(body, start, end)(end, next).titled)
    return withOwnNumber({ line, code, ...placeCells(cells, body.layout) }, body.lead === 1);
  const text = cells.map((cell) => cell.text).join(' ');
  const row = { line, code, filled: [{ column: name, text }], doubts: [] };
  return withOwnNumber(row, body.lead === 1);
}
