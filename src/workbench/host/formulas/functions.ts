import { cellCount, columnCount, rowCount, type Area } from '../model/area';
import type { Value } from '../model/grid';
import { shownText } from '../model/shown';
import {
  Cells,
  compare,
  criterion,
  fail,
  isError,
  round,
  toCondition,
  toNumber,
  toText,
  wildcard,
  FormulaError,
  type Result,
} from './values';

/** A call of a function: its arguments, worked out when they are asked for. */
export type Call = {
  /** How many arguments were given. */
  readonly count: number;
  /** Where the formula stands. */
  readonly row: number;
  readonly column: number;
  result(index: number): Result;
  /** The argument as one value; of an argument left out null. */
  value(index: number): Value;
  /** What a cell holds. */
  at(cells: Cells, row: number, column: number): Value;
  /** The values of cells, row by row, as far as the sheet is used. */
  values(cells: Cells): readonly Value[];
  /** The number format of a cell. */
  format(cells: Cells): string;
};

type FormulaFunction = (call: Call) => Result;

function number(call: Call, index: number, missing = 0): number {
  return index < call.count ? toNumber(call.value(index)) : missing;
}

function text(call: Call, index: number): string {
  return toText(call.value(index));
}

function cells(call: Call, index: number): Cells {
  const given = call.result(index);
  return given instanceof Cells ? given : fail('#VALUE!');
}

/** The numbers among the arguments: of cells only numbers, of other values what reads as one. */
function numbers(call: Call): number[] {
  const found: number[] = [];
  for (let index = 0; index < call.count; index++) {
    const given = call.result(index);
    if (!(given instanceof Cells)) {
      found.push(toNumber(given));
      continue;
    }
    for (const value of call.values(given)) {
      if (isError(value)) throw new FormulaError(value);
      if (typeof value === 'number') found.push(value);
    }
  }
  return found;
}

/** The conditions among the arguments; texts and empty cells of a range do not count. */
function conditions(call: Call): boolean[] {
  const found: boolean[] = [];
  for (let index = 0; index < call.count; index++) {
    const given = call.result(index);
    if (!(given instanceof Cells)) {
      found.push(toCondition(given));
      continue;
    }
    for (const value of call.values(given)) {
      if (isError(value)) throw new FormulaError(value);
      if (typeof value === 'number' || typeof value === 'boolean') found.push(toCondition(value));
    }
  }
  return found.length > 0 ? found : fail('#VALUE!');
}

function everyValue(call: Call): Value[] {
  return Array.from({ length: call.count }, (_, index) => call.result(index)).flatMap((given) =>
    given instanceof Cells ? call.values(given) : [given],
  );
}

function sum(all: readonly number[]): number {
  return all.reduce((total, each) => total + each, 0);
}

/** The places (0 is the first) whose values meet every pair of cells and criterion. */
function meeting(call: Call, from: number): readonly number[] {
  const first = cells(call, from);
  const size = cellCount(first.area);
  let places: readonly number[] | null = null;
  for (let index = from; index < call.count; index += 2) {
    const range = cells(call, index);
    if (cellCount(range.area) !== size) return fail('#VALUE!');
    const test = criterion(call.value(index + 1));
    const values = call.values(range);
    places = places
      ? places.filter((place) => test(values[place] ?? null))
      : values.flatMap((value, place) => (test(value) ? [place] : []));
  }
  return places ?? [];
}

function sumOf(call: Call, range: Cells, places: readonly number[]): number[] {
  const values = call.values(range);
  return places.flatMap((place) => {
    const value = values[place] ?? null;
    if (isError(value)) throw new FormulaError(value);
    return typeof value === 'number' ? [value] : [];
  });
}

