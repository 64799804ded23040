import type { BookAssessment } from '../../domain/assessment/book';
import type { Past } from '../../domain/assessment/past';
import type { Book, EntryLine, IndicatorField, TaskField } from '../../domain/book';
import { cellOf, dateOf, linesById, numberOf, textOf } from '../../domain/entries';
import { valueOf } from '../../domain/assessment/reading';
import { formatDate } from '../../messages/language';
import { quoteText } from '../shared/references';

/** Everything the report is made of. */
export type ReportInput = {
  readonly book: Book;
  readonly assessment: BookAssessment;
  /** Errors still open; above zero the report is a draft. */
  readonly openErrors: number;
  /** What earlier periods reported. */
  readonly past: Past;
  /** The SHA-256 of the tracking workbook's bytes, in hex; null for a workbook open in Excel. */
  readonly hash: string | null;
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

/**
 * The lines that stand under an annex's title: the plan and the cut-off, what a reader has to
 * know of this annex, and the mark of a draft or a sample.
 */
export function subtitlesOf(input: ReportInput, remark: string | null): readonly string[] {
  const { plan, settings } = input.book;
  const number = plan.documentNumber === null ? '' : ` số ${plan.documentNumber}`;
  const mark = markOf(input);
  return [
    `(Kèm theo báo cáo ${settings.period.name}; kế hoạch${number} của ${plan.issuer}. Số liệu chốt ngày ${formatDate(settings.period.cutOff)}, đánh giá tại ngày ${formatDate(input.assessment.asOf)}.${remark === null ? '' : ` ${remark}`})`,
    ...(mark === null ? [] : [mark]),
  ];
}
