import type {
  ConditionalFormatSpec,
  RangeSpec,
  SheetSpec,
  ValidationSpec,
} from '../../workbook/spec';
import { rangeAddress } from '../xlsx/write/text';
import type { Batch } from './batch';
import { copyForm, plainAddress, plainFormula } from './formulas';
import { drawConditionalFormats, drawValidations, validationRule } from './furniture';
import { rangeAt, type Layout, type Layouts } from './layout';

/** What has to be done about the rules for typing and the colour rules of a sheet. */
export type RulePlan = {
  /** What the formulas of our colour rules say, by which they are known again. */
  readonly forms: ReadonlySet<string>;
  /** Rules for typing that are gone or others by now, with what stood in their place. */
  readonly validations: readonly {
    readonly spec: ValidationSpec;
    /** Where the rule stood, and what was there; null where cells of it differed. */
    readonly range: RangeSpec;
    readonly old: OldValidation | null;
  }[];
  /** The colour rules of ours that are there, where they have to be drawn anew; null where not. */
  readonly formats: readonly OldFormat[] | null;
};

type OldValidation = Pick<
  Excel.DataValidation,
  'rule' | 'prompt' | 'errorAlert' | 'ignoreBlanks' | 'type'
>;

/** A colour rule as it stands in the workbook. */
export type OldFormat = {
  readonly id: string;
  readonly address: string;
  readonly formula: string;
  readonly stopIfTrue: boolean;
  readonly fill: string;
  readonly fontColor: string;
  readonly bold: boolean | null;
};

/** One sheet whose rules are looked at. */
export type RuledSheet = {
  readonly spec: SheetSpec;
  readonly sheet: Excel.Worksheet;
  readonly formats: Excel.ConditionalFormatCollection;
  readonly before: Layout;
  /** Whether rows come or go: then the rules are drawn anew. */
  readonly moved: boolean;
};

/** Asks for a sheet's colour rules with the next request. */
export function loadFormats(sheet: Excel.Worksheet): Excel.ConditionalFormatCollection {
  const rule = 'items/customOrNullObject';
  return sheet
    .getRange()
    .conditionalFormats.load(
      [
        'items/id,items/type,items/stopIfTrue',
        `${rule}/rule/formula`,
        `${rule}/format/fill/color`,
        `${rule}/format/font/color,${rule}/format/font/bold`,
      ].join(),
    );
}

/** Asks where the colour rules of a sheet stand, with the next request. */
export function loadPlaces(
  sheet: Excel.Worksheet,
  formats: Excel.ConditionalFormatCollection,
): readonly { readonly item: Excel.ConditionalFormat; readonly areas: Excel.RangeAreas }[] {
  return formats.items.flatMap((item) =>
    item.type === 'Custom'
      ? [{ item, areas: formatOf(sheet, item.id).getRanges().load('address') }]
      : [],
  );
}

/** An item of a list lives for one request only: it is asked for again by its id. */
function formatOf(sheet: Excel.Worksheet, id: string): Excel.ConditionalFormat {
  return sheet.getRange().conditionalFormats.getItem(id);
}

/** The colour rules of ours among those that are there: what matters is what they say. */
export function ownFormats(
  places: ReturnType<typeof loadPlaces>,
  forms: ReadonlySet<string>,
): readonly OldFormat[] {
  return places.flatMap(({ item, areas }): OldFormat[] => {
    const { rule, format } = item.customOrNullObject;
    const address = plainAddress(areas.address);
    // A rule of several areas is written for one of them, and Excel does not say for which. One
    // without a formula is ours too, cut short.
    const isOwn =
      rule.formula === '' || rowsOf(address).some((row) => forms.has(formOf(rule.formula, row)));
    if (!isOwn) return [];
    return [
      {
        id: item.id,
        address,
        formula: rule.formula,
        stopIfTrue: item.stopIfTrue,
        fill: format.fill.color,
        fontColor: format.font.color,
        bold: format.font.bold,
      },
    ];
  });
}

/** What the formulas of a sheet's colour rules say, apart from the row they are written for. */
function formsOf({ spec, before }: RuledSheet, now: Layouts): ReadonlySet<string> {
  return new Set(
    spec.conditionalFormats.map((rule) => {
      const { formula, range } = placedFormat(rule, before, now);
      return formOf(formula, range.top);
    }),
  );
}

/** A colour rule of the spec where it stands in a layout. */
function placedFormat(
  rule: ConditionalFormatSpec,
  layout: Layout,
  layouts: Layouts,
): ConditionalFormatSpec {
  return {
    ...rule,
    range: rangeAt(layout, rule.range),
    formula: layouts.ruleFormula(rule.formula, layout.sheet, rule.range),
  };
}

/** A rule for typing of the spec where it stands in a layout. */
function placedValidation(spec: ValidationSpec, layout: Layout, layouts: Layouts): ValidationSpec {
  const { rule } = spec;
  const formula = (text: string): string => layouts.ruleFormula(text, layout.sheet, spec.range);
  return {
    ...spec,
    range: rangeAt(layout, spec.range),
    rule: 'formula' in rule ? { ...rule, formula: formula(rule.formula) } : rule,
  };
}

