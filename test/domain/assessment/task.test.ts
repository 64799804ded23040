import fc from 'fast-check';
import { defaultBands } from '../../../src/domain/assessment/bands';
import { invalid, none, value, type Reading } from '../../../src/domain/assessment/reading';
import {
  buckets,
  taskStatuses,
  type Bucket,
  type TaskStatus,
} from '../../../src/domain/assessment/status';
import { summarize } from '../../../src/domain/assessment/summary';
import {
  assessTask,
  hasDueDay,
  type TaskAssessment,
  type TaskFacts,
} from '../../../src/domain/assessment/task';
import { addDays, type IsoDate } from '../../../src/domain/dates';
import type { Deadline } from '../../../src/domain/plan/deadline';
import { day } from '../../support/book';

type Short = {
  readonly kind?: Deadline['kind'];
  readonly start?: string;
  readonly due?: string | null;
  readonly trigger?: string;
  readonly percent?: number;
  readonly done?: string;
  readonly told?: boolean;
};

const date = (text: string | null | undefined): Reading<IsoDate> =>
  text === null || text === undefined ? none : value(day(text));

/** A task from 01/01/2025 to 31/12/2025; 02/07/2025 is the 182nd of its 364 days. */
function factsOf({
  kind = 'span',
  start = '2025-01-01',
  due = '2025-12-31',
  ...more
}: Short): TaskFacts {
  return {
    kind,
    start: date(start === '' ? null : start),
    due: date(due),
    trigger: date(more.trigger),
    percent: more.percent === undefined ? none : value(more.percent),
    done: date(more.done),
    told: more.told ?? false,
  };
}

const rules = (asOf: string): Parameters<typeof assessTask>[1] => ({
  asOf: day(asOf),
  bands: defaultBands,
  dueSoonDays: 30,
});
const assess = (short: Short, asOf = '2025-06-30'): TaskAssessment =>
  assessTask(factsOf(short), rules(asOf));

