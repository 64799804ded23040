import { entrySlots, type AssessedIndicator, type EntrySlot } from '../../domain/assessment/book';
import { forecastOf } from '../../domain/assessment/forecast';
import { measureOf, type IndicatorAssessment } from '../../domain/assessment/indicator';
import { figureKind } from '../../domain/checks/support/figureKind';
import { endOfYear, yearOf } from '../../domain/dates';
import { roadmapsById } from '../../domain/entries';
import type { Indicator } from '../../domain/plan/plan';
import { indicatorStatusWords, withSign } from '../../messages/words';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { linked, number, text, type Content } from './grid';
import {
  enteredIn,
  figureOf,
  idList,
  isNamedByTarget,
  subtitlesOf,
  wordsOf,
  type ReportInput,
} from './input';
import type { SourceColumn } from './sourcesAnnex';

/** The columns of the indicator annex. */
export type IndicatorColumn =
  | 'code'
  | 'name'
  | 'unit'
  | 'target'
  | 'before'
  | 'actual'
  | 'change'
  | 'forecast'
  | 'ofTarget'
  | 'ofDue'
  | 'status'
  | 'lead'
  | 'source'
  | 'row'
  | 'leads';

/** The figures of one entry line, from the last period's to per cent of due progress. */
type Figures = readonly [
  before: Content,
  actual: Content,
  change: Content,
  forecast: Content,
  ofTarget: Content,
  ofDue: Content,
];

const noFigures: Figures = [
  text(null, 'text'),
  text(null, 'text'),
  text(null, 'text'),
  text(null, 'text'),
  text(null, 'text'),
  text(null, 'text'),
];

