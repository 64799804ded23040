import { entrySlots, type BookAssessment, type EntrySlot } from '../../domain/assessment/book';
import { measureOf, type IndicatorAssessment } from '../../domain/assessment/indicator';
import { indicatorStatuses } from '../../domain/assessment/status';
import type { IndicatorField } from '../../domain/book';
import type { Indicator, Plan } from '../../domain/plan/plan';
import { emptyInput, numberInput, textInput } from '../shared/cells';
import { indicatorLooks, withStyle } from '../shared/looks';
import { indicatorStatusText, judgementWords } from '../shared/rules';
import type { CellInput, SheetSpec, StyleSpec } from '../spec';
import type { TrackingContent } from './content';
import { indicatorFormulas, ownLine, type Places } from './formulas';
import {
  entryCell,
  faultFormat,
  formulaCell,
  idList,
  listRule,
  numberRule,
  statusFormats,
} from './lines';
import { fieldCell, type PlacedColumn, type PlacedTable } from './place';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/**
 * A line of the indicator table: a heading, an indicator, or a part of a composite target under
 * its indicator.
 */
export type IndicatorLine = {
  readonly id: string;
  readonly indicator: Indicator;
  readonly kind: 'heading' | 'single' | 'composite' | 'part';
  /** What is entered on the line; null for headings and composite indicators. */
  readonly slot: EntrySlot | null;
};

/** The lines of the indicator table in their order. */
export function indicatorLines(plan: Plan): readonly IndicatorLine[] {
  return plan.indicators.flatMap((indicator): readonly IndicatorLine[] => {
    const slots = entrySlots(indicator);
    const { id } = indicator;
    if (indicator.target?.kind === 'composite' && slots.length > 0)
      return [
        { id, indicator, kind: 'composite', slot: null },
        ...slots.map((slot): IndicatorLine => ({ id: slot.lineId, indicator, kind: 'part', slot })),
      ];
    const [slot] = slots;
    return [{ id, indicator, kind: slot ? 'single' : 'heading', slot: slot ?? null }];
  });
}

/** What the domain says of a line; null for lines without a status. */
export function lineResults(assessment: BookAssessment): ReadonlyMap<string, IndicatorAssessment> {
  return new Map(
    assessment.indicators.flatMap((row): [string, IndicatorAssessment][] => [
      [row.indicator.id, row],
      ...row.parts.map((part): [string, IndicatorAssessment] => [part.lineId, part]),
    ]),
  );
}

/** The sheet of indicators. */
export function indicatorSheet(
  content: TrackingContent,
  places: Places,
  assessment: BookAssessment,
): SheetSpec {
  const place = places.indicators;
  const results = lineResults(assessment);
  const previous = lastReported(content);
  const lines = indicatorLines(content.plan);
  return tableSheet({
    content,
    place,
    title: 'THEO DÕI CHỈ TIÊU',
    remark: null,
    lines: lines.map((line, index) => {
      const formulas = indicatorFormulas(place.firstRow + index, places);
      const typed = content.indicatorEntries.get(line.id);
      const result = results.get(line.id) ?? null;
      return ({ field }: PlacedColumn<IndicatorField>): LineCell => {
        if (field === null) return { value: emptyInput, style: styles.plain };
        if (formulas.has(field))
          return formulaCell(
            formulas,
            field,
            indicatorDerivedResult(field, result, previous.get(line.id) ?? ''),
            indicatorDerivedStyle(field, line),
          );
        const planned = indicatorPlanValue(field, line);
        if (planned) return { value: planned, style: indicatorPlanStyle(field, line) };
        return entryCell(typed?.get(field), indicatorInputStyle(field, line));
      };
    }),
    frozenColumns: 3,
    pagesAcross: 2,
    tabColor: '7A5C00',
    ...indicatorRules(place),
  });
}

/** What may be typed into the input columns of indicators, and the colours of faults and statuses. */
export function indicatorRules<F extends string>(
  place: PlacedTable<F | IndicatorField>,
): Pick<SheetSpec, 'validations' | 'conditionalFormats'> {
  return {
    validations: [
      numberRule(
        place,
        'actual',
        { min: -1e12, max: 1e12 },
        {
          title: 'Thực hiện',
          prompt:
            'Nhập một số, đúng đơn vị của chỉ tiêu. Tỷ lệ 85,5 % nhập là 85,5. Không ghi chữ, không ghi đơn vị; chưa có số liệu thì để trống.',
          error: 'Ô này chỉ nhận một số. Ghi chú bằng chữ vào cột Ghi chú.',
        },
      ),
      listRule(place, 'estimated', ['Có'], {
        title: 'Ước thực hiện',
        prompt: 'Chọn “Có” khi số liệu là số ước, chưa phải số chính thức.',
      }),
      listRule(place, 'judgement', [...judgementWords.keys()], {
        title: 'Đánh giá định tính',
        prompt:
          'Chỉ dùng cho mục tiêu không đo bằng số: chọn mức đạt được và ghi căn cứ vào cột Nguồn số liệu.',
      }),
    ],
    conditionalFormats: [
      faultFormat(place, 'actual', `$${fieldCell(place, 'reading', place.firstRow)}=2`),
      ...statusFormats(
        place,
        'status',
        'id',
        indicatorStatuses.map((status) => [indicatorStatusText(status), indicatorLooks[status]]),
      ),
    ],
  };
}

