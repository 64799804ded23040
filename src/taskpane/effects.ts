import type { Fix } from '../app/fixes';
import type { SettingChanges } from '../app/live/changeSettings';
import type { ChosenBooks } from '../app/compareBooks';
import type { CheckedBook } from '../app/live/checkLive';
import type { AskedCorrection } from '../app/pastPeriod';
import type { CellEdit, LiveFailure } from '../app/ports';
import type { Alternative } from '../app/settleNotes';
import type { Period } from '../domain/book';
import type { Issue } from '../domain/checks/issue';
import type { Merger } from '../domain/agencies/mergeAgencies';
import type { Choice } from '../domain/collection/collect';
import type { Correction } from '../domain/comparison/match';
import type { IsoDate } from '../domain/dates';
import { cellOf } from '../domain/entries';
import { failure } from '../domain/failure';
import { ok, type Result } from '../domain/result';
import { fill, type Language } from '../messages/language';
import { taskpaneMessages } from '../messages/taskpane';
import { digest } from './digest';
import type { Heavy } from './heavy';
import type { CollectPreview, Job, Outcome, PlanSource, Review, Trouble } from './state';
import type { Store } from './store';
import type { UseCases } from './useCases';

/** The parts of the outside world the pane works with; tests give others. */
export type Services = {
  /** The use cases; loaded with the first one, or before when nothing else is to be done. */
  readonly useCases: () => Promise<UseCases>;
  readonly heavy: Heavy;
  /** The bytes of a built-in plan; null when they cannot be fetched. */
  readonly builtInPlan: (file: string) => Promise<Uint8Array | null>;
  readonly today: () => IsoDate;
  /** The local time to the second, as ISO text. */
  readonly now: () => string;
  /** Saves a file where downloads go. */
  readonly saveFile: (name: string, bytes: Uint8Array) => void;
  /** Puts words on the clipboard; false where that is not allowed. */
  readonly copyText: (words: string) => Promise<boolean>;
  /** Keeps the chosen language for the next time. */
  readonly keepLanguage: (language: Language) => void;
};

/** Everything a person can ask of the pane that is more than a change of what it shows. */
export type Effects = {
  readonly readBuiltIn: (file: string, name: string) => Promise<void>;
  readonly readFile: (file: File) => Promise<void>;
  readonly readSelection: () => Promise<void>;
  /** Reads what was on the clipboard, as a web page where it brings a table, else as text. */
  readonly readPasted: (html: string, text: string) => Promise<void>;
  readonly prepare: () => Promise<void>;
  readonly load: () => Promise<void>;
  /** Stops the load or the job that runs; the workbook is put back as it was. */
  readonly stop: () => void;
  /** Reads and checks the whole workbook, and watches it from then on. */
  readonly check: () => Promise<void>;
  readonly show: (place: { readonly sheet: string; readonly cell: string | null }) => Promise<void>;
  readonly showSheet: (sheet: keyof UseCases['sheetNames']) => Promise<void>;
  /** Goes to the first cell that takes a figure. */
  readonly showFirstEntry: () => Promise<void>;
  readonly fix: (fixes: readonly Fix[]) => Promise<void>;
  readonly undo: (edits: readonly CellEdit[]) => Promise<void>;
  readonly waive: (issue: Issue, reason: string, by: string) => Promise<void>;
  readonly refresh: () => Promise<void>;
  readonly changeSettings: (changes: SettingChanges) => Promise<void>;
  readonly makeReport: () => Promise<void>;
  readonly openReport: () => Promise<void>;
  readonly saveReport: () => void;
  /** Writes the report's narrative and saves it. */
  readonly saveNarrative: () => Promise<void>;
  /** Compares the open workbook with others; an earlier comparison among them counts. */
  readonly compareWith: (files: readonly File[]) => Promise<void>;
  /** Compares again with a match corrected; null takes the correction back. */
  readonly correctMatch: (
    of: Pick<Correction, 'party' | 'indicator'>,
    correction: Correction | null,
  ) => Promise<void>;
  readonly saveComparison: () => void;
  /** Makes the form of an agency, or all forms of a period, and saves them. */
  readonly makeForms: (period: string, agency: string | null) => Promise<void>;
  /** Copies texts that remind agencies, or say why a file was refused. */
  readonly copyTexts: (texts: readonly string[]) => Promise<void>;
  /** Reads files as submissions of a period and shows what they would change. */
  readonly readSubmissions: (files: readonly File[], period: Period) => Promise<void>;
  /** Lets an agency's figure stand where two differ. */
  readonly chooseStatement: (choice: Choice) => Promise<void>;
  /** Leaves the file with this SHA-256 out for a reason, or takes it in again. */
  readonly leaveFileOut: (hash: string, reason: string | null) => Promise<void>;
  /** Writes the previewed collection into the workbook. */
  readonly collect: () => Promise<void>;
  readonly openPeriod: (period: string) => Promise<void>;
  /** Corrects a value of a period that is over. */
  readonly correct: (asked: AskedCorrection) => Promise<void>;
  /** Merges two agencies; their names are for what is said of it. */
  readonly merge: (
    merger: Merger,
    names: { readonly from: string; readonly into: string },
  ) => Promise<void>;
  /** Takes back what was done to the workbook at this instant, if it was done last. */
  readonly undoLast: (time: string) => Promise<void>;
  readonly chooseLanguage: (language: Language) => void;
};

