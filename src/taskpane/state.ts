import type { CollectedFiles, ReadFiles } from '../app/collectFiles';
import type { ChosenBooks, ComparedBooks } from '../app/compareBooks';
import type { CheckedBook } from '../app/live/checkLive';
import type { WrittenCollection } from '../app/live/collectLive';
import type { PreparedLoad } from '../app/live/loadPlan';
import type { CellEdit, LiveFailure, Progress, Rendered } from '../app/ports';
import type { Period } from '../domain/book';
import type { Severity } from '../domain/checks/issue';
import type { Choice } from '../domain/collection/collect';
import type { ReadPlan } from '../app/readPlanFile';
import type { DoubtfulPlan } from '../app/settleNotes';
import type { Plan } from '../domain/plan/plan';
import type { Language } from '../messages/language';

/** The tabs of the pane, in the order of the job. */
export const tabs = ['plan', 'check', 'collect', 'progress', 'report', 'settings'] as const;

/** One of {@link tabs}. */
export type Tab = (typeof tabs)[number];

/** Where the pane is: still asking, outside Excel, in Excel, or without Office.js. */
export type Host = 'starting' | 'outside' | 'excel' | 'missing';

/** Where a plan came from, with its lines, so that doubts stand beside their source. */
export type PlanSource = {
  readonly name: string;
  readonly lines: ReadPlan['lines'];
};

/** How a doubt was settled: seen as it is, or one of its other readings by its number. */
export type Settlement = 'seen' | number;

/** A plan that was read and is being looked at. `settled` is by the number of the note. */
export type Review = DoubtfulPlan & {
  readonly source: PlanSource;
  readonly settled: ReadonlyMap<number, Settlement>;
};

/** The steps from choosing a plan to having it in the workbook. */
export type PlanStep =
  | { readonly kind: 'choose'; readonly failure: Trouble | null }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'review'; readonly review: Review; readonly failure: Trouble | null }
  | { readonly kind: 'preparing'; readonly review: Review }
  | {
      readonly kind: 'confirm';
      readonly review: Review;
      readonly prepared: PreparedLoad;
      readonly failure: Trouble | null;
    }
  | {
      readonly kind: 'loading';
      readonly review: Review;
      readonly prepared: PreparedLoad;
      readonly progress: Progress | null;
      readonly stopping: boolean;
    }
  | { readonly kind: 'loaded'; readonly plan: Plan; readonly rendered: Rendered };

/** What the pane knows of the workbook beside it. `revision` tells one reading from the next. */
export type BookState =
  | { readonly kind: 'unread' }
  | { readonly kind: 'reading' }
  /** A workbook without a plan. */
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failure: Trouble }
  | {
      readonly kind: 'open';
      readonly checked: CheckedBook;
      readonly watched: boolean;
      readonly revision: number;
    };

/** What went wrong: an expected failure, or a fault of ours with its text. */
export type Trouble =
  | { readonly kind: 'failure'; readonly failure: LiveFailure }
  | { readonly kind: 'fault'; readonly detail: string };

/** What is being done in the workbook now; one thing at a time. */
export type Job =
  | 'check'
  | 'fix'
  | 'waive'
  | 'refresh'
  | 'report'
  | 'openReport'
  | 'narrative'
  | 'compare'
  | 'settings'
  | 'forms'
  | 'readSubmissions'
  | 'collect'
  | 'openPeriod'
  | 'correct'
  | 'merge'
  | 'undoLast';

/** A job, with how far it is where it says so. */
export type Work = {
  readonly job: Job;
  readonly progress: Progress | null;
  readonly stopping: boolean;
};

