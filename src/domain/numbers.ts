/** The outcome of reading a number the Vietnamese way. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** "1.234" can be 1234 (grouping) or 1.234 (a foreign decimal point): both are given. */
  | { readonly kind: 'ambiguous'; readonly grouped: number; readonly decimal: number }
  | { readonly kind: 'notANumber' };

const NOT_A_NUMBER: NumberReading = { kind: 'notANumber' };
const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d+(?:,\d+)?$/;
const POINT_DECIMAL = /^\d+\.\d+$/;

/** Reads digits with "." or nothing as the decimal mark; the text is known to be such a number. */
function fromDigits(text: string): number {
  return Number.parseFloat(text);
}

/**
 * Reads one whole number text as written in Vietnam: the comma is the decimal mark, dots or
 * spaces group thousands. White space around it and a leading sign are allowed; a per cent
 * sign, a unit or any other word is not (strip them first).
 *
 * "85,5" is 85.5 and "1.234,5" is 1234.5. A single dot before exactly three digits ("1.234")
 * is ambiguous; before any other count ("85.5") it can only be a decimal point.
 */
export function readNumber(text: string): NumberReading {
  const trimmed = text
    .normalize('NFC')
    .trim()
    .replace(/\u2212/g, '-');
  const sign = trimmed.startsWith('-') ? -1 : 1;
  const body = trimmed
    .replace(/^[+-]\s*/, '')
    .replace(/(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '.');
  if (PLAIN.test(body)) return { kind: 'number', value: sign * fromDigits(body.replace(',', '.')) };
  if (GROUPED.test(body)) {
    const grouped = sign * fromDigits(body.replace(/\./g, '').replace(',', '.'));
    const oneDot = body.split('.').length === 2 && !body.includes(',');
    return oneDot && !body.startsWith('0')
      ? { kind: 'ambiguous', grouped, decimal: sign * fromDigits(body) }
      : body.startsWith('0') && oneDot
        ? { kind: 'number', value: sign * fromDigits(body) }
        : { kind: 'number', value: grouped };
  }
  if (POINT_DECIMAL.test(body)) return { kind: 'number', value: sign * fromDigits(body) };
  return NOT_A_NUMBER;
}
