import { MOST_ATTRIBUTES, MOST_CHARACTERS, MOST_DEPTH, MOST_RAW_TEXT } from './limits';
import { damaged, hostile, type Refusal } from './refusal';

const TAB = 0x09;
const RETURN = 0x0d;
const SPACE = 0x20;
const BANG = 0x21;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const APOSTROPHE = 0x27;
const DOT = 0x2e;
const SLASH = 0x2f;
const DIGIT_0 = 0x30;
const DIGIT_9 = 0x39;
const COLON = 0x3a;
const LESS = 0x3c;
const EQUALS = 0x3d;
const GREATER = 0x3e;
const QUESTION = 0x3f;

/** Fatal, so that a wrong byte is a fault and not a replacement character. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const { fromCharCode } = String;
/** Up to here a string built of single characters costs less than a call of the decoder. */
const SHORT_BYTES = 12;

/** Sections that are no tags, by their first and last bytes. */
const SECTIONS = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<![CDATA[', ']]>'],
] as const;
const SECTION = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[([^]*?)\]\]>/g;

/** XML 1.0, 4.6: the five entities every document has, the usual ones of formulas first. */
const ENTITIES = [
  ['&quot;', '"'],
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&apos;', "'"],
] as const;
const REFERENCE = /&#(?:x([0-9A-Fa-f]+)|([0-9]+));/y;

/** A number in the notation of files (xsd:double); `Number` alone knows more than that. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?$/;
/** So many digits make an exact number, and their quotient by a power of ten is rounded once. */
const EXACT_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS }, (_, power) =>
  Number(`1e${String(power)}`),
);

/**
 * Walks the XML of one part once, from tag to tag, over its bytes, and builds no tree. It knows
 * what workbooks use of XML 1.0 and refuses the rest by throwing a `Refusal`: a document type
 * (and with it every entity but the five), another encoding, tags that do not match. Prefixes
 * of elements are dropped. Extension lists are passed over: they repeat the names of ordinary
 * elements for newer features.
 */
export class XmlScanner {
  /** Whether the tag met last is a whole element, `<name/>`. */
  empty = false;

  /** The name of the tag met last when it opens an element, without its prefix. */
  private name = '';
  /** Whether that tag ends an element that another tag began. */
  private closing = false;
  private at = 0;
  private depth = 0;
  private rootSeen = false;
  /** Start and end of the full names of the open elements. */
  private readonly open: number[] = [];
  private gapStart = 0;
  private gapEnd = 0;
  private gapHasSections = false;
  private attributeCount = 0;
  /** Four positions an attribute: start and end of its name, start and end of its value. */
  private readonly bounds: number[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly part: string,
  ) {
    if (this.startsWith('\u00ef\u00bb\u00bf', 0)) this.at = 3;
    else if (bytes[0] === 0xff || bytes[0] === 0xfe) throw damaged(part, 'encoding');
  }

  /** Moves to the next tag; false at the end of the part. */
  next(): boolean {
    if (!this.step()) return false;
    while (this.opens('extLst')) {
      this.skip();
      if (!this.step()) return false;
    }
    return true;
  }

  /** Moves to the next tag; false when it ends the element of that {@link level}. */
  nextWithin(level: number): boolean {
    return this.next() && this.depth >= level;
  }

  /** Whether the tag met last begins an element of that name. */
  opens(name: string): boolean {
    return !this.closing && this.name === name;
  }

  /** How many elements are open: after an opening tag, the level of its element. */
  get level(): number {
    return this.depth;
  }

  /** Moves to the end of the element whose opening tag was met last. */
  skip(): void {
    if (this.empty || this.closing) return;
    const level = this.depth;
    while (this.depth >= level && this.step());
  }

  /** Moves to the end of the element whose opening tag was met last, and returns its text. */
  content(): string {
    const plainEnd = this.passPlainContent();
    if (plainEnd !== null) return this.string(this.gapStart, plainEnd);
    const level = this.depth;
    while (this.nextWithin(level));
    return this.gap();
  }

  /** The text between the tag met last and the one before it. */
  gap(): string {
    const raw = this.string(this.gapStart, this.gapEnd);
    if (!this.gapHasSections) return this.resolve(raw);
    let text = '';
    let from = 0;
    for (const match of raw.matchAll(SECTION)) {
      text += this.resolve(raw.slice(from, match.index)) + (match[1] ?? '');
      from = match.index + match[0].length;
    }
    return text + this.resolve(raw.slice(from));
  }

  /** As {@link content}, read as a number; null when there is nothing, NaN when it is none. */
  numberContent(): number | null {
    const { at, empty } = this;
    const end = this.passPlainContent();
    if (end !== null) return this.number(empty ? end : at, end);
    const text = this.content();
    return text === '' ? null : parseNumber(text);
  }

