import { summarize, type CountedTask } from '../../../src/domain/assessment/summary';
import type { Bucket, TaskStatus } from '../../../src/domain/assessment/status';
import { day } from '../../support/book';

const asOf = day('2025-11-20');
const task = (status: TaskStatus, bucket: Bucket, due: string | null): CountedTask => ({
  status,
  bucket,
  due: due === null ? null : day(due),
});

describe('summarize', () => {
  it('counts nothing without dividing by it', () => {
    const { indicators, tasks } = summarize([], [], asOf);
    expect(indicators.metRate).toEqual({ numerator: 0, denominator: 0, value: null });
    expect(tasks.completedRate.value).toBeNull();
    expect(tasks.onTimeRate.value).toBeNull();
    expect(tasks.overdueRate.value).toBeNull();
    expect(Object.values(tasks.byBucket)).toEqual([0, 0, 0, 0, 0]);
  });

  it('says every rate over its own denominator', () => {
    const { tasks } = summarize(
      [],
      [
        task('doneOnTime', 'completedOnTime', '2025-10-31'),
        task('doneOnTime', 'completedOnTime', '2025-12-31'),
        task('doneLate', 'completedLate', '2025-09-30'),
        task('overdue', 'openOverdue', '2025-11-19'),
        task('dueSoon', 'openInTime', '2025-11-20'),
        task('inProgress', 'openInTime', '2026-12-31'),
        task('recurring', 'noDeadline', null),
        task('awaiting', 'noDeadline', null),
      ],
      asOf,
    );
    expect(tasks.total).toBe(8);
    expect(tasks.byBucket).toEqual({
      completedOnTime: 2,
      completedLate: 1,
      openInTime: 2,
      openOverdue: 1,
      noDeadline: 2,
    });
    expect(tasks.completedRate).toEqual({ numerator: 3, denominator: 6, value: 0.5 });
    expect(tasks.onTimeRate).toEqual({ numerator: 2, denominator: 3, value: 2 / 3 });
    // Due before the as-of date: 31/10, 30/09 and 19/11; the task due today is not due yet.
    expect(tasks.overdueRate).toEqual({ numerator: 1, denominator: 3, value: 1 / 3 });
  });

  it('leaves a day in a cell that does not count out of the overdue rate', () => {
    const { tasks } = summarize([], [task('recurring', 'noDeadline', '2025-01-31')], asOf);
    expect(tasks.overdueRate.denominator).toBe(0);
  });

  it('counts indicators by status, met over all', () => {
    const { indicators } = summarize(['met', 'met', 'noData', 'alarm'], [], asOf);
    expect(indicators.total).toBe(4);
    expect(indicators.byStatus).toMatchObject({ met: 2, noData: 1, alarm: 1, missed: 0 });
    expect(indicators.metRate).toEqual({ numerator: 2, denominator: 4, value: 0.5 });
  });
});
