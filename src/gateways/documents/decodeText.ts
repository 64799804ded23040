import { decoderOf } from './oldLetters';

/** How far into a page its encoding is looked for, as browsers do. */
const HEAD_BYTES = 4096;
const CHARSET = /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)/i;

/** The share of a text that must be marks, put together of letter and tone, in windows-1258. */
const LEAST_MARKED = 0.02;
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/;

/**
 * The text of bytes in whatever encoding they say (byte order mark, the `charset` of a page) or
 * show: UTF-8, UTF-16, the windows-1258 that old Vietnamese programs write, or the bytes of fonts
 * before Unicode (see `modernLetters`). Null for bytes that are text in none of these.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const marked = bomOf(bytes);
  if (marked !== null) return decode(bytes, marked);
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return utf8;
  const zeros = zerosOf(bytes);
  if (zeros !== null) return decode(bytes, zeros);
  const named = CHARSET.exec(decode(bytes.subarray(0, HEAD_BYTES), 'latin1') ?? '')?.[1];
  if (named !== undefined) return decode(bytes, named);
  const old = decode(bytes, 'windows-1258');
  if (old !== null && isVietnamese(old)) return old;
  const plain = decode(bytes, 'latin1');
  return plain !== null && decoderOf(plain) !== null ? plain : null;
}

function bomOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without its mark: every other byte of its spaces and digits is zero. */
function zerosOf(bytes: Uint8Array): string | null {
  const head = bytes.subarray(0, HEAD_BYTES);
  const at = [0, 0];
  for (const [index, byte] of head.entries())
    if (byte === 0) at[index % 2] = (at[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = at;
  if (odd > head.length / 16 && even === 0) return 'utf-16le';
  return even > head.length / 16 && odd === 0 ? 'utf-16be' : null;
}

/** Null where the bytes are wrong in that encoding, or nobody knows it. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch {
    // A decoder throws for these two reasons only.
    return null;
  }
}

/** Tones stand behind their letters in windows-1258, and all of them find one. */
function isVietnamese(text: string): boolean {
  if (CONTROLS.test(text)) return false;
  const composed = text.normalize('NFC');
  return !/\p{M}/u.test(composed) && text.length - composed.length > text.length * LEAST_MARKED;
}
