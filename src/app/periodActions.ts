import { mergeAgencies, type MergePreview, type Merger } from '../domain/agencies/mergeAgencies';
import type { Book } from '../domain/book';
import type { IsoDate } from '../domain/dates';
import type { Collection } from '../domain/collection/collect';
import { openPeriod, type OpenedPeriod } from '../domain/collection/openPeriod';
import { logEntry } from '../domain/collection/submission';
import { undoLast, type Undone } from '../domain/collection/undoLast';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import { standingWords } from '../messages/standing';
import type { BookChange } from '../workbook/tracking/changeEdits';
import { changeFile, type ChangedFile, type OpenedFile } from './changeBook';
import { periodOf } from './makeForms';
import type { WorkbookFiles } from './ports';

/** Whether a collection changes anything in the workbook. */
export function changesBook({ history, log }: Collection, book: Book): boolean {
  return history !== book.history || log.length !== book.log.length;
}

/** What a collection changes in the workbook it was made from. */
export function changeOf({ cells, history, log }: Collection): BookChange {
  return { cells, history, log, settings: null, registry: null };
}

/** Writes a collection into the workbook it was made from; the very bytes when nothing changes. */
export async function writeCollection(
  files: WorkbookFiles,
  opened: OpenedFile,
  collection: Collection,
): Promise<Result<ChangedFile, Failure>> {
  if (!changesBook(collection, opened.book)) return ok({ bytes: opened.bytes, redrawn: false });
  return changeFile(files, opened, changeOf(collection));
}

/**
 * The opening of the next period, or of the one named, as a value. Fails when there is no such
 * period, or when it is not a later one.
 */
export function planOpening(
  book: Book,
  periodId: string | null,
  time: string,
  asOf: IsoDate | null,
): Result<{ readonly opening: OpenedPeriod; readonly change: BookChange }, Failure> {
  const { periods, period: current } = book.settings;
  const next = periods[periods.findIndex(({ id }) => id === current.id) + 1];
  const period = periodOf(book, periodId ?? next?.id ?? '');
  if (!period.ok) return period;
  const opening = openPeriod(book, period.value, time, asOf);
  if (!opening.ok)
    return err(
      failure('periodNotLater', { file: book.file, seen: period.value.id, current: current.id }),
    );
  const { cells, history, log, asOf: day } = opening.value;
  const settings = { period: period.value.id, asOf: day };
  return ok({
    opening: opening.value,
    change: { cells, history, log, settings, registry: null },
  });
}

/** Opens the next period, or the one named: what changes, and the workbook after it. */
export async function openNextPeriod(
  files: WorkbookFiles,
  opened: OpenedFile,
  periodId: string | null,
  time: string,
  asOf: IsoDate | null,
): Promise<Result<{ readonly opening: OpenedPeriod; readonly file: ChangedFile }, Failure>> {
  const planned = planOpening(opened.book, periodId, time, asOf);
  if (!planned.ok) return planned;
  const { opening, change } = planned.value;
  const file = await changeFile(files, opened, change);
  return file.ok ? ok({ opening, file: file.value }) : file;
}

/** The taking back of what was done last, as a value. Fails when there is nothing. */
export function planUndo(
  book: Book,
): Result<{ readonly undone: Undone; readonly change: BookChange }, Failure> {
  const undone = undoLast(book, standingWords(book.registry));
  if (!undone.ok) return err(failure('nothingToUndo', { file: book.file }));
  const { cells, history, log, settings } = undone.value;
  return ok({ undone: undone.value, change: { cells, history, log, settings, registry: null } });
}

/** Takes back what was done last: what that was, and the workbook as it was before it. */
export async function undoLastAction(
  files: WorkbookFiles,
  opened: OpenedFile,
): Promise<Result<{ readonly undone: Undone; readonly file: ChangedFile }, Failure>> {
  const planned = planUndo(opened.book);
  if (!planned.ok) return planned;
  const { undone, change } = planned.value;
  const file = await changeFile(files, opened, change);
  return file.ok ? ok({ undone, file: file.value }) : file;
}

/** The merger of two agencies, as a value. Fails where they cannot be merged. */
export function planMerger(
  book: Book,
  merger: Merger,
  time: string,
): Result<{ readonly preview: MergePreview; readonly change: BookChange }, Failure> {
  const { from, into, on } = merger;
  const { period } = book.settings;
  const preview = mergeAgencies(book.plan, book.registry, merger, on ?? period.due);
  if (!preview.ok)
    return err(
      failure('agenciesNotMerged', { file: book.file, from, into, reason: preview.error }),
    );
  const { registry } = preview.value;
  const detail = `→ ${into}${on === null ? '' : ` ${on}`}`;
  const log = [...book.log, logEntry(time, 'merged', period.id, { agency: from, detail })];
  const { history } = book;
  return ok({
    preview: preview.value,
    change: { cells: [], history, log, settings: null, registry },
  });
}

/** Merges two agencies: what moves, and the workbook after it; nothing is written here. */
export async function mergeInBook(
  files: WorkbookFiles,
  opened: OpenedFile,
  merger: Merger,
  time: string,
): Promise<Result<{ readonly preview: MergePreview; readonly file: ChangedFile }, Failure>> {
  const planned = planMerger(opened.book, merger, time);
  if (!planned.ok) return planned;
  const { preview, change } = planned.value;
  const file = await changeFile(files, opened, change);
  return file.ok ? ok({ preview, file: file.value }) : file;
}
