import { dutiesByAgency, dutiesOf } from '../../domain/agencies/duties';
import { agenciesById } from '../../domain/agencies/registry';
import { entrySlots } from '../../domain/assessment/book';
import type { Book, EntryTable } from '../../domain/book';
import { completenessOf, type Arrival } from '../../domain/collection/completeness';
import { indicatorReport, taskReport, tellsOfPeriod } from '../../domain/collection/fields';
import { standingEntries } from '../../domain/collection/submission';
import { cellOf, isBlank } from '../../domain/entries';
import { formatDate } from '../../messages/language';
import { arrivalWords } from '../../messages/collection';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { number, text } from './grid';
import { subtitlesOf, type ReportInput } from './input';

/** The columns of the annex of who has sent. */
export type ArrivalColumn =
  'code' | 'name' | 'arrival' | 'received' | 'expected' | 'reported' | 'empty' | 'file';

/**
 * Where an agency's report stands. A workbook into which no submission was ever taken says only
 * whether there are figures: `typed` or `silent`.
 */
export type Standing = Arrival | 'typed' | 'silent';

/** What came of one agency for the period. */
export type ArrivalRow = {
  readonly agency: string;
  readonly name: string;
  readonly standing: Standing;
  readonly received: string | null;
  readonly file: string | null;
  readonly expected: number;
  readonly reported: number;
};

/** The words of a standing, with their sign. */
export const standingWords: Readonly<Record<Standing, string>> = {
  onTime: arrivalWords.onTime.vi,
  late: arrivalWords.late.vi,
  missing: arrivalWords.missing.vi,
  typed: '○ Nhập thẳng vào sổ',
  silent: '– Chưa có số liệu',
};

/** Who has sent, who is late and who is missing, the missing first; by name within each. */
export function arrivalRows({ book }: Pick<ReportInput, 'book'>): readonly ArrivalRow[] {
  const { plan, registry, settings, history, log } = book;
  const rows =
    standingEntries(log, settings.period.id).size === 0
      ? typedRows(book)
      : completenessOf(plan, registry, settings.period, history, log).map(
          ({ arrival, ...row }): ArrivalRow => ({ ...row, standing: arrival }),
        );
  const order: readonly Standing[] = ['missing', 'silent', 'late', 'typed', 'onTime'];
  return [...rows].sort(
    (a, b) =>
      order.indexOf(a.standing) - order.indexOf(b.standing) || a.name.localeCompare(b.name, 'vi'),
  );
}

/** What the workbook's own cells say, where nothing was collected. */
function typedRows(book: Book): readonly ArrivalRow[] {
  const told = new Set<string>();
  const look = <F extends string>({ lines }: EntryTable<F>, fields: readonly F[]): void => {
    for (const line of lines)
      if (
        line.id !== null &&
        fields.some((field) => tellsOfPeriod(field) && !isBlank(cellOf(line, field).content))
      )
        told.add(line.id);
  };
  look(book.indicators, indicatorReport);
  look(book.tasks, taskReport);
  const slots = new Map(
    book.plan.indicators.map((row) => [row.id, entrySlots(row).map(({ lineId }) => lineId)]),
  );
  const names = agenciesById(book.registry);
  const duties = dutiesByAgency(
    dutiesOf(book.plan, book.registry, book.settings.period.due),
    book.registry,
  );
  return [...duties].map(([agency, own]): ArrivalRow => {
    const lines = own.flatMap(({ row }) => slots.get(row) ?? [row]);
    const reported = lines.filter((line) => told.has(line)).length;
    return {
      agency,
      name: names.get(agency)?.name ?? agency,
      standing: reported > 0 ? 'typed' : 'silent',
      received: null,
      file: null,
      expected: lines.length,
      reported,
    };
  });
}

/** Lays out who has sent, late and missing by name. */
export function arrivalsAnnex(
  input: ReportInput,
  rows: readonly ArrivalRow[],
): PlacedAnnex<ArrivalColumn> {
  const { due } = input.book.settings.period;
  return annexSheet<ArrivalColumn>({
    sheet: 'Phụ lục V - Nộp báo cáo',
    table: 'PhuLuc5',
    title: 'PHỤ LỤC V\nTÌNH HÌNH NỘP BÁO CÁO CỦA CÁC CƠ QUAN',
    subtitles: subtitlesOf(input, `Hạn nộp báo cáo: ${formatDate(due)}.`),
    heads: [
      { key: 'code', words: 'TT', width: 6 },
      { key: 'name', words: 'Cơ quan', width: 46 },
      { key: 'arrival', words: 'Tình trạng', width: 22 },
      { key: 'received', words: 'Ngày nhận', width: 13 },
      { key: 'expected', words: 'Dòng phải báo cáo', width: 12 },
      { key: 'reported', words: 'Dòng đã báo cáo', width: 12 },
      { key: 'empty', words: 'Dòng còn trống', width: 12 },
      { key: 'file', words: 'Tệp đang dùng', width: 24 },
    ],
    lines: rows.map((row, index): AnnexLine => ({
      kind: 'row',
      id: row.agency,
      contents: [
        number(index + 1, 'count'),
        text(row.name, 'text'),
        text(standingWords[row.standing], 'text'),
        text(row.received === null ? null : formatDate(row.received.slice(0, 10)), 'textCentered'),
        number(row.expected, 'count'),
        number(row.reported, 'count'),
        number(row.expected - row.reported, 'count'),
        text(row.file, 'trace'),
      ],
    })),
    whenEmpty: 'Kế hoạch không nêu cơ quan nào phải báo cáo.',
  });
}
