import { basename, join, resolve } from 'node:path';
import { assessmentView } from '../app/assessmentView';
import { openFile, type ChangedFile, type OpenedFile } from '../app/changeBook';
import {
  compareBooks,
  drawComparison,
  openCompared,
  openCorrections,
  type GivenFile,
} from '../app/compareBooks';
import { collectFiles } from '../app/collectFiles';
import { collectView, completenessOfBook, sentView } from '../app/collectView';
import { comparisonView } from '../app/comparisonView';
import { formsView } from '../app/formsView';
import { makeNarrative } from '../app/makeNarrative';
import { makeReport } from '../app/makeReport';
import { drawForm, periodOf, planForms } from '../app/makeForms';
import { openBook } from '../app/openBook';
import { mergeInBook, openNextPeriod, undoLastAction, writeCollection } from '../app/periodActions';
import { correctInBook, pastLines } from '../app/pastPeriod';
import { readPlanFile } from '../app/readPlanFile';
import { trackPlan } from '../app/trackPlan';
import { documentFiles, textFiles, workbookFiles } from '../app/wiring';
import { assessBook } from '../domain/assessment/book';
import type { Book } from '../domain/book';
import { checkBook } from '../domain/checks/run';
import type { Correction } from '../domain/comparison/match';
import { completenessOf, type Completeness } from '../domain/collection/completeness';
import { makeDate, type IsoDate } from '../domain/dates';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import { describeFailure } from '../messages/failures';
import { readArguments, type Command } from './arguments';
import { runDemo } from './demo';
import { readBytes, writeFileSafely, type Written } from './files';
import {
  assessmentText,
  collectText,
  comparisonText,
  formsText,
  issuesText,
  pastText,
  planText,
  say,
  sentText,
} from './print';
import { sha256, submissionsAt } from './submissions';

/** 0: done; 1: the figures have errors; 2: the file or the command cannot be used. */
type ExitCode = 0 | 1 | 2;

type Outcome = Promise<Result<ExitCode, Failure>>;

