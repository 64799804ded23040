import type { Merger, MergePreview } from '../../domain/agencies/mergeAgencies';
import { ok, type Result } from '../../domain/result';
import type { RenderOptions } from '../../gateways/excel/render';
import { planMerger } from '../periodActions';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { changeLive } from './changeLive';
import { takeBook } from './takeBook';

/**
 * Merges two agencies in the open workbook: what moves. Fails where they cannot be merged, or as
 * {@link changeLive} does.
 */
export async function mergeLive(
  open: OpenWorkbook,
  merger: Merger,
  time: string,
  options: RenderOptions = {},
): Promise<Result<MergePreview, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  if (!taken.ok) return taken;
  const planned = planMerger(taken.value.book, merger, time);
  if (!planned.ok) return planned;
  const { preview, change } = planned.value;
  const done = await changeLive(open, taken.value, change, options);
  return done.ok ? ok(preview) : done;
}
