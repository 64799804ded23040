import {
  slippingIndicatorStatuses,
  slippingTaskStatuses,
  indicatorStatuses,
  taskStatuses,
} from '../../domain/assessment/status';
import { formatDate, formatNumber } from '../../messages/language';
import { indicatorStatusWords, taskStatusWords, withSign } from '../../messages/words';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { text } from './grid';
import { dayOf, enteredIn, figureOf, subtitlesOf, wordsOf, type ReportInput } from './input';

/** One row that slips, with how far, why and what is done about it. */
export type SlippingRow = {
  readonly kind: 'indicator' | 'task';
  readonly code: string;
  readonly name: string;
  readonly lead: string | null;
  readonly status: string;
  readonly howFar: string;
  readonly cause: string | null;
  readonly measure: string | null;
  /** Smaller is worse; orders the list. */
  readonly weight: number;
};

const UNEXPLAINED = 'Chưa giải trình';

/** Every row that slips, worst first (design §7: cause, measure, who). */
export function slippingRows({ book, assessment }: ReportInput): readonly SlippingRow[] {
  const entered = enteredIn(book);
  const indicators = assessment.indicators
    .filter((row) => slippingIndicatorStatuses.has(row.status))
    .map((row): SlippingRow => {
      const worst =
        row.parts.length === 0 ? null : row.parts.find((part) => part.status === row.status);
      const line = entered.indicator(worst?.lineId ?? row.indicator.id);
      const deviation = worst?.deviation ?? row.deviation;
      const actual = figureOf(line, 'actual');
      const shortfall =
        deviation === null ? null : `chậm ${formatNumber(Math.round(-deviation * 10) / 10)} điểm`;
      const reached = actual === null ? null : `đạt ${formatNumber(actual)}`;
      return {
        kind: 'indicator',
        code: row.indicator.code,
        name: row.indicator.name,
        lead: row.indicator.leadText,
        status: withSign(indicatorStatusWords[row.status]),
        howFar: [shortfall, reached, `mục tiêu ${row.indicator.targetText ?? ''}`]
          .filter((part) => part !== null)
          .join('; '),
        cause: wordsOf(line, 'cause'),
        measure: wordsOf(line, 'measure'),
        weight: indicatorStatuses.indexOf(row.status) * 1000 + (deviation ?? 0),
      };
    });
  const tasks = assessment.tasks
    .filter((row) => slippingTaskStatuses.has(row.status))
    .map((row): SlippingRow => {
      const line = entered.task(row.task.id);
      const done = dayOf(line, 'done');
      const percent = figureOf(line, 'percent');
      const late =
        row.daysLeft !== null && row.daysLeft < 0 && done === null
          ? `quá hạn ${formatNumber(-row.daysLeft)} ngày`
          : null;
      return {
        kind: 'task',
        code: row.task.code,
        name: row.task.name,
        lead: row.task.leadText,
        status: withSign(taskStatusWords[row.status]),
        howFar: [
          late,
          done === null ? null : `hoàn thành ${formatDate(done)}`,
          percent === null || done !== null ? null : `mới đạt ${formatNumber(percent)} %`,
          row.due === null ? null : `hạn ${formatDate(row.due)}`,
        ]
          .filter((part) => part !== null)
          .join('; '),
        cause: wordsOf(line, 'cause'),
        measure: wordsOf(line, 'measure'),
        weight: taskStatuses.indexOf(row.status) * 1000 + (row.daysLeft ?? 0),
      };
    });
  return [...indicators, ...tasks].sort((a, b) => a.weight - b.weight);
}

/** Lays out what slips: indicators, then tasks, worst first. */
export function slippingAnnex(input: ReportInput): PlacedAnnex {
  const rows = slippingRows(input);
  const group = (kind: SlippingRow['kind'], title: string, code: string): AnnexLine[] => {
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
              text(row.status, 'text'),
              text(row.howFar, 'text'),
              text(row.cause ?? UNEXPLAINED, 'text'),
              text(row.measure ?? UNEXPLAINED, 'text'),
            ],
          })),
        ];
  };
  return annexSheet({
    sheet: 'Phụ lục III - Chậm',
    title: 'PHỤ LỤC III\nCHỈ TIÊU, NHIỆM VỤ CHẬM: NGUYÊN NHÂN VÀ GIẢI PHÁP',
    subtitles: subtitlesOf(input),
    heads: [
      { words: 'TT', width: 7 },
      { words: 'Chỉ tiêu, nhiệm vụ', width: 40 },
      { words: 'Cơ quan chịu trách nhiệm', width: 19 },
      { words: 'Trạng thái', width: 14 },
      { words: 'Mức chậm', width: 22 },
      { words: 'Nguyên nhân', width: 30 },
      { words: 'Giải pháp (ai, việc gì, bao giờ)', width: 30 },
    ],
    lines: [...group('indicator', 'Chỉ tiêu', 'I'), ...group('task', 'Nhiệm vụ', 'II')],
    whenEmpty: 'Không có chỉ tiêu, nhiệm vụ nào chậm.',
  });
}
