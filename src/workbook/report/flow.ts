import type { CellSpec, RangeSpec } from '../spec';
import { merged, rowCells, text, type Content } from './grid';
import type { ReportStyle } from './page';

/** Widths of the overview's columns: what an A4 page upright has room for. */
export const flowWidths = [5, 29.5, 7.9, 7.9, 7.9, 7.9, 7.9, 7.9] as const;

/** The 1-based last column of the overview. */
export const flowRight = flowWidths.length;

/** A content over columns of a row, both ends included. */
export type Span = readonly [left: number, right: number, content: Content];

/** The overview's cells as they come, row after row. */
export class Flow {
  readonly cells: CellSpec[] = [];
  readonly merges: RangeSpec[] = [];
  row = 1;

  /** Puts contents over columns of the row, and goes to the next row. */
  line(spans: readonly Span[]): void {
    for (const [left, right, content] of spans) {
      if (left === right) {
        this.cells.push(...rowCells(this.row, left, [content]));
        continue;
      }
      const block = merged(this.row, left, right, content);
      this.cells.push(...block.cells);
      this.merges.push(block.merge);
    }
    this.row += 1;
  }

  /** Puts words over the whole width, and goes to the next row. */
  paragraph(words: string, style: ReportStyle): void {
    this.line([[1, flowRight, text(words, style)]]);
  }

  /** Leaves rows empty. */
  skip(rows = 1): void {
    this.row += rows;
  }
}