/** Lays out the indicators with target, actual, forecast and status, in the plan's order. */
export function indicatorsAnnex(
  input: ReportInput,
  sources: PlacedAnnex<SourceColumn>,
): PlacedAnnex<IndicatorColumn> {
  const { book, assessment, past } = input;
  const entered = enteredIn(book);
  const roadmaps = roadmapsById(book);
  const assessed = new Map(assessment.indicators.map((row) => [row.indicator.id, row]));
  const [lastPeriod] = past;
  const isNewYear =
    lastPeriod !== undefined && yearOf(lastPeriod.period.to) < yearOf(book.settings.period.to);
  /** What the period added; of what is due anew every year the year's first period adds all. */
  const inPeriod = (indicator: Indicator, actual: number, before: number): number | null => {
    if (indicator.pace !== 'annual' || !isNewYear) return rounded(actual - before);
    return indicator.unit?.includes('%') ? null : actual;
  };

  const figuresOf = (
    indicator: Indicator,
    slot: EntrySlot,
    { progress, due }: IndicatorAssessment,
  ): Figures => {
    const line = entered.indicator(slot.lineId);
    const actual = figureOf(line, 'actual');
    const told = wordsOf(line, 'actual') ?? wordsOf(line, 'judgement');
    const source = (content: Content): Content =>
      linked(content, sources.spec.name, sources.cell(slot.lineId, 'value'));
    const last = lastPeriod?.value(slot.lineId, 'actual') ?? null;
    const before = typeof last === 'number' ? last : null;
    if (actual === null)
      return [
        number(before, 'number'),
        text(told, 'textCentered'),
        ...([
          text(null, 'text'),
          text(null, 'text'),
          text(null, 'text'),
          text(null, 'text'),
        ] as const),
      ];
    const measure = measureOf(slot.target, indicator.pace);
    const share = measure?.direction === 1 && measure.value > 0 ? actual / measure.value : null;
    const kind = figureKind(indicator, slot);
    const forecast =
      kind && indicator.pace === 'level'
        ? forecastOf(
            kind,
            roadmaps.get(slot.lineId)?.baseline ?? null,
            { date: assessment.asOf, value: actual },
            endOfYear(indicator.horizon),
          )
        : null;
    const isEstimate = wordsOf(line, 'estimated') !== null;
    return [
      number(before, 'number'),
      source(number(actual, isEstimate ? 'estimate' : 'number')),
      number(before === null ? null : inPeriod(indicator, actual, before), 'change'),
      number(forecast === null ? null : readable(forecast), 'number'),
      number(share, 'share'),
      number(progress === null || due === null || due <= 0 ? null : progress / due, 'pace'),
    ];
  };

  const lines: AnnexLine[] = [];
  let horizon: number | null = null;
  for (const indicator of book.plan.indicators) {
    if (indicator.horizon !== horizon) {
      horizon = indicator.horizon;
      lines.push({ kind: 'section', code: '', title: `Đến năm ${String(horizon)}` });
    }
    const row = assessed.get(indicator.id);
    if (!row) {
      if (indicator.isGroup)
        lines.push({ kind: 'section', code: indicator.code, title: indicator.name });
      continue;
    }
    const slots = entrySlots(indicator);
    const [only] = slots;
    const single = row.parts.length === 0 && only ? figuresOf(indicator, only, row) : noFigures;
    const source = wordsOf(entered.indicator(indicator.id), 'source');
    lines.push({
      kind: 'row',
      id: indicator.id,
      contents: [
        text(indicator.code, 'textCentered'),
        text(indicator.name, 'text'),
        text(indicator.unit, 'textCentered'),
        text(targetBeside(indicator), 'textCentered'),
        ...single,
        status(row),
        text(indicator.leadText, 'text'),
        text(source, 'text'),
        text(indicator.id, 'trace'),
        text(idList(indicator.leads), 'trace'),
      ],
    });
    row.parts.forEach((part) => {
      lines.push({
        kind: 'row',
        id: part.lineId,
        contents: [
          text(null, 'textCentered'),
          text(`– ${part.partText ?? ''}`, 'text'),
          text(indicator.unit, 'textCentered'),
          text(part.partText, 'textCentered'),
          ...figuresOf(indicator, part, part),
          status(part),
          text(null, 'text'),
          text(wordsOf(entered.indicator(part.lineId), 'source'), 'text'),
          text(null, 'trace'),
          text(null, 'trace'),
        ],
      });
    });
  }

  return annexSheet<IndicatorColumn>({
    sheet: 'Phụ lục I - Chỉ tiêu',
    table: 'PhuLuc1',
    title: 'PHỤ LỤC I\nKẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
    subtitles: subtitlesOf(
      input,
      'Thực hiện là số lũy kế đến kỳ báo cáo; “(ước)” là số ước thực hiện; dự báo là mức đạt vào cuối năm đích nếu giữ nhịp từ giá trị gốc đến nay; “kém gốc” là kém giá trị gốc.',
    ),
    heads: [
      { key: 'code', words: 'TT', width: 5.5 },
      { key: 'name', words: 'Chỉ tiêu', width: 29 },
      { key: 'unit', words: 'Đơn vị tính', width: 8 },
      { key: 'target', words: 'Mục tiêu', width: 12.5 },
      { key: 'before', words: 'Lũy kế kỳ trước', width: 8 },
      { key: 'actual', words: 'Thực hiện lũy kế', width: 10 },
      { key: 'change', words: 'Trong kỳ (tăng, giảm)', width: 8.5 },
      { key: 'forecast', words: 'Dự báo đến năm đích', width: 9 },
      { key: 'ofTarget', words: '% so với mục tiêu', width: 9 },
      { key: 'ofDue', words: '% so với tiến độ cần đạt', width: 9 },
      { key: 'status', words: 'Trạng thái', width: 12 },
      { key: 'lead', words: 'Cơ quan chủ trì', width: 14 },
      { key: 'source', words: 'Nguồn số liệu', width: 16 },
      { key: 'row', words: 'Mã', width: 10, machine: true },
      { key: 'leads', words: 'Mã cơ quan', width: 12, machine: true },
    ],
    lines,
    whenEmpty: 'Kế hoạch không có bảng chỉ tiêu.',
  });
}

/** A target's words, or that the name beside them says it. */
function targetBeside({ name, targetText }: Indicator): string | null {
  return targetText !== null && isNamedByTarget(name, targetText) ? 'Như tên chỉ tiêu' : targetText;
}

function status({ status: of }: Pick<AssessedIndicator, 'status'>): Content {
  return text(withSign(indicatorStatusWords[of]), 'text');
}

/** A forecast is no more exact than three digits: 81,9; 0,62. Whole numbers stay whole. */
function readable(value: number): number {
  const scale = 10 ** Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value) || 1)));
  return Math.round(value * scale) / scale;
}

/** Without the last digits that differences of decimals leave behind. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
