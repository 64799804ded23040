import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checked, type CheckedBook } from '../../src/app/live/checkLive';
import { emptyContent } from '../../src/workbook/tracking/content';
import { bookOf } from '../../src/workbook/tracking/results';
import { createEffects, type Effects } from '../../src/taskpane/effects';
import { heavy } from '../../src/taskpane/heavy';
import { firstState } from '../../src/taskpane/state';
import { createStore, type Store } from '../../src/taskpane/store';
import { useCases } from '../../src/taskpane/useCases';
import type { HostOptions } from '../../src/workbench/host/host';
import { openSession, type Session } from '../gateways/excel/session';
import { handMadePlan } from '../workbook/support/handMade';
import { day } from '../workbook/support/filled';

const seeds = resolve(__dirname, '../../seeds');

/** A pane without its page, in the embedded host with the genuine client. */
export type Running = {
  readonly session: Session;
  readonly store: Store;
  readonly effects: Effects;
  /** What was saved as files, by name. */
  readonly saved: ReadonlyMap<string, Uint8Array>;
  readonly copied: readonly string[];
};

/** Starts a pane beside an empty workbook on 25/11/2025; the built-in plan "none" is missing. */
export function startPane(options: HostOptions = {}): Running {
  const session = openSession(options);
  const store = createStore({ ...firstState, host: 'excel' });
  const saved = new Map<string, Uint8Array>();
  const copied: string[] = [];
  let seconds = 0;
  const effects = createEffects(store, {
    useCases: () => Promise.resolve(useCases),
    heavy,
    builtInPlan: (file) =>
      Promise.resolve(
        file === 'none' ? null : new Uint8Array(readFileSync(join(seeds, `${file}.txt`))),
      ),
    today: () => day(2025, 11, 25),
    now: () => `2025-11-25T08:00:${String(seconds++).padStart(2, '0')}`,
    copyText: (words) => {
      copied.push(words);
      return Promise.resolve(true);
    },
    saveFile: (name, bytes) => saved.set(name, bytes),
    keepLanguage: () => undefined,
  });
  return { session, store, effects, saved, copied };
}

/** A pane with a built-in plan loaded. */
export async function paneWith(file: string, options: HostOptions = {}): Promise<Running> {
  const running = startPane(options);
  await running.effects.readBuiltIn(file, file);
  await running.effects.prepare();
  await running.effects.load();
  return running;
}

/** A checked workbook that holds nothing but a plan. */
export function checkedBook(): CheckedBook {
  const book = bookOf(emptyContent(handMadePlan('hue'), day(2025, 11, 25)));
  return checked({ snapshot: { file: '', sheets: [], names: [] }, book });
}
