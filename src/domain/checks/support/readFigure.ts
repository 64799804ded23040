import { readNumber } from '../../numbers';
import { fold, tidy } from '../../text';
import {
  approximateAfter,
  approximateWords,
  holdsWord,
  moneyScales,
  plainWords,
  scaleWords,
} from './words';

/** What a number cell is for: it decides which words may stand around the figure. */
export type FigureUse =
  | { readonly kind: 'share' }
  | { readonly kind: 'amount'; readonly unit: string | null }
  /** In million đồng, as the columns of money are. */
  | { readonly kind: 'money' };

/** What text in a number cell was meant to be. */
export type FigureReading =
  | { readonly kind: 'exact' | 'approximate'; readonly value: number }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [number, number] }
  /** Per cent where the unit is another. */
  | { readonly kind: 'percent' }
  | { readonly kind: 'none' };

const NONE: FigureReading = { kind: 'none' };
const PARTS = /^([^\d]*?)([-\u2212+]?\s*\d(?:[\d.,\u00a0\u202f ]*\d)?)([^]*)$/u;
const PERCENT = /^\s*(?:%|phần trăm)/iu;
const APPROXIMATE_SIGNS = /[~≈><≥≤±]/u;

/**
 * Reads the figure in a text such as "85%", "85,5 ", "khoảng 80", "150 doanh nghiệp" or
 * "1,5 tỷ đồng". Gives `none` when words, ranges or a second figure leave room for doubt.
 */
export function readFigure(text: string, use: FigureUse): FigureReading {
  const parts = PARTS.exec(tidy(text));
  if (!parts) return NONE;
  const [, before = '', digits = '', after = ''] = parts;
  if (PERCENT.test(after)) {
    if (!takesPercent(use)) return { kind: 'percent' };
    return readFigure(`${before}${digits}${after.replace(PERCENT, ' ')}`, use);
  }
  const opening = openingOf(before);
  const closing = closingOf(after, use);
  if (opening === null || closing === null) return NONE;
  const { factor } = closing;
  const number = readNumber(digits);
  switch (number.kind) {
    case 'notANumber':
      return NONE;
    case 'ambiguous':
      return {
        kind: 'ambiguous',
        readings: [scaled(number.grouped, factor), scaled(number.decimal, factor)],
      };
    case 'number':
      return {
        kind: opening.approximate || closing.approximate ? 'approximate' : 'exact',
        value: scaled(number.value, factor),
      };
  }
}

/** Multiplies without leaving binary dust: 1.1 thousandths stay 0.0011. */
function scaled(value: number, factor: number): number {
  return factor < 1 ? value / Math.round(1 / factor) : value * factor;
}

function openingOf(before: string): { readonly approximate: boolean } | null {
  const approximate = APPROXIMATE_SIGNS.test(before);
  const words = fold(before);
  if (words === '') return { approximate };
  const rest = withoutWords(words, [...approximateWords, ...plainWords]);
  return rest === ''
    ? { approximate: approximate || withoutWords(words, plainWords) !== '' }
    : null;
}

function withoutWords(text: string, words: readonly string[]): string {
  const sorted = [...words].sort((a, b) => b.length - a.length);
  let rest = text;
  for (;;) {
    const word = sorted.find((each) => rest === each || rest.startsWith(`${each} `));
    if (word === undefined) return rest;
    rest = rest.slice(word.length).trim();
  }
}

function takesPercent(use: FigureUse): boolean {
  return use.kind === 'share' || (use.kind === 'amount' && (use.unit ?? '').includes('%'));
}

function closingOf(
  after: string,
  use: FigureUse,
): { readonly approximate: boolean; readonly factor: number } | null {
  const words = fold(after);
  const approximate = holdsWord(words, approximateAfter);
  if (use.kind === 'money') {
    const rest = withoutWords(words, approximateAfter);
    if (rest === '') return { approximate, factor: 1 };
    const scale = moneyScales.find(([word]) => rest === word || rest.startsWith(`${word} `));
    return scale && !/\d/.test(rest) ? { approximate, factor: scale[1] } : null;
  }
  // A second figure, or a word that multiplies, is fine as a part of the unit's own name only.
  const named = use.kind === 'amount' && holdsWord(fold(use.unit ?? ''), [words]);
  if (!named && (/\d/.test(after) || holdsWord(words, scaleWords))) return null;
  return { approximate, factor: 1 };
}
