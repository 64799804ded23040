import type { Book, HistoryFigure, Period } from '../book';
import { logEntry, type FigureValue, type LogEntry } from './submission';

/** A past period's value that changes: what stands for the row from now on, and its line of the log. */
export type Correction = { readonly figure: HistoryFigure; readonly entry: LogEntry };

/**
 * What the history closed or corrected of a period, by line and field: values without an agency,
 * of which the first stands.
 */
export function closedFigures(
  history: readonly HistoryFigure[],
  period: string,
): ReadonlyMap<string, ReadonlyMap<string, FigureValue>> {
  const closed = new Map<string, Map<string, FigureValue>>();
  for (const { period: of, agency, row, field, value } of history) {
    if (of !== period || agency !== '') continue;
    const fields = closed.get(row) ?? new Map<string, FigureValue>();
    if (!fields.has(field)) closed.set(row, fields.set(field, value));
  }
  return closed;
}

/** Puts a value of a past period in another's place, and says so in the log, with the reason if any. */
export function correction(
  book: Book,
  period: Period,
  { line, field, value }: Pick<HistoryFigure, 'field' | 'value'> & { readonly line: string },
  { before, reason }: { readonly before: FigureValue | null; readonly reason?: string },
  time: string,
): Correction {
  const change = `${String(before ?? '–')} → ${String(value)}`;
  const detail = reason === undefined ? change : `${change} · ${reason}`;
  return {
    figure: {
      period: period.id,
      row: line,
      agency: '',
      field,
      value,
      file: book.file,
      sheet: '',
      cell: '',
      hash: '',
      time,
    },
    entry: logEntry(time, 'corrected', period.id, { line, field, detail }),
  };
}
