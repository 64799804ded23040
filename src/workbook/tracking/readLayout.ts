import type { ReadLayout } from '../shared/readTable';
import type { TableLayout } from './columns';

/** What a reader needs of a table's layout; `key` is the column that says what a line is. */
export function layoutOf<F extends string>(layout: TableLayout<F>, key: F): ReadLayout<F> {
  return {
    ...layout,
    key,
    columns: layout.columns.map(({ field, header, role }) => ({
      field,
      header,
      typed: role === 'plan' || role === 'input',
    })),
  };
}
