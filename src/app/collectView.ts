import type { Completeness } from '../domain/collection/completeness';
import type { Book } from '../domain/book';
import type { Issue } from '../domain/checks/issue';
import { describeFailure } from '../messages/failures';
import { describeIssue } from '../messages/issues';
import { reminderText } from '../messages/reminder';
import { completenessIn } from '../workbook/tracking/completeness';
import type { CollectedFiles, RejectedFile } from './collectFiles';

/** A fault with its words, in Vietnamese. */
export type WordedFault = {
  readonly code: string;
  readonly severity: Issue['severity'];
  readonly where: {
    readonly file: string;
    readonly sheet: string | null;
    readonly cell: string | null;
    readonly row: string | null;
  };
  readonly params: Readonly<Record<string, string | number>>;
  readonly text: string;
  readonly action: string;
};

/** What `sent --json` prints of one agency. */
export type SentView = Completeness & { readonly reminder: string | null };

/** Who has sent, for the period being reported and every period with submissions. */
export function completenessOfBook(book: Book): readonly Completeness[] {
  return completenessIn(book);
}

/** Who has sent, with a text to remind those who have not. */
export function sentView(book: Book, rows: readonly Completeness[]): readonly SentView[] {
  return rows.map((row) => ({
    ...row,
    reminder: row.arrival === 'missing' ? reminderOf(book, row) : null,
  }));
}

function reminderOf(book: Book, row: Completeness): string {
  const period = book.settings.periods.find(({ id }) => id === row.period) ?? book.settings.period;
  return reminderText(book.plan, period, row);
}

/** What `collect --json` prints. */
export type CollectView = ReturnType<typeof collectView>;

/** Leaves of a collection what other programs are promised. */
export function collectView(book: Book, { collection, rejected }: CollectedFiles) {
  const { period, time, taken, unchanged, replaced, conflicts, groups } = collection;
  const names = new Map(book.registry.map(({ id, name }) => [id, name]));
  const nameOf = (agency: string): string => names.get(agency) ?? agency;
  const sent = sentView(book, collection.completeness);
  return {
    period: period.id,
    time,
    accepted: taken.map(({ submission, supersededBy }) => ({
      file: submission.file,
      agency: submission.agency,
      name: nameOf(submission.agency),
      hash: submission.hash,
      saved: submission.saved,
      figures: submission.figures.length,
      supersededBy,
      macros: submission.macros,
      issues: submission.issues.map(wordedIssue),
    })),
    rejected: rejected.map((each) => ({
      file: each.file,
      agency: each.agency,
      issues: faultsOf(each),
    })),
    replaced,
    conflicts: conflicts.map(({ line, field, statements, chosen, by }) => ({
      row: line,
      field,
      chosen,
      by,
      statements: statements.map((each) => ({ ...each, name: nameOf(each.agency) })),
    })),
    missing: sent.filter(({ arrival }) => arrival === 'missing').map(whom),
    late: sent.filter(({ arrival }) => arrival === 'late').map(whom),
    unchanged: unchanged.map(({ file, agency, hash }) => ({ file, agency, hash })),
    excluded: collection.excluded,
    preview: collection.agencies,
    cells: collection.cells,
    groups,
    completeness: sent,
  };
}

function whom({ agency, name, contact, received, file, expected, reported, reminder }: SentView) {
  return { agency, name, contact, received, file, expected, reported, reminder };
}

/** The faults of a file that was not taken in, the worst first as they were found. */
export function faultsOf({ file, failure, issues }: RejectedFile): readonly WordedFault[] {
  if (failure === null) return issues.map(wordedIssue);
  return [
    {
      code: failure.code,
      severity: 'error',
      where: { file, sheet: null, cell: null, row: null },
      params: failure.params,
      text: describeFailure(failure),
      action: '',
    },
  ];
}

function wordedIssue(issue: Issue): WordedFault {
  const { text, action } = describeIssue(issue);
  return { ...issue, text, action };
}
