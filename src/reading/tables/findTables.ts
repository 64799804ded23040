import type { SourceLine } from '../raw';
import { gridRows } from './gridRows';
import { afterRepeatedHead, isNumberHeading, readHead, type Head } from './head';
import { closesTable, isFooter } from './headings';
import { lineRows } from './lineRows';
import type { Row } from './row';
import { readCode } from './rowCode';

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
    const found = rowsOf(body.lines, head);
    if (found.rows.length === 0) {
      outside.push(...lines.slice(at, body.end));
      at = body.end;
      continue;
    }
    tables.push({ caption: captionOf(outside), head, rows: found.rows });
    const rest = body.lines[found.used];
    ignored.push(...body.ignored.filter((line) => !rest || line.number < rest.number));
    at = rest ? lines.indexOf(rest) : body.end;
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
  readonly ignored: readonly SourceLine[];
  readonly end: number;
};

/** The lines of a table below its head, without repeated heads, and where the table ends. */
function bodyOf(lines: readonly SourceLine[], head: Head): TableBody {
  const body: SourceLine[] = [];
  const ignored: SourceLine[] = [];
  let at = head.bodyStart;
  while (at < lines.length) {
    const line = lines[at];
    if (!line || line.text === '') {
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
    if (row && head.form === 'grid' && isOtherHead(lines, at, head)) break;
    if (row) body.push(line);
    else if (goesOn(lines, at, head)) ignored.push(line);
    else {
      if (isFooter(line.text)) {
        ignored.push(line);
        at++;
      }
      break;
    }
    at++;
  }
  return { lines: body, ignored, end: at };
}

function isOtherHead(lines: readonly SourceLine[], at: number, head: Head): boolean {
  const next = readHead(lines, at);
  return next !== null && !sameColumns(next, head);
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
    if (head.form === 'grid' && line.cells?.length === head.columns.length) return true;
    if (head.form === 'lines' && next > at && readCode(line.text).length > 0) return true;
    seen++;
  }
  return false;
}
