import { fold } from '../text';

/**
 * How figures in one unit stand to figures in another. `same` and `converted` compare exactly;
 * `near` compares, with a sign, because only the words differ (GDP and GRDP of one place);
 * `unknown` compares, with a sign, because one side names no unit; `different` never compares.
 */
export type UnitRelation =
  | { readonly kind: 'same' | 'near' | 'unknown' }
  /** A figure in the first unit times `factor` is a figure in the second. */
  | { readonly kind: 'converted'; readonly factor: number }
  | { readonly kind: 'different' };

/** Multiples of the same thing: only these are converted, because they are exact. */
const scales: readonly (readonly [words: string, base: string, factor: number])[] = [
  ['trieu dong', 'dong', 1e6],
  ['ti dong', 'dong', 1e9],
  ['nghin dong', 'dong', 1e3],
  ['ngan dong', 'dong', 1e3],
  ['dong', 'dong', 1],
  ['nghin ho so', 'ho so', 1e3],
  ['ngan ho so', 'ho so', 1e3],
  ['ho so', 'ho so', 1],
  ['nguoi van dan', 'nguoi dan', 1e-4],
  ['nguoi 10000 dan', 'nguoi dan', 1e-4],
  ['nguoi nghin dan', 'nguoi dan', 1e-3],
  ['nguoi 1000 dan', 'nguoi dan', 1e-3],
  ['nghin nguoi', 'nguoi', 1e3],
  ['nguoi', 'nguoi', 1],
  ['trieu usd', 'usd', 1e6],
  ['ti usd', 'usd', 1e9],
];

/** Words for one and the same unit. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/\bphan tram\b/g, '%'],
  [/\bngan sach nha nuoc\b|\bnsnn\b|\bngan sach(?: thanh pho| tinh| thi xa)?\b/g, 'ngan sach'],
  [/\bso (?=doanh nghiep\b)/g, ''],
  [/(?<=\d) (?=000\b)/g, ''],
  [/\b(?:hang nam|nam)$/g, 'nam'],
];

function unitKey(unit: string): string {
  const words = fold(unit.replace(/%/g, ' phan tram '));
  return synonyms.reduce((text, [one, other]) => text.replace(one, other), words).trim();
}

/** Compares two units; null is a unit that is not named. */
export function unitRelation(from: string | null, to: string | null): UnitRelation {
  if (from === null || to === null) return { kind: 'unknown' };
  const [one, other] = [unitKey(from), unitKey(to)];
  if (one === other) return { kind: 'same' };
  const scaleOf = (key: string) => scales.find(([words]) => words === key);
  const [small, large] = [scaleOf(one), scaleOf(other)];
  if (small !== undefined && large?.[1] === small[1])
    return { kind: 'converted', factor: exactly(small[2] / large[2]) };
  const gross = (key: string): string => key.replace(/\bgrdp\b/, 'gdp');
  if (gross(one) === gross(other)) return { kind: 'near' };
  // A share of people or homes, where the other unit leaves out of what; "% nam" is a rate.
  const share = /^% (?:dan so|ho|nguoi|doanh nghiep|xa)\b/;
  if ((one === '%' && share.test(other)) || (other === '%' && share.test(one)))
    return { kind: 'near' };
  return { kind: 'different' };
}

/** Factors are powers of ten: this takes away what binary fractions add. */
function exactly(factor: number): number {
  return 10 ** Math.round(Math.log10(factor));
}
