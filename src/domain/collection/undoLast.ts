import type { Book, HistoryFigure } from '../book';
import { parseIsoDate, type IsoDate } from '../dates';
import { linesById } from '../entries';
import { err, ok, type Result } from '../result';
import { valueIn, type CellChange } from './collect';
import { standingOf, type StandingWords } from './standing';
import type { FigureValue, LogEntry } from './submission';

/** The taking back of what was done last, as a value. */
export type Undone = {
  readonly time: string;
  readonly undone: readonly LogEntry[];
  readonly cells: readonly CellChange[];
  readonly history: readonly HistoryFigure[];
  readonly log: readonly LogEntry[];
  readonly settings: { readonly period: string; readonly asOf: IsoDate } | null;
};

/**
 * Takes back everything that was done at the last instant of the log: a collection with its
 * choices, or the opening of a period. Figures and log lines of that instant go, cells get back
 * what stood in them; what the owner typed over a collected figure since stays. A merger of
 * agencies is undone on the agency sheet. Fails when there is nothing.
 */
export function undoLast(book: Book, words: StandingWords): Result<Undone, 'nothing'> {
  const times = book.log.flatMap(({ action, time }) => (action === 'merged' ? [] : [time]));
  const time = times.sort().at(-1);
  if (time === undefined) return err('nothing');
  const isUndone = (entry: LogEntry): boolean => entry.time === time && entry.action !== 'merged';
  const undone = book.log.filter(isUndone);
  const log = book.log.filter((entry) => !isUndone(entry));
  const history = book.history.filter((figure) => figure.time !== time);
  const typed = new Map<string, FigureValue>();
  for (const figure of book.history)
    if (figure.time === time && figure.agency === '')
      typed.set(`${figure.row} ${figure.field}`, figure.value);

  const opened = undone.find(({ action }) => action === 'opened');
  if (opened) {
    const [period = '', day = ''] = opened.detail.split(' ');
    const asOf = parseIsoDate(day) ?? book.settings.asOf;
    const cells = changed(book, (line, field, there) => {
      const was = typed.get(`${line} ${field}`);
      return was === undefined || was === there ? undefined : was;
    });
    return ok({ time, undone, cells, history, log, settings: { period, asOf } });
  }
  const period = book.settings.periods.find(({ id }) => id === undone[0]?.period);
  if (!period) return err('nothing');
  const before = standingOf(book.plan, book.registry, period, book.history, book.log, words);
  const after = standingOf(book.plan, book.registry, period, history, log, words);
  const isCurrent = period.id === book.settings.period.id;
  const cells = isCurrent
    ? changed(book, (line, field, there) => {
        const stands = before.values.get(line)?.get(field) ?? null;
        const stood = after.values.get(line)?.get(field) ?? null;
        const was = typed.get(`${line} ${field}`) ?? stood;
        return stands === was || stands !== there ? undefined : was;
      })
    : [];
  return ok({ time, undone, cells, history, log, settings: null });
}

/** The cells for which `of` gives another value; undefined leaves a cell alone. */
function changed(
  book: Book,
  of: (line: string, field: string, there: FigureValue | null) => FigureValue | null | undefined,
): readonly CellChange[] {
  const tables = [
    ['indicator', book.indicators.sheet, linesById<string>(book.indicators)],
    ['task', book.tasks.sheet, linesById<string>(book.tasks)],
  ] as const;
  return tables.flatMap(([table, sheet, lines]) =>
    [...lines].flatMap(([line, { cells }]) =>
      [...cells].flatMap(([field, cell]): CellChange[] => {
        if (cell.address === '' || cell.formula !== null) return [];
        const before = valueIn(cell, field);
        const after = of(line, field, before);
        if (after === undefined || after === before) return [];
        return [{ table, line, field, sheet, cell: cell.address, before, after, typed: false }];
      }),
    ),
  );
}
