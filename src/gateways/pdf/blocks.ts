import type { Block, TableRow } from '../../domain/document';
import { cellsInColumns, type DrawnCell } from '../documents/columns';
import { ruledTables, type RuledCell, type RuledTable } from './lattice';
import type { Box, Glyph, PageContent } from './page';
import { withoutRunning } from './running';
import { alignedTables, type TextLine } from './aligned';
import { cellTextOf, farApart, segmentsOf, type Segment } from './text';

/** A table as it stands on one page. */
type PageTable = { readonly columns: readonly number[]; readonly rows: readonly DrawnRow[] };

type DrawnRow = { readonly cells: readonly DrawnCell[]; readonly page: number };

type PagePiece =
  | { readonly kind: 'line'; readonly text: string; readonly top: number }
  | { readonly kind: 'table'; readonly table: PageTable; readonly top: number };

/** Edges of the columns of one table may shift by this much from page to page, in points. */
const SHIFT = 5;
/** The part of a page, at its top and bottom, where page numbers stand. */
const MARGIN = 0.08;

/**
 * Makes blocks of the pages of a document: tables from the lines that draw them, joined over
 * pages where their columns go on, and lines of text from what stands outside. A head that is
 * repeated on the next page is left out there, as are running heads and page numbers.
 */
export function blocksOfPages(pages: readonly PageContent[]): readonly Block[] {
  const blocks: Block[] = [];
  let tables = 0;
  let open: { readonly columns: readonly number[]; readonly rows: DrawnRow[] } | null = null;
  const close = (): void => {
    if (open) blocks.push({ kind: 'table', rows: tableRows(open.rows, open.columns, ++tables) });
    open = null;
  };
  for (const [at, content] of withoutRunning(pages).entries()) {
    const page = at + 1;
    const pieces: readonly PagePiece[] = piecesOf(content, page, open?.columns ?? null);
    for (const piece of pieces) {
      if (piece.kind === 'line') {
        close();
        blocks.push({ kind: 'line', text: piece.text, place: { page } });
        continue;
      }
      const { columns, rows } = piece.table;
      const goesOn: boolean =
        open !== null && open.rows.at(-1)?.page === page - 1 && sameColumns(open.columns, columns);
      if (open !== null && goesOn) open.rows.push(...withoutHead(rows, open.rows));
      else {
        close();
        open = { columns, rows: [...rows] };
      }
    }
  }
  close();
  return blocks;
}

function sameColumns(one: readonly number[], other: readonly number[]): boolean {
  return (
    one.length === other.length &&
    one.every((edge, at) => Math.abs(edge - (other[at] ?? 0)) <= SHIFT)
  );
}

/** The rows of a page without those that repeat the table's first rows. */
function withoutHead(rows: readonly DrawnRow[], table: readonly DrawnRow[]): readonly DrawnRow[] {
  let repeated = 0;
  while (repeated < rows.length && wordsOf(rows[repeated]) === wordsOf(table[repeated])) repeated++;
  return rows.slice(repeated);
}

function wordsOf(row: DrawnRow | undefined): string {
  return (row?.cells ?? []).map(({ text }) => text.replace(/\s+/g, ' ')).join('|');
}

function tableRows(
  rows: readonly DrawnRow[],
  columns: readonly number[],
  table: number,
): readonly TableRow[] {
  const widths = columns.slice(1).map((edge, at) => edge - (columns[at] ?? 0));
  const cells = cellsInColumns(
    rows.map((row) => row.cells),
    widths,
  );
  return rows.map(({ page }, at) => ({
    cells: cells[at] ?? [],
    place: { page, table, row: at + 1 },
    // Where a page ends in mid-row, the row is drawn to its end, and drawn anew on the next page.
    ...(at > 0 && rows[at - 1]?.page !== page ? { mayGoOn: true as const } : {}),
  }));
}

/** What stands on a page, from top to bottom; `above` as for `alignedTables`. */
function piecesOf(
  content: PageContent,
  page: number,
  above: readonly number[] | null,
): readonly PagePiece[] {
  const tables = ruledTables(content.rulings);
  const inside = tables.map((): Glyph[] => []);
  const outside: Glyph[] = [];
  for (const glyph of content.glyphs) {
    const middle = middleOf(glyph);
    const at = tables.findIndex(({ box }) => holds(box, middle));
    (inside[at] ?? outside).push(glyph);
  }
  const pieces = tables.map((table, at): PagePiece => ({
    kind: 'table',
    table: { columns: table.columns, rows: drawnRows(table, inside[at] ?? [], page) },
    top: table.box.top,
  }));
  return [...pieces, ...piecesOutside(outside, content, page, above)].sort((a, b) => a.top - b.top);
}

