import type { BookAssessment } from '../../domain/assessment/book';
import type { TaskField } from '../../domain/book';
import type { Task } from '../../domain/plan/plan';
import { emptyInput } from '../shared/cells';
import { withStyle } from '../shared/looks';
import type { SheetSpec } from '../spec';
import { planDueDay } from '../tracking/content';
import { taskFormulas } from '../tracking/formulas';
import { entryCell, formulaCell } from '../tracking/lines';
import { fieldCell, type PlacedColumn, type PlacedTable } from '../tracking/place';
import { styles } from '../tracking/styles';
import { tableSheet, type LineCell } from '../tracking/tableSheet';
import {
  taskDerivedResult,
  taskDerivedStyle,
  taskInputStyle,
  taskPlanStyle,
  taskPlanValue,
  taskRules,
} from '../tracking/tasks';
import type { FormTaskField } from './columns';
import type { FormContent } from './content';

/** The tasks of a form, with the formulas of the tracking workbook. */
export function taskTable(
  form: FormContent,
  place: PlacedTable<FormTaskField>,
  assessment: BookAssessment,
): SheetSpec {
  const { content, previous } = form;
  const results = new Map(assessment.tasks.map((row) => [row.task.id, row]));
  return tableSheet({
    content,
    place,
    title: `NHIỆM VỤ – ${form.agency.name}`,
    remark: null,
    lines: content.plan.tasks.map((task, index) => {
      const row = place.firstRow + index;
      const formulas = taskFormulas((field) => fieldCell(place, field, row));
      return ({ field }: PlacedColumn<FormTaskField>): LineCell => {
        switch (field) {
          case null:
            return { value: emptyInput, style: styles.plain };
          case 'previousPercent':
            return entryCell(previous(task.id, 'percent') ?? undefined, styles.derivedNumber);
          case 'previousResult':
            return entryCell(
              previous(task.id, 'result') ?? undefined,
              withStyle(styles.derived, { horizontal: 'left' }),
            );
          default:
            return taskCell(field, task, form, formulas, results.get(task.id));
        }
      };
    }),
    frozenColumns: 3,
    pagesAcross: 2,
    tabColor: '7A5C00',
    ...taskRules(place),
  });
}

function taskCell(
  field: TaskField,
  task: Task,
  { content }: FormContent,
  formulas: ReturnType<typeof taskFormulas>,
  result: BookAssessment['tasks'][number] | undefined,
): LineCell {
  if (formulas.has(field))
    return formulaCell(formulas, field, taskDerivedResult(field, result), taskDerivedStyle(field));
  const planned = taskPlanValue(field, task);
  if (planned) return { value: planned, style: taskPlanStyle(field) };
  const due = field === 'due' ? planDueDay(task) : null;
  const typed = content.taskEntries.get(task.id)?.get(field);
  return entryCell(
    typed ?? (due === null ? undefined : { date: due }),
    taskInputStyle(field, task),
  );
}
