import { fold } from '../../domain/text';

/** The words of a name, folded, for comparing it with others. */
export type Phrase = { readonly words: readonly string[]; readonly known: ReadonlySet<string> };

/** Makes a phrase of a text. */
export function phraseOf(text: string): Phrase {
  return phraseOfWords(fold(text).split(' '));
}

/** Makes a phrase of words that are folded already. */
export function phraseOfWords(all: readonly string[]): Phrase {
  const words = all.filter((word) => word !== '');
  return { words, known: new Set(words) };
}

/** How many words of one phrase the other has too, in any order: the most they can share. */
export function inCommon(a: Phrase, b: Phrase): number {
  return a.words.reduce((count, word) => (b.known.has(word) ? count + 1 : count), 0);
}

/** The longest run of words that two phrases share: where it begins in the first, how long. */
export function commonRun(
  a: readonly string[],
  b: readonly string[],
): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 0 };
  let previous: number[] = [];
  a.forEach((word, i) => {
    const row: number[] = [];
    b.forEach((other, j) => {
      const length = word === other ? (previous[j - 1] ?? 0) + 1 : 0;
      row.push(length);
      if (length > best.length) best = { at: i - length + 1, length };
    });
    previous = row;
  });
  return best;
}

/** How many words two phrases share in the same order. */
export function sharedInOrder(a: readonly string[], b: readonly string[]): number {
  let previous: number[] = b.map(() => 0);
  for (const word of a) {
    const row: number[] = [];
    b.forEach((other, j) => {
      const taken = word === other ? (previous[j - 1] ?? 0) + 1 : 0;
      row.push(Math.max(taken, previous[j] ?? 0, row[j - 1] ?? 0));
    });
    previous = row;
  }
  return previous.at(-1) ?? 0;
}
