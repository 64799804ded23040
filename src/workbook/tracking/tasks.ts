import type { AssessedTask, BookAssessment } from '../../domain/assessment/book';
import { taskStatuses } from '../../domain/assessment/status';
import type { TaskField } from '../../domain/book';
import type { Task } from '../../domain/plan/plan';
import { bucketWords } from '../../messages/words';
import { emptyInput, textInput } from '../shared/cells';
import { taskLooks } from '../shared/looks';
import { numberReading, taskStatusText } from '../shared/rules';
import type { CellInput, SheetSpec, StyleSpec } from '../spec';
import { trackingNames } from './columns';
import { planDueDay, type TrackingContent } from './content';
import { taskFormulas, type Places } from './formulas';
import {
  dayRule,
  entryCell,
  faultFormat,
  formulaCell,
  idList,
  numberRule,
  statusFormats,
} from './lines';
import { fieldCell, type PlacedColumn, type PlacedTable } from './place';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/** The sheet of tasks. */
export function taskSheet(
  content: TrackingContent,
  places: Places,
  assessment: BookAssessment,
): SheetSpec {
  const place = places.tasks;
  const results = new Map(assessment.tasks.map((row) => [row.task.id, row]));
  return tableSheet({
    content,
    place,
    title: 'THEO DÕI NHIỆM VỤ',
    remark: null,
    lines: content.plan.tasks.map((task, index) => {
      const row = place.firstRow + index;
      const formulas = taskFormulas((field) => fieldCell(place, field, row));
      const typed = content.taskEntries.get(task.id);
      const result = results.get(task.id);
      return ({ field }: PlacedColumn<TaskField>): LineCell => {
        if (field === null) return { value: emptyInput, style: styles.plain };
        if (formulas.has(field))
          return formulaCell(
            formulas,
            field,
            taskDerivedResult(field, result),
            taskDerivedStyle(field),
          );
        const planned = taskPlanValue(field, task);
        if (planned) return { value: planned, style: taskPlanStyle(field) };
        const due = field === 'due' ? planDueDay(task) : null;
        return entryCell(
          typed?.get(field) ?? (due === null ? undefined : { date: due }),
          taskInputStyle(field, task),
        );
      };
    }),
    frozenColumns: 4,
    pagesAcross: 2,
    tabColor: '7A5C00',
    ...taskRules(place),
  });
}

/** What may be typed into the input columns of tasks, and the colours of faults and statuses. */
export function taskRules<F extends string>(
  place: PlacedTable<F | TaskField>,
): Pick<SheetSpec, 'validations' | 'conditionalFormats'> {
  const first = (field: TaskField): string => `$${fieldCell(place, field, place.firstRow)}`;
  const money = { min: 0, max: 1e9 };
  const moneyWords = (title: string): { title: string; prompt: string; error: string } => ({
    title,
    prompt: 'Nhập một số, đơn vị triệu đồng. 1,5 tỷ đồng nhập là 1500.',
    error: 'Ô này chỉ nhận một số không âm, đơn vị triệu đồng.',
  });
  return {
    validations: [
      dayRule(place, 'start', 'Ngày bắt đầu', 'Ngày bắt đầu thực hiện nhiệm vụ.'),
      dayRule(
        place,
        'due',
        'Hạn hoàn thành',
        'Ngày cuối cùng phải hoàn thành. Chỉ nhập ở nhiệm vụ mà kế hoạch không ghi thời hạn cụ thể (ô vàng).',
      ),
      dayRule(
        place,
        'trigger',
        'Ngày có văn bản cấp trên',
        'Ngày ban hành văn bản mà nhiệm vụ phải chờ. Chưa có thì để trống.',
      ),
      numberRule(
        place,
        'percent',
        { min: 0, max: 100 },
        {
          title: '% hoàn thành',
          prompt: 'Nhập một số từ 0 đến 100, không ghi dấu %. Chưa có báo cáo thì để trống.',
          error: 'Ô này chỉ nhận một số từ 0 đến 100.',
        },
      ),
      dayRule(
        place,
        'done',
        'Ngày hoàn thành',
        'Ngày hoàn thành thực tế. Chưa hoàn thành thì để trống.',
      ),
      numberRule(place, 'allotted', money, moneyWords('Kinh phí được giao')),
      numberRule(place, 'disbursed', money, moneyWords('Đã giải ngân')),
    ],
    conditionalFormats: [
      faultFormat(
        place,
        'percent',
        `OR(${numberReading(first('percent'), trackingNames.dateMark)}=2,AND(ISNUMBER(${first('percent')}),OR(${first('percent')}<0,${first('percent')}>100)))`,
      ),
      ...(['start', 'due', 'trigger', 'done'] as const).map((field) =>
        faultFormat(
          place,
          field,
          `AND(NOT(ISBLANK(${first(field)})),NOT(ISNUMBER(${first(field)})))`,
        ),
      ),
      ...statusFormats(
        place,
        'status',
        'id',
        taskStatuses.map((status) => [taskStatusText(status), taskLooks[status]]),
      ),
    ],
  };
}

