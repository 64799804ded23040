import { daysBetween, type IsoDate } from '../dates';
import type { Deadline } from '../plan/deadline';
import { roundDeviation, type Bands } from './bands';
import { valueOf, type Reading } from './reading';
import type { Bucket, TaskStatus } from './status';

/** Everything the status of a task depends on. */
export type TaskFacts = {
  readonly kind: Deadline['kind'];
  readonly start: Reading<IsoDate>;
  readonly due: Reading<IsoDate>;
  /** The day the document came that a conditional task waits for. */
  readonly trigger: Reading<IsoDate>;
  /** 0–100. */
  readonly percent: Reading<number>;
  readonly done: Reading<IsoDate>;
  /** Whether anything about the period was told in words. */
  readonly told: boolean;
};

/** The settings a task's status depends on. */
export type TaskRules = {
  readonly asOf: IsoDate;
  readonly bands: Bands;
  readonly dueSoonDays: number;
};

/** The outcome for a task. */
export type TaskAssessment = {
  readonly status: TaskStatus;
  readonly bucket: Bucket;
  /** Days to the due day at the as-of date, negative when it has passed; null without one. */
  readonly daysLeft: number | null;
};

/** Assesses a task at an as-of date (design §5). */
export function assessTask(facts: TaskFacts, rules: TaskRules): TaskAssessment {
  const due = hasDueDay(facts.kind) ? valueOf(facts.due) : null;
  const status = statusOf(facts, due, rules);
  return {
    status,
    bucket: bucketOf(status, due, rules.asOf),
    daysLeft: due === null ? null : daysBetween(rules.asOf, due),
  };
}

/** Ongoing, yearly and open-ended tasks are never counted by a due day. */
export function hasDueDay(kind: Deadline['kind']): boolean {
  return kind !== 'ongoing' && kind !== 'yearly' && kind !== 'from';
}

function statusOf(facts: TaskFacts, due: IsoDate | null, rules: TaskRules): TaskStatus {
  const { asOf, bands } = rules;
  const percent = valueOf(facts.percent);
  const done = valueOf(facts.done);
  const start = valueOf(facts.start) ?? valueOf(facts.trigger);
  const after = (day: IsoDate | null): boolean => day !== null && daysBetween(day, asOf) > 0;

  const broken = [facts.start, facts.due, facts.trigger, facts.percent, facts.done].some(
    (reading) => reading.kind === 'invalid',
  );
  if (broken || (percent !== null && (percent < 0 || percent > 100))) return 'invalid';
  if (done !== null && daysBetween(asOf, done) > 0) return 'invalid';

  const reported = percent !== null || done !== null || facts.told;
  const begun = start === null || daysBetween(start, asOf) >= 0;
  if (!hasDueDay(facts.kind)) {
    if (reported) return 'recurring';
    return facts.kind === 'from' && !begun ? 'notStarted' : 'recurringSilent';
  }

  if (done !== null) return due !== null && daysBetween(due, done) > 0 ? 'doneLate' : 'doneOnTime';
  // Finished on an unknown day: in time for certain only while the due day has not passed.
  if (percent === 100) return after(due) ? 'invalid' : 'doneOnTime';

  const trigger = valueOf(facts.trigger);
  const triggered = trigger !== null && daysBetween(trigger, asOf) >= 0;
  if (facts.kind === 'conditional' && !triggered && due === null) return 'awaiting';

  if (after(due)) return 'overdue';
  if (due !== null && daysBetween(asOf, due) <= rules.dueSoonDays) return 'dueSoon';
  if (!reported) return begun ? 'noReport' : 'notStarted';
  if (percent === null) return 'inProgress';
  if (roundDeviation(percent - elapsed(start, due, asOf)) < bands.alarm) return 'slipping';
  return percent === 0 ? 'notStarted' : 'inProgress';
}

/** The share of the time from start to due that has passed, in points; 0 when it is not known. */
function elapsed(start: IsoDate | null, due: IsoDate | null, asOf: IsoDate): number {
  if (start === null || due === null) return 0;
  const whole = daysBetween(start, due);
  return whole <= 0 ? 0 : Math.max(0, (daysBetween(start, asOf) / whole) * 100);
}

function bucketOf(status: TaskStatus, due: IsoDate | null, asOf: IsoDate): Bucket {
  if (due === null) return 'noDeadline';
  if (status === 'doneOnTime') return 'completedOnTime';
  if (status === 'doneLate') return 'completedLate';
  return daysBetween(due, asOf) > 0 ? 'openOverdue' : 'openInTime';
}
