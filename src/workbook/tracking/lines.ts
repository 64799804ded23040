import { columnLetters } from '../../domain/snapshot';
import { emptyInput, formulaInput } from '../shared/cells';
import { formats, withStyle, type StatusLook } from '../shared/looks';
import { quoteText } from '../shared/references';
import type { CellInput, ConditionalFormatSpec, StyleSpec, ValidationSpec } from '../spec';
import type { EntryInput } from './content';
import { columnOf, fieldRange, type PlacedTable } from './place';
import type { LineCell } from './tableSheet';

/** What an officer typed, as a cell shows it. A day in any cell shows as a day. */
export function entryCell(input: EntryInput | undefined, style: StyleSpec): LineCell {
  if (input === undefined) return { value: emptyInput, style };
  if (typeof input === 'string') return { value: { kind: 'text', text: input }, style };
  if (typeof input === 'number') return { value: { kind: 'number', value: input }, style };
  return {
    value: { kind: 'date', date: input.date },
    style: withStyle(style, { numberFormat: formats.day }),
  };
}

/** A formula of a line as a cell; a field without one is a bug. */
export function formulaCell<F extends string>(
  formulas: ReadonlyMap<F, string>,
  field: F,
  result: string | number | null,
  style: StyleSpec,
): LineCell {
  const formula = formulas.get(field);
  if (formula === undefined) throw new Error(`The column ${field} has no formula.`);
  return { value: formulaInput(formula, result), style };
}

/** Ids in one cell, so that a count can look for "|id|" in it. */
export function idList(ids: readonly string[]): CellInput {
  return ids.length === 0 ? emptyInput : { kind: 'text', text: `|${ids.join('|')}|` };
}

/** The colours of a status column and of the id beside it, one rule a status. */
export function statusFormats<F extends string>(
  place: PlacedTable<F>,
  status: F,
  id: F,
  looks: readonly (readonly [words: string, look: StatusLook])[],
): readonly ConditionalFormatSpec[] {
  const letter = columnLetters(columnOf(place, status));
  return looks.flatMap(([words, look]) =>
    [status, id].map((field): ConditionalFormatSpec => ({
      range: fieldRange(place, field),
      formula: `$${letter}${String(place.firstRow)}=${quoteText(words)}`,
      fill: look.fill,
      fontColor: look.font,
      stopIfTrue: false,
    })),
  );
}

/** Red for input cells that cannot be read, where a formula says so. */
export function faultFormat<F extends string>(
  place: PlacedTable<F>,
  field: F,
  formula: string,
): ConditionalFormatSpec {
  return {
    range: fieldRange(place, field),
    formula,
    fill: 'FFC7CE',
    fontColor: '9C0006',
    bold: true,
    stopIfTrue: true,
  };
}

/** A number rule for an input column. */
export function numberRule<F extends string>(
  place: PlacedTable<F>,
  field: F,
  limits: { readonly min: number; readonly max: number },
  words: { readonly title: string; readonly prompt: string; readonly error: string },
  severity: ValidationSpec['severity'] = 'stop',
): ValidationSpec {
  return {
    range: fieldRange(place, field),
    rule: { kind: 'decimal', ...limits },
    severity,
    promptTitle: words.title,
    prompt: words.prompt,
    errorTitle: 'Giá trị không hợp lệ',
    error: words.error,
  };
}

/** The days an officer can mean. */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2099-12-31';

/** A date rule for an input column. */
export function dayRule<F extends string>(
  place: PlacedTable<F>,
  field: F,
  title: string,
  prompt: string,
): ValidationSpec {
  return {
    range: fieldRange(place, field),
    rule: { kind: 'date', min: FIRST_DAY, max: LAST_DAY },
    severity: 'stop',
    promptTitle: title,
    prompt: `${prompt} Nhập dạng ngày/tháng/năm, ví dụ 30/6/2026.`,
    errorTitle: 'Ngày không hợp lệ',
    error: 'Ô này chỉ nhận một ngày, dạng ngày/tháng/năm, ví dụ 30/6/2026.',
  };
}

/** A drop-down for an input column. */
export function listRule<F extends string>(
  place: PlacedTable<F>,
  field: F,
  values: readonly string[],
  words: { readonly title: string; readonly prompt: string },
): ValidationSpec {
  return {
    range: fieldRange(place, field),
    rule: { kind: 'list', values },
    severity: 'stop',
    promptTitle: words.title,
    prompt: words.prompt,
    errorTitle: 'Chọn trong danh sách',
    error: `Chọn một trong các mục: ${values.join(' · ')}.`,
  };
}
