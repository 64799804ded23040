import fc from 'fast-check';
import { bandOf, defaultBands, roundDeviation } from '../../../src/domain/assessment/bands';
import {
  assessIndicator,
  expectedOn,
  measureOf,
  reaches,
  worstIndicatorStatus,
  type IndicatorFacts,
} from '../../../src/domain/assessment/indicator';
import { invalid, none, value, type Point } from '../../../src/domain/assessment/reading';
import {
  indicatorStatuses,
  judgements,
  type IndicatorStatus,
} from '../../../src/domain/assessment/status';
import { addDays, daysBetween } from '../../../src/domain/dates';
import type { Pace } from '../../../src/domain/plan/plan';
import type { Target } from '../../../src/domain/plan/target';
import { day } from '../../support/book';

const atLeast = (wanted: number, strict = false): Target => ({
  kind: 'atLeast',
  value: wanted,
  strict,
});
const atMost = (wanted: number, strict = false): Target => ({
  kind: 'atMost',
  value: wanted,
  strict,
});
const exactly = (wanted: number): Target => ({ kind: 'exactly', value: wanted });
const range = (min: number, max: number): Target => ({ kind: 'range', min, max });
const point = (date: string, known: number): Point => ({ date: day(date), value: known });

/** A level of 60 at the end of 2020 that is to be 90 at the end of 2030. */
const plain: IndicatorFacts = {
  target: atLeast(90),
  pace: 'level',
  horizon: 2030,
  actual: none,
  judgement: none,
  baseline: point('2020-12-31', 60),
  milestones: [],
};
const assess = (
  facts: Partial<IndicatorFacts>,
  asOf = '2025-12-31',
): ReturnType<typeof assessIndicator> =>
  assessIndicator({ ...plain, ...facts }, day(asOf), defaultBands);
const statusAt = (actual: number, facts: Partial<IndicatorFacts> = {}, asOf?: string): string =>
  assess({ actual: value(actual), ...facts }, asOf).status;

describe('measureOf', () => {
  it.each<[Target, Pace, ReturnType<typeof measureOf>]>([
    [atLeast(90), 'level', { value: 90, direction: 1, strict: false }],
    [atLeast(90, true), 'annual', { value: 90, direction: 1, strict: true }],
    [atMost(10), 'level', { value: 10, direction: -1, strict: false }],
    [atMost(10, true), 'rank', { value: 10, direction: -1, strict: true }],
    [exactly(100), 'level', { value: 100, direction: 1, strict: false }],
    [exactly(3), 'rank', { value: 3, direction: -1, strict: false }],
    [range(8, 10), 'level', { value: 8, direction: 1, strict: false }],
    [range(8, 10), 'rank', { value: 10, direction: -1, strict: false }],
    [atLeast(1), 'rank', { value: 1, direction: 1, strict: false }],
    [{ kind: 'qualitative' }, 'level', null],
    [{ kind: 'composite', parts: [atLeast(1)] }, 'level', null],
  ])('%j of pace %s', (target, pace, measure) => {
    expect(measureOf(target, pace)).toEqual(measure);
  });
});

describe('reaches', () => {
  it.each<[string, Target, Pace, number, boolean]>([
    ['at least, reached exactly', atLeast(90), 'level', 90, true],
    ['at least, just missed', atLeast(90), 'level', 89.999, false],
    ['more than, reached exactly', atLeast(0.7, true), 'level', 0.7, false],
    ['more than, passed', atLeast(0.7, true), 'level', 0.7001, true],
    ['at most, reached exactly', atMost(10), 'rank', 10, true],
    ['at most, bettered', atMost(10), 'rank', 1, true],
    ['at most, missed', atMost(10), 'rank', 11, false],
    ['fewer than, reached exactly', atMost(10, true), 'rank', 10, false],
    ['a bare number, passed', exactly(90), 'level', 95, true],
    ['a bare rank, bettered', exactly(3), 'rank', 2, true],
    ['a bare rank, worse', exactly(3), 'rank', 4, false],
    ['a range, lower end', range(16, 18), 'annual', 16, true],
    ['a range, beyond its top', range(16, 18), 'annual', 25, true],
    ['a range, below', range(16, 18), 'annual', 15.9, false],
    ['a range of ranks, worse end', range(8, 10), 'rank', 10, true],
    ['a range of ranks, beyond', range(8, 10), 'rank', 11, false],
    ['nought', atMost(0), 'level', 0, true],
  ])('%s', (_name, target, pace, actual, reached) => {
    const measure = measureOf(target, pace);
    expect(measure && reaches(actual, measure)).toBe(reached);
  });
});

