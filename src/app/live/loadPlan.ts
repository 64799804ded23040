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
  readonly gone: ReadonlySet<string>;
};

/**
 * Prepares the load of a plan: shows what will change, and changes nothing. Where the workbook
 * holds a plan already, entries of rows that are in both stay, the settings stay, and rows that
 * left the plan go (a copy of each changed sheet stays). Fails with Excel's reason, or when the
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
  const known = new Set(rowIds(plan));
  const gone = new Set(before === null ? [] : rowIds(before.plan).filter((id) => !known.has(id)));
  const changes = await open.preview(spec, { ...options, keep: 'entries', gone });
  return changes.ok
    ? ok({ plan, before: before?.plan ?? null, changes: changes.value, spec, gone })
    : changes;
}

/** Does a prepared load. A failed or cancelled load leaves the workbook as it was. */
export function loadPlan(
  open: OpenWorkbook,
  { spec, gone }: PreparedLoad,
  options: RenderOptions = {},
): Promise<Result<Rendered, LiveFailure>> {
  return open.draw(spec, { ...options, keep: 'entries', gone });
}

/** The plan with what was entered in the workbook it is loaded over. */
function contentFor(plan: Plan, asOf: IsoDate, before: Book | null): TrackingContent {
  const empty = emptyContent(plan, asOf);
  if (before === null) return empty;
  const was = contentOf(before, [], empty.created);
  return {
    ...was,
    plan,
    registry: registryAfter(plan, before.plan, was.registry),
    taskEntries: new Map([...empty.taskEntries, ...was.taskEntries]),
    roadmap: new Map([...empty.roadmap, ...was.roadmap]),
  };
}