/** What the last job came to, until the next one starts or it is put away. */
export type Outcome =
  | { readonly kind: 'failed'; readonly job: Job; readonly trouble: Trouble }
  | { readonly kind: 'selectionEmpty' }
  | { readonly kind: 'fixed'; readonly count: number; readonly undo: readonly CellEdit[] }
  | { readonly kind: 'undone' }
  | { readonly kind: 'waived' }
  | { readonly kind: 'refreshed'; readonly sheets: number; readonly cells: number }
  | { readonly kind: 'reportOpened' }
  | { readonly kind: 'reportSaved' }
  | { readonly kind: 'narrativeSaved'; readonly name: string; readonly draft: boolean }
  | { readonly kind: 'comparisonSaved'; readonly name: string }
  | { readonly kind: 'settingsSaved' }
  | { readonly kind: 'formsSaved'; readonly name: string; readonly count: number }
  | { readonly kind: 'formsNone' }
  | { readonly kind: 'corrected' }
  | {
      readonly kind: 'merged';
      readonly from: string;
      readonly into: string;
      readonly moved: number;
    }
  /** A longer job that changes nothing was stopped. */
  | { readonly kind: 'stopped' }
  | { readonly kind: 'copied'; readonly count: number }
  /** The clipboard is closed to the pane: the words are shown to be copied by hand. */
  | { readonly kind: 'notCopied'; readonly words: string }
  | { readonly kind: 'periodOpened'; readonly period: string; readonly kept: number }
  | { readonly kind: 'lastUndone'; readonly cells: number };

/** Submissions that were read: how they would be merged, and what the person decided so far. */
export type CollectPreview = {
  readonly kind: 'preview';
  readonly period: Period;
  readonly read: ReadFiles;
  readonly choices: readonly Choice[];
  /** Files to leave out, by SHA-256, with the reason. */
  readonly exclude: ReadonlyMap<string, string>;
  readonly collected: CollectedFiles;
};

/** The steps from files that came back to figures in the workbook. */
export type CollectStep =
  | { readonly kind: 'choose' }
  | CollectPreview
  | { readonly kind: 'done'; readonly written: WrittenCollection };

/** Plans side by side: the books that were chosen, how they compare, and the workbook of it. */
export type CompareStep =
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'preview';
      readonly chosen: ChosenBooks;
      readonly compared: ComparedBooks;
      readonly bytes: Uint8Array;
    };

/** A report that was made and not yet replaced by a newer one. */
export type Report = {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly openErrors: number;
  /** The revision of the workbook it was made from: an edit makes it out of date. */
  readonly revision: number;
};

/** What the lists are narrowed to; null is no narrowing. */
export type IssueFilter = {
  readonly severity: Severity | null;
  readonly sheet: string | null;
  readonly agency: string | null;
};

/** The rows the progress tab lists: those that slip, or those of one status. */
export type RowFilter = { readonly kind: 'indicator' | 'task'; readonly status: string } | null;

/** Everything the pane shows. */
export type State = {
  readonly host: Host;
  readonly language: Language;
  readonly tab: Tab;
  readonly step: PlanStep;
  readonly collect: CollectStep;
  readonly compare: CompareStep;
  readonly book: BookState;
  readonly work: Work | null;
  readonly outcome: Outcome | null;
  readonly report: Report | null;
  readonly issueFilter: IssueFilter;
  readonly rowFilter: RowFilter;
  /** The person's name as last written under a waiver. */
  readonly waivedBy: string;
};

/** Everything that can happen to it. */
export type Event =
  | { readonly type: 'hostKnown'; readonly host: Host; readonly language: Language | null }
  | { readonly type: 'languageChosen'; readonly language: Language }
  | { readonly type: 'tabOpened'; readonly tab: Tab }
  | { readonly type: 'stepReached'; readonly step: PlanStep }
  | { readonly type: 'collectReached'; readonly collect: CollectStep }
  | { readonly type: 'compareReached'; readonly compare: CompareStep }
  | { readonly type: 'noteSettled'; readonly note: number; readonly as: Settlement | null }
  | { readonly type: 'notesSeen' }
  | { readonly type: 'loadProgressed'; readonly progress: Progress }
  | { readonly type: 'bookReading' }
  | { readonly type: 'bookMissing' }
  | { readonly type: 'bookFailed'; readonly trouble: Trouble }
  | { readonly type: 'bookChecked'; readonly checked: CheckedBook }
  | { readonly type: 'watchChanged'; readonly watched: boolean }
  | { readonly type: 'workStarted'; readonly job: Job }
  | { readonly type: 'workProgressed'; readonly progress: Progress }
  | { readonly type: 'stopAsked' }
  | { readonly type: 'workEnded'; readonly outcome: Outcome | null }
  | { readonly type: 'outcomeClosed' }
  | { readonly type: 'reportMade'; readonly report: Report }
  | { readonly type: 'issuesFiltered'; readonly filter: Partial<IssueFilter> }
  | { readonly type: 'rowsFiltered'; readonly filter: RowFilter }
  | { readonly type: 'waiverNamed'; readonly by: string };

