import { isCapitals } from '../../domain/text';
import type { SourceLine } from '../raw';
import { goesOn as goesOnInCell } from './cell';
import { gridRows } from './gridRows';
import { afterRepeatedHead, isNumberHeading, isRule, readHead, type Head } from './head';
import { closesTable, isFooter, numbersPage } from './headings';
import { lineRows } from './lineRows';
import type { Row } from './row';
import { areInTurn, isFirstBelow, isSectionStyle, readCode, splitTitle } from './rowCode';

/** A table as found: its caption (the lines above it), its head and its rows. */
export type Table = {
  readonly caption: string;
  readonly head: Head;
  readonly rows: readonly Row[];
};

/** The tables of a plan, the lines outside them, and lines between or under rows that are no cells. */
export type FoundTables = {
  readonly tables: readonly Table[];
  readonly outside: readonly SourceLine[];
  readonly ignored: readonly SourceLine[];
};

/** How far a caption reaches above its table, in lines that are not empty. */
const CAPTION_LINES = 5;
/** A table goes on after at most this many lines that are none of its rows. */
const LOOK_AHEAD = 3;

/** How the numbers of pages stand among the lines of a table. */
const LONE_NUMBER = /^\d{1,3}$/;
const LONGEST_PAGE_NUMBER = 14;
/** The share of lines that blank lines may stand above where they tell of the end of a page. */
const SELDOM = 0.3;

/** The share of row numbers that must stand between blank lines for all cells to do so. */
const MOSTLY = 0.95;
/** Where rows have no numbers: the share of lines without one above that begin mid-phrase. */
const MOSTLY_RESTS = 0.7;

/** Finds the tables of indicators and tasks in a text and cuts them into rows. */
export function findTables(lines: readonly SourceLine[]): FoundTables {
  const tables: Table[] = [];
  const outside: SourceLine[] = [];
  const ignored: SourceLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const head = readHead(lines, at);
    if (!head) {
      outside.push(...lines.slice(at, at + 1));
      at++;
      continue;
    }
    const body = bodyOf(lines, head);
    const title = firstTitle(outside, body);
    const found = rowsOf(title ? [title, ...body.lines] : body.lines, head);
    if (found.rows.length === 0) {
      outside.push(...lines.slice(at, body.end));
      at = body.end;
      continue;
    }
    tables.push({ caption: captionOf(outside), head, rows: found.rows });
    const rest = body.lines[found.used];
    ignored.push(...body.ignored.filter((line) => !rest || line.number < rest.number));
    at = rest ? lines.findIndex((line) => line.number === rest.number) : body.end;
  }
  return { tables, outside, ignored };
}

function rowsOf(
  body: readonly SourceLine[],
  head: Head,
): { readonly rows: readonly Row[]; readonly used: number } {
  return head.form === 'lines'
    ? lineRows(body, head)
    : { rows: gridRows(body, head), used: body.length };
}

function captionOf(above: readonly SourceLine[]): string {
  return above
    .filter((line) => line.text !== '')
    .slice(-CAPTION_LINES)
    .map((line) => line.text)
    .join(' ');
}

type TableBody = {
  readonly lines: readonly SourceLine[];
  /** The first of the lines without cells that stand over rows below a head that is repeated. */
  readonly title: SourceLine | null;
  readonly ignored: readonly SourceLine[];
  readonly end: number;
};

/** The lines of a table below its head, without repeated heads, and where the table ends. */
function bodyOf(lines: readonly SourceLine[], head: Head): TableBody {
  const body: SourceLine[] = [];
  const ignored: SourceLine[] = [];
  let title: SourceLine | null = null;
  let at = head.bodyStart;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || line.text === '') {
      at++;
      continue;
    }
    if (isPageNumber(lines, at, head)) {
      ignored.push(line);
      at++;
      continue;
    }
    const repeated = afterRepeatedHead(lines, at, head);
    if (repeated > at) {
      body.push(...(head.form === 'grid' ? [line] : []));
      at = repeated;
      continue;
    }
    if (head.form === 'lines' && isNumberHeading(line.text) && readHead(lines, at)) break;
    const row = head.form === 'lines' ? !closesTable(line.text) : line.cells !== null;
    const again = row && head.form === 'grid' ? readHead(lines, at) : null;
    if (again ? !sameColumns(again, head) : row && begins(lines, at)) break;
    if (again) {
      body.push({ ...line, cells: head.columns.map(({ heading }) => heading) });
      at = again.bodyStart;
      continue;
    }
    if (row) body.push(line);
    else if (head.form === 'grid' && isTitle(line.text) && goesOn(lines, at, head)) {
      title ??= line;
      body.push({ ...line, cells: [line.text] });
    } else if (goesOn(lines, at, head)) ignored.push(line);
    else {
      if (isFooter(line.text)) {
        ignored.push(line);
        at++;
      }
      break;
    }
    at++;
  }
  if (head.form === 'grid') return { lines: body, title, ignored, end: at };
  const pages = loneNumbers(body);
  const rows = body.filter((line) => !pages.has(line));
  return { lines: joinParagraphs(rows, head), title, ignored: [...ignored, ...pages], end: at };
}

