import { cellOf, isBlank, textOf } from '../../entries';
import type { Book } from '../../book';
import type { AnyTable, StrayLine } from '../context';
import { inputFields } from './fields';

/** The lines that belong to no row of the plan, each with the lost row of the same name. */
export function strayLines(book: Book, tables: readonly AnyTable[]): readonly StrayLine[] {
  const rows = [...book.plan.indicators, ...book.plan.tasks];
  return tables.flatMap((each) => {
    const { name, table, ids } = each;
    const present = new Set(table.lines.map((line) => line.id));
    const lost = new Map<string, string | null>();
    for (const row of rows)
      if (ids.has(row.id) && !present.has(row.id))
        lost.set(row.name, lost.has(row.name) ? null : row.id);
    const fields: readonly string[] = inputFields[name];
    return table.lines.flatMap((line): readonly StrayLine[] => {
      if (line.id !== null && ids.has(line.id)) return [];
      const filled = fields.some((field) => !isBlank(cellOf(line, field).content));
      const words = textOf(cellOf(line, 'name').content);
      const meant = words === null ? null : (lost.get(words) ?? null);
      return [{ table: each, line, meant, filled }];
    });
  });
}
