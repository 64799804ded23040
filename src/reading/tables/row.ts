import type { Doubt } from '../raw';
import { alignCells, type Layout, type Placing } from './alignCells';
import { isUnfinished, type Cell } from './cell';
import type { Column } from './head';
import { splitTitle, type CodeReading } from './rowCode';

/** The text of one cell of a row and the column it was put into. */
export type Filled = { readonly column: Column; readonly text: string };

/** A row of a table: its number (null when it has none) and its filled cells, in order. */
export type Row = {
  /** Line of the source where the row begins. */
  readonly line: number;
  readonly code: CodeReading | null;
  readonly filled: readonly Filled[];
  readonly doubts: readonly Doubt[];
  /** Its words are merged over the whole table, or stand on a line between two parts of it. */
  readonly isTitle?: true;
};

/** The text of a cell as it is kept; null for an empty one, as which a lone dash counts. */
export function cellText(text: string): string | null {
  return /^[-–—.…]*$/.test(text) ? null : text;
}

/** How much worse a cell must fit the empty column beside it to be beyond doubt. */
const CLEARLY_WORSE = 3.5;

/**
 * Puts the cells of a row into its columns. Where there are fewer cells than columns, each
 * column left empty is a doubt, and so is each cell beside it that might have stood there. (An
 * empty lead or time is a note of its own, whatever the reason, so it is none here.)
 */
export function placeCells(cells: readonly Cell[], layout: Layout): Pick<Row, 'filled' | 'doubts'> {
  const placings = alignCells(cells, layout).placingsOf(cells.length);
  const texts = placings.map((placing) => textOf(cells, placing));
  const filled = layout.columns.flatMap((column, at): Filled[] => {
    const text = cellText(texts[at] ?? '');
    return text === null ? [] : [{ column, text }];
  });
  const isLost = (at: number) => texts[at] === '' && layout.columns[at]?.role !== 'other';
  const doubts = layout.columns.flatMap((column, at): Doubt[] => {
    const text = texts[at] ?? '';
    if (isLost(at))
      return column.role === 'lead' || column.role === 'time'
        ? []
        : [{ code: 'cellMissing', params: { column: column.heading, text } }];
    const placing = placings[at];
    const cell = cells[placing?.from ?? -1];
    const rivals = [at - 1, at + 1].filter(isLost).flatMap((side) => layout.columns[side] ?? []);
    const open = rivals.some(
      ({ role }) => cell && cell.fits[role] - cell.fits[column.role] < CLEARLY_WORSE,
    );
    const brokenOff = layout.wrapped && isUnfinished(text) && !text.endsWith(';');
    const strange = placing !== undefined && hasStrangeLine(cells, placing, column.role);
    return ((open && column.role !== 'name') || brokenOff || strange) && cellText(text) !== null
      ? [{ code: 'cellDecidedByMeaning', params: { column: column.heading, text } }]
      : [];
  });
  return { filled, doubts };
}

/** True for a cell one of whose lines is at home elsewhere and gives no sign of going on. */
function hasStrangeLine(
  cells: readonly Cell[],
  { from, to }: Placing,
  role: Column['role'],
): boolean {
  return cells.slice(from + 1, to).some((cell, at) => {
    const isMarked = cell.goesOn || cells[from + at]?.unfinished === true;
    return !isMarked && cell.fits[role] > CLEARLY_WORSE - 0.5;
  });
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

/** A row with the number that its name holds; beside a column of numbers only a title's counts. */
export function withOwnNumber(row: Row, isNumbered: boolean): Row {
  const [only, ...others] = row.filled;
  const split = only?.column.role === 'name' && !row.code ? splitTitle(only.text) : null;
  if (!only || !split || (isNumbered && others.length > 0)) return row;
  return { ...row, code: split.code, filled: [{ ...only, text: split.title }, ...others] };
}
