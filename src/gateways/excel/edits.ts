import type { Batch } from './batch';
import { typedText, type Wire } from './cells';

/**
 * One cell to be written: a text stays this text, a number or a truth value is one, null empties
 * the cell. `formula` (with its "=") is only given back by an edit that is to be undone.
 */
export type CellEdit = {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string | number | boolean | null | { readonly formula: string };
  /** A number format that comes with the value, such as a day's; what is there stays otherwise. */
  readonly numberFormat?: string;
};

/** Writes single cells in two requests; gives the edits that put them back, last one first. */
export async function writeCells(
  batch: Batch,
  edits: readonly CellEdit[],
): Promise<readonly CellEdit[]> {
  const { worksheets } = batch.context.workbook;
  const ranges = edits.map((edit) => ({
    edit,
    range: worksheets.getItem(edit.sheet).getRange(edit.cell).load('formulas,numberFormat'),
  }));
  await batch.send();
  const before = ranges.map(({ edit, range }): CellEdit => ({
    sheet: edit.sheet,
    cell: edit.cell,
    value: valueOf(range.formulas[0]?.[0]),
    ...formatOf(edit, range.numberFormat[0]?.[0]),
  }));
  for (const { edit, range } of ranges) {
    await batch.room(200 + (typeof edit.value === 'string' ? edit.value.length * 3 : 0), 4);
    if (edit.numberFormat !== undefined) range.numberFormat = [[edit.numberFormat]];
    range.formulas = [[wireOf(edit.value)]];
  }
  await batch.send();
  return before.toReversed();
}

function wireOf(value: CellEdit['value']): Wire {
  if (value === null) return '';
  if (typeof value === 'object') return value.formula;
  return typeof value === 'string' ? typedText(value) : value;
}

function valueOf(seen: unknown): CellEdit['value'] {
  if (typeof seen === 'number' || typeof seen === 'boolean') return seen;
  if (typeof seen !== 'string' || seen === '') return null;
  return seen.startsWith('=') ? { formula: seen } : seen;
}

function formatOf(edit: CellEdit, before: unknown): { readonly numberFormat?: string } {
  return edit.numberFormat !== undefined && typeof before === 'string'
    ? { numberFormat: before }
    : {};
}
