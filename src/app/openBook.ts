import type { Book } from '../domain/book';
import type { IsoDate } from '../domain/dates';
import type { Failure } from '../domain/failure';
import type { Result } from '../domain/result';
import { readBook } from '../workbook/tracking/readBook';
import type { WorkbookFiles } from './ports';

/**
 * Opens a tracking workbook from its bytes. `asOf` replaces the workbook's own as-of date when
 * it is given. Fails as a value when the bytes are no workbook, or not a tracking workbook.
 */
export function openBook(
  files: WorkbookFiles,
  bytes: Uint8Array,
  file: string,
  asOf: IsoDate | null,
): Result<Book, Failure> {
  const snapshot = files.readOwn(bytes, file);
  return snapshot.ok ? readBook(snapshot.value, { asOf }) : snapshot;
}
