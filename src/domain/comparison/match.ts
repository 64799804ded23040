import {
  candidatesOf,
  linksBetween,
  nation,
  SURE,
  type Candidate,
  type Doubt,
  type Likeness,
  type Link,
  type Party,
} from './likeness';

/** What an officer decided of one indicator: with which other it belongs, or with none. */
export type Correction = {
  readonly party: string;
  readonly indicator: string;
  /** The {@link rowKey} of an indicator it belongs with; null when it stands alone. */
  readonly with: string | null;
};

/** A correction that could not be followed. */
export type CorrectionProblem = {
  readonly correction: Correction;
  readonly reason: 'indicatorUnknown' | 'rowUnknown' | 'horizonDiffers' | 'placeTaken';
};

/** How certain it is that a member belongs to its row. `alone` has nothing to belong to. */
export type Certainty = 'sure' | 'likely' | 'corrected' | 'alone';

/** An indicator in a row of the comparison. */
export type Member = Candidate & {
  readonly certainty: Certainty;
  /** 0–1: how like the member is to the one it was joined to; 1 for the row's own head. */
  readonly score: number;
  /** What the match is doubtful for; empty for the head. */
  readonly doubts: readonly Doubt[];
};

/** One row of the comparison: the same indicator in each party that has it. */
export type MatchedRow = {
  /** The {@link rowKey} of the head: the national indicator, or the first party's. */
  readonly key: string;
  readonly horizon: number;
  readonly head: Candidate;
  /** At most one a party, in the parties' order; the head is one of them. */
  readonly members: readonly Member[];
};

/** How an indicator of a party is named in a comparison: "NQ-11.5", "hue-2025:CT-3". */
export function rowKey(party: string, indicator: string): string {
  return party === nation ? indicator : `${party}:${indicator}`;
}

/** Rows under construction: candidates by number, each row with one candidate a party. */
class Rows {
  private readonly rowOf: number[];
  private readonly members: Map<number, Set<number>>;

  constructor(private readonly candidates: readonly Candidate[]) {
    this.rowOf = candidates.map((_, at) => at);
    this.members = new Map(candidates.map((_, at) => [at, new Set([at])]));
  }

  row(candidate: number): number {
    return this.rowOf[candidate] ?? candidate;
  }

  inRow(row: number): readonly number[] {
    return [...(this.members.get(row) ?? [])].sort((a, b) => a - b);
  }

  /** Whether two rows have no party in common. */
  fit(one: number, other: number): boolean {
    const parties = new Set(this.inRow(one).map((at) => this.candidates[at]?.party));
    return this.inRow(other).every((at) => !parties.has(this.candidates[at]?.party));
  }

  unite(one: number, other: number): void {
    const into = this.members.get(one) ?? new Set();
    for (const at of this.inRow(other)) {
      into.add(at);
      this.rowOf[at] = one;
    }
    this.members.delete(other);
  }

  keys(): readonly number[] {
    return [...this.members.keys()].sort((a, b) => a - b);
  }
}

/**
 * Puts the same indicators of several parties into rows: at most one of each party in a row, the
 * likest first. What an officer decided comes before anything else.
 */
