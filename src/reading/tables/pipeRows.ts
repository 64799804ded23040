import { tidy } from '../../domain/text';
import type { SourceLine } from '../raw';
import { cleanText } from '../source';
import { goesOn, isUnfinished } from './cell';
import { isNumberHeading, isRule, isRuleCell, readHead, type Head } from './head';
import { closesTable, readHeading } from './headings';
import {
  follow,
  isSectionStyle,
  noNumbering,
  readCode,
  splitTitle,
  type Numbering,
} from './rowCode';

/**
 * Tables as some portals save them: each cell on lines of its own, a lone `|` between cells, and
 * between rows two of them, or none but the end of the line.
 */

/** A piece of text between pipes and line ends, and how many pipes stand before it. */
type Piece = {
  readonly line: SourceLine;
  readonly text: string;
  readonly pipes: number;
};

/** Rows cut from some pieces, up to the piece where the next row begins. */
type Path = {
  readonly at: number;
  /** Empty cells before that piece. */
  readonly leading: number;
  readonly cost: number;
  readonly numbering: Numbering;
  readonly before: Path | null;
};

/** What all rows of a table have in common. */
type Shape = { readonly columns: number; readonly numbered: boolean };

const RULE = /^[-_=*]{3,}$/;
const ONLY_PIPES = /^[|\s]+$/;
/** With fewer lines that hold pipes and no whole row there is no table of this kind. */
const FEWEST_BROKEN = 2;
/** Rows that a head may have, and rows below it that tell how wide it is. */
const HEAD_ROWS = 3;
const ROWS_BELOW = 4;
const MOST_HEAD_PIECES = 120;
/** Lines of a title that may look like headings, above the head. */
const CAPTION = 6;
/** Longest row, and longest stretch without a pipe inside a table, in pieces. */
const LONGEST_ROW = 160;
const LONGEST_CELL = 80;
/** What it costs that a row is short, is long, has no number, ends at no pair of pipes. */
const SHORT_ROW = 2;
const TITLE_ROW = 0.5;
const LONG_ROW = 4;
const NO_NUMBER = 3;
const NO_PAIR = 0.8;
const UNLIKELY = 6;
/** What it costs that a number alone on its line only goes on with the cell above. */
const NUMBER_IN_CELL = 3;
/** What it costs that a line of the last cell goes on without a sign of it, or is left out. */
const UNMARKED_LINE = 0.5;
const LEFT_OUT = 0.1;
const PIPE_LEFT_OUT = 1.5;

/**
 * The lines of a text with each row of such a table as one line with its cells; a text that has
 * no such table comes back as it is. Pipes outside the tables of a plan are taken out.
 */
export function joinPipedRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  const broken = lines.filter((line) => line.text.includes('|') && !isWholeRow(line)).length;
  if (broken < FEWEST_BROKEN) return lines;
  const pieces = piecesOf(lines);
  const joined: SourceLine[] = [];
  const spare = (from: number, to: number): void => {
    for (const piece of pieces.slice(from, to))
      joined.push(
        piece.text === piece.line.text
          ? piece.line
          : { ...piece.line, text: piece.text, cells: null },
      );
  };
  let at = 0;
  let kept = 0;
  while (at < pieces.length) {
    const head = headAt(pieces, at);
    if (!head) {
      at++;
      continue;
    }
    spare(kept, at);
    joined.push(...head.rows);
    const end = endOf(pieces, head.end);
    const { rows, used } = cutRows(pieces.slice(head.end, end), head);
    joined.push(...rows);
    kept = head.end + used;
    at = Math.max(kept, at + 1);
  }
  spare(kept, pieces.length);
  return joined;
}

/** True for a line that holds the cells of a row, from its first pipe to its last. */
function isWholeRow({ text, cells }: SourceLine): boolean {
  return (
    cells !== null &&
    cells.length > 1 &&
    !ONLY_PIPES.test(text) &&
    (isRule(cells) || text.endsWith('|'))
  );
}

