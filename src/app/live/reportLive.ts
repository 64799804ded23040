import { contentText } from '../../domain/snapshot';
import { ok, type Result } from '../../domain/result';
import type { OperationOptions } from '../../gateways/excel/batch';
import { makeReport, type MadeReport } from '../makeReport';
import type { LiveFailure, OpenWorkbook, WorkbookFiles } from '../ports';
import { takeBook } from './takeBook';

/** What a report says of the open workbook it came from: its cells' SHA-256, and the local time. */
export type Seal = {
  readonly digest: (bytes: Uint8Array) => Promise<string>;
  readonly time: string;
};

/**
 * Makes the consolidated report of the open workbook as bytes; the pane opens or saves them.
 * Fails where the workbook is no tracking workbook, or with Excel's reason.
 */
export async function reportLive(
  open: OpenWorkbook,
  files: Pick<WorkbookFiles, 'render'>,
  seal: Seal,
  options?: OperationOptions,
): Promise<Result<MadeReport, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  if (!taken.ok) return taken;
  const { book, snapshot } = taken.value;
  const hash = await seal.digest(new TextEncoder().encode(contentText(snapshot)));
  return ok(await makeReport(files, book, { hash, taken: seal.time }));
}
