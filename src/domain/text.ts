/**
 * Puts text into the form every room uses: NFC, one space for any run of white space
 * (non-breaking and zero-width ones included), none at the ends.
 */
export function tidy(text: string): string {
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A line that was broken within a word: after a hyphen or a stroke without a space before it. */
const BROKEN_WORD = /[\p{L}\p{N}][-/]$/u;

/** Joins lines of wrapped text by a space, and by none where a word was broken over two of them. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce(
    (text, line) => `${text}${text === '' || BROKEN_WORD.test(text) ? '' : ' '}${line}`,
    '',
  );
}

/** Words cut to a length at the end of a word, with an ellipsis; shorter ones stay as they are. */
export function shorten(words: string, length: number): string {
  if (words.length <= length) return words;
  const cut = words.slice(0, length - 1);
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

/** Text longer than this is cut in messages. */
const LONGEST_SEEN = 120;

/** Text as a message quotes it: tidied, and cut when it is long. */
export function quoted(text: string): string {
  const tidied = tidy(text);
  return tidied.length <= LONGEST_SEEN ? tidied : `${tidied.slice(0, LONGEST_SEEN - 1)}…`;
}

/**
 * Folds text for comparing names: lower case, without tone and vowel marks, "đ" as "d",
 * punctuation as spaces. "Tỷ lệ" and "Tỉ lệ", "hoà" and "hòa" become the same only because
 * the marks go and "y" after a consonant at a syllable's end is written "i".
 */
export function fold(text: string): string {
  return tidy(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/g, 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=\b[bcdghklmnpqrstvx]{1,3})y\b/g, 'i')
    .trim();
}
