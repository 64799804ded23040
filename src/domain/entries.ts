import { invalid, none, value, type Point, type Reading } from './assessment/reading';
import { judgements, type Judgement } from './assessment/status';
import type { Book, EntryCell, EntryLine, EntryTable } from './book';
import { endOfYear, fromSerial, type IsoDate } from './dates';
import type { CellContent } from './snapshot';
import { tidy } from './text';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether a cell shows nothing: absent, or only white space. */
export function isBlank(content: CellContent | null): boolean {
  if (content?.kind !== 'text') return content === null;
  // Most texts plainly show something; only the others are worth tidying.
  return !LETTER_OR_DIGIT.test(content.text) && tidy(content.text) === '';
}

/** The words of a cell; null when it is blank or not text. */
export function textOf(content: CellContent | null): string | null {
  if (content?.kind !== 'text') return null;
  const words = tidy(content.text);
  return words === '' ? null : words;
}

/**
 * The number in an input cell. Text is never read as a number here, not even "85": a check
 * offers the reading as a fix, and formulas in plain Excel would not count it either.
 */
export function numberOf(content: CellContent | null): Reading<number> {
  if (content === null || isBlank(content)) return none;
  return content.kind === 'number' && content.format !== 'date' ? value(content.value) : invalid;
}

/** The day in an input cell: a serial number of Excel's calendar; text is invalid. */
export function dateOf(content: CellContent | null): Reading<IsoDate> {
  if (content === null || isBlank(content)) return none;
  if (content.kind !== 'number') return invalid;
  const date = fromSerial(content.value);
  return date === null ? invalid : value(date);
}

/** The judgement in an input cell, by the words the workbook offers. */
export function judgementOf(
  content: CellContent | null,
  words: ReadonlyMap<string, Judgement>,
): Reading<Judgement> {
  if (content === null || isBlank(content)) return none;
  const found = content.kind === 'text' ? words.get(tidy(content.text)) : undefined;
  return found !== undefined && judgements.includes(found) ? value(found) : invalid;
}

/** A cell of a line; an absent column counts as an empty cell without an address. */
export function cellOf<F extends string>(line: EntryLine<F>, field: F): EntryCell {
  return line.cells.get(field) ?? { address: '', content: null, formula: null };
}

/** The lines of a table by their id; of a repeated id the first line stands. */
export function linesById<F extends string>(
  table: EntryTable<F>,
): ReadonlyMap<string, EntryLine<F>> {
  const byId = new Map<string, EntryLine<F>>();
  for (const line of table.lines)
    if (line.id !== null && !byId.has(line.id)) byId.set(line.id, line);
  return byId;
}

/** The known points of an entry line: its baseline, and the milestones after it. */
export type Roadmap = { readonly baseline: Point | null; readonly milestones: readonly Point[] };

/** The roadmap of every entry line by its id; cells that hold no number or day are left out. */
export function roadmapsById(book: Book): ReadonlyMap<string, Roadmap> {
  return new Map(
    [...linesById(book.roadmap)].map(([id, line]) => {
      const start = numberOf(cellOf(line, 'baseline').content);
      const date = dateOf(cellOf(line, 'baselineDate').content);
      const milestones = (book.milestones.get(line.row) ?? []).flatMap(({ year, cell }) => {
        const reading = numberOf(cell.content);
        return reading.kind === 'value' ? [{ date: endOfYear(year), value: reading.value }] : [];
      });
      const known = start.kind === 'value' && date.kind === 'value';
      return [
        id,
        { baseline: known ? { date: date.value, value: start.value } : null, milestones },
      ];
    }),
  );
}
