import type { IsoDate } from '../dates';

/** What an input cell gave: nothing, a value, or something that cannot be the value. */
export type Reading<T> =
  | { readonly kind: 'none' }
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'invalid' };

/** A reading of an empty cell. */
export const none: { readonly kind: 'none' } = { kind: 'none' };

/** A reading of a cell that holds something else than it must. */
export const invalid: { readonly kind: 'invalid' } = { kind: 'invalid' };

/** A reading of a cell that holds `value`. */
export function value<T>(given: T): Reading<T> {
  return { kind: 'value', value: given };
}

/** The value of a reading, or null for nothing or something invalid. */
export function valueOf<T>(reading: Reading<T>): T | null {
  return reading.kind === 'value' ? reading.value : null;
}

/** A value known for a day: a baseline or a milestone. */
export type Point = { readonly date: IsoDate; readonly value: number };
