import { dutiesByAgency, dutiesOf, type Duty } from '../../domain/agencies/duties';
import { agenciesById, type RegisteredAgency } from '../../domain/agencies/registry';
import { entrySlots } from '../../domain/assessment/book';
import { valueOf } from '../../domain/assessment/reading';
import type { Book, IndicatorField, Period, TaskField } from '../../domain/book';
import { cellOf, linesById, numberOf, textOf } from '../../domain/entries';
import type { Plan } from '../../domain/plan/plan';
import type { EntryInput, TrackingContent } from '../tracking/content';
import { contentOf } from '../tracking/contentOf';

/** Everything the form of one agency for one period is made of. */
export type FormContent = {
  /**
   * The plan with the agency's rows only, assessed at the period's cut-off. Entries are what is
   * known of a task whatever the period: its days, its money, and that it is done.
   */
  readonly content: TrackingContent;
  readonly agency: RegisteredAgency;
  readonly period: Period;
  readonly duties: readonly Duty[];
  /** What was reported for the period before: by row and field. */
  readonly previous: Previous;
  /** Bodies whose duties the agency took over, in words. */
  readonly instead: readonly string[];
};

/** Figures of the period before; null where there is none. */
export type Previous = (row: string, field: string) => string | number | null;

/** Facts of a task that hold from one period to the next. */
const lasting: readonly TaskField[] = ['start', 'due', 'trigger', 'allotted', 'funding'];

/** Facts of a finished task, which need not be told again. */
const finished: readonly TaskField[] = ['percent', 'done', 'document', 'result'];

/** The instant forms of a period state as theirs: not the clock's, so that forms are reproducible. */
export function issuedAt({ from }: Period): string {
  return `${from}T00:00:00Z`;
}

/**
 * The forms of a workbook for one of its periods: one for each agency that answers for a row on
 * the period's due day, in the registry's order.
 */
export function formContents(book: Book, period: Period): readonly FormContent[] {
  const names = agenciesById(book.registry);
  const whole = contentOf(book, [], issuedAt(period));
  const byAgency = dutiesByAgency(dutiesOf(book.plan, book.registry, period.due), book.registry);
  const previousOf = lastPeriod(book, period);
  return [...byAgency].flatMap(([id, duties]): FormContent[] => {
    const agency = names.get(id);
    if (!agency) return [];
    const rows = new Set(duties.map(({ row }) => row));
    const plan = planOf(book.plan, rows);
    const members = new Set(duties.flatMap(({ row, group }) => (group === null ? [] : [row])));
    const instead = new Set(duties.flatMap((duty) => duty.instead ?? []));
    return [
      {
        agency,
        period,
        duties,
        previous: previousOf(id, members),
        instead: [...instead].map((each) => names.get(each)?.name ?? each),
        content: {
          ...whole,
          plan,
          settings: { ...whole.settings, asOf: period.cutOff, period },
          indicatorEntries: new Map(),
          taskEntries: new Map(
            plan.tasks.map((task) => [
              task.id,
              lastingFacts(whole.taskEntries.get(task.id), members.has(task.id)),
            ]),
          ),
          history: [],
        },
      },
    ];
  });
}

/** The plan with some of its rows, and the headings above them. */
function planOf(plan: Plan, rows: ReadonlySet<string>): Plan {
  const parents = new Map(plan.indicators.map((each) => [each.id, each.parent]));
  const kept = new Set(rows);
  for (const id of rows)
    for (let at = parents.get(id) ?? null; at !== null && !kept.has(at);)
      if (plan.indicators.find((each) => each.id === at)?.isGroup) {
        kept.add(at);
        at = parents.get(at) ?? null;
      } else break;
  return {
    ...plan,
    indicators: plan.indicators.filter(({ id }) => kept.has(id)),
    tasks: plan.tasks.filter(({ id }) => rows.has(id)),
  };
}

/** What a form tells again of a task; that a group is done says nothing of its member. */
function lastingFacts(
  typed: ReadonlyMap<TaskField, EntryInput> | undefined,
  asMember: boolean,
): ReadonlyMap<TaskField, EntryInput> {
  const fields = [
    ...(asMember
      ? lasting.filter((field) => field !== 'allotted' && field !== 'funding')
      : lasting),
    ...(typed?.has('done') && !asMember ? finished : []),
  ];
  return new Map(
    fields.flatMap((field) => {
      const input = typed?.get(field);
      return input === undefined ? [] : [[field, input] as const];
    }),
  );
}

/**
 * The figures of the period before a period, for one agency: its own where the row is a group's,
 * else the row's. While that period is still the one being reported they stand in the tables.
 */
function lastPeriod(
  book: Book,
  period: Period,
): (agency: string, members: ReadonlySet<string>) => Previous {
  const { periods } = book.settings;
  const before = periods[periods.findIndex(({ id }) => id === period.id) - 1];
  if (!before) return () => () => null;
  const figures = new Map<string, string | number>();
  for (const { period: of, row, agency, field, value } of book.history) {
    if (of !== before.id) continue;
    for (const key of [`${row} ${field}`, `${row} ${field} ${agency}`])
      if (!figures.has(key)) figures.set(key, value);
  }
  const current = before.id === book.settings.period.id ? entered(book) : () => null;
  return (agency, members) => (row, field) =>
    figures.get(`${row} ${field} ${agency}`) ??
    (members.has(row.split('/')[0] ?? row)
      ? null
      : (current(row, field) ?? figures.get(`${row} ${field}`) ?? null));
}

/** What stands in the tables now. */
function entered(book: Book): Previous {
  const indicators = linesById(book.indicators);
  const tasks = linesById(book.tasks);
  const actual = (row: string, field: IndicatorField): string | number | null => {
    const line = indicators.get(row);
    return line ? shown(cellOf(line, field).content) : null;
  };
  const told = (row: string, field: TaskField): string | number | null => {
    const line = tasks.get(row);
    return line ? shown(cellOf(line, field).content) : null;
  };
  return (row, field) =>
    field === 'actual' || field === 'judgement'
      ? actual(row, field)
      : field === 'percent' || field === 'result'
        ? told(row, field)
        : null;
}

function shown(content: Parameters<typeof numberOf>[0]): string | number | null {
  return valueOf(numberOf(content)) ?? textOf(content);
}

/** The ids of the entry lines of a form, indicators before tasks. */
export function formRows({ content: { plan } }: FormContent): readonly string[] {
  return [
    ...plan.indicators.flatMap((row) => entrySlots(row).map(({ lineId }) => lineId)),
    ...plan.tasks.map(({ id }) => id),
  ];
}
