import { ok, type Result } from '../../domain/result';
import type { OperationOptions } from '../../gateways/excel/batch';
import { makeReport, type MadeReport } from '../makeReport';
import type { LiveFailure, OpenWorkbook, WorkbookFiles } from '../ports';
import { takeBook } from './takeBook';

/**
 * Makes the consolidated report of the open workbook as bytes; the pane opens or saves them.
 * Fails where the workbook is no tracking workbook, or with Excel's reason.
 */
export async function reportLive(
  open: OpenWorkbook,
  files: Pick<WorkbookFiles, 'render'>,
  options?: OperationOptions,
): Promise<Result<MadeReport, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  return taken.ok ? ok(await makeReport(files, taken.value.book, null)) : taken;
}
