import type { Cell } from './cell';
import type { Column, Head } from './head';

/** Which of a row's cells go to one column: `from` inclusive, `to` exclusive; empty when equal. */
export type Placing = { readonly from: number; readonly to: number };

/**
 * The best ways to put the first 0, 1, 2, … of some cells into the columns of one row: what each
 * costs to believe, and where each puts them.
 */
export type Alignments = {
  readonly costOf: (count: number) => number;
  readonly placingsOf: (count: number) => readonly Placing[];
};

/** What a table's cells are put into, and whether they are wrapped over lines at all. */
export type Layout = Pick<Head, 'columns' | 'holds'> & {
  readonly wrapped: boolean;
  /** What an empty cell costs, where that is not how seldom plans leave the column empty. */
  readonly costs?: Costs;
};

/** What it costs to believe that a cell of a column is empty. */
export type Costs = Readonly<Record<Column['role'], number>>;

/** What an empty cell costs: how seldom plans leave that column empty. */
export const emptyCosts: Readonly<Record<Head['holds'], Costs>> = {
  indicators: {
    number: 0,
    name: 14,
    unit: 1.5,
    target: 3,
    lead: 2.5,
    coord: 1,
    result: 1,
    time: 1,
    other: 0.4,
  },
  tasks: {
    number: 0,
    name: 14,
    unit: 1,
    target: 1,
    lead: 3,
    coord: 1.2,
    result: 1,
    time: 2.5,
    other: 0.4,
  },
  // What only rows of the other kind fill stays empty.
  both: {
    number: 0,
    name: 14,
    unit: 0.8,
    target: 0.8,
    lead: 2.5,
    coord: 0.8,
    result: 0.8,
    time: 0.8,
    other: 0.4,
  },
};

/** Dearer than any way of putting cells into columns. */
const NEVER = 1e9;
/** What it costs when a cell ends, or begins, in the middle of a list or a phrase. */
const UNFINISHED = 1;
const UNBEGUN = 1.5;

/** What of its misfit a line adds that goes on with the cell above and gives no sign of it. */
const STRANGE = 0.3;
/** The same for an item of a list, which may as well begin the list of the next cell. */
const STRANGE_ITEM = 0.6;

/** No column is narrower than this, in characters. */
const NARROWEST = 10;

/** What it costs to believe that one line goes on with the cell of the line above. */
function wrapCost(line: Cell, next: Cell, wrapped: boolean): number {
  if (line.text === '-' || next.text === '-' || next.heads) return NEVER;
  if (next.goesOn) return wrapped ? 0.2 : 0.5;
  if (line.unfinished) return wrapped ? 0.3 : 0.8;
  return wrapped && !hasRoom(line, next) ? 1.2 : 4.5;
}

/** True when the next word would still have stood in the line above, however narrow its column. */
function hasRoom(line: Cell, next: Cell): boolean {
  return line.text.length + next.text.indexOf(' ') < NARROWEST;
}

/**
 * Puts cells into the columns of one row by meaning, keeping their order: a column may stay
 * empty, and a cell may be wrapped over several lines. A lone "-" is an empty cell that was kept.
 */
export function alignCells(cells: readonly Cell[], layout: Layout): Alignments {
  const { columns, holds, wrapped } = layout;
  const costs = layout.costs ?? emptyCosts[holds];
  const width = columns.length;
  // emptyBefore[at]: what it costs to leave all columns before `at` empty.
  const emptyBefore = [0];
  for (const { role } of columns) emptyBefore.push((emptyBefore.at(-1) ?? 0) + costs[role]);
  // lines[line * width + at]: the least cost of the lines up to `line`, with it in column `at`;
  // above[…]: the column of the line above, or -1 for the first line.
  const lines = new Float64Array(cells.length * width);
  const above = new Int32Array(cells.length * width);
  const ends = [emptyBefore[width] ?? 0];
  const endColumns = [-1];
  for (const [line, cell] of cells.entries()) {
    const last = cells[line - 1];
    const wrap = last ? wrapCost(last, cell, wrapped) : NEVER;
    const isMarked = cell.goesOn || last?.unfinished === true;
    const broken =
      (last?.unfinished ? UNFINISHED : 0) + (last && wrapped && cell.goesOn ? UNBEGUN : 0);
    let entry = last ? NEVER : 0;
    let entryFrom = -1;
    let end = NEVER;
    let endColumn = -1;
    for (let at = 0; at < width; at++) {
      const role = columns[at]?.role ?? 'other';
      const fit = cell.text === '-' ? costs[role] / 4 : cell.fits[role];
      let cost = entry + (emptyBefore[at] ?? 0) + fit;
      let from = entryFrom;
      if (last) {
        const before = lines[(line - 1) * width + at] ?? NEVER;
        const strange = cell.isItem ? STRANGE_ITEM : isMarked || wrapped ? 0 : STRANGE;
        const joined = before + wrap + strange * cell.fits[role];
        if (joined < cost) {
          cost = joined;
          from = at;
        }
        const onward = before + broken - (emptyBefore[at + 1] ?? 0);
        if (onward < entry) {
          entry = onward;
          entryFrom = at;
        }
      }
      lines[line * width + at] = cost;
      above[line * width + at] = from;
      const rest = (emptyBefore[width] ?? 0) - (emptyBefore[at + 1] ?? 0);
      if (cost + rest < end) {
        end = cost + rest;
        endColumn = at;
      }
    }
    ends.push(end + (cell.unfinished ? UNFINISHED : 0));
    endColumns.push(endColumn);
  }
  return {
    costOf: (count) => ends[count] ?? NEVER,
    placingsOf: (count) => {
      const placings = columns.map(() => ({ from: count, to: count }));
      let column = endColumns[count] ?? -1;
      for (let line = count - 1; line >= 0; line--) {
        const placing = placings[column];
        if (placing) placing.from = line;
        const next = above[line * width + column] ?? -1;
        const onward = placings[next];
        if (next !== column && onward) onward.to = line;
        column = next;
      }
      return placings;
    },
  };
}

/** What it costs to read the first 0, 1, 2, … of some cells as one title, wrapped or not. */
export function costsOfTitle(cells: readonly Cell[], wrapped: boolean): readonly number[] {
  const costs = [NEVER];
  let cost = 0;
  for (const [at, cell] of cells.entries()) {
    const last = cells[at - 1];
    cost += last ? wrapCost(last, cell, wrapped) : cell.fits.name;
    costs.push(cost);
  }
  return costs;
}
