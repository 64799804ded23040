import { decodeText } from '../../../src/gateways/documents/decodeText';

const WORDS = 'Kế hoạch hành động thực hiện Nghị quyết số 57-NQ/TW, đơn vị chủ trì: Sở KH&CN';

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(order === 'be' ? bytes.swap16() : bytes);
}

/** What old Vietnamese programs write: a letter with its shape, then its tone. */
const OLD_LETTERS: ReadonlyMap<string, number> = new Map([
  ['ă', 0xe3],
  ['â', 0xe2],
  ['đ', 0xf0],
  ['ê', 0xea],
  ['ô', 0xf4],
  ['ơ', 0xf5],
  ['ư', 0xfd],
  ['\u0300', 0xcc],
  ['\u0309', 0xd2],
  ['\u0303', 0xde],
  ['\u0301', 0xec],
  ['\u0323', 0xf2],
]);

function windows1258(text: string): Uint8Array {
  const letters = text
    .normalize('NFD')
    .replace(/(\p{L})(\p{M}*)/gu, (_, letter: string, marks: string) => {
      const tones = marks.replace(/[\u0302\u0306\u031b]/g, '');
      const shape = marks.replace(/[^\u0302\u0306\u031b]/g, '');
      return (letter + shape).normalize('NFC') + tones;
    });
  return Uint8Array.from(letters, (letter) => OLD_LETTERS.get(letter) ?? letter.charCodeAt(0));
}

it.each<readonly [string, Uint8Array]>([
  ['UTF-8', new TextEncoder().encode(WORDS)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${WORDS}`)],
  ['UTF-16', utf16(WORDS, 'le')],
  ['UTF-16, big end first', utf16(WORDS, 'be')],
  ['UTF-16 without a mark', utf16(WORDS, 'le', false)],
  ['windows-1258', windows1258(WORDS)],
])('reads %s', (_, bytes) => {
  expect(decodeText(bytes)?.normalize('NFC')).toBe(WORDS);
});

it('takes the encoding that a page names', () => {
  const page = '<html><head><meta charset="windows-1252"></head><p>Caf\u00e9</p>';
  expect(decodeText(Buffer.from(page, 'latin1'))).toBe(page);
});

it.each<readonly [string, readonly number[]]>([
  ['zeros', [0x41, 0, 0, 0, 0, 0x42]],
  ['bytes of no encoding', [0x41, 0xff, 0xfe, 0xc3, 0x28, 0x80]],
  ['a page in an encoding nobody knows', [...Buffer.from('<meta charset=x-none>\xff', 'latin1')]],
])('finds no text in %s', (_, bytes) => {
  expect(decodeText(Uint8Array.from(bytes))).toBeNull();
});
