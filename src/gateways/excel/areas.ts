import type { CellSpec, RangeSpec, StyleSpec } from '../../workbook/spec';

/** Columns of one row that share a style, ends included. */
type Run = { readonly left: number; readonly right: number; readonly style: StyleSpec };

/** Rows below each other whose runs are the same. */
export type Band = { readonly top: number; readonly bottom: number; readonly runs: readonly Run[] };

/**
 * The cells' styles as bands of equal rows. Specs share style objects, so rows of one kind fall
 * into one band, and everything after this is in proportion to the changes from row to row.
 */
export function bandsOf(cells: readonly CellSpec[]): readonly Band[] {
  const rows = new Map<number, CellSpec[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  const bands: Band[] = [];
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const runs = runsOf(rows.get(row) ?? []);
    const last = bands.at(-1);
    if (last?.bottom === row - 1 && sameRuns(last.runs, runs))
      bands[bands.length - 1] = { ...last, bottom: row };
    else bands.push({ top: row, bottom: row, runs });
  }
  return bands;
}

function runsOf(cells: readonly CellSpec[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { column, style } of [...cells].sort((a, b) => a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.right === column - 1 && last.style === style)
      runs[runs.length - 1] = { ...last, right: column };
    else runs.push({ left: column, right: column, style });
  }
  return runs;
}

function sameRuns(a: readonly Run[], b: readonly Run[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ left, right, style }, index) => {
      const other = b[index];
      return other?.left === left && other.right === right && other.style === style;
    })
  );
}

/**
 * The rectangles of the cells whose style has some trait, by the trait's key: neighbours in a
 * row are joined first, then equal ones below each other.
 */
export function areasByTrait(
  bands: readonly Band[],
  traitsOf: (style: StyleSpec) => readonly string[],
): ReadonlyMap<string, readonly RangeSpec[]> {
  const traits = new Map<StyleSpec, readonly string[]>();
  const areas = new Map<string, RangeSpec[]>();
  /** The area of a trait that ends just above, by its columns. */
  const open = new Map<string, number>();
  for (const { top, bottom, runs } of bands) {
    const joined = new Map<string, { left: number; right: number }[]>();
    for (const { left, right, style } of runs) {
      const keys = traits.get(style) ?? traitsOf(style);
      traits.set(style, keys);
      for (const key of keys) {
        const spans = joined.get(key) ?? [];
        joined.set(key, spans);
        const last = spans.at(-1);
        if (last?.right === left - 1) last.right = right;
        else spans.push({ left, right });
      }
    }
    for (const [key, spans] of joined) {
      const found = areas.get(key) ?? [];
      areas.set(key, found);
      for (const { left, right } of spans) {
        const place = `${key} ${String(left)} ${String(right)}`;
        const index = open.get(place) ?? -1;
        const above = found[index];
        if (above?.bottom === top - 1) found[index] = { ...above, bottom };
        else {
          open.set(place, found.length);
          found.push({ top, left, bottom, right });
        }
      }
    }
  }
  return areas;
}
