import { joinLines } from '../../domain/text';
import type { SourceLine } from '../raw';
import { cleanText } from '../source';
import { goesOn, isUnfinished } from './cell';
import { isNumberHeading, readHead, type Head } from './head';
import { closesTable, numbersPage, readHeading } from './headings';
import { isSectionStyle, readCode } from './rowCode';

/**
 * Tables whose cells stand between bars on one line, with none at its edges ("1 | Tỷ lệ … | %"),
 * and tables drawn with lines (│ ─ ┼, or + - |), whose cells may be broken over lines.
 */

const BARS = /[│┃║╎╏┆┇┊┋¦∣｜]/g;
const BAR = /[|│┃║╎╏┆┇┊┋¦∣｜]/;
/** A line that is drawn between rows. */
const DRAWN = /^[-+|│┃║\u2500-\u257f][-+|=\s\u2500-\u257f]*$/;
const DRAWS = /[─━═┄┅┈┉┼┬┴╬]|[-=]{2,}\+|\+[-=]{2,}/;
/** Where a line that is drawn under some cells meets the bars. */
const CROSSINGS = /[├┤┼┬┴┌┐└┘╔╗╚╝╠╣╦╩╬╟╢╞╡╤╧╪╒╕╘╛┏┓┗┛┣┫┳┻╋]|\+(?=[-=]{2})|(?<=[-=]{2})\+/g;
/** Between bars, a line drawn under some cells only. */
const DRAWN_CELL = /^[─━═┄┅┈┉]+$|^[-=]{2,}$/;
/** With fewer lines that hold bars there is no table of this kind. */
const FEWEST_LINES = 3;
const FEWEST_CELLS = 3;
/** Over how many lines a head, and a row, may be broken. */
const MOST_HEAD_LINES = 4;
const MOST_LINES = 12;
/** So many lines without bars on end are no cells of a table. */
const MOST_BETWEEN = 4;
/** With more parts between drawn lines, each is a row: head and body alone are two. */
const FEW_PARTS = 3;

/** The lines of a text with each row of such a table as one line with its cells. */
export function joinBarRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines.filter(({ text }) => BAR.test(text)).length < FEWEST_LINES) return lines;
  const joined: SourceLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const drawn = drawnEnd(lines, at);
    const head = drawn > at ? null : headAt(lines, at);
    if (drawn > at) {
      joined.push(...drawnRows(lines.slice(at, drawn)));
      at = drawn;
    } else if (head) {
      const { rows, end } = rowsBelow(lines, head);
      joined.push(...head.rows, ...rows);
      at = end;
    } else {
      joined.push(...lines.slice(at, at + 1));
      at++;
    }
  }
  return joined;
}

/** A line as it was printed, with one sign for all bars. */
function printed({ raw, text }: SourceLine): string {
  return (raw ?? text).normalize('NFC').replace(BARS, '|').trimEnd();
}

function cut(line: SourceLine): readonly string[] {
  return BAR.test(line.text) ? printed(line).trim().split('|').map(cleanText) : [line.text];
}

function rowLine(line: SourceLine, cells: readonly string[]): SourceLine {
  const { number, place } = line;
  return { number, text: cells.filter(Boolean).join(' '), cells, place };
}

/** Cells that go on with those of the line above, whose last one was broken. */
function onward(above: readonly string[], below: readonly string[]): readonly string[] {
  const [first = '', ...rest] = below;
  return [...above.slice(0, -1), joinLines([above.at(-1) ?? '', first]).trim(), ...rest];
}

type BarHead = {
  readonly rows: readonly SourceLine[];
  readonly columns: number;
  /** Whether a bar stands at the end of each line, though none at its beginning. */
  readonly closed: boolean;
  readonly end: number;
};

/** The head of a table without bars at the edges that begins at a line, or null. */
function headAt(lines: readonly SourceLine[], at: number): BarHead | null {
  const first = lines[at];
  if (!first || !BAR.test(first.text) || /^[|│]/.test(first.text)) return null;
  let cells = cut(first);
  const [opening = ''] = cells;
  if (!isNumberHeading(opening) && readHeading(opening)?.role !== 'name') return null;
  let end = at + 1;
  while (end < at + MOST_HEAD_LINES) {
    const next = lines[end];
    if (!next || next.text === '') break;
    const below = cut(next);
    const all = onward(cells, below);
    const [words = ''] = below;
    // Without a bar, words that begin as a title does are one.
    const isBroken =
      words !== '' && readCode(words).length === 0 && (below.length > 1 || /^\p{Ll}/u.test(words));
    if (!isBroken || !all.every((cell) => readHeading(cell))) break;
    cells = all;
    end++;
  }
  const closed = cells.at(-1) === '';
  if (closed) cells = cells.slice(0, -1);
  if (cells.length < FEWEST_CELLS) return null;
  const rows = [rowLine(first, cells)];
  const second = lines[end];
  const below = second ? without(cut(second), closed) : [];
  if (second && below.length === cells.length && readCode(below[0] ?? '').length === 0)
    rows.push(rowLine(second, below));
  const head: Head | null = readHead(rows, 0);
  if (head?.form !== 'grid') return null;
  if (head.bodyStart > 1) end++;
  return { rows: rows.slice(0, head.bodyStart), columns: cells.length, closed, end };
}

