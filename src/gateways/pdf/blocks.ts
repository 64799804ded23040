import type { Block, TableRow } from '../../domain/document';
import { cellsInColumns, type DrawnCell } from '../documents/columns';
import { ruledTables, type RuledCell, type RuledTable } from './lattice';
import type { Box, Glyph, PageContent } from './page';
import { withoutRunning } from './running';
import { alignedTables } from './aligned';
import { cellTextOf, farApart, segmentsOf, type Segment, type TextLine } from './text';

type DrawnRow = { readonly cells: readonly DrawnCell[]; readonly page: number };

/** What stands on a page: a line of words outside of all tables, or a table that lines draw. */
type PagePiece =
  | { readonly kind: 'line'; readonly line: TextLine; readonly top: number }
  | {
      readonly kind: 'table';
      readonly columns: readonly number[];
      readonly rows: readonly DrawnRow[];
      readonly top: number;
    };

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
  let lines: TextLine[] = [];
  const close = (): void => {
    if (open) blocks.push({ kind: 'table', rows: tableRows(open.rows, open.columns, ++tables) });
    open = null;
  };
  const closeLines = (): void => {
    let between: TextLine[] = [];
    for (const found of alignedTables(lines)) {
      if ('pieces' in found) {
        between.push(found);
        continue;
      }
      blocks.push(...linesOf(between));
      between = [];
      blocks.push({ kind: 'table', rows: tableRows(found.rows, found.columns, ++tables) });
    }
    blocks.push(...linesOf(between));
    lines = [];
  };
  for (const [at, content] of withoutRunning(pages).entries()) {
    const page = at + 1;
    if (!isAlike(content, pages[at - 1])) closeLines();
    for (const piece of piecesOf(content, page)) {
      if (piece.kind === 'line') {
        close();
        lines.push(piece.line);
        continue;
      }
      closeLines();
      const { columns, rows } = piece;
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
  closeLines();
  return blocks;
}

/** True for pages of one size: a table that no lines draw may go on from one to the other. */
function isAlike(page: PageContent, other: PageContent | undefined): boolean {
  return page.width === other?.width && page.height === other.height;
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

/** What stands on a page, from top to bottom. */
function piecesOf(content: PageContent, page: number): readonly PagePiece[] {
  const tables = ruledTables(content.rulings);
  const inside = tables.map((): Glyph[] => []);
  const outside: Glyph[] = [];
  for (const glyph of content.glyphs) {
    const middle = middleOf(glyph);
    const at = tables.findIndex(({ box }) => holds(box, middle));
    (inside[at] ?? outside).push(glyph);
  }
  const drawn = tables.map((table, at): PagePiece => ({
    kind: 'table',
    columns: table.columns,
    rows: drawnRows(table, inside[at] ?? [], page),
    top: table.box.top,
  }));
  const lines = segmentsOf(outside)
    .filter((pieces) => !isPageNumber(pieces, content.height))
    .map((pieces): PagePiece => ({
      kind: 'line',
      line: { page, pieces },
      top: pieces[0]?.base ?? 0,
    }));
  return [...drawn, ...lines].sort((a, b) => a.top - b.top);
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

/** Lines of text; what stands side by side is read column by column. */
function linesOf(lines: readonly TextLine[]): readonly Block[] {
  const blocks: Block[] = [];
  let side: (readonly Segment[])[] = [];
  let page = 0;
  const close = (): void => {
    const columns = [0, 1].map((at) => side.flatMap((segments) => columnAt(segments, at, side)));
    for (const text of columns.flat()) blocks.push({ kind: 'line', text, place: { page } });
    side = [];
  };
  for (const line of lines) {
    const segments = farApart(line.pieces);
    if (line.page !== page) close();
    ({ page } = line);
    const beside = segments.length === 2 || (side.length > 0 && isInOne(segments, side));
    if (beside) {
      side.push(segments);
      continue;
    }
    close();
    const text = segments.map((segment) => segment.text).join(' ');
    blocks.push({ kind: 'line', text, place: { page } });
  }
  close();
  return blocks;
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
