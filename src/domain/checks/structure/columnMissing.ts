import type { Check } from '../context';
import { carriesEntries } from '../support/fields';

/**
 * A column of ours whose header is not in the header row: it was deleted or its header was
 * changed. Nothing is said about the cells of such a column by other checks.
 */
export const columnMissing: Check = ({ tables }) =>
  tables.flatMap(({ name, table }) =>
    table.missing.map((field) => ({
      severity: carriesEntries(name, field) ? 'error' : 'warning',
      sheet: table.sheet,
      cell: null,
      row: null,
      params: { column: `${name}.${field}`, headerRow: table.headerRow },
    })),
  );
