import { addresseeFinder } from '../../domain/agencies/addressee';
import { entrySlots } from '../../domain/assessment/book';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { text } from './grid';
import { enteredIn, subtitlesOf, wordsOf, type ReportInput } from './input';

/** The columns of the annex of requests. */
export type RequestColumn = 'code' | 'name' | 'lead' | 'request' | 'addressee';

/** Said where a request names nobody. */
const unaddressed = 'Chưa nêu nơi nhận kiến nghị';

/** Lays out the difficulties and requests, grouped by the body they are addressed to. */
export function requestsAnnex(input: ReportInput): PlacedAnnex<RequestColumn> {
  const { book } = input;
  const entered = enteredIn(book);
  const addresseeOf = addresseeFinder(book.registry);
  const rows = [
    ...book.plan.indicators.flatMap((row) =>
      [...new Set([row.id, ...entrySlots(row).map(({ lineId }) => lineId)])].map((id) => ({
        row,
        words: wordsOf(entered.indicator(id), 'request'),
      })),
    ),
    ...book.plan.tasks.map((row) => ({ row, words: wordsOf(entered.task(row.id), 'request') })),
  ];
  const groups = new Map<string, { contents: Extract<AnnexLine, { kind: 'row' }>['contents'] }[]>();
  for (const { row, words } of rows) {
    if (words === null) continue;
    const addressee = addresseeOf(words) ?? unaddressed;
    const group = groups.get(addressee) ?? [];
    groups.set(addressee, group);
    group.push({
      contents: [
        text(row.code, 'textCentered'),
        text(row.name, 'text'),
        text(row.leadText, 'text'),
        text(words, 'text'),
        text(addressee, 'trace'),
      ],
    });
  }
  const last = (addressee: string): number => (addressee === unaddressed ? 1 : 0);
  const lines = [...groups]
    .sort(([a, one], [b, other]) => last(a) - last(b) || other.length - one.length)
    .flatMap(([addressee, group], index): AnnexLine[] => [
      {
        kind: 'section',
        code: String(index + 1),
        title: `${last(addressee) === 1 ? '' : 'Kiến nghị với '}${addressee} (${String(group.length)})`,
      },
      ...group.map((line): AnnexLine => ({ kind: 'row', ...line })),
    ]);
  return annexSheet<RequestColumn>({
    sheet: 'Phụ lục VI - Kiến nghị',
    table: 'PhuLuc6',
    title: 'PHỤ LỤC VI\nKHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ',
    subtitles: subtitlesOf(input, null),
    heads: [
      { key: 'code', words: 'TT', width: 7 },
      { key: 'name', words: 'Chỉ tiêu, nhiệm vụ', width: 52 },
      { key: 'lead', words: 'Cơ quan nêu', width: 28 },
      { key: 'request', words: 'Khó khăn, kiến nghị', width: 58 },
      { key: 'addressee', words: 'Nơi nhận', width: 20, machine: true },
    ],
    lines,
    whenEmpty: 'Không có khó khăn, kiến nghị nào được nêu trong kỳ.',
  });
}
