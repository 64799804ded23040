import type { IndicatorField, TaskField } from '../book';
import { inputFields } from '../checks/support/fields';

/** What a cell of a submission must hold. */
export type FieldKind = 'number' | 'day' | 'judgement' | 'yes' | 'text';

/** The fields an agency reports on an indicator's entry line. */
export const indicatorReport: readonly IndicatorField[] = inputFields.indicator;

/** The fields an agency reports on a task; a due day only where the plan sets none. */
export const taskReport: readonly TaskField[] = [...inputFields.task, 'due'];

const kinds: ReadonlyMap<string, FieldKind> = new Map([
  ['actual', 'number'],
  ['percent', 'number'],
  ['allotted', 'number'],
  ['disbursed', 'number'],
  ['start', 'day'],
  ['due', 'day'],
  ['trigger', 'day'],
  ['done', 'day'],
  ['judgement', 'judgement'],
  ['estimated', 'yes'],
]);

/** The kind of a reported field. */
export function kindOf(field: string): FieldKind {
  return kinds.get(field) ?? 'text';
}

/** Whether two agencies may each say something in a field: words stand beside each other. */
export function isWords(field: string): boolean {
  return kindOf(field) === 'text';
}

/** What of a row's report belongs to its period, and is empty again when the next one opens. */
export const periodFields: {
  readonly indicator: readonly IndicatorField[];
  readonly task: readonly TaskField[];
} = {
  indicator: indicatorReport,
  task: ['percent', 'result', 'source', 'cause', 'measure', 'request', 'disbursed'],
};

/** Facts that a form brings along filled in: alone they are no report. */
const lasting: ReadonlySet<string> = new Set(['start', 'due', 'trigger', 'allotted', 'funding']);

/** Whether a field says something about the period. */
export function tellsOfPeriod(field: string): boolean {
  return !lasting.has(field);
}
