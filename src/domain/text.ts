/** Signs below this are changed by looking them up: all that Vietnamese is written with. */
const TABLE_SIZE = 0x2300;

/** Makes a function that changes a text sign by sign: what a sign becomes is found once. */
export function signBySign(change: (sign: string) => string): (text: string) => string {
  const known: (string | undefined)[] = Array.from({ length: TABLE_SIZE });
  return (text) => {
    let changed = '';
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < TABLE_SIZE) changed += known[code] ??= change(text.charAt(at));
      else {
        const sign = String.fromCodePoint(text.codePointAt(at) ?? code);
        changed += change(sign);
        at += sign.length - 1;
      }
    }
    return changed;
  };
}

/** What tidying may change: two spaces, and signs that may be no spaces, not composed or unseen. */
const MAY_BE_UNTIDY = / {2}|[^ -~À-ɏḀ-ỿ–—“”‘’…•≤≥]/;

/**
 * Puts text into the form every room uses: NFC, one space for any run of white space
 * (non-breaking and zero-width ones included), none at the ends.
 */
export function tidy(text: string): string {
  if (!MAY_BE_UNTIDY.test(text)) return text.trim();
  return text
    .replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for words in capitals: no small letter stands in them. */
export function isCapitals(text: string): boolean {
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
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
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[,;:.–-]$/, '')}…`;
}

/** Text longer than this is cut in messages. */
const LONGEST_SEEN = 120;

/** Text as a message quotes it: tidied, and cut when it is long. */
export function quoted(text: string): string {
  const tidied = tidy(text);
  return tidied.length <= LONGEST_SEEN ? tidied : `${tidied.slice(0, LONGEST_SEEN - 1)}…`;
}

const foldSigns = signBySign((sign) =>
  /[\u200b-\u200d\u2060\ufeff\u00ad]/.test(sign)
    ? ''
    : sign
        .toLowerCase()
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/đ/g, 'd')
        .replace(/[^\p{L}\p{N}]+/gu, ' '),
);

/**
 * Folds text for comparing names: lower case, without tone and vowel marks, "đ" as "d",
 * punctuation as spaces. "Tỷ lệ" and "Tỉ lệ", "hoà" and "hòa" become the same only because
 * the marks go and "y" after a consonant at a syllable's end is written "i".
 */
export function fold(text: string): string {
  const folded = foldSigns(text).replace(/ {2,}/g, ' ').trim();
  return folded.includes('y') ? folded.replace(/(?<=\b[bcdghklmnpqrstvx]{1,3})y\b/g, 'i') : folded;
}
