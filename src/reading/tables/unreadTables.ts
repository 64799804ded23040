import { fold, isCapitals, shorten } from '../../domain/text';
import { cellMeaning } from '../cells/meaning';
import type { SourceLine } from '../raw';
import { closesTable } from './headings';
import { readCode } from './rowCode';

/** A stretch of lines that looks like a table and of which no row was read. */
export type UnreadTable = {
  /** The first of its lines and the last, as the source counts them. */
  readonly from: number;
  readonly to: number;
  /** The words on the first of its lines, cut when they are many. */
  readonly text: string;
};

/** A longer line is no cell that was put on a line of its own, nor a piece of one. */
const LONGEST_PIECE = 70;
/** With fewer lines, rows or bodies that lead there is no table worth a note. */
const FEWEST_LINES = 12;
const FEWEST_ROWS = 3;
const FEWEST_CELLS = 3;
/** How much of a table's first line is quoted, in characters. */
const LONGEST_QUOTE = 80;
/** Beyond so many lines that hold rows of other tables it is another stretch. */
const MOST_BETWEEN = 3;
/** What the words of a cell that names bodies are worth at least. */
const IS_AGENCY = 0.6;

/** Running text, and the tables in it that could not be read: their lines are no running text. */
export function findUnreadTables(outside: readonly SourceLine[]): {
  readonly running: readonly SourceLine[];
  readonly unread: readonly UnreadTable[];
} {
  const unread: UnreadTable[] = [];
  const running: SourceLine[] = [];
  let stretch: SourceLine[] = [];
  const close = (): void => {
    const { from, to } = boundsOf(stretch);
    const table = tableOf(stretch.slice(from, to));
    if (table) unread.push(table);
    running.push(...(table ? [...stretch.slice(0, from), ...stretch.slice(to)] : stretch));
    stretch = [];
  };
  let flatEnd = 0;
  for (const [at, line] of outside.entries()) {
    if (at < flatEnd) continue;
    const end = flatTableEnd(outside, at);
    if (end > at) {
      close();
      const last = outside[end - 1]?.number ?? line.number;
      unread.push({ from: line.number, to: last, text: shorten(line.text, LONGEST_QUOTE) });
      flatEnd = end;
      continue;
    }
    const kind = kindOf(line);
    const open = stretch.find(({ text }) => text !== '');
    const isApart = line.number - (stretch.at(-1)?.number ?? line.number) > MOST_BETWEEN;
    if (kind === 'text' || isApart || (open && kind !== 'blank' && kind !== kindOf(open))) close();
    if (kind === 'text') running.push(line);
    else stretch.push(line);
  }
  close();
  return { running, unread };
}

/** What the headings of a table say, of which a head on one line holds several. */
const headings: readonly RegExp[] = [
  /\b(?:nhiem vu|noi dung|cong viec|chi tieu|giai phap)\b/,
  /\b(?:chu tri|thuc hien|dau moi)\b/,
  /\bphoi hop\b/,
  /\b(?:thoi (?:gian|han)|tien do|hoan thanh)\b/,
  /\b(?:san pham|ket qua)\b/,
  /\b(?:dvt|don vi tinh)\b/,
  /\bmuc tieu\b/,
];
const FEWEST_HEADINGS = 3;
const LONGEST_HEAD = 160;
/** How far below one number the next one may stand, in lines. */
const LONGEST_ROW = 30;

/** True for a line that holds the headings of a table whose cells are told apart by nothing. */
function isFlatHead({ text, cells }: SourceLine): boolean {
  if (cells || text.length > LONGEST_HEAD || !/^(?:S?TT|Số TT)[.:]? \p{Lu}/iu.test(text))
    return false;
  const words = fold(text);
  return headings.filter((heading) => heading.test(words)).length >= FEWEST_HEADINGS;
}

