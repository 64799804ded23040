/** The outcome of reading a number the Vietnamese way. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** "1.234" can be 1234 (grouping) or 1.234 (a foreign decimal point): both are given. */
  | { readonly kind: 'ambiguous'; readonly grouped: number; readonly decimal: number }
  | { readonly kind: 'notANumber' };

const NOT_A_NUMBER: NumberReading = { kind: 'notANumber' };
const PLAIN = /^\d+(?:,\d+)?$/;
/** The first group of a grouped number never starts with 0: "0.700" can only be a decimal. */
const GROUPED = /^[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?$/;
const ONE_DOT_GROUP = /^[1-9]\d{0,2}\.\d{3}$/;
const POINT_DECIMAL = /^\d+\.\d+$/;

/** Reads digits with "." or nothing as the decimal mark; the text is known to be such a number. */
function fromDigits(sign: 1 | -1, digits: string): number {
  const value = Number.parseFloat(digits);
  return value === 0 ? 0 : sign * value;
}

/**
 * Reads one whole number text as written in Vietnam: the comma is the decimal mark, dots or
 * spaces group thousands. White space around it and a leading sign are allowed; a per cent
 * sign, a unit or any other word is not (strip them first). What is too large to count is not
 * a number either.
 *
 * "85,5" is 85.5 and "1.234,5" is 1234.5. A single dot before exactly three digits ("1.234")
 * is ambiguous; before any other count ("85.5") it can only be a decimal point.
 */
export function readNumber(text: string): NumberReading {
  const trimmed = text
    .replace(/\s/g, ' ')
    .trim()
    .replace(/\u2212/g, '-');
  const sign = trimmed.startsWith('-') ? -1 : 1;
  const body = trimmed.replace(/^[+-] ?/, '');
  if (ONE_DOT_GROUP.test(body)) {
    return {
      kind: 'ambiguous',
      grouped: fromDigits(sign, body.replace('.', '')),
      decimal: fromDigits(sign, body),
    };
  }
  const digits = GROUPED.test(body)
    ? body.replace(/[. ]/g, '').replace(',', '.')
    : PLAIN.test(body)
      ? body.replace(',', '.')
      : POINT_DECIMAL.test(body)
        ? body
        : null;
  const value = digits === null ? Number.NaN : fromDigits(sign, digits);
  return Number.isFinite(value) ? { kind: 'number', value } : NOT_A_NUMBER;
}
