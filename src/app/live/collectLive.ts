import type { Choice } from '../../domain/collection/collect';
import { ok, type Result } from '../../domain/result';
import type { RenderOptions } from '../../gateways/excel/render';
import { mergeSubmissions, type CollectedFiles, type ReadFiles } from '../collectFiles';
import { periodOf } from '../makeForms';
import { changeOf, changesBook } from '../periodActions';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { changeLive } from './changeLive';
import { takeBook } from './takeBook';

/** What is to be collected: files that were read, and what the person chose between agencies. */
export type LiveCollection = {
  readonly read: ReadFiles;
  /** The id of the period. */
  readonly period: string;
  /** The instant everything is noted under. */
  readonly time: string;
  readonly choices: readonly Choice[];
};

/** A collection that was written; `changed` is false where the workbook held it all already. */
export type WrittenCollection = { readonly collected: CollectedFiles; readonly changed: boolean };

/**
 * Writes a collection into the open workbook as it is now, whatever happened to it since the
 * preview: the merge is done anew. Fails where the period is gone, or as {@link changeLive} does.
 */
export async function collectLive(
  open: OpenWorkbook,
  { read, period: id, time, choices }: LiveCollection,
  options: RenderOptions = {},
): Promise<Result<WrittenCollection, LiveFailure>> {
  const taken = await takeBook(open, null, options);
  if (!taken.ok) return taken;
  const { book } = taken.value;
  const period = periodOf(book, id);
  if (!period.ok) return period;
  const collected = mergeSubmissions(book, read, { period: period.value, time, choices });
  const { collection } = collected;
  if (!changesBook(collection, book)) return ok({ collected, changed: false });
  const done = await changeLive(open, taken.value, changeOf(collection), options);
  return done.ok ? ok({ collected, changed: true }) : done;
}
