import type { Message } from '../messages/language';

/** What a cell with a custom function shows. */
export type CellValue = string | number;

/**
 * What a custom function comes to: rows of cells, or an error with the words that stand behind
 * it: `value` where an argument cannot be used (#VALUE!), `none` where there is no such number or
 * day (#N/A).
 */
export type FunctionAnswer =
  | { readonly kind: 'cells'; readonly rows: readonly (readonly CellValue[])[] }
  | { readonly kind: 'error'; readonly code: 'value' | 'none'; readonly message: Message };

/** One cell. */
export function oneCell(value: CellValue): FunctionAnswer {
  return { kind: 'cells', rows: [[value]] };
}

/** An argument that cannot be used. */
export function badValue(message: Message): FunctionAnswer {
  return { kind: 'error', code: 'value', message };
}

/** Nothing of the kind that is asked for. */
export function noValue(message: Message): FunctionAnswer {
  return { kind: 'error', code: 'none', message };
}
