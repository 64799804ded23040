import type { Registry } from '../agencies/registry';
import { entrySlots } from '../assessment/book';
import { indicatorFields, taskFields, type HistoryFigure } from '../book';
import type { Plan } from '../plan/plan';
import { later, type LogEntry } from './submission';

const fieldRanks: ReadonlyMap<string, number> = new Map(
  [...indicatorFields, ...taskFields].map((field, index) => [field, index]),
);

/**
 * The history in its one order, whatever order figures came in: the newest period first, rows as
 * in the plan, what stands for a row before what agencies said, an agency's newest file first.
 */
export function inHistoryOrder(
  plan: Plan,
  registry: Registry,
  figures: readonly HistoryFigure[],
  log: readonly LogEntry[],
): readonly HistoryFigure[] {
  const periods = ranks([...new Set(figures.map(({ period }) => period))].sort().reverse());
  const rows = ranks([
    ...plan.indicators.flatMap((row) => [row.id, ...entrySlots(row).map(({ lineId }) => lineId)]),
    ...plan.tasks.map(({ id }) => id),
  ]);
  const agencies = ranks(['', ...registry.map(({ id }) => id)]);
  const files = ranks(
    log
      .filter(({ action }) => action === 'accepted')
      .sort((a, b) => later(b, a))
      .map(({ hash }) => hash),
  );
  // One number a figure and two passes: with an object of keys each, a long history takes its
  // memory twice. Ranks are small: their products stay exact.
  const keys = new Float64Array(figures.length);
  const within = new Float64Array(figures.length);
  figures.forEach(({ period, row, agency, hash, field }, index) => {
    const line = (periods.get(period) ?? 0) * (rows.size + 1) + (rows.get(row) ?? rows.size);
    keys[index] = line * (agencies.size + 1) + (agencies.get(agency) ?? agencies.size);
    within[index] =
      (files.get(hash) ?? files.size) * (fieldRanks.size + 1) +
      (fieldRanks.get(field) ?? fieldRanks.size);
  });
  return figures
    .map((_, index) => index)
    .sort(
      (a, b) =>
        (keys[a] ?? 0) - (keys[b] ?? 0) ||
        (within[a] ?? 0) - (within[b] ?? 0) ||
        lastly(figures[a], figures[b]),
    )
    .flatMap((index) => figures[index] ?? []);
}

/** Of two typed values the later one first; the rest only so that there is one order. */
function lastly(one: HistoryFigure | undefined, other: HistoryFigure | undefined): number {
  if (!one || !other) return 0;
  if (one.time !== other.time) return one.time > other.time ? -1 : 1;
  return one.row < other.row ? -1 : one.row > other.row ? 1 : 0;
}

function ranks(words: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of words) if (!found.has(word)) found.set(word, found.size);
  return found;
}
