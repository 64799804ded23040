import type { IndicatorField, RoadmapField, TaskField } from '../../book';
import type { TableName } from './cell';

/** The columns officers type into, by table; milestone columns come on top of the roadmap's. */
export const inputFields: {
  readonly indicator: readonly IndicatorField[];
  readonly task: readonly TaskField[];
  readonly roadmap: readonly RoadmapField[];
} = {
  indicator: ['actual', 'estimated', 'judgement', 'source', 'cause', 'measure', 'request', 'note'],
  task: [
    'start',
    'trigger',
    'percent',
    'done',
    'result',
    'document',
    'source',
    'cause',
    'measure',
    'request',
    'allotted',
    'disbursed',
    'funding',
    'note',
  ],
  roadmap: ['baseline', 'baselineDate'],
};

/** The columns people read that must hold formulas, by table. */
export const derivedFields: {
  readonly indicator: readonly IndicatorField[];
  readonly task: readonly TaskField[];
  readonly roadmap: readonly RoadmapField[];
} = {
  indicator: ['progress', 'due', 'deviation', 'status'],
  task: ['daysLeft', 'status', 'bucket'],
  roadmap: ['expected'],
};

/** The columns the plan fills, by table. */
export const planFields: {
  readonly indicator: readonly IndicatorField[];
  readonly task: readonly TaskField[];
  readonly roadmap: readonly RoadmapField[];
} = {
  indicator: ['id', 'code', 'name', 'unit', 'target', 'horizon', 'lead', 'previous'],
  task: ['id', 'code', 'section', 'name', 'lead', 'coordinators', 'product', 'time', 'due'],
  roadmap: ['id', 'code', 'name', 'target', 'horizon'],
};

/** Whether a lost column costs figures or rows, and not only what the workbook shows. */
export function carriesEntries(table: TableName, field: string): boolean {
  const fields: readonly string[] = [...inputFields[table], ...planFields[table]];
  return fields.includes(field) && field !== 'note' && field !== 'previous';
}
