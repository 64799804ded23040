import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPlan, prepareLoad } from '../../../src/app/live/loadPlan';
import { openWorkbook } from '../../../src/app/wiring';
import { parseIsoDate, type IsoDate } from '../../../src/domain/dates';
import type { Plan } from '../../../src/domain/plan/plan';
import type { Result } from '../../../src/domain/result';
import type { Rendered } from '../../../src/gateways/excel/render';
import { readPlan } from '../../../src/reading/readPlan';
import type { HostOptions } from '../../../src/workbench/host/host';
import { openSession, type Session } from '../../gateways/excel/session';

/** A day of the first reporting period of the five plans. */
export const asOf = day('2025-11-20');

/** A day from its ISO form. */
export function day(text: string): IsoDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(text);
  return found;
}

/** One of the five plans, by its file's name. */
export function planOf(name: string): Plan {
  const file = join(__dirname, '../../../seeds', `${name}.txt`);
  return valueOf(readPlan(readFileSync(file, 'utf8')));
}

/** The value of an outcome; a failure is a failed test. */
export function valueOf<T, E>(outcome: Result<T, E>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** Loads a plan into the open workbook, as the pane does. */
export async function load(plan: Plan): Promise<Rendered> {
  const prepared = valueOf(await prepareLoad(openWorkbook, plan, asOf));
  return valueOf(await loadPlan(openWorkbook, prepared));
}

/** A workbook in the embedded host into which a plan was loaded. */
export async function loadedSession(plan: Plan, options: HostOptions = {}): Promise<Session> {
  const session = openSession(options);
  await load(plan);
  return session;
}
