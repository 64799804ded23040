import { readSource } from '../../../src/reading/source';
import type { SourceLine } from '../../../src/reading/raw';

/** The lines of a text that is known to be one. */
export function linesOf(text: string): readonly SourceLine[] {
  const source = readSource(text);
  if (!source.ok) throw new Error(source.error.code);
  return source.value;
}

/** Wraps a text at spaces into lines of at most `width` characters, as a PDF does. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