describe('expectedOn', () => {
  const road = [point('2030-12-31', 90), point('2020-12-31', 60), point('2025-12-31', 70)];
  it.each<[string, string, readonly Point[], number | null]>([
    ['nothing known', '2025-01-01', [], null],
    ['before the first point', '2019-01-01', road, 60],
    ['on the first point', '2020-12-31', road, 60],
    ['on a point between', '2025-12-31', road, 70],
    ['on the last point', '2030-12-31', road, 90],
    ['after the last point', '2040-01-01', road, 90],
    ['one point only, later', '2019-01-01', [point('2020-12-31', 5)], 5],
    ['one point only, earlier', '2029-01-01', [point('2020-12-31', 5)], 5],
  ])('%s', (_name, asOf, points, expected) => {
    expect(expectedOn(day(asOf), points)).toBe(expected);
  });

  it('runs straight between two points', () => {
    const points = [point('2025-01-01', 0), point('2025-01-11', 100)];
    expect(expectedOn(day('2025-01-04'), points)).toBeCloseTo(30, 12);
  });

  it('does not care for the order of the points', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ at: fc.nat({ max: 3000 }), known: fc.integer() }), {
          selector: ({ at }) => at,
          minLength: 1,
          maxLength: 6,
        }),
        fc.nat({ max: 4000 }),
        (given, at) => {
          const points = given.map(({ at: days, known }) => ({
            date: addDays(day('2020-01-01'), days),
            value: known,
          }));
          const asOf = addDays(day('2020-01-01'), at);
          expect(expectedOn(asOf, [...points].reverse())).toBe(expectedOn(asOf, points));
        },
      ),
    );
  });
});

describe('the status of a measured indicator', () => {
  it('has no data while the cell is empty, whatever the date', () => {
    expect(assess({}).status).toBe('noData');
    expect(assess({}, '2031-06-30').status).toBe('noData');
  });

  it('is invalid while the cell holds no number', () => {
    expect(assess({ actual: invalid })).toEqual({
      status: 'invalid',
      progress: null,
      due: null,
      deviation: null,
    });
  });

  it('takes nought for a value, not for nothing', () => {
    expect(statusAt(0)).toBe('alarm');
  });

  it('computes progress, due progress and deviation in points', () => {
    const { progress, due, deviation } = assess(
      { actual: value(72), baseline: point('2024-12-31', 60), horizon: 2034 },
      '2029-12-31',
    );
    expect(progress).toBeCloseTo(0.4, 12);
    expect(due).toBeCloseTo(1826 / 3652, 12);
    expect(deviation).toBeCloseTo((0.4 - 1826 / 3652) * 100, 6);
  });

  // On 31/12/2020 to 31/12/2030 are 3652 days; milestones make the due value round.
  const half = { milestones: [point('2025-12-31', 75)] };
  it.each<[string, number, IndicatorStatus]>([
    ['exactly due', 75, 'onPace'],
    ['3 points short', 74.1, 'onPace'],
    ['a hair more', 74.09, 'attention'],
    ['8 points short', 72.6, 'attention'],
    ['more than 8', 72.59, 'atRisk'],
    ['15 points short', 70.5, 'atRisk'],
    ['more than 15', 70.49, 'alarm'],
    ['behind the baseline', 50, 'alarm'],
    ['ahead', 80, 'onPace'],
    ['met early', 90, 'met'],
    ['passed', 99, 'met'],
  ])('%s at half the way', (_name, actual, status) => {
    expect(statusAt(actual, half)).toBe(status);
  });

  it.each<[string, number, string, IndicatorStatus]>([
    ['met on the last day', 90, '2030-12-31', 'met'],
    ['met after it', 90, '2031-01-01', 'met'],
    ['just short on the last day', 89.5, '2030-12-31', 'onPace'],
    ['short on the last day', 89, '2030-12-31', 'attention'],
    ['just short after it', 89.99, '2031-01-01', 'missed'],
    ['before the baseline', 60, '2020-01-01', 'onPace'],
    ['on the day of the baseline', 60, '2020-12-31', 'onPace'],
    ['the day after the baseline', 60, '2021-01-01', 'onPace'],
  ])('%s', (_name, actual, asOf, status) => {
    expect(statusAt(actual, {}, asOf)).toBe(status);
  });

  it('of a strict target is never met by reaching it exactly', () => {
    const facts = { target: atLeast(90, true) };
    expect(statusAt(90, facts, '2030-12-31')).toBe('onPace');
    expect(statusAt(90, facts, '2031-01-01')).toBe('missed');
    expect(statusAt(90.1, facts, '2031-01-01')).toBe('met');
  });

  it.each<[string, Partial<IndicatorFacts>, number, string, IndicatorStatus]>([
    ['no baseline', { baseline: null }, 80, '2025-12-31', 'noPace'],
    ['no baseline but met', { baseline: null }, 90, '2025-12-31', 'met'],
    ['no baseline, after the date', { baseline: null }, 80, '2031-01-01', 'missed'],
    ['milestones without a baseline', { baseline: null, ...half }, 80, '2025-12-31', 'noPace'],
    ['baseline on the last day', { baseline: point('2030-12-31', 60) }, 80, '2025-12-31', 'noPace'],
    ['baseline after it', { baseline: point('2031-06-30', 60) }, 80, '2025-12-31', 'noPace'],
    ['baseline the day before', { baseline: point('2030-12-30', 60) }, 60, '2025-12-31', 'onPace'],
  ])('%s', (_name, facts, actual, asOf, status) => {
    expect(statusAt(actual, facts, asOf)).toBe(status);
  });

  it.each<[string, number, number, IndicatorStatus]>([
    ['still reached', 90, 90, 'met'],
    ['a little lost', 90, 89, 'onPace'],
    ['more lost', 90, 85, 'attention'],
    ['much lost', 90, 80, 'atRisk'],
    ['all lost', 90, 60, 'alarm'],
    ['from above the target', 95, 89, 'onPace'],
  ])('a level the baseline had reached is to be held: %s', (_name, from, actual, status) => {
    expect(statusAt(actual, { baseline: point('2020-12-31', from) })).toBe(status);
  });

  it('of a target of nought that was lost is an alarm', () => {
    expect(statusAt(5, { target: atMost(0), baseline: point('2020-12-31', 0) })).toBe('alarm');
    expect(statusAt(0, { target: atMost(0), baseline: point('2020-12-31', 0) })).toBe('met');
  });

  it('leaves out milestones outside the way', () => {
    const outside = [point('2019-12-31', 89), point('2020-12-31', 88), point('2030-12-31', 61)];
    const facts = { actual: value(75) };
    expect(assess({ ...facts, milestones: outside })).toEqual(assess(facts));
    expect(assess({ ...facts, milestones: [point('2035-12-31', 1)] })).toEqual(assess(facts));
  });

  it('follows the milestones in any order', () => {
    const milestones = [point('2026-12-31', 80), point('2023-12-31', 62), point('2025-12-31', 75)];
    expect(assess({ actual: value(75), milestones }).due).toBeCloseTo(0.5, 12);
  });
});

