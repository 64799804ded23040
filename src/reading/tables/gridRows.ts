import { fold, joinLines } from '../../domain/text';
import type { Doubt, SourceLine } from '../raw';
import { alignCells, emptyCosts, type Costs, type Layout } from './alignCells';
import { isUnfinished, readCell, type Cell, type SeenFits } from './cell';
import { isRule, numbersColumns, type Column, type Head } from './head';
import { cellText, placeCells, withOwnNumber, type Filled, type Row } from './row';
import { readCode, type CodeReading } from './rowCode';

/** How much dearer the cells' own places may be than the best ones and still be kept. */
const TRUST_IN_PLACES = 2;

const LONGEST_CODE = 12;

/** What it costs to believe that the row above spans a column: who leads and when, above all. */
const spanCosts: Costs = {
  number: 0,
  name: 14,
  unit: 1,
  target: 2,
  lead: 0.8,
  coord: 1,
  result: 1.5,
  time: 0.9,
  other: 0.4,
};

/**
 * Reads the body of a table with one row on each line. Heads that are repeated on every page
 * are left out; a row without a number that goes on with the row above (after a page break, or
 * in the middle of a phrase) is joined to it cell by cell.
 */
export function gridRows(lines: readonly SourceLine[], head: Head): readonly Row[] {
  const layout: Layout = {
    holds: head.holds,
    columns: head.columns.filter((column) => column.role !== 'number'),
    wrapped: false,
  };
  const titles = head.columns.map((column) => fold(column.heading)).join('|');
  const numbered = head.columns.length > layout.columns.length;
  const seen: SeenFits = new Map();
  const rows: Row[] = [];
  let newPage = false;
  for (const line of lines) {
    const { cells } = line;
    if (!cells || isRule(cells) || cells.every((cell) => cell === '')) continue;
    if (numbersColumns(cells) || cells.map(fold).join('|') === titles) {
      newPage = true;
      continue;
    }
    newPage ||= line.mayGoOn === true;
    const above = rows.at(-1);
    const title = titleOf(line.number, cells, head);
    const row = title ?? readRow(line.number, cells, head, layout, seen, above);
    if (above && goesOn(row, above, newPage && numbered && !title))
      rows[rows.length - 1] = join(above, row, head);
    else rows.push(row);
    newPage = false;
  }
  return rows;
}

function readRow(
  line: number,
  cells: readonly string[],
  head: Head,
  layout: Layout,
  seen: SeenFits,
  above: Row | undefined,
): Row {
  const numberAt = head.columns.findIndex((column) => column.role === 'number');
  const number = numberAt < 0 ? '' : (cells[numberAt] ?? '');
  const isWhole = cells.length === head.columns.length && cells.filter(Boolean).length > 2;
  const code = readCode(number.replaceAll(' ', ''))[0] ?? (isWhole ? oddCode(number) : null);
  const isLost = (at: number): boolean => code === null && /[\p{L}\p{N}]/u.test(cells[at] ?? '');
  const content = cells.filter((_, at) => at !== numberAt || isLost(at));
  while (content.length > layout.columns.length && content.at(-1) === '') content.pop();
  const row = { line, code, ...placeTexts(line, content, layout, seen, above) };
  return withOwnNumber(titled(row, layout), numberAt >= 0);
}

/** A numbered row whose only words stand beside its number: a title, whatever that column holds. */
function titled(row: Row, { columns }: Layout): Row {
  const [only, ...others] = row.filled;
  const name = columns.find(({ role }) => role === 'name');
  if (!only || !name || !row.code || others.length > 0 || only.column !== columns[0]) return row;
  return { ...row, filled: [{ ...only, column: name }] };
}

/**
 * Leaves the cells where they stand when there is one for each column. A shorter row lost its
 * last cells, or those that the row above spans: then the cells are put where they fit, and what
 * is missing is taken from above. A longer one is decided by meaning.
 */
