import { signBySign } from '../../domain/text';

const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

function plainUnit(unit: string): string {
  if (dashes.test(unit)) return '-';
  const lower = unit.toLowerCase();
  if (lower === 'đ') return 'd';
  const base = lower.normalize('NFD').replace(/\p{M}/gu, '');
  return base.length === unit.length ? base : unit;
}

/**
 * The text in lower case, without tone and vowel marks, "đ" as "d" and every dash as "-", for
 * matching with word patterns that must not stumble over OCR and typing faults in the marks.
 * Punctuation stays and so does the length: index n of the result is index n of the text.
 */
export const plain = signBySign(plainUnit);