function without(cells: readonly string[], closed: boolean): readonly string[] {
  return closed && cells.length > 1 && cells.at(-1) === '' ? cells.slice(0, -1) : cells;
}

/** The rows below a head, with the lines between them, and where the table is over. */
function rowsBelow(
  lines: readonly SourceLine[],
  head: BarHead,
): { readonly rows: readonly SourceLine[]; readonly end: number } {
  const rows: SourceLine[] = [];
  let end = head.end;
  let kept = 0;
  for (let at = head.end; at < lines.length;) {
    const line = lines[at];
    if (!line || closesTable(line.text) || headAt(lines, at)) break;
    if (BAR.test(line.text)) {
      const row = rowAt(lines, at, line, head);
      rows.push(row.line);
      at = end = row.end;
      kept = rows.length;
      continue;
    }
    rows.push(line);
    at++;
    if (line.text !== '' && rows.slice(kept).filter(({ text }) => text).length > MOST_BETWEEN)
      break;
  }
  return { rows: rows.slice(0, kept), end };
}

/** The row that begins at a line, with the lines that its cells are broken over. */
function rowAt(
  lines: readonly SourceLine[],
  at: number,
  line: SourceLine,
  { columns, closed }: BarHead,
): { readonly line: SourceLine; readonly end: number } {
  let cells = without(cut(line), closed);
  let end = at + 1;
  let longer = cells;
  const isTitle = cells.length === 2 && readCode(cells[0] ?? '').some(isSectionStyle);
  for (let to = end; !isTitle && longer.length < columns && to < at + MOST_LINES; to++) {
    const next = lines[to];
    if (!next || closesTable(next.text)) break;
    if (next.text === '') continue;
    const below = without(cut(next), closed);
    const begins = below.length > 1 && readCode(below[0] ?? '').length > 0;
    if (begins || below.length >= columns || longer.length + below.length - 1 > columns) break;
    longer = onward(longer, below);
    if (longer.length < columns) continue;
    cells = longer;
    end = to + 1;
  }
  for (; cells.length === columns; end++) {
    const next = lines[end];
    if (!next || next.text === '' || BAR.test(next.text) || closesTable(next.text)) break;
    if (readCode(next.text).length > 0 || numbersPage(next.text)) break;
    if (!goesOn(next.text) && !isUnfinished(cells.at(-1) ?? '')) break;
    cells = onward(cells, [next.text]);
  }
  return { line: rowLine(line, cells), end };
}

const isDrawn = (text: string): boolean => DRAWN.test(text) && DRAWS.test(text);

/** Where a table that is drawn with lines and begins at a line ends; `at` where none begins. */
function drawnEnd(lines: readonly SourceLine[], at: number): number {
  const first = lines[at]?.text ?? '';
  if (!isDrawn(first)) {
    const next = lines.slice(at + 1, at + 1 + MOST_HEAD_LINES);
    if (!BAR.test(first) || !next.some(({ text }) => isDrawn(text))) return at;
  }
  let end = at;
  let drawn = 0;
  for (let line = lines[end]; line && line.text !== ''; line = lines[++end]) {
    if (isDrawn(line.text)) drawn++;
    else if (!BAR.test(line.text)) break;
  }
  return drawn > 0 && end - at > drawn + 1 ? end : at;
}

/** The lines between two drawn ones, and the columns in which no line is drawn above them. */
type Part = { readonly lines: Drawn[]; readonly goesOn: readonly number[] };

