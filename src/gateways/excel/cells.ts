import { columnLetters } from '../../domain/snapshot';
import type { CellInput, CellSpec, RangeSpec } from '../../workbook/spec';
import { serialOf } from '../xlsx/write/guard';
import { fitText, rangeAddress } from '../xlsx/write/text';
import { jsonBytes, type Batch } from './batch';
import { copiedDown, copyForm } from './formulas';

/** A cell as Office.js takes and gives it; an empty text is an empty cell. */
export type Wire = string | number | boolean;

/** No date Excel reads from words is as long. */
const LONGEST_DATE = 32;

/**
 * A text as it is typed into Excel, so that it stays this text: whatever Excel could take for a
 * number, a date, a truth value or a formula gets the apostrophe that people type.
 */
export function typedText(text: string): string {
  const fit = fitText(text);
  const word = /^\p{L}/u.test(fit) && !/^(?:true|false)$/i.test(fit);
  return fit === '' || (word && (fit.length > LONGEST_DATE || !/\d/.test(fit))) ? fit : `'${fit}`;
}

/** A cell's content as Office.js takes it; `formulaOf` writes other sheets' names. */
export function wireOf(value: CellInput, formulaOf: (formula: string) => string): Wire {
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return typedText(value.text);
    case 'number':
      return value.value;
    case 'date':
      return serialOf(value.date);
    case 'formula':
      return `=${formulaOf(fitText(value.formula))}`;
  }
}

/** Equal formulas below each other: drawn once, then copied down. */
type CopiedRun = { readonly column: number; readonly top: number; readonly bottom: number };

/** Draws the cells of a sheet of ours: blocks of values, then formulas copied down. */
export async function drawCells(
  batch: Batch,
  sheet: Excel.Worksheet,
  cells: readonly CellSpec[],
  formulaOf: (formula: string) => string,
): Promise<void> {
  const rows = new Map<number, Map<number, Wire>>();
  for (const cell of cells) {
    const wire = wireOf(cell.value, formulaOf);
    if (wire === '') continue;
    const row = rows.get(cell.row) ?? new Map<number, Wire>();
    rows.set(cell.row, row.set(cell.column, wire));
  }
  const runs = copiedRuns(rows);
  for (const { column, top, bottom } of runs)
    for (let row = top + 1; row <= bottom; row++) rows.get(row)?.set(column, '');
  for (const { top, from, to } of rowGroups(rows))
    await drawBlock(batch, sheet, { rows, top, from, to });
  for (const { column, top, bottom } of runs) {
    await batch.room(0, 3);
    const source = rangeAddress({ top, left: column, bottom: top, right: column });
    sheet
      .getRange(rangeAddress({ top: top + 1, left: column, bottom, right: column }))
      .copyFrom(source, 'Formulas');
  }
  batch.advance(cells.length);
}

function copiedRuns(rows: ReadonlyMap<number, ReadonlyMap<number, Wire>>): readonly CopiedRun[] {
  const open = new Map<number, CopiedRun & { readonly form: string }>();
  const runs: CopiedRun[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b))
    for (const [column, wire] of rows.get(row) ?? []) {
      const form = typeof wire === 'string' && wire.startsWith('=') ? copyForm(wire, row) : null;
      if (form === null) continue;
      const run = open.get(column);
      const joins = run?.form === form && run.bottom === row - 1 && copies(rows, run, row, wire);
      if (run && !joins && run.bottom > run.top) runs.push(run);
      open.set(column, { column, form, top: joins ? run.top : row, bottom: row });
    }
  return [...runs, ...[...open.values()].filter((run) => run.bottom > run.top)];
}

/** The proof that copying gives what the spec says. */
function copies(
  rows: ReadonlyMap<number, ReadonlyMap<number, Wire>>,
  run: CopiedRun,
  row: number,
  wire: Wire,
): boolean {
  const first = rows.get(run.top)?.get(run.column);
  return typeof first === 'string' && copiedDown(first, row - run.top) === wire;
}

type Block = {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Wire>>;
  readonly top: number;
  readonly from: number;
  readonly to: number;
};

/** Rows that follow each other and hold the same columns: one block has no needless cells. */
function rowGroups(
  rows: ReadonlyMap<number, ReadonlyMap<number, Wire>>,
): readonly { top: number; from: number; to: number; bottom: number }[] {
  const groups: { top: number; from: number; to: number; bottom: number }[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const columns = [...(rows.get(row)?.keys() ?? [])];
    const from = columns.reduce((least, column) => Math.min(least, column), Infinity);
    const to = columns.reduce((most, column) => Math.max(most, column), 0);
    const last = groups.at(-1);
    if (last?.bottom === row - 1 && overlap(last, { from, to })) {
      last.bottom = row;
      last.from = Math.min(last.from, from);
      last.to = Math.max(last.to, to);
    } else groups.push({ top: row, bottom: row, from, to });
  }
  return groups;
}

function overlap(
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): boolean {
  return a.from <= b.to && b.from <= a.to;
}

async function drawBlock(
  batch: Batch,
  sheet: Excel.Worksheet,
  { rows, top, from, to }: Block,
): Promise<void> {
  let first = top;
  let lines: Wire[][] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (lines.length === 0) return;
    await batch.room(bytes, 3);
    const bottom = first + lines.length - 1;
    sheet.getRange(rangeAddress({ top: first, left: from, bottom, right: to })).formulas = lines;
    first = bottom + 1;
    lines = [];
    bytes = 0;
  };
  for (let row = top; rows.has(row); row++) {
    const line: Wire[] = [];
    const cells = rows.get(row);
    for (let column = from; column <= to; column++) line.push(cells?.get(column) ?? '');
    const more = bytesOf(line);
    if (bytes + more > BLOCK_BYTES) await flush();
    lines.push(line);
    bytes += more;
  }
  await flush();
}

/** Bytes of one block of values: some blocks fill a request well. */
const BLOCK_BYTES = 900_000;

/** Bytes of a row of values in a request. */
export function bytesOf(line: readonly Wire[]): number {
  return line.reduce<number>(
    (sum, wire) => sum + 1 + (typeof wire === 'string' ? jsonBytes(wire) : 20),
    2,
  );
}

/** "A:C", or "A:A" for one column. */
export function columnAddress(from: number, to: number): string {
  return `${columnLetters(from)}:${columnLetters(to)}`;
}

/** A range as Office.js takes it in a list of ranges. */
export function listAddress(ranges: readonly RangeSpec[]): string {
  return ranges.map(rangeAddress).join(',');
}
