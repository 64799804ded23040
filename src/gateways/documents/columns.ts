import type { TableCell } from '../../domain/document';

/** A cell as drawn: between two lines of the table's grid. */
export type DrawnCell = {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly merge: 'none' | 'begins' | 'goesOn';
};

/** The share of rows with a line at a place from which on it divides columns. */
const DIVIDES = 0.34;

/**
 * Puts the cells of drawn rows into the columns of the table. Lines that people moved in a few
 * rows, or that split a cell of one row, make a grid finer than the columns are: only lines that
 * many rows have divide columns, and every other one counts as the nearest of them. `widths` are
 * the widths of the grid's columns, in any unit.
 */
export function cellsInColumns(
  rows: readonly (readonly DrawnCell[])[],
  widths: readonly number[],
): readonly (readonly TableCell[])[] {
  const edges = [0];
  for (const width of widths) edges.push((edges.at(-1) ?? 0) + width);
  const placeOf = (line: number): number => edges[line] ?? (edges.at(-1) ?? 0) + line;
  const divided = rows.filter((cells) => cells.length > 2);
  const uses = new Map<number, number>();
  for (const cells of divided)
    for (const { from } of cells) uses.set(from, (uses.get(from) ?? 0) + 1);
  const needed = Math.max(1, divided.length * DIVIDES);
  const dividing = [...uses.keys()]
    .filter((line) => line === 0 || (uses.get(line) ?? 0) >= needed)
    .sort((a, b) => a - b);
  const lines = dividing.length > 2 ? dividing : [...linesIn(rows)].sort((a, b) => a - b);
  const columnAt = (line: number): number => {
    let best = 0;
    for (const [column, each] of lines.entries())
      if (
        Math.abs(placeOf(each) - placeOf(line)) <
        Math.abs(placeOf(lines[best] ?? 0) - placeOf(line))
      )
        best = column;
    return best;
  };
  const endOf = (line: number): number => {
    const end = placeOf(line);
    const last = lines.findLastIndex((each) => placeOf(each) < end);
    const next = lines[last + 1];
    // A cell that ends closer to the beginning of the last column it enters does not fill it.
    const begin = placeOf(lines[last] ?? 0);
    const whole = next === undefined ? (edges.at(-1) ?? 0) : placeOf(next);
    return end - begin < whole - end ? last : last + 1;
  };
  return joinMerged(
    rows.map((cells) =>
      cells.map((cell) => {
        const column = columnAt(cell.from);
        return { ...cell, column, across: Math.max(1, endOf(cell.to) - column) };
      }),
    ),
  );
}

function linesIn(rows: readonly (readonly DrawnCell[])[]): ReadonlySet<number> {
  return new Set(rows.flatMap((cells) => cells.map(({ from }) => from)));
}

type PlacedCell = DrawnCell & { readonly column: number; readonly across: number };

/** Joins the cells of one column in a row, and counts how far down a merged cell reaches. */
function joinMerged(rows: readonly (readonly PlacedCell[])[]): readonly (readonly TableCell[])[] {
  const goesOn = rows.map(
    (cells) => new Set(cells.flatMap((cell) => (cell.merge === 'goesOn' ? [cell.column] : []))),
  );
  return rows.map((cells, at) => {
    const joined: TableCell[] = [];
    for (const { text, column, across, merge } of cells) {
      if (merge === 'goesOn') continue;
      let down = 1;
      if (merge === 'begins') while (goesOn[at + down]?.has(column)) down++;
      const last = joined.at(-1);
      if (last?.column === column)
        joined[joined.length - 1] = {
          ...last,
          text: [last.text, text].filter(Boolean).join('\n'),
          across: Math.max(last.across, across),
        };
      else joined.push({ text, column, across, down });
    }
    return joined;
  });
}