function placeTexts(
  line: number,
  texts: readonly string[],
  layout: Layout,
  seen: SeenFits,
  above: Row | undefined,
): Pick<Row, 'filled' | 'doubts'> {
  const { columns } = layout;
  const inPlace: Filled[] = columns.flatMap((column, at) => {
    const text = cellText(texts[at] ?? '');
    return text === null ? [] : [{ column, text }];
  });
  if (texts.length === columns.length) return { filled: inPlace, doubts: [] };
  const read = (text: string): Cell => readCell(line, text, text, seen);
  if (texts.length > columns.length)
    return placeCells(texts.filter((text) => text !== '').map(read), layout);
  if (inPlace.length < 2) return { filled: inPlace, doubts: [] };
  const cells = texts.map((text) => read(text === '' ? '-' : text));
  const lost = columns.slice(texts.length);
  const misfit =
    inPlace.reduce((sum, { column, text }) => sum + read(text).fits[column.role], 0) +
    lost.reduce((sum, { role }) => sum + emptyCosts[layout.holds][role] / 2, 0);
  const spans = alignCells(cells, { ...layout, costs: costsUnder(above, layout) });
  if (misfit - spans.costOf(cells.length) <= TRUST_IN_PLACES)
    return { filled: inPlace, doubts: missing(lost) };
  const placings = spans.placingsOf(cells.length);
  const doubts: Doubt[] = [];
  const filled = columns.flatMap((column, at): Filled[] => {
    const { from, to } = placings[at] ?? { from: 0, to: 0 };
    const own = cellText(texts.slice(from, to).join(' '));
    if (own !== null) return [{ column, text: own }];
    if (to > from) return [];
    const text = above?.filled.find((each) => each.column === column)?.text;
    if (text === undefined) doubts.push(...missing([column]));
    else doubts.push({ code: 'cellFromRowAbove', params: { column: column.heading, text } });
    return text === undefined ? [] : [{ column, text }];
  });
  return { filled, doubts };
}

/** What an empty cell costs under a row: what that row does not hold it cannot span. */
function costsUnder(above: Row | undefined, { holds }: Layout): Costs {
  const costs = { ...emptyCosts[holds] };
  for (const { column } of above?.filled ?? []) costs[column.role] = spanCosts[column.role];
  return costs;
}

function missing(columns: readonly Column[]): readonly Doubt[] {
  return columns
    .filter(({ role }) => role !== 'other')
    .map(({ heading }) => ({ code: 'cellMissing', params: { column: heading, text: '' } }));
}

/**
 * A row merged over the whole table: its only words stand in the first cell, though that is not
 * the column of names, or in every cell.
 */
function titleOf(line: number, cells: readonly string[], head: Head): Row | null {
  const [text = '', ...others] = new Set(cells.filter((cell) => cell !== ''));
  const isMerged =
    cells[0] === text && (cells.length === 1 || cells[1] === '' || cells[1] === text);
  const column = head.columns.find(({ role }) => role === 'name');
  if (!column || text === '' || others.length > 0 || !isMerged || readCode(text).length > 0)
    return null;
  const row: Row = { line, code: null, filled: [{ column, text }], doubts: [], isTitle: true };
  return withOwnNumber(row, true);
}

/** A number of a row that is written as few are: "6a", "NV7", "4/"; null for a cell without one. */
function oddCode(cell: string): CodeReading | null {
  const digits = /\d+/.exec(cell)?.[0];
  if (digits === undefined || cell.length > LONGEST_CODE) return null;
  const step = { style: 'arabic', value: Number.parseInt(digits, 10) } as const;
  return { text: cell.replace(/^\(|[\s.):/*]+$/g, ''), steps: [step] };
}

/** True for a row that is the rest of the row above; on a new page every row without a number is. */
function goesOn(row: Row, above: Row, newPage: boolean): boolean {
  if (row.code !== null) return false;
  const name = row.filled.find(({ column }) => column.role === 'name')?.text;
  if (newPage || name === undefined || /^[\p{Ll}(,;.)]/u.test(name)) return true;
  const nameAbove = above.filled.find(({ column }) => column.role === 'name')?.text ?? '';
  return row.filled.length === 1 && isUnfinished(nameAbove);
}

function join(above: Row, rest: Row, head: Head): Row {
  const doubt: Doubt = { code: 'cellsJoinedOverPages', params: {} };
  const filled = head.columns.flatMap((column): Filled[] => {
    const texts = [above, rest].flatMap((row) =>
      row.filled.filter((each) => each.column === column).map((each) => each.text),
    );
    return texts.length > 0 ? [{ column, text: joinLines(texts) }] : [];
  });
  return { ...above, filled, doubts: [...above.doubts, ...rest.doubts, doubt] };
}