describe('a rank', () => {
  const rank: Partial<IndicatorFacts> = {
    target: atMost(10),
    pace: 'rank',
    baseline: point('2020-12-31', 30),
    milestones: [point('2025-12-31', 20)],
  };
  it.each<[number, IndicatorStatus]>([
    [10, 'met'],
    [1, 'met'],
    [20, 'onPace'],
    [15, 'onPace'],
    [21, 'attention'],
    [22, 'atRisk'],
    [23, 'atRisk'],
    [24, 'alarm'],
    [35, 'alarm'],
  ])('at place %d half way from 30 to 10', (actual, status) => {
    expect(statusAt(actual, rank)).toBe(status);
  });

  it('that was good enough at the start is to be held', () => {
    const facts = { ...rank, baseline: point('2020-12-31', 8), milestones: [] };
    expect(statusAt(9, facts)).toBe('met');
    expect(statusAt(11, facts)).toBe('atRisk');
    expect(statusAt(12, facts)).toBe('alarm');
  });
});

describe('an annual indicator', () => {
  const annual: Partial<IndicatorFacts> = {
    target: range(16, 18),
    pace: 'annual',
    baseline: null,
  };
  it.each<[number, IndicatorStatus]>([
    [16, 'met'],
    [20, 'met'],
    [15.52, 'onPace'],
    [15.5, 'attention'],
    [14.72, 'attention'],
    [14.7, 'atRisk'],
    [13.6, 'atRisk'],
    [13.5, 'alarm'],
    [-4, 'alarm'],
  ])('of %d against 16 is due in full', (actual, status) => {
    expect(statusAt(actual, annual)).toBe(status);
    expect(statusAt(actual, { ...annual, baseline: point('2020-12-31', 1) })).toBe(status);
    expect(assess({ ...annual, actual: value(actual) }).due).toBe(1);
  });

  it('short after its last year was missed', () => {
    expect(statusAt(15, annual, '2031-01-01')).toBe('missed');
  });
});

