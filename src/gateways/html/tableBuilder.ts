import {
  NARROWEST_TABLE,
  wordsOf,
  type Block,
  type TableCell,
  type TableRow,
} from '../../domain/document';
import { hostile } from '../xlsx/read/refusal';

/** What one cell may span, as in the HTML standard. */
const MOST_ACROSS = 1000;
const MOST_DOWN = 65_534;
/** Columns times rows of one table. */
const MOST_AREA = 2_000_000;

type Cell = Omit<TableCell, 'text'> & { readonly inside: readonly Block[] };

/** Puts the cells of a table into columns as they come, past those that hang down from above. */
export class TableBuilder {
  private readonly rows: Cell[][] = [];
  /** For each column, how many rows below it is taken by a cell above. */
  private taken: number[] = [];
  private column = 0;
  private width = 0;
  private span = { across: 1, down: 1 };

  startRow(): void {
    if (this.rows.length > 0) this.taken = this.taken.map((rows) => Math.max(0, rows - 1));
    this.rows.push([]);
    this.column = 0;
    this.checkArea();
  }

  startCell(across: number, down: number): void {
    if (this.rows.length === 0) this.startRow();
    while ((this.taken[this.column] ?? 0) > 0) this.column += 1;
    this.span = {
      across: Math.min(Math.max(across, 1), MOST_ACROSS),
      // Down to the end of the table.
      down: down === 0 ? MOST_DOWN : Math.min(down, MOST_DOWN),
    };
  }

  endCell(inside: readonly Block[]): void {
    const { column, span } = this;
    this.rows.at(-1)?.push({ column, ...span, inside });
    this.column += span.across;
    this.width = Math.max(this.width, this.column);
    this.checkArea();
    for (let at = column; at < this.column; at++) this.taken[at] = span.down;
    while (this.taken.length < this.width) this.taken.push(0);
  }

  private checkArea(): void {
    if (this.width * this.rows.length > MOST_AREA) throw hostile('html', 'tooManyCells', MOST_AREA);
  }

  /** The table as a block, or what stands in it where it only lays that out. */
  blocks(): readonly Block[] {
    if (this.laysOut()) return this.rows.flat().flatMap(({ inside }) => inside);
    const last = this.rows.length;
    const rows = this.rows.map((cells, at): TableRow => {
      return { cells: cells.map((cell) => withText(cell, last - at)), place: {} };
    });
    const holdsWords = rows.some(({ cells }) => cells.some(({ text }) => text !== ''));
    return holdsWords ? [{ kind: 'table', rows }] : [];
  }

  /** Holds tables, and is narrow, of one row, or has most of its words in them. */
  private laysOut(): boolean {
    const blocks = this.rows.flat().flatMap(({ inside }) => inside);
    const nested = blocks.filter(({ kind }) => kind === 'table');
    if (nested.length === 0) return false;
    const isFrame = this.width < NARROWEST_TABLE || this.rows.length === 1;
    return isFrame || wordsIn(nested) * 2 > wordsIn(blocks);
  }
}

function withText({ inside, ...cell }: Cell, rowsLeft: number): TableCell {
  return { ...cell, down: Math.min(cell.down, rowsLeft), text: wordsOf(inside) };
}

function wordsIn(blocks: readonly Block[]): number {
  return wordsOf(blocks).length;
}
