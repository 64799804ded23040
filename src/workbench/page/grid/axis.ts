/** Lines of one direction, rows or columns, laid one after another; lines count from 1. */
export type Axis = {
  readonly count: number;
  /** All lines together, in pixels. */
  readonly total: number;
  /** Where a line begins, in pixels; the line behind the last begins at `total`. */
  readonly start: (line: number) => number;
  /** How wide or high a line is, in pixels; 0 for a hidden one. */
  readonly size: (line: number) => number;
  /** The line at a place; the first or last for a place outside. */
  readonly at: (pixels: number) => number;
};

/** Lays out lines by their sizes in pixels, the first line's size first. */
export function axisOf(sizes: ArrayLike<number>): Axis {
  const count = sizes.length;
  const starts = new Float64Array(count + 1);
  for (let index = 0; index < count; index++)
    starts[index + 1] = (starts[index] ?? 0) + (sizes[index] ?? 0);
  const total = starts[count] ?? 0;
  const start = (line: number): number => starts[Math.min(Math.max(line - 1, 0), count)] ?? total;
  return {
    count,
    total,
    start,
    size: (line) => start(line + 1) - start(line),
    at: (pixels) => {
      let low = 1;
      let high = count;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (start(middle) <= pixels) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
