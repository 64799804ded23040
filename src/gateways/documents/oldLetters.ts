import type { Block, SourceDocument } from '../../domain/document';

/**
 * Before Unicode, Vietnamese was written with fonts that draw its letters in the places of others:
 * TCVN 5712 (".VnTime": "KÕ ho¹ch") puts each at a place of its own from U+00A1 on, VNI
 * ("VNI-Times": "Keá hoaïch") a sign for shape and tone behind the letter. What a document was
 * written in is told by all of its text.
 */

/** TCVN 5712 (VN3) from U+00A1 on; a blank where it has no letter. */
const TCVN =
  'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ';
const TCVN_FIRST = 0xa1;

/** The signs of VNI behind a letter, as marks of shape and tone. */
const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', '\u0301'],
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ï', '\u0323'],
  ['â', '\u0302'],
  ['á', '\u0302\u0301'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['ä', '\u0302\u0323'],
  ['ê', '\u0306'],
  ['é', '\u0306\u0301'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['ë', '\u0306\u0323'],
]);
/** The letters of VNI that are one sign each. */
const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
]);
const VNI_SIGN = /([aeouyôö]?)([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/giu;

/** Letters that no font before Unicode could have; a text in such a font has hardly any. */
const MODERN = /[\u01a0\u01a1\u01af\u01b0\u0102\u0103\u0110\u0111\u1ea0-\u1ef9]/g;
/** What only the one and the other writes: signs within words, and marks behind their letters. */
const TCVN_ONLY = /[a-z][¨©ª«¬\u00ad®µ¶·¸¹»¼½¾]|[¨©ª«¬\u00ad®µ¶·¸¹»¼½¾][a-z]/gi;
const VNI_ONLY = /[aeouyôö][ùøûõïâáàåãäêéèúüë]/gi;
/** The shares of a text's signs that such letters are at least, and modern ones at most. */
const LEAST_OLD = 0.02;
const MOST_MODERN = 0.005;

/** A document with its letters in Unicode, whatever font it was written for. */
export function modernLetters(document: SourceDocument): SourceDocument {
  const decode = decoderOf(textOf(document));
  return decode ? withText(document, decode) : document;
}

/** Puts the letters of a text into Unicode; null for a text that has them there. */
export function decoderOf(text: string): ((text: string) => string) | null {
  const share = (signs: RegExp): number => (text.match(signs)?.length ?? 0) / text.length;
  if (text === '' || share(MODERN) > MOST_MODERN) return null;
  if (share(TCVN_ONLY) > LEAST_OLD) return ofTcvn;
  return share(VNI_ONLY) > LEAST_OLD ? ofVni : null;
}

function ofTcvn(text: string): string {
  const letters = text.replace(/[\u00a1-\u00fe]/g, (sign) => {
    const letter = TCVN.charAt(sign.charCodeAt(0) - TCVN_FIRST);
    return letter === ' ' ? sign : letter;
  });
  return withCapitals(letters);
}

/**
 * TCVN 5712 has capitals without tone only: other fonts draw the same letters as capitals. Words
 * are known to be written in these by the plain capitals in them or in the words beside them.
 */
function withCapitals(text: string): string {
  const parts = text.split(/(\P{L}+)/u);
  const isSmall = (word: string): boolean => /[a-z]/.test(word);
  const raised = parts.map((word) => /[^\0-\x7f]/.test(word) && isCapitals(word));
  for (const step of [2, -2])
    for (let at = step > 0 ? 0 : parts.length - 1; parts[at] !== undefined; at += step)
      if (raised[at - step] && parts[at] !== '' && !isSmall(parts[at] ?? '')) raised[at] = true;
  return parts.map((word, at) => (raised[at] ? word.toUpperCase() : word)).join('');
}

/** A word with a small letter before a capital, or with several capitals and no small one. */
function isCapitals(word: string): boolean {
  if (/[a-z]/.test(word) || !/\p{Ll}/u.test(word)) return false;
  return /\p{Ll}[A-Z]/u.test(word) || (word.match(/[A-Z]/g)?.length ?? 0) > 1;
}

function ofVni(text: string): string {
  return text
    .replace(VNI_SIGN, (sign, letter: string | undefined, mark: string | undefined) => {
      if (!letter || mark === undefined) return mark === undefined ? vniLetter(sign) : sign;
      return `${vniLetter(letter)}${VNI_MARKS.get(mark.toLowerCase()) ?? ''}`;
    })
    .normalize('NFC');
}

function vniLetter(sign: string): string {
  const small = VNI_LETTERS.get(sign.toLowerCase()) ?? sign.toLowerCase();
  return sign === sign.toLowerCase() ? small : small.toUpperCase();
}

function textOf(document: SourceDocument): string {
  switch (document.kind) {
    case 'text':
      return document.text;
    case 'blocks':
      return document.blocks
        .flatMap((block) =>
          block.kind === 'line'
            ? [block.text]
            : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
        )
        .join('\n');
    case 'parts':
      return document.parts.map(textOf).join('\n');
  }
}

function withText(document: SourceDocument, change: (text: string) => string): SourceDocument {
  switch (document.kind) {
    case 'text':
      return { ...document, text: change(document.text) };
    case 'blocks':
      return { ...document, blocks: document.blocks.map((block) => blockWith(block, change)) };
    case 'parts':
      return { ...document, parts: document.parts.map((part) => withText(part, change)) };
  }
}

function blockWith(block: Block, change: (text: string) => string): Block {
  if (block.kind === 'line') return { ...block, text: change(block.text) };
  return {
    ...block,
    rows: block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, text: change(cell.text) })),
    })),
  };
}
