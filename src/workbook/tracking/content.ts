import { registryOf, type Registry } from '../../domain/agencies/registry';
import { entrySlots } from '../../domain/assessment/book';
import { defaultBands, defaultDueSoonDays } from '../../domain/assessment/bands';
import { measureOf } from '../../domain/assessment/indicator';
import type { BookSettings, HistoryFigure, IndicatorField, TaskField } from '../../domain/book';
import type { Issue } from '../../domain/checks/issue';
import type { LogEntry } from '../../domain/collection/submission';
import type { Waiver } from '../../domain/checks/waivers';
import { endOfYear, yearOf, type IsoDate } from '../../domain/dates';
import type { Plan, Task } from '../../domain/plan/plan';
import { calendarOf } from './calendar';

/** What stands in an input cell: words, a number, or a day. Text is kept as typed. */
export type EntryInput = string | number | { readonly date: IsoDate };

/** What is known of an entry line before its target; milestones by the year at whose end they lie. */
export type RoadmapInput = {
  readonly baseline: EntryInput | null;
  readonly baselineDate: EntryInput | null;
  readonly milestones: ReadonlyMap<number, EntryInput>;
};

/** An issue with the two lines the workbook shows: what was seen, and what to do about it. */
export type WordedIssue = { readonly issue: Issue; readonly seen: string; readonly toDo: string };

/** Input cells of a table by the id of the line (`CT-14/1` for a part of a composite target). */
export type Entries<F extends string> = ReadonlyMap<string, ReadonlyMap<F, EntryInput>>;

/** Everything a tracking workbook is made of. */
export type TrackingContent = {
  readonly plan: Plan;
  readonly settings: BookSettings;
  readonly indicatorEntries: Entries<IndicatorField>;
  readonly taskEntries: Entries<TaskField>;
  readonly roadmap: ReadonlyMap<string, RoadmapInput>;
  /** Newest first within a period and row: the first figure counts as the last report. */
  readonly history: readonly HistoryFigure[];
  readonly registry: Registry;
  /** What was done, oldest first. */
  readonly log: readonly LogEntry[];
  readonly issues: readonly WordedIssue[];
  readonly waivers: readonly Waiver[];
  /** True marks every sheet that shows figures with "SỐ LIỆU MẪU". */
  readonly sample: boolean;
  /** A full ISO instant for the file's properties. */
  readonly created: string;
};

/**
 * The content of a fresh tracking workbook: the plan, its calendar, default bands, and the days
 * the plan itself gives: a task with a last day only starts on the plan's day, and baselines are
 * of 31/12 of the year before the plan's (before the as-of year, when the plan has no date).
 */
export function emptyContent(plan: Plan, asOf: IsoDate): TrackingContent {
  const { periods, current } = calendarOf(plan.reporting, plan.documentDate, asOf);
  const baselineDate = { date: endOfYear(yearOf(plan.documentDate ?? asOf) - 1) };
  return {
    plan,
    settings: {
      asOf,
      period: current,
      periods,
      bands: defaultBands,
      dueSoonDays: defaultDueSoonDays,
    },
    indicatorEntries: new Map(),
    taskEntries: new Map(plan.tasks.map((task) => [task.id, givenDays(task, plan)])),
    roadmap: new Map(
      plan.indicators.flatMap((indicator) =>
        entrySlots(indicator)
          .filter((slot) => measureOf(slot.target, indicator.pace) && indicator.pace !== 'annual')
          .map((slot) => [slot.lineId, { baseline: null, baselineDate, milestones: new Map() }]),
      ),
    ),
    history: [],
    registry: registryOf(plan),
    log: [],
    issues: [],
    waivers: [],
    sample: false,
    created: `${asOf}T00:00:00Z`,
  };
}

function givenDays(task: Task, plan: Plan): ReadonlyMap<TaskField, EntryInput> {
  const start = ((): IsoDate | null => {
    switch (task.time.kind) {
      case 'by':
        return plan.documentDate;
      case 'span':
      case 'from':
        return task.time.start;
      case 'ongoing':
      case 'yearly':
      case 'conditional':
      case 'none':
        return null;
    }
  })();
  return new Map(start === null ? [] : [['start', { date: start }]]);
}

/** The last day the plan sets for a task; null where an officer may set one, or none applies. */
export function planDueDay(task: Task): IsoDate | null {
  return task.time.kind === 'by' || task.time.kind === 'span' ? task.time.end : null;
}