/** The value last reported for each line in the period before the current one. */
function lastReported(content: TrackingContent): ReadonlyMap<string, string | number> {
  const { periods, period } = content.settings;
  const before = periods[periods.findIndex((each) => each.id === period.id) - 1];
  const values = new Map<string, string | number>();
  for (const figure of content.history)
    if (figure.period === before?.id && figure.field === 'actual' && !values.has(figure.row))
      values.set(figure.row, figure.value);
  return values;
}

/** What the plan says in a field of a line; null for a field that is none of the plan's. */
export function indicatorPlanValue(field: IndicatorField, line: IndicatorLine): CellInput | null {
  const { indicator, slot, kind } = line;
  const measure = slot ? measureOf(slot.target, indicator.pace) : null;
  switch (field) {
    case 'id':
      return textInput(line.id);
    case 'code':
      return textInput(indicator.code);
    case 'name':
      return textInput(slot?.partText ?? indicator.name);
    case 'unit':
      return textInput(indicator.unit);
    case 'target':
      return textInput(slot?.partText ?? indicator.targetText);
    case 'horizon':
      return numberInput(indicator.horizon);
    case 'lead':
      return textInput(indicator.leadText);
    case 'targetKind':
      if (kind === 'composite') return textInput('composite');
      return textInput(slot && !measure ? 'qualitative' : (slot?.target.kind ?? null));
    case 'targetValue':
      if (kind === 'composite') return numberInput(entrySlots(indicator).length);
      return measure ? numberInput(measure.value) : emptyInput;
    case 'targetTop':
      return slot?.target.kind === 'range' ? numberInput(slot.target.max) : emptyInput;
    case 'direction':
      return measure ? numberInput(measure.direction) : emptyInput;
    case 'strict':
      return measure ? numberInput(measure.strict ? 1 : 0) : emptyInput;
    case 'pace':
      return textInput(indicator.pace);
    case 'partOf':
      if (kind === 'part') return textInput(indicator.id);
      return textInput(kind === 'heading' ? null : ownLine);
    case 'leadIds':
      return idList(indicator.leads);
    default:
      return null;
  }
}

/** How a field of the plan looks. */
export function indicatorPlanStyle(
  field: IndicatorField,
  { kind, indicator }: IndicatorLine,
): StyleSpec {
  switch (field) {
    case 'targetKind':
    case 'targetValue':
    case 'targetTop':
    case 'direction':
    case 'strict':
    case 'pace':
    case 'partOf':
    case 'leadIds':
      return styles.machine;
    default:
      break;
  }
  if (kind === 'heading' && indicator.isGroup)
    return field === 'name' || field === 'target' ? styles.group : styles.groupCentre;
  if (field === 'name') {
    if (kind === 'part') return styles.part;
    return indicator.parent === null ? styles.plan : withStyle(styles.plan, { indent: 1 });
  }
  return field === 'target' || field === 'lead' ? styles.plan : styles.planCentre;
}

/** Which input cells a line has: none on headings, a number or a judgement on the others. */
export function indicatorInputStyle(
  field: IndicatorField,
  { kind, slot, indicator }: IndicatorLine,
): StyleSpec {
  if (kind === 'heading' && indicator.isGroup)
    return field === 'note' ? withStyle(styles.group, { locked: false }) : styles.group;
  if (field === 'note') return styles.input;
  if (!slot) return styles.closed;
  const measured = measureOf(slot.target, indicator.pace) !== null;
  switch (field) {
    case 'actual':
      return measured ? styles.inputNumber : styles.closed;
    case 'estimated':
      return measured ? styles.inputCentre : styles.closed;
    case 'judgement':
      return measured ? styles.closed : styles.input;
    default:
      return styles.input;
  }
}

/** How a formula's field looks. */
export function indicatorDerivedStyle(
  field: IndicatorField,
  { kind, indicator }: IndicatorLine,
): StyleSpec {
  const heading = kind === 'heading' && indicator.isGroup;
  switch (field) {
    case 'previous':
      return heading ? styles.group : styles.derivedNumber;
    case 'progress':
    case 'due':
      return heading ? styles.group : styles.derivedShare;
    case 'deviation':
      return heading ? styles.group : styles.derivedPoints;
    case 'status':
      return heading ? styles.group : styles.status;
    default:
      return styles.machine;
  }
}

/** The domain's result beside a formula; null for what only formulas compute. */
export function indicatorDerivedResult(
  field: IndicatorField,
  result: IndicatorAssessment | null,
  previous: string | number,
): string | number | null {
  switch (field) {
    case 'previous':
      return previous;
    case 'progress':
      return result?.progress ?? '';
    case 'due':
      return result?.due ?? '';
    case 'deviation':
      return result?.deviation ?? '';
    case 'status':
      return result ? indicatorStatusText(result.status) : '';
    default:
      return null;
  }
}
