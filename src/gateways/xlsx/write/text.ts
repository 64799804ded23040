import { cellAddress } from '../../../domain/snapshot';
import type { RangeSpec } from '../../../workbook/spec';

/** Characters one cell holds at most (Excel specifications and limits). */
const CELL_TEXT_LIMIT = 32_767;

/**
 * Text as a workbook part can hold it: XML 1.0 has no control characters, U+FFFE, U+FFFF or lone
 * surrogates, so they go; line ends become "\n", as Excel keeps them. At most `limit` UTF-16
 * units stay, the last of them `mark` where something was cut.
 */
export function fitText(text: string, limit = CELL_TEXT_LIMIT, mark = ''): string {
  const whole = dropUnwritable(text.replace(/\r\n?/g, '\n'));
  if (whole.length <= limit) return whole;
  return dropUnwritable(whole.slice(0, limit - mark.length)) + mark;
}

function dropUnwritable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
}

/**
 * Keeps a literal "_x0041_" literal: readers of an ST_Xstring (ISO 29500-1 §22.9.2.19) would
 * turn it into the character it names.
 */
export function escapeXstring(text: string): string {
  return text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Text for between two XML tags. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** "A1:B2", or "A1" for one cell. */
export function rangeAddress({ top, left, bottom, right }: RangeSpec): string {
  const first = cellAddress(top, left);
  const last = cellAddress(bottom, right);
  return first === last ? first : `${first}:${last}`;
}
