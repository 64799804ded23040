import { parseIsoDate, toSerial } from '../domain/dates';
import type { Issue } from '../domain/checks/issue';
import { readNumber } from '../domain/numbers';
import { formats } from '../workbook/shared/looks';
import type { CellEdit } from './ports';

/**
 * What can be put into an issue's cell with one click. `certain` is false where a person has to
 * know better: such a fix is offered by its value, and never done for several issues at once.
 */
export type Fix = {
  readonly edit: CellEdit;
  /** What the cell will show: a number, words, or an ISO day; "" empties it. */
  readonly value: string | number;
  readonly certain: boolean;
};

/** Issues whose `fix` can only be what was meant, or is what the plan says. */
const certain: ReadonlySet<string> = new Set([
  'numberAsText',
  'dateAsText',
  'lockedTextChanged',
  'machineValueChanged',
  'dueDayChanged',
  'unknownAgency',
  'rowWithoutId',
  'unknownRow',
  'judgementUnknown',
]);

/** Columns of the plan that hold numbers; every other column of the plan holds words. */
const planNumbers: ReadonlySet<string> = new Set([
  'indicator.horizon',
  'indicator.targetValue',
  'indicator.targetTop',
  'indicator.direction',
  'indicator.strict',
]);

const money: ReadonlySet<string> = new Set(['task.allotted', 'task.disbursed']);

/**
 * The fixes of an issue: none, the one its check offers, or both readings of what can be read two
 * ways. An issue without a cell has none.
 */
export function fixesOf(issue: Issue): readonly Fix[] {
  const { fix, readingA, readingB } = issue.params;
  const { sheet, cell } = issue.where;
  if (cell === null || cell === '') return [];
  const column = String(issue.params['column'] ?? '');
  const values = fix === undefined ? [readingA, readingB] : [fix];
  return values
    .filter((value) => value !== undefined)
    .map((value) => ({
      edit: { sheet, cell, ...writtenAs(value, column) },
      value,
      certain: certain.has(issue.code),
    }));
}

/** Words, numbers and days as Excel takes them; a number gets a format that shows it as one. */
function writtenAs(
  value: string | number,
  column: string,
): Pick<CellEdit, 'value' | 'numberFormat'> {
  if (typeof value === 'number')
    return { value, numberFormat: money.has(column) ? formats.money : 'General' };
  const day = parseIsoDate(value);
  if (day !== null) return { value: toSerial(day), numberFormat: formats.day };
  if (value === '') return { value: null };
  return { value: (planNumbers.has(column) ? machineNumber(value) : null) ?? value };
}

/** A number as the checks write what the plan expects: its decimal mark is a point. */
function machineNumber(text: string): number | null {
  const reading = readNumber(text);
  switch (reading.kind) {
    case 'number':
      return reading.value;
    case 'ambiguous':
      return reading.decimal;
    case 'notANumber':
      return null;
  }
}
