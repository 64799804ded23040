import { parseIsoDate, toSerial } from '../../../domain/dates';
import { formulaEvaluator } from '../../host/formulas/calculate';
import { readReference } from '../../host/members/cells';
import { wholeSheet } from '../../host/model/area';
import type { Value } from '../../host/model/grid';
import { copyReferences } from '../../host/model/references';
import { shownTextAt } from '../../host/model/shownCells';
import { readTyped } from '../../host/model/typing';
import { sameName, type Sheet, type Validation, type Workbook } from '../../host/model/workbook';
import type { Place } from './moves';
import { inputFor } from './typed';

/** The rule for typing of a cell, or null. */
export function validationAt(sheet: Sheet, { row, column }: Place): Validation | null {
  return (
    sheet.validations.find(
      ({ area }) =>
        row >= area.top && row <= area.bottom && column >= area.left && column <= area.right,
    ) ?? null
  );
}

/** The words shown beside a cell of that rule; null when there are none. */
export function promptOf({
  prompt,
}: Validation): { readonly title: string; readonly message: string } | null {
  return prompt.showPrompt && (prompt.title !== '' || prompt.message !== '') ? prompt : null;
}

/** What a cell of that rule can be chosen from; null when its rule is no list. */
export function choicesOf(
  workbook: Workbook,
  sheet: Sheet,
  { rule }: Validation,
): readonly string[] | null {
  const list: unknown = rule?.['list'];
  const source: unknown =
    typeof list === 'object' && list !== null ? Reflect.get(list, 'source') : undefined;
  if (typeof source !== 'string') return null;
  if (!source.startsWith('=')) return source.split(',').map((each) => each.trim());
  const named = workbook.names.find(({ name }) => sameName(name, source.slice(1)));
  const formula = named ? named.formula : source;
  const target = readReference(
    workbook,
    formula.includes('!') ? formula : `='${sheet.name.replaceAll("'", "''")}'!${formula.slice(1)}`,
  );
  if (!target) return null;
  const used = target.sheet.grid.used(wholeSheet, false);
  const choices: string[] = [];
  for (let row = target.area.top; row <= Math.min(target.area.bottom, used?.bottom ?? 0); row++)
    for (let column = target.area.left; column <= target.area.right; column++) {
      const text = shownTextAt(workbook, target.sheet, row, column);
      if (text !== '') choices.push(text);
    }
  return choices;
}

/** How a rule that is broken speaks: it refuses, doubts or only tells. */
export type Refusal = {
  readonly kind: 'stop' | 'warning' | 'information';
  readonly title: string;
  readonly message: string;
};

const kinds = new Map<string, Refusal['kind']>([
  ['Warning', 'warning'],
  ['Information', 'information'],
]);

/**
 * What Excel says when a person types that text into a cell; null when its rule takes it, as it
 * takes an empty cell and every formula.
 */
export function refusalOf(
  workbook: Workbook,
  sheet: Sheet,
  at: Place,
  text: string,
): Refusal | null {
  const validation = validationAt(sheet, at);
  if (!validation?.rule || !validation.alert.showAlert) return null;
  const typed = readTyped(inputFor(text, workbook.culture), 'General', 2026);
  if (typed.kind === 'formula' || typed.value === null) return null;
  if (takes(workbook, sheet, validation, at, typed.value, text)) return null;
  const { style, title, message } = validation.alert;
  return { kind: kinds.get(style) ?? 'stop', title, message };
}

function takes(
  workbook: Workbook,
  sheet: Sheet,
  validation: Validation,
  at: Place,
  value: Value,
  text: string,
): boolean {
  const choices = choicesOf(workbook, sheet, validation);
  if (choices) return choices.includes(text.trim());
  const [kind, facts] = Object.entries(validation.rule ?? {})[0] ?? [];
  if (typeof facts !== 'object' || facts === null) return true;
  if (kind === 'custom') {
    const formula: unknown = Reflect.get(facts, 'formula');
    return typeof formula !== 'string' || holds(workbook, sheet, validation, at, formula, value);
  }
  const measured = kind === 'textLength' ? text.length : value;
  if (typeof measured !== 'number') return false;
  if (kind === 'wholeNumber' && !Number.isInteger(measured)) return false;
  const [first, second] = ['formula1', 'formula2'].map((name) => limitOf(Reflect.get(facts, name)));
  return compare(measured, String(Reflect.get(facts, 'operator')), first ?? null, second ?? null);
}

/** Whether a formula holds with a value in the cell it judges. */
function holds(
  workbook: Workbook,
  sheet: Sheet,
  { area }: Validation,
  { row, column }: Place,
  formula: string,
  value: Value,
): boolean {
  const before = sheet.grid.get(row, column);
  sheet.grid.set(row, column, { ...before, value, formula: null });
  try {
    const here = copyReferences(formula, row - area.top, column - area.left);
    const result = formulaEvaluator(workbook)(here, { sheet, row, column });
    return result === true || (typeof result === 'number' && result !== 0);
  } finally {
    sheet.grid.set(row, column, before);
  }
}

/** A number, or the serial number of a day; null for a formula, which is not judged here. */
function limitOf(given: unknown): number | null {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string') return null;
  const plain = given.replace(/^=/, '');
  if (/^-?\d+(?:\.\d+)?$/.test(plain)) return Number(plain);
  const day = parseIsoDate(plain.slice(0, 10));
  return day === null ? null : toSerial(day);
}

function compare(
  value: number,
  operator: string,
  first: number | null,
  second: number | null,
): boolean {
  if (first === null) return true;
  const between = second === null || (value >= first && value <= second);
  switch (operator) {
    case 'Between':
      return between;
    case 'NotBetween':
      return second === null || !between;
    case 'EqualTo':
      return value === first;
    case 'NotEqualTo':
      return value !== first;
    case 'GreaterThan':
      return value > first;
    case 'LessThan':
      return value < first;
    case 'GreaterThanOrEqualTo':
      return value >= first;
    default:
      return value <= first;
  }
}