function piecesOf(lines: readonly SourceLine[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let pipes = 0;
  const push = (line: SourceLine, text: string): void => {
    pieces.push({ line, text, pipes });
    pipes = 0;
  };
  for (const line of lines) {
    if (line.text === '') continue;
    if (!line.text.includes('|')) {
      push(line, line.text);
      continue;
    }
    line.text.split('|').forEach((part, index) => {
      if (index > 0) pipes++;
      const text = part.trim();
      if (text !== '' && !isRuleCell(text)) push(line, text);
    });
  }
  return pieces;
}

type PipedHead = Shape & {
  readonly rows: readonly SourceLine[];
  /** The piece after the head. */
  readonly end: number;
};

/** The head of a table that begins at a piece, or null. */
function headAt(pieces: readonly Piece[], at: number): PipedHead | null {
  if (!beginsHead(pieces, at)) return null;
  const ends = [at];
  let next = at + 1;
  let first: number | null = null;
  for (; next < pieces.length && next < at + MOST_HEAD_PIECES; next++) {
    const piece = pieces[next];
    if (!piece) break;
    if (isFirst(piece.text)) first ??= next;
    const begins = piece.pipes > 1 || (piece.pipes === 0 && isFirst(piece.text));
    if (!begins) continue;
    ends.push(next);
    if (ends.length > HEAD_ROWS + ROWS_BELOW) break;
  }
  if (ends.length <= HEAD_ROWS) ends.push(next);
  const spanned = first === null ? null : spannedHead(pieces.slice(at, first + 1));
  if (first !== null && spanned) return { ...spanned, end: first };
  const rows = ends.slice(1).map((end, index) => rowLine(pieces.slice(ends[index], end), 0));
  const head = readHead(rows, 0);
  if (head?.form !== 'grid') return null;
  return {
    ...shapeOf(head),
    rows: rows.slice(0, head.bodyStart),
    end: ends[head.bodyStart] ?? next,
  };
}

const shapeOf = ({ columns }: Head): Shape => ({
  columns: columns.length,
  numbered: columns.some(({ role }) => role === 'number'),
});

/**
 * A head in two rows of one width, whose merged cells left pairs of pipes inside its rows. The
 * last piece is the first of the table's body.
 */
function spannedHead(pieces: readonly Piece[]): Omit<PipedHead, 'end'> | null {
  let place = 0;
  const places = pieces.map(({ pipes }, index) => (place += index === 0 ? 0 : pipes));
  const width = place / 2 - 1;
  const rows = [0, 1].map(() => Array.from({ length: Math.max(0, Math.floor(width)) }, () => ''));
  for (const [index, { text }] of pieces.slice(0, -1).entries()) {
    const own = places[index] ?? 0;
    const row = rows[Math.floor(own / (width + 1))];
    const column = own % (width + 1);
    if (row?.[column] === undefined) return null;
    row[column] = tidy(`${row[column]} ${text}`);
  }
  const first = pieces[0]?.line;
  if (!first || rows[1]?.every((cell) => cell === '') !== false) return null;
  const lines = rows.map((cells) => ({ ...first, text: cells.filter(Boolean).join(' '), cells }));
  const head = readHead(lines, 0);
  return head?.form === 'grid' && head.bodyStart === 2 ? { ...shapeOf(head), rows: lines } : null;
}

/** True for the heading of the numbers, or of the names where no number's heading follows. */
function beginsHead(pieces: readonly Piece[], at: number): boolean {
  const text = pieces[at]?.text ?? '';
  if (isNumberHeading(text)) return true;
  if (readHeading(text)?.role !== 'name' || splitTitle(text) || closesTable(text)) return false;
  return !pieces.slice(at + 1, at + CAPTION).some((piece) => isNumberHeading(piece.text));
}

/** True for what the first row of a table is numbered by: 1, I, A, or (1) for the columns. */
function isFirst(text: string): boolean {
  return readCode(text).some(({ steps }) => steps.every(({ value }) => value === 1));
}

/** Where a table must be over: at the next head, at what closes a table, where pipes cease. */
function endOf(pieces: readonly Piece[], from: number): number {
  let last = from;
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    if (piece.pipes > 0) last = at;
    if (at - last > LONGEST_CELL) return at;
    if (piece.pipes === 0 && (closesTable(piece.text) || RULE.test(piece.text))) return at;
    if (at > from && headAt(pieces, at)) return at;
  }
  return pieces.length;
}

function cellsOf(pieces: readonly Piece[], leading: number): readonly string[] {
  const cells = Array.from({ length: leading + 1 }, () => '');
  pieces.forEach(({ text, pipes }, index) => {
    for (let pipe = 0; index > 0 && pipe < pipes; pipe++) cells.push('');
    const cell = cells.at(-1) ?? '';
    cells[cells.length - 1] = cell === '' ? text : `${cell} ${text}`;
  });
  return cells;
}

/** A row as one line of the source; the pieces of a row are never none. */
function rowLine(pieces: readonly Piece[], leading: number): SourceLine {
  const cells = cellsOf(pieces, leading).map(cleanText);
  const place = pieces[0]?.line ?? { number: 0, place: {} };
  return { number: place.number, text: cells.filter(Boolean).join(' '), cells, place: place.place };
}

/** What it costs to believe that the next row begins with this piece, and the numbering then. */
function beginCost(
  { text, pipes }: Piece,
  leading: number,
  numbering: Numbering,
  { numbered }: Shape,
): { readonly cost: number; readonly next: Numbering } {
  const edge = pipes >= 2 ? 0 : NO_PAIR;
  if (!numbered || leading > 0) return { cost: edge, next: numbering };
  const ways = readCode(text).map((code) => follow(numbering, code));
  const [first, ...rest] = ways;
  if (!first) return { cost: edge + NO_NUMBER + (pipes >= 2 ? 0 : UNLIKELY), next: numbering };
  const best = rest.reduce((one, other) => (other.cost < one.cost ? other : one), first);
  return { cost: edge + best.cost + (pipes < 2 ? best.cost : 0), next: best.next };
}

