import { daysBetween, type IsoDate } from '../dates';
import type { Bucket, IndicatorStatus, TaskStatus } from './status';

/** A rate with what it is over; `value` is null when the denominator is zero. */
export type Rate = {
  readonly numerator: number;
  readonly denominator: number;
  /** 0–1. */
  readonly value: number | null;
};

/** Counts and rates over all rows of a plan. */
export type Summary = {
  readonly indicators: {
    readonly total: number;
    readonly byStatus: Readonly<Record<IndicatorStatus, number>>;
    /** Met over all indicators. */
    readonly metRate: Rate;
  };
  readonly tasks: {
    readonly total: number;
    readonly byStatus: Readonly<Record<TaskStatus, number>>;
    readonly byBucket: Readonly<Record<Bucket, number>>;
    /** Completed over all tasks with a due day. */
    readonly completedRate: Rate;
    /** Completed on time over completed. */
    readonly onTimeRate: Rate;
    /** Open and overdue over tasks whose due day has passed. */
    readonly overdueRate: Rate;
  };
};

/** What the summary needs of each task. */
export type CountedTask = {
  readonly status: TaskStatus;
  readonly bucket: Bucket;
  readonly due: IsoDate | null;
};

function rate(numerator: number, denominator: number): Rate {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}

const noIndicators: Readonly<Record<IndicatorStatus, number>> = {
  invalid: 0,
  missed: 0,
  alarm: 0,
  atRisk: 0,
  attention: 0,
  noData: 0,
  judgement: 0,
  noPace: 0,
  onPace: 0,
  met: 0,
};

const noTasks: Readonly<Record<TaskStatus, number>> = {
  invalid: 0,
  overdue: 0,
  slipping: 0,
  dueSoon: 0,
  noReport: 0,
  recurringSilent: 0,
  doneLate: 0,
  awaiting: 0,
  notStarted: 0,
  inProgress: 0,
  recurring: 0,
  doneOnTime: 0,
};

const emptyBuckets: Readonly<Record<Bucket, number>> = {
  completedOnTime: 0,
  completedLate: 0,
  openInTime: 0,
  openOverdue: 0,
  noDeadline: 0,
};

function countBy<K extends string>(
  zero: Readonly<Record<K, number>>,
  given: readonly K[],
): Readonly<Record<K, number>> {
  const counts: Record<K, number> = { ...zero };
  for (const key of given) counts[key] += 1;
  return counts;
}

/**
 * Counts statuses and the government's buckets. The overdue rate is over tasks that were due
 * (government task accounting), never over all tasks.
 */
export function summarize(
  indicators: readonly IndicatorStatus[],
  tasks: readonly CountedTask[],
  asOf: IsoDate,
): Summary {
  const byStatus = countBy(noIndicators, indicators);
  const byBucket = countBy(
    emptyBuckets,
    tasks.map((task) => task.bucket),
  );
  const completed = byBucket.completedOnTime + byBucket.completedLate;
  const wereDue = tasks.filter(
    (task) => task.bucket !== 'noDeadline' && task.due !== null && daysBetween(task.due, asOf) > 0,
  ).length;
  return {
    indicators: {
      total: indicators.length,
      byStatus,
      metRate: rate(byStatus.met, indicators.length),
    },
    tasks: {
      total: tasks.length,
      byStatus: countBy(
        noTasks,
        tasks.map((task) => task.status),
      ),
      byBucket,
      completedRate: rate(completed, tasks.length - byBucket.noDeadline),
      onTimeRate: rate(byBucket.completedOnTime, completed),
      overdueRate: rate(byBucket.openOverdue, wereDue),
    },
  };
}
