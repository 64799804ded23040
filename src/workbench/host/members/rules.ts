import { z } from 'zod';
import { parseIsoDate, toSerial } from '../../../domain/dates';
import { invalid, notFound } from '../fault';
import { areaWithout, overlaps, sharedArea, type Area } from '../model/area';
import { clearConditionalFormats, clearValidations, validationAt } from '../model/edit';
import { refuseProtected } from '../model/guard';
import type { ConditionalFormat, Sheet, Validation } from '../model/workbook';
import { areasOf, range } from './cells';
import { HostObject, type FormatTarget, type RangeTarget } from './objects';
import {
  action,
  classTable,
  color,
  link,
  method,
  scalar,
  settable,
  unsupported,
  type Member,
} from './table';

const operand = z.union([z.number(), z.string().min(1)]);
const comparison = z.strictObject({
  formula1: operand,
  formula2: operand.nullish(),
  operator: z.enum([
    'Between',
    'NotBetween',
    'EqualTo',
    'NotEqualTo',
    'GreaterThan',
    'LessThan',
    'GreaterThanOrEqualTo',
    'LessThanOrEqualTo',
  ]),
});

/** Excel keeps a typed list as one text of a formula, at most this long. */
const LIST_LIMIT = 255;
const TITLE_LIMIT = 32;
const MESSAGE_LIMIT = 255;

/** `Excel.DataValidationRule`: exactly one kind. */
const rule = z
  .strictObject({
    list: z.strictObject({
      inCellDropDown: z.boolean(),
      source: z
        .string()
        .min(1)
        .refine((source) => source.startsWith('=') || source.length <= LIST_LIMIT, {
          message: `A typed list has at most ${LIST_LIMIT} characters.`,
        }),
    }),
    wholeNumber: comparison,
    decimal: comparison,
    date: comparison,
    time: comparison,
    textLength: comparison,
    custom: z.strictObject({ formula: z.string().regex(/^=./s) }),
  })
  .partial()
  .refine((given) => Object.keys(given).length === 1, { message: 'A rule is of one kind.' });

const prompt = z.strictObject({
  showPrompt: z.boolean(),
  title: z.string().max(TITLE_LIMIT),
  message: z.string().max(MESSAGE_LIMIT),
});

const alert = z.strictObject({
  showAlert: z.boolean(),
  style: z.enum(['Stop', 'Warning', 'Information']),
  title: z.string().max(TITLE_LIMIT),
  message: z.string().max(MESSAGE_LIMIT),
});

/** What cells without a rule have. */
const noValidation: Omit<Validation, 'area'> = {
  rule: null,
  prompt: { showPrompt: true, title: '', message: '' },
  alert: { showAlert: true, style: 'Stop', title: '', message: '' },
  ignoreBlanks: true,
};

/** Changes what validates the cells of a range; each part keeps what it has besides. */
function validate(target: RangeTarget, patch: Partial<Omit<Validation, 'area'>>): void {
  refuseProtected(target.sheet, null);
  for (const area of areasOf(target)) {
    let bare: readonly Area[] = [area];
    const kept: Validation[] = [];
    for (const each of target.sheet.validations) {
      const shared = sharedArea(each.area, area);
      if (!shared) {
        kept.push(each);
        continue;
      }
      kept.push(...areaWithout(each.area, area).map((rest) => validationAt(each, rest)));
      kept.push({ ...validationAt(each, shared), ...patch });
      bare = bare.flatMap((part) => areaWithout(part, shared));
    }
    kept.push(...bare.map((part) => ({ ...noValidation, ...patch, area: part })));
    target.sheet.validations = kept;
  }
}

/** What validates all cells of a range alike; in a word where they differ. */
function validationOf(
  target: RangeTarget,
): Omit<Validation, 'area'> | 'Inconsistent' | 'MixedCriteria' {
  const found = new Map<string, Omit<Validation, 'area'>>();
  for (const area of areasOf(target)) {
    let bare: readonly Area[] = [area];
    for (const { area: own, ...facts } of target.sheet.validations) {
      if (!overlaps(own, area)) continue;
      found.set(JSON.stringify(facts), facts);
      bare = bare.flatMap((part) => areaWithout(part, own));
    }
    if (bare.length > 0) found.set('none', noValidation);
  }
  const [only] = found.values();
  if (only && found.size === 1) return only;
  return found.has('none') ? 'MixedCriteria' : 'Inconsistent';
}