/** What it costs to believe that a row has so many cells, of which `filled` hold words. */
function widthCost(first: string, count: number, filled: number, shape: Shape): number {
  if (count === shape.columns) return 0;
  if (count > shape.columns) return LONG_ROW * (count - shape.columns);
  const codes = readCode(first);
  const titled = codes.length > 0 ? filled === 2 : filled === 1;
  const heads = codes.length === 0 || codes.some(isSectionStyle);
  return titled ? TITLE_ROW + (heads ? 0 : SHORT_ROW / 2) : SHORT_ROW;
}

/**
 * Cuts the pieces below a head into rows, all at once: of all ways to cut them, that one is taken
 * in which rows have as many cells as columns and their numbers follow each other. `used` is how
 * many pieces the rows take; the rest is text below the table.
 */
function cutRows(
  pieces: readonly Piece[],
  shape: Shape,
): { readonly rows: readonly SourceLine[]; readonly used: number } {
  const best: (Path | null)[] = pieces.map(() => null);
  const [head] = pieces;
  if (!head) return { rows: [], used: 0 };
  const leadingOfFirst = readCode(head.text).length > 0 ? 0 : Math.max(0, head.pipes - 2);
  const start = beginCost({ ...head, pipes: 2 }, leadingOfFirst, noNumbering, shape);
  best[0] = {
    at: 0,
    leading: leadingOfFirst,
    cost: start.cost,
    numbering: start.next,
    before: null,
  };
  const leftOut = costsLeftOut(pieces);
  let end: { path: Path; used: number } | null = null;
  let lowest = Infinity;
  for (let from = 0; from < pieces.length; from++) {
    const path = best[from];
    const first = pieces[from];
    if (!path || !first) continue;
    let count = path.leading + 1;
    let filled = 1;
    let unmarked = 0;
    let inside = 0;
    for (let to = from + 1; to <= Math.min(pieces.length, from + LONGEST_ROW); to++) {
      const next = pieces[to];
      const pipes = next?.pipes ?? 0;
      const { cost } = path;
      // The table may be over here.
      const lost = Math.max(0, pipes - 1);
      const atEnd =
        cost +
        inside +
        unmarked +
        widthCost(first.text, count + lost, filled, shape) +
        (leftOut[to] ?? 0);
      if (atEnd < lowest) {
        lowest = atEnd;
        end = { path, used: to };
      }
      if (!next) break;
      // The next row may begin here.
      if (pipes > 1 || readCode(next.text).length > 0) {
        // One pipe opens the next row where this one has all its cells, and else ends its last one.
        const lone = count < shape.columns ? 1 : 0;
        const trailing = pipes === 1 ? lone : Math.max(0, pipes - 2);
        const beyond = Math.max(0, count + trailing - shape.columns);
        const leading = Math.min(beyond, Math.max(0, pipes - 2));
        const begin = beginCost(next, leading, path.numbering, shape);
        const width = widthCost(first.text, count + trailing - leading, filled, shape);
        const isCut = (pieces[to - 1]?.text ?? '').endsWith('…');
        const odd = pipes < 2 && width > TITLE_ROW && !isCut ? UNLIKELY : 0;
        const total = cost + inside + width + begin.cost + odd;
        if (total < (best[to]?.cost ?? Infinity))
          best[to] = { at: to, leading, cost: total, numbering: begin.next, before: path };
      }
      if (pipes > 0) {
        count += pipes;
        filled++;
        unmarked = 0;
      } else if (readCode(next.text).length > 0) inside += NUMBER_IN_CELL;
      else if (!goesOn(next.text) && !isUnfinished(pieces[to - 1]?.text ?? ''))
        unmarked += UNMARKED_LINE;
      if (count > shape.columns + 2) break;
    }
  }
  return end ? rowsTo(pieces, end.path, end.used) : { rows: [], used: 0 };
}

/** For each piece, what it costs to leave it and all after it out of the table. */
function costsLeftOut(pieces: readonly Piece[]): Float64Array {
  const costs = new Float64Array(pieces.length + 1);
  for (let at = pieces.length - 1; at >= 0; at--) {
    const own = LEFT_OUT + ((pieces[at + 1]?.pipes ?? 0) > 0 ? PIPE_LEFT_OUT : 0);
    costs[at] = (costs[at + 1] ?? 0) + own;
  }
  return costs;
}

function rowsTo(
  pieces: readonly Piece[],
  last: Path,
  used: number,
): { readonly rows: readonly SourceLine[]; readonly used: number } {
  const rows: SourceLine[] = [];
  let end = used;
  for (let path: Path | null = last; path; path = path.before) {
    rows.push(rowLine(pieces.slice(path.at, end), path.leading));
    end = path.at;
  }
  return { rows: rows.reverse(), used };
}
