import { fold, joinLines } from '../../domain/text';
import type { Doubt, SourceLine } from '../raw';
import { alignCells, type Layout } from './alignCells';
import { readCell, type SeenFits } from './cell';
import { isRule, numbersColumns, type Head } from './head';
import { cellText, placeCells, type Filled, type Row } from './row';
import { readCode } from './rowCode';

/** How much dearer the cells' own places may be than the best ones and still be kept. */
const TRUST_IN_PLACES = 3;

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
    const row = readRow(line.number, cells, head, layout, seen);
    const above = rows.at(-1);
    if (above && goesOn(row, newPage && numbered)) rows[rows.length - 1] = join(above, row, head);
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
): Row {
  const numberAt = head.columns.findIndex((column) => column.role === 'number');
  const [code = null] = numberAt < 0 ? [] : readCode((cells[numberAt] ?? '').replaceAll(' ', ''));
  const content = cells.filter((_, at) => at !== numberAt || (code === null && cells[at] !== ''));
  while (content.length > layout.columns.length && content.at(-1) === '') content.pop();
  return { line, code, ...placeTexts(line, content, layout, seen) };
}

/**
 * Leaves the cells where they stand when there is one for each column; else, and only if they
 * fit far better elsewhere, decides by meaning.
 */
function placeTexts(
  line: number,
  texts: readonly string[],
  layout: Layout,
  seen: SeenFits,
): Pick<Row, 'filled' | 'doubts'> {
  const inPlace: Filled[] = layout.columns.flatMap((column, at) => {
    const text = cellText(texts[at] ?? '');
    return text === null ? [] : [{ column, text }];
  });
  if (texts.length === layout.columns.length) return { filled: inPlace, doubts: [] };
  const cells = texts.filter((text) => text !== '').map((text) => readCell(line, text, text, seen));
  const misfit = inPlace.reduce(
    (sum, { column, text }) => sum + readCell(line, text, text, seen).fits[column.role],
    0,
  );
  const better = misfit - alignCells(cells, layout).costOf(cells.length) > TRUST_IN_PLACES;
  if (texts.length < layout.columns.length && !better) return { filled: inPlace, doubts: [] };
  return placeCells(cells, layout);
}

/** True for a row that is the rest of the row above; on a new page every row without a number is. */
function goesOn(row: Row, newPage: boolean): boolean {
  if (row.code !== null) return false;
  const name = row.filled.find(({ column }) => column.role === 'name')?.text;
  return newPage || name === undefined || /^[\p{Ll}(,;.)]/u.test(name);
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
