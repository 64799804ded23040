import type { CellInput } from './spec';

/** A cell that gets another value; how it looks stays. Rows and columns are 1-based. */
export type CellEdit = { readonly row: number; readonly column: number; readonly value: CellInput };

/** A formula that stays, with another result beside it for programs that do not calculate. */
export type ResultEdit = {
  readonly row: number;
  readonly column: number;
  readonly result: string | number;
};

/**
 * The lines of a table that only programs write: they all give way to new ones. Columns of others
 * in the table stay empty on the new lines. Rows below the table move with its end.
 */
export type BodyEdit = {
  readonly table: string;
  readonly headerRow: number;
  /** The table's last row before. */
  readonly bottom: number;
  /** The 1-based columns the values of a line go to. */
  readonly columns: readonly number[];
  readonly count: number;
  /** A cell whose look the lines take where the table has none yet to take it from. */
  readonly look: { readonly sheet: string; readonly row: number; readonly column: number } | null;
  /** The values of a line by its index, in the order of `columns`; row numbers are 1-based. */
  readonly line: (index: number, row: number) => readonly CellInput[];
};

/** What changes on one sheet of a workbook that stays as it is otherwise. */
export type SheetEdit = {
  readonly sheet: string;
  readonly cells: readonly CellEdit[];
  readonly results: readonly ResultEdit[];
  readonly body: BodyEdit | null;
};
