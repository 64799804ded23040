import {
  compareBooks,
  drawComparison,
  openChosen,
  type ChosenBooks,
  type ComparedBooks,
  type GivenFile,
} from '../app/compareBooks';
import { readPlanFile, type ReadPlan } from '../app/readPlanFile';
import {
  settledPlan,
  withAlternatives,
  type Alternative,
  type DoubtfulPlan,
} from '../app/settleNotes';
import { readSubmissions, type ReadFiles } from '../app/collectFiles';
import { documentFiles, workbookFiles } from '../app/wiring';
import type { OperationOptions, WorkbookFiles } from '../app/ports';
import type { ComparedBook } from '../domain/comparison/compare';
import type { Book, Period } from '../domain/book';
import type { Failure } from '../domain/failure';
import type { Plan } from '../domain/plan/plan';
import { ok, type Result } from '../domain/result';
import { digest } from './digest';
import { filesIn } from './incoming';

/** What takes long enough to be felt, and so is done beside the pane and not in it. */
export type Heavy = Pick<WorkbookFiles, 'render'> & {
  /** Reads a plan and the other readings of its doubtful places; fails as `readPlanFile` does. */
  readonly readPlan: (
    bytes: Uint8Array,
    file: string,
  ) => Promise<Result<DoubtfulPlan & Pick<ReadPlan, 'lines'>, Failure>>;
  /** The plan with the chosen readings. */
  readonly settle: (plan: Plan, chosen: readonly Alternative[]) => Promise<Plan>;
  /** Reads files and zips of files as submissions of a period; null when it was stopped. */
  readonly readSubmissions: (
    book: Book,
    period: Period,
    files: readonly File[],
    options: OperationOptions,
  ) => Promise<ReadFiles | null>;
  /** Opens workbooks to be compared with one that is open; fails as `openChosen` does. */
  readonly openChosen: (
    own: ComparedBook,
    files: readonly File[],
  ) => Promise<Result<ChosenBooks, Failure>>;
  /** Compares books, and draws the workbook of it. */
  readonly compare: (
    chosen: ChosenBooks,
  ) => Promise<{ readonly compared: ComparedBooks; readonly bytes: Uint8Array }>;
};

/** The heavy work itself, wherever it runs. */
export const heavy: Heavy = {
  readPlan: async (bytes, file) => {
    const read = await readPlanFile(documentFiles, bytes, file);
    return read.ok ? ok({ ...withAlternatives(read.value.plan), lines: read.value.lines }) : read;
  },
  settle: (plan, chosen) => Promise.resolve(settledPlan(plan, chosen)),
  readSubmissions: async (book, period, files, { signal, onProgress }) => {
    const incoming = await filesIn(files);
    return readSubmissions(workbookFiles, book, incoming, {
      period,
      exclude: new Map(),
      digest,
      onFile: (done) => {
        onProgress?.({ done, total: incoming.length });
        return signal?.aborted !== true;
      },
    });
  },
  openChosen: async (own, files) => {
    const given: GivenFile[] = [];
    for (const file of files) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      given.push({ file: file.name, bytes, hash: await digest(bytes) });
    }
    return openChosen(workbookFiles, given, [own]);
  },
  compare: async ({ books, corrections }) => {
    const compared = compareBooks(books, corrections);
    return { compared, bytes: await drawComparison(workbookFiles, compared) };
  },
  render: (spec) => workbookFiles.render(spec),
};
