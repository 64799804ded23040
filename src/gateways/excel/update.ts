import type { CellSpec } from '../../workbook/spec';
import { rangeAddress } from '../xlsx/write/text';
import type { Batch } from './batch';
import { bytesOf, drawCells, type Wire } from './cells';
import type { Difference, Update } from './existing';
import { drawFormats } from './formats';
import { copiedDown } from './formulas';
import { drawConditionalFormats, drawLinks, drawValidations, withinRows } from './furniture';

/** Locked cells stay as they are; looking, filtering, sizing and formatting stay free. */
export const openProtection: Excel.WorksheetProtectionOptions = {
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowSort: true,
  allowAutoFilter: true,
};

/** Writes what differs on a sheet that was there, and nothing else. */
export async function drawUpdate(batch: Batch, update: Update): Promise<void> {
  const { sheet, spec, rows } = update;
  await batch.room(0, 4);
  if (update.isProtected) sheet.protection.unprotect();
  if (rows && rows.change < 0) {
    const { left } = tableRange(update);
    const bottom = rows.from - rows.change - 1;
    sheet
      .getRange(rangeAddress({ top: rows.from, left, bottom, right: left + rows.width - 1 }))
      .delete('Up');
  }
  if (rows && rows.change > 0) await addRows(batch, update, rows);
  for (const block of blocksOf(update.differences)) await writeBlock(batch, sheet, block);
  await redrawLinks(batch, update);
  if (spec.protection === 'sheet') sheet.protection.protect(openProtection);
}

/** Puts the cells of an updated sheet back as they were; rows are put back before. */
export async function restoreCells(batch: Batch, update: Update): Promise<void> {
  const before = update.differences.map(({ row, column, before }) => ({
    row,
    column,
    before,
    after: typed(before),
  }));
  for (const block of blocksOf(before)) await writeBlock(batch, update.sheet, block);
}

/** A value that was read, as it must be written to be the same again. */
export function typed(value: Wire): Wire {
  if (typeof value !== 'string' || value === '' || value.startsWith('=')) return value;
  return `'${value}`;
}

function tableRange({ spec }: Update): { readonly left: number } {
  return spec.tables[0]?.range ?? { left: 1 };
}

async function addRows(
  batch: Batch,
  { sheet, spec }: Update,
  { table, width, from, change, index }: NonNullable<Update['rows']>,
): Promise<void> {
  const blank = Array.from({ length: width }, () => '');
  await batch.room(change * width * 3, 3);
  table.rows.add(
    index ?? undefined,
    Array.from({ length: change }, () => blank),
  );
  const last = from + change - 1;
  const cells = spec.cells.filter(({ row }) => row >= from && row <= last);
  await drawCells(batch, sheet, cells, (formula) => formula);
  await drawLinks(batch, sheet, cells);
  await drawFormats(batch, sheet, cells);
  await drawValidations(
    batch,
    sheet,
    spec.validations.flatMap((rule) => {
      const range = withinRows(rule.range, from, last);
      return range ? [{ ...rule, range }] : [];
    }),
    (formula) => formula,
  );
  await drawConditionalFormats(
    batch,
    sheet,
    spec.conditionalFormats.flatMap((rule) => {
      const range = withinRows(rule.range, from, last);
      return range
        ? [{ ...rule, range, formula: copiedDown(rule.formula, range.top - rule.range.top) }]
        : [];
    }),
    (formula) => formula,
  );
}

type Block = { readonly top: number; readonly left: number; readonly lines: Wire[][] };

/** Differences that stand together, as blocks without a cell between them. */
function blocksOf(differences: readonly Difference[]): readonly Block[] {
  const sorted = [...differences].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: { readonly row: number; readonly left: number; readonly line: Wire[] }[] = [];
  for (const { row, column, after } of sorted) {
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
async function redrawLinks(batch: Batch, { sheet, spec, differences }: Update): Promise<void> {
  const changed = new Set(differences.map(({ row }) => row));
  const columns = new Set(spec.cells.flatMap(({ link, column }) => (link ? [column] : [])));
  const cells = spec.cells.filter(({ row, column }) => changed.has(row) && columns.has(column));
  const header = spec.tables[0]?.range.top ?? 0;
  for (const cell of cells.filter(({ link, row }) => !link && row > header)) {
    await batch.room(0, 3);
    sheet.getRange(rangeAddress(oneCell(cell))).clear('Hyperlinks');
  }
  const linked = cells.filter(({ link }) => link);
  await drawLinks(batch, sheet, linked);
  await drawFormats(batch, sheet, linked);
}

function oneCell({ row, column }: CellSpec): {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
} {
  return { top: row, left: column, bottom: row, right: column };
}
