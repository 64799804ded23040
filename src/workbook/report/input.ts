import type { BookAssessment } from '../../domain/assessment/book';
import type { Past } from '../../domain/assessment/past';
import type { Book, EntryLine, IndicatorField, TaskField } from '../../domain/book';
import { cellOf, dateOf, linesById, numberOf, textOf } from '../../domain/entries';
import { valueOf } from '../../domain/assessment/reading';
import { yearOf } from '../../domain/dates';
import { fold } from '../../domain/text';
import { formatDate } from '../../messages/language';
import { compilerWords, officeOf } from '../shared/office';
import { quoteText } from '../shared/references';
import type { ReportStyle } from './page';

/** Everything the report is made of. */
export type ReportInput = {
  readonly book: Book;
  readonly assessment: BookAssessment;
  /** Errors still open; above zero the report is a draft. */
  readonly openErrors: number;
  /** What earlier periods reported. */
  readonly past: Past;
  /**
   * What the tracking workbook was read from: a file, with the SHA-256 of its bytes in hex; or open
   * Excel at a time, with that of its cells' contents.
   */
  readonly origin: { readonly hash: string; readonly taken: string | null };
};

/** What officers entered for a row, found once and looked up by id. */
export type Entered = {
  readonly indicator: (id: string) => EntryLine<IndicatorField> | undefined;
  readonly task: (id: string) => EntryLine<TaskField> | undefined;
};

/** Prepares the look-ups over a book's entry lines. */
export function enteredIn(book: Book): Entered {
  const indicators = linesById(book.indicators);
  const tasks = linesById(book.tasks);
  return { indicator: (id) => indicators.get(id), task: (id) => tasks.get(id) };
}

/** The words in a cell of a line; null when the line or the words are missing. */
export function wordsOf<F extends string>(line: EntryLine<F> | undefined, field: F): string | null {
  return line ? textOf(cellOf(line, field).content) : null;
}

/** The number in a cell of a line; null when it is missing or not a number. */
export function figureOf<F extends string>(
  line: EntryLine<F> | undefined,
  field: F,
): number | null {
  return line ? valueOf(numberOf(cellOf(line, field).content)) : null;
}

/** The day in a cell of a line as ISO text; null when it is missing or not a day. */
export function dayOf<F extends string>(line: EntryLine<F> | undefined, field: F): string | null {
  return line ? valueOf(dateOf(cellOf(line, field).content)) : null;
}

/** Whether running text states an indicator in words that are name and target at once. */
export function isNamedByTarget(name: string, target: string): boolean {
  // Folding costs: most targets are a few signs.
  return Math.abs(name.length - target.length) <= 2 && fold(name) === fold(target);
}

/** Ids as a text in which a formula finds each of them; null for none. */
export function idList(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : `;${ids.join(';')};`;
}

/** The criterion of COUNTIFS for an id in an {@link idList}. */
export function inIdList(id: string): string {
  return quoteText(`*;${id.replace(/[?*~]/g, '~$&')};*`);
}

/** The mark of a sample or a draft; null for a report that can go up. */
export function markOf({ book, openErrors }: ReportInput): string | null {
  const marks = [
    ...(book.sample ? ['SỐ LIỆU MẪU'] : []),
    ...(openErrors > 0 ? [`DỰ THẢO – còn ${String(openErrors)} lỗi chưa xử lý`] : []),
  ];
  return marks.length === 0 ? null : marks.join(' · ');
}

/** A line under an annex's title. */
export type Subtitle = readonly [words: string, style: ReportStyle];

/**
 * The lines that stand under an annex's title: the report it belongs to, the cut-off with what a
 * reader has to know of this annex, and the mark of a draft or a sample.
 */
export function subtitlesOf(input: ReportInput, remark: string | null): readonly Subtitle[] {
  const { plan, settings } = input.book;
  const { asOf } = input.assessment;
  const office = officeOf(plan);
  const mark = markOf(input);
  return [
    [
      `(Kèm theo Báo cáo số        ${office.symbol} ngày      tháng      năm ${String(yearOf(asOf))} của ${compilerWords(plan)})`,
      'italicCentered',
    ],
    [
      `${settings.period.name}. Số liệu chốt ngày\u00a0${formatDate(settings.period.cutOff)}, đánh giá tại ngày\u00a0${formatDate(asOf)}.${remark === null ? '' : ` ${remark}`}`,
      'remarkCentered',
    ],
    ...(mark === null ? [] : ([[mark, 'warning']] as const)),
  ];
}
