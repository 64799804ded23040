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

const numbers = z.array(z.number());
const matrixSchema = z.tuple([
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
  z.number(),
]);
/** What the library hands over for each sign; a bare number moves the next sign. */
const glyphsSchema = z.array(
  z.union([
    z.number(),
    z.object({ unicode: z.string(), width: z.number(), isSpace: z.boolean() }),
    z.null(),
  ]),
);
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
  const advance = (x: number): void => {
    spot = times(spot, [1, 0, 0, 1, x, 0]);
  };
  const show = (args: unknown): void => {
    const shown = glyphsSchema.safeParse(args);
    if (!shown.success) return;
    const { font, size, charSpace, wordSpace, scale, rise } = text;
    const unit = fontScale(font) * size;
    for (const glyph of shown.data) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        advance((-glyph / 1000) * size * scale);
        continue;
      }
      const drawn = times(matrix, spot);
      const begin = apply(drawn, 0, rise);
      const width = glyph.width * unit * scale;
      const end = apply(drawn, width, rise);
      const [a, b, c, d] = drawn;
      // Text that does not run from left to right is a stamp or a water mark.
      if (Math.abs(end.y - begin.y) <= LEANS && end.x >= begin.x && a * d - b * c !== 0)
        glyphs.push({
          text: glyph.unicode,
          left: begin.x,
          right: end.x,
          base: begin.y,
          size: size * Math.hypot(c, d),
        });
      advance(width + (charSpace + (glyph.isSpace ? wordSpace : 0)) * scale);
    }
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
    const args = operations.argsArray[at];
    const [first = 0, second = 0] = numbers.safeParse(args).data ?? [];
    switch (operation) {
      case OPS.save:
        saved.push([matrix, text]);
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        restore();
        break;
      case OPS.transform:
        matrix = times(matrix, givenMatrix.safeParse(args).data ?? identity);
        break;
      case OPS.paintFormXObjectBegin: {
        saved.push([matrix, text]);
        const [inner] = z.array(z.unknown()).safeParse(args).data ?? [];
        matrix = times(matrix, givenMatrix.safeParse(inner).data ?? identity);
        break;
      }
      case OPS.beginText:
        line = identity;
        spot = identity;
        break;
      case OPS.setFont: {
        const font = z.tuple([z.string(), z.number()]).safeParse(args);
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
        line = textMatrix(args);
        spot = line;
        break;
      case OPS.nextLine:
        moveLine(0, text.leading);
        break;
      case OPS.showText:
      case OPS.showSpacedText: {
        const [shown] = z.array(z.unknown()).safeParse(args).data ?? [];
        show(shown);
        break;
      }
      case OPS.nextLineShowText:
      case OPS.nextLineSetSpacingShowText: {
        moveLine(0, text.leading);
        show(z.array(z.unknown()).safeParse(args).data?.at(-1));
        break;
      }
      case OPS.constructPath:
        followPath(args, matrix, rule);
        break;
    }
  }
  return { glyphs, rulings };
}

/** The matrix of a text: its six numbers, or one array of them. */
function textMatrix(args: unknown): Matrix {
  const [inner] = z.array(z.unknown()).safeParse(args).data ?? [];
  return matrixSchema.safeParse(args).data ?? givenMatrix.safeParse(inner).data ?? identity;
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
