import type { Undone } from '../../domain/collection/undoLast';
import { failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { RenderOptions } from '../../gateways/excel/render';
import { planUndo } from '../periodActions';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { changeLive } from './changeLive';
import { takeBook } from './takeBook';

/**
 * Takes back in the open workbook what was done last, a collection or the opening of a period, if
 * it was done at `time`: what the person saw is what goes. Fails when it is not there any more,
 * or as {@link changeLive} does.
 */
export async function undoLive(
  open: OpenWorkbook,
  time: string,
  options: RenderOptions = {},
): Promise<Result<Undone, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  if (!taken.ok) return taken;
  const { book } = taken.value;
  const planned = planUndo(book);
  if (!planned.ok) return planned;
  const { undone, change } = planned.value;
  if (undone.time !== time) return err(failure('nothingToUndo', { file: book.file }));
  const done = await changeLive(open, taken.value, change, options);
  return done.ok ? ok(undone) : done;
}
