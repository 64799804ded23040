import type { BookAssessment } from '../../../domain/assessment/book';
import type { TaskStatus } from '../../../domain/assessment/status';
import { block, formulaInput, textInput, type Block } from '../../shared/cells';
import { withStyle } from '../../shared/looks';
import { criterion, quoteText } from '../../shared/references';
import { taskStatusText } from '../../shared/rules';
import { agencyCounts, type Count } from '../agencies';
import type { TrackingContent } from '../content';
import type { Places } from '../formulas';
import { farRange } from '../place';
import { styles } from '../styles';
import { cellLook, countLook, GRID, headLook, onRow } from './grid';

/** A table that goes down as far as it needs. */
export type Table = { readonly blocks: readonly Block[]; readonly rows: number };

const figureColumns = [
  [9, 10],
  [11, 12],
  [13, 14],
  [15, 16],
  [17, 18],
  [19, 20],
] as const satisfies readonly (readonly [number, number])[];

function figureColumn(index: number): readonly [number, number] {
  return figureColumns[index] ?? [19, 20];
}

function countBlocks(row: number, counts: readonly Count[]): readonly Block[] {
  return counts.map(({ formula, result }, index) =>
    block(
      onRow(row)(...figureColumn(index)),
      formulaInput(formula, result),
      withStyle(countLook, { horizontal: 'center' }),
    ),
  );
}

function headBlocks(row: number, first: string, heads: readonly string[]): readonly Block[] {
  return [
    block(onRow(row)(1, 8), textInput(first), headLook),
    ...heads.map((head, index) =>
      block(onRow(row)(...figureColumn(index)), textInput(head), headLook),
    ),
  ];
}

/** What every agency leads, those with most rows first. */
export function agencyBlocks(
  top: number,
  { plan }: TrackingContent,
  places: Places,
  assessment: BookAssessment,
): Table {
  const leading = plan.agencies
    .map((agency) => ({
      agency,
      counts: agencyCounts(quoteText(agency.id), agency.id, places, assessment),
    }))
    .filter(({ counts }) => counts.indicators.result + counts.tasks.result > 0)
    .sort(
      (a, b) =>
        b.counts.indicators.result +
        b.counts.tasks.result -
        (a.counts.indicators.result + a.counts.tasks.result),
    );
  return {
    rows: leading.length + 2,
    blocks: [
      block(onRow(top)(1, GRID.columns), textInput('Theo cơ quan chủ trì'), styles.heading),
      ...headBlocks(top + 1, 'Cơ quan', [
        'Chỉ tiêu',
        'Chỉ tiêu cần xử lý',
        'Nhiệm vụ',
        'Nhiệm vụ hoàn thành',
        'Nhiệm vụ quá hạn',
        'Phối hợp',
      ]),
      ...leading.flatMap(({ agency, counts }, index) => [
        block(onRow(top + 2 + index)(1, 8), textInput(agency.name), cellLook),
        ...countBlocks(top + 2 + index, [
          counts.indicators,
          counts.indicatorsToWatch,
          counts.tasks,
          counts.tasksDone,
          counts.tasksOverdue,
          counts.coordinated,
        ]),
      ]),
    ],
  };
}

/** The tasks of every section of the plan; nothing for a plan without sections. */
export function sectionBlocks(top: number, { tasks }: Places, assessment: BookAssessment): Table {
  const sections = new Map(
    assessment.tasks.map(({ task }) => [task.section, task.sectionTitle] as const),
  );
  if (sections.size < 2) return { blocks: [], rows: 0 };
  const status =
    (statuses: readonly TaskStatus[]) =>
    (section: string): Count => ({
      formula: statuses
        .map(
          (each) =>
            `COUNTIFS(${farRange(tasks, 'section')},${criterion(section)},${farRange(tasks, 'status')},${criterion(taskStatusText(each))})`,
        )
        .join('+'),
      result: assessment.tasks.filter(
        (row) => row.task.section === section && statuses.includes(row.status),
      ).length,
    });
  const columns: readonly ((section: string) => Count)[] = [
    (section) => ({
      formula: `COUNTIFS(${farRange(tasks, 'section')},${criterion(section)})`,
      result: assessment.tasks.filter((row) => row.task.section === section).length,
    }),
    status(['doneOnTime', 'doneLate']),
    status(['inProgress', 'notStarted', 'recurring', 'awaiting']),
    status(['dueSoon', 'slipping']),
    status(['overdue']),
    status(['noReport', 'recurringSilent']),
  ];
  return {
    rows: sections.size + 2,
    blocks: [
      block(
        onRow(top)(1, GRID.columns),
        textInput('Nhiệm vụ theo mục của kế hoạch'),
        styles.heading,
      ),
      ...headBlocks(top + 1, 'Mục', [
        'Nhiệm vụ',
        'Hoàn thành',
        'Đang làm, trong hạn',
        'Sắp đến hạn, chậm',
        'Quá hạn',
        'Chưa báo cáo',
      ]),
      ...[...sections].flatMap(([section, title], index) => [
        block(
          onRow(top + 2 + index)(1, 8),
          textInput([section, title].filter((part) => part !== '').join('. ')),
          cellLook,
        ),
        ...countBlocks(
          top + 2 + index,
          columns.map((column) => column(section)),
        ),
      ]),
    ],
  };
}
