import { tidy } from '../../domain/text';
import type { SourceLine } from '../raw';
import { cleanText } from '../source';
import { isNumberHeading, readHead } from './head';
import { closesTable, readHeading } from './headings';
import { readCode } from './rowCode';

/**
 * Tables whose columns stand apart by spaces only, as programs print a page as text: each line
 * of a page is a line, and the lines of a cell stand below each other.
 */

/** A word of a line, and where it begins. */
type Word = { readonly text: string; readonly at: number };

/** A stretch of places that one column takes: `from` inclusive, `to` exclusive. */
type Span = { readonly from: number; readonly to: number };

/** A row as found: its cells, and the lines that hold it. */
type Found = { readonly cells: readonly string[]; readonly from: number; readonly to: number };

/** Two words so far apart belong to two columns. */
const APART = / {2,}/;
/** With fewer lines of words apart there is no table of this kind. */
const FEWEST_LINES = 4;
const FEWEST_COLUMNS = 3;
/** A head has no more lines than this, those above the heading of the numbers included. */
const MOST_HEAD_LINES = 6;
const LINES_ABOVE = 2;
/** The longest table, in lines. */
const LONGEST_TABLE = 5000;
/** How far a column may begin from where it does in most rows, in characters. */
const DRIFT = 4;
/** What tells that a column begins at a place: a piece, or a word, begins there, or none does. */
const PIECE_BEGINS = 3;
const WORD_BEGINS = 1;
const RUNS_OVER = 2;
/** The share of numbers that must stand alone between blank lines for all rows to do so. */
const MOSTLY = 0.9;
/** The share of numbers beside no beginning of a name where numbers stand on first lines. */
const SELDOM = 0.1;
/** A row has no more lines than this. */
const LONGEST_ROW = 60;

/**
 * The lines of a text with each row of such a table as one line with its cells, and nothing on
 * the other lines that hold it; a text that has no such table comes back as it is.
 */
export function joinSpacedRows(lines: readonly SourceLine[]): readonly SourceLine[] {
  const raws = lines.map(({ raw, text, cells }) => (cells ? '' : (raw ?? text)));
  const apart = raws.filter((raw) => APART.test(raw.trim())).length;
  if (apart < FEWEST_LINES) return lines;
  const joined = [...lines];
  let over = 0;
  for (let at = 0; at < raws.length; at++) {
    const table = headsNumbers(raws[at] ?? '') ? tableAt(raws, at, over) : null;
    if (!table) continue;
    for (const { cells, from, to } of table)
      for (const [index, line] of lines.slice(from, to).entries())
        joined[from + index] =
          index > 0
            ? { ...line, text: '' }
            : { ...line, text: cells.filter(Boolean).join(' '), cells: cells.map(cleanText) };
    over = table.at(-1)?.to ?? 0;
    at = Math.max(at, over - 1);
  }
  return joined;
}

/** True for a line that begins with the heading of the numbers, and goes on apart from it. */
function headsNumbers(raw: string): boolean {
  if (!raw.includes('  ') || raw.includes('\t') || raw.includes('|')) return false;
  const [first = '', ...rest] = raw.trim().split(APART);
  return rest.length > 0 && isNumberHeading(tidy(first));
}

const isBlank = (raw: string | undefined): boolean => raw === undefined || raw.trim() === '';

function wordsOf(raw: string): readonly Word[] {
  return [...raw.matchAll(/\S+/g)].map((match) => ({ text: match[0], at: match.index }));
}

/** Where a head begins: at its heading of numbers, or on the lines of headings right above it. */
function topOf(raws: readonly string[], at: number): number {
  const isApart = (line: number): boolean => piecesOf(raws[line] ?? '').length > 1;
  let top = at;
  while (top > at - LINES_ABOVE && isApart(top - 1)) top--;
  return isApart(top - 1) ? at : top;
}

/**
 * The table whose heading of numbers stands on a line; null where none does. A head that comes
 * again on the next page begins another, whose columns may stand elsewhere; `over` is where the
 * table before ends.
 */
