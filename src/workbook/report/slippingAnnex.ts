import {
  slippingIndicatorStatuses,
  slippingTaskStatuses,
  indicatorStatuses,
  taskStatuses,
} from '../../domain/assessment/status';
import { slippingSince } from '../../domain/assessment/since';
import { endOfYear } from '../../domain/dates';
import { roadmapsById } from '../../domain/entries';
import { fold, shorten } from '../../domain/text';
import { formatDate, formatNumber, withinSentence } from '../../messages/language';
import { indicatorStatusWords, taskStatusWords, withSign } from '../../messages/words';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { text } from './grid';
import {
  dayOf,
  enteredIn,
  figureOf,
  isNamedByTarget,
  subtitlesOf,
  wordsOf,
  type ReportInput,
} from './input';

/** The columns of the annex of what slips. */
export type SlippingColumn =
  'code' | 'name' | 'kind' | 'lead' | 'status' | 'howFar' | 'since' | 'cause' | 'measure';

/** One row that slips, with how far, since when, why and what is done about it. */
export type SlippingRow = {
  readonly kind: 'indicator' | 'task';
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly lead: string | null;
  readonly status: string;
  readonly howFar: string;
  readonly since: string;
  readonly cause: string | null;
  readonly measure: string | null;
  /** Smaller is worse; orders the list. */
  readonly weight: number;
};

/** Said where nobody gave a cause or a measure. */
export const unexplained = 'Chưa giải trình';

/** The words of a row's kind. */
export const kindWords: Readonly<Record<SlippingRow['kind'], string>> = {
  indicator: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
};

/** Every row that slips, worst first (design §7: cause, measure, who). */
export function slippingRows({ book, assessment, past }: ReportInput): readonly SlippingRow[] {
  const entered = enteredIn(book);
  const roadmaps = roadmapsById(book);
  const indicators = assessment.indicators
    .filter((row) => slippingIndicatorStatuses.has(row.status))
    .map((row): SlippingRow => {
      const { indicator, status } = row;
      const worst =
        row.parts.length === 0 ? null : (row.parts.find((part) => part.status === status) ?? null);
      const lineId = worst?.lineId ?? indicator.id;
      const line = entered.indicator(lineId);
      const deviation = worst?.deviation ?? row.deviation;
      const actual = figureOf(line, 'actual');
      const target = worst?.target ?? indicator.target;
      return {
        kind: 'indicator',
        id: indicator.id,
        code: indicator.code,
        name: indicator.name,
        lead: indicator.leadText,
        status: withSign(indicatorStatusWords[status]),
        howFar: joined([
          deviation === null ? null : `chậm ${formatNumber(Math.round(-deviation * 10) / 10)} điểm`,
          actual === null ? null : `đạt ${formatNumber(actual)}`,
          targetWords(indicator.name, worst?.partText ?? indicator.targetText),
        ]),
        since:
          status === 'missed'
            ? `Từ ${formatDate(endOfYear(indicator.horizon))}`
            : target === null
              ? ''
              : `Từ kỳ ${withinSentence(slippingSince(book, past, indicator, { lineId, target }, roadmaps.get(lineId)).name)}`,
        cause: wordsOf(line, 'cause'),
        measure: wordsOf(line, 'measure'),
        weight: indicatorStatuses.indexOf(status) * 1000 + (deviation ?? 0),
      };
    });
  const tasks = assessment.tasks
    .filter((row) => slippingTaskStatuses.has(row.status))
    .map((row): SlippingRow => {
      const { task, due } = row;
      const line = entered.task(task.id);
      const done = dayOf(line, 'done');
      const percent = figureOf(line, 'percent');
      const daysOver = row.daysLeft === null || done !== null ? 0 : -row.daysLeft;
      return {
        kind: 'task',
        id: task.id,
        code: task.code,
        name: task.name,
        lead: task.leadText,
        status: withSign(taskStatusWords[row.status]),
        howFar: joined([
          daysOver > 0 ? `quá hạn ${formatNumber(daysOver)} ngày` : null,
          done === null ? null : `hoàn thành ${formatDate(done)}`,
          percent === null || done !== null ? null : `mới đạt ${formatNumber(percent)}%`,
          due === null ? null : `hạn ${formatDate(due)}`,
        ]),
        since:
          row.status === 'slipping' || due === null
            ? `Từ kỳ ${withinSentence(book.settings.period.name)}`
            : `Từ ${formatDate(due)}`,
        cause: wordsOf(line, 'cause'),
        measure: wordsOf(line, 'measure'),
        weight: taskStatuses.indexOf(row.status) * 1000 + (row.daysLeft ?? 0),
      };
    });
  return [...indicators, ...tasks].sort((a, b) => a.weight - b.weight);
}