/** No narrowing. */
export const allIssues: IssueFilter = { severity: null, sheet: null, agency: null };

/** The first state of a pane. */
export const firstState: State = {
  host: 'starting',
  language: 'vi',
  tab: 'plan',
  step: { kind: 'choose', failure: null },
  collect: { kind: 'choose' },
  compare: { kind: 'choose' },
  book: { kind: 'unread' },
  work: null,
  outcome: null,
  report: null,
  issueFilter: allIssues,
  rowFilter: null,
  waivedBy: '',
};

/** What a state becomes when something happens. */
export function reduce(state: State, event: Event): State {
  switch (event.type) {
    case 'hostKnown':
      return { ...state, host: event.host, language: event.language ?? state.language };
    case 'languageChosen':
      return { ...state, language: event.language };
    case 'tabOpened':
      return { ...state, tab: event.tab, outcome: state.tab === event.tab ? state.outcome : null };
    case 'stepReached':
      return { ...state, step: event.step, outcome: null };
    case 'collectReached':
      return { ...state, collect: event.collect };
    case 'compareReached':
      return { ...state, compare: event.compare };
    case 'noteSettled':
      return withReview(state, (review) => {
        const settled = new Map(review.settled);
        if (event.as === null) settled.delete(event.note);
        else settled.set(event.note, event.as);
        return { ...review, settled };
      });
    case 'notesSeen':
      return withReview(state, (review) => ({
        ...review,
        settled: new Map(
          review.plan.notes.map((_, note) => [note, review.settled.get(note) ?? 'seen']),
        ),
      }));
    case 'loadProgressed':
      return state.step.kind === 'loading'
        ? { ...state, step: { ...state.step, progress: event.progress } }
        : state;
    case 'bookReading':
      return state.book.kind === 'open' ? state : { ...state, book: { kind: 'reading' } };
    case 'bookMissing':
      return {
        ...state,
        book: { kind: 'none' },
        report: null,
        collect: { kind: 'choose' },
        compare: { kind: 'choose' },
      };
    case 'bookFailed':
      return { ...state, book: { kind: 'failed', failure: event.trouble } };
    case 'bookChecked':
      return {
        ...state,
        book: {
          kind: 'open',
          checked: event.checked,
          watched: state.book.kind === 'open' && state.book.watched,
          revision: state.book.kind === 'open' ? state.book.revision + 1 : 1,
        },
      };
    case 'watchChanged':
      return state.book.kind === 'open'
        ? { ...state, book: { ...state.book, watched: event.watched } }
        : state;
    case 'workStarted':
      return {
        ...state,
        work: { job: event.job, progress: null, stopping: false },
        outcome: null,
      };
    case 'workProgressed':
      return state.work === null
        ? state
        : { ...state, work: { ...state.work, progress: event.progress } };
    case 'stopAsked':
      if (state.step.kind === 'loading')
        return { ...state, step: { ...state.step, stopping: true } };
      return state.work === null ? state : { ...state, work: { ...state.work, stopping: true } };
    case 'workEnded':
      return { ...state, work: null, outcome: event.outcome };
    case 'outcomeClosed':
      return { ...state, outcome: null };
    case 'reportMade':
      return { ...state, report: event.report };
    case 'issuesFiltered':
      return { ...state, issueFilter: { ...state.issueFilter, ...event.filter } };
    case 'rowsFiltered':
      return { ...state, rowFilter: event.filter };
    case 'waiverNamed':
      return { ...state, waivedBy: event.by };
  }
}

function withReview(state: State, change: (review: Review) => Review): State {
  const { step } = state;
  return step.kind === 'review'
    ? { ...state, step: { ...step, review: change(step.review) } }
    : state;
}
