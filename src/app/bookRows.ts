import { dutiesOf } from '../domain/agencies/duties';
import { agenciesById } from '../domain/agencies/registry';
import type { IndicatorAssessment } from '../domain/assessment/indicator';
import type { IndicatorStatus, TaskStatus } from '../domain/assessment/status';
import { slippingIndicatorStatuses, slippingTaskStatuses } from '../domain/assessment/status';
import { partId, type EntryLine } from '../domain/book';
import type { IsoDate } from '../domain/dates';
import { cellOf, linesById, textOf } from '../domain/entries';
import type { CheckedBook } from './live/checkLive';

/** Where a row stands, and what people are told of it besides its status. */
type Told = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The names of the agencies that answer for the row at the as-of date. */
  readonly agencies: readonly string[];
  readonly slips: boolean;
  readonly cause: string | null;
  readonly measure: string | null;
  /** The cell to show: the status, or the cause where it is owed; null without such a line. */
  readonly place: { readonly sheet: string; readonly cell: string } | null;
};

/** An entry line or a task with its status, as lists show it. */
export type BookRow = Told &
  (
    | ({
        readonly kind: 'indicator';
        readonly status: IndicatorStatus;
        readonly unit: string | null;
        readonly target: string | null;
      } & Pick<IndicatorAssessment, 'deviation'>)
    | {
        readonly kind: 'task';
        readonly status: TaskStatus;
        readonly due: IsoDate | null;
        readonly daysLeft: number | null;
      }
  );

/** The names of the agencies that answer for each row of the plan, parts included. */
export function agenciesByRow({ book }: CheckedBook): ReadonlyMap<string, readonly string[]> {
  const known = agenciesById(book.registry);
  const byRow = new Map<string, string[]>();
  for (const { row, agency } of dutiesOf(book.plan, book.registry, book.settings.asOf)) {
    const name = known.get(agency)?.name ?? agency;
    const names = byRow.get(row) ?? [];
    if (!names.includes(name)) names.push(name);
    byRow.set(row, names);
  }
  for (const { id, target } of book.plan.indicators)
    if (target?.kind === 'composite')
      target.parts.forEach((_, index) => byRow.set(partId(id, index + 1), byRow.get(id) ?? []));
  return byRow;
}

/** What each row of the plan is called, parts included: "6.1 Tỷ lệ …". */
export function namesByRow({ book }: CheckedBook): ReadonlyMap<string, string> {
  const named = (code: string, name: string): string => (code === '' ? name : `${code}. ${name}`);
  return new Map([
    ...book.plan.indicators.flatMap(({ id, code, name, partTexts }): [string, string][] => [
      [id, named(code, name)],
      ...partTexts.map((text, index): [string, string] => [
        partId(id, index + 1),
        named(code, `${name} – ${text}`),
      ]),
    ]),
    ...book.plan.tasks.map(({ id, code, name }): [string, string] => [id, named(code, name)]),
  ]);
}

/** Every indicator and task of a checked workbook, in the plan's order. */
export function bookRows(checked: CheckedBook): readonly BookRow[] {
  const { book, assessment } = checked;
  const agencies = agenciesByRow(checked);
  const indicatorLines = linesById(book.indicators);
  const taskLines = linesById(book.tasks);
  const told = <F extends string>(
    line: EntryLine<F> | undefined,
    sheet: string,
    slips: boolean,
    fields: { readonly cause: F; readonly measure: F; readonly status: F },
  ): Pick<Told, 'cause' | 'measure' | 'place' | 'slips'> => {
    if (!line) return { cause: null, measure: null, place: null, slips };
    const cause = textOf(cellOf(line, fields.cause).content);
    const cell = cellOf(line, slips && cause === null ? fields.cause : fields.status).address;
    return {
      cause,
      measure: textOf(cellOf(line, fields.measure).content),
      place: cell === '' ? null : { sheet, cell },
      slips,
    };
  };
  const fields = { cause: 'cause', measure: 'measure', status: 'status' } as const;
  return [
    ...assessment.indicators.map(({ indicator, status, deviation, parts }): BookRow => ({
      kind: 'indicator',
      id: indicator.id,
      code: indicator.code,
      name: indicator.name,
      unit: indicator.unit,
      target: indicator.targetText,
      status,
      deviation: deviation ?? worst(parts.map((part) => part.deviation)),
      agencies: agencies.get(indicator.id) ?? [],
      ...told(
        indicatorLines.get(parts.find((part) => part.status === status)?.lineId ?? indicator.id),
        book.indicators.sheet,
        slippingIndicatorStatuses.has(status),
        fields,
      ),
    })),
    ...assessment.tasks.map(({ task, status, due, daysLeft }): BookRow => ({
      kind: 'task',
      id: task.id,
      code: task.code,
      name: task.name,
      status,
      due,
      daysLeft,
      agencies: agencies.get(task.id) ?? [],
      ...told(taskLines.get(task.id), book.tasks.sheet, slippingTaskStatuses.has(status), fields),
    })),
  ];
}

function worst(deviations: readonly (number | null)[]): number | null {
  const known = deviations.filter((each) => each !== null);
  return known.length === 0 ? null : Math.min(...known);
}
