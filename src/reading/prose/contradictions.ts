import { readNumber } from '../../domain/numbers';
import type { Target } from '../../domain/plan/target';
import { fold } from '../../domain/text';
import { inCommon, phraseOf, sharedInOrder, type Phrase } from './phrases';
import { statementsOf, type Statement } from './statements';

/** What is compared of an indicator: one stated in running text, or a row of a table. */
export type Stated = {
  readonly code: string;
  readonly name: string;
  readonly unit: string | null;
  readonly horizon: number;
  readonly target: Target | null;
  readonly targetText: string | null;
};

/** What is looked into of a duty for numbers of its own. */
export type StatedDuty = { readonly code: string; readonly name: string };

/** Two places that set one indicator different numbers, with the words of both. */
export type Contradiction = {
  readonly proseCode: string;
  /** The code of the table's row, or of the duty. */
  readonly tableCode: string;
  readonly proseText: string;
  readonly tableText: string;
};

/** Share of words in common, in order, from which two names are of one indicator. */
const ALIKE = 0.75;
/** The same share of the shorter name alone: it may leave words out, but add hardly any. */
const WITHIN = 0.9;
/** Words before a number in a duty that name an indicator, when they end its name too. */
const LONGEST_ENDING = 5;

/** The levels a name speaks of ("cấp xã"): names that differ by them are of two indicators. */
const levelsOf = ({ words }: Phrase): string =>
  words.flatMap((word, index) => (words[index - 1] === 'cap' ? [word] : [])).join(' ');

/** How alike two names are, from 0 to 1; 0 where they cannot be of one indicator. */
function likeness(a: Phrase, b: Phrase): number {
  const least = Math.min(a.words.length, b.words.length) * WITHIN;
  if (inCommon(a, b) < least || levelsOf(a) !== levelsOf(b)) return 0;
  const shared = sharedInOrder(a.words, b.words);
  return shared < least ? 0 : (2 * shared) / (a.words.length + b.words.length);
}

/** Numbers can only contradict each other when they measure in the same way. */
function measureOf({ unit }: Pick<Stated, 'unit'>): 'share' | 'rate' | 'rank' | 'other' {
  const words = fold(unit ?? '');
  if (unit?.includes('%') === true) return /\bnam\b/.test(words) ? 'rate' : 'share';
  return words === 'thu bac' ? 'rank' : 'other';
}

function numbersIn(target: Target): number[] {
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
    case 'exactly':
      return [target.value];
    case 'range':
      return [target.min, target.max];
    case 'composite':
      return target.parts.flatMap(numbersIn);
    case 'qualitative':
      return [];
  }
}

function numbersOf({ target, targetText }: Pick<Stated, 'target' | 'targetText'>): number[] {
  if (target !== null) return numbersIn(target);
  return (targetText?.match(/\d+(?:[.,]\d+)*/g) ?? []).flatMap((digits) => {
    const reading = readNumber(digits);
    if (reading.kind === 'ambiguous') return [reading.grouped];
    return reading.kind === 'number' ? [reading.value] : [];
  });
}

/** Neither says the other's numbers: one that says fewer of the same does not contradict. */
function disagree(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return !a.every((each) => b.includes(each)) && !b.every((each) => a.includes(each));
}

const comparable = (a: Stated, b: Stated): boolean =>
  a.horizon === b.horizon && measureOf(a) === measureOf(b);

type Known = { readonly stated: Stated; readonly phrase: Phrase };

const known = (stated: Stated): Known => ({ stated, phrase: phraseOf(stated.name) });

/** The most alike of the comparable others, or null; of two equally alike, the first. */
function closest({ stated, phrase }: Known, others: readonly Known[]): Known | null {
  let best: Known | null = null;
  let most = ALIKE;
  for (const other of others) {
    if (!comparable(stated, other.stated)) continue;
    const alike = likeness(phrase, other.phrase);
    if (alike > most || (alike === most && best === null)) [best, most] = [other, alike];
  }
  return best;
}

function endsAlike({ words: a }: Phrase, { words: b }: Phrase): boolean {
  const ending = a.slice(-LONGEST_ENDING).join(' ');
  return a.length >= LONGEST_ENDING && ending === b.slice(-LONGEST_ENDING).join(' ');
}

/** An aim with a number that a duty states; its year is null where it names none. */
type Said = { readonly code: string; readonly statement: Statement; readonly phrase: Phrase };

function saidIn({ code, name }: StatedDuty): Said[] {
  return statementsOf(name)
    .filter(({ measured }) => measured)
    .map((statement) => ({ code, statement, phrase: phraseOf(statement.name) }));
}

/** Whether a duty's aim is the one a text states, by name, unit and horizon. */
function isSaidOf({ stated, phrase }: Known, { statement, phrase: said }: Said): boolean {
  return (
    (statement.year ?? stated.horizon) === stated.horizon &&
    measureOf(statement) === measureOf(stated) &&
    (likeness(phrase, said) >= ALIKE || endsAlike(phrase, said))
  );
}

/**
 * Finds indicators that the running text and the table, or the running text and a duty, set
 * different numbers. Two names are of one indicator when each is the most alike to the other and
 * horizon and unit agree; a wider or narrower bound of the same number is no contradiction.
 * In the order of the text.
 */
export function findContradictions(
  prose: readonly Stated[],
  table: readonly Stated[],
  duties: readonly StatedDuty[],
): Contradiction[] {
  const texts = prose.map(known);
  const rows = table.map(known);
  const said = duties.flatMap(saidIn);
  return texts.flatMap((text) => {
    const row = closest(text, rows);
    const pairs = row !== null && closest(row, texts) === text ? [row.stated] : [];
    const aims = said
      .filter((each) => isSaidOf(text, each))
      .map(({ code, statement: { targetText } }) => ({ code, target: null, targetText }));
    return [...pairs, ...aims]
      .filter((other) => disagree(numbersOf(text.stated), numbersOf(other)))
      .map(({ code, targetText }) => ({
        proseCode: text.stated.code,
        tableCode: code,
        proseText: text.stated.targetText ?? '',
        tableText: targetText ?? '',
      }));
  });
}
