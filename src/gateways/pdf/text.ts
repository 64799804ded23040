import { joinLines } from '../../domain/text';
import type { Glyph } from './page';

/** Signs on one line without a space between them. */
export type Word = Glyph;

/** Words that stand on one line beside each other, without a gap that divides columns. */
export type Segment = Word & { readonly words: readonly Word[] };

/** Words on one line of a page, cut where a gap is wider than spaces are. */
export type TextLine = { readonly page: number; readonly pieces: readonly Segment[] };

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
    let open: Word[] = [];
    for (const word of wordsOf(line)) {
      const last = open.at(-1);
      if (last && isWide(last, word)) {
        segments.push(joinWords(open));
        open = [];
      }
      open.push(word);
    }
    if (open.length > 0) segments.push(joinWords(open));
    return segments.length > 0 ? [segments] : [];
  });
}

/** True when the gap between two words is wider than any space. */
export function isWide(one: Word, next: Word): boolean {
  return next.left - one.right > WIDE_SPACE * next.size;
}

/** One piece of words that stand beside each other, of which there is one at least. */
export function joinWords(words: readonly Word[]): Segment {
  return {
    words,
    text: words.map(({ text }) => text).join(' '),
    left: words[0]?.left ?? 0,
    right: words.reduce((most, { right }) => Math.max(most, right), -Infinity),
    base: words[0]?.base ?? 0,
    size: words.reduce((most, { size }) => Math.max(most, size), 0),
  };
}

/** The words of signs on one line. */
function wordsOf(glyphs: readonly Glyph[]): readonly Word[] {
  const words: Word[] = [];
  let apart = true;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      apart = true;
      continue;
    }
    const last = words.at(-1);
    if (!last || apart || glyph.left - last.right > SPACE * glyph.size) words.push(glyph);
    else
      words[words.length - 1] = {
        ...last,
        text: last.text + glyph.text,
        right: Math.max(last.right, glyph.right),
        size: Math.max(last.size, glyph.size),
      };
    apart = false;
  }
  return words;
}

/** The segments of a line that stand so far apart that they belong to different columns. */
export function farApart(segments: readonly Segment[]): readonly Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (last && segment.left - last.right <= COLUMN_GAP * segment.size)
      joined[joined.length - 1] = joinWords([...last.words, ...segment.words]);
    else joined.push(segment);
  }
  return joined;
}

/** The words of a cell on one line. */
export function cellTextOf(glyphs: readonly Glyph[]): string {
  return joinLines(
    linesOfGlyphs(glyphs)
      .map((line) =>
        wordsOf(line)
          .map(({ text }) => text)
          .join(' '),
      )
      .filter((line) => line !== ''),
  );
}
