import type { Book, Period } from '../domain/book';
import type { Issue } from '../domain/checks/issue';
import {
  collect,
  type Choice,
  type Collection,
  type Exclusion,
} from '../domain/collection/collect';
import type { StandingWords } from '../domain/collection/standing';
import type { Submission } from '../domain/collection/submission';
import type { Failure } from '../domain/failure';
import type { Result } from '../domain/result';
import { standingWords } from '../messages/standing';
import { formReader, readFormIdentity } from '../workbook/form/readForm';
import type { WorkbookFiles } from './ports';

/** A file that may be a submission: its name, and its bytes when they are asked for. */
export type IncomingFile = {
  readonly file: string;
  readonly bytes: () => Promise<Result<Uint8Array, Failure>>;
  /** When the file was last written where it lies, an ISO instant; null when that is not known. */
  readonly written: string | null;
};

/** A file that was not taken in: one failure of the whole file, or the faults of its cells. */
export type RejectedFile = {
  readonly file: string;
  readonly agency: string | null;
  readonly failure: Failure | null;
  readonly issues: readonly Issue[];
};

/** How files are read as submissions. */
export type ReadRequest = {
  readonly period: Period;
  /** Files to leave out, by name, with the reason. */
  readonly exclude: ReadonlyMap<string, string>;
  /** SHA-256 of bytes, in hex. */
  readonly digest: (bytes: Uint8Array) => Promise<string>;
  /** Told before every file; false stops, and nothing is written. */
  readonly onFile?: (done: number) => boolean;
};

/** How what was read is merged. */
export type MergeRequest = {
  readonly period: Period;
  /** The instant everything is noted under. */
  readonly time: string;
  readonly choices: readonly Choice[];
};

/** What a collection asks of the one who calls it. */
export type CollectRequest = ReadRequest & MergeRequest;

/** Files that were read, and not merged yet. */
export type ReadFiles = {
  readonly submissions: readonly Submission[];
  readonly excluded: readonly Exclusion[];
  readonly rejected: readonly RejectedFile[];
};

/** A collection ready to be looked at and written. */
export type CollectedFiles = {
  readonly collection: Collection;
  readonly rejected: readonly RejectedFile[];
};

/**
 * Reads submissions one by one, so that memory does not grow with their bytes. Null when the
 * caller stopped it.
 */
export async function readSubmissions(
  files: Pick<WorkbookFiles, 'read'>,
  book: Book,
  incoming: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
  { period, exclude, digest, onFile }: ReadRequest,
): Promise<ReadFiles | null> {
  const read = formReader(book, period);
  const submissions: Submission[] = [];
  const rejected: RejectedFile[] = [];
  const excluded: Exclusion[] = [];
  let done = 0;
  for await (const { file, bytes, written } of incoming) {
    if (onFile && !onFile(done)) return null;
    done += 1;
    const content = await bytes();
    if (!content.ok) {
      rejected.push({ file, agency: null, failure: content.error, issues: [] });
      continue;
    }
    const hash = await digest(content.value);
    const snapshot = files.read(content.value, file);
    const reason = exclude.get(file);
    if (reason !== undefined) {
      const identity = snapshot.ok ? readFormIdentity(snapshot.value) : snapshot;
      excluded.push({ file, hash, agency: identity.ok ? identity.value.agency : '', reason });
      continue;
    }
    if (!snapshot.ok) {
      rejected.push({ file, agency: null, failure: snapshot.error, issues: [] });
      continue;
    }
    const submission = read({ snapshot: snapshot.value, hash, written });
    if (submission.ok) submissions.push(submission.value);
    else if (submission.error.kind === 'file')
      rejected.push({ file, agency: null, failure: submission.error.failure, issues: [] });
    else {
      const { agency, issues } = submission.error;
      rejected.push({ file, agency, failure: null, issues });
    }
  }
  return { submissions, excluded, rejected };
}

/** Merges what was read as a pure value: nothing is written. */
export function mergeSubmissions(
  book: Book,
  { submissions, excluded, rejected }: ReadFiles,
  { period, time, choices }: MergeRequest,
): CollectedFiles {
  const words: StandingWords = standingWords(book.registry);
  const byName = (a: RejectedFile, b: RejectedFile): number =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return {
    collection: collect(book, submissions, { time, period, choices, exclusions: excluded, words }),
    rejected: rejected.toSorted(byName),
  };
}

/** What was read without some of its submissions: files by SHA-256, each with the reason. */
export function leaveOut(read: ReadFiles, reasons: ReadonlyMap<string, string>): ReadFiles {
  const left = read.submissions.flatMap(({ file, hash, agency }): Exclusion[] => {
    const reason = reasons.get(hash);
    return reason === undefined ? [] : [{ file, hash, agency, reason }];
  });
  return {
    ...read,
    submissions: read.submissions.filter(({ hash }) => !reasons.has(hash)),
    excluded: [...read.excluded, ...left],
  };
}

/** {@link readSubmissions} and {@link mergeSubmissions}; null when the caller stopped it. */
export async function collectFiles(
  files: Pick<WorkbookFiles, 'read'>,
  book: Book,
  incoming: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
  request: CollectRequest,
): Promise<CollectedFiles | null> {
  const read = await readSubmissions(files, book, incoming, request);
  return read && mergeSubmissions(book, read, request);
}