/** True for the number of a page: between dashes, after "Trang", or above a head that repeats. */
function isPageNumber(lines: readonly SourceLine[], at: number, head: Head): boolean {
  const { text = '', cells = null } = lines[at] ?? {};
  if (text.length > LONGEST_PAGE_NUMBER || !/\d$|\d ?[-–—]$/.test(text)) return false;
  if (numbersPage(text)) return true;
  if (!LONE_NUMBER.test(text) || (head.form === 'grid' && cells !== null)) return false;
  let next = at + 1;
  while (lines[next]?.text === '') next++;
  return afterRepeatedHead(lines, next, head) > next || readHead(lines, next) !== null;
}

/** The numbers that alone stand between blank lines, inside a table: those of pages. */
function loneNumbers(body: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const isApart = apartIn(body);
  const apart = body.filter((_, at) => isApart(at)).length;
  if (apart > body.length * SELDOM) return new Set();
  const isLone = (at: number): boolean =>
    at > 0 && at < body.length - 1 && isApart(at) && isApart(at + 1);
  return new Set(body.filter(({ text }, at) => LONE_NUMBER.test(text) && isLone(at)));
}

/** Whether a blank line, or a line that is none of the table's, stands above one of its lines. */
function apartIn(body: readonly SourceLine[]): (at: number) => boolean {
  return (at) => (body[at]?.number ?? Infinity) - (body[at - 1]?.number ?? -Infinity) > 1;
}

/**
 * The lines of a table with one cell on each line, without the line ends inside cells where
 * blank lines stand between all cells: that is so where they stand around all numbers of rows.
 * A title that holds its number ("II. Hạ tầng số") is put on two lines, as others are.
 */
function joinParagraphs(body: readonly SourceLine[], head: Head): readonly SourceLine[] {
  const isApart = apartIn(body);
  const numbers = body.flatMap(({ text }, at) => (readCode(text).length > 0 ? [at] : []));
  const apart = numbers.filter((at) => isApart(at) && isApart(at + 1));
  const areApart =
    (apart.length >= numbers.length * MOSTLY && apart.length > 1) ||
    (head.columns.every(({ role }) => role !== 'number') && onlyRestsAreClose(body, isApart));
  const joined: SourceLine[] = [];
  body.forEach((line, at) => {
    const above = joined.at(-1);
    const split = splitTitle(line.text);
    const below = readCode(body[at + 1]?.text ?? '');
    if (split && below.some((code) => isSectionStyle(split.code) || isFirstBelow(split.code, code)))
      joined.push({ ...line, text: split.code.text }, { ...line, text: split.title });
    else if (above && areApart && !isApart(at))
      joined[joined.length - 1] = { ...above, text: `${above.text} ${line.text}` };
    else joined.push(line);
  });
  return joined;
}

/** True where blank lines stand before most lines, and before few that go on with the line above. */
function onlyRestsAreClose(body: readonly SourceLine[], isApart: (at: number) => boolean): boolean {
  const close = body.filter((_, at) => at > 0 && !isApart(at));
  const rests = close.filter(({ text }) => goesOnInCell(text));
  return close.length * 2 < body.length && rests.length >= close.length * MOSTLY_RESTS;
}

/** True for words that may stand over the rows below them, on a line without cells. */
function isTitle(text: string): boolean {
  const begins = /^\p{Lu}/u.test(text) || splitTitle(text) !== null;
  return begins && !/[.;,]$/.test(text) && !closesTable(text);
}

/**
 * The title above a head that is one of those between its repetitions: where every section has a
 * table of its own, the first title stands above the first head.
 */
function firstTitle(outside: readonly SourceLine[], { title }: TableBody): SourceLine | null {
  const above = outside.findLast((line) => line.text !== '');
  if (!title || !above || !isTitle(above.text) || !areInTurn(above.text, title.text)) return null;
  return isCapitals(above.text) === isCapitals(title.text)
    ? { ...above, cells: [above.text] }
    : null;
}

/** True for a row above a rule: the head of a table of Markdown, whatever it holds. */
function begins(lines: readonly SourceLine[], at: number): boolean {
  const below = lines[at + 1]?.cells;
  return !!below && below.length > 1 && isRule(below) && !isRule(lines[at]?.cells ?? []);
}

function sameColumns(one: Head, other: Head): boolean {
  return (
    one.columns.length === other.columns.length &&
    one.columns.every((column, at) => column.role === other.columns[at]?.role)
  );
}

/** True when rows of the table follow close after a line that is none. */
function goesOn(lines: readonly SourceLine[], at: number, head: Head): boolean {
  let seen = 0;
  for (let next = at; next < lines.length && seen <= LOOK_AHEAD; next++) {
    const line = lines[next];
    if (!line || line.text === '') continue;
    if (closesTable(line.text) && !isFooter(line.text)) return false;
    const other = isNumberHeading(line.cells?.[0] ?? '') ? readHead(lines, next) : null;
    if (other && !sameColumns(other, head)) return false;
    if (head.form === 'grid' && line.cells?.length === head.columns.length) return true;
    if (head.form === 'lines' && next > at && readCode(line.text).length > 0) return true;
    seen++;
  }
  return false;
}
