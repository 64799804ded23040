import type { Book, Period } from '../domain/book';
import { readDay } from '../domain/checks/support/readDay';
import { kindOf, type FieldKind } from '../domain/collection/fields';
import { correctPast, pastFigures, type CorrectedPast } from '../domain/collection/correctPast';
import type { FigureValue } from '../domain/collection/submission';
import { toSerial } from '../domain/dates';
import { failure, type Failure } from '../domain/failure';
import { readNumber } from '../domain/numbers';
import { err, ok, type Result } from '../domain/result';
import type { CellContent } from '../domain/snapshot';
import { standingWords } from '../messages/standing';
import { formLines, type FormLine } from '../workbook/form/formLines';
import { choicesOf, readFormCell } from '../workbook/form/readFormCell';
import type { BookChange } from '../workbook/tracking/changeEdits';
import { historyField, historyWords } from '../workbook/tracking/history';
import { changeFile, type ChangedFile, type OpenedFile } from './changeBook';
import { periodOf } from './makeForms';
import type { WorkbookFiles } from './ports';

/** A line of a past period: what it is, and every field it can have with what stands in it. */
export type PastLine = {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly {
    readonly field: string;
    /** The header of its column. */
    readonly header: string;
    readonly kind: FieldKind;
    readonly value: FigureValue | null;
    /** The only values there are; null for a field that takes any of its kind. */
    readonly choices: readonly string[] | null;
  }[];
};

/** A correction as a person gives it: a field by its name or header, a value as text. */
export type AskedCorrection = {
  readonly period: string;
  readonly line: string;
  readonly field: string;
  readonly value: string;
  readonly reason: string;
};

/** A correction and what it changes in the workbook. */
export type PlannedCorrection = { readonly corrected: CorrectedPast; readonly change: BookChange };

/** The lines of a period as the history has them, in the plan's order. */
export function pastLines(book: Book, period: Period): readonly PastLine[] {
  const figures = pastFigures(book, period, standingWords(book.registry));
  return [...formLines(book.plan).values()].flatMap(({ id, entry, words, open }): PastLine[] =>
    entry
      ? [
          {
            id,
            name: words[0]?.[1] ?? id,
            fields: [...open].map((field) => ({
              field,
              header: historyWords(field),
              kind: kindOf(field),
              value: figures.get(id)?.get(field) ?? null,
              choices: choicesOf(field),
            })),
          },
        ]
      : [],
  );
}

/**
 * The correction of one value of a past period, as a value. Fails where the period, the line or
 * the field is not there, where the value is not one of its kind, or where nothing would change.
 */
export function planCorrection(
  book: Book,
  { period: id, line: row, field: named, value: text, reason }: AskedCorrection,
  time: string,
): Result<PlannedCorrection, Failure> {
  const period = periodOf(book, id);
  if (!period.ok) return period;
  const field = historyField(named);
  const refused = (why: string) =>
    err(failure('correctionRefused', { file: book.file, line: row, field: named, reason: why }));
  const line = formLines(book.plan).get(row);
  if (line?.entry !== true) return refused('unknownLine');
  if (!line.open.has(field)) return refused('closedField');
  const value = valueIn(text, field, line);
  if (value === null) return refused('unreadableValue');
  const words = standingWords(book.registry);
  const corrected = correctPast(
    book,
    period.value,
    { line: row, field, value, reason },
    time,
    words,
  );
  if (!corrected.ok) return refused(corrected.error);
  const { history, log } = corrected.value;
  return ok({
    corrected: corrected.value,
    change: { cells: [], history, log, settings: null, registry: null },
  });
}

/** Corrects a value of a past period: what stood before, and the workbook after it. */
export async function correctInBook(
  files: WorkbookFiles,
  opened: OpenedFile,
  asked: AskedCorrection,
  time: string,
): Promise<Result<{ readonly corrected: CorrectedPast; readonly file: ChangedFile }, Failure>> {
  const planned = planCorrection(opened.book, asked, time);
  if (!planned.ok) return planned;
  const { corrected, change } = planned.value;
  const file = await changeFile(files, opened, change);
  return file.ok ? ok({ corrected, file: file.value }) : file;
}

/** A typed value by the rules of the forms; null where it is none. A day is read day first. */
function valueIn(text: string, field: string, line: FormLine): FigureValue | null {
  const content = contentOf(text.trim(), kindOf(field));
  if (content === null) return null;
  const faults: string[] = [];
  const cell = { row: 1, column: 1, content, formula: null };
  const value = readFormCell(cell, field, line, (code) => {
    faults.push(code);
  });
  return faults.length === 0 ? value : null;
}

function contentOf(text: string, kind: FieldKind): CellContent | null {
  switch (kind) {
    case 'number': {
      const reading = readNumber(text);
      return reading.kind === 'number'
        ? { kind: 'number', value: reading.value, format: 'plain' }
        : null;
    }
    case 'day': {
      const reading = readDay(text);
      if (reading.kind === 'none') return null;
      const day = reading.kind === 'day' ? reading.day : reading.readings[0];
      return { kind: 'number', value: toSerial(day), format: 'date' };
    }
    case 'judgement':
    case 'yes':
    case 'text':
      return { kind: 'text', text };
  }
}