function tableAt(raws: readonly string[], at: number, over: number): readonly Found[] | null {
  const top = Math.max(over, topOf(raws, at));
  const numbered = firstRow(raws, at);
  if (numbered === null) return null;
  const first = bodyFrom(raws, top, at, numbered);
  const headings = headingsOf(raws.slice(top, first));
  if (headings.length < FEWEST_COLUMNS) return null;
  const cells = headings.map(({ text }) => text);
  const line: SourceLine = { number: 1, text: cells.join(' '), cells, place: {} };
  if (readHead([line], 0)?.form !== 'grid') return null;
  const end = endOf(raws, first);
  const edges = edgesOf(raws.slice(first, end), headings);
  return [{ cells, from: top, to: first }, ...rowsOf(raws, first, end, edges)];
}

/** Words of a name, where a heading has fewer. */
const NAME = /^\p{Lu}\S*(?: \S+){3,}/u;

/**
 * Where the body begins: at the first line with words of a name below a head that is whole, where
 * numbers stand beside the middle of their rows; else at the first number.
 */
function bodyFrom(raws: readonly string[], top: number, head: number, numbered: number): number {
  for (let at = head + 1; at < numbered; at++) {
    const headings = headingsOf(raws.slice(top, at));
    const third = headings[2]?.from ?? 0;
    const names = piecesOf(raws[at] ?? '').some(
      ({ from, text }) => from < third && NAME.test(text),
    );
    if (names && headings.every(({ text }) => readHeading(text) !== null)) return at;
  }
  return numbered;
}

/** The headings of a table: what stands below each other in its head is one. */
function headingsOf(lines: readonly string[]): readonly (Span & { readonly text: string })[] {
  const pieces = lines.flatMap(piecesOf).sort((one, other) => one.from - other.from);
  return pieces
    .reduce<(Span & { readonly text: string })[]>((headings, piece) => {
      const last = headings.at(-1);
      if (!last || piece.from >= last.to) return [...headings, piece];
      const to = Math.max(last.to, piece.to);
      return [...headings.slice(0, -1), { from: last.from, to, text: '' }];
    }, [])
    .map((heading) => ({
      ...heading,
      text: tidy(
        lines
          .flatMap(piecesOf)
          .filter(({ from, to }) => from < heading.to && to > heading.from)
          .map(({ text }) => text)
          .join(' '),
      ),
    }));
}

