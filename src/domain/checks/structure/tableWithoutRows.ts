import type { Check } from '../context';

/** A table that lost all its rows; said once instead of once a row. */
export const tableWithoutRows: Check = ({ tables }) =>
  tables
    .filter(
      ({ name, table, ids }) => name !== 'roadmap' && ids.size > 0 && table.lines.length === 0,
    )
    .map(({ table, ids }) => ({
      severity: 'error',
      sheet: table.sheet,
      cell: null,
      row: null,
      params: { count: ids.size },
    }));