export function matchIndicators(
  parties: readonly Party[],
  corrections: readonly Correction[],
): { readonly rows: readonly MatchedRow[]; readonly problems: readonly CorrectionProblem[] } {
  const candidates = candidatesOf(parties);
  const numbers = new Map(
    candidates.map(({ party, indicator }, at) => [rowKey(party, indicator.id), at]),
  );
  const rows = new Rows(candidates);
  const alone = new Set<number>();
  const corrected = new Set<number>();
  const problems: CorrectionProblem[] = [];
  for (const correction of corrections) {
    const at = numbers.get(rowKey(correction.party, correction.indicator));
    const reason = at === undefined ? 'indicatorUnknown' : follow(at, correction.with);
    if (reason !== null) problems.push({ correction, reason });
  }

  function follow(at: number, target: string | null): CorrectionProblem['reason'] | null {
    corrected.add(at);
    if (target === null) {
      alone.add(at);
      return null;
    }
    const other = numbers.get(target);
    if (other === undefined) return 'rowUnknown';
    if (candidates[at]?.indicator.horizon !== candidates[other]?.indicator.horizon)
      return 'horizonDiffers';
    const [one, two] = [rows.row(other), rows.row(at)];
    if (one === two) return null;
    if (!rows.fit(one, two)) return 'placeTaken';
    rows.unite(one, two);
    return null;
  }

  const links = linksBetween(candidates).filter(
    ({ one, other }) => !alone.has(one) && !alone.has(other),
  );
  const linked = new Set(links.map(({ one, other }) => `${String(one)} ${String(other)}`));
  for (const { one, other, score } of links) {
    const [a, b] = [rows.row(one), rows.row(other)];
    if (a === b || !rows.fit(a, b)) continue;
    if (score < SURE && !halfLinked(rows.inRow(a), rows.inRow(b), linked)) continue;
    rows.unite(Math.min(a, b), Math.max(a, b));
  }

  const linksIn = new Map<number, Link[]>();
  for (const link of links) {
    const row = rows.row(link.one);
    if (row !== rows.row(link.other)) continue;
    const inside = linksIn.get(row) ?? [];
    inside.push(link);
    linksIn.set(row, inside);
  }
  const order = new Map(parties.map(({ id }, at) => [id, at]));
  return {
    rows: rows
      .keys()
      .map((row) =>
        matchedRow(rows.inRow(row), candidates, linksIn.get(row) ?? [], corrected, order),
      ),
    problems,
  };
}

/**
 * Whether at least half of the pairs across two rows are alike: one long name that holds two
 * others must not make them one.
 */
function halfLinked(
  one: readonly number[],
  other: readonly number[],
  linked: ReadonlySet<string>,
): boolean {
  const pairs = one.flatMap((a) =>
    other.map((b) => `${String(Math.min(a, b))} ${String(Math.max(a, b))}`),
  );
  return pairs.filter((pair) => linked.has(pair)).length * 2 >= pairs.length;
}

function matchedRow(
  inRow: readonly number[],
  candidates: readonly Candidate[],
  links: readonly Link[],
  corrected: ReadonlySet<number>,
  order: ReadonlyMap<string, number>,
): MatchedRow {
  const at = (number: number): Candidate => {
    const found = candidates[number];
    if (!found) throw new RangeError(`There is no candidate ${String(number)}.`);
    return found;
  };
  const place = (number: number): number => order.get(at(number).party) ?? 0;
  const sorted = inRow.toSorted((a, b) => place(a) - place(b));
  const [first] = sorted;
  if (first === undefined) throw new RangeError('A row of a comparison is empty.');
  const head = at(first);
  const reached = reachedFrom(first, links);
  return {
    key: rowKey(head.party, head.indicator.id),
    horizon: head.indicator.horizon,
    head,
    members: sorted.map((number): Member => {
      const link = reached.get(number);
      const score = number === first ? 1 : (link?.score ?? 0);
      const certainty = ((): Certainty => {
        if (corrected.has(number)) return 'corrected';
        if (sorted.length === 1) return 'alone';
        return score >= SURE ? 'sure' : 'likely';
      })();
      return { ...at(number), certainty, score, doubts: link?.doubts ?? [] };
    }),
  };
}

/** The way from the head to every member over the likest pairs: its weakest pair says how sure it is. */
function reachedFrom(
  head: number,
  links: readonly Link[],
): ReadonlyMap<number, Pick<Likeness, 'score' | 'doubts'>> {
  const reached = new Map<number, Pick<Likeness, 'score' | 'doubts'>>([
    [head, { score: 1, doubts: [] }],
  ]);
  for (;;) {
    const next = links.find(({ one, other }) => reached.has(one) !== reached.has(other));
    if (!next) return reached;
    const [from, to] = reached.has(next.one) ? [next.one, next.other] : [next.other, next.one];
    const before = reached.get(from);
    reached.set(to, before && before.score < next.score ? before : next);
  }
}
