import type { Indicator } from '../plan/plan';
import { nameWords, type NameWords } from './nameWords';
import { unitRelation, type UnitRelation } from './units';

/** Whose indicators are compared: a plan, or the nation. */
export type Party = {
  /** The plan's id; {@link nation} for the national list. */
  readonly id: string;
  /** The locality, as columns name it. */
  readonly name: string;
  readonly indicators: readonly Indicator[];
};

/** The id of the party that is the national list. */
export const nation = 'NQ';

/** An indicator that takes part in matching. */
export type Candidate = {
  readonly party: string;
  readonly indicator: Indicator;
  readonly words: NameWords;
};

/** What two indicators have in common, and what speaks against their being the same. */
export type Likeness = {
  /** 0–1: 1 for the same name. */
  readonly score: number;
  readonly unit: UnitRelation['kind'];
  readonly doubts: readonly Doubt[];
};

/** What makes a match doubtful. Words live in the catalogues. */
export type Doubt =
  'nameDiffers' | 'nameShorter' | 'unitDiffers' | 'scopeDiffers' | 'paceDiffers' | 'growthDiffers';

/** From here on two indicators are the same without a doubt. */
export const SURE = 0.8;
/** From here on they may be the same: shown as a match that somebody should look at. */
export const LIKELY = 0.5;

/** A doubt other than about words holds a match below {@link SURE}. */
const DOUBTFUL = SURE - 0.01;
/** How much of its score a match keeps that has such a doubt. */
const KEPT = {
  unitDiffers: 0.8,
  scopeDiffers: 0.8,
  paceDiffers: 0.85,
  growthDiffers: 0.7,
} as const;
/** A name that is a part of another's counts from so many words on, and so much. */
const PART_WORDS = 4;
const PART_SCORE = 0.65;

/** The candidates of all parties: rows without a target are headings. */
export function candidatesOf(parties: readonly Party[]): readonly Candidate[] {
  return parties.flatMap((party) =>
    party.indicators
      .filter((indicator) => !indicator.isGroup && indicator.target !== null)
      .map((indicator) => ({
        party: party.id,
        indicator,
        words: nameWords(indicator, party.id === nation ? '' : party.name),
      })),
  );
}

/**
 * Weighs words by how few names hold them: "chữ ký" tells indicators apart, "công nghệ" does not.
 */
function weightsOf(wordings: readonly NameWords[]): (feature: string) => number {
  const names = new Map<string, number>();
  for (const { features } of wordings)
    for (const feature of features) names.set(feature, (names.get(feature) ?? 0) + 1);
  return (feature) => Math.log(1 + wordings.length / (names.get(feature) ?? 1));
}

/** What else speaks for or against two indicators whose names are alike; null: they differ. */
function likeness(one: Candidate, other: Candidate, names: NameLikeness): Likeness | null {
  if (one.indicator.horizon !== other.indicator.horizon) return null;

  const doubts: Doubt[] = [...names.doubts];
  const unit = unitRelation(one.indicator.unit, other.indicator.unit).kind;
  if (unit === 'different') {
    if (doubts.includes('nameShorter')) return null;
    doubts.push('unitDiffers');
  }
  if (one.words.scope !== other.words.scope) {
    // A place among countries and a place among provinces are two different tables.
    if (one.words.scope !== null && other.words.scope !== null && holdsWorld(one, other))
      return null;
    if (
      holdsWorld(one, other) ||
      one.words.scope === 'district' ||
      other.words.scope === 'district'
    )
      doubts.push('scopeDiffers');
  }
  if (one.words.grows !== other.words.grows) doubts.push('growthDiffers');
  const yearly = ({ indicator }: Candidate): boolean => indicator.pace === 'annual';
  if (yearly(one) !== yearly(other)) doubts.push('paceDiffers');
  const held = doubts.filter((doubt) => doubt in KEPT);
  const kept = held.reduce((score, doubt) => score * keptOf(doubt), names.score);
  const score = held.length > 0 ? Math.min(kept, DOUBTFUL) : kept;
  return score < LIKELY ? null : { score, unit, doubts };
}

function holdsWorld(one: Candidate, other: Candidate): boolean {
  return one.words.scope === 'world' || other.words.scope === 'world';
}

function keptOf(doubt: Doubt): number {
  return doubt === 'nameDiffers' || doubt === 'nameShorter' ? 1 : KEPT[doubt];
}

/** Two names with different numbers in them are two things: "mức 2" is not "mức 3". */
function differ(one: readonly string[], other: readonly string[]): boolean {
  const holds = (all: readonly string[], some: readonly string[]): boolean =>
    some.every((each) => all.includes(each));
  return one.length > 0 && other.length > 0 && !holds(one, other) && !holds(other, one);
}

type NameLikeness = Pick<Likeness, 'score' | 'doubts'>;

/** How like two wordings are: the weight of what they share over the weight of both. */
function nameLikeness(
  one: NameWords,
  other: NameWords,
  weight: (feature: string) => number,
): NameLikeness | null {
  if (one.key === other.key) return { score: 1, doubts: [] };
  if (differ(one.numbers, other.numbers)) return null;
  const sum = (features: readonly string[]): number =>
    features.reduce((total, feature) => total + weight(feature), 0);
  const theirs = new Set(other.features);
  const shared = sum(one.features.filter((feature) => theirs.has(feature)));
  if (shared === 0) return null;
  const [mine, others] = [sum(one.features), sum(other.features)];
  const score = shared / (mine + others - shared);
  const shorter = mine < others ? one : other;
  const part =
    shorter.words.length >= PART_WORDS ? (PART_SCORE * shared) / Math.min(mine, others) : 0;
  if (Math.max(score, part) < LIKELY) return null;
  return part > score
    ? { score: part, doubts: ['nameShorter'] }
    : { score, doubts: ['nameDiffers'] };
}

/** Two candidates, by their places in the list, and how like they are. */
export type Link = Likeness & { readonly one: number; readonly other: number };

/**
 * Every pair of different parties that may be the same, the likest first; ties stand in the order
 * of the list. Wordings are compared once, however many plans use them, so that the work grows
 * with the pairs that are alike and not with the square of the rows.
 */
export function linksBetween(candidates: readonly Candidate[]): readonly Link[] {
  const wordings = new Map<string, { readonly words: NameWords; readonly at: number[] }>();
  for (const [at, { words }] of candidates.entries()) {
    const known = wordings.get(words.key);
    if (known) known.at.push(at);
    else wordings.set(words.key, { words, at: [at] });
  }
  const weight = weightsOf([...wordings.values()].map(({ words }) => words));
  const links: Link[] = [];
  const list = [...wordings.values()];
  for (const [place, mine] of list.entries())
    for (const theirs of list.slice(place)) {
      const names = nameLikeness(mine.words, theirs.words, weight);
      if (!names) continue;
      for (const one of mine.at)
        for (const other of theirs.at) {
          if (mine === theirs && one >= other) continue;
          const [a, b] = [candidates[one], candidates[other]];
          const found = a && b && a.party !== b.party ? likeness(a, b, names) : null;
          if (found)
            links.push({ ...found, one: Math.min(one, other), other: Math.max(one, other) });
        }
    }
  return links.sort((a, b) => b.score - a.score || a.one - b.one || a.other - b.other);
}