describe('a task with a due day', () => {
  it.each<[string, Short, string, TaskStatus, Bucket]>([
    ['not reported', {}, '2025-06-30', 'noReport', 'openInTime'],
    ['told in words only', { told: true }, '2025-06-30', 'inProgress', 'openInTime'],
    ['not begun yet', {}, '2024-12-31', 'notStarted', 'openInTime'],
    ['begins today', {}, '2025-01-01', 'noReport', 'openInTime'],
    ['nought at the start', { percent: 0 }, '2025-01-10', 'notStarted', 'openInTime'],
    ['nought half way', { percent: 0 }, '2025-06-30', 'slipping', 'openInTime'],
    ['as far as the time', { percent: 50 }, '2025-06-30', 'inProgress', 'openInTime'],
    ['ahead of the time', { percent: 99 }, '2025-02-01', 'inProgress', 'openInTime'],
    ['31 days left', { percent: 90 }, '2025-11-30', 'inProgress', 'openInTime'],
    ['30 days left', { percent: 90 }, '2025-12-01', 'dueSoon', 'openInTime'],
    ['30 days left, far behind', { percent: 5 }, '2025-12-01', 'dueSoon', 'openInTime'],
    ['30 days left, not reported', {}, '2025-12-01', 'dueSoon', 'openInTime'],
    ['due today', { percent: 90 }, '2025-12-31', 'dueSoon', 'openInTime'],
    ['due yesterday', { percent: 99 }, '2026-01-01', 'overdue', 'openOverdue'],
    ['due yesterday, not reported', {}, '2026-01-01', 'overdue', 'openOverdue'],
    ['due yesterday, told', { told: true }, '2026-01-01', 'overdue', 'openOverdue'],
    [
      'done early',
      { percent: 100, done: '2025-03-01' },
      '2025-06-30',
      'doneOnTime',
      'completedOnTime',
    ],
    ['done on the due day', { done: '2025-12-31' }, '2026-06-30', 'doneOnTime', 'completedOnTime'],
    ['done a day late', { done: '2026-01-01' }, '2026-06-30', 'doneLate', 'completedLate'],
    ['done today', { done: '2025-06-30' }, '2025-06-30', 'doneOnTime', 'completedOnTime'],
    [
      'done, with less than all',
      { percent: 40, done: '2025-03-01' },
      '2025-06-30',
      'doneOnTime',
      'completedOnTime',
    ],
    ['all of it, no day, in time', { percent: 100 }, '2025-06-30', 'doneOnTime', 'completedOnTime'],
    [
      'all of it, no day, due today',
      { percent: 100 },
      '2025-12-31',
      'doneOnTime',
      'completedOnTime',
    ],
    ['all of it, no day, after due', { percent: 100 }, '2026-01-01', 'invalid', 'openOverdue'],
    ['done tomorrow', { done: '2025-07-01' }, '2025-06-30', 'invalid', 'openInTime'],
    ['more than all', { percent: 100.1 }, '2025-06-30', 'invalid', 'openInTime'],
    ['less than nothing', { percent: -0.1 }, '2025-06-30', 'invalid', 'openInTime'],
    ['more than all, after due', { percent: 120 }, '2026-01-01', 'invalid', 'openOverdue'],
  ])('%s', (_name, short, asOf, status, bucket) => {
    expect(assess(short, asOf)).toMatchObject({ status, bucket });
  });

  it.each<[string, number, TaskStatus]>([
    ['15 points short', 35, 'inProgress'],
    ['a hair more', 34.999_999, 'slipping'],
  ])('%s when half the time has passed', (_name, percent, status) => {
    expect(assess({ percent }, '2025-07-02').status).toBe(status);
  });

  it.each<[string, Short, TaskStatus]>([
    ['unknown', { start: '', percent: 1 }, 'inProgress'],
    ['after the due day', { start: '2026-02-01', percent: 1 }, 'inProgress'],
    ['on the due day', { start: '2025-12-31', percent: 1 }, 'inProgress'],
    ['not come', { start: '2025-09-01', percent: 1 }, 'inProgress'],
    ['taken from the trigger', { start: '', trigger: '2025-01-01', percent: 1 }, 'slipping'],
    ['given, trigger or not', { trigger: '2025-06-29', percent: 1 }, 'slipping'],
  ])('a start that is %s', (_name, short, status) => {
    expect(assess(short).status).toBe(status);
  });

  it('counts the days left, negative when it is late', () => {
    expect(assess({}, '2025-12-30').daysLeft).toBe(1);
    expect(assess({}, '2025-12-31').daysLeft).toBe(0);
    expect(assess({}, '2026-01-02').daysLeft).toBe(-2);
    expect(assess({ due: null }).daysLeft).toBeNull();
  });

  it.each(['start', 'due', 'trigger', 'percent', 'done'] as const)(
    'is invalid when its %s cannot be read',
    (field) => {
      const facts = { ...factsOf({ done: '2025-03-01' }), [field]: invalid };
      expect(assessTask(facts, rules('2025-06-30')).status).toBe('invalid');
      const ongoing = { ...facts, kind: 'ongoing' as const };
      expect(assessTask(ongoing, rules('2025-06-30')).status).toBe('invalid');
    },
  );

  it('takes the days to "due soon" from the workbook', () => {
    const asked = { ...rules('2025-12-01'), dueSoonDays: 29 };
    expect(assessTask(factsOf({ percent: 90 }), asked).status).toBe('inProgress');
    const never = { ...rules('2025-12-31'), dueSoonDays: -1 };
    expect(assessTask(factsOf({ percent: 90 }), never).status).toBe('inProgress');
  });
});

describe('a task without a due day to count by', () => {
  const kinds = ['ongoing', 'yearly', 'from'] as const;

  it.each(kinds)('%s, told of: recurring', (kind) => {
    for (const short of [{ told: true }, { percent: 0 }, { percent: 100 }, { done: '2025-03-01' }])
      expect(assess({ kind, due: null, ...short })).toEqual({
        status: 'recurring',
        bucket: 'noDeadline',
        daysLeft: null,
      });
  });

  it.each(kinds)('%s, not told of: silent', (kind) => {
    expect(assess({ kind, due: null }).status).toBe('recurringSilent');
  });

  it.each(kinds)('%s has no due day, whatever stands in its cell', (kind) => {
    expect(hasDueDay(kind)).toBe(false);
    const assessed = assess({ kind, due: '2025-01-31', told: true }, '2025-06-30');
    expect(assessed).toEqual({ status: 'recurring', bucket: 'noDeadline', daysLeft: null });
  });

  it('that begins later has not started, unless it is told of', () => {
    const later = { kind: 'from', start: '2026-01-01', due: null } as const;
    expect(assess(later).status).toBe('notStarted');
    expect(assess({ ...later, told: true }).status).toBe('recurring');
    expect(assess(later, '2026-01-01').status).toBe('recurringSilent');
    expect(assess({ ...later, kind: 'ongoing' }).status).toBe('recurringSilent');
  });
});

