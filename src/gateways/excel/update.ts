import type { CellSpec, SheetSpec } from '../../workbook/spec';
import { rangeAddress } from '../xlsx/write/text';
import type { Batch } from './batch';
import { bytesOf, drawCells, type Wire } from './cells';
import type { Difference, Update } from './existing';
import { drawFormats } from './formats';
import { drawLinks } from './furniture';
import { columnAt, isPlain, rangeAt, rowAt, type Layout, type Layouts } from './layout';
import { drawRules } from './rules';

/** Locked cells stay as they are; looking, filtering, sizing and formatting stay free. */
export const openProtection: Excel.WorksheetProtectionOptions = {
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowSort: true,
  allowAutoFilter: true,
};

/**
 * Changes a sheet that was there, and only what has to be. The cells that differ come last: when
 * the last of them is written, all is done but for protecting the sheet again (see `undo`).
 */
export async function drawUpdate(batch: Batch, update: Update, layouts: Layouts): Promise<void> {
  const { sheet, spec, layout } = update;
  const own = (formula: string): string => layouts.formula(formula, spec.name);
  await changeRows(batch, update);
  await drawFresh(batch, update, own);
  await drawRules(batch, update, layouts);
  await redrawLinks(batch, update);
  const { area } = spec.print;
  if (update.rows && area && update.printArea === rangeAddress(rangeAt(update.before, area))) {
    await batch.room(200, 3);
    sheet.pageLayout.setPrintArea(rangeAddress(rangeAt(layout, area)));
  }
  for (const block of blocksOf(update.differences)) await writeBlock(batch, sheet, block);
  if (spec.protection === 'sheet') {
    await batch.room(0, 2);
    sheet.protection.protect(openProtection);
  }
}

async function changeRows(batch: Batch, { sheet, rows }: Update): Promise<void> {
  if (!rows) return;
  for (const { kind, at, count } of rows.changes) {
    const whole = `${String(at)}:${String(at + count - 1)}`;
    const width = rows.columns.right - rows.columns.left + 1;
    await batch.room(kind === 'end' ? count * width * 3 : 0, 3);
    if (kind === 'out') sheet.getRange(whole).delete('Up');
    else if (kind === 'in') sheet.getRange(whole).insert('Down');
    else {
      const blank = Array.from({ length: width }, () => '');
      rows.table.rows.add(
        undefined,
        Array.from({ length: count }, () => blank),
      );
    }
  }
}

/** New lines, with their looks; what people have in other columns of these rows stays. */
async function drawFresh(
  batch: Batch,
  { sheet, spec, layout, fresh }: Update,
  own: (formula: string) => string,
): Promise<void> {
  if (fresh.size === 0) return;
  const cells = placed(
    spec.cells.filter(({ row }) => fresh.has(row)),
    layout,
  );
  for (const { top, bottom, left, right } of areasOf(cells)) {
    await batch.room(0, 6);
    const area = sheet.getRange(rangeAddress({ top, left, bottom, right }));
    area.clear('Hyperlinks');
    area.clear('Formats');
  }
  for (const segment of segmentsOf(cells)) await drawCells(batch, sheet, segment, own);
  await drawLinks(batch, sheet, cells);
  await drawFormats(batch, sheet, cells);
  for (const { top, bottom } of runsOf([...new Set(cells.map(({ row }) => row))])) {
    await batch.room(0, 4);
    sheet.getRange(`${String(top)}:${String(bottom)}`).format.autofitRows();
  }
}

/** Cells of the spec where they stand in the workbook. */
function placed(cells: readonly CellSpec[], layout: Layout): readonly CellSpec[] {
  if (isPlain(layout)) return cells;
  return cells.map((cell) => ({
    ...cell,
    row: rowAt(layout, cell.row),
    column: columnAt(layout, cell.column, cell.row),
  }));
}

/** Numbers that follow each other, as runs. */
function runsOf(numbers: readonly number[]): readonly { top: number; bottom: number }[] {
  const runs: { top: number; bottom: number }[] = [];
  for (const each of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.bottom === each - 1) last.bottom = each;
    else runs.push({ top: each, bottom: each });
  }
  return runs;
}

/** Cells by runs of columns without a column of people's between them. */
function segmentsOf(cells: readonly CellSpec[]): readonly (readonly CellSpec[])[] {
  return runsOf([...new Set(cells.map(({ column }) => column))]).map(({ top, bottom }) =>
    cells.filter(({ column }) => column >= top && column <= bottom),
  );
}