function match(call: Call, wanted: Value, range: Cells, kind: number): number {
  if (rowCount(range.area) > 1 && columnCount(range.area) > 1) return fail('#N/A');
  const values = call.values(range);
  if (isError(wanted)) throw new FormulaError(wanted);
  const pattern = kind === 0 && typeof wanted === 'string' ? wildcard(wanted) : null;
  let best = -1;
  for (const [place, value] of values.entries()) {
    if (value === null || isError(value) || typeof value !== typeof (wanted ?? 0)) continue;
    if (kind === 0) {
      const same = pattern ? pattern.test(toText(value)) : compare(value, wanted) === 0;
      if (same) return place + 1;
    } else if (kind > 0 ? compare(value, wanted) <= 0 : compare(value, wanted) >= 0) best = place;
    else break;
  }
  return best < 0 ? fail('#N/A') : best + 1;
}

function index(call: Call): Result {
  const { sheet, area } = cells(call, 0);
  const one = number(call, 1, 0);
  const across = call.count < 3 && rowCount(area) === 1;
  const row = across ? 0 : Math.trunc(one);
  const column = across ? Math.trunc(one) : Math.trunc(number(call, 2, 0));
  if (row < 0 || column < 0) return fail('#VALUE!');
  if (row > rowCount(area) || column > columnCount(area)) return fail('#REF!');
  const place: Area = {
    top: row === 0 ? area.top : area.top + row - 1,
    bottom: row === 0 ? area.bottom : area.top + row - 1,
    left: column === 0 ? area.left : area.left + column - 1,
    right: column === 0 ? area.right : area.left + column - 1,
  };
  return new Cells(sheet, place);
}

function lookup(call: Call): Result {
  const { sheet, area } = cells(call, 1);
  const column = number(call, 2);
  if (column < 1 || column > columnCount(area)) return fail('#REF!');
  const exact = call.count > 3 && !toCondition(call.value(3));
  const first = new Cells(sheet, { ...area, right: area.left });
  const row = match(call, call.value(0), first, exact ? 0 : 1);
  return call.at(new Cells(sheet, area), area.top + row - 1, area.left + column - 1);
}

/** Days of the Unix calendar before the first of a month; months and days may run over. */
function serial(year: number, month: number, day: number): number {
  const full = year < 1900 ? year + 1900 : year;
  const days = Date.UTC(full, Math.trunc(month) - 1, Math.trunc(day)) / 86_400_000 + 25_569;
  return Number.isFinite(days) && days >= 0 ? days : fail('#NUM!');
}

function dayOf(call: Call, at: number): Date {
  const given = number(call, at);
  if (given < 0) return fail('#NUM!');
  return new Date((Math.floor(given) - 25_569) * 86_400_000);
}

function piece(call: Call): number {
  const length = number(call, 1, 1);
  return length < 0 ? fail('#VALUE!') : Math.trunc(length);
}

function sorted(call: Call): { readonly values: readonly number[]; readonly place: number } {
  const given = call.result(0);
  const all = given instanceof Cells ? call.values(given) : [given];
  const values = all.flatMap((value) => {
    if (isError(value)) throw new FormulaError(value);
    return typeof value === 'number' ? [value] : [];
  });
  const place = Math.trunc(number(call, 1));
  if (place < 1 || place > values.length) return fail('#NUM!');
  return { values: values.sort((a, b) => a - b), place };
}

function find(call: Call, within: string, wanted: string | RegExp): number {
  const start = Math.trunc(number(call, 2, 1));
  if (start < 1) return fail('#VALUE!');
  const rest = within.slice(start - 1);
  const at = typeof wanted === 'string' ? rest.indexOf(wanted) : rest.search(wanted);
  return at < 0 ? fail('#VALUE!') : at + start;
}

