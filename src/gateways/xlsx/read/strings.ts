import type { CellContent } from '../../../domain/snapshot';
import { MOST_CELLS, MOST_CHARACTERS, MOST_RAW_TEXT } from './limits';
import { hostile } from './refusal';
import { XmlScanner } from './xml';

/** ECMA-376 part 1, 22.9.2.19: a character that XML cannot hold is written `_xHHHH_`. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/**
 * Makes a cell's content of a string as the file has it. Throws a `Refusal` when it is longer
 * than a cell can hold.
 */
export function textContent(raw: string, part: string): CellContent {
  const text = raw.includes('_x')
    ? raw.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : raw;
  if (text.length > MOST_CHARACTERS) throw hostile(part, 'textTooLong', MOST_CHARACTERS);
  return { kind: 'text', text };
}

/**
 * The text of the element whose opening tag was met last (`si` or `is`): plain, or in runs that
 * are joined. How it is pronounced (`rPh`) is not part of it. Spaces at the ends are kept.
 */
export function readRichText(scanner: XmlScanner, part: string): string {
  if (scanner.empty) return '';
  const { level } = scanner;
  let text = '';
  while (scanner.nextWithin(level)) {
    if (scanner.opens('t')) text += scanner.content();
    else if (scanner.opens('rPh')) scanner.skip();
    if (text.length > MOST_RAW_TEXT) throw hostile(part, 'textTooLong', MOST_CHARACTERS);
  }
  return text;
}

/** Reads `xl/sharedStrings.xml`: contents by the index that cells give. */
export function readSharedStrings(xml: Uint8Array, part: string): readonly CellContent[] {
  const scanner = new XmlScanner(xml, part);
  const strings: CellContent[] = [];
  while (scanner.next()) {
    if (!scanner.opens('si')) continue;
    if (strings.length === MOST_CELLS) throw hostile(part, 'tooManyStrings', MOST_CELLS);
    strings.push(textContent(readRichText(scanner, part), part));
  }
  return strings;
}
