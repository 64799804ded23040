import type { Batch } from './batch';
import { TooManyCells } from './errors';

/** Cells of a selection that are read; more is no table of a plan. */
const MOST_SELECTED = 200_000;

/** What is selected: where, and what its cells show, row by row; an empty cell is "". */
export type SelectedRange = {
  readonly workbook: string;
  readonly sheet: string;
  readonly address: string;
  readonly rows: readonly (readonly string[])[];
};

/** Reads the selected cells, cut to the part of the sheet that is in use; two requests. */
export async function readSelection(batch: Batch): Promise<SelectedRange> {
  const { workbook } = batch.context;
  workbook.load('name');
  const used = workbook
    .getSelectedRange()
    .getUsedRangeOrNullObject(true)
    .load('address,cellCount,worksheet/name');
  await batch.send();
  if (used.isNullObject) return { workbook: workbook.name, sheet: '', address: '', rows: [] };
  if (used.cellCount > MOST_SELECTED) throw new TooManyCells(String(used.cellCount));
  used.load('text');
  await batch.send();
  const { address } = used;
  return {
    workbook: workbook.name,
    sheet: used.worksheet.name,
    address: address.slice(address.lastIndexOf('!') + 1),
    rows: used.text,
  };
}
