import { LAST_COLUMN, LAST_ROW, type Area } from './area';
import type { Style } from './style';

/** An error value such as "#N/A", apart from the text "#N/A". */
export type ErrorValue = { readonly error: string };

/** What a cell holds or its formula gave; null for nothing. Dates are serial numbers. */
export type Value = string | number | boolean | ErrorValue | null;

/** A jump to an address of the web or to a place of the workbook ("'Sheet'!A1"). */
export type Hyperlink = {
  readonly address: string;
  readonly documentReference: string;
  readonly screenTip: string;
  readonly textToDisplay: string;
};

/**
 * One cell; replaced, never changed in place. `formula` has its leading "="; `style` is null
 * where the cell follows its row or column.
 */
export type Cell = {
  readonly value: Value;
  readonly formula: string | null;
  readonly style: Style | null;
  readonly link: Hyperlink | null;
};

/** A cell nobody has touched. */
export const emptyCell: Cell = { value: null, formula: null, style: null, link: null };

/** A cell and where it stands. */
export type PlacedCell = { readonly row: number; readonly column: number; readonly cell: Cell };

/** The cells of a sheet that hold something or look like something. */
export class Grid {
  private readonly rows = new Map<number, Map<number, Cell>>();
  private touched = new Set<number>();

  /** The rows in which something was set or taken away since the last call. */
  takeTouchedRows(): ReadonlySet<number> {
    const { touched } = this;
    this.touched = new Set();
    return touched;
  }

  get(row: number, column: number): Cell {
    return this.rows.get(row)?.get(column) ?? emptyCell;
  }

  set(row: number, column: number, cell: Cell): void {
    if (cell.value === null && cell.formula === null && cell.style === null && cell.link === null) {
      this.delete(row, column);
      return;
    }
    this.touched.add(row);
    const line = this.rows.get(row);
    if (line) line.set(column, cell);
    else this.rows.set(row, new Map([[column, cell]]));
  }

  /** The cells of an area that are there, row by row. Safe against changes of the cells given. */
  within(area: Area): readonly PlacedCell[] {
    const found: PlacedCell[] = [];
    for (const row of this.keysBetween(this.rows, area.top, area.bottom)) {
      const line = this.rows.get(row);
      if (!line) continue;
      for (const column of this.keysBetween(line, area.left, area.right)) {
        const cell = line.get(column);
        if (cell) found.push({ row, column, cell });
      }
    }
    return found;
  }

  /** The smallest area around the cells of an area that are used; null when there is none. */
  used(area: Area, valuesOnly: boolean): Area | null {
    const cells = this.within(area).filter(
      ({ cell }) => !valuesOnly || cell.value !== null || cell.formula !== null,
    );
    const [first] = cells;
    const last = cells.at(-1);
    if (!first || !last) return null;
    let left = first.column;
    let right = first.column;
    for (const { column } of cells) {
      left = Math.min(left, column);
      right = Math.max(right, column);
    }
    return { top: first.row, left, bottom: last.row, right };
  }

  /** Takes the cells out of an area. */
  cut(area: Area): readonly PlacedCell[] {
    const taken = this.within(area);
    for (const { row, column } of taken) this.delete(row, column);
    return taken;
  }

  /** Puts cells down, moved by some rows and columns; what would leave the sheet is dropped. */
  put(cells: readonly PlacedCell[], rows: number, columns: number): void {
    for (const { row, column, cell } of cells) {
      if (row + rows <= LAST_ROW && column + columns <= LAST_COLUMN)
        this.set(row + rows, column + columns, cell);
    }
  }

  private delete(row: number, column: number): void {
    const line = this.rows.get(row);
    this.touched.add(row);
    line?.delete(column);
    if (line?.size === 0) this.rows.delete(row);
  }

  /** Ascending keys of a map between two bounds, by whichever way is shorter. */
  private keysBetween(map: ReadonlyMap<number, unknown>, from: number, to: number): number[] {
    if (to - from < map.size) {
      const keys: number[] = [];
      for (let key = from; key <= to; key++) if (map.has(key)) keys.push(key);
      return keys;
    }
    return [...map.keys()].filter((key) => key >= from && key <= to).sort((a, b) => a - b);
  }
}
