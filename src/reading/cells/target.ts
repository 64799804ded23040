import { readNumber } from '../../domain/numbers';
import type { Target } from '../../domain/plan/target';
import { tidy } from '../../domain/text';
import type { Doubt } from '../raw';
import { plain } from './plain';
import {
  andLess,
  andMore,
  boundWords,
  decoys,
  growingWords,
  leadersAfter,
  leadsToNumber,
  levelWords,
  membersAfter,
  opensWithNumber,
  placesAfter,
  rankUnit,
  ratioUnit,
  remarkWords,
  scaleWords,
  strivingSlips,
  wordNumber,
  wordNumbers,
  type BoundWord,
  type Decoy,
} from './targetLexicon';

/** A longer text is no target cell; its patterns would also take too long. */
const LONGEST = 1000;

/** Stands for every sign of a decoy: neither a digit nor a word. */
const MASK = '¤';

/** The same stretch of text in three forms of one length. */
type Clause = {
  readonly text: string;
  /** Plain text, comparison signs unified. */
  readonly words: string;
  /** The same with decoys masked. */
  readonly masked: string;
};

/** One target found in a clause, with the stretch that states it. */
type Quantity = {
  /** Null when digits stand there that cannot be read for certain. */
  readonly target: Target | null;
  readonly isTop: boolean;
  /** Where its bound, or else its number, begins. */
  readonly start: number;
  readonly end: number;
  /** More is said than the target holds. */
  readonly isSure: boolean;
};

/** One target of a cell and its own words. */
type Part = { readonly target: Target; readonly text: string };

type Digits = { readonly start: number; readonly end: number; readonly value: number | null };

