import type { Check } from '../context';
import { foundAt, refOf, type Finding } from '../support/cell';

/** An id that stands on a second line: only the first line counts. */
export const duplicateRow: Check = ({ tables }) =>
  tables.flatMap(({ name, table }) => {
    const first = new Map<string, string>();
    return table.lines.flatMap((line): readonly Finding[] => {
      if (line.id === null) return [];
      const ref = refOf(name, table, line, 'id');
      const known = first.get(line.id);
      if (known === undefined) first.set(line.id, ref.address);
      return known === undefined ? [] : [foundAt('error', ref, { id: line.id, first: known })];
    });
  });