  /** An attribute of the tag met last, by its name as written; null when it has none. */
  attribute(name: string): string | null {
    const index = this.find(name);
    return index < 0
      ? null
      : this.resolve(this.string(this.bound(index + 2), this.bound(index + 3)));
  }

  /** As {@link attribute}, read as a number; NaN when it is none. */
  numberAttribute(name: string): number | null {
    const index = this.find(name);
    return index < 0 ? null : this.number(this.bound(index + 2), this.bound(index + 3));
  }

  /** As {@link attribute}, read from the bytes by `parse`, without a string in between. */
  parseAttribute<T>(
    name: string,
    parse: (bytes: Uint8Array, start: number, end: number) => T,
  ): T | null {
    const index = this.find(name);
    return index < 0 ? null : parse(this.bytes, this.bound(index + 2), this.bound(index + 3));
  }

  /** The `id` attribute that carries a prefix: the one that names a relationship. */
  relationshipId(): string | null {
    for (let index = 0; index < this.attributeCount; index += 4) {
      const name = this.string(this.bound(index), this.bound(index + 1));
      if (name.endsWith(':id')) return this.attribute(name);
    }
    return null;
  }

  private find(name: string): number {
    for (let index = 0; index < this.attributeCount; index += 4) {
      const start = this.bound(index);
      if (this.bound(index + 1) - start === name.length && this.startsWith(name, start))
        return index;
    }
    return -1;
  }

  private bound(index: number): number {
    return this.bounds[index] ?? 0;
  }

  private startsWith(ascii: string, start: number): boolean {
    for (let index = 0; index < ascii.length; index++)
      if (this.bytes[start + index] !== ascii.charCodeAt(index)) return false;
    return true;
  }

  /**
   * Most elements hold text without entities and nothing else. Moves to the end of such an
   * element and returns where its text ends; null, and no move, for one that holds more.
   */
  private passPlainContent(): number | null {
    const { bytes, at } = this;
    this.gapStart = at;
    if (this.empty) return at;
    let end = at;
    for (let byte = bytes[end]; byte !== LESS; byte = bytes[++end])
      if (byte === AMPERSAND || byte === RETURN || byte === undefined) return null;
    if (bytes[end + 1] !== SLASH) return null;
    this.closeTag(end + 2);
    return end;
  }

  private step(): boolean {
    const { bytes } = this;
    this.gapStart = this.at;
    this.gapHasSections = false;
    let at = this.at;
    for (;;) {
      while (at < bytes.length && bytes[at] !== LESS) at++;
      const first = bytes[at + 1];
      if (first !== BANG && first !== QUESTION) break;
      this.gapHasSections = true;
      at = this.passSection(at);
    }
    this.gapEnd = at;
    if (at >= bytes.length) {
      if (this.depth > 0 || !this.rootSeen) throw this.malformed();
      return false;
    }
    if (bytes[at + 1] === SLASH) this.closeTag(at + 2);
    else this.openTag(at + 1);
    return true;
  }

