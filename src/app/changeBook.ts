import type { Book } from '../domain/book';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import type { Snapshot } from '../domain/snapshot';
import { readBook } from '../workbook/tracking/readBook';
import { changeEdits, contentAfter, type BookChange } from '../workbook/tracking/changeEdits';
import { trackingSpec } from '../workbook/tracking/trackingSpec';
import type { WorkbookFiles } from './ports';

/** A tracking workbook's file, opened to be changed. */
export type OpenedFile = {
  readonly bytes: Uint8Array;
  readonly snapshot: Snapshot;
  readonly book: Book;
};

/** Opens a tracking workbook's bytes. Fails when they are none. */
export function openFile(
  files: WorkbookFiles,
  bytes: Uint8Array,
  file: string,
): Result<OpenedFile, Failure> {
  const snapshot = files.readOwn(bytes, file);
  if (!snapshot.ok) return snapshot;
  const book = readBook(snapshot.value, { asOf: null });
  return book.ok ? ok({ bytes, snapshot: snapshot.value, book: book.value }) : book;
}

/** Lines of the history, one a figure: a sheet has 1,048,576 rows. */
const MOST_FIGURES = 1_048_000;

/** Fails where the history would be longer than a sheet. */
export function fitsSheet(book: Book, change: BookChange): Result<null, Failure> {
  const figures = change.history.length;
  return figures <= MOST_FIGURES
    ? ok(null)
    : err(failure('historyFull', { file: book.file, figures, limit: MOST_FIGURES }));
}

/** The workbook's bytes after a change; `redrawn` when it had to be drawn anew as a whole. */
export type ChangedFile = { readonly bytes: Uint8Array; readonly redrawn: boolean };

/**
 * Makes a change in a workbook's file: only what changes is written, so that looks, columns and
 * sheets of its owner stay. A workbook of an older make, or one that lost a sheet of ours, is
 * drawn anew instead.
 */
export async function changeFile(
  files: WorkbookFiles,
  { bytes, snapshot, book }: OpenedFile,
  change: BookChange,
): Promise<Result<ChangedFile, Failure>> {
  const fits = fitsSheet(book, change);
  if (!fits.ok) return fits;
  const edits = changeEdits(snapshot, book, change);
  if (edits) {
    const patched = await files.patch(bytes, book.file, edits);
    if (patched.ok) return ok({ bytes: patched.value, redrawn: false });
    if (patched.error.params['reason'] !== 'unpatchable') return patched;
  }
  const drawn = await files.render(trackingSpec(contentAfter(book, change)));
  return ok({ bytes: drawn, redrawn: true });
}
