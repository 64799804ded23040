import type { Book } from '../../domain/book';
import type { IsoDate } from '../../domain/dates';
import type { Result } from '../../domain/result';
import type { Snapshot } from '../../domain/snapshot';
import type { OperationOptions } from '../../gateways/excel/batch';
import { readBook } from '../../workbook/tracking/readBook';
import type { LiveFailure, OpenWorkbook } from '../ports';

/** The open workbook as it was taken, and the tracking workbook read from it. */
export type TakenBook = { readonly snapshot: Snapshot; readonly book: Book };

/**
 * Takes the open workbook and reads it as a tracking workbook. `asOf` replaces the workbook's own
 * as-of date when it is given. Fails as `readBook` does, or with Excel's reason.
 */
export async function takeBook(
  open: OpenWorkbook,
  asOf: IsoDate | null,
  options?: OperationOptions,
): Promise<Result<TakenBook, LiveFailure>> {
  const taken = await open.take(options);
  return taken.ok ? bookIn(taken.value, asOf) : taken;
}

/** Reads a snapshot as a tracking workbook. */
export function bookIn(snapshot: Snapshot, asOf: IsoDate | null): Result<TakenBook, LiveFailure> {
  const book = readBook(snapshot, { asOf });
  return book.ok ? { ok: true, value: { snapshot, book: book.value } } : book;
}
