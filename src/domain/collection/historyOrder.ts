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
  const keyed = figures.map((figure) => ({
    figure,
    keys: [
      periods.get(figure.period) ?? 0,
      rows.get(figure.row) ?? rows.size,
      agencies.get(figure.agency) ?? agencies.size,
      files.get(figure.hash) ?? files.size,
      fieldRanks.get(figure.field) ?? fieldRanks.size,
    ] as const,
  }));
  keyed.sort((a, b) => {
    for (let at = 0; at < 5; at += 1) {
      const difference = (a.keys[at] ?? 0) - (b.keys[at] ?? 0);
      if (difference !== 0) return difference;
    }
    const [one, other] = [a.figure, b.figure];
    // Of two typed values the later one first; the rest only so that there is one order.
    if (one.time !== other.time) return one.time > other.time ? -1 : 1;
    return one.row < other.row ? -1 : one.row > other.row ? 1 : 0;
  });
  return keyed.map(({ figure }) => figure);
}

function ranks(words: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of words) if (!found.has(word)) found.set(word, found.size);
  return found;
}