describe('a task that waits for a document, or states no time', () => {
  const waiting = { kind: 'conditional', start: '', due: null } as const;
  const open = { kind: 'none', start: '', due: null } as const;

  it.each<[string, Short, TaskStatus, Bucket]>([
    ['no document', waiting, 'awaiting', 'noDeadline'],
    ['no document, though reported', { ...waiting, percent: 30 }, 'awaiting', 'noDeadline'],
    ['a document tomorrow', { ...waiting, trigger: '2025-07-01' }, 'awaiting', 'noDeadline'],
    ['a document today', { ...waiting, trigger: '2025-06-30' }, 'noReport', 'noDeadline'],
    [
      'a document, reported',
      { ...waiting, trigger: '2025-03-01', percent: 5 },
      'inProgress',
      'noDeadline',
    ],
    [
      'a document and a due day',
      { ...waiting, trigger: '2025-01-01', due: '2025-12-31', percent: 5 },
      'slipping',
      'openInTime',
    ],
    ['a due day, no document', { ...waiting, due: '2025-12-31' }, 'noReport', 'openInTime'],
    ['a due day that passed', { ...waiting, due: '2025-06-29' }, 'overdue', 'openOverdue'],
    ['done without waiting', { ...waiting, done: '2025-05-01' }, 'doneOnTime', 'noDeadline'],
    ['all of it without waiting', { ...waiting, percent: 100 }, 'doneOnTime', 'noDeadline'],
    ['no time, not reported', open, 'noReport', 'noDeadline'],
    ['no time, nought', { ...open, percent: 0 }, 'notStarted', 'noDeadline'],
    ['no time, reported', { ...open, percent: 40 }, 'inProgress', 'noDeadline'],
    ['no time, told', { ...open, told: true }, 'inProgress', 'noDeadline'],
    ['no time, done', { ...open, done: '2025-05-01' }, 'doneOnTime', 'noDeadline'],
    ['no time, begins later', { ...open, start: '2025-09-01' }, 'notStarted', 'noDeadline'],
    ['own due day', { ...open, due: '2025-07-15', percent: 40 }, 'dueSoon', 'openInTime'],
  ])('%s', (_name, short, status, bucket) => {
    expect(assess(short)).toMatchObject({ status, bucket });
  });
});

describe('the tasks of any plan', () => {
  const days = fc.option(fc.nat({ max: 800 }).map((after) => addDays(day('2025-01-01'), after)));
  const reading = days.map((given): Reading<IsoDate> => (given === null ? none : value(given)));
  const facts: fc.Arbitrary<TaskFacts> = fc.record({
    kind: fc.constantFrom<Deadline['kind']>(
      'ongoing',
      'yearly',
      'by',
      'span',
      'from',
      'conditional',
      'none',
    ),
    start: reading,
    due: fc.oneof(reading, fc.constant(invalid)),
    trigger: reading,
    percent: fc.oneof(
      fc.constant(none),
      fc.integer({ min: -5, max: 105 }).map((given) => value(given)),
    ),
    done: reading,
    told: fc.boolean(),
  });
  const asOf = fc.nat({ max: 800 }).map((after) => addDays(day('2025-01-01'), after));

  it('fall into the five buckets, which add up to all of them', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), asOf, (many, at) => {
        const tasks = many.map((each) => ({
          ...assessTask(each, rules(at)),
          due: each.due.kind === 'value' ? each.due.value : null,
        }));
        const { tasks: counted } = summarize([], tasks, at);
        const sum = buckets.reduce((total, bucket) => total + counted.byBucket[bucket], 0);
        expect(sum).toBe(many.length);
        const byStatus = taskStatuses.reduce(
          (total, status) => total + counted.byStatus[status],
          0,
        );
        expect(byStatus).toBe(many.length);
        for (const { numerator, denominator, value: share } of [
          counted.completedRate,
          counted.onTimeRate,
          counted.overdueRate,
        ]) {
          expect(numerator).toBeLessThanOrEqual(denominator);
          expect(share === null).toBe(denominator === 0);
        }
      }),
    );
  });

  it('are completed exactly when their status says so and they have a due day', () => {
    fc.assert(
      fc.property(facts, asOf, (each, at) => {
        const { status, bucket, daysLeft } = assessTask(each, rules(at));
        const isDone = status === 'doneOnTime' || status === 'doneLate';
        if (daysLeft === null) expect(bucket).toBe('noDeadline');
        else expect(bucket.startsWith('completed')).toBe(isDone);
        if (status === 'overdue') expect(bucket).toBe('openOverdue');
        if (status === 'doneLate') expect(bucket).toBe('completedLate');
      }),
    );
  });

  it('are never worse for more done', () => {
    fc.assert(
      fc.property(facts, asOf, fc.nat({ max: 99 }), fc.nat({ max: 99 }), (each, at, a, b) => {
        const rank = (percent: number): number =>
          taskStatuses.indexOf(assessTask({ ...each, percent: value(percent) }, rules(at)).status);
        expect(rank(Math.max(a, b))).toBeGreaterThanOrEqual(rank(Math.min(a, b)));
      }),
    );
  });
});
