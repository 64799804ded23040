import {
  completenessOf,
  type Arrival,
  type Completeness,
} from '../../domain/collection/completeness';
import { arrivalWords } from '../../messages/collection';
import { emptyInput, numberInput, textInput } from '../shared/cells';
import { indicatorLooks, type StatusLook } from '../shared/looks';
import type { CellInput, SheetSpec } from '../spec';
import { completenessLayout, type CompletenessField } from './columns';
import type { TrackingContent } from './content';
import { statusFormats } from './lines';
import { placeTable, type PlacedColumn } from './place';
import { styles } from './styles';
import { headerRow, tableSheet, type LineCell } from './tableSheet';

const looks: Readonly<Record<Arrival, StatusLook>> = {
  onTime: indicatorLooks.met,
  late: indicatorLooks.attention,
  missing: indicatorLooks.alarm,
};

/** Who has sent what, for the period being reported and every period that has submissions. */
export function completenessIn({
  plan,
  registry,
  settings,
  history,
  log,
}: Pick<
  TrackingContent,
  'plan' | 'registry' | 'settings' | 'history' | 'log'
>): readonly Completeness[] {
  const reported = new Set(
    log.flatMap(({ action, period }) => (action === 'accepted' ? [period] : [])),
  );
  return settings.periods
    .filter(({ id }) => id === settings.period.id || reported.has(id))
    .toReversed()
    .flatMap((period) => completenessOf(plan, registry, period, history, log));
}

/** The sheet of who has sent. */
export function completenessSheet(content: TrackingContent): SheetSpec {
  const rows = completenessRows(completenessIn(content));
  const place = placeTable(completenessLayout, completenessLayout.columns, headerRow, rows.length);
  return tableSheet({
    content,
    place,
    title: 'TÌNH HÌNH NỘP BÁO CÁO',
    remark:
      'Mỗi dòng là một cơ quan phải báo cáo trong một kỳ. Sổ tự ghi lại mỗi lần tổng hợp bài nộp.',
    lines: rows.map((cells) => ({ field }: PlacedColumn<CompletenessField>): LineCell => ({
      value: field === null ? emptyInput : (cells.get(field) ?? emptyInput),
      style: field === 'arrival' ? styles.status : styles.plan,
    })),
    derived: true,
    frozenColumns: 3,
    tabColor: '4A4A4A',
    validations: [],
    conditionalFormats: statusFormats(
      place,
      'arrival',
      'arrival',
      (['onTime', 'late', 'missing'] as const).map((each) => [arrivalWords[each].vi, looks[each]]),
    ).filter((_, index) => index % 2 === 0),
  });
}

/** The lines of the table by field. */
export function completenessRows(
  rows: readonly Completeness[],
): readonly ReadonlyMap<CompletenessField, CellInput>[] {
  return rows.map(
    (row) =>
      new Map<CompletenessField, CellInput>([
        ['period', textInput(row.period)],
        ['agency', textInput(row.agency)],
        ['name', textInput(row.name)],
        ['arrival', textInput(arrivalWords[row.arrival].vi)],
        ['received', textInput(row.received)],
        ['file', textInput(row.file)],
        ['expected', numberInput(row.expected)],
        ['reported', numberInput(row.reported)],
        ['empty', numberInput(row.empty.length)],
        ['contact', textInput(row.contact)],
      ]),
  );
}