/** The rows of a table that is drawn with lines. */
function drawnRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  const edges = edgesOf(lines);
  const parts: Part[] = [{ lines: [], goesOn: [] }];
  for (const line of lines) {
    const cells = cutAt(line, edges);
    const isRule = cells.map((cell) => DRAWS.test(line.text) && DRAWN_CELL.test(cell));
    if (isRule.every(Boolean)) parts.push({ lines: [], goesOn: [] });
    else if (!isRule.includes(true)) parts.at(-1)?.lines.push({ line, cells });
    else {
      const own = cells.map((cell, at) => (isRule[at] ? '' : cell));
      const goesOn = own.flatMap((_, at) => (isRule[at] ? [] : [at]));
      parts.push({ lines: [{ line, cells: own }], goesOn });
    }
  }
  const filled = parts.filter((part) => part.lines.length > 0);
  const isRuled = filled.length > FEW_PARTS;
  const rows = filled.map((part, at) => rowsOfPart(part.lines, at === 0 || isRuled));
  return mergedDown(rows, filled);
}

/** Rows with the words of cells that go on beyond a drawn line in each row they belong to. */
function mergedDown(
  rows: readonly (readonly SourceLine[])[],
  parts: readonly Part[],
): readonly SourceLine[] {
  const merged = rows.map((own) => own.map(({ cells }) => [...(cells ?? [])]));
  const pairs = parts.flatMap(({ goesOn }, at) => {
    const [above, below] = [merged[at - 1]?.at(-1), merged[at]?.[0]];
    return above && below ? [{ above, below, goesOn }] : [];
  });
  for (const { above, below, goesOn } of pairs)
    for (const at of goesOn)
      below[at] = joinLines([above[at] ?? '', below[at] ?? ''].filter(Boolean));
  for (const { above, below, goesOn } of pairs.reverse())
    for (const at of goesOn) above[at] = below[at] ?? '';
  return rows.flatMap((own, part) =>
    own.map((line, at) => rowLine(line, merged[part]?.[at] ?? [])),
  );
}

/** A line of a drawn table, cut at its bars. */
type Drawn = { readonly line: SourceLine; readonly cells: readonly string[] };

/** The rows of a part between two drawn lines: one, or one for each number. */
function rowsOfPart(part: readonly Drawn[], isOne: boolean): readonly SourceLine[] {
  const isNumbered = ({ cells: [number = ''] }: Drawn): boolean => readCode(number).length > 0;
  const numbers = part.filter(isNumbered).length;
  const rows: Drawn[] = [];
  for (const drawn of part) {
    const above = rows.at(-1);
    const begins =
      (numbers > 1 || !isOne) &&
      (numbers === 0 || isNumbered(drawn) || (isCapitals(drawn) && !isCapitals(above)));
    if (!above || begins) rows.push(drawn);
    else
      rows[rows.length - 1] = {
        line: above.line,
        cells: above.cells.map((cell, at) =>
          joinLines([cell, drawn.cells[at] ?? ''].filter(Boolean)),
        ),
      };
  }
  return rows.map(({ line, cells }) => rowLine(line, cells));
}

/** True for a line whose only words are in capitals: a title between rows. */
function isCapitals(drawn: Drawn | undefined): boolean {
  const words = drawn?.cells.filter((cell) => /\p{L}/u.test(cell)) ?? [];
  return words.length === 1 && !/\p{Ll}/u.test(words.join(''));
}

/** Where the bars of a drawn table stand, and whether they stand at its edges too. */
type Edges = {
  readonly bars: readonly number[];
  readonly opens: boolean;
  readonly closes: boolean;
};

function edgesOf(lines: readonly SourceLine[]): Edges {
  const texts = lines.filter(({ text }) => !isDrawn(text)).map(printed);
  const bars = texts
    .map(barsOf)
    .reduce((most, each) => (each.length > most.length ? each : most), []);
  return {
    bars,
    opens: texts.every((text) => text.slice(0, bars[0]).trim() === ''),
    closes: texts.every((text) => text.endsWith('|')),
  };
}

function barsOf(text: string): readonly number[] {
  return [...text.matchAll(/\|/g)].map(({ index }) => index);
}

/** The cells of a line; one that is merged over columns stands in the first of them. */
function cutAt(line: SourceLine, edges: Edges): readonly string[] {
  const drawn = printed(line);
  const text = DRAWS.test(drawn) ? drawn.replace(CROSSINGS, '|') : drawn;
  const bars = barsOf(text);
  const cells = text
    .split('|')
    .slice(edges.opens ? 1 : 0, edges.closes ? -1 : undefined)
    .map((cell) => (DRAWN_CELL.test(cell.trim()) ? cell.trim() : cleanText(cell)));
  if (bars.length >= edges.bars.length || !bars.every((bar) => edges.bars.includes(bar)))
    return cells;
  const before = edges.opens ? [] : [-1];
  const starts = [...before, ...bars];
  const columns = [...before, ...edges.bars].slice(0, edges.closes ? -1 : undefined);
  return columns.map((edge) => cells[starts.indexOf(edge)] ?? '');
}
