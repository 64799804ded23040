import type { CorrectedPast } from '../../domain/collection/correctPast';
import { ok, type Result } from '../../domain/result';
import type { RenderOptions } from '../../gateways/excel/render';
import { planCorrection, type AskedCorrection } from '../pastPeriod';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { changeLive } from './changeLive';
import { takeBook } from './takeBook';

/**
 * Corrects a value of a past period in the open workbook's history. Fails as `planCorrection`
 * and {@link changeLive} do.
 */
export async function correctLive(
  open: OpenWorkbook,
  asked: AskedCorrection,
  time: string,
  options: RenderOptions = {},
): Promise<Result<CorrectedPast, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  if (!taken.ok) return taken;
  const planned = planCorrection(taken.value.book, asked, time);
  if (!planned.ok) return planned;
  const { corrected, change } = planned.value;
  const done = await changeLive(open, taken.value, change, options);
  return done.ok ? ok(corrected) : done;
}
