import type { AssessedTask, BookAssessment, EntrySlot } from '../assessment/book';
import type { Measure } from '../assessment/indicator';
import type { Point, Reading } from '../assessment/reading';
import type { IndicatorStatus } from '../assessment/status';
import type { TaskFacts } from '../assessment/task';
import type { Book, EntryLine, EntryTable, IndicatorField, RoadmapField, TaskField } from '../book';
import type { Indicator, Task } from '../plan/plan';
import type { CellRef, Finding, TableName } from './support/cell';
import type { FigureKind } from './support/figureKind';
import type { FigureUse } from './support/readFigure';

/** A figure that was reported for an earlier period. */
export type LastFigure = { readonly period: string; readonly value: number };

/** An entry line of an indicator that is in the workbook, with all that is known of it. */
export type IndicatorRow = {
  readonly indicator: Indicator;
  readonly slot: EntrySlot;
  /** Null for a qualitative target. */
  readonly measure: Measure | null;
  readonly kind: FigureKind | null;
  readonly actual: Reading<number>;
  readonly status: IndicatorStatus;
  readonly baseline: Point | null;
  readonly last: LastFigure | null;
  readonly cell: (field: IndicatorField) => CellRef;
};

/** A line that takes no entry: a heading, or an indicator whose parts have lines of their own. */
export type HeadingRow = {
  readonly indicator: Indicator;
  readonly partIds: readonly string[];
  readonly cell: (field: IndicatorField) => CellRef;
};

/** The roadmap line of an indicator's entry line. */
export type RoadmapRow = {
  readonly row: IndicatorRow;
  readonly measure: Measure;
  readonly milestones: readonly {
    readonly year: number;
    readonly ref: CellRef;
    readonly reading: Reading<number>;
  }[];
  readonly cell: (field: RoadmapField) => CellRef;
};

/** The line of a task, with all that is known of it. */
export type TaskRow = {
  readonly task: Task;
  readonly facts: TaskFacts;
  readonly assessed: AssessedTask;
  /** Whether the task is counted by a due day at all. */
  readonly counted: boolean;
  /** Whether a percentage, a done date or a result was entered. */
  readonly reported: boolean;
  readonly lastPercent: LastFigure | null;
  readonly cell: (field: TaskField) => CellRef;
};

/** A table of the workbook without regard to which one it is. */
export type AnyTable = {
  readonly name: TableName;
  readonly table: EntryTable<string>;
  /** The ids a line may have. */
  readonly ids: ReadonlySet<string>;
};

/** A line whose id is empty or not of the plan. */
export type StrayLine = {
  readonly table: AnyTable;
  readonly line: EntryLine<string>;
  /** The plan's row it must be, by its name; null when that is not certain. */
  readonly meant: string | null;
  /** Whether an officer typed something on it. */
  readonly filled: boolean;
};

/** A cell that the plan fills, and the plan's own words for it; "" for an empty one. */
export type LockedCell = { readonly ref: CellRef; readonly expected: string };

/** A column that holds formulas, in all lines that the plan knows. */
export type FormulaColumn = {
  readonly cells: readonly CellRef[];
  /** The cells that have lost their formula. */
  readonly lost: readonly CellRef[];
  /** The cells whose formula is not the one of most lines. */
  readonly strange: readonly CellRef[];
};

/** A number cell, and what it is for. */
export type NumberCell = { readonly ref: CellRef; readonly use: FigureUse };

/** A figure of an indicator: an actual, a baseline or a milestone. */
export type Figure = {
  readonly row: IndicatorRow;
  readonly measure: Measure;
  readonly kind: FigureKind;
  readonly ref: CellRef;
  readonly value: number;
};

/** All that the checks look at: computed once a run, so that a run costs one pass a check. */
export type CheckContext = {
  readonly book: Book;
  readonly assessment: BookAssessment;
  readonly tables: readonly AnyTable[];
  readonly strayLines: readonly StrayLine[];
  readonly lockedCells: readonly LockedCell[];
  readonly formulaColumns: readonly FormulaColumn[];
  readonly indicatorRows: readonly IndicatorRow[];
  readonly headingRows: readonly HeadingRow[];
  readonly roadmapRows: readonly RoadmapRow[];
  readonly taskRows: readonly TaskRow[];
  /** Every cell of a known line that officers type into. */
  readonly inputs: readonly CellRef[];
  readonly numbers: readonly NumberCell[];
  readonly dates: readonly CellRef[];
  readonly figures: readonly Figure[];
  /** True when no officer has entered anything yet. */
  readonly empty: boolean;
  /** True from the day after the period's due day on: only then is something missing. */
  readonly periodOver: boolean;
  /** Whether an earlier check found an error or a warning at this cell. */
  readonly inDoubt: (ref: CellRef) => boolean;
};

/** One check: looks at a workbook and tells every fault of its kind. */
export type Check = (context: CheckContext) => readonly Finding[];
