import { OPS } from 'unpdf/pdfjs';
import { z } from 'zod';
import type { Glyph, PageContent, Ruling } from './page';

/** Signs and lines of one page: a full page has some 5,000 signs, a dense table 500 lines. */
const MOST_PIECES = 200_000;
/** A filled shape up to this wide is a line. */
const THICKEST_LINE = 3;
/** A line that is shorter is a dot or a corner. */
const SHORTEST_LINE = 4;
/** How far a line may lean, in points. */
const LEANS = 1;

/** PDF 32000-1, 8.3.3: x' = a x + c y + e, y' = b x + d y + f. */
type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

type Point = { readonly x: number; readonly y: number };

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

const matrixSchema = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);
const fontSchema = z.tuple([z.string(), z.number()]);

/** What the library hands over for a sign of text. */
type ShownSign = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

// Signs and the arguments of operations come by the hundred thousand, so they are looked at one
// by one as they are needed; a schema over all of them takes longer than all the rest.

/** The arguments of an operation; none where it has no list of them. */
function listOf(args: unknown): readonly unknown[] {
  return Array.isArray(args) ? args : [];
}

/** An argument that must be a number; 0 where it is none. */
function numberOf(arg: unknown): number {
  return typeof arg === 'number' ? arg : 0;
}

function isSign(shown: unknown): shown is ShownSign {
  return (
    typeof shown === 'object' &&
    shown !== null &&
    'unicode' in shown &&
    typeof shown.unicode === 'string' &&
    'width' in shown &&
    typeof shown.width === 'number' &&
    'isSpace' in shown &&
    typeof shown.isSpace === 'boolean'
  );
}

/** Numbers in an array of any kind, or of another realm. */
const numberArray = z.custom<ArrayLike<number>>(
  (value) => ArrayBuffer.isView(value) || Array.isArray(value),
);
const pathSchema = z
  .tuple([z.number(), z.tuple([numberArray.nullable()]).rest(z.unknown())])
  .rest(z.unknown());
const givenMatrix = numberArray.transform((given) => Array.from(given)).pipe(matrixSchema);

/** The steps of a path as the library writes them: how many numbers follow each. */
const pathSteps = [2, 2, 6, 4, 0] as const;
const CURVE = 2;
const CLOSE = 4;

/** What an operator list tells of a font: how its widths are measured. */
export type FontScale = (id: string) => number;

type TextState = {
  readonly font: string;
  readonly size: number;
  readonly charSpace: number;
  readonly wordSpace: number;
  readonly scale: number;
  readonly leading: number;
  readonly rise: number;
};

const plainText: TextState = {
  font: '',
  size: 0,
  charSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
};

/** The operations of a page, as the library lists them. */
export type Operations = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
};

/**
 * Draws a page without paint: follows its operations and keeps where each sign of text stands
 * and which straight lines are drawn. Null when there are more of them than any page needs.
 * `view` turns the page's own measures into points from the top left corner, turned pages too.
 */
