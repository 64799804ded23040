import { endOfYear, type IsoDate } from '../dates';
import type { Plan } from '../plan/plan';
import { err, ok, type Result } from '../result';
import { dutiesOf, type Duty } from './duties';
import { agenciesById, successorOf, type Registry } from './registry';

/** A merger of two agencies: the first hands its duties to the second from a day (null: always). */
export type Merger = {
  readonly from: string;
  readonly into: string;
  readonly on: IsoDate | null;
};

/** What a merger changes, to be looked at before it is written. */
export type MergePreview = {
  readonly registry: Registry;
  /** The duties that go over, as they are before. */
  readonly moved: readonly Duty[];
  /** The duties both had: one line stays of two. */
  readonly shared: readonly Duty[];
};

/** Why two agencies cannot be merged. */
export type MergeFault = 'unknownAgency' | 'sameAgency' | 'groupAgency' | 'circle';

/**
 * Merges two agencies: as a pure value that says what moves on a day. Nothing of the first is
 * deleted: its name stays, with its successor. Fails for unknown bodies, groups and circles.
 */
export function mergeAgencies(
  plan: Plan,
  registry: Registry,
  { from, into, on }: Merger,
  day: IsoDate,
): Result<MergePreview, MergeFault> {
  const known = agenciesById(registry);
  const [one, other] = [known.get(from), known.get(into)];
  if (!one || !other) return err('unknownAgency');
  if (from === into) return err('sameAgency');
  if (one.group || other.group) return err('groupAgency');
  if (successorOf(into, known, on ?? endOfYear(9999)) === from) return err('circle');
  const merged = registry.map((each) =>
    each.id === from ? { ...each, successor: into, successorFrom: on } : each,
  );
  const before = dutiesOf(plan, registry, day);
  const held = new Set(before.filter((duty) => duty.agency === into).map(({ row }) => row));
  const after = successorOf(into, known, day);
  const leaving = before.filter(
    (duty) => duty.agency === from && successorOf(from, agenciesById(merged), day) === after,
  );
  return ok({
    registry: merged,
    moved: leaving.filter(({ row }) => !held.has(row)),
    shared: leaving.filter(({ row }) => held.has(row)),
  });
}
