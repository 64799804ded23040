const romanDigits: readonly (readonly [string, number])[] = [
  ['M', 1000],
  ['CM', 900],
  ['D', 500],
  ['CD', 400],
  ['C', 100],
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [digits, worth] of romanDigits) for (; rest >= worth; rest -= worth) text += digits;
  return text;
}

/** Word writes aa after z. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.ceil(number / 26));
}

const MOST_WRITTEN = 10_000;

/**
 * A number of a list as its format writes it: `lowerRoman`, `upperRoman`, `lowerLetter`,
 * `upperLetter` or `decimalZero`; in digits by any other, and where it is no place in a list.
 */
export function ordinal(number: number, format: string): string {
  if (number < 1 || number > MOST_WRITTEN) return String(number);
  switch (format) {
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}
