import { assessBook } from '../domain/assessment/book';
import type { Book } from '../domain/book';
import { comparePlans, type ComparedBook, type Comparison } from '../domain/comparison/compare';
import type { Correction } from '../domain/comparison/match';
import type { IsoDate } from '../domain/dates';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import type { Language } from '../messages/language';
import { nationalSource, nationalTargets } from '../reading/national/nationalTargets';
import { comparisonSpec } from '../workbook/comparison/comparisonSpec';
import type { ComparisonInput } from '../workbook/comparison/input';
import { readCorrections } from '../workbook/comparison/matchSheet';
import { comparisonNotices } from '../workbook/comparison/summarySheet';
import { openBook } from './openBook';
import type { WorkbookFiles } from './ports';

/** A file that is to be compared: a tracking workbook, or an earlier comparison. */
export type GivenFile = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
};

/** A comparison ready to be looked at and drawn. */
export type ComparedBooks = {
  readonly comparison: Comparison;
  /** What to beware of, in words. */
  readonly notices: Readonly<Record<Language, readonly string[]>>;
  /** What officers decided, as followed. */
  readonly corrections: readonly Correction[];
  readonly input: ComparisonInput;
};

/**
 * Opens tracking workbooks to be compared, each at its own as-of date or at the given one. Fails
 * when a file is none, when two files are the same, or when two are of one plan; `first` are
 * books that are open already.
 */
export function openCompared(
  files: WorkbookFiles,
  given: readonly GivenFile[],
  asOf: IsoDate | null,
  first: readonly ComparedBook[] = [],
): Result<readonly ComparedBook[], Failure> {
  const byHash = new Map<string, string>();
  const byPlan = new Map(first.map(({ book }): [string, Book] => [book.plan.id, book]));
  const books = [...first];
  for (const { file, bytes, hash } of given) {
    const same = byHash.get(hash);
    if (same !== undefined) return err(failure('bookTwice', { file, other: same }));
    byHash.set(hash, file);
    const book = openBook(files, bytes, file, asOf);
    if (!book.ok) return book;
    const { plan, settings } = book.value;
    const other = byPlan.get(plan.id);
    if (other)
      return err(
        failure('planTwice', {
          file,
          period: settings.period.name,
          other: other.file,
          otherPeriod: other.settings.period.name,
          plan: `${plan.documentNumber ?? plan.id} ${plan.locality}`,
        }),
      );
    byPlan.set(plan.id, book.value);
    books.push({ book: book.value, assessment: assessBook(book.value), hash });
  }
  return ok(books);
}

/** Reads what officers decided in an earlier comparison's workbook. */
export function openCorrections(
  files: Pick<WorkbookFiles, 'readOwn'>,
  { file, bytes }: Pick<GivenFile, 'file' | 'bytes'>,
): Result<readonly Correction[], Failure> {
  const snapshot = files.readOwn(bytes, file);
  return snapshot.ok ? readCorrections(snapshot.value) : snapshot;
}

/** What a person chose to compare: tracking workbooks, and what earlier comparisons decided. */
export type ChosenBooks = {
  readonly books: readonly ComparedBook[];
  readonly corrections: readonly Correction[];
};

/**
 * Opens files that may be tracking workbooks or earlier comparisons, and tells them apart. Fails as
 * {@link openCompared} does.
 */
export function openChosen(
  files: WorkbookFiles,
  given: readonly GivenFile[],
  first: readonly ComparedBook[],
): Result<ChosenBooks, Failure> {
  const corrections: Correction[] = [];
  const rest: GivenFile[] = [];
  for (const each of given) {
    const earlier = openCorrections(files, each);
    if (earlier.ok) corrections.push(...earlier.value);
    else rest.push(each);
  }
  const books = openCompared(files, rest, null, first);
  return books.ok ? ok({ books: books.value, corrections }) : books;
}

/** Compares opened books with each other and with the national list. */
export function compareBooks(
  books: readonly ComparedBook[],
  corrections: readonly Correction[],
): ComparedBooks {
  const plans = new Set(books.map(({ book }) => book.plan.id));
  const own = corrections.filter(({ party }) => plans.has(party));
  const comparison = comparePlans(books, nationalTargets(), own);
  const input: ComparisonInput = {
    comparison,
    source: nationalSource,
    corrections: own,
    dropped: corrections.length - own.length,
  };
  const notices = { vi: comparisonNotices(input), en: comparisonNotices(input, 'en') };
  return { comparison, notices, corrections: own, input };
}

/** Draws a comparison as a workbook's bytes; the same books give the same bytes. */
export function drawComparison(
  files: Pick<WorkbookFiles, 'render'>,
  { input }: ComparedBooks,
): Promise<Uint8Array> {
  return files.render(comparisonSpec(input));
}
