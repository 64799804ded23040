import type { OpenedPeriod } from '../../domain/collection/openPeriod';
import { ok, type Result } from '../../domain/result';
import type { RenderOptions } from '../../gateways/excel/render';
import { planOpening } from '../periodActions';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { changeLive } from './changeLive';
import { takeBook } from './takeBook';

/**
 * Opens a later period in the open workbook: entries go to the history, input cells are empty
 * again, the settings move on. Fails where there is no such period, or as {@link changeLive} does.
 */
export async function openPeriodLive(
  open: OpenWorkbook,
  period: string,
  time: string,
  options: RenderOptions = {},
): Promise<Result<OpenedPeriod, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  if (!taken.ok) return taken;
  const planned = planOpening(taken.value.book, period, time, null);
  if (!planned.ok) return planned;
  const { opening, change } = planned.value;
  const done = await changeLive(open, taken.value, change, options);
  return done.ok ? ok(opening) : done;
}
