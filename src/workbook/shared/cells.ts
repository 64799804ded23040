import type { CellInput, CellSpec, RangeSpec, StyleSpec } from '../spec';

/** Nothing, for a cell that only has a style. */
export const emptyInput: CellInput = { kind: 'empty' };

/** Words for a cell; null and "" are an empty cell. */
export function textInput(words: string | null): CellInput {
  return words === null || words === '' ? emptyInput : { kind: 'text', text: words };
}

/** A number for a cell. */
export function numberInput(value: number): CellInput {
  return { kind: 'number', value };
}

/** A formula for a cell, with the result the domain computed (null: none is known). */
export function formulaInput(formula: string, result: string | number | null): CellInput {
  return { kind: 'formula', formula, result };
}

/** One block of cells with a single value: the cells, all in one style, and their merge. */
export type Block = { readonly cells: readonly CellSpec[]; readonly merge: RangeSpec | null };

/** Puts a value over a range; a range of one cell needs no merge. */
export function block(range: RangeSpec, value: CellInput, style: StyleSpec): Block {
  const cells: CellSpec[] = [];
  for (let row = range.top; row <= range.bottom; row += 1)
    for (let column = range.left; column <= range.right; column += 1) {
      const first = row === range.top && column === range.left;
      cells.push({ row, column, value: first ? value : emptyInput, style });
    }
  return { cells, merge: cells.length === 1 ? null : range };
}

/** The cells of several blocks. */
export function blockCells(blocks: readonly Block[]): readonly CellSpec[] {
  return blocks.flatMap((each) => each.cells);
}

/** The merges of several blocks. */
export function blockMerges(blocks: readonly Block[]): readonly RangeSpec[] {
  return blocks.flatMap((each) => (each.merge ? [each.merge] : []));
}
