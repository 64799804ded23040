import { measureOf } from '../../domain/assessment/indicator';
import type { FigureUse } from '../../domain/checks/support/readFigure';
import { indicatorReport, taskReport } from '../../domain/collection/fields';
import type { Plan, Task } from '../../domain/plan/plan';
import { indicatorLines, indicatorPlanValue } from '../tracking/indicators';
import type { CellInput } from '../spec';

const markFields = ['targetKind', 'targetValue', 'pace', 'partOf'] as const;

/** What a line of a form must be: the plan's words in it, and the cells that take an entry. */
export type FormLine = {
  readonly id: string;
  /** The id of the plan's row; a part of a composite target belongs to its indicator's. */
  readonly row: string;
  readonly table: 'indicator' | 'task';
  /** False for headings and composite indicators, which take no entry. */
  readonly entry: boolean;
  /** The words that say what a figure is of, by field. */
  readonly words: readonly (readonly [field: string, words: string])[];
  /** What hidden columns, which nobody sorts along by hand, say of the line, by field. */
  readonly marks: readonly (readonly [field: string, words: string])[];
  readonly open: ReadonlySet<string>;
  readonly use: FigureUse;
};

/** Every line that forms of a plan can have, by id. */
export function formLines(plan: Plan): ReadonlyMap<string, FormLine> {
  const measured = new Set(indicatorReport.filter((field) => field !== 'judgement'));
  const judged = new Set(
    indicatorReport.filter((field) => field !== 'actual' && field !== 'estimated'),
  );
  return new Map([
    ...indicatorLines(plan).map((line): [string, FormLine] => {
      const { id, indicator, slot } = line;
      const isMeasured = slot !== null && measureOf(slot.target, indicator.pace) !== null;
      return [
        id,
        {
          id,
          row: indicator.id,
          table: 'indicator',
          entry: slot !== null,
          words: [
            ['name', slot?.partText ?? indicator.name],
            ['unit', indicator.unit ?? ''],
            ['target', slot?.partText ?? indicator.targetText ?? ''],
            ['horizon', String(indicator.horizon)],
          ],
          marks: markFields.map((field) => [field, wordsOf(indicatorPlanValue(field, line))]),
          open: slot === null ? new Set() : isMeasured ? measured : judged,
          use: indicator.unit?.includes('%')
            ? { kind: 'share' }
            : { kind: 'amount', unit: indicator.unit },
        },
      ];
    }),
    ...plan.tasks.map((task): [string, FormLine] => [
      task.id,
      {
        id: task.id,
        row: task.id,
        table: 'task',
        entry: true,
        words: [
          ['name', task.name],
          ['time', task.timeText ?? ''],
        ],
        marks: [['timeKind', task.time.kind]],
        open: new Set(taskReport.filter((field) => isOpen(field, task))),
        use: { kind: 'money' },
      },
    ]),
  ]);
}

function wordsOf(value: CellInput | null): string {
  if (value?.kind === 'number') return String(value.value);
  return value?.kind === 'text' ? value.text : '';
}

function isOpen(field: string, task: Task): boolean {
  if (field === 'trigger') return task.time.kind === 'conditional';
  if (field === 'due') return task.time.kind === 'conditional' || task.time.kind === 'none';
  return true;
}
