import { err, ok, type Result } from '../../domain/result';
import { Batch } from './batch';
import { typedText, type Wire } from './cells';
import { officeCode, officeFailure, type OfficeFailure } from './errors';

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

/**
 * Writes single cells in two requests; gives the edits that put them back, last one first. Where
 * Excel refuses, the cells are put back as they were.
 */
export async function writeCells(
  context: Excel.RequestContext,
  edits: readonly CellEdit[],
): Promise<Result<readonly CellEdit[], OfficeFailure>> {
  const batch = new Batch(context);
  const read: CellEdit[] = [];
  try {
    const ranges = edits.map((edit) => ({
      edit,
      range: rangeOf(batch, edit).load('formulas,numberFormat'),
    }));
    await batch.send();
    for (const { edit, range } of ranges)
      read.push({
        sheet: edit.sheet,
        cell: edit.cell,
        value: valueOf(range.formulas[0]?.[0]),
        ...formatOf(edit, range.numberFormat[0]?.[0]),
      });
    await write(batch, edits);
    return ok(read.toReversed());
  } catch (error) {
    const failed = officeFailure(error, true);
    return err({ ...failed, undone: read.length === 0 || (await putBack(context, read)) });
  }
}

/** Excel may refuse once more while it is busy. */
const ATTEMPTS = 3;

async function putBack(
  context: Excel.RequestContext,
  before: readonly CellEdit[],
): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++)
    try {
      await write(new Batch(context), before);
      return true;
    } catch (error) {
      if (officeCode(error) === null) throw error;
    }
  return false;
}

async function write(batch: Batch, edits: readonly CellEdit[]): Promise<void> {
  for (const edit of edits) {
    await batch.room(200 + (typeof edit.value === 'string' ? edit.value.length * 3 : 0), 4);
    const range = rangeOf(batch, edit);
    if (edit.numberFormat !== undefined) range.numberFormat = [[edit.numberFormat]];
    range.formulas = [[wireOf(edit.value)]];
  }
  await batch.send();
}

function rangeOf({ context }: Batch, { sheet, cell }: CellEdit): Excel.Range {
  return context.workbook.worksheets.getItem(sheet).getRange(cell);
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
