import { signBySign } from '../../domain/text';

/** The changed letter where it is as long as the letter, so that all places stay the same. */
function sameLength(letter: string, changed: string): string {
  return changed.length === letter.length ? changed : letter;
}

/** Lower case, with every character at its own place. */
export function lower(text: string): string {
  const changed = text.toLowerCase();
  return changed.length === text.length
    ? changed
    : text.replace(/[\s\S]/g, (letter) => sameLength(letter, letter.toLowerCase()));
}

/**
 * Lower case without tone and vowel marks, "đ" as "d", with every character at its own place:
 * an index found in the flat text is the same index in the source. (The domain's `fold` drops
 * and merges characters, so it can only compare.)
 */
export const flat = signBySign((letter) =>
  sameLength(
    letter,
    letter.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('đ', 'd'),
  ),
);

/** The text without the given characters at its beginning and end. */
export function trimmed(text: string, start: string, end: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && start.includes(text.charAt(from))) from += 1;
  while (to > from && end.includes(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

/** The text with what stands in round brackets blanked out, every other place unchanged. */
function outsideBrackets(text: string): string {
  return text.replace(/\([^()]*\)/g, (inside) => `(${'\u0001'.repeat(inside.length - 2)})`);
}

/** A text beside the form it is searched in; a place in one is the same place in the other. */
export type Searched = {
  readonly source: string;
  /** Lower case, with what stands in round brackets blanked out. */
  readonly words: string;
};

/** Makes a text ready to be searched. */
export function searched(source: string): Searched {
  return { source, words: lower(outsideBrackets(source)) };
}

/** A stretch of a searched text. */
export function part({ source, words }: Searched, from: number, to?: number): Searched {
  return { source: source.slice(from, to), words: words.slice(from, to) };
}
