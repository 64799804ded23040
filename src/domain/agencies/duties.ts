import { entrySlots } from '../assessment/book';
import type { IsoDate } from '../dates';
import type { Plan } from '../plan/plan';
import { agenciesById, responsibleFor, type Registry, type Responsible } from './registry';

/** A row an agency must report: itself, as a member of a group, or for a body it succeeded. */
export type Duty = Responsible & {
  readonly table: 'indicator' | 'task';
  /** The id of the plan's row; a composite indicator is one duty with several entry lines. */
  readonly row: string;
};

/** Every duty of a plan on a day, in the plan's order. */
export function dutiesOf(plan: Plan, registry: Registry, day: IsoDate): readonly Duty[] {
  const known = agenciesById(registry);
  const answering = new Map<string, readonly Responsible[]>();
  const of = (table: Duty['table'], row: string, leads: readonly string[]): readonly Duty[] => {
    // Rows that name the same leads, most often a large group, are worked out once.
    const key = leads.join('\n');
    const bodies = answering.get(key) ?? responsibleFor(leads, known, day);
    answering.set(key, bodies);
    // Named one by one: a spread object takes four times the room, and there are very many.
    return bodies.map(({ agency, group, instead }) => ({ agency, group, instead, table, row }));
  };
  return [
    ...plan.indicators.flatMap((row) =>
      entrySlots(row).length === 0 ? [] : of('indicator', row.id, row.leads),
    ),
    ...plan.tasks.flatMap((row) => of('task', row.id, row.leads)),
  ];
}

/** The duties of each agency, agencies in the registry's order. */
export function dutiesByAgency(
  duties: readonly Duty[],
  registry: Registry,
): ReadonlyMap<string, readonly Duty[]> {
  const byAgency = new Map<string, Duty[]>();
  for (const duty of duties) {
    const known = byAgency.get(duty.agency);
    if (known) known.push(duty);
    else byAgency.set(duty.agency, [duty]);
  }
  return new Map(
    registry.flatMap(({ id }) => {
      const own = byAgency.get(id);
      return own ? [[id, own] as const] : [];
    }),
  );
}

/** Rows that nobody answers for: no lead is named, or only groups without members. */
export function rowsWithoutAgency(
  plan: Plan,
  duties: readonly Duty[],
): readonly { readonly row: string; readonly leads: readonly string[] }[] {
  const answered = new Set(duties.map(({ row }) => row));
  return [...plan.indicators.filter((row) => entrySlots(row).length > 0), ...plan.tasks]
    .filter(({ id }) => !answered.has(id))
    .map(({ id, leads }) => ({ row: id, leads }));
}