/** What CELL("format") says: "D4" of a day, "P0" of a percentage, "F0", ",2" or "G". */
function formatMark(format: string): string {
  const [positive = ''] = format.split(';');
  const plain = positive.replace(/"[^"]*"|\\./g, '');
  if (/[dmy]/i.test(plain) && !/general/i.test(plain)) return 'D4';
  const decimals = (/\.([0#]+)/.exec(plain)?.[1] ?? '').length;
  if (plain.includes('%')) return `P${decimals}`;
  if (plain.includes('E+')) return `S${decimals}`;
  if (!plain.includes('0')) return 'G';
  return `${plain.includes(',') ? ',' : 'F'}${decimals}`;
}

function ofNumber(work: (value: number) => number): FormulaFunction {
  return (call) => work(number(call, 0));
}

function ofText(work: (value: string) => Value): FormulaFunction {
  return (call) => work(text(call, 0));
}

/** Goes on with the second argument where the first is an error of the kind. */
function unless(isCaught: (error: string) => boolean): FormulaFunction {
  return (call) => {
    try {
      const value = call.value(0);
      if (!isError(value) || !isCaught(value.error)) return value ?? 0;
    } catch (error) {
      if (!(error instanceof FormulaError) || !isCaught(error.value.error)) throw error;
    }
    return call.value(1) ?? '';
  };
}

function tried(call: Call): Value {
  try {
    return call.value(0);
  } catch (error) {
    if (error instanceof FormulaError) return error.value;
    throw error;
  }
}

/** The functions this host works out: those of its workbooks, and those people type most. */
export const functions: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>([
  ['IF', (call) => (toCondition(call.value(0)) ? orZero(call, 1, true) : orZero(call, 2, false))],
  ['IFERROR', unless(() => true)],
  ['IFNA', unless((error) => error === '#N/A')],
  ['AND', (call) => conditions(call).every(Boolean)],
  ['OR', (call) => conditions(call).some(Boolean)],
  ['NOT', (call) => !toCondition(call.value(0))],
  ['TRUE', () => true],
  ['FALSE', () => false],
  ['CHOOSE', choose],
  ['NA', () => fail('#N/A')],

  ['ISNUMBER', (call) => typeof tried(call) === 'number'],
  ['ISTEXT', (call) => typeof tried(call) === 'string'],
  ['ISLOGICAL', (call) => typeof tried(call) === 'boolean'],
  ['ISBLANK', (call) => tried(call) === null],
  ['ISERROR', (call) => isError(tried(call))],
  [
    'ISNA',
    (call) => {
      const value = tried(call);
      return isError(value) && value.error === '#N/A';
    },
  ],
  [
    'N',
    (call) => {
      const value = call.value(0);
      return typeof value === 'string' ? 0 : toNumber(value);
    },
  ],
  ['CELL', cellFact],

  ['SUM', (call) => sum(numbers(call))],
  ['MIN', (call) => extreme(numbers(call), Math.min)],
  ['MAX', (call) => extreme(numbers(call), Math.max)],
  ['AVERAGE', (call) => average(numbers(call))],
  ['COUNT', (call) => everyValue(call).filter((value) => typeof value === 'number').length],
  ['COUNTA', (call) => everyValue(call).filter((value) => value !== null).length],
  [
    'COUNTBLANK',
    (call) => everyValue(call).filter((value) => value === null || value === '').length,
  ],
  ['COUNTIF', (call) => meeting(call, 0).length],
  ['COUNTIFS', (call) => meeting(call, 0).length],
  [
    'SUMIF',
    (call) => sum(sumOf(call, cells(call, call.count > 2 ? 2 : 0), meeting(firstTwo(call), 0))),
  ],
  ['SUMIFS', (call) => sum(sumOf(call, cells(call, 0), meeting(call, 1)))],
  [
    'SMALL',
    (call) => {
      const { values, place } = sorted(call);
      return values[place - 1] ?? fail('#NUM!');
    },
  ],
  [
    'LARGE',
    (call) => {
      const { values, place } = sorted(call);
      return values[values.length - place] ?? fail('#NUM!');
    },
  ],
  ['ABS', ofNumber(Math.abs)],
  ['INT', ofNumber(Math.floor)],
  ['ROUND', (call) => round(number(call, 0), number(call, 1))],
  [
    'MOD',
    (call) => {
      const [value, by] = [number(call, 0), number(call, 1)];
      return by === 0 ? fail('#DIV/0!') : value - by * Math.floor(value / by);
    },
  ],

  ['INDEX', index],
  ['MATCH', (call) => match(call, call.value(0), cells(call, 1), number(call, 2, 1))],
  ['VLOOKUP', lookup],
  ['ROW', (call) => (call.count > 0 ? cells(call, 0).area.top : call.row)],
  ['COLUMN', (call) => (call.count > 0 ? cells(call, 0).area.left : call.column)],
  ['ROWS', (call) => rowCount(cells(call, 0).area)],
  ['COLUMNS', (call) => columnCount(cells(call, 0).area)],

  ['LEN', ofText((value) => value.length)],
  ['LEFT', (call) => text(call, 0).slice(0, piece(call))],
  [
    'RIGHT',
    (call) => {
      const length = piece(call);
      return length === 0 ? '' : text(call, 0).slice(-length);
    },
  ],
  [
    'MID',
    (call) => {
      const [start, length] = [number(call, 1), number(call, 2)];
      if (start < 1 || length < 0) return fail('#VALUE!');
      return text(call, 0).slice(Math.trunc(start) - 1, Math.trunc(start) - 1 + Math.trunc(length));
    },
  ],
  ['TRIM', ofText((value) => value.replace(/ +/g, ' ').replace(/^ | $/g, ''))],
  ['CLEAN', ofText((value) => value.replace(/[^ -\uFFFF]/g, ''))],
  ['UPPER', ofText((value) => value.toUpperCase())],
  ['LOWER', ofText((value) => value.toLowerCase())],
  ['SUBSTITUTE', substitute],
  ['EXACT', (call) => text(call, 0) === text(call, 1)],
  ['FIND', (call) => find(call, text(call, 1), text(call, 0))],
  [
    'SEARCH',
    (call) => {
      const wanted = text(call, 0);
      const pattern = wildcard(wanted)?.source.slice(1, -1);
      const within = text(call, 1);
      return pattern === undefined
        ? find(call, within.toLowerCase(), wanted.toLowerCase())
        : find(call, within, new RegExp(pattern, 'isu'));
    },
  ],
  ['CHAR', (call) => String.fromCharCode(number(call, 0))],
  ['CONCATENATE', (call) => everyValue(call).map(toText).join('')],
  ['VALUE', (call) => toNumber(text(call, 0))],
  ['TEXT', formatted],

  ['DATE', (call) => serial(Math.trunc(number(call, 0)), number(call, 1), number(call, 2))],
  ['YEAR', (call) => dayOf(call, 0).getUTCFullYear()],
  ['MONTH', (call) => dayOf(call, 0).getUTCMonth() + 1],
  ['DAY', (call) => dayOf(call, 0).getUTCDate()],
]);

/** An argument that was left out is 0 where its comma is there, and `missing` where it is not. */
function orZero(call: Call, at: number, missing: boolean): Result {
  return at < call.count ? (call.result(at) ?? 0) : missing;
}

function choose(call: Call): Result {
  const place = Math.trunc(number(call, 0));
  return place < 1 || place >= call.count ? fail('#VALUE!') : orZero(call, place, false);
}

function firstTwo(call: Call): Call {
  return { ...call, count: 2 };
}

function extreme(all: readonly number[], pick: (a: number, b: number) => number): number {
  return all.length === 0 ? 0 : all.reduce((a, b) => pick(a, b));
}

function average(all: readonly number[]): number {
  return all.length === 0 ? fail('#DIV/0!') : sum(all) / all.length;
}

function cellFact(call: Call): Value {
  const fact = text(call, 0).toLowerCase();
  const range = cells(call, 1);
  const { top, left } = range.area;
  if (fact === 'format') return formatMark(call.format(range));
  if (fact === 'row') return top;
  if (fact === 'col') return left;
  return fact === 'contents' ? call.at(range, top, left) : fail('#VALUE!');
}

function substitute(call: Call): Value {
  const [given, old, now] = [text(call, 0), text(call, 1), text(call, 2)];
  if (old === '') return given;
  if (call.count < 4) return given.replaceAll(old, () => now);
  const which = Math.trunc(number(call, 3));
  if (which < 1) return fail('#VALUE!');
  let seen = 0;
  return given.replaceAll(old, (found) => {
    seen += 1;
    return seen === which ? now : found;
  });
}

function formatted(call: Call): Value {
  const value = call.value(0);
  return shownText(typeof value === 'string' ? value : toNumber(value), text(call, 1));
}
