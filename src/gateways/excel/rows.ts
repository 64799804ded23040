import type { RowChange } from './layout';

/** A row a table will have: one that is there, or one of the spec's that is not. */
export type PlannedRow =
  | { readonly kind: 'kept'; readonly now: number; readonly line: number | null }
  | { readonly kind: 'new'; readonly line: number };

/** The rows of a table as they will be, and what has to be done for it. */
export type RowPlan = {
  readonly rows: readonly PlannedRow[];
  /** Rows that go, by their place now. */
  readonly gone: readonly number[];
  /** A row that is there and takes a line it did not have: it is drawn as new. */
  readonly taken: { readonly now: number; readonly line: number } | null;
  /** A row that would go but for a table having to keep one: its cells are emptied. */
  readonly emptied: number | null;
};

/**
 * Plans the rows of a table. `lines` are the keys of the spec's lines and `keys` those of the
 * rows that are there ("" for none), both from 0 on. Rows that are there stay where people have
 * put them; a new line follows the line before it; a row goes where `isGone` says so of its key.
 * Lines whose keys say nothing (`keyed` is false) are told by their place. `isBlank` says whether
 * a row is empty in all columns of ours.
 */
export function planRows(
  lines: readonly string[],
  keys: readonly string[],
  rules: {
    readonly keyed: boolean;
    readonly isGone: (key: string) => boolean;
    readonly isBlank: (now: number) => boolean;
  },
): RowPlan {
  const lineOf = rules.keyed ? byKey(lines, keys) : byPlace(lines, keys, rules.isBlank);
  const used = new Set(lineOf.values());
  const gone = keys.flatMap((key, now) =>
    !lineOf.has(now) && key !== '' && rules.isGone(key) ? [now] : [],
  );
  const goes = new Set(gone);
  const missing = lines.flatMap((_key, line) => (used.has(line) ? [] : [line]));
  const first = missing[0];
  const spare =
    keys.length === 1 && first !== undefined && !lineOf.has(0) && rules.isBlank(0) ? first : null;
  if (spare !== null) lineOf.set(0, spare);

  const rows: PlannedRow[] = [];
  const after = new Map<number | null, number[]>();
  let previous: number | null = null;
  for (const line of lines.keys()) {
    if (used.has(line) || line === spare) previous = line;
    else after.set(previous, [...(after.get(previous) ?? []), line]);
  }
  const addAfter = (line: number | null): void => {
    for (const each of after.get(line) ?? []) rows.push({ kind: 'new', line: each });
  };
  addAfter(null);
  for (const now of keys.keys()) {
    if (goes.has(now)) continue;
    const line = lineOf.get(now) ?? null;
    rows.push({ kind: 'kept', now, line });
    if (line !== null) addAfter(line);
  }
  const [kept] = gone;
  if (rows.length > 0 || kept === undefined)
    return { rows, gone, taken: spare === null ? null : { now: 0, line: spare }, emptied: null };
  return {
    rows: [{ kind: 'kept', now: kept, line: null }],
    gone: gone.slice(1),
    taken: null,
    emptied: kept,
  };
}

function byKey(lines: readonly string[], keys: readonly string[]): Map<number, number> {
  const lineOfKey = new Map(lines.map((key, line) => [key, line]));
  const lineOf = new Map<number, number>();
  for (const [now, key] of keys.entries()) {
    const line = lineOfKey.get(key);
    if (line === undefined) continue;
    lineOf.set(now, line);
    // Of rows with the same key the first is ours.
    lineOfKey.delete(key);
  }
  return lineOf;
}

function byPlace(
  lines: readonly string[],
  keys: readonly string[],
  isBlank: (now: number) => boolean,
): Map<number, number> {
  let count = keys.length;
  while (count > 0 && isBlank(count - 1)) count -= 1;
  return new Map(lines.slice(0, count).map((_key, line) => [line, line]));
}

/**
 * The changes of whole rows that make the planned rows of those that are there, in the order they
 * are carried out: from below the rows that go, then from above the new ones. `top` is the first
 * body row on the sheet.
 */
export function rowChanges(plan: RowPlan, top: number, count: number): readonly RowChange[] {
  const changes: RowChange[] = [];
  for (const now of plan.gone.toReversed()) {
    const last = changes.at(-1);
    if (last?.at === top + now + 1)
      changes[changes.length - 1] = { kind: 'out', at: top + now, count: last.count + 1 };
    else changes.push({ kind: 'out', at: top + now, count: 1 });
  }
  let bottom = top + count - plan.gone.length - 1;
  let at = 0;
  while (at < plan.rows.length) {
    let end = at;
    while (plan.rows[end]?.kind === 'new') end += 1;
    const added = end - at;
    if (added > 0) {
      const row = top + at;
      changes.push({ kind: row > bottom ? 'end' : 'in', at: row, count: added });
      bottom += added;
    }
    at = end + 1;
  }
  return changes;
}
