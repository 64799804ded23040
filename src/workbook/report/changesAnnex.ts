import { entrySlots } from '../../domain/assessment/book';
import { measureOf } from '../../domain/assessment/indicator';
import { trendOf, type Trend } from '../../domain/assessment/past';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { number, text } from './grid';
import { enteredIn, figureOf, subtitlesOf, type ReportInput } from './input';

/** The columns of the annex against the last period. */
export type ChangeColumn =
  'code' | 'name' | 'lead' | 'unit' | 'before' | 'now' | 'change' | 'trend';

/** The words of a trend, with an arrow so that they stand without colour. */
export const trendWords: Readonly<Record<Trend | 'silent', string>> = {
  better: '▲ Tốt hơn',
  same: '► Không đổi',
  worse: '▼ Kém hơn',
  silent: '– Kỳ này chưa có số liệu',
};

/** One figure that was reported before, and how it stands now. */
export type ChangeRow = {
  readonly kind: 'indicator' | 'task';
  readonly code: string;
  readonly name: string;
  readonly lead: string | null;
  readonly unit: string | null;
  readonly before: number;
  readonly now: number | null;
  readonly trend: Trend | 'silent';
};

/** Every figure of the last period beside the one of this period, in the plan's order. */
export function changeRows({ book, past }: ReportInput): readonly ChangeRow[] {
  const [last] = past;
  if (!last) return [];
  const entered = enteredIn(book);
  const rows: ChangeRow[] = [];
  const add = (
    row: Omit<ChangeRow, 'before' | 'now' | 'trend'>,
    before: unknown,
    now: number | null,
    direction: 1 | -1,
  ): void => {
    if (typeof before !== 'number') return;
    rows.push({
      ...row,
      before,
      now,
      trend: now === null ? 'silent' : trendOf(before, now, direction),
    });
  };
  for (const indicator of book.plan.indicators)
    for (const { lineId, target, partText } of entrySlots(indicator))
      add(
        {
          kind: 'indicator',
          code: indicator.code,
          name: partText === null ? indicator.name : `${indicator.name} – ${partText}`,
          lead: indicator.leadText,
          unit: indicator.unit,
        },
        last.value(lineId, 'actual'),
        figureOf(entered.indicator(lineId), 'actual'),
        measureOf(target, indicator.pace)?.direction ?? 1,
      );
  for (const task of book.plan.tasks)
    add(
      { kind: 'task', code: task.code, name: task.name, lead: task.leadText, unit: '% hoàn thành' },
      last.value(task.id, 'percent'),
      figureOf(entered.task(task.id), 'percent'),
      1,
    );
  return rows;
}

/** Lays out this period's figures against those of the period before. */
export function changesAnnex(
  input: ReportInput,
  rows: readonly ChangeRow[],
): PlacedAnnex<ChangeColumn> {
  const [last] = input.past;
  const group = (kind: ChangeRow['kind'], code: string, title: string): AnnexLine[] => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length === 0
      ? []
      : [
          { kind: 'section', code, title: `${title} (${String(own.length)})` },
          ...own.map((row): AnnexLine => ({
            kind: 'row',
            contents: [
              text(row.code, 'textCentered'),
              text(row.name, 'text'),
              text(row.lead, 'text'),
              text(row.unit, 'textCentered'),
              number(row.before, 'number'),
              number(row.now, 'number'),
              number(
                row.now === null ? null : Math.round((row.now - row.before) * 1e6) / 1e6,
                'change',
              ),
              text(trendWords[row.trend], 'text'),
            ],
          })),
        ];
  };
  return annexSheet<ChangeColumn>({
    sheet: 'Phụ lục VII - So kỳ trước',
    table: 'PhuLuc7',
    title: 'PHỤ LỤC VII\nSO VỚI KỲ TRƯỚC',
    subtitles: subtitlesOf(
      input,
      last === undefined ? null : `Kỳ trước: ${last.period.name}. ▲ ▼ theo chiều của mục tiêu.`,
    ),
    heads: [
      { key: 'code', words: 'TT', width: 7 },
      { key: 'name', words: 'Chỉ tiêu, nhiệm vụ', width: 50 },
      { key: 'lead', words: 'Cơ quan chủ trì', width: 24 },
      { key: 'unit', words: 'Đơn vị tính', width: 13 },
      { key: 'before', words: 'Kỳ trước', width: 11 },
      { key: 'now', words: 'Kỳ này', width: 11 },
      { key: 'change', words: 'Tăng, giảm', width: 11 },
      { key: 'trend', words: 'So với kỳ trước', width: 18 },
    ],
    lines: [...group('indicator', 'I', 'Chỉ tiêu'), ...group('task', 'II', 'Nhiệm vụ')],
    whenEmpty: 'Sổ theo dõi chưa có số liệu của kỳ trước.',
  });
}