/** Looks at the rules of sheets that stay, laid out as they are now; one request. */
export async function lookAtRules(
  batch: Batch,
  sheets: readonly RuledSheet[],
  now: Layouts,
): Promise<readonly RulePlan[]> {
  const asked = sheets.map((each) => ({
    each,
    places: loadPlaces(each.sheet, each.formats),
    validations: each.spec.validations.map((spec) => {
      const { range, rule } = placedValidation(spec, each.before, now);
      return {
        spec,
        range,
        wanted: wantedRule(rule),
        seen: each.sheet
          .getRange(rangeAddress(range))
          .dataValidation.load('type,rule,prompt,errorAlert,ignoreBlanks'),
      };
    }),
  }));
  await batch.send();
  return asked.map(({ each, places, validations }) => {
    const forms = formsOf(each, now);
    return {
      forms,
      validations: validations.flatMap(({ spec, range, wanted, seen }) =>
        saysRule(seen) === wanted && !each.moved
          ? []
          : [{ spec, range, old: isMixed(seen) ? null : seen }],
      ),
      formats: formatsToDraw(each, ownFormats(places, forms), now),
    };
  });
}

function formatsToDraw(
  { spec, before, moved }: RuledSheet,
  own: readonly OldFormat[],
  now: Layouts,
): readonly OldFormat[] | null {
  const wanted = spec.conditionalFormats.map((rule) => {
    const { formula, range } = placedFormat(rule, before, now);
    return says(formula, rangeAddress(range));
  });
  const there = own.map(({ formula, address }) => says(formula, address)).sort();
  const fits =
    wanted.length === there.length && wanted.sort().every((text, at) => text === there[at]);
  const none = wanted.length + there.length === 0;
  return none || (fits && !moved) ? null : own;
}

/** Draws the rules of a sheet that stays, where they are to stand. */
export async function drawRules(
  batch: Batch,
  {
    sheet,
    spec,
    layout,
    rules,
  }: {
    readonly sheet: Excel.Worksheet;
    readonly spec: SheetSpec;
    readonly layout: Layout;
    readonly rules: RulePlan;
  },
  layouts: Layouts,
): Promise<void> {
  const asIs = (formula: string): string => formula;
  const validations = rules.validations.map((each) => placedValidation(each.spec, layout, layouts));
  for (const { range } of validations) {
    await batch.room(0, 3);
    sheet.getRange(rangeAddress(range)).dataValidation.clear();
  }
  await drawValidations(batch, sheet, validations, asIs);
  if (rules.formats === null) return;
  await removeFormats(batch, sheet, rules.formats);
  const formats = spec.conditionalFormats.map((rule) => placedFormat(rule, layout, layouts));
  await drawConditionalFormats(batch, sheet, formats, asIs);
}

/** Takes colour rules away. */
export async function removeFormats(
  batch: Batch,
  sheet: Excel.Worksheet,
  formats: readonly OldFormat[],
): Promise<void> {
  for (const { id } of formats) {
    await batch.room(0, 4);
    formatOf(sheet, id).delete();
  }
}

/** Puts colour rules back as they were, the first on top. */
export async function restoreFormats(
  batch: Batch,
  sheet: Excel.Worksheet,
  formats: readonly OldFormat[],
): Promise<void> {
  for (const { address, formula, stopIfTrue, fill, fontColor, bold } of formats.toReversed()) {
    await batch.room(address.length + formula.length * 3, 12);
    const drawn = sheet.getRanges(address).conditionalFormats.add('Custom');
    const { rule, format } = drawn.custom;
    rule.formula = formula;
    if (fill !== '') format.fill.color = fill;
    if (fontColor !== '') format.font.color = fontColor;
    if (bold !== null) format.font.bold = bold;
    drawn.stopIfTrue = stopIfTrue;
  }
}

/** Puts a rule for typing back as it was. */
export async function restoreValidation(
  batch: Batch,
  sheet: Excel.Worksheet,
  address: string,
  old: OldValidation,
): Promise<void> {
  await batch.room(2_000, 8);
  const drawn = sheet.getRange(address).dataValidation;
  drawn.clear();
  if (old.type === 'None') return;
  drawn.rule = old.rule;
  drawn.ignoreBlanks = old.ignoreBlanks;
  drawn.errorAlert = old.errorAlert;
  drawn.prompt = old.prompt;
}

/** A colour rule in one text: what it says, and of which cells. */
export function says(formula: string, address: string): string {
  return `${plainFormula(formula).replace(/^=/, '')}@${address.replaceAll('$', '')}`;
}

function formOf(formula: string, row: number): string {
  const plain = plainFormula(formula).replace(/^=/, '');
  return copyForm(plain, row) ?? plain;
}

function rowsOf(address: string): readonly number[] {
  return address.split(',').map((area) => Number.parseInt(/\d+/.exec(area)?.[0] ?? '1', 10));
}

function isMixed({ type }: OldValidation): boolean {
  return type === 'Inconsistent' || type === 'MixedCriteria';
}

/** What a rule for typing says, as far as Excel gives it back as it was written: not its days. */
function saysRule({ type, rule }: OldValidation): string {
  const text = (value: string | number | Date | Excel.Range | undefined): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value).replace(/^=/, '') : '';
  switch (type) {
    case 'List':
      return `List ${plainFormula(text(rule.list?.source))}`;
    case 'Decimal':
      return `Decimal ${text(rule.decimal?.formula1)} ${text(rule.decimal?.formula2)}`;
    case 'Custom':
      return `Custom ${plainFormula(text(rule.custom?.formula))}`;
    default:
      return type;
  }
}

function wantedRule(wanted: ValidationSpec['rule']): string {
  const rule = validationRule(wanted, (formula) => formula);
  const types = {
    list: 'List',
    listRange: 'List',
    decimal: 'Decimal',
    date: 'Date',
    custom: 'Custom',
  } as const;
  return saysRule({
    type: types[wanted.kind],
    rule,
    ignoreBlanks: true,
    prompt: { showPrompt: false, title: '', message: '' },
    errorAlert: { showAlert: false, title: '', message: '', style: 'Stop' },
  });
}