export function drawPage(
  operations: Operations,
  view: Matrix,
  fontScale: FontScale,
): Pick<PageContent, 'glyphs' | 'rulings'> | null {
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  let matrix = view;
  let text = plainText;
  let line = identity;
  let spot = identity;
  const saved: (readonly [Matrix, TextState])[] = [];

  const restore = (): void => {
    [matrix, text] = saved.pop() ?? [view, plainText];
  };
  const moveLine = (x: number, y: number): void => {
    line = times(line, [1, 0, 0, 1, x, y]);
    spot = line;
  };
  const show = (args: unknown): void => {
    const { font, size, charSpace, wordSpace, scale, rise } = text;
    const unit = fontScale(font) * size * scale;
    const drawn = times(matrix, spot);
    const [a, b, c, d] = drawn;
    const height = size * Math.hypot(c, d);
    let x = 0;
    for (const shown of listOf(args)) {
      // A bare number moves the next sign.
      if (typeof shown === 'number') x -= (shown / 1000) * size * scale;
      if (!isSign(shown)) continue;
      const begin = apply(drawn, x, rise);
      const width = shown.width * unit;
      const end = apply(drawn, x + width, rise);
      // Text that does not run from left to right is a stamp or a water mark.
      if (Math.abs(end.y - begin.y) <= LEANS && end.x >= begin.x && a * d - b * c !== 0)
        glyphs.push({
          text: shown.unicode,
          left: begin.x,
          right: end.x,
          base: begin.y,
          size: height,
        });
      x += width + (charSpace + (shown.isSpace ? wordSpace : 0)) * scale;
    }
    spot = times(spot, [1, 0, 0, 1, x, 0]);
  };
  const rule = (from: Point, to: Point): void => {
    const width = Math.abs(to.x - from.x);
    const height = Math.abs(to.y - from.y);
    if (height <= LEANS && width >= SHORTEST_LINE)
      rulings.push({
        across: true,
        at: (from.y + to.y) / 2,
        from: Math.min(from.x, to.x),
        to: Math.max(from.x, to.x),
      });
    else if (width <= LEANS && height >= SHORTEST_LINE)
      rulings.push({
        across: false,
        at: (from.x + to.x) / 2,
        from: Math.min(from.y, to.y),
        to: Math.max(from.y, to.y),
      });
  };

  for (const [at, operation] of operations.fnArray.entries()) {
    if (glyphs.length + rulings.length > MOST_PIECES) return null;
    const given = operations.argsArray[at];
    const args = listOf(given);
    const first = numberOf(args[0]);
    const second = numberOf(args[1]);
    switch (operation) {
      case OPS.save:
        saved.push([matrix, text]);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.transform:
        matrix = times(matrix, givenMatrix.safeParse(given).data ?? identity);
        break;
      case OPS.paintFormXObjectBegin:
        saved.push([matrix, text]);
        matrix = times(matrix, givenMatrix.safeParse(args[0]).data ?? identity);
        break;
      case OPS.beginText:
        line = identity;
        spot = identity;
        break;
      case OPS.setFont: {
        const font = fontSchema.safeParse(args);
        if (font.success) text = { ...text, font: font.data[0], size: font.data[1] };
        break;
      }
      case OPS.setCharSpacing:
        text = { ...text, charSpace: first };
        break;
      case OPS.setWordSpacing:
        text = { ...text, wordSpace: first };
        break;
      case OPS.setHScale:
        text = { ...text, scale: first / 100 };
        break;
      case OPS.setLeading:
        text = { ...text, leading: -first };
        break;
      case OPS.setTextRise:
        text = { ...text, rise: first };
        break;
      case OPS.moveText:
        moveLine(first, second);
        break;
      case OPS.setLeadingMoveText:
        text = { ...text, leading: second };
        moveLine(first, second);
        break;
      case OPS.setTextMatrix:
        line =
          matrixSchema.safeParse(given).data ?? givenMatrix.safeParse(args[0]).data ?? identity;
        spot = line;
        break;
      case OPS.nextLine:
        moveLine(0, text.leading);
        break;
      case OPS.showText:
      case OPS.showSpacedText:
        show(args[0]);
        break;
      case OPS.nextLineShowText:
      case OPS.nextLineSetSpacingShowText:
        moveLine(0, text.leading);
        show(args.at(-1));
        break;
      case OPS.constructPath:
        followPath(args, matrix, rule);
        break;
    }
  }
  return { glyphs, rulings };
}

const strokes: readonly number[] = [
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
];
const fills: readonly number[] = [OPS.fill, OPS.eoFill];

/** Finds the straight lines of a path: the sides of what is stroked, and thin shapes filled. */
function followPath(args: unknown, matrix: Matrix, rule: (from: Point, to: Point) => void): void {
  const path = pathSchema.safeParse(args);
  if (!path.success) return;
  const [paint, [data]] = path.data;
  const stroked = strokes.includes(paint);
  if (data === null || (!stroked && !fills.includes(paint))) return;
  let begin: Point = { x: 0, y: 0 };
  let here = begin;
  let corners: Point[] = [];
  const shape = (): void => {
    if (!stroked && corners.length > 0) fillLine(corners, rule);
    corners = [];
  };
  for (let at = 0; at < data.length;) {
    const step = data[at] ?? CLOSE;
    const count = pathSteps[step];
    if (count === undefined) return;
    at += 1 + count;
    if (step === CLOSE) {
      if (stroked) rule(here, begin);
      here = begin;
      continue;
    }
    const next = apply(matrix, data[at - 2] ?? 0, data[at - 1] ?? 0);
    if (step === 0) {
      shape();
      begin = next;
    } else if (stroked && step < CURVE) rule(here, next);
    corners.push(next);
    here = next;
  }
  shape();
}

/** A shape that is filled and thin is a line as good as one that is stroked. */
function fillLine(corners: readonly Point[], rule: (from: Point, to: Point) => void): void {
  const [left, right, top, bottom] = [
    Math.min(...corners.map(({ x }) => x)),
    Math.max(...corners.map(({ x }) => x)),
    Math.min(...corners.map(({ y }) => y)),
    Math.max(...corners.map(({ y }) => y)),
  ];
  const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
  if (bottom - top <= THICKEST_LINE && right - left > bottom - top)
    rule({ x: left, y: middle.y }, { x: right, y: middle.y });
  else if (right - left <= THICKEST_LINE && bottom - top > right - left)
    rule({ x: middle.x, y: top }, { x: middle.x, y: bottom });
}