/** The pieces of a line that stand apart. */
function piecesOf(raw: string): readonly (Span & { readonly text: string })[] {
  return [...raw.matchAll(/\S+(?: \S+)*/g)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
}

/** Where each column but the first begins: where most pieces do, between its heading and the one before. */
function edgesOf(lines: readonly string[], headings: readonly Span[]): readonly number[] {
  const starts: number[] = [];
  for (const raw of lines)
    for (const { at } of wordsOf(raw))
      starts[at] = (starts[at] ?? 0) + (beginsPiece(raw, at) ? PIECE_BEGINS : WORD_BEGINS);
  const bestIn = (lowest: number, highest: number): { place: number; count: number } => {
    let best = { place: highest - 1, count: 0 };
    for (let place = lowest; place <= highest; place++) {
      const count =
        (starts[place] ?? 0) + ((starts[place - 1] ?? 0) + (starts[place + 1] ?? 0)) / 2;
      if (count > best.count) best = { place, count };
    }
    return best;
  };
  return headings.slice(1).map((heading, index) => {
    const over = headings[index]?.to ?? 0;
    // What begins below the heading before is likelier a cell of its own, set in the middle.
    const own = bestIn(over, heading.from + 1);
    if (own.count >= PIECE_BEGINS || index === 0) return own.place;
    return bestIn(over - DRIFT, heading.from + 1).place;
  });
}

/** True where a word stands apart from the one before it. */
const beginsPiece = (raw: string, at: number): boolean => (raw[at - 2] ?? ' ') === ' ';

/**
 * Where each column begins in the lines of one row, near to where it begins in most: where most
 * pieces, or words, of its lines begin and the fewest words run over.
 */
function edgesIn(lines: readonly string[], edges: readonly number[]): readonly number[] {
  const isFilled = (raw: string, place: number): boolean => (raw[place] ?? ' ') !== ' ';
  const score = (place: number): number =>
    lines.reduce((sum, raw) => {
      if (!isFilled(raw, place)) return sum;
      if (isFilled(raw, place - 1)) return sum - RUNS_OVER;
      return sum + (beginsPiece(raw, place) ? PIECE_BEGINS : WORD_BEGINS);
    }, 0);
  return edges.map((edge) => {
    let best = edge;
    let highest = PIECE_BEGINS / 2;
    for (let place = Math.max(1, edge - DRIFT); place <= edge + DRIFT; place++) {
      const own = score(place) - Math.abs(place - edge) / 2;
      if (own > highest) [highest, best] = [own, place];
    }
    return best;
  });
}

/** Where a line goes on in the next column: where a piece begins near its edge, or else a word. */
function cutNear(raw: string, edge: number): number {
  let best = edge;
  let lowest = Infinity;
  for (const { text, at } of wordsOf(raw)) {
    const off = Math.abs(at - edge);
    const isLikely = beginsPiece(raw, at) || at === edge;
    if (off > (isLikely ? DRIFT : DRIFT / 2)) continue;
    const cost = off + (isLikely ? 0 : DRIFT) + (/^\p{Lu}/u.test(text) ? 0 : 0.5);
    if (cost < lowest) [lowest, best] = [cost, at];
  }
  return best;
}

/** The line of the first row: the first below the head, if it holds or follows a number. */
function firstRow(raws: readonly string[], head: number): number | null {
  const second = piecesOf(raws[head] ?? '')[1]?.from ?? Infinity;
  for (let at = head + 1; at <= head + MOST_HEAD_LINES; at++) {
    const blank = isBlank(raws[at]);
    if (!blank && !startsRow(raws[at] ?? '', second)) continue;
    while (isBlank(raws[at]) && at < raws.length) at++;
    return at < raws.length ? at : null;
  }
  return null;
}

/** True for a line that begins with the number of a row, apart from what follows and left of a place. */
function startsRow(raw: string, before = Infinity): boolean {
  const [first] = piecesOf(raw);
  return !!first && first.from < before && readCode(first.text.replaceAll(' ', '')).length > 0;
}

/** Where the table is over: at what closes one, or at a line of running text after a blank one. */
function endOf(raws: readonly string[], from: number): number {
  let last = from;
  for (let at = from; at < Math.min(raws.length, from + LONGEST_TABLE); at++) {
    const raw = raws[at] ?? '';
    const text = raw.trim();
    if (text === '') continue;
    if (closesTable(tidy(text)) || raw.includes('|')) return at;
    if (at > from && headsNumbers(raw)) return topOf(raws, at);
    const isText = isBlank(raws[at - 1]) && /^\S/.test(raw) && !APART.test(text);
    if (isText && at - last > 1 && !startsRow(raw)) return at;
    last = at;
  }
  return last + 1;
}

/** The words of the lines of one row, each put into its column. */
function cellsOf(lines: readonly string[], edges: readonly number[]): readonly string[] {
  const [only, ...others] = lines;
  const pieces = only === undefined ? [] : piecesOf(only);
  // Where each row is one line, spaces need not keep the columns.
  if (others.length === 0 && pieces.length === edges.length + 1)
    return pieces.map(({ text }) => text);
  if (others.length === 0 && isTitle(pieces, edges)) return titleCells(pieces, edges);
  if (others.length === 0 && isOffEdges(pieces, edges)) return pieces.map(({ text }) => text);
  const own = edgesIn(lines, edges);
  const cells = [0, ...edges].map((): string[] => []);
  for (const raw of lines) {
    const cuts = own.map((edge) => cutNear(raw, edge));
    for (const { text, at } of wordsOf(raw))
      cells[cuts.findLastIndex((cut) => cut <= at) + 1]?.push(text);
  }
  return cells.map((words) => tidy(words.join(' ')));
}

/** True for a line whose words, beside a number, run over the places where columns begin. */
function isTitle(pieces: readonly Span[], edges: readonly number[]): boolean {
  const words = pieces.at(-1);
  const over = edges.filter((edge) => words && words.from < edge && words.to > edge);
  return pieces.length <= 2 && over.length > 0;
}

/** True for a line of several pieces, one of which runs far over a place where a column begins. */
function isOffEdges(pieces: readonly Span[], edges: readonly number[]): boolean {
  const isOver = pieces.some(({ from, to }) =>
    edges.some((edge) => from < edge - DRIFT && to > edge + DRIFT),
  );
  return pieces.length > 2 && isOver;
}

function titleCells(
  pieces: readonly { readonly text: string }[],
  edges: readonly number[],
): readonly string[] {
  const title = pieces.at(-1)?.text ?? '';
  const number = pieces.length > 1 ? (pieces[0]?.text ?? '') : '';
  return [number, title, ...edges.slice(1).map(() => '')];
}

/** The number a line begins with, left of the second column; "" for none. */
function numberOf(raw: string, edges: readonly number[]): string {
  const [first] = piecesOf(raw);
  return first && first.to <= (edges[0] ?? 0) ? first.text.replaceAll(' ', '') : '';
}

/** The last line of a table where it is the number of a page: alone, and not where rows have theirs. */
function footOf(
  raws: readonly string[],
  from: number,
  end: number,
  edges: readonly number[],
): number | null {
  const last = raws.slice(from, end).findLastIndex((raw) => !isBlank(raw));
  const [only, ...others] = piecesOf(raws[from + last] ?? '');
  const isNumber =
    !!only && others.length === 0 && /^[-–] ?\d{1,3} ?[-–]$|^\d{1,3}$/.test(only.text);
  return isNumber && only.from >= (edges[0] ?? 0) ? from + last : null;
}

/** Cuts the lines of a table into rows: by blank lines, or by numbers. */
function rowsOf(
  raws: readonly string[],
  from: number,
  end: number,
  edges: readonly number[],
): readonly Found[] {
  const blocks: { from: number; to: number; numbers: readonly number[] }[] = [];
  const foot = footOf(raws, from, end, edges);
  for (let at = from; at < end; at++) {
    const raw = raws[at] ?? '';
    if (isBlank(raw) || at === foot) continue;
    const numbers = readCode(numberOf(raw, edges)).length > 0 ? [at] : [];
    const last = blocks.at(-1);
    if (last?.to === at) {
      last.to = at + 1;
      last.numbers = [...last.numbers, ...numbers];
    } else blocks.push({ from: at, to: at + 1, numbers });
  }
  const numbers = blocks.flatMap((block) => block.numbers);
  const single = blocks.filter((block) => block.numbers.length === 1).length;
  const areApart = single >= numbers.length * MOSTLY;
  const found = blocks.flatMap((block) =>
    areApart && block.numbers.length < 2 ? [block] : cutAtNumbers(raws, block, edges),
  );
  return found
    .filter((row) => row.to - row.from <= LONGEST_ROW)
    .map((row) => ({ ...row, cells: cellsOf(raws.slice(row.from, row.to), edges) }));
}

/**
 * The rows of lines without blank ones between them. Numbers stand on the first lines of their
 * rows, or (where many stand beside the middle of a name) in the middle of them.
 */
function cutAtNumbers(
  raws: readonly string[],
  { from, to, numbers }: { from: number; to: number; numbers: readonly number[] },
  edges: readonly number[],
): readonly { from: number; to: number }[] {
  if (numbers.length === 0) return [{ from, to }];
  const inside = numbers.filter((at) => !beginsName(raws[at] ?? '', edges));
  const isCentred = inside.length > numbers.length * SELDOM;
  let start = from;
  return numbers.map((number, index) => {
    const next = numbers[index + 1];
    const middle = 2 * number - start + 1;
    const wanted = isCentred ? [middle, middle + 1, middle - 1] : [next ?? to];
    const possible = wanted.filter((end) => end > number && end <= (next ?? to));
    const begins = possible.find((end) => beginsName(raws[end] ?? '', edges));
    const end = next === undefined ? to : (begins ?? possible[0] ?? next);
    const row = { from: start, to: end };
    start = end;
    return row;
  });
}

/** True for a line whose name column begins with a capital: a row may begin there. */
function beginsName(raw: string, edges: readonly number[]): boolean {
  return /^\p{Lu}/u.test(cellsOf([raw], edges)[1] ?? '');
}
