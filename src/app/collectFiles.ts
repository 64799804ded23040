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

/** What a collection asks of the one who calls it. */
export type CollectRequest = {
  readonly period: Period;
  /** The instant everything is noted under. */
  readonly time: string;
  readonly choices: readonly Choice[];
  /** Files to leave out, by name, with the reason. */
  readonly exclude: ReadonlyMap<string, string>;
  /** SHA-256 of bytes, in hex. */
  readonly digest: (bytes: Uint8Array) => Promise<string>;
  /** Told after every file; false stops, and nothing is written. */
  readonly onFile?: (done: number) => boolean;
};

/** A collection ready to be looked at and written. */
export type CollectedFiles = {
  readonly collection: Collection;
  readonly rejected: readonly RejectedFile[];
};

/**
 * Reads submissions one by one, so that memory does not grow with their bytes, and merges them as
 * a pure value: nothing is written. Null when the caller stopped it.
 */
export async function collectFiles(
  files: WorkbookFiles,
  book: Book,
  incoming: AsyncIterable<IncomingFile> | Iterable<IncomingFile>,
  request: CollectRequest,
): Promise<CollectedFiles | null> {
  const { period, time, choices, exclude, digest, onFile } = request;
  const read = formReader(book, period);
  const submissions: Submission[] = [];
  const rejected: RejectedFile[] = [];
  const exclusions: Exclusion[] = [];
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
      exclusions.push({ file, hash, agency: identity.ok ? identity.value.agency : '', reason });
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
  const words: StandingWords = standingWords(book.registry);
  const byName = (a: RejectedFile, b: RejectedFile): number =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  return {
    collection: collect(book, submissions, { time, period, choices, exclusions, words }),
    rejected: rejected.sort(byName),
  };
}
