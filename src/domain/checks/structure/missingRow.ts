import { quoted } from '../../text';
import type { Check } from '../context';
import { type Finding } from '../support/cell';

/** A row of the plan without a line: it was deleted, or its id was. */
export const missingRow: Check = ({ book, tables, strayLines }) => {
  const meant = new Set(strayLines.map((stray) => stray.meant));
  const names = new Map(
    [...book.plan.indicators, ...book.plan.tasks].map((row) => [row.id, row.name]),
  );
  return tables.flatMap(({ name, table, ids }) => {
    if (name === 'roadmap' || table.lines.length === 0) return [];
    const present = new Set(table.lines.map((line) => line.id));
    return [...ids]
      .filter((id) => !present.has(id) && !meant.has(id))
      .map((id): Finding => ({
        severity: 'error',
        sheet: table.sheet,
        cell: null,
        row: id,
        params: { name: quoted(names.get(id) ?? id) },
      }));
  });
};