/** What the plan says in a field of a line; null for a field that is none of the plan's. */
export function taskPlanValue(field: TaskField, task: Task): CellInput | null {
  switch (field) {
    case 'id':
      return textInput(task.id);
    case 'code':
      return textInput(task.code);
    case 'section':
      return textInput(task.section);
    case 'name':
      return textInput(task.name);
    case 'lead':
      return textInput(task.leadText);
    case 'coordinators':
      return textInput(task.coordText);
    case 'product':
      return textInput(task.resultText);
    case 'time':
      return textInput(task.timeText);
    case 'timeKind':
      return textInput(task.time.kind);
    case 'leadIds':
      return idList(task.leads);
    case 'coordinatorIds':
      return idList(task.coordinators);
    default:
      return null;
  }
}

/** How a field of the plan looks. */
export function taskPlanStyle(field: TaskField): StyleSpec {
  switch (field) {
    case 'timeKind':
    case 'leadIds':
    case 'coordinatorIds':
      return styles.machine;
    case 'id':
    case 'code':
    case 'section':
    case 'time':
      return styles.planCentre;
    default:
      return styles.plan;
  }
}

/** A day the plan sets is no input; the day of a superior's document only is where one is awaited. */
export function taskInputStyle(field: TaskField, task: Task): StyleSpec {
  switch (field) {
    case 'due':
      if (planDueDay(task) !== null) return styles.planDay;
      return task.time.kind === 'conditional' || task.time.kind === 'none'
        ? styles.inputDay
        : styles.closed;
    case 'trigger':
      return task.time.kind === 'conditional' ? styles.inputDay : styles.closed;
    case 'start':
    case 'done':
      return styles.inputDay;
    case 'percent':
      return styles.inputNumber;
    case 'allotted':
    case 'disbursed':
      return styles.inputMoney;
    default:
      return styles.input;
  }
}

/** How a formula's field looks. */
export function taskDerivedStyle(field: TaskField): StyleSpec {
  switch (field) {
    case 'daysLeft':
    case 'bucket':
      return styles.derived;
    case 'status':
      return styles.status;
    case 'startDay':
    case 'dueDay':
      return styles.machineDay;
    default:
      return styles.machine;
  }
}

/** The domain's result beside a formula; null for what only formulas compute. */
export function taskDerivedResult(
  field: TaskField,
  result: AssessedTask | undefined,
): string | number | null {
  switch (field) {
    case 'daysLeft':
      return result?.daysLeft ?? '';
    case 'status':
      return result ? taskStatusText(result.status) : '';
    case 'bucket':
      return result ? bucketWords[result.bucket].vi : '';
    default:
      return null;
  }
}