/** A fact of what validates a range; null where its cells differ. */
function fact<K extends keyof Omit<Validation, 'area'>>(
  target: RangeTarget,
  name: K,
): Validation[K] | null {
  const found = validationOf(target);
  return typeof found === 'string' ? null : found[name];
}

/** A rule as Excel reads it back: numbers and dates have become formulas. */
function readRule(given: Validation['rule']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given ?? {}).map(([kind, facts]) => {
      const read = Object.entries(typeof facts === 'object' && facts ? facts : {}).map(
        ([key, value]: [string, unknown]) => [
          key,
          key.startsWith('formula') ? formulaOf(value) : value,
        ],
      );
      return [kind, Object.fromEntries(read)] as const;
    }),
  );
}

function formulaOf(given: unknown): unknown {
  if (typeof given === 'number') return `=${given}`;
  if (typeof given !== 'string' || given.startsWith('=')) return given;
  const day = parseIsoDate(given.slice(0, 10));
  return `=${day ? toSerial(day) : given}`;
}

const kinds = new Map([
  ['list', 'List'],
  ['wholeNumber', 'WholeNumber'],
  ['decimal', 'Decimal'],
  ['date', 'Date'],
  ['time', 'Time'],
  ['textLength', 'TextLength'],
  ['custom', 'Custom'],
]);

/** `Excel.DataValidation`. */
export const dataValidation = classTable<RangeTarget>({
  Type: scalar((target) => {
    const found = validationOf(target);
    if (typeof found === 'string') return found;
    const [kind] = Object.keys(found.rule ?? {});
    return kinds.get(kind ?? '') ?? 'None';
  }),
  Rule: settable(
    rule,
    (target) => {
      const found = validationOf(target);
      return typeof found === 'string' ? null : readRule(found.rule);
    },
    (target, given) => {
      validate(target, { rule: given });
    },
  ),
  Prompt: settable(
    prompt,
    (target) => fact(target, 'prompt'),
    (target, given) => {
      validate(target, { prompt: given });
    },
  ),
  ErrorAlert: settable(
    alert,
    (target) => fact(target, 'alert'),
    (target, given) => {
      validate(target, { alert: given });
    },
  ),
  IgnoreBlanks: settable(
    z.boolean(),
    (target) => fact(target, 'ignoreBlanks'),
    (target, given) => {
      validate(target, { ignoreBlanks: given });
    },
  ),
  Clear: action((target) => {
    refuseProtected(target.sheet, null);
    for (const area of areasOf(target)) clearValidations(target.sheet, area);
  }),
});

function formatsOf({ sheet, areas }: RangeTarget): readonly ConditionalFormat[] {
  return sheet.conditionalFormats.filter((format) =>
    format.areas.some((own) => areas.some((area) => overlaps(own, area))),
  );
}

function asObject(sheet: Sheet, format: ConditionalFormat): HostObject<'ConditionalFormat'> {
  return new HostObject('ConditionalFormat', { sheet, format });
}

/** `Excel.ConditionalFormatCollection`. */
export const conditionalFormats = classTable<RangeTarget>(
  {
    Add: method(z.tuple([z.string()]), (target, [type], { workbook }) => {
      if (type !== 'Custom') throw unsupported(`conditional formats of the type ${type}`);
      refuseProtected(target.sheet, 'allowFormatCells');
      const format: ConditionalFormat = {
        id: `{cf-${workbook.nextId()}}`,
        type,
        areas: areasOf(target),
        formula: '',
        stopIfTrue: false,
        fill: null,
        fontColor: null,
        bold: null,
        italic: null,
        underline: null,
        strikethrough: null,
      };
      // A new rule goes before the others.
      target.sheet.conditionalFormats.unshift(format);
      return asObject(target.sheet, format);
    }),
    ClearAll: action((target) => {
      refuseProtected(target.sheet, 'allowFormatCells');
      for (const area of areasOf(target)) clearConditionalFormats(target.sheet, area);
    }),
    GetCount: action((target) => formatsOf(target).length),
    GetItemAt: method(z.tuple([z.number().int()]), (target, [index]) => {
      const format = formatsOf(target)[index];
      if (!format) throw notFound(`conditional format ${index}`);
      return asObject(target.sheet, format);
    }),
    GetItemOrNullObject: method(z.tuple([z.string()]), (target, [id]) => {
      const format = formatsOf(target).find((each) => each.id === id);
      return format ? asObject(target.sheet, format) : null;
    }),
  },
  {
    items: (target) => formatsOf(target).map((format) => asObject(target.sheet, format)),
    item: (target, key) => {
      const format = formatsOf(target).find((each) => each.id === key);
      return format ? asObject(target.sheet, format) : null;
    },
  },
);