function areasOf(
  cells: readonly CellSpec[],
): readonly { top: number; bottom: number; left: number; right: number }[] {
  return segmentsOf(cells).flatMap((segment) => {
    const columns = segment.map(({ column }) => column);
    const left = columns.reduce((least, column) => Math.min(least, column), Infinity);
    const right = columns.reduce((most, column) => Math.max(most, column), 0);
    return runsOf([...new Set(segment.map(({ row }) => row))]).map((rows) => ({
      ...rows,
      left,
      right,
    }));
  });
}

/** Puts the cells of an updated sheet back as they were; rows are put back before. */
export async function restoreCells(
  batch: Batch,
  { sheet, differences }: Pick<Update, 'sheet' | 'differences'>,
): Promise<void> {
  const before = differences.map(({ was, before }) => ({
    ...was,
    was,
    before,
    after: typed(before),
  }));
  for (const block of blocksOf(before)) await writeBlock(batch, sheet, block);
}

/** A value that was read, as it must be written to be the same again. */
export function typed(value: Wire): Wire {
  if (typeof value !== 'string' || value === '' || value.startsWith('=')) return value;
  return `'${value}`;
}

type Block = { readonly top: number; readonly left: number; readonly lines: Wire[][] };

/** Differences that stand together, as blocks without a cell between them. */
function blocksOf(differences: readonly Difference[]): readonly Block[] {
  const runs: { readonly row: number; readonly left: number; readonly line: Wire[] }[] = [];
  for (const { row, column, after } of inOrder(differences)) {
    const last = runs.at(-1);
    if (last?.row === row && last.left + last.line.length === column) last.line.push(after);
    else runs.push({ row, left: column, line: [after] });
  }
  const blocks: Block[] = [];
  const open = new Map<string, Block>();
  for (const { row, left, line } of runs) {
    const place = `${String(left)} ${String(line.length)}`;
    const above = open.get(place);
    if (above && above.top + above.lines.length === row) above.lines.push(line);
    else {
      const block = { top: row, left, lines: [line] };
      open.set(place, block);
      blocks.push(block);
    }
  }
  return blocks;
}

function inOrder(differences: readonly Difference[]): readonly Difference[] {
  return [...differences].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** The cell that is written last. */
export function lastWritten(differences: readonly Difference[]): Difference | null {
  const block = blocksOf(differences).at(-1);
  if (!block) return null;
  const row = block.top + block.lines.length - 1;
  const column = block.left + (block.lines[0]?.length ?? 1) - 1;
  return differences.find((each) => each.row === row && each.column === column) ?? null;
}

/** Rows written in one action at most; a row of long texts is some 10 KB. */
const ROWS_AT_ONCE = 100;

async function writeBlock(
  batch: Batch,
  sheet: Excel.Worksheet,
  { top, left, lines }: Block,
): Promise<void> {
  for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
    const part = lines.slice(at, at + ROWS_AT_ONCE);
    await batch.room(
      part.reduce((sum, line) => sum + bytesOf(line), 0),
      3,
    );
    const right = left + (part[0]?.length ?? 1) - 1;
    sheet.getRange(
      rangeAddress({ top: top + at, left, bottom: top + at + part.length - 1, right }),
    ).formulas = part;
  }
}

/** A link is no part of a cell's value: where a row changed, its links are drawn anew. */
async function redrawLinks(
  batch: Batch,
  { sheet, spec, layout, differences }: Update,
): Promise<void> {
  const cells = linksOf(spec, layout, new Set(differences.map(({ row }) => row)));
  for (const cell of cells.filter(({ link }) => !link)) {
    await batch.room(0, 3);
    sheet.getRange(rangeAddress(oneCell(cell))).clear('Hyperlinks');
  }
  const linked = cells.filter(({ link }) => link);
  await drawLinks(batch, sheet, linked);
  await drawFormats(batch, sheet, linked);
}

/** Whether links in the sheet's table will be drawn anew. */
export function changesLinks({ spec, layout, differences, rows }: Update): boolean {
  if (spec.tables.length === 0) return false;
  const changed = new Set(differences.map(({ row }) => row));
  return rows !== null || linksOf(spec, layout, changed).length > 0;
}

/** The cells of changed rows in columns of the table that hold links. */
function linksOf(
  spec: SheetSpec,
  layout: Layout,
  changed: ReadonlySet<number>,
): readonly CellSpec[] {
  const header = spec.tables[0]?.range.top ?? 0;
  const columns = new Set(spec.cells.flatMap(({ link, column }) => (link ? [column] : [])));
  return placed(
    spec.cells.filter(
      ({ row, column, link }) =>
        columns.has(column) &&
        (link !== undefined || row > header) &&
        changed.has(rowAt(layout, row)),
    ),
    layout,
  );
}

function oneCell({ row, column }: CellSpec): {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
} {
  return { top: row, left: column, bottom: row, right: column };
}
