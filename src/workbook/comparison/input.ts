import type { Comparison } from '../../domain/comparison/compare';
import type { Correction } from '../../domain/comparison/match';
import { tidy } from '../../domain/text';

/** Everything a comparison workbook is made of. */
export type ComparisonInput = {
  readonly comparison: Comparison;
  /** Where the national targets come from. */
  readonly source: string;
  /** What officers decided before, kept in the workbook. */
  readonly corrections: readonly Correction[];
  /** How many of their decisions concern plans that take no part. */
  readonly dropped: number;
};

/** Characters of a locality's name in a header. */
const LONGEST_PLACE = 40;

/** What each plan is called in headers, by its id: the locality, numbered where two are of one place. */
export function placeNames({ books }: Comparison): ReadonlyMap<string, string> {
  const counts = new Map<string, number>();
  return new Map(
    books.map(({ book: { plan } }): [string, string] => {
      const name = tidy(plan.locality).slice(0, LONGEST_PLACE) || plan.id.slice(0, LONGEST_PLACE);
      const key = name.toLowerCase();
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return [plan.id, count === 1 ? name : `${name} (${String(count)})`];
    }),
  );
}
