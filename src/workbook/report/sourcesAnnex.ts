import { entrySlots } from '../../domain/assessment/book';
import type { EntryLine, HistoryFigure } from '../../domain/book';
import { standingEntries } from '../../domain/collection/submission';
import { valueIn } from '../../domain/collection/collect';
import { cellOf, linesById } from '../../domain/entries';
import { shorten } from '../../domain/text';
import { formatDate } from '../../messages/language';
import { historyWords } from '../tracking/history';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { day, number, text, type Content } from './grid';
import { subtitlesOf, type ReportInput } from './input';

/** The columns of the annex of sources. */
export type SourceColumn =
  'code' | 'name' | 'field' | 'value' | 'agency' | 'file' | 'sheet' | 'cell' | 'hash' | 'time';

/** The place of the hash among what is told of a figure's source. */
const HASH = 4;

/** The figures of the report that are traced, in the order their columns stand. */
const traced = {
  indicator: ['actual', 'judgement'],
  task: ['percent', 'done', 'allotted', 'disbursed'],
} as const;

/** The id of the row that says where a task's money comes from. */
export function moneySource(task: string, field: string): string {
  return `${task} ${field}`;
}

/**
 * Lays out where every figure of the report came from: the submissions' cells with their files'
 * SHA-256 and the time they were taken in; and the workbook's own cell where somebody typed the
 * figure into it, or several agencies' figures were summed up.
 */
export function sourcesAnnex(input: ReportInput): PlacedAnnex<SourceColumn> {
  const { book } = input;
  const { hash, taken } = input.origin;
  const period = book.settings.period.id;
  const standing = standingEntries(book.log, period);
  const names = new Map(book.registry.map(({ id, name }) => [id, name]));
  const said = new Map<string, HistoryFigure[]>();
  for (const figure of book.history) {
    if (figure.period !== period || standing.get(figure.agency)?.hash !== figure.hash) continue;
    const key = `${figure.field} ${figure.row}`;
    const known = said.get(key);
    if (known) known.push(figure);
    else said.set(key, [figure]);
  }
  const lines: AnnexLine[] = [];
  const trace = <F extends string>(
    row: { readonly id: string; readonly code: string; readonly name: string },
    line: EntryLine<F> | undefined,
    sheet: string,
    fields: readonly F[],
  ): void => {
    if (!line) return;
    for (const field of fields) {
      const cell = cellOf(line, field);
      const value = valueIn(cell, field);
      if (value === null) continue;
      const put = (of: HistoryFigure['value'], from: readonly (string | null)[]): void => {
        lines.push({
          kind: 'row',
          id: field === 'allotted' || field === 'disbursed' ? moneySource(row.id, field) : row.id,
          contents: [
            text(row.code, 'textCentered'),
            text(shorten(row.name, BRIEF), 'text'),
            text(historyWords(field), 'text'),
            valueContent(of),
            ...from.map((words, at) => text(words, at === HASH ? 'hash' : 'trace')),
          ],
        });
      };
      const figures = said.get(`${field} ${row.id}`) ?? [];
      if (!figures.some((figure) => figure.value === value))
        put(value, [null, book.file, sheet, cell.address, hash, stamp(taken)]);
      for (const { value: of, agency, file, sheet: on, cell: at, hash: sum, time } of figures)
        put(of, [names.get(agency) ?? agency, file, on, at, sum, stamp(time)]);
    }
  };
  const indicators = linesById(book.indicators);
  for (const indicator of book.plan.indicators)
    for (const { lineId, partText } of entrySlots(indicator))
      trace(
        { id: lineId, code: indicator.code, name: partText ?? indicator.name },
        indicators.get(lineId),
        book.indicators.sheet,
        traced.indicator,
      );
  const tasks = linesById(book.tasks);
  for (const task of book.plan.tasks)
    trace(task, tasks.get(task.id), book.tasks.sheet, traced.task);
  return annexSheet<SourceColumn>({
    sheet: 'Phụ lục IX - Nguồn',
    table: 'PhuLuc9',
    title: 'PHỤ LỤC IX\nNGUỒN CỦA SỐ LIỆU',
    subtitles: subtitlesOf(
      input,
      `Dòng không ghi cơ quan là ô của sổ theo dõi: số nhập thẳng vào sổ, hoặc tổng hợp từ nhiều cơ quan.${taken === null ? '' : ` Sổ theo dõi đọc từ Excel đang mở: SHA-256 ở các dòng ấy là của nội dung mọi ô trong sổ vào thời điểm đọc, không phải của tệp.`}`,
    ),
    heads: [
      { key: 'code', words: 'TT', width: 6 },
      { key: 'name', words: 'Chỉ tiêu, nhiệm vụ', width: 43 },
      { key: 'field', words: 'Số liệu', width: 15 },
      { key: 'value', words: 'Giá trị', width: 11 },
      { key: 'agency', words: 'Cơ quan báo cáo', width: 17 },
      { key: 'file', words: 'Tệp', width: 17 },
      { key: 'sheet', words: 'Trang tính', width: 9 },
      { key: 'cell', words: 'Ô', width: 6 },
      { key: 'hash', words: 'SHA-256 của tệp', width: 10 },
      { key: 'time', words: 'Thời điểm nhận, đọc', width: 9 },
    ],
    lines,
    whenEmpty: 'Chưa có số liệu nào trong kỳ.',
  });
}

/** A time to the minute, as people write it; a dash where there is none, which keeps a hash in its cell. */
function stamp(time: string | null): string {
  return time === null ? '–' : `${formatDate(time.slice(0, 10))} ${time.slice(11, 16)}`;
}

/** Enough of a name to know its row by: the whole of it stands in the annex that the row is of. */
const BRIEF = 80;

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

function valueContent(value: HistoryFigure['value']): Content {
  if (typeof value === 'number') return number(value, 'number');
  return ISO_DAY.test(value) ? day(value) : text(value, 'text');
}
