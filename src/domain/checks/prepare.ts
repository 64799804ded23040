import { assessBook, entrySlots, taskFacts, type BookAssessment } from '../assessment/book';
import { measureOf } from '../assessment/indicator';
import { hasDueDay } from '../assessment/task';
import type { Book, EntryLine, IndicatorField } from '../book';
import { daysBetween } from '../dates';
import { cellOf, isBlank, linesById, numberOf, roadmapsById, textOf } from '../entries';
import type {
  AnyTable,
  CheckContext,
  DateCell,
  Figure,
  HeadingRow,
  IndicatorRow,
  LastFigure,
  NumberCell,
  RoadmapRow,
  TaskRow,
} from './context';
import { cellsOf, refTo, type CellRef } from './support/cell';
import { inputFields } from './support/fields';
import { figureKind } from './support/figureKind';
import { formulaColumns } from './support/formulaColumns';
import { changedCells } from './support/changedCells';
import { readDay } from './support/readDay';
import { readFigure, type FigureUse } from './support/readFigure';
import { strayLines } from './support/strayLines';

/** Prepares a workbook for the checks; `inDoubt` is the runner's memory of what was found. */
export function contextOf(book: Book, inDoubt: CheckContext['inDoubt']): CheckContext {
  const assessment = assessBook(book);
  const last = lastFigures(book);
  const indicatorLines = linesById(book.indicators);
  const indicatorRows = indicatorRowsOf(book, assessment, indicatorLines, last);
  const headingRows = book.plan.indicators.flatMap((indicator): HeadingRow[] => {
    const slots = entrySlots(indicator);
    const line = indicatorLines.get(indicator.id);
    if (!line || slots.some((slot) => slot.lineId === indicator.id)) return [];
    return [
      {
        indicator,
        partIds: slots.map((slot) => slot.lineId),
        ...cellsOf('indicator', book.indicators, line),
      },
    ];
  });
  const roadmapRows = roadmapRowsOf(book, indicatorRows);
  const taskRows = taskRowsOf(book, assessment, last);
  const tables = tablesOf(book);
  const rows = { indicatorRows, headingRows, roadmapRows, taskRows };
  return {
    book,
    assessment,
    tables,
    strayLines: strayLines(book, tables),
    changedCells: changedCells(rows),
    formulaColumns: formulaColumns(rows),
    ...rows,
    inputs: inputsOf(indicatorRows, headingRows, roadmapRows, taskRows),
    numbers: numbersOf(roadmapRows, indicatorRows, taskRows),
    dates: datesOf(roadmapRows, taskRows),
    figures: figuresOf(indicatorRows, roadmapRows),
    empty: !hasEntries(book),
    periodOver: daysBetween(book.settings.period.due, book.settings.asOf) > 0,
    inDoubt,
  };
}

function tablesOf(book: Book): readonly AnyTable[] {
  const slots = book.plan.indicators.flatMap((each) => entrySlots(each));
  const indicators = new Set(book.plan.indicators.map((each) => each.id));
  for (const slot of slots) indicators.add(slot.lineId);
  return [
    { name: 'indicator', table: book.indicators, ids: indicators },
    { name: 'task', table: book.tasks, ids: new Set(book.plan.tasks.map((each) => each.id)) },
    { name: 'roadmap', table: book.roadmap, ids: indicators },
  ];
}

function historyKey(row: string, field: string): string {
  return `${field} ${row}`;
}

/** The latest earlier figure of every row and field; within a period the first line stands. */
function lastFigures(book: Book): ReadonlyMap<string, LastFigure> {
  const current = book.settings.period.id;
  const latest = new Map<string, LastFigure>();
  for (const { period, row, field, value } of book.history) {
    if (typeof value !== 'number' || period >= current) continue;
    const known = latest.get(historyKey(row, field));
    if (!known || known.period < period) latest.set(historyKey(row, field), { period, value });
  }
  return latest;
}

function indicatorRowsOf(
  book: Book,
  assessment: BookAssessment,
  lines: ReadonlyMap<string, EntryLine<IndicatorField>>,
  last: ReadonlyMap<string, LastFigure>,
): readonly IndicatorRow[] {
  const roadmaps = roadmapsById(book);
  return assessment.indicators.flatMap((assessed) => {
    const { indicator } = assessed;
    const statuses = new Map(assessed.parts.map((part) => [part.lineId, part.status]));
    return entrySlots(indicator).flatMap((slot): IndicatorRow[] => {
      const line = lines.get(slot.lineId);
      if (!line) return [];
      return [
        {
          indicator,
          slot,
          measure: measureOf(slot.target, indicator.pace),
          kind: figureKind(indicator, slot),
          actual: numberOf(cellOf(line, 'actual').content),
          status: statuses.get(slot.lineId) ?? assessed.status,
          baseline: roadmaps.get(slot.lineId)?.baseline ?? null,
          last: last.get(historyKey(slot.lineId, 'actual')) ?? null,
          ...cellsOf('indicator', book.indicators, line),
        },
      ];
    });
  });
}

