import { agenciesById, type RegisteredAgency } from '../../domain/agencies/registry';
import type { BookAssessment } from '../../domain/assessment/book';
import { emptyInput, formulaInput, textInput } from '../shared/cells';
import { indicatorRank, taskStatusText } from '../shared/rules';
import { quoteText } from '../shared/references';
import type { SheetSpec, StyleSpec } from '../spec';
import type { AgencyField } from './columns';
import type { TrackingContent } from './content';
import { indicatorsToWatch, ownLine, type Places } from './formulas';
import { dayRule, entryCell } from './lines';
import { farRange, fieldCell, type PlacedColumn, type PlacedTable } from './place';
import { styles } from './styles';
import { tableSheet, type LineCell } from './tableSheet';

/** A count with its formula and the result the domain gives. */
export type Count = { readonly formula: string; readonly result: number };

/** What the column of groups says of one. */
export const groupWord = 'Có';

/** What is counted of the rows an agency leads or takes part in. */
export type AgencyCounts = {
  readonly indicators: Count;
  readonly indicatorsToWatch: Count;
  readonly tasks: Count;
  readonly tasksDone: Count;
  readonly tasksOverdue: Count;
  readonly coordinated: Count;
};

/** The live counts of one agency; `key` is the formula text that gives its id. */
export function agencyCounts(
  key: string,
  agencyId: string,
  places: Places,
  assessment: BookAssessment,
): AgencyCounts {
  const { indicators, tasks } = places;
  const like = `"*|"&${key}&"|*"`;
  const ledIndicators = `${farRange(indicators, 'leadIds')},${like},${farRange(indicators, 'partOf')},${quoteText(ownLine)}`;
  const ledTasks = `${farRange(tasks, 'leadIds')},${like}`;
  const status = (word: string): string => `${farRange(tasks, 'status')},${quoteText(word)}`;
  const lastWatched = Math.max(...indicatorsToWatch.map(indicatorRank));
  const rank = farRange(indicators, 'rank');
  const leads = assessment.indicators.filter((row) => row.indicator.leads.includes(agencyId));
  const led = assessment.tasks.filter((row) => row.task.leads.includes(agencyId));
  const done = (['doneOnTime', 'doneLate'] as const).map(taskStatusText);
  return {
    indicators: { formula: `COUNTIFS(${ledIndicators})`, result: leads.length },
    indicatorsToWatch: {
      formula: `COUNTIFS(${ledIndicators},${rank},">0",${rank},"<=${String(lastWatched)}")`,
      result: leads.filter((row) => indicatorsToWatch.includes(row.status)).length,
    },
    tasks: { formula: `COUNTIFS(${ledTasks})`, result: led.length },
    tasksDone: {
      formula: done.map((word) => `COUNTIFS(${ledTasks},${status(word)})`).join('+'),
      result: led.filter((row) => row.status === 'doneOnTime' || row.status === 'doneLate').length,
    },
    tasksOverdue: {
      formula: `COUNTIFS(${ledTasks},${status(taskStatusText('overdue'))})`,
      result: led.filter((row) => row.status === 'overdue').length,
    },
    coordinated: {
      formula: `COUNTIFS(${farRange(tasks, 'coordinatorIds')},${like})`,
      result: assessment.tasks.filter((row) => row.task.coordinators.includes(agencyId)).length,
    },
  };
}

/** The registry of agencies. */
export function agencySheet(
  content: TrackingContent,
  place: PlacedTable<AgencyField>,
  places: Places,
  assessment: BookAssessment,
): SheetSpec {
  const names = agenciesById(content.registry);
  const nameOf = (agencyId: string): string => names.get(agencyId)?.name ?? agencyId;
  return tableSheet({
    content,
    place,
    title: 'CƠ QUAN',
    remark:
      'Ghi thêm tên gọi khác, thành viên của nhóm (đã gợi ý theo tên, hãy sửa cho đủ), cơ quan kế thừa sau sắp xếp và đầu mối liên hệ; nhiều mục cách nhau bằng dấu chấm phẩy. Cơ quan mới: ghi tên ở dòng cuối bảng. Các cột đếm tự tính.',
    lines: content.registry.map((agency, index) => {
      const id = fieldCell(place, 'id', place.firstRow + index);
      const counts = agencyCounts(id, agency.id, places, assessment);
      return ({ field }: PlacedColumn<AgencyField>): LineCell => {
        switch (field) {
          case 'indicators':
          case 'indicatorsToWatch':
          case 'tasks':
          case 'tasksDone':
          case 'tasksOverdue':
          case 'coordinated':
            return {
              value: formulaInput(counts[field].formula, counts[field].result),
              style: styles.derived,
            };
          default:
            return registered(field, agency, nameOf);
        }
      };
    }),
    frozenColumns: 2,
    tabColor: '4A4A4A',
    validations: [
      dayRule(place, 'successorFrom', 'Kế thừa từ ngày', 'Ngày cơ quan kế thừa nhận nhiệm vụ.'),
    ],
    conditionalFormats: [],
  });
}

/** Several names in one cell. */
function listed(words: readonly string[]): string {
  return words.join('; ');
}

function registered(
  field: AgencyField | null,
  agency: RegisteredAgency,
  nameOf: (id: string) => string,
): LineCell {
  const text = (words: string | null, style: StyleSpec): LineCell => ({
    value: textInput(words),
    style,
  });
  switch (field) {
    case 'id':
      return text(agency.id, styles.planCentre);
    case 'name':
      return text(agency.name, styles.plan);
    case 'aliases':
      return text(listed(agency.aliases), styles.input);
    case 'group':
      return text(agency.group ? groupWord : null, styles.planCentre);
    case 'members':
      return text(listed(agency.members.map(nameOf)), agency.group ? styles.input : styles.closed);
    case 'successor':
      return text(agency.successor === null ? null : nameOf(agency.successor), styles.input);
    case 'successorFrom':
      return agency.successorFrom === null
        ? text(null, styles.inputDay)
        : entryCell({ date: agency.successorFrom }, styles.inputDay);
    case 'contact':
      return text(agency.contact, styles.input);
    default:
      return { value: emptyInput, style: styles.input };
  }
}