/** Enough of a target to know it by: the whole of it stands in the annex of indicators. */
const BRIEF = 45;

/** A target as the measure of a slip; none where the name of the row already says it in words. */
function targetWords(name: string, target: string | null): string | null {
  if (target === null || isNamedByTarget(name, target)) return null;
  if (!/\d/.test(target) && fold(name).includes(fold(target))) return null;
  return `mục tiêu\u00a0${shorten(target, BRIEF).replace(/([≥≤><]) (?=\d)/g, '$1\u00a0')}`;
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join('; ');
}

/** Lays out what slips: indicators, then tasks, worst first. */
export function slippingAnnex(
  input: ReportInput,
  rows: readonly SlippingRow[],
): PlacedAnnex<SlippingColumn> {
  const group = (kind: SlippingRow['kind'], code: string): AnnexLine[] => {
    const own = rows.filter((row) => row.kind === kind);
    return own.length === 0
      ? []
      : [
          { kind: 'section', code, title: `${kindWords[kind]} (${String(own.length)})` },
          ...own.map((row): AnnexLine => ({
            kind: 'row',
            id: row.id,
            contents: [
              text(row.code, 'textCentered'),
              text(row.name, 'text'),
              text(row.lead, 'text'),
              text(row.status, 'text'),
              text(row.howFar, 'text'),
              text(row.since, 'text'),
              text(row.cause ?? unexplained, row.cause === null ? 'textBold' : 'text'),
              text(row.measure ?? unexplained, row.measure === null ? 'textBold' : 'text'),
              text(kindWords[kind], 'trace'),
            ],
          })),
        ];
  };
  return annexSheet<SlippingColumn>({
    sheet: 'Phụ lục III - Chậm',
    table: 'PhuLuc3',
    title: 'PHỤ LỤC III\nCHỈ TIÊU, NHIỆM VỤ CHẬM: NGUYÊN NHÂN VÀ GIẢI PHÁP',
    subtitles: subtitlesOf(
      input,
      'Chỉ tiêu chậm so với tiến độ cần đạt, tính bằng điểm phần trăm của quãng từ giá trị gốc đến mục tiêu.',
    ),
    heads: [
      { key: 'code', words: 'TT', width: 6 },
      { key: 'name', words: 'Chỉ tiêu, nhiệm vụ', width: 32 },
      { key: 'lead', words: 'Cơ quan chịu trách nhiệm', width: 15 },
      { key: 'status', words: 'Trạng thái', width: 12 },
      { key: 'howFar', words: 'Mức chậm', width: 17 },
      { key: 'since', words: 'Chậm từ', width: 10 },
      { key: 'cause', words: 'Nguyên nhân', width: 28 },
      { key: 'measure', words: 'Giải pháp (ai, việc gì, bao giờ)', width: 30 },
      { key: 'kind', words: 'Loại', width: 10, machine: true },
    ],
    lines: [...group('indicator', 'I'), ...group('task', 'II')],
    whenEmpty: 'Không có chỉ tiêu, nhiệm vụ nào chậm.',
  });
}
