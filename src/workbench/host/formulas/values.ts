import type { Area } from '../model/area';
import type { ErrorValue, Value } from '../model/grid';
import { readTyped } from '../model/typing';
import type { Sheet } from '../model/workbook';

/** Cells a formula points to. */
export class Cells {
  constructor(
    readonly sheet: Sheet,
    readonly area: Area,
  ) {}
}

/** What a part of a formula comes to. */
export type Result = Value | Cells;

/** Whether a value is an error such as "#N/A". */
export function isError(value: Result): value is ErrorValue {
  return typeof value === 'object' && value !== null && 'error' in value;
}

/** An error value by its text. */
export function errorValue(error: string): ErrorValue {
  return { error };
}

/** Ends a formula with an error value; caught where Excel goes on with one. */
export class FormulaError extends Error {
  constructor(readonly value: ErrorValue) {
    super(value.error);
  }
}

/** Ends a formula with the error of this text. */
export function fail(error: string): never {
  throw new FormulaError({ error });
}

/** A value as a number: an empty cell is 0, texts that read as numbers are what they read as. */
export function toNumber(value: Value): number {
  switch (typeof value) {
    case 'number':
      return value;
    case 'boolean':
      return value ? 1 : 0;
    case 'string': {
      if (value.trim() === '') return fail('#VALUE!');
      const typed = readTyped(value.trim(), 'General', 2026);
      return typed.kind === 'value' && typeof typed.value === 'number'
        ? typed.value
        : fail('#VALUE!');
    }
    default:
      if (value) throw new FormulaError(value);
      return 0;
  }
}

/** A value as a text, as joining with "&" reads it. */
export function toText(value: Value): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'number':
      return String(Number(value.toPrecision(15)))
        .replace('e+', 'E+')
        .replace('e-', 'E-');
    default:
      if (value) throw new FormulaError(value);
      return '';
  }
}

/** A value as a condition; a text is none unless it says so. */
export function toCondition(value: Value): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return toNumber(value) !== 0;
  if (/^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : fail('#VALUE!');
}

/** Compares two values as Excel orders them; equal to its 15 digits is equal. */
export function compare(a: Value, b: Value): number {
  if (isError(a)) throw new FormulaError(a);
  if (isError(b)) throw new FormulaError(b);
  const [one, two] = [fill(a, b), fill(b, a)];
  if (typeof one === 'number' && typeof two === 'number') return compareNumbers(one, two);
  if (typeof one === 'string' && typeof two === 'string') {
    const [first, second] = [one.toLowerCase(), two.toLowerCase()];
    return first === second ? 0 : first < second ? -1 : 1;
  }
  if (typeof one === 'boolean' && typeof two === 'boolean') return Number(one) - Number(two);
  return rankOf(one) - rankOf(two);
}

function compareNumbers(a: number, b: number): number {
  const difference = a - b;
  const noise = Math.max(Math.abs(a), Math.abs(b)) * 2 ** -50;
  return Math.abs(difference) <= noise ? 0 : difference;
}

/** An empty cell is whatever it is compared with. */
function fill(value: Value, other: Value): Value {
  if (value !== null) return value;
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function rankOf(value: Value): number {
  if (typeof value === 'number') return 0;
  return typeof value === 'string' ? 1 : 2;
}

/** Rounds half away from zero at a decimal place, in the 15 digits Excel counts with. */
export function round(value: number, places: number): number {
  const scale = 10 ** Math.trunc(places);
  const scaled = Number((Math.abs(value) * scale).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / scale;
}

/** A text with Excel's wildcards as a test for whole texts; null when it has none. */
export function wildcard(text: string): RegExp | null {
  if (!/[*?~]/.test(text)) return null;
  const pattern = text.replace(/~([*?~])|[*?]|[.+^${}()|[\]\\]/g, (found, escaped?: string) => {
    if (escaped !== undefined) return escaped === '~' ? '~' : `\\${escaped}`;
    if (found === '*') return '.*';
    return found === '?' ? '.' : `\\${found}`;
  });
  return new RegExp(`^${pattern}$`, 'isu');
}

/** A criterion of COUNTIFS and the like, such as ">=5", "<>" or "*|so-y-te|*", as a test. */
export function criterion(given: Value): (value: Value) => boolean {
  if (typeof given !== 'string') {
    const wanted = given ?? 0;
    return (value) => value !== null && !isError(value) && sameValue(value, wanted);
  }
  const [, sign = '', rest = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(given) ?? [];
  const typed = readTyped(rest, 'General', 2026);
  const wanted = typed.kind === 'value' ? typed.value : rest;
  if (sign === '' || sign === '=') return equals(wanted, rest, sign);
  if (sign === '<>') {
    const test = equals(wanted, rest, '=');
    return (value) => !test(value);
  }
  return (value) => {
    if (value === null || isError(value) || isError(wanted)) return false;
    if (typeof value !== typeof wanted) return false;
    const order = compare(value, wanted);
    if (sign === '<') return order < 0;
    if (sign === '>') return order > 0;
    return sign === '<=' ? order <= 0 : order >= 0;
  };
}

function equals(wanted: Value, text: string, sign: string): (value: Value) => boolean {
  if (wanted === null || wanted === '')
    return (value) => value === null || (sign === '' && value === '');
  if (isError(wanted)) return (value) => isError(value) && value.error === wanted.error;
  if (typeof wanted !== 'string')
    return (value) =>
      value !== null && !isError(value) && (sameValue(value, wanted) || value === text);
  const pattern = wildcard(wanted);
  const small = wanted.toLowerCase();
  return (value) =>
    typeof value === 'string' && (pattern ? pattern.test(value) : value.toLowerCase() === small);
}

function sameValue(a: Value, b: Value): boolean {
  return typeof a === typeof b && compare(a, b) === 0;
}