function out(text: string): void {
  process.stdout.write(`${text}\n`);
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

function json(value: unknown): void {
  out(JSON.stringify(value, null, 2));
}

function today(): IsoDate {
  const now = new Date();
  const date = makeDate(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (date === null) throw new Error(`The clock shows no usable date: ${now.toISOString()}`);
  return date;
}

async function save(path: string, bytes: Uint8Array, quiet: boolean): Outcome {
  const written = await writeFileSafely(path, bytes);
  if (!written.ok) return written;
  if (quiet) json({ file: written.value.path, backup: written.value.backup });
  else {
    out(say('wrote', { file: written.value.path }));
    if (written.value.backup !== null) out(say('kept', { file: written.value.backup }));
  }
  return ok(0);
}

async function open(path: string, asOf: IsoDate | null): Promise<Result<Book, Failure>> {
  const bytes = await readBytes(path);
  return bytes.ok ? openBook(workbookFiles, bytes.value, basename(path), asOf) : bytes;
}

/** The local time, to the second. */
function now(): string {
  const at = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${today()}T${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

async function openForChange(path: string): Promise<Result<OpenedFile, Failure>> {
  const bytes = await readBytes(path);
  return bytes.ok ? openFile(workbookFiles, bytes.value, basename(path)) : bytes;
}

/** What was done to a workbook: its file after it, and what to say. */
type Done = { readonly file: ChangedFile; readonly view: object; readonly text: string };

/** Changes a workbook and writes the outcome; without an output only says what would change. */
async function changed(
  command: { readonly file: string; readonly output: string | null; readonly json: boolean },
  act: (opened: OpenedFile) => Promise<Result<Done, Failure>>,
): Outcome {
  const opened = await openForChange(command.file);
  if (!opened.ok) return opened;
  const done = await act(opened.value);
  if (!done.ok) return done;
  const { file, view, text } = done.value;
  const written =
    command.output === null ? null : await writeFileSafely(command.output, file.bytes);
  if (written?.ok === false) return written;
  tellOfRedraw(file);
  if (command.json) json({ ...view, written: written?.value ?? null });
  else {
    out(text);
    if (written?.ok) out(say('wrote', { file: written.value.path }));
    if (written?.ok && written.value.backup !== null)
      out(say('kept', { file: written.value.backup }));
  }
  return ok(0);
}

function tellOfRedraw({ redrawn }: ChangedFile): void {
  if (redrawn) tell(say('redrawn'));
}

async function runCollect(command: Extract<Command, { readonly verb: 'collect' }>): Outcome {
  const opened = await openForChange(command.file);
  if (!opened.ok) return opened;
  const { book } = opened.value;
  const period = periodOf(book, command.period ?? book.settings.period.id);
  if (!period.ok) return period;
  const { output } = command;
  const sources = await submissionsAt(command.sources, [
    command.file,
    ...(output === null ? [] : [output]),
  ]);
  if (!sources.ok) return sources;
  const collected = await collectFiles(workbookFiles, book, sources.value, {
    period: period.value,
    time: command.received === null ? now() : `${command.received}T00:00:00`,
    choices: command.choices,
    exclude: command.exclude,
    digest: sha256,
  });
  if (!collected) throw new Error('Nobody stops a collection on the command line.');
  let written: Written | null = null;
  if (output !== null) {
    const file = await writeCollection(workbookFiles, opened.value, collected.collection);
    if (!file.ok) return file;
    const saved = await writeFileSafely(output, file.value.bytes);
    if (!saved.ok) return saved;
    written = saved.value;
    tellOfRedraw(file.value);
  }
  const view = collectView(book, collected);
  if (command.json) json({ ...view, written });
  else {
    out(collectText(view));
    out(written === null ? say('nothingWritten') : say('wrote', { file: written.path }));
    if (written?.backup) out(say('kept', { file: written.backup }));
  }
  return ok(0);
}

/** Who has sent for one period, or for all that the workbook reports on. */
function sentRows(book: Book, periodId: string | null): Result<readonly Completeness[], Failure> {
  if (periodId === null) return ok(completenessOfBook(book));
  const period = periodOf(book, periodId);
  return period.ok
    ? ok(completenessOf(book.plan, book.registry, period.value, book.history, book.log))
    : period;
}

/** Shows a period as the history has it, or corrects one value of it. */
async function runPast(command: Extract<Command, { readonly verb: 'past' }>): Outcome {
  const { file, period: id, correction, json: asJson } = command;
  if (correction === null) {
    const book = await open(file, null);
    if (!book.ok) return book;
    const period = periodOf(book.value, id);
    if (!period.ok) return period;
    const lines = pastLines(book.value, period.value);
    if (asJson) json({ period: period.value.id, lines });
    else out(pastText(lines));
    return ok(0);
  }
  const { output, line, field, value } = correction;
  return changed({ file, output, json: asJson }, async (opened) => {
    const done = await correctInBook(workbookFiles, opened, correction, now());
    if (!done.ok) return done;
    const { before } = done.value.corrected;
    return ok({
      file: done.value.file,
      view: { period: id, row: line, field, before, value },
      text: say('corrected', { row: line, field, before: before ?? '–', value }),
    });
  });
}

/** Writes the forms one by one, and stops at the first that cannot be written. */
async function writeForms(
  book: Book,
  { period, output, json: asJson }: Extract<Command, { readonly verb: 'forms' }>,
): Outcome {
  const planned = planForms(book, period);
  if (!planned.ok) return planned;
  const { forms, withoutAgency } = planned.value;
  for (const form of forms) {
    const written = await writeFileSafely(
      join(output, form.file),
      await drawForm(workbookFiles, form),
    );
    if (!written.ok) return written;
  }
  if (asJson) json(formsView(planned.value, output));
  else out(formsText(planned.value, output));
  for (const { code, cell, seen } of book.registryDoubts) tell(say(code, { cell, seen }));
  if (withoutAgency.length > 0)
    tell(
      say('rowsWithoutAgency', {
        count: withoutAgency.length,
        rows: withoutAgency.map(({ row }) => row).join(', '),
      }),
    );
  return ok(0);
}

/** The bytes of several files with their hashes; fails at the first that cannot be read. */
async function readAll(paths: readonly string[]): Promise<Result<readonly GivenFile[], Failure>> {
  const given: GivenFile[] = [];
  for (const path of paths) {
    const bytes = await readBytes(path);
    if (!bytes.ok) return bytes;
    given.push({ file: basename(path), bytes: bytes.value, hash: await sha256(bytes.value) });
  }
  return ok(given);
}

async function runCompare(command: Extract<Command, { readonly verb: 'compare' }>): Outcome {
  if (command.files.some((file) => sameFile(file, command.output)))
    return err(overItself(command.output));
  const given = await readAll(command.files);
  if (!given.ok) return given;
  const books = openCompared(workbookFiles, given.value, command.asOf);
  if (!books.ok) return books;
  const earlier = command.matches === null ? ok([]) : await readAll([command.matches]);
  if (!earlier.ok) return earlier;
  const corrections: Correction[] = [];
  for (const file of earlier.value) {
    const read = openCorrections(workbookFiles, file);
    if (!read.ok) return read;
    corrections.push(...read.value);
  }
  const compared = compareBooks(books.value, corrections);
  const bytes = await drawComparison(workbookFiles, compared);
  const written = await writeFileSafely(command.output, bytes);
  if (!written.ok) return written;
  const view = comparisonView(compared.comparison, compared.notices.vi);
  if (command.json) json({ ...view, written: written.value });
  else {
    out(comparisonText(view));
    out(say('wrote', { file: written.value.path }));
    if (written.value.backup !== null) out(say('kept', { file: written.value.backup }));
  }
  return ok(0);
}

async function run(command: Command): Outcome {
  switch (command.verb) {
    case 'help':
      out(say('help'));
      return ok(0);
    case 'demo':
      return runDemo(command.output, out);
    case 'read': {
      const bytes = await readBytes(command.file);
      if (!bytes.ok) return bytes;
      const read = await readPlanFile(documentFiles, bytes.value, command.file);
      if (!read.ok) return read;
      const { plan } = read.value;
      if (command.json) json(plan);
      else out(planText(plan));
      return ok(0);
    }
    case 'track': {
      const bytes = await readBytes(command.file);
      if (!bytes.ok) return bytes;
      const read = await readPlanFile(documentFiles, bytes.value, command.file);
      if (!read.ok) return read;
      if (sameFile(command.file, command.output)) return err(overItself(command.output));
      const book = await trackPlan(workbookFiles, read.value.plan, command.asOf ?? today());
      return save(command.output, book, command.json);
    }
    case 'check': {
      const book = await open(command.file, command.asOf);
      if (!book.ok) return book;
      const issues = checkBook(book.value);
      if (command.json) json({ issues });
      else out(issuesText(issues));
      return ok(issues.some((issue) => issue.severity === 'error') ? 1 : 0);
    }
    case 'assess': {
      const book = await open(command.file, command.asOf);
      if (!book.ok) return book;
      const assessment = assessBook(book.value);
      if (command.json) json(assessmentView(assessment));
      else out(assessmentText(assessment));
      return ok(0);
    }
    case 'compare':
      return runCompare(command);
    case 'forms': {
      const book = await open(command.file, null);
      if (!book.ok) return book;
      return writeForms(book.value, command);
    }
    case 'collect':
      return runCollect(command);
    case 'open':
      return changed(command, async (opened) => {
        const done = await openNextPeriod(
          workbookFiles,
          opened,
          command.period,
          now(),
          command.asOf,
        );
        if (!done.ok) return done;
        const { period, before, kept, asOf, cells } = done.value.opening;
        return ok({
          file: done.value.file,
          view: { period: period.id, before: before.id, asOf, kept, emptied: cells.length },
          text: say('opened', { period: period.name, before: before.name, kept, asOf }),
        });
      });
    case 'undo':
      return changed(command, async (opened) => {
        const done = await undoLastAction(workbookFiles, opened);
        if (!done.ok) return done;
        const { time, undone, cells } = done.value.undone;
        return ok({
          file: done.value.file,
          view: { time, undone, cells },
          text: say('undone', { time, count: undone.length, cells: cells.length }),
        });
      });
    case 'sent': {
      const book = await open(command.file, null);
      if (!book.ok) return book;
      const rows = sentRows(book.value, command.period);
      if (!rows.ok) return rows;
      if (command.json) json({ completeness: sentView(book.value, rows.value) });
      else out(sentText(sentView(book.value, rows.value)));
      return ok(0);
    }
    case 'past':
      return runPast(command);
    case 'merge': {
      const { from, into, on, output } = command;
      return changed({ ...command, output }, async (opened) => {
        const done = await mergeInBook(workbookFiles, opened, { from, into, on }, now());
        if (!done.ok) return done;
        const { moved, shared } = done.value.preview;
        return ok({
          file: done.value.file,
          view: { from, into, on, moved, shared },
          text: say('merged', { from, into, moved: moved.length, shared: shared.length }),
        });
      });
    }
    case 'report':
    case 'narrative': {
      if (sameFile(command.file, command.output)) return err(overItself(command.output));
      const bytes = await readBytes(command.file);
      if (!bytes.ok) return bytes;
      const book = openBook(workbookFiles, bytes.value, basename(command.file), command.asOf);
      if (!book.ok) return book;
      const report =
        command.verb === 'report'
          ? await makeReport(workbookFiles, book.value, {
              hash: await sha256(bytes.value),
              taken: null,
            })
          : makeNarrative(textFiles, book.value);
      if (report.openErrors > 0) tell(say('draft', { errors: report.openErrors }));
      return save(command.output, report.bytes, command.json);
    }
  }
}

function sameFile(one: string, other: string): boolean {
  return resolve(one) === resolve(other);
}

/** Writing over the file that was read would lose what is in it. */
function overItself(path: string): Failure {
  return failure('usage', { detail: `-o ${path}` });
}

async function main(): Promise<ExitCode> {
  const command = readArguments(process.argv.slice(2));
  const outcome = command.ok ? await run(command.value) : command;
  if (outcome.ok) return outcome.value;
  tell(describeFailure(outcome.error));
  return 2;
}

// Whoever reads the output may stop early, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell(say('crash', { step: process.argv.slice(2).join(' '), detail }));
    process.exitCode = 2;
  },
);
