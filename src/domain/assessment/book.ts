import {
  cellOf,
  dateOf,
  isBlank,
  judgementOf,
  linesById,
  numberOf,
  roadmapsById,
} from '../entries';
import { partId, type Book, type EntryLine, type IndicatorField, type TaskField } from '../book';
import type { IsoDate } from '../dates';
import type { Indicator, Task } from '../plan/plan';
import type { Target } from '../plan/target';
import {
  assessIndicator,
  worstIndicatorStatus,
  type IndicatorAssessment,
  type IndicatorFacts,
} from './indicator';
import { none, valueOf } from './reading';
import { summarize, type Summary } from './summary';
import { assessTask, type TaskAssessment, type TaskFacts } from './task';

/** One entry line of an indicator: the indicator itself, or one part of a composite target. */
export type EntrySlot = {
  readonly lineId: string;
  readonly target: Target;
  /** The source words of the part; null for an indicator with a single target. */
  readonly partText: string | null;
};

/** An indicator with its status; `parts` is empty unless its target is composite. */
export type AssessedIndicator = IndicatorAssessment & {
  readonly indicator: Indicator;
  readonly parts: readonly (IndicatorAssessment & EntrySlot)[];
};

/** A task with its status. */
export type AssessedTask = TaskAssessment & {
  readonly task: Task;
  readonly due: IsoDate | null;
};

/** Every row of a workbook's plan with its status; headings are left out. */
export type BookAssessment = {
  readonly asOf: IsoDate;
  readonly indicators: readonly AssessedIndicator[];
  readonly tasks: readonly AssessedTask[];
  readonly summary: Summary;
};

/** The entry lines an indicator needs; none for a heading or a row without a target. */
export function entrySlots(indicator: Indicator): readonly EntrySlot[] {
  const { target } = indicator;
  if (indicator.isGroup || target === null) return [];
  if (target.kind !== 'composite') return [{ lineId: indicator.id, target, partText: null }];
  return target.parts.map((part, index) => ({
    lineId: partId(indicator.id, index + 1),
    target: part,
    partText: indicator.partTexts[index] ?? null,
  }));
}

/** The facts of a task as its line states them; a missing line counts as an empty one. */
export function taskFacts(task: Task, line: EntryLine<TaskField> | undefined): TaskFacts {
  if (!line)
    return {
      kind: task.time.kind,
      start: none,
      due: none,
      trigger: none,
      percent: none,
      done: none,
      told: false,
    };
  return {
    kind: task.time.kind,
    start: dateOf(cellOf(line, 'start').content),
    due: dateOf(cellOf(line, 'due').content),
    trigger: dateOf(cellOf(line, 'trigger').content),
    percent: numberOf(cellOf(line, 'percent').content),
    done: dateOf(cellOf(line, 'done').content),
    told: !isBlank(cellOf(line, 'result').content),
  };
}

/** Assesses every row of a workbook at its as-of date (design §5). */
export function assessBook(book: Book): BookAssessment {
  const { asOf, bands, dueSoonDays } = book.settings;
  const indicatorLines = linesById(book.indicators);
  const taskLines = linesById(book.tasks);
  const roadmaps = roadmapsById(book);

  const factsOf = (
    indicator: Indicator,
    slot: EntrySlot,
    line: EntryLine<IndicatorField> | undefined,
  ): IndicatorFacts => ({
    target: slot.target,
    pace: indicator.pace,
    horizon: indicator.horizon,
    actual: line ? numberOf(cellOf(line, 'actual').content) : none,
    judgement: line ? judgementOf(cellOf(line, 'judgement').content, book.words.judgements) : none,
    baseline: roadmaps.get(slot.lineId)?.baseline ?? null,
    milestones: roadmaps.get(slot.lineId)?.milestones ?? [],
  });

  const indicators = book.plan.indicators.flatMap((indicator): AssessedIndicator[] => {
    const slots = entrySlots(indicator).map((slot) => ({
      ...slot,
      ...assessIndicator(factsOf(indicator, slot, indicatorLines.get(slot.lineId)), asOf, bands),
    }));
    const [only] = slots;
    if (!only) return [];
    if (only.partText === null && slots.length === 1) {
      const { status, progress, due, deviation } = only;
      return [{ indicator, status, progress, due, deviation, parts: [] }];
    }
    return [
      {
        indicator,
        status: worstIndicatorStatus(slots.map((slot) => slot.status)),
        progress: null,
        due: null,
        deviation: null,
        parts: slots,
      },
    ];
  });

  const tasks = book.plan.tasks.map((task): AssessedTask => {
    const facts = taskFacts(task, taskLines.get(task.id));
    return { task, due: valueOf(facts.due), ...assessTask(facts, { asOf, bands, dueSoonDays }) };
  });

  return {
    asOf,
    indicators,
    tasks,
    summary: summarize(
      indicators.map((row) => row.status),
      tasks.map((row) => row),
      asOf,
    ),
  };
}
