import type { CellSpec, RangeSpec } from '../spec';
import { merged, mergedHeight, rowCells, text, type Content } from './grid';
import type { ReportStyle } from './page';

/** Widths of the overview's columns; its text blocks run over all of them. */
export const flowWidths = [6, 36, 12, 18, 28] as const;

/** The 1-based last column of the overview. */
export const flowRight = flowWidths.length;

const totalWidth = flowWidths.reduce((sum, width) => sum + width, 0);

/** The overview's cells as they come, row after row. */
export class Flow {
  readonly cells: CellSpec[] = [];
  readonly merges: RangeSpec[] = [];
  readonly heights: { row: number; height: number }[] = [];
  row = 1;

  /** Puts contents into the row's cells from column A on, and goes to the next row. */
  line(contents: readonly Content[]): void {
    this.cells.push(...rowCells(this.row, 1, contents));
    this.row += 1;
  }

  /** Puts one content over several columns of the row; the row stays. */
  wide(left: number, right: number, content: Content): void {
    const block = merged(this.row, left, right, content);
    this.cells.push(...block.cells);
    this.merges.push(block.merge);
  }

  /** Puts words over the whole width, tall enough for all of them, and goes to the next row. */
  paragraph(words: string, style: ReportStyle): void {
    this.wide(1, flowRight, text(words, style));
    this.height(mergedHeight(words, totalWidth * 0.9));
    this.row += 1;
  }

  /** Sets the height of the row. */
  height(points: number): void {
    this.heights.push({ row: this.row, height: points });
  }

  /** Leaves a row empty. */
  skip(): void {
    this.row += 1;
  }
}