function roadmapRowsOf(book: Book, rows: readonly IndicatorRow[]): readonly RoadmapRow[] {
  const lines = linesById(book.roadmap);
  return rows.flatMap((row): RoadmapRow[] => {
    const line = lines.get(row.slot.lineId);
    const { measure } = row;
    if (!line || !measure) return [];
    return [
      {
        row,
        measure,
        milestones: (book.milestones.get(line.row) ?? []).map(({ year, cell }) => ({
          year,
          ref: refTo(book.roadmap.sheet, line.id, String(year), cell),
          reading: numberOf(cell.content),
        })),
        ...cellsOf('roadmap', book.roadmap, line),
      },
    ];
  });
}

function taskRowsOf(
  book: Book,
  assessment: BookAssessment,
  last: ReadonlyMap<string, LastFigure>,
): readonly TaskRow[] {
  const lines = linesById(book.tasks);
  return assessment.tasks.flatMap((assessed): TaskRow[] => {
    const { task } = assessed;
    const line = lines.get(task.id);
    if (!line) return [];
    const facts = taskFacts(task, line);
    return [
      {
        task,
        facts,
        assessed,
        counted: hasDueDay(task.time.kind),
        reported: facts.percent.kind !== 'none' || facts.done.kind !== 'none' || facts.told,
        lastPercent: last.get(historyKey(task.id, 'percent')) ?? null,
        ...cellsOf('task', book.tasks, line),
      },
    ];
  });
}

function inputsOf(
  indicators: readonly IndicatorRow[],
  headings: readonly HeadingRow[],
  roadmap: readonly RoadmapRow[],
  tasks: readonly TaskRow[],
): readonly CellRef[] {
  return [
    ...[...indicators, ...headings].flatMap(({ cell }) => inputFields.indicator.map(cell)),
    ...roadmap.flatMap(({ cell, milestones }) => [
      ...inputFields.roadmap.map(cell),
      ...milestones.map(({ ref }) => ref),
    ]),
    ...tasks.flatMap((row) => [
      ...inputFields.task.map(row.cell),
      ...(ownDueDay(row) ? [row.cell('due')] : []),
    ]),
  ];
}

/** Whether the due day is the officer's to set, because the plan gives none. */
function ownDueDay({ task }: TaskRow): boolean {
  return task.time.kind !== 'by' && task.time.kind !== 'span';
}

function useOf({ indicator, kind }: IndicatorRow): FigureUse {
  return kind === 'share' || kind === 'growth'
    ? { kind: 'share' }
    : { kind: 'amount', unit: indicator.unit };
}

function numbersOf(
  roadmap: readonly RoadmapRow[],
  indicators: readonly IndicatorRow[],
  tasks: readonly TaskRow[],
): readonly NumberCell[] {
  const number = (ref: CellRef, use: FigureUse): NumberCell => {
    const text = textOf(ref.content);
    return { ref, reading: text === null ? null : readFigure(text, use) };
  };
  return [
    ...indicators.flatMap((row) => (row.measure ? [number(row.cell('actual'), useOf(row))] : [])),
    ...roadmap.flatMap(({ row, cell, milestones }) =>
      [cell('baseline'), ...milestones.map(({ ref }) => ref)].map((ref) => number(ref, useOf(row))),
    ),
    ...tasks.flatMap(({ cell }) => [
      number(cell('percent'), { kind: 'share' }),
      number(cell('allotted'), { kind: 'money' }),
      number(cell('disbursed'), { kind: 'money' }),
    ]),
  ];
}

function datesOf(roadmap: readonly RoadmapRow[], tasks: readonly TaskRow[]): readonly DateCell[] {
  return [
    ...roadmap.map(({ cell }) => cell('baselineDate')),
    ...tasks.flatMap((row) => [
      row.cell('start'),
      row.cell('trigger'),
      row.cell('done'),
      ...(ownDueDay(row) ? [row.cell('due')] : []),
    ]),
  ].map((ref) => {
    const text = textOf(ref.content);
    return { ref, reading: text === null ? null : readDay(text) };
  });
}

function figuresOf(
  indicators: readonly IndicatorRow[],
  roadmap: readonly RoadmapRow[],
): readonly Figure[] {
  const figure = (row: IndicatorRow, ref: CellRef): Figure[] => {
    const { measure, kind } = row;
    const reading = numberOf(ref.content);
    return measure && kind && reading.kind === 'value'
      ? [{ row, measure, kind, ref, value: reading.value }]
      : [];
  };
  return [
    ...indicators.flatMap((row) => figure(row, row.cell('actual'))),
    ...roadmap.flatMap(({ row, cell, milestones }) => [
      ...figure(row, cell('baseline')),
      ...milestones.flatMap(({ ref }) => figure(row, ref)),
    ]),
  ];
}

/** Whether anything of a period was entered; days that come with the workbook do not count. */
function hasEntries(book: Book): boolean {
  const filled = <F extends string>(line: EntryLine<F>, fields: readonly F[]): boolean =>
    fields.some((field) => !isBlank(cellOf(line, field).content));
  const reported = inputFields.task.filter((field) => field !== 'start');
  return (
    book.indicators.lines.some((line) => filled(line, inputFields.indicator)) ||
    book.tasks.lines.some((line) => filled(line, reported))
  );
}
