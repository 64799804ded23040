import type { BookAssessment } from '../domain/assessment/book';
import type { Issue } from '../domain/checks/issue';
import { checkBook } from '../domain/checks/run';
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
 * makes the report. `file` is the name the tracking workbook will have, `digest` the SHA-256 of bytes.
 */
export async function runSample(
  files: WorkbookFiles,
  plan: Plan,
  asOf: IsoDate,
  file: string,
  digest: (bytes: Uint8Array) => Promise<string>,
): Promise<Result<SampleRun, Failure>> {
  const content = sampleContent(plan, asOf);
  const book = openBook(files, await files.render(trackingSpec(content)), file, null);
  if (!book.ok) return book;
  const worded = checkBook(book.value).map((issue) => {
    const { text, action } = describeIssue(issue);
    return { issue, seen: text, toDo: action };
  });
  const tracking = await files.render(trackingSpec({ ...content, issues: worded }));
  const origin = { hash: await digest(tracking), taken: null };
  const { bytes, issues, assessment } = await makeReport(files, book.value, origin);
  return ok({ tracking, report: bytes, issues, assessment });
}