describe('a qualitative target', () => {
  const facts: Partial<IndicatorFacts> = { target: { kind: 'qualitative' } };
  it.each(judgements)('judged %s is that', (judgement) => {
    expect(assess({ ...facts, judgement: value(judgement) }).status).toBe(judgement);
  });
  it('waits for a judgement, and knows words that are none', () => {
    expect(assess(facts).status).toBe('judgement');
    expect(assess({ ...facts, judgement: invalid }).status).toBe('invalid');
    expect(assess({ ...facts, actual: invalid }).status).toBe('judgement');
  });
});

describe('worstIndicatorStatus', () => {
  it.each<[readonly IndicatorStatus[], IndicatorStatus]>([
    [[], 'noData'],
    [['met'], 'met'],
    [['met', 'onPace'], 'onPace'],
    [['met', 'noData'], 'noData'],
    [['noData', 'attention'], 'attention'],
    [['invalid', 'missed'], 'invalid'],
    [['judgement', 'met'], 'judgement'],
  ])('of %j is %s', (statuses, worst) => {
    expect(worstIndicatorStatus(statuses)).toBe(worst);
  });
});

describe('the bands', () => {
  it.each<[number, IndicatorStatus]>([
    [0, 'onPace'],
    [-3, 'onPace'],
    [-3.000_000_4, 'onPace'],
    [-3.000_001, 'attention'],
    [-8, 'attention'],
    [-8.000_001, 'atRisk'],
    [-15, 'atRisk'],
    [-15.000_001, 'alarm'],
    [-Infinity, 'alarm'],
  ])('%d points', (deviation, status) => {
    expect(bandOf(deviation, defaultBands)).toBe(status);
  });

  it('touch and never overlap, whatever the cut points', () => {
    const order: readonly IndicatorStatus[] = ['alarm', 'atRisk', 'attention', 'onPace'];
    fc.assert(
      fc.property(
        fc.tuple(fc.integer(), fc.integer(), fc.integer()),
        fc.double({ min: -100, max: 100, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        (cuts, a, b) => {
          const [alarm = 0, atRisk = 0, attention = 0] = [...cuts].sort((x, y) => x - y);
          const place = (points: number): number =>
            order.indexOf(bandOf(points, { attention, atRisk, alarm }));
          expect(place(Math.max(a, b))).toBeGreaterThanOrEqual(place(Math.min(a, b)));
        },
      ),
    );
  });

  it('are met after rounding, so that binary fractions move nothing', () => {
    expect(roundDeviation((0.1 + 0.2 - 0.33) * 100)).toBe(-3);
    expect(roundDeviation(-3.000_000_49)).toBe(-3);
  });
});

describe('the assessment of any measured indicator', () => {
  const targets = fc.oneof(
    fc.record({
      kind: fc.constantFrom('atLeast' as const, 'atMost' as const),
      value: fc.integer({ min: 0, max: 100 }),
      strict: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('exactly' as const), value: fc.integer({ min: 0, max: 100 }) }),
  );
  const facts = fc.record({
    target: targets,
    pace: fc.constantFrom<Pace>('level', 'annual', 'rank'),
    horizon: fc.integer({ min: 2021, max: 2045 }),
    judgement: fc.constant(none),
    baseline: fc.option(fc.integer({ min: 0, max: 100 }).map((at) => point('2020-12-31', at))),
    milestones: fc.constant([]),
  });
  const actuals = fc.integer({ min: -10, max: 120 });
  const days = fc.nat({ max: 9000 }).map((after) => addDays(day('2020-06-30'), after));

  it('is never worse for a better figure', () => {
    fc.assert(
      fc.property(facts, actuals, days, fc.nat({ max: 40 }), (given, actual, asOf, step) => {
        const direction = measureOf(given.target, given.pace)?.direction ?? 1;
        const rankOf = (figure: number): number =>
          indicatorStatuses.indexOf(
            assessIndicator({ ...given, actual: value(figure) }, asOf, defaultBands).status,
          );
        expect(rankOf(actual + direction * step)).toBeGreaterThanOrEqual(rankOf(actual));
      }),
    );
  });

  it('has a deviation exactly when it has something to pace against', () => {
    fc.assert(
      fc.property(facts, actuals, days, (given, actual, asOf) => {
        const { status, progress, due, deviation } = assessIndicator(
          { ...given, actual: value(actual) },
          asOf,
          defaultBands,
        );
        expect(deviation === null).toBe(progress === null || due === null);
        expect(status === 'noPace' ? deviation : 0).toBe(status === 'noPace' ? null : 0);
        expect(['met', 'missed', 'onPace', 'attention', 'atRisk', 'alarm', 'noPace']).toContain(
          status,
        );
        if (status === 'missed')
          expect(daysBetween(day(`${given.horizon}-12-31`), asOf)).toBeGreaterThan(0);
      }),
    );
  });
});
