import { entrySlots, type AssessedIndicator } from '../../domain/assessment/book';
import { measureOf, type IndicatorAssessment } from '../../domain/assessment/indicator';
import type { Indicator } from '../../domain/plan/plan';
import type { Target } from '../../domain/plan/target';
import { indicatorStatusWords, withSign } from '../../messages/words';
import { annexSheet, type AnnexLine, type PlacedAnnex } from './annex';
import { number, text, type Content } from './grid';
import { enteredIn, figureOf, subtitlesOf, wordsOf, type ReportInput } from './input';

/** The name of the indicator annex's sheet. */
export const indicatorsSheetName = 'Phụ lục I - Chỉ tiêu';

/** The 1-based column of the status in the indicator annex. */
export const indicatorStatusColumn = 10;

/** Actual over target, as a share; null where a share of the target says nothing. */
function shareOfTarget(
  actual: number | null,
  target: Target,
  pace: Indicator['pace'],
): number | null {
  const measure = measureOf(target, pace);
  if (actual === null || measure === null || measure.direction === -1 || measure.value <= 0)
    return null;
  return actual / measure.value;
}

/** Lays out the indicators with target, actual, progress and status, in the plan's order. */
export function indicatorsAnnex(input: ReportInput): PlacedAnnex {
  const { book, assessment } = input;
  const entered = enteredIn(book);
  const assessed = new Map(assessment.indicators.map((row) => [row.indicator.id, row]));

  const resultCells = (
    lineId: string,
    target: Target,
    indicator: Indicator,
    result: IndicatorAssessment,
  ): Content[] => {
    const line = entered.indicator(lineId);
    const actual = figureOf(line, 'actual');
    const told = wordsOf(line, 'actual') ?? wordsOf(line, 'judgement');
    const estimated = wordsOf(line, 'estimated') !== null;
    return [
      actual === null ? text(told, 'textCentered') : number(actual, 'number'),
      text(estimated ? 'Ước' : null, 'textCentered'),
      number(shareOfTarget(actual, target, indicator.pace), 'share'),
      number(result.progress, 'share'),
      number(result.due, 'share'),
      text(withSign(indicatorStatusWords[result.status]), 'text'),
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
    const head = [
      text(indicator.code, 'textCentered'),
      text(indicator.name, 'text'),
      text(indicator.unit, 'textCentered'),
      text(indicator.targetText, 'textCentered'),
    ];
    const lead = text(indicator.leadText, 'text');
    if (!row) {
      if (indicator.isGroup)
        lines.push({ kind: 'section', code: indicator.code, title: indicator.name });
      continue;
    }
    lines.push({ kind: 'row', contents: rowContents(row, head, lead, resultCells, entered) });
    const slots = row.parts.length > 0 ? entrySlots(indicator) : [];
    for (const [index, slot] of slots.entries()) {
      const part = row.parts[index];
      if (!part) continue;
      const line = entered.indicator(slot.lineId);
      lines.push({
        kind: 'row',
        contents: [
          text(null, 'textCentered'),
          text(`– ${slot.partText ?? ''}`, 'text'),
          text(indicator.unit, 'textCentered'),
          text(slot.partText, 'textCentered'),
          ...resultCells(slot.lineId, slot.target, indicator, part),
          text(null, 'text'),
          text(wordsOf(line, 'source'), 'text'),
        ],
      });
    }
  }

  return annexSheet({
    sheet: indicatorsSheetName,
    title: 'PHỤ LỤC I\nKẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU',
    subtitles: subtitlesOf(input),
    heads: [
      { words: 'TT', width: 6 },
      { words: 'Chỉ tiêu', width: 36 },
      { words: 'Đơn vị tính', width: 11 },
      { words: 'Mục tiêu', width: 17 },
      { words: 'Thực hiện', width: 10 },
      { words: 'Ước', width: 5 },
      { words: '% so với mục tiêu', width: 8 },
      { words: 'Tiến độ đã đạt', width: 8 },
      { words: 'Tiến độ cần đạt', width: 8 },
      { words: 'Trạng thái', width: 14 },
      { words: 'Cơ quan chủ trì', width: 18 },
      { words: 'Nguồn số liệu', width: 20 },
    ],
    lines,
    whenEmpty: 'Kế hoạch không có bảng chỉ tiêu.',
  });
}

function rowContents(
  row: AssessedIndicator,
  head: readonly Content[],
  lead: Content,
  resultCells: (
    lineId: string,
    target: Target,
    indicator: Indicator,
    result: IndicatorAssessment,
  ) => Content[],
  entered: ReturnType<typeof enteredIn>,
): Content[] {
  const { indicator } = row;
  const source = wordsOf(entered.indicator(indicator.id), 'source');
  const single = row.parts.length === 0 ? indicator.target : null;
  const results = single
    ? resultCells(indicator.id, single, indicator, row)
    : [
        ...Array.from({ length: 5 }, () => text(null, 'textCentered')),
        text(withSign(indicatorStatusWords[row.status]), 'text'),
      ];
  return [...head, ...results, lead, text(source, 'text')];
}
