import { measureOf, type Measure } from '../../domain/assessment/indicator';
import type { IndicatorField, RoadmapField } from '../../domain/book';
import { yearOf } from '../../domain/dates';
import type { Plan } from '../../domain/plan/plan';
import { emptyInput, numberInput, textInput } from '../shared/cells';
import type { CellInput, SheetSpec, StyleSpec } from '../spec';
import { roadmapLayout } from './columns';
import type { EntryInput, TrackingContent } from './content';
import { milestoneHeader, roadmapFormulas, type Places } from './formulas';
import { indicatorLines, lineResults, type IndicatorLine } from './indicators';
import { dayRule, entryCell, formulaCell, numberRule } from './lines';
import type { PlacedColumn, PlacedTable } from './place';
import { resultsOf } from './results';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/** A line of the roadmap: an entry line that is measured by a number. */
type RoadmapLine = IndicatorLine & { readonly measure: Measure };

/** The lines of the roadmap in their order: every entry line whose target is a number. */
export function roadmapLines(plan: Plan): readonly RoadmapLine[] {
  return indicatorLines(plan).flatMap((line): readonly RoadmapLine[] => {
    const measure = line.slot ? measureOf(line.slot.target, line.indicator.pace) : null;
    return measure ? [{ ...line, measure }] : [];
  });
}

/** Years that every roadmap has a column of its own for; later ones stand five years apart. */
const YEARS_ONE_BY_ONE = 10;

/**
 * The years a milestone can be set for: each year from the plan's (or the as-of year) on, every
 * fifth year after ten of them, up to the year before the last target; and any year that already
 * has a milestone.
 */
export function milestoneYears({ plan, settings, roadmap }: TrackingContent): readonly number[] {
  const first = yearOf(plan.documentDate ?? settings.asOf);
  const last = Math.max(first, ...plan.indicators.map((indicator) => indicator.horizon)) - 1;
  const years = new Set<number>();
  for (let year = first; year <= last; year += 1)
    if (year < first + YEARS_ONE_BY_ONE || year % 5 === 0) years.add(year);
  for (const { milestones } of roadmap.values())
    for (const year of milestones.keys()) years.add(year);
  return [...years].sort((a, b) => a - b);
}

/**
 * The roadmap's columns, with the milestone years between baseline and expected value. Years from
 * the first target year on serve the few later targets only, and start folded away.
 */
export function roadmapColumns(
  plan: Plan,
  years: readonly number[],
): readonly PlacedColumn<RoadmapField>[] {
  const fixed: readonly PlacedColumn<RoadmapField>[] = roadmapLayout.columns;
  const after = fixed.findIndex((column) => column.field === 'baselineDate') + 1;
  const firstTarget = Math.min(...plan.indicators.map((indicator) => indicator.horizon));
  return [
    ...fixed.slice(0, after),
    ...years.map((year): PlacedColumn<RoadmapField> => ({
      field: null,
      header: milestoneHeader(year),
      role: 'input',
      width: 9,
      ...(year >= firstTarget ? { folded: true } : {}),
    })),
    ...fixed.slice(after),
  ];
}

