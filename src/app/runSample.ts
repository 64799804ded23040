import type { BookAssessment } from '../domain/assessment/book';
import type { Issue } from '../domain/checks/issue';
import type { IsoDate } from '../domain/dates';
import type { Failure } from '../domain/failure';
import type { Plan } from '../domain/plan/plan';
import { ok, type Result } from '../domain/result';
import { describeIssue } from '../messages/issues';
import { trackingSpec } from '../workbook/tracking/trackingSpec';
import { makeReport } from './makeReport';
import { openBook } from './openBook';
import type { WorkbookFiles } from './ports';
import { sampleContent } from './sampleContent';

/** What a run over one plan with sample figures gives. */
export type SampleRun = {
  readonly tracking: Uint8Array;
  readonly report: Uint8Array;
  readonly issues: readonly Issue[];
  readonly assessment: BookAssessment;
};

/**
 * The main job on one plan with sample figures: makes the tracking workbook, reads it back from
 * its bytes as if an officer had sent it, checks and assesses it, lists the issues in it, and
 * makes the report.
 */
export async function runSample(
  files: WorkbookFiles,
  plan: Plan,
  asOf: IsoDate,
  file: string,
): Promise<Result<SampleRun, Failure>> {
  const content = sampleContent(plan, asOf);
  const book = openBook(files, await files.render(trackingSpec(content)), file, null);
  if (!book.ok) return book;
  const report = await makeReport(files, book.value, null);
  const { issues, assessment } = report;
  const worded = issues.map((issue) => {
    const { text, action } = describeIssue(issue);
    return { issue, seen: text, toDo: action };
  });
  return ok({
    tracking: await files.render(trackingSpec({ ...content, issues: worded })),
    report: report.bytes,
    issues,
    assessment,
  });
}
