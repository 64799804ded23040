import { assessBook, type BookAssessment } from '../../domain/assessment/book';
import type { IsoDate } from '../../domain/dates';
import type { Issue } from '../../domain/checks/issue';
import { checkBook } from '../../domain/checks/run';
import { ok, type Result } from '../../domain/result';
import type { OperationOptions } from '../../gateways/excel/batch';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { takeBook, type TakenBook } from './takeBook';

/** The open workbook checked: all issues, and the status of every row. */
export type CheckedBook = TakenBook & {
  readonly issues: readonly Issue[];
  readonly assessment: BookAssessment;
};

/**
 * The full check of the open workbook: a new snapshot, every check, every status. Nothing is
 * written. Fails where the workbook is no tracking workbook, or with Excel's reason.
 */
export async function checkLive(
  open: OpenWorkbook,
  asOf: IsoDate | null = null,
  options?: OperationOptions,
): Promise<Result<CheckedBook, LiveFailure>> {
  const taken = await takeBook(open, asOf, options);
  return taken.ok ? ok(checked(taken.value)) : taken;
}

/** Checks and assesses a workbook that was taken. */
export function checked(taken: TakenBook): CheckedBook {
  return { ...taken, issues: checkBook(taken.book), assessment: assessBook(taken.book) };
}
