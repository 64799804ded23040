import type { Book, EntryTable, HistoryFigure, Period } from '../book';
import { daysBetween, type IsoDate } from '../dates';
import { cellOf } from '../entries';
import { err, ok, type Result } from '../result';
import { valueIn, type CellChange } from './collect';
import { indicatorReport, periodFields, taskReport } from './fields';
import { inHistoryOrder } from './historyOrder';
import { logEntry, type LogEntry } from './submission';

/** The opening of a period as a value: to be looked at, then written. */
export type OpenedPeriod = {
  readonly period: Period;
  readonly before: Period;
  readonly asOf: IsoDate;
  readonly cells: readonly CellChange[];
  /** Entries that go to the history. */
  readonly kept: number;
  readonly history: readonly HistoryFigure[];
  readonly log: readonly LogEntry[];
};

/** What of a finished task stays in its cells: nobody has to tell it again. */
const finishedFields = new Set(['percent', 'result']);

/**
 * Opens a later period: every entry goes to the history of the period that ends, with its cell;
 * what belongs to that period is empty again, what holds on stays (days, money granted, finished
 * tasks). The as-of date moves to the new period's first day unless it is later already, or
 * `asOf` is given. Fails when the period is not a later one.
 */
export function openPeriod(
  book: Book,
  period: Period,
  time: string,
  asOf: IsoDate | null,
): Result<OpenedPeriod, 'notLater'> {
  const before = book.settings.period;
  if (daysBetween(before.due, period.due) <= 0) return err('notLater');
  const kept = [
    ...figuresIn(book, book.indicators, indicatorReport, time),
    ...figuresIn(book, book.tasks, taskReport, time),
  ];
  const cells = [
    ...emptied('indicator', book.indicators, () => periodFields.indicator),
    ...emptied('task', book.tasks, (line) =>
      valueIn(cellOf(line, 'done'), 'done') === null
        ? periodFields.task
        : periodFields.task.filter((field) => !finishedFields.has(field)),
    ),
  ];
  const from = daysBetween(book.settings.asOf, period.from) > 0 ? period.from : book.settings.asOf;
  const log = [
    ...book.log,
    logEntry(time, 'opened', period.id, { detail: `${before.id} ${book.settings.asOf}` }),
  ];
  return ok({
    period,
    before,
    asOf: asOf ?? from,
    cells,
    kept: kept.length,
    history: inHistoryOrder(book.plan, book.registry, [...kept, ...book.history], log),
    log,
  });
}

/** The entries of a table as figures of the period that ends. */
function figuresIn<F extends string>(
  book: Book,
  table: EntryTable<F>,
  fields: readonly F[],
  time: string,
): readonly HistoryFigure[] {
  return table.lines.flatMap((line) =>
    fields.flatMap((field): HistoryFigure[] => {
      const cell = cellOf(line, field);
      const value = valueIn(cell, field);
      if (line.id === null || value === null) return [];
      return [
        {
          period: book.settings.period.id,
          row: line.id,
          agency: '',
          field,
          value,
          file: book.file,
          sheet: table.sheet,
          cell: cell.address,
          hash: '',
          time,
        },
      ];
    }),
  );
}

function emptied<F extends string>(
  name: CellChange['table'],
  table: EntryTable<F>,
  fieldsOf: (line: EntryTable<F>['lines'][number]) => readonly F[],
): readonly CellChange[] {
  return table.lines.flatMap((line) =>
    fieldsOf(line).flatMap((field): CellChange[] => {
      const cell = cellOf(line, field);
      const before = valueIn(cell, field);
      if (line.id === null || cell.content === null || cell.address === '') return [];
      return [
        {
          table: name,
          line: line.id,
          field,
          sheet: table.sheet,
          cell: cell.address,
          before,
          after: null,
          typed: true,
        },
      ];
    }),
  );
}
