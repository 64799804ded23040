import type { CellSpec, PrintSpec, RangeSpec, SheetSpec } from '../spec';
import { merged, rowCells, text, type Content } from './grid';
import type { ReportStyle } from './page';

/** Widths of the overview's columns: what an A4 page upright has room for. */
export const flowWidths = [5, 24.2, 8.8, 8.8, 8.8, 8.8, 8.8, 8.8] as const;

/** The 1-based last column of the overview. */
export const flowRight = flowWidths.length;

/** Points of the gap between two parts. */
const GAP = 4.5;

/** The numbers of the overview's parts. */
const numerals = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** A content over columns of a row, both ends included. */
export type Span = readonly [left: number, right: number, content: Content];

/** The overview's cells as they come, row after row. */
export class Flow {
  readonly cells: CellSpec[] = [];
  readonly merges: RangeSpec[] = [];
  readonly heights: SheetSpec['rowHeights'][number][] = [];
  readonly together: NonNullable<PrintSpec['together']>[number][] = [];
  row = 1;
  private parts = 0;

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

  /** The heading of the next part, with its number. */
  heading(words: string): void {
    this.parts += 1;
    this.paragraph(`${numerals[this.parts - 1] ?? ''}. ${words}`, 'heading');
  }

  /** Makes the next row lower than the text in it would. */
  low(height: number): void {
    this.heights.push({ row: this.row, height });
  }

  /** A gap before the next part. */
  gap(): void {
    this.low(GAP);
    this.row += 1;
  }

  /** A part, after a gap; it stays on one page, if it is no longer than one. */
  part<T>(draw: () => T): T {
    const from = this.row;
    this.gap();
    const drawn = draw();
    this.together.push({ from, to: this.row - 1 });
    return drawn;
  }
}