  /** Passes a comment, an instruction or a CDATA section, and returns where it ends. */
  private passSection(start: number): number {
    if (this.startsWith('<!DOCTYPE', start)) throw hostile(this.part, 'entityExpansion', 0);
    const section = SECTIONS.find(([first]) => this.startsWith(first, start));
    if (!section) throw this.malformed();
    const [first, last] = section;
    let end = start + first.length;
    while (!this.startsWith(last, end)) if (++end >= this.bytes.length) throw this.malformed();
    if (this.startsWith('<?xml', start)) {
      const encoding = /\sencoding\s*=\s*["']([^"']*)/.exec(this.string(start, end))?.[1];
      if (encoding !== undefined && !/^(?:utf-8|us-ascii)$/i.test(encoding))
        throw damaged(this.part, 'encoding');
    }
    return end + last.length;
  }

  private closeTag(start: number): void {
    const { bytes, open } = this;
    if (this.depth === 0) throw this.malformed();
    this.depth--;
    let at = start;
    const nameEnd = open[this.depth * 2 + 1] ?? 0;
    for (let from = open[this.depth * 2] ?? 0; from < nameEnd; from++, at++)
      if (bytes[at] !== bytes[from]) throw this.malformed();
    at = this.passSpace(at);
    if (bytes[at] !== GREATER) throw this.malformed();
    this.closing = true;
    this.empty = false;
    this.attributeCount = 0;
    this.at = at + 1;
  }

  private openTag(start: number): void {
    const { bytes } = this;
    let at = start;
    let nameStart = start;
    for (let byte = bytes[at]; isNameByte(byte); byte = bytes[++at])
      if (byte === COLON) nameStart = at + 1;
    if (at === nameStart || (this.depth === 0 && this.rootSeen)) throw this.malformed();
    this.rootSeen = true;
    this.name = this.string(nameStart, at);
    this.closing = false;
    this.open[this.depth * 2] = start;
    this.open[this.depth * 2 + 1] = at;
    at = this.passAttributes(at);
    this.empty = bytes[at] === SLASH;
    if (this.empty && bytes[++at] !== GREATER) throw this.malformed();
    if (!this.empty && ++this.depth > MOST_DEPTH) throw this.malformed();
    this.at = at + 1;
  }

  /** Notes where the attributes stand, and returns the position of the tag's end. */
  private passAttributes(start: number): number {
    const { bytes, bounds } = this;
    let count = 0;
    let at = start;
    for (;;) {
      at = this.passSpace(at);
      if (bytes[at] === GREATER || bytes[at] === SLASH) break;
      const nameStart = at;
      while (isNameByte(bytes[at])) at++;
      const nameEnd = at;
      at = this.passSpace(at);
      if (bytes[at] !== EQUALS || nameEnd === nameStart) throw this.malformed();
      at = this.passSpace(at + 1);
      const quote = bytes[at];
      if (quote !== QUOTE && quote !== APOSTROPHE) throw this.malformed();
      const valueStart = ++at;
      while (bytes[at] !== quote) if (++at >= bytes.length) throw this.malformed();
      bounds[count] = nameStart;
      bounds[count + 1] = nameEnd;
      bounds[count + 2] = valueStart;
      bounds[count + 3] = at++;
      count += 4;
      if (count > MOST_ATTRIBUTES * 4) throw this.malformed();
    }
    this.attributeCount = count;
    return at;
  }

  private passSpace(start: number): number {
    let at = start;
    for (let byte = this.bytes[at]; byte !== undefined && byte <= SPACE && byte >= TAB;)
      byte = this.bytes[++at];
    return at;
  }

  private string(start: number, end: number): string {
    if (end - start <= SHORT_BYTES) {
      let text = '';
      let at = start;
      for (let byte = this.bytes[at]; at < end && byte !== undefined && byte < 0x80;) {
        text += fromCharCode(byte);
        byte = this.bytes[++at];
      }
      if (at === end) return text;
    }
    if (end - start > MOST_RAW_TEXT) throw hostile(this.part, 'textTooLong', MOST_CHARACTERS);
    try {
      return decoder.decode(this.bytes.subarray(start, end));
    } catch {
      throw damaged(this.part, 'encoding');
    }
  }

  /** Digits with at most one point are read here, at a third of the time; the rest as text. */
  private number(start: number, end: number): number | null {
    if (start === end) return null;
    let digits = 0;
    let decimals = 0;
    let at = start;
    for (; at < end && at - start < EXACT_DIGITS; at++) {
      const byte = this.bytes[at] ?? 0;
      if (byte >= DIGIT_0 && byte <= DIGIT_9) digits = digits * 10 + byte - DIGIT_0;
      else if (byte === DOT && decimals === 0 && at > start) decimals = end - at - 1;
      else break;
    }
    if (at < end) return parseNumber(this.string(start, end));
    return digits / (POWERS_OF_TEN[decimals] ?? Number.NaN);
  }

  /** XML 1.0, 2.11 (line ends) and 4.6 (the five entities). */
  private resolve(raw: string): string {
    const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
    if (!text.includes('&')) return text;
    // Formulas are full of entities: looked up in place they cost a third of a match each.
    let resolved = '';
    let from = 0;
    for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
      const entity = ENTITIES.find(([written]) => text.startsWith(written, at));
      resolved += text.slice(from, at);
      if (entity) {
        resolved += entity[1];
        from = at + entity[0].length;
      } else {
        REFERENCE.lastIndex = at;
        const match = REFERENCE.exec(text);
        if (!match) throw this.malformed();
        const [whole, hex, digits] = match;
        resolved += this.character(hex === undefined ? Number(digits) : Number.parseInt(hex, 16));
        from = at + whole.length;
      }
    }
    return resolved + text.slice(from);
  }

  private character(point: number): string {
    const surrogate = point >= 0xd800 && point <= 0xdfff;
    if (!(point > 0 && point <= 0x10ffff) || surrogate) throw this.malformed();
    return String.fromCodePoint(point);
  }

  private malformed(): Refusal {
    return damaged(this.part, 'xml');
  }
}

function parseNumber(text: string): number {
  const number = text.trim();
  return NUMBER.test(number) ? Number(number) : Number.NaN;
}

/** Letters come after every sign that ends a name, so most bytes need one comparison. */
function isNameByte(byte: number | undefined): boolean {
  if (byte === undefined) return false;
  if (byte > GREATER) return true;
  return byte > SPACE && byte !== QUOTE && byte !== SLASH && byte !== LESS && byte < EQUALS;
}
