/** How a line is marked as an item: its style (one style is one level), number and length. */
export type Marker = {
  readonly style:
    | 'part'
    | 'appendix'
    | 'A'
    | 'I'
    | '1'
    | '1.1'
    | '1.1.1'
    | '1.1.1.1'
    | '(1)'
    | '1)'
    | 'a)'
    | '-'
    | '+'
    | '•';
  /** As printed, without the closing dot or bracket; "" for a bullet. */
  readonly number: string;
  /** Characters of the marker with the space after it. */
  readonly length: number;
};

const DOTTED = ['1', '1.1', '1.1.1', '1.1.1.1'] as const;

const forms: readonly (readonly [RegExp, Marker['style']])[] = [
  [/^(?:PHẦN|Phần)\s+(thứ\s+\p{L}+|THỨ\s+\p{L}+|[IVX]+|\d+)[.:]?(?=\s|$)\s*/u, 'part'],
  [/^(?:PHỤ LỤC|Phụ lục)(?:\s+(?:SỐ\s+|số\s+)?([IVX]+|\d+))?[.:]?$/, 'appendix'],
  [/^([A-HK])[.)]\s+(?=\p{Lu}{2})/u, 'A'],
  [/^([IVX]{1,6})(?:[.)/]\s*|\s?[-–—:]\s*(?=\p{Lu}))(?=\S)/u, 'I'],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?$/, '1'],
  [/^(\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s*(?=\p{L}|["“])|\s+(?=\p{Lu}))/u, '1'],
  [/^(\d{1,2})\.\s+(?=\S)|^(\d{1,2})\.(?=\p{Lu})/u, '1'],
  [/^(\d{1,2})\)\s*(?=\S)/, '1)'],
  [/^\((\d{1,2}|\p{Ll})\)\s*(?=\S)/u, '(1)'],
  [/^(\p{Ll}\d?)[.)]\s+(?=\S)|^(\p{Ll})\)(?=\p{Lu})/u, 'a)'],
  [/^[-–—−]\s+(?=\S)|^[-–](?=\p{Lu}\p{Ll}|\d+(?:[,.]\d+)?\s?%)/u, '-'],
  [/^\+\s*(?=\S)/, '+'],
  [/^[•●▪■◦○·*✓➢❖\uf000-\uf0ff]\s*(?=\S)/u, '•'],
];

/** No marker begins with a lower-case word, so most lines need no closer look. */
const NO_MARKER = /^(?:\p{Ll}{2}|[\p{Lu}\p{Ll}][\p{Ll}, ])/u;
const WORD_MARKER = /^ph/i;

/** Reads the marker a text begins with; null where it begins with none. */
export function markerOf(text: string): Marker | null {
  if (NO_MARKER.test(text) && !WORD_MARKER.test(text)) return null;
  for (const [form, style] of forms) {
    const match = form.exec(text);
    if (match === null) continue;
    const number = match[1] ?? match[2] ?? '';
    const depth = number.split('.').length - 1;
    return {
      style: style === '1' ? (DOTTED[depth] ?? '1') : style,
      number,
      length: match[0].length,
    };
  }
  return null;
}
