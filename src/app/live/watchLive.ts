import type { IsoDate } from '../../domain/dates';
import type { Result } from '../../domain/result';
import type { OfficeFailure } from '../../gateways/excel/errors';
import type { Touched } from '../../gateways/excel/watch';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { checked, type CheckedBook } from './checkLive';
import { bookIn } from './takeBook';

/**
 * Checks the open workbook again whenever people edit it, from the last check on; only the rows
 * they touched are read again. Edits that come while a check runs are checked after it, together.
 * Events are a hint: one that is missed, late or repeated changes no later full check, whose
 * result goes to `reset`. Gives what ends the watching, or Excel's reason.
 */
export async function watchLive(
  open: OpenWorkbook,
  start: CheckedBook,
  asOf: IsoDate | null,
  onChecked: (outcome: Result<CheckedBook, LiveFailure>) => void,
): Promise<
  Result<
    { readonly stop: () => Promise<void>; readonly reset: (now: CheckedBook) => void },
    OfficeFailure
  >
> {
  let { snapshot } = start;
  let waiting: Touched[] = [];
  let running = false;
  const stopping = new AbortController();
  /** Counts the full checks: a partial one that began before is out of date. */
  let generation = 0;

  const isStopped = (): boolean => stopping.signal.aborted;
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const touched = waiting;
      waiting = [];
      const began = generation;
      const taken = await open.retake(snapshot, touched);
      if (isStopped()) return;
      if (began !== generation) {
        // The full check may have read these cells before the edit: read them again on top of it.
        waiting = [...touched, ...waiting];
        continue;
      }
      if (!taken.ok) {
        onChecked(taken);
        continue;
      }
      snapshot = taken.value;
      const book = bookIn(snapshot, asOf);
      onChecked(book.ok ? { ok: true, value: checked(book.value) } : book);
    }
  };
  const onTouched = (touched: readonly Touched[]): void => {
    waiting.push(...touched);
    if (running) return;
    running = true;
    void run().finally(() => {
      running = false;
    });
  };

  const watching = await open.watch(onTouched);
  if (!watching.ok) return watching;
  return {
    ok: true,
    value: {
      stop: async () => {
        stopping.abort();
        await watching.value();
      },
      reset: (now) => {
        generation += 1;
        snapshot = now.snapshot;
      },
    },
  };
}