/** The sheet of baselines and milestones. */
export function roadmapSheet(
  content: TrackingContent,
  places: Places,
  years: readonly number[],
): SheetSpec {
  const place = places.roadmap;
  const results = lineResults(resultsOf(withFigures(content)));
  const byHeader = new Map(years.map((year) => [milestoneHeader(year), year]));
  const yearColumns: PlacedTable<RoadmapField>['columns'] = place.columns.filter(
    (column) => column.field === null,
  );
  const firstYear = place.columns.findIndex((column) => column.field === null) + 1;
  const value = { min: -1e12, max: 1e12 };
  const numberError = 'Ô này chỉ nhận một số, đúng đơn vị của chỉ tiêu.';
  return tableSheet({
    content,
    place,
    title: 'LỘ TRÌNH: GIÁ TRỊ GỐC VÀ CÁC MỐC',
    remark:
      'Nhập giá trị gốc, ngày gốc và các mốc cuối năm (nếu có). Chưa có giá trị gốc thì chỉ tiêu chưa đạt được xếp “Chưa có lộ trình”. Chỉ tiêu hằng năm phải đạt đủ mỗi năm nên không cần giá trị gốc.',
    lines: roadmapLines(content.plan).map((line, index) => {
      const formulas = roadmapFormulas(place.firstRow + index, place, years);
      const typed = content.roadmap.get(line.id);
      const expected = expectedValue(
        typed?.baseline ?? null,
        line,
        results.get(line.id)?.due ?? null,
      );
      return ({ field, header }: PlacedColumn<RoadmapField>): LineCell => {
        const annual = line.indicator.pace === 'annual';
        if (field === null)
          return entryCell(
            typed?.milestones.get(byHeader.get(header) ?? 0),
            annual || (byHeader.get(header) ?? 0) >= line.indicator.horizon
              ? styles.closed
              : styles.inputNumber,
          );
        if (field === 'baseline' || field === 'baselineDate') {
          const input = typed?.[field] ?? undefined;
          const open = field === 'baseline' ? styles.inputNumber : styles.inputDay;
          return entryCell(input, annual ? styles.closed : open);
        }
        if (formulas.has(field))
          return formulaCell(
            formulas,
            field,
            field === 'expected' ? expected : null,
            field === 'expected' ? styles.derivedMeasure : machineStyle(field),
          );
        return { value: planValue(field, line), style: planStyle(field, line) };
      };
    }),
    frozenColumns: 3,
    tabColor: '7A5C00',
    validations: [
      numberRule(place, 'baseline', value, {
        title: 'Giá trị gốc',
        prompt: 'Giá trị đã biết trước khi thực hiện kế hoạch, đúng đơn vị của chỉ tiêu.',
        error: numberError,
      }),
      dayRule(place, 'baselineDate', 'Ngày gốc', 'Ngày của giá trị gốc.'),
      ...(yearColumns.length === 0
        ? []
        : [
            {
              range: {
                top: place.firstRow,
                left: firstYear,
                bottom: place.lastRow,
                right: firstYear + yearColumns.length - 1,
              },
              rule: { kind: 'decimal', ...value },
              severity: 'stop',
              promptTitle: 'Mốc cuối năm',
              prompt: 'Giá trị cần đạt vào 31/12 của năm này. Không có mốc riêng thì để trống.',
              errorTitle: 'Giá trị không hợp lệ',
              error: numberError,
            } as const,
          ]),
    ],
    conditionalFormats: [],
  });
}

/** The content as if every line had a figure: the domain says what is due only beside one. */
function withFigures(content: TrackingContent): TrackingContent {
  const figure = new Map<IndicatorField, EntryInput>([['actual', 0]]);
  const lines = roadmapLines(content.plan);
  return { ...content, indicatorEntries: new Map(lines.map(({ id }) => [id, figure])) };
}

/** The value expected at the as-of date, in the indicator's unit; "" where nothing is. */
function expectedValue(
  baseline: EntryInput | null,
  { measure }: RoadmapLine,
  due: number | null,
): number | string {
  if (due === null) return '';
  if (due === 1 || typeof baseline !== 'number') return measure.value;
  return baseline + due * (measure.value - baseline);
}

function planValue(field: RoadmapField, line: RoadmapLine): CellInput {
  const { indicator, slot, measure } = line;
  switch (field) {
    case 'id':
      return textInput(line.id);
    case 'code':
      return textInput(indicator.code);
    case 'name':
      return textInput(slot?.partText ? `${indicator.name}: ${slot.partText}` : indicator.name);
    case 'target':
      return textInput(slot?.partText ?? indicator.targetText);
    case 'horizon':
      return numberInput(indicator.horizon);
    case 'targetValue':
      return numberInput(measure.value);
    case 'direction':
      return numberInput(measure.direction);
    case 'pace':
      return textInput(indicator.pace);
    default:
      return emptyInput;
  }
}

function planStyle(field: RoadmapField, { kind }: RoadmapLine): StyleSpec {
  switch (field) {
    case 'id':
    case 'code':
    case 'horizon':
      return styles.planCentre;
    case 'name':
      return kind === 'part' ? styles.part : styles.plan;
    case 'target':
      return styles.plan;
    default:
      return styles.machine;
  }
}

function machineStyle(field: RoadmapField): StyleSpec {
  return field === 'before' || field === 'after' ? styles.machineDay : styles.machine;
}
