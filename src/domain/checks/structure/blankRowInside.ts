import { cellAddress } from '../../snapshot';
import type { Check } from '../context';

/** Empty rows inside a table: nothing is lost by them, but a filter or a sort may stop there. */
export const blankRowInside: Check = ({ tables }) =>
  tables.flatMap(({ table }) => {
    const [first] = table.blankRows;
    if (first === undefined) return [];
    return [
      {
        severity: 'note',
        sheet: table.sheet,
        cell: cellAddress(first, 1),
        row: null,
        params: { count: table.blankRows.length, rows: spans(table.blankRows) },
      },
    ];
  });

/** Row numbers as people write them: "12, 15–17". */
function spans(rows: readonly number[]): string {
  const runs: [from: number, to: number][] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.[1] === row - 1) run[1] = row;
    else runs.push([row, row]);
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : `${String(from)}–${String(to)}`))
    .join(', ');
}
