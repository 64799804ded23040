import { numberInput, formulaInput } from '../shared/cells';
import { formats } from '../shared/looks';
import { oneCell } from '../shared/references';
import type { CellSpec, NameSpec, SheetSpec } from '../spec';
import { trackingNames } from '../tracking/columns';
import { chunked, dateMarkFormula, hiddenSheet } from '../tracking/identity';
import { styles } from '../tracking/styles';
import { formIdentity, formIdentityKeys, formSheets } from './columns';
import { formRows, type FormContent } from './content';

const MARK_COLUMN = 3;

/** Settings that formulas of a form look up, on rows of the hidden sheet from this one on. */
const FIRST_SETTING = 5;

/** The text of the identity's defined name: kind, version, plan, agency, period. */
export function formIdentityText({ content, agency, period }: FormContent): string {
  const { kind, formatVersion } = formIdentity;
  return [kind, String(formatVersion), content.plan.id, agency.id, period.id].join('/');
}

function settings({
  content: { settings: set },
}: FormContent): readonly (readonly [string, number])[] {
  return [
    [trackingNames.bandAttention, set.bands.attention],
    [trackingNames.bandAtRisk, set.bands.atRisk],
    [trackingNames.bandAlarm, set.bands.alarm],
    [trackingNames.dueSoonDays, set.dueSoonDays],
  ];
}

/** The very hidden sheet of a form: whose it is, for which period, with which rows. */
export function formIdentitySheet(form: FormContent): SheetSpec {
  const { content, agency, period } = form;
  const rows: readonly (readonly [string, string])[] = [
    [formIdentityKeys.kind, formIdentity.kind],
    [formIdentityKeys.formatVersion, String(formIdentity.formatVersion)],
    [formIdentityKeys.planId, content.plan.id],
    [formIdentityKeys.agency, agency.id],
    [formIdentityKeys.period, period.id],
    [formIdentityKeys.sample, content.sample ? 'true' : 'false'],
    ...chunked(JSON.stringify(formRows(form))).map(
      (chunk) => [formIdentityKeys.rows, chunk] as const,
    ),
  ];
  const day = { numberFormat: formats.day };
  return hiddenSheet(formSheets.identity, rows, [
    {
      row: 1,
      column: MARK_COLUMN,
      value: { kind: 'date', date: content.settings.asOf },
      style: day,
    },
    { row: 2, column: MARK_COLUMN, value: numberInput(1), style: {} },
    {
      row: 3,
      column: MARK_COLUMN,
      value: formulaInput(dateMarkFormula, 'D4'),
      style: styles.plain,
    },
    ...settings(form).map(([, value], index): CellSpec => ({
      row: FIRST_SETTING + index,
      column: MARK_COLUMN,
      value: numberInput(value),
      style: {},
    })),
  ]);
}

/** The defined names of a form's identity and settings. */
export function formNames(form: FormContent): readonly NameSpec[] {
  const at = (name: string, row: number): NameSpec => ({
    kind: 'range',
    name,
    sheet: formSheets.identity,
    range: oneCell(row, MARK_COLUMN),
  });
  return [
    { kind: 'text', name: trackingNames.identity, text: formIdentityText(form) },
    at(trackingNames.dateMark, 3),
    ...settings(form).map(([name], index) => at(name, FIRST_SETTING + index)),
  ];
}