const numberText = /\d{1,3}(?: \d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*/g;
const rangeAfter =
  /^ ?%? ?(?:-|~|÷|\.{2,3}|den|toi)(?: duoi| thu| hang)? ?(?=\d)|^(?: [a-z]+){1,3} den (?=\d)/;

/** Writes comparison signs one way and blanks footnote marks and markup, keeping the length. */
function unifySigns(words: string): string {
  return words
    .replace(/> ?=|= ?>|[≧⩾]/g, (sign) => '≥'.padEnd(sign.length))
    .replace(/< ?=|= ?<|[≦⩽]/g, (sign) => '≤'.padEnd(sign.length))
    .replace(/[\u00b9\u00b2\u00b3\u2070-\u2079$*_`\\]/g, ' ');
}

function mask(words: string, unit: string, kinds: readonly Decoy['kind'][]): string {
  return decoys
    .filter((decoy) => kinds.includes(decoy.kind) && !decoy.unit?.test(unit))
    .reduce(
      (masked, { pattern }) => masked.replace(pattern, (found) => MASK.repeat(found.length)),
      words,
    );
}

/** The factor by which a scale word after the number carries it into the indicator's own unit. */
function scaleInto(unit: string, after: string): number {
  const factorOf = (words: string) =>
    scaleWords.find(([pattern]) => pattern.test(words.trimStart()))?.[1] ?? null;
  const own = factorOf(after);
  if (own === null || unit === '') return 1;
  const ofUnit = unit
    .split(/[^a-z]+/)
    .map((_, index, words) => factorOf(words.slice(index).join(' ')));
  return own / (ofUnit.find((factor) => factor !== null) ?? 1);
}

/** Reads one number text in its unit; null when it could be two numbers, or none. */
function readValue(text: string, unit: string, after: string): number | null {
  const isRatio = ratioUnit.test(unit) || /^ ?%/.test(after);
  // "2,500" of something counted may be an English thousand.
  if (!isRatio && unit !== '' && /^[1-9]\d{0,2},\d{3}$/.test(text)) return null;
  const reading = readNumber(text);
  if (reading.kind === 'notANumber') return null;
  if (reading.kind === 'number') return reading.value;
  return isRatio ? null : reading.grouped;
}

function findDigits({ words, masked }: Clause, unit: string): Digits[] {
  const written = [...masked.matchAll(numberText)].map((match): Digits => {
    const start = match.index;
    const end = start + match[0].length;
    const after = words.slice(end);
    const value = readValue(match[0], unit, after);
    // Rounding takes back what the product of decimals adds in the last binary digits.
    const scaled = value === null ? null : Math.round(value * scaleInto(unit, after) * 1e6) / 1e6;
    return { start, end, value: scaled };
  });
  const worded = [...masked.matchAll(wordNumber)].map((match): Digits => {
    const value = wordNumbers.get(match[0]) ?? null;
    return { start: match.index, end: match.index + match[0].length, value };
  });
  return [...written, ...worded].sort((one, other) => one.start - other.start);
}

/** The bound whose word reaches the number at the end of `left` through fillers only. */
function findBound(left: string, text: string): { bound: BoundWord; at: number } | null {
  for (const bound of boundWords) {
    let from = 0;
    for (;;) {
      const match = bound.pattern.exec(left.slice(from));
      const word = match?.[1];
      if (!match || word === undefined) break;
      const at = from + match.index;
      const spelt = text.slice(at, at + word.length).toLowerCase();
      if (bound.only === undefined || bound.only.includes(spelt)) return { bound, at };
      from = at + 1;
    }
  }
  return null;
}

/** What a bound makes of the number or numbers it stands before. */
function toTarget(
  bound: BoundWord | null,
  [min, max]: readonly [number, number],
  right: string,
  isRank: boolean,
): Target | null {
  const more = andMore.test(right);
  const less = andLess.test(right);
  if (bound?.kind === 'top' || (more && (bound?.kind === 'place' || isRank)))
    return { kind: 'atMost', value: max, strict: false };
  if (min > max) return null;
  if (more) return { kind: 'atLeast', value: min, strict: false };
  if (less) return { kind: 'atMost', value: max, strict: false };
  if (min < max) return { kind: 'range', min, max };
  if (bound?.kind === 'atLeast' || bound?.kind === 'atMost')
    return { kind: bound.kind, value: max, strict: bound.strict };
  return { kind: 'exactly', value: max };
}

/** Reads the quantity whose first digits are `digits[index]`; null when they are a stray number. */
function readQuantity(
  clause: Clause,
  unit: string,
  digits: readonly Digits[],
  index: number,
  previous: Quantity | undefined,
): { readonly quantity: Quantity; readonly used: number } | null {
  const { text, words, masked } = clause;
  const first = digits[index];
  if (first === undefined) return null;
  const left = masked.slice(previous?.end ?? 0, first.start);
  if (/[a-z]$/.test(left) && !/\btop$/.test(left)) return null;
  const toNext = rangeAfter.exec(masked.slice(first.end))?.[0].length;
  const next = digits[index + 1];
  const last = next !== undefined && toNext === next.start - first.end ? next : first;
  const isPercent = /^ ?%/.exec(masked.slice(last.end));
  const end = last.end + (isPercent?.[0].length ?? 0);
  const used = last === first ? 1 : 2;
  const right = masked.slice(end, digits[index + used]?.start);
  const isRank = rankUnit.test(unit);
  const found = findBound(left, text.slice(previous?.end ?? 0));
  const isLeaders = found === null && leadersAfter.test(right) && (unit === '' || isRank);
  const bound: BoundWord | null =
    isLeaders || (found === null && used === 1 && !isPercent && previous?.isTop === true)
      ? { kind: 'top', strict: false, pattern: leadersAfter }
      : (found?.bound ?? null);
  // Beside the unit's own words ("/1000 dân") or at least the first of them.
  const unitStart = /^(?:[a-z]+|.*\d.*)/.exec(unit)?.[0];
  const namesUnit = unitStart !== undefined && words.slice(end).trimStart().startsWith(unitStart);
  const states =
    found !== null ||
    isLeaders ||
    isPercent !== null ||
    used === 2 ||
    namesUnit ||
    andMore.test(right) ||
    andLess.test(right);
  if (!states && !leadsToNumber.test(left)) return null;

  const over = /^ ?\/ ?(\d[\d.]*)/.exec(words.slice(end))?.[1];
  const isShare =
    over !== undefined &&
    !/^10+$/.test(over.replace(/\D/g, '')) &&
    bound?.kind !== 'place' &&
    (unit === '' || ratioUnit.test(unit) || bound?.kind === 'top');
  const isYear =
    !states && /^20[1-6]\d$/.test(masked.slice(first.start, first.end)) && !/^ ?[a-z]/.test(right);
  const isPlacesUp = placesAfter.test(right) && /\b(?:tang|giam|cai thien|nang|them)\b/.test(left);
  const isGroupNumber =
    bound?.kind === 'top' &&
    /\bnhom\b[^,;]*$/.test(left) &&
    (last.value ?? 0) < 5 &&
    !isRank &&
    !membersAfter.test(right);
  const isSigned = /(?:^|[\s(])-$|± ?$/.test(left);
  const target =
    first.value === null ||
    last.value === null ||
    isShare ||
    isYear ||
    isPlacesUp ||
    isGroupNumber ||
    isSigned
      ? null
      : toTarget(bound, [first.value, last.value], right, isRank);
  const start = found === null ? first.start : (previous?.end ?? 0) + found.at;
  const isTop = bound?.kind === 'top';
  return { quantity: { target, isTop, start, end, isSure: !(isTop && used === 2) }, used };
}

/** Finds the quantities of one clause; `strays` tells whether digits are left over. */
function findQuantities(
  clause: Clause,
  unit: string,
): { readonly quantities: readonly Quantity[]; readonly strays: boolean } {
  const digits = findDigits(clause, unit);
  const quantities: Quantity[] = [];
  let strays = false;
  for (let index = 0; index < digits.length;) {
    const previous = quantities.at(-1);
    const read = readQuantity(clause, unit, digits, index, previous);
    const gap = clause.masked.slice(previous?.end ?? 0, read?.quantity.start ?? 0);
    // Without a mark or a word between them the second number tells of the first: "100% xã có 02 …".
    const isApart = previous === undefined || /[,.:(+-]|\bva\b|\btrong do\b/.test(gap);
    if (read !== null && isApart) quantities.push(read.quantity);
    else strays = true;
    index += read?.used ?? 1;
  }
  return { quantities, strays };
}

function trimPart(text: string): string {
  return tidy(text)
    .replace(/^[\s,;.:+-]+/, '')
    .replace(/^và\s+/iu, '')
    .replace(/[\s,;.+(-]+$/, '');
}

type ClauseReading = {
  readonly parts: readonly (Part | null)[];
  readonly isSure: boolean;
};

function readClause(clause: Clause, unit: string): ClauseReading {
  const bracketed = /\([^()]*\)?/g;
  const outside: Clause = {
    ...clause,
    masked: clause.masked.replace(bracketed, (found) => MASK.repeat(found.length)),
  };
  const outer = findQuantities(outside, unit);
  const { quantities, strays } = outer.quantities.length > 0 ? outer : findQuantities(clause, unit);
  const [first] = quantities;
  if (first === undefined) return { parts: [], isSure: !strays };
  const opening = clause.masked.slice(0, first.start);
  const isLabelled = !opensWithNumber.test(opening);
  const cuts = quantities.slice(1).map((quantity, index) => {
    const from = quantities[index]?.end ?? 0;
    const gap = clause.masked.slice(from, quantity.start);
    const marks = [...gap.matchAll(/[,.:(+]|\bva\b|\btrong do\b|-/g)];
    // Labels stand before their numbers or after them: "Tỉnh 100%, huyện, xã 80%".
    const mark = isLabelled && marks[0]?.index === gap.search(/\S/) ? marks[0] : marks.at(-1);
    return from + (mark?.index ?? gap.length);
  });
  const level = opening.lastIndexOf(',');
  const opensWithLevel = level > 0 && !first.isTop && levelWords.test(opening.trimStart());
  if (opensWithLevel) cuts.unshift(level);
  const texts = [0, ...cuts].map((cut, index) => trimPart(clause.text.slice(cut, cuts[index])));
  const targets: (Target | null)[] = quantities.map(({ target }) => target);
  if (opensWithLevel) targets.unshift({ kind: 'qualitative' });
  const parts = targets.map((target, index) =>
    target === null ? null : { target, text: texts[index] ?? '' },
  );
  return { parts, isSure: !strays && quantities.every(({ isSure }) => isSure) };
}

function grow(part: Part): Part {
  const { target } = part;
  return target.kind === 'qualitative' || target.kind === 'composite'
    ? part
    : { ...part, target: { ...target, growing: true } };
}

/** Reads a whole cell clause by clause; null parts are digits that cannot be read. */
function readClauses(cell: Clause, unit: string): ClauseReading {
  const parts: (Part | null)[] = [];
  let isSure = true;
  let hasNumber = false;
  let at = 0;
  for (const words of cell.words.split(';')) {
    const end = at + words.length;
    const text = cell.text.slice(at, end);
    const clause = { text, words, masked: cell.masked.slice(at, end) };
    const read = readClause(clause, unit);
    const trimmed = trimPart(text);
    isSure &&= read.isSure;
    hasNumber ||= read.parts.length > 0;
    if (read.parts.length > 0) parts.push(...read.parts);
    else if (trimmed !== '' && !remarkWords.test(plain(trimmed)))
      parts.push({ target: { kind: 'qualitative' }, text: trimmed });
    const last = parts.at(-1);
    if (last && growingWords.test(words)) parts.splice(-1, 1, grow(last));
    at = end + 1;
  }
  return { parts: hasNumber ? parts : [], isSure };
}

/**
 * Reads what an indicator must reach from the words of its target cell and the words of its unit
 * cell (design §4). `partTexts` holds the source words of each part of a composite target.
 *
 * Values come in the indicator's own unit, so a scale word counts ("50 nghìn" of a unit "Hồ sơ"
 * is 50000). Digits that are not the target (years, ages, speeds, levels, documents) are passed
 * over. Text whose digits cannot be read for certain is `qualitative` with the doubt
 * `targetNotUnderstood`; the same doubt goes with a target beside which digits are left over.
 */
export function readTarget(
  text: string,
  unit: string | null,
): {
  readonly target: Target;
  readonly partTexts: readonly string[];
  readonly doubts: readonly Doubt[];
} {
  const cell = tidy(text);
  const doubts: Doubt[] = strivingSlips.test(cell.toLowerCase())
    ? [{ code: 'targetTypo', params: { text: cell } }]
    : [];
  const unsure: Doubt = { code: 'targetNotUnderstood', params: { text: cell } };
  const qualitative = (isSure: boolean) => ({
    target: { kind: 'qualitative' as const },
    partTexts: [],
    doubts: isSure ? doubts : [...doubts, unsure],
  });
  if (cell.length > LONGEST) return qualitative(!/\d/.test(cell));

  const words = unifySigns(plain(cell));
  const unitWords = plain(tidy(unit ?? ''));
  const read = (kinds: readonly Decoy['kind'][]) =>
    readClauses({ text: cell, words, masked: mask(words, unitWords, kinds) }, unitWords);
  let reading = read(['always', 'measure', 'level']);
  if (reading.parts.length === 0 && !unitWords.includes('%')) reading = read(['always', 'level']);

  const parts = reading.parts.filter((part) => part !== null);
  const [first] = parts;
  if (first === undefined || parts.length < reading.parts.length) {
    const isRead = reading.parts.length === 0 && reading.isSure;
    return qualitative(isRead && !/\d/.test(mask(words, unitWords, ['always'])));
  }
  const isComposite = parts.length > 1;
  return {
    target: isComposite
      ? { kind: 'composite', parts: parts.map((part) => part.target) }
      : first.target,
    partTexts: isComposite ? parts.map((part) => part.text) : [],
    doubts: reading.isSure ? doubts : [...doubts, unsure],
  };
}
