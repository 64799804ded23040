import { registryAfter } from '../../domain/agencies/registry';
import type { Book } from '../../domain/book';
import type { IsoDate } from '../../domain/dates';
import type { Plan } from '../../domain/plan/plan';
import { ok, type Result } from '../../domain/result';
import type { Changes, Rendered, RenderOptions } from '../../gateways/excel/render';
import { emptyContent, type TrackingContent } from '../../workbook/tracking/content';
import { contentOf } from '../../workbook/tracking/contentOf';
import { rowIds, trackingSpec } from '../../workbook/tracking/trackingSpec';
import type { WorkbookSpec } from '../../workbook/spec';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { bookIn } from './takeBook';

/** A load that is ready to be done: what will be drawn, and what it changes in the workbook. */
export type PreparedLoad = {
  readonly plan: Plan;
  /** The plan that is in the workbook already; null for a workbook without one. */
  readonly before: Plan | null;
  readonly changes: Changes;
  readonly spec: WorkbookSpec;
  readonly drawing: Pick<RenderOptions, 'keep' | 'gone' | 'anew'>;
};

/**
 * Prepares the load of a plan: shows what will change, and changes nothing. Where the workbook
 * holds the same plan already, entries of rows that are in both stay, the settings stay, and rows
 * that left the plan go (a copy of each changed sheet stays). Over another plan the sheets are made
 * anew and the old ones stay beside them: only entries of rows that bear the same code and the same
 * words go along. Fails with Excel's reason, or when the
 * workbook is a tracking workbook that cannot be read.
 */
export async function prepareLoad(
  open: OpenWorkbook,
  plan: Plan,
  asOf: IsoDate,
  options: RenderOptions = {},
): Promise<Result<PreparedLoad, LiveFailure>> {
  const taken = await open.take(options);
  if (!taken.ok) return taken;
  const there = bookIn(taken.value, null);
  if (!there.ok && there.error.code !== 'workbookNoIdentity') return there;
  const before = there.ok ? there.value.book : null;
  const spec = trackingSpec(contentFor(plan, asOf, before));
  const drawing = before === null || before.plan.id === plan.id ? over(plan, before) : anew;
  const changes = await open.preview(spec, { ...options, ...drawing });
  return changes.ok
    ? ok({ plan, before: before?.plan ?? null, changes: changes.value, spec, drawing })
    : changes;
}

const anew: PreparedLoad['drawing'] = { anew: true };

/** The same plan, perhaps corrected: its rows stay where they are. */
function over(plan: Plan, before: Book | null): PreparedLoad['drawing'] {
  const known = new Set(rowIds(plan));
  const were = before === null ? [] : rowIds(before.plan);
  return { keep: 'entries', gone: new Set(were.filter((id) => !known.has(id))) };
}

/** Does a prepared load. A failed or cancelled load leaves the workbook as it was. */
export function loadPlan(
  open: OpenWorkbook,
  { spec, drawing }: PreparedLoad,
  options: RenderOptions = {},
): Promise<Result<Rendered, LiveFailure>> {
  return open.draw(spec, { ...options, ...drawing });
}

/** The plan with what was entered in the workbook it is loaded over. */
function contentFor(plan: Plan, asOf: IsoDate, before: Book | null): TrackingContent {
  const empty = emptyContent(plan, asOf);
  if (before === null) return empty;
  const was = contentOf(before, [], empty.created);
  if (before.plan.id !== plan.id) {
    const isSame = sameRows(plan, before.plan);
    const ofSame = <T>(entries: ReadonlyMap<string, T>): [string, T][] =>
      [...entries].filter(([id]) => isSame(id));
    return {
      ...empty,
      indicatorEntries: new Map(ofSame(was.indicatorEntries)),
      taskEntries: new Map([...empty.taskEntries, ...ofSame(was.taskEntries)]),
      roadmap: new Map([...empty.roadmap, ...ofSame(was.roadmap)]),
    };
  }
  return {
    ...was,
    plan,
    registry: registryAfter(plan, before.plan, was.registry),
    taskEntries: new Map([...empty.taskEntries, ...was.taskEntries]),
    roadmap: new Map([...empty.roadmap, ...was.roadmap]),
  };
}

/** Whether a row, or a part of one, is in both plans with the same words. */
function sameRows(plan: Plan, before: Plan): (id: string) => boolean {
  const words = ({ indicators, tasks }: Plan): Map<string, string> =>
    new Map([
      ...indicators.map((row): [string, string] => [
        row.id,
        [row.name, row.unit, row.targetText, row.horizon].join('\n'),
      ]),
      ...tasks.map((row): [string, string] => [row.id, [row.name, row.timeText].join('\n')]),
    ]);
  const now = words(plan);
  const then = words(before);
  return (id) => {
    const [row = id] = id.split('/');
    return now.has(row) && now.get(row) === then.get(row);
  };
}
