import type { AssessedIndicator, AssessedTask, BookAssessment } from '../../domain/assessment/book';
import type { Past } from '../../domain/assessment/past';
import { valueOf } from '../../domain/assessment/reading';
import type { Book, EntryLine, IndicatorField, TaskField } from '../../domain/book';
import { cellOf, dateOf, linesById, numberOf, textOf } from '../../domain/entries';
import type { CellContent } from '../../domain/snapshot';
import type { Indicator } from '../../domain/plan/plan';
import { withinSentence } from '../../messages/language';
import { rowList, words, type Source, type Traced } from './sentence';

/** Everything the narrative is written from. */
export type NarrativeInput = {
  readonly book: Book;
  readonly assessment: BookAssessment;
  /** Errors still open; above zero the narrative is a draft. */
  readonly openErrors: number;
  /** What earlier periods reported. */
  readonly past: Past;
};

/** A row of the plan that was assessed, with the line its figures and words were entered on. */
export type Row =
  | {
      readonly kind: 'indicator';
      readonly id: string;
      readonly assessed: AssessedIndicator;
      readonly line: EntryLine<IndicatorField> | undefined;
    }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly assessed: AssessedTask;
      readonly line: EntryLine<TaskField> | undefined;
    };

/** The words an officer entered on any row. */
export type SharedField = 'cause' | 'measure' | 'request';

/** The rows of a book and what was entered on them, looked up once. */
export type Entered = {
  readonly indicators: readonly (Row & { readonly kind: 'indicator' })[];
  readonly tasks: readonly (Row & { readonly kind: 'task' })[];
  /** The words in a cell, with where they stand; null where there are none. */
  readonly words: (row: Row, field: SharedField) => (Traced & { readonly shown: string }) | null;
  /** The number in a cell of a line. */
  readonly figure: (
    row: Row,
    field: 'actual' | 'percent' | 'allotted' | 'disbursed',
  ) => (Traced & { readonly shown: number }) | null;
  /** The day in a cell of a line, as ISO text. */
  readonly day: (row: Row, field: 'due' | 'done') => Traced | null;
  /** Whether the indicator's figure is an estimate. */
  readonly estimated: (row: Row) => boolean;
};

/** Prepares the look-ups over a book. */
export function enteredIn({ book, assessment }: NarrativeInput): Entered {
  const indicatorLines = linesById(book.indicators);
  const taskLines = linesById(book.tasks);
  const cell = (row: Row, field: string) => {
    const found =
      row.kind === 'indicator'
        ? row.line && isIndicatorField(field)
          ? cellOf(row.line, field)
          : null
        : row.line && isTaskField(field)
          ? cellOf(row.line, field)
          : null;
    if (!found) return null;
    const sheet = row.kind === 'indicator' ? book.indicators.sheet : book.tasks.sheet;
    const source: Source = { kind: 'cell', sheet, cell: found.address, row: row.id };
    return { content: found.content, source };
  };
  const traced = <T extends string | number>(
    row: Row,
    field: string,
    read: (content: CellContent | null) => T | null,
  ): (Traced & { readonly shown: T }) | null => {
    const found = cell(row, field);
    const shown = found ? read(found.content) : null;
    return found === null || shown === null ? null : { shown, source: found.source };
  };
  return {
    indicators: assessment.indicators.map((assessed) => ({
      kind: 'indicator',
      id: assessed.indicator.id,
      assessed,
      line: indicatorLines.get(decisive(assessed)),
    })),
    tasks: assessment.tasks.map((assessed) => ({
      kind: 'task',
      id: assessed.task.id,
      assessed,
      line: taskLines.get(assessed.task.id),
    })),
    words: (row, field) => traced(row, field, textOf),
    figure: (row, field) => traced(row, field, (content) => valueOf(numberOf(content))),
    day: (row, field) => traced(row, field, (content) => valueOf(dateOf(content))),
    estimated: (row) => {
      const found = row.kind === 'indicator' ? cell(row, 'estimated') : null;
      return found !== null && textOf(found.content) !== null;
    },
  };
}

function isIndicatorField(field: string): field is IndicatorField & ('actual' | SharedField) {
  return ['actual', 'estimated', 'cause', 'measure', 'request'].includes(field);
}

function isTaskField(field: string): field is TaskField & SharedField {
  return [
    'percent',
    'allotted',
    'disbursed',
    'due',
    'done',
    'cause',
    'measure',
    'request',
  ].includes(field);
}

/** The line a row's status comes from: of a composite target the part that is worst. */
function decisive({ indicator, parts, status }: AssessedIndicator): string {
  return parts.find((part) => part.status === status)?.lineId ?? indicator.id;
}

/** A row's number as printed; its id where the plan gives it none. */
export function codeOf(row: Row): string {
  const { code } = row.kind === 'indicator' ? row.assessed.indicator : row.assessed.task;
  return code === '' ? row.id : code;
}

/** A row with its name in the plan's own words: "Chỉ tiêu 6.1. Tỷ lệ …". */
export function fullName(row: Row): Traced {
  const { name } = row.kind === 'indicator' ? row.assessed.indicator : row.assessed.task;
  const called = words(row.kind === 'indicator' ? 'indicatorName' : 'taskName', {
    code: codeOf(row),
  });
  return { shown: words('withName', { row: called, name }), source: { kind: 'plan', row: row.id } };
}

/** A number of rows, with the rows. */
export function counted(rows: readonly Row[]): Traced & { readonly shown: number } {
  return { shown: rows.length, source: { kind: 'rows', rows: rows.map(({ id }) => id) } };
}

/** Rows by their numbers, indicators before tasks. */
export function named(rows: readonly Row[]): Traced {
  const kinds = (['indicator', 'task'] as const).flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind);
    const word = kind === 'indicator' ? 'indicatorName' : 'taskName';
    return own.length === 0 ? [] : [words(word, { code: rowList(own.map(codeOf)) })];
  });
  return { shown: kinds.join('; '), source: counted(rows).source };
}

type Measured = Pick<Indicator, 'unit' | 'pace'>;

/** A number with its unit, as people write it: "85,5%", "7 người/vạn dân", "hạng 12". */
export function measured(value: number, { unit, pace }: Measured): string {
  if (pace === 'rank') return words('rank', { value });
  return behind(words('plainNumber', { value }), unit);
}

/** A target in the plan's words, with the unit where the words are a bare number. */
export function withUnit(text: string, { unit, pace }: Measured): string {
  const held = text.replace(/([≥≤><=]) (?=\d)/g, '$1\u00a0');
  return pace !== 'rank' && /^[\d≥≤><=.,\s–-]+$/.test(text) ? behind(held, unit) : held;
}

function behind(number: string, unit: string | null): string {
  // An index is a number by itself.
  if (unit === null || /^chỉ số/iu.test(unit)) return number;
  if (unit.startsWith('%')) return `${number}${unit}`;
  return words('measured', { value: number, unit: withinSentence(unit) });
}
