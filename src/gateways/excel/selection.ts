import { readArea } from '../xlsx/read/address';
import type { Batch } from './batch';
import { TooManyCells } from './errors';
import { supports } from './sets';
import { areaOf, mergesIn } from './snapshot';

/** Cells of a selection that are read; more is no table of a plan. */
const MOST_SELECTED = 200_000;

/**
 * What is selected: where, and what its cells show, row by row; an empty cell is "". What is
 * merged over rows stands in the first column of each of them.
 */
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
    .load('address,cellCount,rowIndex,columnIndex,rowCount,columnCount,worksheet/name');
  await batch.send();
  if (used.isNullObject) return { workbook: workbook.name, sheet: '', address: '', rows: [] };
  if (used.cellCount > MOST_SELECTED) throw new TooManyCells(String(used.cellCount));
  used.load('text');
  const merged = supports('1.13') ? used.getMergedAreasOrNullObject().load('address') : null;
  await batch.send();
  const { address } = used;
  const sheet = used.worksheet.name;
  const { top, left, bottom } = areaOf(used);
  const rows = used.text.map((cells) => [...cells]);
  for (const merge of mergesIn(merged)) {
    const area = readArea(merge, sheet);
    const shown = rows[area.top - top]?.[area.left - left];
    if (shown === undefined) continue;
    for (const row of rows.slice(area.top - top, Math.min(area.bottom, bottom) - top + 1))
      row[area.left - left] = shown;
  }
  return {
    workbook: workbook.name,
    sheet,
    address: address.slice(address.lastIndexOf('!') + 1),
    rows,
  };
}
