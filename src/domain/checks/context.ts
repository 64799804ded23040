import type { AssessedTask, BookAssessment, EntrySlot } from '../assessment/book';
import type { Measure } from '../assessment/indicator';
import type { Point, Reading } from '../assessment/reading';
import type { IndicatorStatus } from '../assessment/status';
import type { TaskFacts } from '../assessment/task';
import type { Book, EntryLine, EntryTable, IndicatorField, RoadmapField, TaskField } from '../book';
import type { Indicator, Task } from '../plan/plan';
import type { CellRef, Finding, TableName } from './support/cell';
import type { FigureKind } from './support/figureKind';
import type { DayReading } from './support/readDay';
import type { FigureReading } from './support/readFigure';

/** A line of the workbook, and references to its cells by field. */
export type LineCells<F extends string> = {
  readonly line: EntryLine<F>;
  readonly cell: (field: F) => CellRef;
};

/** A figure that was reported for an earlier period. */
export type LastFigure = { readonly period: string; readonly value: number };

/** An entry line of an indicator that is in the workbook, with all that is known of it. */
export type IndicatorRow = LineCells<IndicatorField> & {
  readonly indicator: Indicator;
  readonly slot: EntrySlot;
  /** Null for a qualitative target. */
  readonly measure: Measure | null;
  readonly kind: FigureKind | null;
  readonly actual: Reading<number>;
  readonly status: IndicatorStatus;
  readonly baseline: Point | null;
  readonly last: LastFigure | null;
};

/** A line that takes no entry: a heading, or an indicator whose parts have lines of their own. */
export type HeadingRow = LineCells<IndicatorField> & {
  readonly indicator: Indicator;
  readonly partIds: readonly string[];
};

/** The roadmap line of an indicator's entry line. */
export type RoadmapRow = LineCells<RoadmapField> & {
  readonly row: IndicatorRow;
  readonly measure: Measure;
  readonly milestones: readonly {
    readonly year: number;
    readonly ref: CellRef;
    readonly reading: Reading<number>;
  }[];
};

/** The line of a task, with all that is known of it. */
export type TaskRow = LineCells<TaskField> & {
  readonly task: Task;
  readonly facts: TaskFacts;
  readonly assessed: AssessedTask;
  /** Whether the task is counted by a due day at all. */
  readonly counted: boolean;
  /** Whether a percentage, a done date or a result was entered. */
  readonly reported: boolean;
  readonly lastPercent: LastFigure | null;
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

/** A cell that no longer shows what the plan says: `expected`, or "" for an empty cell. */
export type ChangedCell = { readonly ref: CellRef; readonly expected: string };

/** A column that holds formulas, in all lines that the plan knows. */
export type FormulaColumn = {
  /** The cells that have lost their formula. */
  readonly lost: readonly CellRef[];
  /** Whether that is most of the column, so that it is said once. */
  readonly whole: boolean;
  /** The cells whose formula is not the one of most lines. */
  readonly strange: readonly CellRef[];
};

/** A number cell, and what was meant by text in it; null when it holds none. */
export type NumberCell = { readonly ref: CellRef; readonly reading: FigureReading | null };

/** A date cell, and what was meant by text in it; null when it holds none. */
export type DateCell = { readonly ref: CellRef; readonly reading: DayReading | null };

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
  readonly changedCells: readonly ChangedCell[];
  readonly formulaColumns: readonly FormulaColumn[];
  readonly indicatorRows: readonly IndicatorRow[];
  readonly headingRows: readonly HeadingRow[];
  readonly roadmapRows: readonly RoadmapRow[];
  readonly taskRows: readonly TaskRow[];
  /** Every cell of a known line that officers type into. */
  readonly inputs: readonly CellRef[];
  readonly numbers: readonly NumberCell[];
  readonly dates: readonly DateCell[];
  readonly figures: readonly Figure[];
  /** True when no officer has entered anything yet. */
  readonly empty: boolean;
  /** True from the day after the period's due day on: only then is something missing. */
  readonly periodOver: boolean;
  /** Whether an earlier check found an error at this cell: what follows from it is not said. */
  readonly inDoubt: (ref: CellRef) => boolean;
};

/** One check: looks at a workbook and tells every fault of its kind. */
export type Check = (context: CheckContext) => readonly Finding[];
