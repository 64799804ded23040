import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { formula, linked, number, text } from './grid';
import { enteredIn, figureOf, subtitlesOf, wordsOf, type ReportInput } from './input';
import { moneySource, type SourceColumn } from './sourcesAnnex';

/** The columns of the annex of money. */
export type MoneyColumn =
  'code' | 'name' | 'lead' | 'funding' | 'allotted' | 'disbursed' | 'rate' | 'left';

/** One task with money, in millions of đồng. */
export type MoneyRow = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly lead: string | null;
  readonly funding: string | null;
  readonly allotted: number | null;
  readonly disbursed: number | null;
};

/** The id of the row of totals. */
export const moneyTotal = 'total';

/** The tasks that were allotted money or spent some, in the plan's order. */
export function moneyRows({ book }: ReportInput): readonly MoneyRow[] {
  const entered = enteredIn(book);
  return book.plan.tasks.flatMap(({ id, code, name, leadText }): readonly MoneyRow[] => {
    const line = entered.task(id);
    const [allotted, disbursed] = [figureOf(line, 'allotted'), figureOf(line, 'disbursed')];
    return allotted === null && disbursed === null
      ? []
      : [
          {
            id,
            code,
            name,
            lead: leadText,
            funding: wordsOf(line, 'funding'),
            allotted,
            disbursed,
          },
        ];
  });
}

/** What all rows come to in one column. */
export function moneySum(rows: readonly MoneyRow[], column: 'allotted' | 'disbursed'): number {
  return rounded(rows.reduce((sum, row) => sum + (row[column] ?? 0), 0));
}

/** Without the last digits that sums of decimals leave behind. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Lays out the money by task under its totals; rates and what is left are formulas. */
export function moneyAnnex(
  input: ReportInput,
  rows: readonly MoneyRow[],
  sources: PlacedAnnex<SourceColumn>,
): PlacedAnnex<MoneyColumn> {
  const subtitles = subtitlesOf(input, 'Đơn vị tính: triệu đồng; số lũy kế đến kỳ báo cáo.');
  // The totals stand in the first row of the table: under the title, its lines, a gap and the head.
  const top = subtitles.length + 4;
  const computed = (
    row: number,
    { allotted, disbursed }: Pick<MoneyRow, 'allotted' | 'disbursed'>,
  ) => [
    formula(
      `IF(N(E${String(row)})=0,"–",N(F${String(row)})/E${String(row)})`,
      (allotted ?? 0) === 0 ? '–' : (disbursed ?? 0) / (allotted ?? 1),
      'share',
    ),
    formula(
      `N(E${String(row)})-N(F${String(row)})`,
      rounded((allotted ?? 0) - (disbursed ?? 0)),
      'money',
    ),
  ];
  const total = { allotted: moneySum(rows, 'allotted'), disbursed: moneySum(rows, 'disbursed') };
  const sumOf = (column: 'E' | 'F', result: number) =>
    formula(
      `SUM(${column}${String(top + 1)}:${column}${String(top + rows.length)})`,
      result,
      'moneyBold',
    );
  const lines: readonly AnnexLine[] = [
    {
      kind: 'row',
      id: moneyTotal,
      contents: [
        text(null, 'textCentered'),
        text('Tổng số', 'textBold'),
        text(null, 'text'),
        text(null, 'text'),
        sumOf('E', total.allotted),
        sumOf('F', total.disbursed),
        ...computed(top, total),
      ],
    },
    ...rows.map((row, index): AnnexLine => ({
      kind: 'row',
      id: row.id,
      contents: [
        text(row.code, 'textCentered'),
        text(row.name, 'text'),
        text(row.lead, 'text'),
        text(row.funding, 'text'),
        ...(['allotted', 'disbursed'] as const).map((column) =>
          linked(
            number(row[column], 'money'),
            sources.spec.name,
            sources.cell(moneySource(row.id, column), 'value'),
          ),
        ),
        ...computed(top + 1 + index, row),
      ],
    })),
  ];
  return annexSheet<MoneyColumn>({
    sheet: 'Phụ lục VIII - Kinh phí',
    table: 'PhuLuc8',
    title: 'PHỤ LỤC VIII\nKINH PHÍ THỰC HIỆN CÁC NHIỆM VỤ',
    subtitles,
    heads: [
      { key: 'code', words: 'TT', width: 7 },
      { key: 'name', words: 'Nhiệm vụ', width: 52 },
      { key: 'lead', words: 'Cơ quan chủ trì', width: 24 },
      { key: 'funding', words: 'Nguồn kinh phí', width: 15 },
      { key: 'allotted', words: 'Được giao (triệu đồng)', width: 12 },
      { key: 'disbursed', words: 'Đã giải ngân (triệu đồng)', width: 12 },
      { key: 'rate', words: 'Tỷ lệ giải ngân', width: 10 },
      { key: 'left', words: 'Còn lại (triệu đồng)', width: 12 },
    ],
    lines: rows.length === 0 ? [] : lines,
    whenEmpty: 'Chưa có nhiệm vụ nào được báo cáo kinh phí.',
  });
}
