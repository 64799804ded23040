import type { PrintSpec, SheetSpec } from '../../../workbook/spec';
import { columnRoom, fittedHeights, STANDARD_HEIGHT, STANDARD_WIDTH } from './fit';

const POINTS_PER_INCH = 72;
/** The sides of papers in points. */
const papers = { a4: { short: 595, long: 842 }, a3: { short: 842, long: 1191 } } as const;

/** Printers differ a little: this share of a page's height holds on each. */
const CAUTION = 0.985;
/** A break for one program's sake leaves no more than this share of the page empty in another's. */
const EMPTY = 0.5;
/**
 * How wide a character is to Excel and to LibreOffice, as shares of Excel's: Excel counts whole
 * pixels. What is wider shrinks more to the width of its page, and takes more rows.
 */
const PROGRAMS = [1, 22 / 21];

/**
 * The rows after which a new page begins: the spec's own breaks, and one before rows that stay
 * together where the page has no room left for them. `fitted` are the heights of rows that need
 * more than an empty one.
 */
export function pageBreaks(
  sheet: SheetSpec,
  fitted: ReadonlyMap<number, number> | null = null,
): readonly number[] {
  const { area, titleRows, together, breaksAfter = [] } = sheet.print;
  if (!area || !together || together.length === 0) return breaksAfter;
  const heights = new Map([
    ...(fitted ?? fittedHeights(sheet)),
    ...sheet.rowHeights.map(({ row, height: own }) => [row, own] as const),
  ]);
  const height = (from: number, to: number): number => {
    let sum = 0;
    for (let row = from; row <= to; row += 1) sum += heights.get(row) ?? STANDARD_HEIGHT;
    return sum;
  };
  const repeated = titleRows ? height(titleRows.from, titleRows.to) : 0;
  const pages = PROGRAMS.map((wider) => {
    const room = roomOf(sheet, wider) * CAUTION;
    return { left: room, next: room - repeated };
  });
  const groups = new Map<number, number[]>();
  for (const { from, to } of together) groups.set(from, [...(groups.get(from) ?? []), to]);
  const given = new Set(breaksAfter);
  const breaks: number[] = [];
  for (let row = area.top; row <= area.bottom; row += 1) {
    const own = height(row, row);
    const isCut = (groups.get(row) ?? []).some((to) => {
      const needed = height(row, to);
      return (
        pages.some(({ left, next }) => needed > left && needed <= next) &&
        pages.every(({ left, next }) => left <= Math.max(next * EMPTY, needed))
      );
    });
    const begins = row > area.top && (isCut || given.has(row - 1));
    if (begins) breaks.push(row - 1);
    for (const page of pages) {
      if (begins || own > page.left) page.left = page.next;
      page.left -= own;
    }
  }
  return breaks;
}

/** How many points of rows a page takes. */
function roomOf({ print, columns }: SheetSpec, wider: number): number {
  const isUpright = print.orientation === 'portrait';
  const { short, long } = papers[print.paper ?? 'a4'];
  const inside = (length: number, before: number, after: number): number =>
    length - (before + after) * POINTS_PER_INCH;
  const { top, bottom, left, right } = print.margins;
  const tall = inside(isUpright ? long : short, top, bottom);
  const wide = inside(isUpright ? short : long, left, right) * (print.pagesAcross ?? 1);
  return print.fitToWidth ? tall / shrunk(wide / wider, print.area, columns) : tall;
}

/** How much the columns of an area shrink to be as wide as the page; they never grow. */
function shrunk(wide: number, area: PrintSpec['area'], columns: SheetSpec['columns']): number {
  let needed = 0;
  for (let column = area?.left ?? 1; column <= (area?.right ?? columns.length); column += 1) {
    const { width, outline } = columns[column - 1] ?? { width: STANDARD_WIDTH };
    if (!outline) needed += columnRoom(width);
  }
  return Math.min(1, Math.floor((wide / needed) * 100) / 100);
}
