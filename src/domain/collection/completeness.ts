import { dutiesByAgency, dutiesOf } from '../agencies/duties';
import { agenciesById, type Registry } from '../agencies/registry';
import { entrySlots } from '../assessment/book';
import type { HistoryFigure, Period } from '../book';
import type { Plan } from '../plan/plan';
import { tellsOfPeriod } from './fields';
import { standingEntries, type LogEntry } from './submission';

/** Whether an agency's report for a period is there. */
export type Arrival = 'onTime' | 'late' | 'missing';

/** What was expected of one agency for a period, and what came. */
export type Completeness = {
  readonly period: string;
  readonly agency: string;
  readonly name: string;
  readonly contact: string | null;
  readonly arrival: Arrival;
  /** When the first submission was taken in, and the file that stands; null while missing. */
  readonly received: string | null;
  readonly file: string | null;
  /** Entry lines expected, and those of them that say something about the period. */
  readonly expected: number;
  readonly reported: number;
  /** Entry lines that say nothing. */
  readonly empty: readonly string[];
};

/** Who has sent, who is late and who is missing for a period, agencies in the registry's order. */
export function completenessOf(
  plan: Plan,
  registry: Registry,
  period: Period,
  figures: readonly HistoryFigure[],
  log: readonly LogEntry[],
): readonly Completeness[] {
  const standing = standingEntries(log, period.id);
  const first = new Map<string, string>();
  for (const { action, period: of, agency, time } of log)
    if (action === 'accepted' && of === period.id) {
      const known = first.get(agency);
      if (known === undefined || time < known) first.set(agency, time);
    }
  const told = new Map<string, Set<string>>();
  for (const { period: of, agency, row, field, hash } of figures)
    if (of === period.id && standing.get(agency)?.hash === hash && tellsOfPeriod(field)) {
      const lines = told.get(agency) ?? new Set();
      told.set(agency, lines.add(row));
    }
  const lines = new Map<string, readonly string[]>([
    ...plan.indicators.map((row) => [row.id, entrySlots(row).map(({ lineId }) => lineId)] as const),
    ...plan.tasks.map(({ id }) => [id, [id]] as const),
  ]);
  const names = agenciesById(registry);
  return [...dutiesByAgency(dutiesOf(plan, registry, period.due), registry)].map(
    ([agency, duties]): Completeness => {
      const own = duties.flatMap(({ row }) => lines.get(row) ?? []);
      const received = first.get(agency) ?? null;
      const empty = own.filter((line) => !told.get(agency)?.has(line));
      return {
        period: period.id,
        agency,
        name: names.get(agency)?.name ?? agency,
        contact: names.get(agency)?.contact ?? null,
        arrival:
          received === null ? 'missing' : received.slice(0, 10) > period.due ? 'late' : 'onTime',
        received,
        file: standing.get(agency)?.file ?? null,
        expected: own.length,
        reported: own.length - empty.length,
        empty,
      };
    },
  );
}