/** Where a table ends whose rows stand below such a head, told by their numbers; or `at`. */
function flatTableEnd(lines: readonly SourceLine[], at: number): number {
  const head = lines[at];
  if (!head || !isFlatHead(head)) return at;
  let last = 0;
  let rows = 0;
  let end = at;
  let isBelowBlank = false;
  let isLoose = false;
  for (let next = at + 1; next < lines.length && next - end <= LONGEST_ROW; next++) {
    const { text = '', cells = null } = lines[next] ?? {};
    if (cells || closesTable(text)) break;
    isBelowBlank ||= text === '';
    const number = Number.parseInt(/^(\d{1,3})[.)]? ?(?=\p{L})/u.exec(text)?.[1] ?? '', 10);
    // Where no blank line stands between rows, what begins anew below one is running text.
    if (number !== last + 1 && (number !== 1 || (isBelowBlank && !isLoose))) continue;
    isLoose ||= isBelowBlank && rows > 0;
    isBelowBlank = false;
    last = number;
    rows++;
    end = next;
  }
  while (end > at && lines[end + 1]?.text && !closesTable(lines[end + 1]?.text ?? '')) end++;
  return rows >= FEWEST_ROWS ? end + 1 : at;
}

function kindOf({ text, cells }: SourceLine): 'blank' | 'row' | 'piece' | 'text' {
  if (text === '') return 'blank';
  if (cells && cells.length >= FEWEST_CELLS) return 'row';
  return text.length <= LONGEST_PIECE && !/[.;:]$/.test(text.replace(/^\d+\.$/, ''))
    ? 'piece'
    : 'text';
}

/**
 * Which lines of a stretch may be a table: a head may stand above its first number, below any
 * title, and what closes a table ends it.
 */
function boundsOf(stretch: readonly SourceLine[]): { readonly from: number; readonly to: number } {
  const isEdge = ({ text }: SourceLine): boolean => closesTable(text) || isTitle(text);
  const first = stretch.findIndex(({ text, cells }) => numberOf(cells?.[0] ?? text) !== null);
  if (first < 0) return { from: 0, to: stretch.length };
  const title = stretch.slice(0, first).findLastIndex(isEdge);
  const end = stretch.findIndex(({ text }, at) => at > first && closesTable(text));
  return { from: title + 1, to: end < 0 ? stretch.length : end };
}

function isTitle(text: string): boolean {
  return /\p{Lu} \p{Lu}/u.test(text) && isCapitals(text);
}

/** The table that a stretch of rows, or of cells on lines of their own, is; null for none. */
function tableOf(stretch: readonly SourceLine[]): UnreadTable | null {
  const filled = stretch.filter(({ text }) => text !== '');
  const [first] = filled;
  const last = filled.at(-1);
  if (!first || !last) return null;
  const isRow = kindOf(first) === 'row';
  if (filled.length < (isRow ? FEWEST_ROWS : FEWEST_LINES)) return null;
  const numbers = filled.map(({ text, cells }) => numberOf(cells?.[0] ?? text));
  if (inTurn(numbers.filter((number) => number !== null)) < FEWEST_ROWS) return null;
  let agencies = 0;
  for (const { text, cells } of filled) {
    const own = isRow ? (cells ?? []).slice(1) : [text];
    if (own.some((cell) => cell.length > 3 && cellMeaning(cell).agency >= IS_AGENCY)) agencies++;
    if (agencies >= FEWEST_ROWS) break;
  }
  if (agencies < FEWEST_ROWS) return null;
  return { from: first.number, to: last.number, text: shorten(first.text, LONGEST_QUOTE) };
}

function numberOf(text: string): number | null {
  const [code] = readCode(text);
  const [step, ...below] = code?.steps ?? [];
  return step?.style === 'arabic' && below.length === 0 ? step.value : null;
}

/** How many numbers follow the one before them. */
function inTurn(numbers: readonly number[]): number {
  return numbers.filter((number, at) => number === (numbers[at - 1] ?? 0) + 1).length;
}