function custom(): Member<FormatTarget> {
  return link((target) => new HostObject('CustomConditionalFormat', target));
}

/** `Excel.ConditionalFormat`. */
export const conditionalFormat = classTable<FormatTarget>(
  {
    Id: scalar(({ format }) => format.id),
    Type: scalar(({ format }) => format.type),
    Priority: settable(
      z.number().int().nonnegative(),
      ({ sheet, format }) => sheet.conditionalFormats.indexOf(format),
      ({ sheet, format }, priority) => {
        const rest = sheet.conditionalFormats.filter((each) => each !== format);
        rest.splice(priority, 0, format);
        sheet.conditionalFormats = rest;
      },
    ),
    StopIfTrue: settable(
      z.boolean(),
      ({ format }) => format.stopIfTrue,
      ({ format }, stop) => {
        format.stopIfTrue = stop;
      },
    ),
    Custom: custom(),
    CustomOrNullObject: custom(),
    Delete: action(({ sheet, format }) => {
      refuseProtected(sheet, 'allowFormatCells');
      sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => each !== format);
    }),
    GetRange: action(({ sheet, format }) => {
      const [area, ...more] = format.areas;
      if (!area || more.length > 0) throw invalid('The rule applies to more than one area.');
      return range(sheet, area);
    }),
    GetRanges: action(
      ({ sheet, format }) => new HostObject('RangeAreas', { sheet, areas: format.areas }),
    ),
  },
  { identity: ({ format }) => ({ Id: format.id }) },
);

/** `Excel.CustomConditionalFormat`. */
export const customConditionalFormat = classTable<FormatTarget>({
  Rule: link((target) => new HostObject('ConditionalFormatRule', target)),
  Format: link((target) => new HostObject('ConditionalRangeFormat', target)),
});

/** `Excel.ConditionalFormatRule`. */
export const conditionalFormatRule = classTable<FormatTarget>({
  Formula: settable(
    z.string().min(1),
    ({ format }) => format.formula,
    ({ format }, formula) => {
      format.formula = formula.startsWith('=') ? formula : `=${formula}`;
    },
  ),
});

/** `Excel.ConditionalRangeFormat`. */
export const conditionalRangeFormat = classTable<FormatTarget>({
  Fill: link((target) => new HostObject('ConditionalRangeFill', target)),
  Font: link((target) => new HostObject('ConditionalRangeFont', target)),
});

/** `Excel.ConditionalRangeFill`. */
export const conditionalRangeFill = classTable<FormatTarget>({
  Color: settable(
    color,
    ({ format }) => format.fill ?? '',
    ({ format }, given) => {
      format.fill = given;
    },
  ),
  Clear: action(({ format }) => {
    format.fill = null;
  }),
});

function fontFact<K extends 'bold' | 'italic' | 'underline' | 'strikethrough'>(
  fact: K,
  schema: z.ZodType<ConditionalFormat[K]>,
): Member<FormatTarget> {
  return settable(
    schema,
    ({ format }: FormatTarget) => format[fact],
    ({ format }, value) => {
      format[fact] = value;
    },
  );
}

/** `Excel.ConditionalRangeFont`. */
export const conditionalRangeFont = classTable<FormatTarget>({
  Color: settable(
    color,
    ({ format }) => format.fontColor ?? '',
    ({ format }, given) => {
      format.fontColor = given;
    },
  ),
  Bold: fontFact('bold', z.boolean()),
  Italic: fontFact('italic', z.boolean()),
  Underline: fontFact('underline', z.enum(['None', 'Single', 'Double'])),
  Strikethrough: fontFact('strikethrough', z.boolean()),
});