/** Places named in the name of a comparison's file. */
const NAMED_PLACES = 3;

/** Joins the store to the outside world. Nothing here decides what is shown: events do. */
export function createEffects(store: Store, services: Services): Effects {
  const { dispatch } = store;
  let watching: { readonly reset: (now: CheckedBook) => void } | null = null;
  let stopping = new AbortController();

  /** Runs a job unless one runs already; what it throws is a fault, and is said. */
  const run = async (job: Job, work: () => Promise<Outcome | null>): Promise<void> => {
    if (store.get().work !== null || store.get().step.kind === 'loading') return;
    stopping = new AbortController();
    dispatch({ type: 'workStarted', job });
    dispatch({ type: 'workEnded', outcome: await work().catch(faultOf(job)) });
  };
  const jobOptions = () => ({
    signal: stopping.signal,
    onProgress: (progress: { readonly done: number; readonly total: number }) => {
      dispatch({ type: 'workProgressed', progress });
    },
  });

  const takeBook = (outcome: Result<CheckedBook, LiveFailure>): Outcome | null => {
    if (outcome.ok) {
      watching?.reset(outcome.value);
      dispatch({ type: 'bookChecked', checked: outcome.value });
      return null;
    }
    const { error } = outcome;
    const trouble: Trouble = { kind: 'failure', failure: error };
    if (error.code === 'workbookNoIdentity') dispatch({ type: 'bookMissing' });
    else if (store.get().book.kind === 'open' && 'undone' in error)
      return { kind: 'failed', job: 'check', trouble };
    else dispatch({ type: 'bookFailed', trouble });
    return null;
  };
  const checkBook = async (): Promise<Outcome | null> => {
    dispatch({ type: 'bookReading' });
    const { checkLive, openWorkbook } = await services.useCases();
    const outcome = await checkLive(openWorkbook, null);
    const said = takeBook(outcome);
    if (outcome.ok) await watch(outcome.value);
    return said;
  };
  const watch = async (checked: CheckedBook): Promise<void> => {
    if (watching === null) {
      const { watchLive, openWorkbook } = await services.useCases();
      const started = await watchLive(openWorkbook, checked, null, (outcome) => {
        if (outcome.ok) dispatch({ type: 'bookChecked', checked: outcome.value });
        else takeBook(outcome);
      });
      if (started.ok) watching = started.value;
    }
    dispatch({ type: 'watchChanged', watched: watching !== null });
  };
  /** A job that changes the workbook, and the check of what it is then. */
  const change = (
    job: Job,
    work: () => Promise<Result<Outcome | null, LiveFailure>>,
  ): Promise<void> =>
    run(job, async () => {
      const outcome = await work();
      if (!outcome.ok && outcome.error.code === 'workbookNoIdentity') {
        dispatch({ type: 'bookMissing' });
        return null;
      }
      if (!outcome.ok)
        return { kind: 'failed', job, trouble: { kind: 'failure', failure: outcome.error } };
      return (await checkBook()) ?? outcome.value;
    });

  const previewed = async (preview: Omit<CollectPreview, 'kind' | 'collected'>): Promise<void> => {
    const { book } = store.get();
    if (book.kind !== 'open') return;
    const { leaveOut, mergeSubmissions } = await services.useCases();
    const { period, read, choices, exclude } = preview;
    const collected = mergeSubmissions(book.checked.book, leaveOut(read, exclude), {
      period,
      time: services.now(),
      choices,
    });
    dispatch({ type: 'collectReached', collect: { kind: 'preview', ...preview, collected } });
  };

  const compared = async (chosen: ChosenBooks): Promise<void> => {
    const made = await services.heavy.compare(chosen);
    dispatch({ type: 'compareReached', compare: { kind: 'preview', chosen, ...made } });
  };

  const show: Effects['show'] = async (place) => {
    const { openWorkbook } = await services.useCases();
    const shown = await openWorkbook.show(place);
    if (!shown.ok && store.get().work === null) {
      const trouble: Trouble = { kind: 'failure', failure: shown.error };
      dispatch({ type: 'workEnded', outcome: { kind: 'failed', job: 'check', trouble } });
    }
  };

  const read = async (
    name: string,
    bytes: () => Promise<Result<Uint8Array, LiveFailure>>,
  ): Promise<void> => {
    dispatch({ type: 'stepReached', step: { kind: 'reading', name } });
    const failed = (trouble: Trouble): void => {
      dispatch({ type: 'stepReached', step: { kind: 'choose', failure: trouble } });
    };
    try {
      const given = await bytes();
      if (!given.ok) {
        failed({ kind: 'failure', failure: given.error });
        return;
      }
      const found = await services.heavy.readPlan(given.value, name);
      if (!found.ok) {
        failed({ kind: 'failure', failure: found.error });
        return;
      }
      const { lines, ...doubtful } = found.value;
      const source: PlanSource = { name, lines };
      const review: Review = { ...doubtful, source, settled: new Map() };
      dispatch({ type: 'stepReached', step: { kind: 'review', review, failure: null } });
    } catch (error) {
      failed({ kind: 'fault', detail: String(error) });
    }
  };

  return {
    readBuiltIn: (file, name) =>
      read(name, async () => {
        const bytes = await services.builtInPlan(file);
        return bytes === null
          ? { ok: false, error: failure('fileNotFound', { file: name }) }
          : { ok: true, value: bytes };
      }),
    readFile: (file) =>
      read(file.name, async () => ({ ok: true, value: new Uint8Array(await file.arrayBuffer()) })),
    readSelection: async () => {
      const { openWorkbook, rangeText } = await services.useCases();
      const selected = await openWorkbook.selection();
      if (!selected.ok) {
        const trouble: Trouble = { kind: 'failure', failure: selected.error };
        dispatch({ type: 'stepReached', step: { kind: 'choose', failure: trouble } });
        return;
      }
      const { address, sheet, rows } = selected.value;
      const text = rangeText(rows);
      if (text.trim() === '') {
        dispatch({ type: 'workEnded', outcome: { kind: 'selectionEmpty' } });
        return;
      }
      const { language } = store.get();
      const name = fill(taskpaneMessages.selectionName, { address, sheet }, language);
      await read(name, () => Promise.resolve({ ok: true, value: new TextEncoder().encode(text) }));
    },
    readPasted: (html, text) => {
      const words = text === '' || /<table\b/i.test(html) ? html : text;
      const name = fill(taskpaneMessages.pastedName, {}, store.get().language);
      return read(name, () => Promise.resolve(ok(new TextEncoder().encode(words))));
    },
    prepare: async () => {
      const { step } = store.get();
      if (step.kind !== 'review') return;
      const { review } = step;
      dispatch({ type: 'stepReached', step: { kind: 'preparing', review } });
      const failed = (trouble: Trouble): void => {
        dispatch({ type: 'stepReached', step: { kind: 'review', review, failure: trouble } });
      };
      try {
        const plan = await services.heavy.settle(review.plan, chosenIn(review));
        const { prepareLoad, openWorkbook } = await services.useCases();
        const prepared = await prepareLoad(openWorkbook, plan, services.today());
        if (prepared.ok)
          dispatch({
            type: 'stepReached',
            step: { kind: 'confirm', review, prepared: prepared.value, failure: null },
          });
        else failed({ kind: 'failure', failure: prepared.error });
      } catch (error) {
        failed({ kind: 'fault', detail: String(error) });
      }
    },
    load: async () => {
      const { step, work } = store.get();
      if (step.kind !== 'confirm' || work !== null) return;
      const { review, prepared } = step;
      stopping = new AbortController();
      dispatch({
        type: 'stepReached',
        step: { kind: 'loading', review, prepared, progress: null, stopping: false },
      });
      const failed = (trouble: Trouble): void => {
        dispatch({
          type: 'stepReached',
          step: { kind: 'confirm', review, prepared, failure: trouble },
        });
      };
      try {
        const { loadPlan, openWorkbook } = await services.useCases();
        const loaded = await loadPlan(openWorkbook, prepared, {
          signal: stopping.signal,
          onProgress: (progress) => {
            dispatch({ type: 'loadProgressed', progress });
          },
        });
        if (!loaded.ok) {
          failed({ kind: 'failure', failure: loaded.error });
          return;
        }
        dispatch({
          type: 'stepReached',
          step: { kind: 'loaded', plan: prepared.plan, rendered: loaded.value },
        });
        await run('check', checkBook);
      } catch (error) {
        failed({ kind: 'fault', detail: String(error) });
      }
    },
    stop: () => {
      stopping.abort();
      dispatch({ type: 'stopAsked' });
    },
    check: () => run('check', checkBook),
    show,
    showSheet: async (sheet) => {
      const { sheetNames } = await services.useCases();
      await show({ sheet: sheetNames[sheet], cell: null });
    },
    showFirstEntry: async () => {
      const { book } = store.get();
      if (book.kind !== 'open') return;
      const { indicators, tasks } = book.checked.book;
      const [indicator] = indicators.lines;
      const [task] = tasks.lines;
      await show(
        indicator
          ? { sheet: indicators.sheet, cell: cellOf(indicator, 'actual').address }
          : { sheet: tasks.sheet, cell: task ? cellOf(task, 'percent').address : null },
      );
    },
    fix: (fixes) =>
      change('fix', async () => {
        const { openWorkbook } = await services.useCases();
        const undo = await openWorkbook.write(fixes.map(({ edit }) => edit));
        return undo.ok
          ? { ok: true, value: { kind: 'fixed', count: fixes.length, undo: undo.value } }
          : undo;
      }),
    undo: (edits) =>
      change('fix', async () => {
        const { openWorkbook } = await services.useCases();
        const done = await openWorkbook.write(edits);
        return done.ok ? { ok: true, value: { kind: 'undone' } } : done;
      }),
    waive: (issue, reason, by) =>
      change('waive', async () => {
        dispatch({ type: 'waiverNamed', by });
        const { waiveLive, openWorkbook } = await services.useCases();
        const answer = { reason, by, on: services.today() };
        const done = await waiveLive(openWorkbook, issue, answer, jobOptions());
        return done.ok ? { ok: true, value: { kind: 'waived' } } : done;
      }),
    refresh: () =>
      change('refresh', async () => {
        const { refreshLive, openWorkbook } = await services.useCases();
        const done = await refreshLive(openWorkbook, jobOptions());
        if (!done.ok) return done;
        const { made, updated, changedCells } = done.value.rendered;
        const sheets = made.length + updated.length;
        return { ok: true, value: { kind: 'refreshed', sheets, cells: changedCells } };
      }),
    changeSettings: (changes) =>
      change('settings', async () => {
        const { book } = store.get();
        if (book.kind !== 'open') return { ok: true, value: { kind: 'undone' } };
        const { changeSettings, openWorkbook } = await services.useCases();
        const done = await changeSettings(openWorkbook, book.checked, changes);
        return done.ok ? { ok: true, value: { kind: 'settingsSaved' } } : done;
      }),
    makeReport: () =>
      run('report', async () => {
        const { reportLive, openWorkbook } = await services.useCases();
        const { book, language } = store.get();
        const made = await reportLive(
          openWorkbook,
          services.heavy,
          { digest, time: services.now() },
          jobOptions(),
        );
        if (!made.ok)
          return {
            kind: 'failed',
            job: 'report',
            trouble: { kind: 'failure', failure: made.error },
          };
        if (book.kind !== 'open') return null;
        const { plan, settings } = book.checked.book;
        const params = { locality: plan.locality, period: settings.period.id };
        const name = `${fill(taskpaneMessages.reportFile, params, language)}.xlsx`;
        const { bytes, openErrors } = made.value;
        const { revision } = book;
        dispatch({ type: 'reportMade', report: { bytes, name, openErrors, revision } });
        return null;
      }),
    openReport: () =>
      run('openReport', async () => {
        const { report } = store.get();
        if (report === null) return null;
        const { openWorkbook } = await services.useCases();
        const opened = await openWorkbook.openNew(report.bytes);
        return opened.ok
          ? { kind: 'reportOpened' }
          : {
              kind: 'failed',
              job: 'openReport',
              trouble: { kind: 'failure', failure: opened.error },
            };
      }),
    saveReport: () => {
      const { report, work } = store.get();
      if (report === null || work !== null) return;
      services.saveFile(report.name, report.bytes);
      dispatch({ type: 'workEnded', outcome: { kind: 'reportSaved' } });
    },
    saveNarrative: () =>
      run('narrative', async () => {
        const { narrativeLive, openWorkbook, textFiles } = await services.useCases();
        const { book, language } = store.get();
        const made = await narrativeLive(openWorkbook, textFiles, jobOptions());
        if (!made.ok) return failed('narrative', made.error);
        if (book.kind !== 'open') return null;
        const { plan, settings } = book.checked.book;
        const params = { locality: plan.locality, period: settings.period.id };
        const name = `${fill(taskpaneMessages.narrativeFile, params, language)}.docx`;
        services.saveFile(name, made.value.bytes);
        return { kind: 'narrativeSaved', name, draft: made.value.openErrors > 0 };
      }),
    compareWith: (files) =>
      run('compare', async () => {
        const { book } = store.get();
        if (book.kind !== 'open' || files.length === 0) return null;
        const { book: own, assessment } = book.checked;
        const opened = await services.heavy.openChosen({ book: own, assessment, hash: '' }, files);
        if (!opened.ok) return failed('compare', opened.error);
        await compared(opened.value);
        return null;
      }),
    correctMatch: (of, correction) =>
      run('compare', async () => {
        const { compare } = store.get();
        if (compare.kind !== 'preview') return null;
        const { books, corrections } = compare.chosen;
        const others = corrections.filter(
          ({ party, indicator }) => party !== of.party || indicator !== of.indicator,
        );
        await compared({ books, corrections: correction ? [...others, correction] : others });
        return null;
      }),
    saveComparison: () => {
      const { compare, work, language } = store.get();
      if (compare.kind !== 'preview' || work !== null) return;
      const places = compare.chosen.books.map(({ book }) => book.plan.locality);
      const params = { places: places.slice(0, NAMED_PLACES).join(', ') };
      const name = `${fill(taskpaneMessages.comparisonFile, params, language)}.xlsx`;
      services.saveFile(name, compare.bytes);
      dispatch({ type: 'workEnded', outcome: { kind: 'comparisonSaved', name } });
    },
    makeForms: (period, agency) =>
      run('forms', async () => {
        const { formsLive, openWorkbook, packArchive } = await services.useCases();
        const wanted = { period, agency };
        const made = await formsLive(
          openWorkbook,
          services.heavy,
          packArchive,
          wanted,
          jobOptions(),
        );
        if (!made.ok)
          return {
            kind: 'failed',
            job: 'forms',
            trouble: { kind: 'failure', failure: made.error },
          };
        if (made.value === null) return { kind: 'stopped' };
        const { name, bytes, count } = made.value;
        if (count === 0) return { kind: 'formsNone' };
        services.saveFile(name, bytes);
        return { kind: 'formsSaved', name, count };
      }),
    copyTexts: async (texts) => {
      const words = texts.join('\n\n');
      const copied = await services.copyText(words);
      dispatch({
        type: 'workEnded',
        outcome: copied ? { kind: 'copied', count: texts.length } : { kind: 'notCopied', words },
      });
    },
    readSubmissions: (files, period) =>
      run('readSubmissions', async () => {
        const { book } = store.get();
        if (book.kind !== 'open' || files.length === 0) return null;
        const options = jobOptions();
        const read = await services.heavy.readSubmissions(
          book.checked.book,
          period,
          files,
          options,
        );
        if (read === null) return { kind: 'stopped' };
        await previewed({ period, read, choices: [], exclude: new Map() });
        return null;
      }),
    chooseStatement: async (choice) => {
      const { collect } = store.get();
      if (collect.kind !== 'preview') return;
      const others = collect.choices.filter(
        ({ line, field }) => line !== choice.line || field !== choice.field,
      );
      await previewed({ ...collect, choices: [...others, choice] });
    },
    leaveFileOut: async (hash, reason) => {
      const { collect } = store.get();
      if (collect.kind !== 'preview') return;
      const exclude = new Map(collect.exclude);
      if (reason === null) exclude.delete(hash);
      else exclude.set(hash, reason);
      await previewed({ ...collect, exclude });
    },
    collect: async () => {
      const { collect } = store.get();
      if (collect.kind !== 'preview') return;
      await change('collect', async () => {
        const { collectLive, leaveOut, openWorkbook } = await services.useCases();
        const { read, exclude, choices, period } = collect;
        const done = await collectLive(
          openWorkbook,
          {
            read: leaveOut(read, exclude),
            period: period.id,
            time: services.now(),
            choices,
          },
          jobOptions(),
        );
        if (!done.ok) return done;
        dispatch({ type: 'collectReached', collect: { kind: 'done', written: done.value } });
        return { ok: true, value: null };
      });
    },
    openPeriod: (period) =>
      change('openPeriod', async () => {
        const { openPeriodLive, openWorkbook } = await services.useCases();
        const done = await openPeriodLive(openWorkbook, period, services.now(), jobOptions());
        if (!done.ok) return done;
        const { period: opened, kept } = done.value;
        return { ok: true, value: { kind: 'periodOpened', period: opened.name, kept } };
      }),
    correct: (asked) =>
      change('correct', async () => {
        const { correctLive, openWorkbook } = await services.useCases();
        const done = await correctLive(openWorkbook, asked, services.now(), jobOptions());
        return done.ok ? { ok: true, value: { kind: 'corrected' } } : done;
      }),
    merge: (merger, names) =>
      change('merge', async () => {
        const { mergeLive, openWorkbook } = await services.useCases();
        const done = await mergeLive(openWorkbook, merger, services.now(), jobOptions());
        if (!done.ok) return done;
        const { moved, shared } = done.value;
        return {
          ok: true,
          value: { kind: 'merged', ...names, moved: moved.length + shared.length },
        };
      }),
    undoLast: (time) =>
      change('undoLast', async () => {
        const { undoLive, openWorkbook } = await services.useCases();
        const done = await undoLive(openWorkbook, time, jobOptions());
        if (!done.ok) return done;
        dispatch({ type: 'collectReached', collect: { kind: 'choose' } });
        return { ok: true, value: { kind: 'lastUndone', cells: done.value.cells.length } };
      }),
    chooseLanguage: (language) => {
      services.keepLanguage(language);
      dispatch({ type: 'languageChosen', language });
    },
  };
}

function failed(job: Job, error: LiveFailure): Outcome {
  return { kind: 'failed', job, trouble: { kind: 'failure', failure: error } };
}

function faultOf(job: Job): (error: unknown) => Outcome {
  return (error) => ({ kind: 'failed', job, trouble: { kind: 'fault', detail: String(error) } });
}

/** The readings that were chosen, in the order of the notes. */
function chosenIn({ alternatives, settled }: Review): readonly Alternative[] {
  return alternatives.flatMap((each, note) => {
    const settlement = settled.get(note);
    const chosen = typeof settlement === 'number' ? each[settlement] : undefined;
    return chosen ? [chosen] : [];
  });
}
