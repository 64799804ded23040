import type { Doubt } from '../raw';
import { alignCells, type Layout } from './alignCells';
import type { Cell } from './cell';
import type { Column } from './head';
import type { CodeReading } from './rowCode';

/** The text of one cell of a row and the column it was put into. */
export type Filled = { readonly column: Column; readonly text: string };

/** A row of a table: its number (null when it has none) and its filled cells, in order. */
export type Row = {
  /** Line of the source where the row begins. */
  readonly line: number;
  readonly code: CodeReading | null;
  readonly filled: readonly Filled[];
  readonly doubts: readonly Doubt[];
};

/** The text of a cell as it is kept; null for an empty one, as which a lone dash counts. */
export function cellText(text: string): string | null {
  return /^[-–—.…]*$/.test(text) ? null : text;
}

/** How much worse a cell must fit the empty column beside it to be beyond doubt. */
const CLEARLY_WORSE = 6;

/**
 * Puts the cells of a row into its columns. Where there are fewer cells than columns, each
 * column left empty is a doubt, and so is each cell beside it that might have stood there.
 */
export function placeCells(cells: readonly Cell[], layout: Layout): Pick<Row, 'filled' | 'doubts'> {
  const placings = alignCells(cells, layout).placingsOf(cells.length);
  const filled: Filled[] = [];
  const doubts: Doubt[] = [];
  layout.columns.forEach((column, at) => {
    const own = textOf(cells, placings[at]);
    const text = cellText(own);
    if (text !== null) filled.push({ column, text });
    if (own !== '' || column.role === 'other') return;
    doubts.push({ code: 'cellMissing', params: { column: column.heading, text: '' } });
    for (const side of [at - 1, at + 1]) {
      const beside = layout.columns[side];
      const cell = cells[placings[side]?.from ?? -1];
      const besideText = textOf(cells, placings[side]);
      if (!beside || !cell || beside.role === 'name' || cellText(besideText) === null) continue;
      if (cell.fits[column.role] - cell.fits[beside.role] < CLEARLY_WORSE)
        doubts.push({
          code: 'cellDecidedByMeaning',
          params: { column: beside.heading, text: besideText },
        });
    }
  });
  return { filled, doubts };
}

function textOf(
  cells: readonly Cell[],
  placing: { readonly from: number; readonly to: number } | undefined,
): string {
  return cells
    .slice(placing?.from ?? 0, placing?.to ?? 0)
    .map((cell) => cell.text)
    .join(' ');
}
