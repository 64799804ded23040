import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { text } from './grid';
import { enteredIn, subtitlesOf, wordsOf, type ReportInput } from './input';

/** Lays out the difficulties and requests officers wrote, each with the row it belongs to. */
export function requestsAnnex(input: ReportInput): PlacedAnnex {
  const { book } = input;
  const entered = enteredIn(book);
  const rows = [
    ...book.plan.indicators.map((row) => ({
      row,
      words: wordsOf(entered.indicator(row.id), 'request'),
    })),
    ...book.plan.tasks.map((row) => ({ row, words: wordsOf(entered.task(row.id), 'request') })),
  ];
  return annexSheet({
    sheet: 'Phụ lục V - Kiến nghị',
    title: 'PHỤ LỤC V\nKHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ',
    subtitles: subtitlesOf(input),
    heads: [
      { words: 'TT', width: 7 },
      { words: 'Chỉ tiêu, nhiệm vụ', width: 56 },
      { words: 'Cơ quan nêu', width: 32 },
      { words: 'Khó khăn, kiến nghị', width: 60 },
    ],
    lines: rows.flatMap(({ row, words }): AnnexLine[] =>
      words === null
        ? []
        : [
            {
              kind: 'row',
              contents: [
                text(row.code, 'textCentered'),
                text(row.name, 'text'),
                text(row.leadText, 'text'),
                text(words, 'text'),
              ],
            },
          ],
    ),
    whenEmpty: 'Không có khó khăn, kiến nghị nào được nêu trong kỳ.',
  });
}
