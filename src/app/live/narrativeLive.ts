import { ok, type Result } from '../../domain/result';
import type { OperationOptions } from '../../gateways/excel/batch';
import { makeNarrative, type MadeNarrative } from '../makeNarrative';
import type { LiveFailure, OpenWorkbook, TextFiles } from '../ports';
import { takeBook } from './takeBook';

/**
 * Writes the narrative of the open workbook as bytes. Fails where the workbook is no tracking
 * workbook, or with Excel's reason.
 */
export async function narrativeLive(
  open: OpenWorkbook,
  files: TextFiles,
  options?: OperationOptions,
): Promise<Result<MadeNarrative, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  return taken.ok ? ok(makeNarrative(files, taken.value.book)) : taken;
}
