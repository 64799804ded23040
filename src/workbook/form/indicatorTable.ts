import type { BookAssessment } from '../../domain/assessment/book';
import { measureOf } from '../../domain/assessment/indicator';
import type { IndicatorField } from '../../domain/book';
import { roadmapsById } from '../../domain/entries';
import { emptyInput, numberInput, textInput } from '../shared/cells';
import { withStyle } from '../shared/looks';
import type { CellInput, SheetSpec } from '../spec';
import { indicatorStatusFormulas } from '../tracking/formulas';
import {
  indicatorDerivedResult,
  indicatorDerivedStyle,
  indicatorInputStyle,
  indicatorLines,
  indicatorPlanStyle,
  indicatorPlanValue,
  indicatorRules,
  lineResults,
  type IndicatorLine,
} from '../tracking/indicators';
import { entryCell, formulaCell } from '../tracking/lines';
import { fieldCell, ownRange, type PlacedColumn, type PlacedTable } from '../tracking/place';
import { bookOf } from '../tracking/results';
import { styles } from '../tracking/styles';
import { tableSheet, type LineCell } from '../tracking/tableSheet';
import { roadOf, type Road } from './road';
import type { FormContent } from './content';

/**
 * The indicators of a form. Formulas are those of the tracking workbook; what they look up there
 * on other sheets stands as values here, worked out for the period's cut-off.
 */
export function indicatorTable(
  form: FormContent,
  place: PlacedTable<IndicatorField>,
  assessment: BookAssessment,
): SheetSpec {
  const { content, previous } = form;
  const results = lineResults(assessment);
  const roads = roadmapsById(bookOf(content));
  return tableSheet({
    content,
    place,
    title: `CHỈ TIÊU – ${form.agency.name}`,
    remark: null,
    lines: indicatorLines(content.plan).map((line, index) => {
      const row = place.firstRow + index;
      const formulas = indicatorStatusFormulas(
        (field) => fieldCell(place, field, row),
        (field) => ownRange(place, field),
      );
      const road = roadOf(line, roads.get(line.id), content.settings.asOf);
      return ({ field }: PlacedColumn<IndicatorField>): LineCell => {
        if (field === null) return { value: emptyInput, style: styles.plain };
        if (field === 'previous')
          return entryCell(
            previous(line.id, line.slot && !measured(line) ? 'judgement' : 'actual') ?? undefined,
            heading(line) ? styles.group : withStyle(styles.derivedNumber, {}),
          );
        const given = roadValue(field, road);
        if (given) return { value: given, style: styles.machine };
        if (formulas.has(field))
          return formulaCell(
            formulas,
            field,
            indicatorDerivedResult(field, results.get(line.id) ?? null, ''),
            field === 'status' ? indicatorDerivedStyle(field, line) : styles.machine,
          );
        const planned = indicatorPlanValue(field, line);
        if (planned) return { value: planned, style: indicatorPlanStyle(field, line) };
        return { value: emptyInput, style: indicatorInputStyle(field, line) };
      };
    }),
    frozenColumns: 3,
    pagesAcross: 2,
    tabColor: '7A5C00',
    ...indicatorRules(place),
  });
}

function measured({ slot, indicator }: IndicatorLine): boolean {
  return slot !== null && measureOf(slot.target, indicator.pace) !== null;
}

function heading({ kind, indicator }: IndicatorLine): boolean {
  return kind === 'heading' && indicator.isGroup;
}

function roadValue(field: IndicatorField, road: Road | null): CellInput | null {
  switch (field) {
    case 'roadMode':
      return textInput(road?.mode ?? null);
    case 'roadBase':
      return numberOrNothing(road?.base ?? null);
    case 'roadExpected':
      return numberOrNothing(road?.expected ?? null);
    default:
      return null;
  }
}

function numberOrNothing(value: number | null): CellInput {
  return value === null ? emptyInput : numberInput(value);
}