function holds({ left, right, top, bottom }: Box, { x, y }: Point): boolean {
  return x > left && x < right && y > top && y < bottom;
}

type Point = { readonly x: number; readonly y: number };

/** The middle of a sign. */
function middleOf({ left, right, base, size }: Glyph): Point {
  return { x: (left + right) / 2, y: base - size / 3 };
}

function drawnRows(table: RuledTable, glyphs: readonly Glyph[], page: number): readonly DrawnRow[] {
  const inCells = new Map<RuledCell, Glyph[]>(table.cells.map((cell) => [cell, []]));
  for (const glyph of glyphs) {
    const { x, y } = middleOf(glyph);
    const cell = table.cellAt(x, y);
    if (cell) inCells.get(cell)?.push(glyph);
  }
  const rows: DrawnCell[][] = table.rows.slice(1).map(() => []);
  for (const cell of table.cells) {
    const text = cellTextOf(inCells.get(cell) ?? []);
    for (let row = cell.row; row < cell.row + cell.down; row++)
      rows[row]?.push({
        text: row === cell.row ? text : '',
        from: cell.column,
        to: cell.column + cell.across,
        merge: cell.down === 1 ? 'none' : row === cell.row ? 'begins' : 'goesOn',
      });
  }
  return rows.map((cells) => ({ cells: cells.sort((a, b) => a.from - b.from), page }));
}

/** What no lines are drawn around: tables by the places of their words, and lines of text. */
function piecesOutside(
  glyphs: readonly Glyph[],
  { height }: PageContent,
  page: number,
  above: readonly number[] | null,
): readonly PagePiece[] {
  const lines = segmentsOf(glyphs).filter((segments) => !isPageNumber(segments, height));
  const pieces: PagePiece[] = [];
  let between: TextLine[] = [];
  for (const found of alignedTables(lines, above)) {
    if (!('columns' in found)) {
      between.push(found);
      continue;
    }
    pieces.push(...linesOf(between));
    between = [];
    const { columns, top } = found;
    const rows = found.rows.map((cells) => ({ cells, page }));
    pieces.push({ kind: 'table', table: { columns, rows }, top });
  }
  return [...pieces, ...linesOf(between)];
}

/** Lines of text; what stands side by side is read column by column. */
function linesOf(fine: readonly TextLine[]): readonly PagePiece[] {
  const lines = fine.map(farApart);
  const pieces: PagePiece[] = [];
  let side: (readonly Segment[])[] = [];
  const close = (): void => {
    const top = side[0]?.[0]?.base ?? 0;
    const columns = [0, 1].map((at) => side.flatMap((segments) => columnAt(segments, at, side)));
    for (const text of columns.flat())
      pieces.push({ kind: 'line', text, top: top + pieces.length * 1e-6 });
    side = [];
  };
  for (const segments of lines) {
    const beside = segments.length === 2 || (side.length > 0 && isInOne(segments, side));
    if (beside) {
      side.push(segments);
      continue;
    }
    close();
    const [first] = segments;
    if (first)
      pieces.push({
        kind: 'line',
        text: segments.map(({ text }) => text).join(' '),
        top: first.base,
      });
  }
  close();
  return pieces;
}

/** Where the right column begins among lines that stand side by side. */
function divideOf(side: readonly (readonly Segment[])[]): number {
  return Math.min(...side.flatMap(([, second]) => (second ? [second.left] : [])));
}

/** True for a lone segment that stays within one of the columns above it. */
function isInOne(segments: readonly Segment[], side: readonly (readonly Segment[])[]): boolean {
  const [only] = segments;
  if (!only || segments.length > 1) return false;
  const last = side.at(-1)?.at(0);
  const divide = divideOf(side);
  const near = last !== undefined && only.base - last.base < only.size * 2.2;
  return near && (only.right < divide || only.left >= divide - only.size);
}

function columnAt(
  segments: readonly Segment[],
  column: number,
  side: readonly (readonly Segment[])[],
): readonly string[] {
  const divide = divideOf(side);
  return segments
    .filter((segment, at) =>
      segments.length === 2
        ? at === column
        : segment.left >= divide - segment.size === (column === 1),
    )
    .map(({ text }) => text);
}

function isPageNumber(segments: readonly Segment[], height: number): boolean {
  const [only] = segments;
  if (!only || segments.length > 1 || !/^[-–]?\s*\d{1,4}\s*[-–]?$/.test(only.text)) return false;
  return only.base < height * MARGIN || only.base > height * (1 - MARGIN);
}
