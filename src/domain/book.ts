import type { Registry } from './agencies/registry';
import type { Bands } from './assessment/bands';
import type { Judgement } from './assessment/status';
import type { Waiver } from './checks/waivers';
import type { LogEntry } from './collection/submission';
import type { IsoDate } from './dates';
import type { Plan } from './plan/plan';
import type { CellContent } from './snapshot';

/** The columns of the indicator table, in their order on the sheet. */
export const indicatorFields = [
  'id',
  'code',
  'name',
  'unit',
  'target',
  'horizon',
  'lead',
  'previous',
  'actual',
  'estimated',
  'judgement',
  'source',
  'cause',
  'measure',
  'request',
  'progress',
  'due',
  'deviation',
  'status',
  'note',
  'targetKind',
  'targetValue',
  'targetTop',
  'direction',
  'strict',
  'pace',
  'partOf',
  'leadIds',
  'reading',
  'roadMode',
  'roadBase',
  'roadExpected',
  'ownRank',
  'rank',
  'order',
] as const;

/** One of {@link indicatorFields}. */
export type IndicatorField = (typeof indicatorFields)[number];

/** The columns of the task table, in their order on the sheet. */
export const taskFields = [
  'id',
  'code',
  'section',
  'name',
  'lead',
  'coordinators',
  'product',
  'time',
  'start',
  'due',
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
  'daysLeft',
  'status',
  'bucket',
  'note',
  'timeKind',
  'leadIds',
  'coordinatorIds',
  'fault',
  'reported',
  'startDay',
  'dueDay',
  'elapsed',
  'order',
] as const;

/** One of {@link taskFields}. */
export type TaskField = (typeof taskFields)[number];

/** The fixed columns of the roadmap table; its milestone columns are years. */
export const roadmapFields = [
  'id',
  'code',
  'name',
  'target',
  'horizon',
  'baseline',
  'baselineDate',
  'expected',
  'targetValue',
  'direction',
  'pace',
  'mode',
  'before',
  'after',
] as const;

/** One of {@link roadmapFields}. */
export type RoadmapField = (typeof roadmapFields)[number];

/** A cell of an entry line: where it is and what it shows; `content` is null when it is empty. */
export type EntryCell = {
  readonly address: string;
  readonly content: CellContent | null;
  readonly formula: string | null;
};

/** One row of a table of ours, with every cell's address kept (design §2). */
export type EntryLine<F extends string> = {
  /** The id in column "Mã", or null when that cell is empty or not text. */
  readonly id: string | null;
  /** 1-based row on the sheet. */
  readonly row: number;
  readonly cells: ReadonlyMap<F, EntryCell>;
};

/** A table of ours as found on its sheet. */
export type EntryTable<F extends string> = {
  readonly sheet: string;
  /** 1-based row of the headers. */
  readonly headerRow: number;
  /** Fields whose header was not found. */
  readonly missing: readonly F[];
  /** Lines in sheet order; wholly empty rows are left out. */
  readonly lines: readonly EntryLine<F>[];
  /** 1-based rows inside the table that were wholly empty and have lines after them. */
  readonly blankRows: readonly number[];
};

/** One reporting round. `id` is the year and month of its due day, such as "2025-11". */
export type Period = {
  readonly id: string;
  readonly name: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** The last day whose data belong to the period. */
  readonly cutOff: IsoDate;
  readonly due: IsoDate;
};

/** The settings on the period sheet. */
export type BookSettings = {
  readonly asOf: IsoDate;
  /** The period being reported. */
  readonly period: Period;
  readonly periods: readonly Period[];
  readonly bands: Bands;
  readonly dueSoonDays: number;
};

/** A milestone cell of the roadmap: the value planned for the end of a year. */
export type MilestoneCell = { readonly year: number; readonly cell: EntryCell };

/** One figure of the history: what was reported, for which period, and where it came from. */
export type HistoryFigure = {
  readonly period: string;
  readonly row: string;
  readonly agency: string;
  readonly field: string;
  readonly value: string | number;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly hash: string;
  readonly time: string;
};

/** Something typed in the registry that cannot be used as it stands, or names a new agency. */
export type RegistryDoubt = {
  readonly code:
    | 'agencyAdded'
    | 'successorDayUnreadable'
    | 'successorItself'
    | 'agencyRepeated'
    | 'registryLost';
  readonly sheet: string;
  readonly cell: string;
  readonly seen: string;
};

/**
 * A tracking workbook as read back: the plan from its identity, the settings, and every entry
 * line with addresses. Nothing about the entries is trusted yet; the checks look at them.
 */
export type Book = {
  readonly file: string;
  readonly plan: Plan;
  readonly settings: BookSettings;
  readonly indicators: EntryTable<IndicatorField>;
  readonly tasks: EntryTable<TaskField>;
  readonly roadmap: EntryTable<RoadmapField>;
  /** Milestone cells by roadmap row (1-based sheet row). */
  readonly milestones: ReadonlyMap<number, readonly MilestoneCell[]>;
  readonly history: readonly HistoryFigure[];
  /** What was done to the workbook, oldest first. */
  readonly log: readonly LogEntry[];
  /** The agencies with what the officer added: members, successors, contacts. */
  readonly registry: Registry;
  /** What is doubtful in the registry. */
  readonly registryDoubts: readonly RegistryDoubt[];
  /** The issues somebody answers for, as they stand on their sheet. */
  readonly waivers: readonly Waiver[];
  /** What the words of the workbook's drop-downs stand for. */
  readonly words: { readonly judgements: ReadonlyMap<string, Judgement> };
  /** True when the figures are samples made by the demonstration. */
  readonly sample: boolean;
};

/**
 * The entry lines of an indicator: the indicator itself, or one line a part when its target is
 * composite ("CT-14/1", "CT-14/2"). The line of a composite indicator itself takes no entry.
 */
export function partId(indicatorId: string, part: number): string {
  return `${indicatorId}/${String(part)}`;
}
