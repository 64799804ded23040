import type { Style } from '../../host/model/style';

/** Pixels of a point. */
export const PIXELS_PER_POINT = 4 / 3;

/** A line of text is so many times as high as its font. */
export const LINE_HEIGHT = 1.2;

const canvas = document.createElement('canvas').getContext('2d');
const widths = new Map<string, Map<string, number>>();

/** The font of a style as CSS has it. */
export function fontOf({ fontName, fontSize, bold, italic }: Style): string {
  const size = fontSize * PIXELS_PER_POINT;
  return `${italic ? 'italic ' : ''}${bold ? 'bold ' : ''}${size}px "${fontName.replaceAll('"', '')}", ${fallbackOf(fontName)}`;
}

function fallbackOf(fontName: string): string {
  return /times|serif|cambria/i.test(fontName)
    ? '"Liberation Serif", serif'
    : 'Carlito, "Liberation Sans", sans-serif';
}

/**
 * The width of a text of one line in pixels: the sum of its characters' widths, each measured
 * once, so that twenty thousand rows are laid out in a blink.
 */
export function textWidth(text: string, font: string): number {
  let known = widths.get(font);
  if (!known) {
    known = new Map();
    widths.set(font, known);
  }
  let sum = 0;
  for (const character of text) {
    let width = known.get(character);
    if (width === undefined) {
      if (canvas) canvas.font = font;
      width = canvas?.measureText(character).width ?? 7;
      known.set(character, width);
    }
    sum += width;
  }
  return sum;
}

/** How many lines a text takes that wraps at words within a width in pixels. */
export function lineCount(text: string, font: string, width: number): number {
  let lines = 0;
  for (const paragraph of text.split('\n')) {
    lines += 1;
    let filled = 0;
    for (const word of paragraph.split(/(?<=\s)/)) {
      const needed = textWidth(word.trimEnd(), font);
      if (filled > 0 && filled + needed > width) {
        lines += 1;
        filled = 0;
      }
      // A word longer than a line breaks inside.
      if (needed > width && width > 0) lines += Math.ceil(needed / width) - 1;
      filled += textWidth(word, font);
    }
  }
  return lines;
}

/** The height of a row that holds so many lines of a style, in pixels. */
export function heightOf(lines: number, { fontSize }: Style): number {
  return Math.ceil(lines * fontSize * PIXELS_PER_POINT * LINE_HEIGHT) + 2;
}
