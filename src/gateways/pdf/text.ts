import { joinLines } from '../../domain/text';
import type { Glyph } from './page';

/** Words that stand on one line beside each other, without a gap that divides columns. */
export type Segment = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
};

/** Signs so close to each other's line stand on one, in parts of their size. */
const SAME_LINE = 0.45;
/** A gap between signs that is a space, and one that no space is as wide as. */
const SPACE = 0.18;
const WIDE_SPACE = 0.6;
const COLUMN_GAP = 1.6;

/** Puts signs into lines, top to bottom. Signs far smaller than the rest are notes' marks. */
export function linesOfGlyphs(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const lines: { base: number; glyphs: Glyph[] }[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base)) {
    const line = lines.at(-1);
    if (line && glyph.base - line.base <= SAME_LINE * glyph.size) line.glyphs.push(glyph);
    else lines.push({ base: glyph.base, glyphs: [glyph] });
  }
  return lines.map((line) => line.glyphs.sort((a, b) => a.left - b.left));
}

/** The segments of signs, line by line and from left to right, cut at each wide space. */
export function segmentsOf(glyphs: readonly Glyph[]): readonly (readonly Segment[])[] {
  return linesOfGlyphs(glyphs).flatMap((line) => {
    const segments: Segment[] = [];
    let open: Glyph[] = [];
    const close = (): void => {
      const text = textOf(open);
      const [first] = open;
      if (first && text !== '')
        segments.push({
          text,
          left: first.left,
          right: Math.max(...open.map(({ right }) => right)),
          base: first.base,
          size: Math.max(...open.map(({ size }) => size)),
        });
      open = [];
    };
    let end = -Infinity;
    for (const glyph of line) {
      if (glyph.text.trim() === '') {
        open.push(glyph);
        continue;
      }
      if (glyph.left - end > WIDE_SPACE * glyph.size) close();
      open.push(glyph);
      end = Math.max(end, glyph.right);
    }
    close();
    return segments.length > 0 ? [segments] : [];
  });
}

/** The segments of a line that stand so far apart that they belong to different columns. */
export function farApart(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && segment.left - last.right <= COLUMN_GAP * segment.size)
      joined[joined.length - 1] = {
        ...last,
        text: `${last.text} ${segment.text}`,
        right: segment.right,
      };
    else joined.push(segment);
  }
  return joined;
}

/** The words of signs on one line, with a space for each gap. */
function textOf(glyphs: readonly Glyph[]): string {
  let text = '';
  let end: number | null = null;
  for (const { text: sign, left, right, size } of glyphs) {
    if (sign.trim() !== '' && end !== null && left - end > SPACE * size && !text.endsWith(' '))
      text += ' ';
    text += sign;
    end = sign.trim() === '' ? end : Math.max(end ?? right, right);
  }
  return text.trim();
}

/** The words of a cell on one line. */
export function cellTextOf(glyphs: readonly Glyph[]): string {
  return joinLines(
    linesOfGlyphs(glyphs)
      .map(textOf)
      .filter((line) => line !== ''),
  );
}
