import { basename, join, resolve } from 'node:path';
import { assessmentView } from '../app/assessmentView';
import { formsView } from '../app/formsView';
import { makeReport } from '../app/makeReport';
import { drawForm, planForms } from '../app/makeForms';
import { openBook } from '../app/openBook';
import { readPlanFile } from '../app/readPlanFile';
import { trackPlan } from '../app/trackPlan';
import { workbookFiles } from '../app/wiring';
import { assessBook } from '../domain/assessment/book';
import type { Book } from '../domain/book';
import { checkBook } from '../domain/checks/run';
import { makeDate, type IsoDate } from '../domain/dates';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import { describeFailure } from '../messages/failures';
import { readArguments, type Command } from './arguments';
import { runDemo } from './demo';
import { readBytes, writeFileSafely } from './files';
import { assessmentText, formsText, issuesText, planText, say } from './print';

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
      const plan = readPlanFile(bytes.value, command.file);
      if (!plan.ok) return plan;
      if (command.json) json(plan.value);
      else out(planText(plan.value));
      return ok(0);
    }
    case 'track': {
      const bytes = await readBytes(command.file);
      if (!bytes.ok) return bytes;
      const plan = readPlanFile(bytes.value, command.file);
      if (!plan.ok) return plan;
      if (sameFile(command.file, command.output)) return err(overItself(command.output));
      const book = await trackPlan(workbookFiles, plan.value, command.asOf ?? today());
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
    case 'forms': {
      const book = await open(command.file, null);
      if (!book.ok) return book;
      return writeForms(book.value, command);
    }
    case 'report': {
      if (sameFile(command.file, command.output)) return err(overItself(command.output));
      const book = await open(command.file, command.asOf);
      if (!book.ok) return book;
      const report = await makeReport(workbookFiles, book.value);
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
