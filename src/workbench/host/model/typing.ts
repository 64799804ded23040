import { makeDate, toSerial } from '../../../domain/dates';
import type { ErrorValue, Value } from './grid';

/** The most characters a cell holds. */
export const TEXT_LIMIT = 32_767;
/** The most characters a formula holds. */
export const FORMULA_LIMIT = 8_192;

const errors = [
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
];

const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:E[+-]?\d+)?(%?)$/i;
const DATE = /^(\d{1,4})[-/](\d{1,2})[-/](\d{1,4})$/;
const SHORT_DATE = /^(\d{1,2})[-/](\d{1,2})$/;

/** What Excel makes of a text put into a cell; `format` is the number format it brings along. */
export type Typed =
  | { readonly kind: 'formula'; readonly formula: string }
  | { readonly kind: 'value'; readonly value: Value; readonly format: string | null };

/**
 * Reads a text as Excel (English, month first) reads what is typed or set as a value: a leading
 * "=", "+" or "-" begins a formula, numbers, dates, percentages, truth values and errors become
 * what they look like, and an apostrophe or the format "@" keeps a text a text. `year` completes
 * a date without one.
 */
export function readTyped(text: string, numberFormat: string, year: number): Typed {
  const plain = (value: Value, format: string | null = null): Typed => ({
    kind: 'value',
    value,
    format,
  });
  if (text.startsWith("'")) return plain(text.slice(1));
  if (text === '') return plain(null);
  if (numberFormat === '@') return plain(text);
  if (text.startsWith('=') && text.length > 1) return { kind: 'formula', formula: text };
  const trimmed = text.trim();
  const number = NUMBER.exec(trimmed);
  if (number && /\d/.test(trimmed)) {
    const value = Number(trimmed.replace(/[,%]/g, ''));
    return number[1] === '%'
      ? plain(value / 100, trimmed.includes('.') ? '0.00%' : '0%')
      : plain(value, trimmed.includes(',') ? '#,##0' : null);
  }
  if (/^true$/i.test(trimmed)) return plain(true);
  if (/^false$/i.test(trimmed)) return plain(false);
  const error = errorOf(trimmed.toUpperCase());
  if (error) return plain(error);
  const serial = dateSerial(trimmed, year);
  if (serial !== null) return plain(serial, 'm/d/yyyy');
  if (/^[+-]./.test(text)) return { kind: 'formula', formula: `=${text}` };
  return plain(text);
}

/** The error value a text spells, or null. */
export function errorOf(text: string): ErrorValue | null {
  return errors.includes(text) ? { error: text } : null;
}

function dateSerial(text: string, year: number): number | null {
  const short = SHORT_DATE.exec(text);
  const [first, second, third] = (DATE.exec(text) ?? short ?? []).slice(1).map(Number);
  if (first === undefined || second === undefined) return null;
  const yearFirst = first > 31;
  const [y, m, d] = yearFirst ? [first, second, third ?? 1] : [third ?? year, first, second];
  const day = makeDate(y, m, d);
  return day === null ? null : toSerial(day);
}
