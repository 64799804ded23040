import { Inflate } from 'fflate';
import { damaged, hostile, Refusal } from '../xlsx/read/refusal';

const PART = 'pdf';
const RETURN = 0x0d;
const SPACE = 0x20;
const SAVE = 0x71;
const RESTORE = 0x51;
/** Objects of a file: a plan of 100 pages has some thousand. */
const MOST_OBJECTS = 200_000;
/** Bytes of one unpacked stream: a picture, a font, and what draws a page. */
const MOST_PICTURE_BYTES = 256 * 2 ** 20;
const MOST_FONT_BYTES = 64 * 2 ** 20;
const MOST_DRAWING_BYTES = 4 * 2 ** 20;
const MOST_UNPACKED_BYTES = 512 * 2 ** 20;
/** How far before its end the mark of the end is looked for: mail programs add lines. */
const END_BYTES = 4096;
/** How far before a stream what it holds is said. */
const DICTIONARY_BYTES = 600;
const SLICE_BYTES = 65_536;
/** Drawing states saved over each other: viewers keep 28, and each costs the parser more. */
const DEEPEST = 500;
/** A packed stream so short cannot become large: a byte becomes 1,032 at most. */
const HARMLESS_BYTES = 2048;

/**
 * Looks over the bytes of a .pdf before anything is made of them: throws a `Refusal` for a file
 * that is cut short, has more objects than any plan, or unpacks to more than it should.
 */
export function guardPdf(bytes: Uint8Array): void {
  if (!textAt(bytes, bytes.length - END_BYTES, END_BYTES).includes('%%EOF'))
    throw damaged(PART, 'truncated');
  if (placesOf(bytes, ' obj', MOST_OBJECTS + 1).length > MOST_OBJECTS)
    throw hostile(PART, 'tooManyItems', MOST_OBJECTS);
  let unpacked = 0;
  let stream: { readonly start: number; readonly dictionary: string } | null = null;
  for (const at of placesOf(bytes, 'stream')) {
    const isEnd = textAt(bytes, at - 3, 3) === 'end';
    if (isEnd && stream) {
      unpacked += checkStream(bytes.subarray(stream.start, at - 3), stream.dictionary);
      if (unpacked > MOST_UNPACKED_BYTES)
        throw hostile(PART, 'unpackedTooLarge', MOST_UNPACKED_BYTES);
    }
    const start = at + 'stream'.length + (bytes[at + 6] === RETURN ? 2 : 1);
    const before = textAt(bytes, at - DICTIONARY_BYTES, DICTIONARY_BYTES);
    stream = isEnd ? null : { start, dictionary: before.split(' obj').at(-1) ?? '' };
  }
}

/** How many bytes a stream unpacks to; throws a `Refusal` for one that asks for too much. */
function checkStream(packed: Uint8Array, dictionary: string): number {
  const isPicture = /\/Subtype\s*\/Image/.test(dictionary);
  const isFont = /\/Length1\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)/.test(dictionary);
  const most = isPicture ? MOST_PICTURE_BYTES : isFont ? MOST_FONT_BYTES : MOST_DRAWING_BYTES;
  let size = 0;
  let depth = 0;
  const look = (chunk: Uint8Array): void => {
    size += chunk.length;
    if (size > most) throw hostile(PART, 'zipBomb', most);
    if (isPicture || isFont) return;
    depth = Math.max(0, depth + depthOf(chunk));
    if (depth > DEEPEST) throw hostile(PART, 'tooDeep', DEEPEST);
  };
  if (!/\/Fl(?:ateDecode)?\b/.test(dictionary)) {
    if (!/\/Filter\b/.test(dictionary)) look(packed);
    return size;
  }
  if (packed.length < HARMLESS_BYTES) return size;
  const inflating = new Inflate(look);
  try {
    // Past the two bytes that say how it is packed.
    for (let at = 2; at < packed.length; at += SLICE_BYTES)
      inflating.push(packed.subarray(at, at + SLICE_BYTES));
  } catch (error) {
    // Damage in one stream is told, or lived with, by the parser.
    if (error instanceof Refusal) throw error;
  }
  return size;
}

/** How many drawing states a piece of a page saves (`q`) more than it goes back to (`Q`). */
function depthOf(drawing: Uint8Array): number {
  let depth = 0;
  for (let at = 0; at < drawing.length; at++) {
    const byte = drawing[at];
    if (byte !== SAVE && byte !== RESTORE) continue;
    if ((drawing[at - 1] ?? SPACE) <= SPACE && (drawing[at + 1] ?? SPACE) <= SPACE)
      depth += byte === SAVE ? 1 : -1;
  }
  return depth;
}

/** Where a word stands, at most so many times. */
function placesOf(bytes: Uint8Array, word: string, most = Infinity): readonly number[] {
  const codes = Array.from(word, (letter) => letter.charCodeAt(0));
  const [first = 0] = codes;
  const places: number[] = [];
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) places.push(at);
    if (places.length === most) break;
  }
  return places;
}

function textAt(bytes: Uint8Array, start: number, length: number): string {
  const from = Math.max(0, start);
  return new TextDecoder('latin1').decode(bytes.subarray(from, Math.max(from, start + length)));
}
