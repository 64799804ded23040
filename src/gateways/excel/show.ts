import { err, ok, type Result } from '../../domain/result';
import type { Batch } from './batch';
import { officeFailure, type OfficeFailure } from './errors';

/** Shows a sheet and selects a cell of it (its first cell for null); one request. */
export async function showPlace(
  batch: Batch,
  { sheet, cell }: { readonly sheet: string; readonly cell: string | null },
): Promise<null> {
  const item = batch.context.workbook.worksheets.getItem(sheet);
  item.activate();
  item.getRange(cell ?? 'A1').select();
  await batch.send();
  return null;
}

/**
 * Opens a workbook of these bytes in a window of its own, which add-ins cannot write to. Fails
 * with Excel's reason; the workbook beside the pane is never touched.
 */
export async function openNewWorkbook(bytes: Uint8Array): Promise<Result<null, OfficeFailure>> {
  try {
    await Excel.createWorkbook(base64(bytes));
    return ok(null);
  } catch (error) {
    return err(officeFailure(error, true));
  }
}

/** Bytes that fit the argument list of one call. */
const PIECE = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
