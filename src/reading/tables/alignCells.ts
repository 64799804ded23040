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
export type Layout = Pick<Head, 'columns' | 'holds'> & { readonly wrapped: boolean };

/** What an empty cell costs: how seldom plans leave that column empty. */
const emptyCosts: Readonly<Record<Head['holds'], Readonly<Record<Column['role'], number>>>> = {
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
};

/** The most lines one cell may be wrapped over. */
const MOST_LINES = 40;

function wrapCost(line: Cell | undefined, next: Cell | undefined, wrapped: boolean): number {
  if (next?.goesOn) return wrapped ? 0.2 : 0.5;
  if (line?.unfinished) return wrapped ? 0.3 : 0.8;
  return wrapped ? 1.2 : 4.5;
}

function segmentCost(cells: readonly Cell[], from: number, to: number, column: Column): number {
  const first = cells[from];
  if (!first) return Infinity;
  return first.fits[column.role] + (cells[to - 1]?.unfinished ? 1 : 0);
}

/**
 * Puts cells into the columns of one row by meaning, keeping their order: a column may stay
 * empty, and a cell may be wrapped over several lines. A lone "-" is an empty cell that was kept.
 */
export function alignCells(cells: readonly Cell[], layout: Layout): Alignments {
  const { columns, wrapped } = layout;
  const stride = columns.length + 1;
  const costs = new Float64Array((cells.length + 1) * stride).fill(Infinity);
  const begins = new Int32Array(costs.length);
  costs[0] = 0;
  for (const [at, column] of columns.entries()) {
    const emptyCost = emptyCosts[layout.holds][column.role];
    for (let end = 0; end <= cells.length; end++) {
      let best = (costs[end * stride + at] ?? Infinity) + emptyCost;
      let begin = end;
      let wraps = 0;
      for (let from = end - 1; from >= Math.max(0, end - MOST_LINES); from--) {
        if (from < end - 1) wraps += wrapCost(cells[from], cells[from + 1], wrapped);
        if (wraps >= best) break;
        const before = costs[from * stride + at] ?? Infinity;
        if (before + wraps >= best) continue;
        const keptEmpty = end - from === 1 && cells[from]?.text === '-';
        const cost =
          before + wraps + (keptEmpty ? emptyCost / 4 : segmentCost(cells, from, end, column));
        if (cost < best) {
          best = cost;
          begin = from;
        }
      }
      costs[end * stride + at + 1] = best;
      begins[end * stride + at + 1] = begin;
    }
  }
  return {
    costOf: (count) => costs[count * stride + columns.length] ?? Infinity,
    placingsOf: (count) => {
      const placings: Placing[] = [];
      let to = count;
      for (let at = columns.length; at > 0; at--) {
        const from = begins[to * stride + at] ?? to;
        placings.unshift({ from, to });
        to = from;
      }
      return placings;
    },
  };
}

/** What it costs to read the first 0, 1, 2, … of some cells as one title, wrapped or not. */
export function costsOfTitle(cells: readonly Cell[], wrapped: boolean): readonly number[] {
  const costs = [Infinity];
  let cost = cells[0]?.fits.name ?? Infinity;
  for (let at = 1; at <= cells.length; at++) {
    costs.push(cost);
    cost += wrapCost(cells[at - 1], cells[at], wrapped);
  }
  return costs;
}
