import { assessBook, type BookAssessment } from '../domain/assessment/book';
import type { Book } from '../domain/book';
import type { Issue } from '../domain/checks/issue';
import { checkBook } from '../domain/checks/run';
import { countOpenErrors } from '../domain/checks/waivers';
import { pastOf } from '../domain/assessment/past';
import type { ReportInput } from '../workbook/report/input';
import { reportSpec } from '../workbook/report/reportSpec';
import type { WorkbookFiles } from './ports';

/** A report as bytes, what it was made from, and how many errors stand in the way of sending it up. */
export type MadeReport = {
  readonly bytes: Uint8Array;
  readonly issues: readonly Issue[];
  readonly assessment: BookAssessment;
  readonly openErrors: number;
};

/**
 * Makes the consolidated report of a tracking workbook. Open errors do not stop it, but mark it
 * as a draft on its cover: a report with errors is to be looked at, not to be sent up. `origin` says
 * what the workbook was read from.
 */
export async function makeReport(
  files: Pick<WorkbookFiles, 'render'>,
  book: Book,
  origin: ReportInput['origin'],
): Promise<MadeReport> {
  const issues = checkBook(book);
  const openErrors = countOpenErrors(issues, book.waivers);
  const assessment = assessBook(book);
  const bytes = await files.render(
    reportSpec({ book, assessment, openErrors, past: pastOf(book), origin }),
  );
  return { bytes, issues, assessment, openErrors };
}
