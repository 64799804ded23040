/** Words cut to a length at the end of a word, with an ellipsis; shorter ones stay as they are. */
export function shorten(words: string, length: number): string {
  if (words.length <= length) return words;
  const cut = words.slice(0, length - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))}…`;
}

/** Characters of a row's name in a list; its whole name is on the sheet. */
export const NAME_LENGTH = 110;
