import fc from 'fast-check';
import { partId, type IndicatorField, type TaskField } from '../../../src/domain/book';
import type { Bands } from '../../../src/domain/assessment/bands';
import { measureOf } from '../../../src/domain/assessment/indicator';
import { addDays, endOfYear, makeDate, yearOf, type IsoDate } from '../../../src/domain/dates';
import type { Deadline } from '../../../src/domain/plan/deadline';
import type { Indicator, Pace, Plan, Task } from '../../../src/domain/plan/plan';
import type { Target } from '../../../src/domain/plan/target';
import {
  emptyContent,
  type EntryInput,
  type RoadmapInput,
  type TrackingContent,
} from '../../../src/workbook/tracking/content';
import type { CellInput } from '../../../src/workbook/spec';

/** A fault no content can hold, put into the finished spec as the formula that gives it. */
export type Planted = {
  readonly sheet: 'Chỉ tiêu' | 'Nhiệm vụ' | 'Lộ trình';
  readonly id: string;
  readonly header: string;
  readonly value: CellInput;
};

/** A generated workbook: its content, and the faults to plant in it. */
export type GeneratedBook = {
  readonly content: TrackingContent;
  readonly planted: readonly Planted[];
};

/** What one book is generated for. */
export type Setting = {
  readonly asOf: IsoDate;
  readonly bands: Bands;
  readonly dueSoonDays: number;
  readonly seed: number;
  readonly rows: number;
};

type Typed = EntryInput | { readonly planted: CellInput } | undefined;

const errorCell: Typed = { planted: { kind: 'formula', formula: 'NA()', result: null } };
const booleanCell: Typed = { planted: { kind: 'formula', formula: 'TRUE()', result: null } };
const blanks: readonly Typed[] = [undefined, '  ', '\u00a0'];
const words: readonly Typed[] = ['85%', '85,5', 'khoảng 80', '-', errorCell, booleanCell];

const values = [0, 1, 2, 3, 5, 10, 12, 50, 85, 90, 100, 0.7, 0.85, 1.3, -4, 1e6, 33.333333];

function near(value: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(value) },
    fc.constantFrom(value + 1, value - 1, value * 0.5, value * 2, value + 0.000001, value - 0.1),
    fc.constantFrom(...values, 0, -1),
    fc.double({ min: -200, max: 200, noNaN: true }),
  );
}

const level = fc.constantFrom(...values);

const single: fc.Arbitrary<Target> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('atLeast' as const, 'atMost' as const),
    value: level,
    strict: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('exactly' as const), value: level }),
  fc
    .record({ min: level, width: fc.constantFrom(0, 2, 20) })
    .map(({ min, width }): Target => ({ kind: 'range', min, max: min + width })),
  fc.constant<Target>({ kind: 'qualitative' }),
);

const target: fc.Arbitrary<Target | null> = fc.oneof(
  { weight: 8, arbitrary: single },
  {
    weight: 2,
    arbitrary: fc
      .array(single, { minLength: 2, maxLength: 3 })
      .map((parts): Target => ({ kind: 'composite', parts })),
  },
  { weight: 1, arbitrary: fc.constant(null) },
);

const pace = fc.constantFrom<Pace>('level', 'level', 'level', 'annual', 'rank');

type LineDraft = { readonly fields: Map<IndicatorField, Typed>; readonly road: RoadDraft | null };
type RoadDraft = {
  readonly baseline: Typed;
  readonly baselineDate: Typed;
  readonly milestones: ReadonlyMap<number, Typed>;
};

function dayNear(day: IsoDate): fc.Arbitrary<IsoDate> {
  return fc
    .oneof(
      fc.constantFrom(0, 1, -1, 29, 30, 31, -30, 365, -365),
      fc.integer({ min: -900, max: 900 }),
    )
    .map((days) => addDays(day, days));
}

function dateCell(day: IsoDate): fc.Arbitrary<Typed> {
  return fc.oneof(
    { weight: 10, arbitrary: dayNear(day).map((date): Typed => ({ date })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Typed>(
        '30/6/2026',
        0,
        60,
        61,
        45_000.75,
        3_000_000,
        errorCell,
        booleanCell,
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...blanks) },
  );
}

function lineOf(
  given: Target,
  givenPace: Pace,
  horizon: number,
  { asOf, bands }: Setting,
): fc.Arbitrary<LineDraft> {
  const measure = measureOf(given, givenPace);
  if (!measure)
    return fc
      .constantFrom<Typed>(
        'Đạt',
        'Đúng tiến độ',
        'Cần chú ý',
        'Nguy cơ',
        'Báo động',
        'Không đạt',
        ' Đạt ',
        'Đúng  tiến độ',
        'đạt',
        '● Đạt',
        'Tốt',
        5,
        errorCell,
        booleanCell,
        ...blanks,
      )
      .map((judgement) => ({ fields: new Map([['judgement', judgement]]), road: null }));

  const milestoneYear = fc.integer({ min: 2024, max: horizon + 1 });
  const road = fc
    .record({
      baseline: fc.oneof(
        { weight: 8, arbitrary: near(measure.value) },
        { weight: 2, arbitrary: fc.constantFrom<Typed>(...blanks) },
        { weight: 1, arbitrary: fc.constantFrom<Typed>(...words, { date: asOf }) },
      ),
      baselineDate: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom<Typed>({ date: endOfYear(2024) }, { date: asOf }) },
        {
          weight: 2,
          arbitrary: fc.constantFrom<Typed>(
            { date: endOfYear(horizon) },
            { date: endOfYear(2025) },
          ),
        },
        { weight: 2, arbitrary: dateCell(asOf) },
      ),
      milestones: fc
        .array(
          fc.oneof(
            {
              weight: 6,
              arbitrary: fc.tuple(milestoneYear, near(measure.value)),
            },
            {
              weight: 1,
              // Columns every generated workbook has.
              arbitrary: fc.tuple(
                fc.integer({ min: 2025, max: 2030 }),
                fc.constantFrom<Typed>('x', '  ', errorCell, booleanCell),
              ),
            },
          ),
          { maxLength: 3 },
        )
        .map((pairs) => new Map(pairs)),
    })
    .map((draft): RoadDraft => draft);
  return fc
    .record({
      road: fc.option(road, { freq: 8 }),
      actual: fc.oneof(
        { weight: 8, arbitrary: near(measure.value) },
        { weight: 1, arbitrary: fc.constantFrom(...blanks) },
        { weight: 2, arbitrary: fc.constantFrom<Typed>(...words, { date: asOf }) },
      ),
      // A tidy course, so that deviations fall exactly on the cut points.
      tidy: fc.constantFrom(
        null,
        null,
        bands.attention,
        bands.atRisk,
        bands.alarm,
        bands.alarm - 1,
        0,
      ),
    })
    .map(({ road: drawn, actual, tidy }): LineDraft => {
      if (tidy === null || drawn === null || measure.value === 0)
        return { fields: new Map([['actual', actual]]), road: drawn };
      const way = measure.direction * 100;
      const baseline = measure.value - way;
      const milestones = new Map<number, Typed>([[yearOf(asOf), baseline + way / 2]]);
      return {
        fields: new Map([['actual', baseline + (way * (50 + tidy)) / 100]]),
        road: { baseline, baselineDate: { date: endOfYear(2024) }, milestones },
      };
    });
}

type IndicatorDraft = { readonly row: Indicator; readonly lines: ReadonlyMap<string, LineDraft> };

function indicatorOf(index: number, setting: Setting): fc.Arbitrary<IndicatorDraft> {
  const id = `CT-${String(index + 1)}`;
  const year = yearOf(setting.asOf);
  return fc
    .record({ target, pace, horizon: fc.constantFrom(year - 1, year, year + 1, 2030, 2045) })
    .chain(({ target: given, pace: givenPace, horizon }) => {
      const row: Indicator = {
        id,
        code: String(index + 1),
        horizon,
        name: `Chỉ tiêu ${String(index + 1)}`,
        unit: '%',
        targetText: given === null ? null : JSON.stringify(given),
        target: given,
        partTexts:
          given?.kind === 'composite' ? given.parts.map((part) => JSON.stringify(part)) : [],
        leadText: 'Sở A',
        leads: ['CQ-1'],
        isGroup: given === null,
        parent: null,
        pace: givenPace,
      };
      const slots =
        given === null
          ? []
          : given.kind === 'composite'
            ? given.parts.map((part, at) => [partId(id, at + 1), part] as const)
            : [[id, given] as const];
      return fc
        .tuple(...slots.map(([, part]) => lineOf(part, givenPace, horizon, setting)))
        .map((lines) => ({
          row,
          lines: new Map(
            slots.flatMap(([lineId], at) => {
              const line = lines[at];
              return line ? [[lineId, line] as const] : [];
            }),
          ),
        }));
    });
}

type TaskDraft = { readonly row: Task; readonly fields: ReadonlyMap<TaskField, Typed> };

function deadlineOf(asOf: IsoDate): fc.Arbitrary<Deadline> {
  const day = dayNear(asOf);
  return fc.oneof(
    fc.constantFrom<Deadline>(
      { kind: 'ongoing' },
      { kind: 'yearly' },
      { kind: 'conditional' },
      { kind: 'none' },
    ),
    day.map((end): Deadline => ({ kind: 'by', end })),
    fc.tuple(day, day).map(([start, end]): Deadline => ({ kind: 'span', start, end })),
    day.map((start): Deadline => ({ kind: 'from', start })),
  );
}

function taskOf(index: number, { asOf }: Setting): fc.Arbitrary<TaskDraft> {
  const maybe = (given: fc.Arbitrary<Typed>, freq: number): fc.Arbitrary<Typed> =>
    fc.oneof({ weight: freq, arbitrary: given }, { weight: 2, arbitrary: fc.constant(undefined) });
  return fc
    .record({
      time: deadlineOf(asOf),
      start: maybe(dateCell(asOf), 3),
      ownDue: maybe(dateCell(asOf), 2),
      trigger: maybe(dateCell(asOf), 1),
      percent: maybe(
        fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom<Typed>(0, 1, 10, 35, 50, 85, 99.999, 100, 100, -1, 100.01),
          },
          { weight: 1, arbitrary: fc.constantFrom<Typed>(...words, ...blanks, { date: asOf }) },
        ),
        4,
      ),
      done: maybe(dateCell(asOf), 1),
      result: fc.constantFrom<Typed>(
        undefined,
        undefined,
        '  ',
        '\u00a0',
        'Đã trình',
        12,
        errorCell,
      ),
      keepDue: fc.boolean(),
    })
    .map(({ time, start, ownDue, trigger, percent, done, result, keepDue }): TaskDraft => {
      const planned = time.kind === 'by' || time.kind === 'span';
      return {
        row: {
          id: `NV-${String(index + 1)}`,
          code: String(index + 1),
          section: 'I',
          sectionTitle: 'Mục một',
          name: `Nhiệm vụ ${String(index + 1)}`,
          leadText: 'Sở A',
          coordText: null,
          resultText: null,
          timeText: time.kind,
          time,
          leads: ['CQ-1'],
          coordinators: [],
        },
        fields: new Map<TaskField, Typed>([
          ['start', time.kind === 'span' && keepDue ? { date: time.start } : start],
          ...(planned && keepDue ? [] : ([['due', ownDue]] as const)),
          ['trigger', trigger],
          ['percent', percent],
          ['done', done],
          ['result', result],
        ]),
      };
    });
}

/** Generates one workbook; the same setting gives the same workbook. */
export function generatedBook(setting: Setting): GeneratedBook {
  const draw = <T>(arbitraryOf: (index: number) => fc.Arbitrary<T>, offset: number): T[] =>
    Array.from({ length: setting.rows }, (_, index) => {
      const [drawn] = fc.sample(arbitraryOf(index), {
        seed: setting.seed + offset + index,
        numRuns: 1,
      });
      if (drawn === undefined) throw new Error('Nothing was drawn.');
      return drawn;
    });
  const indicators = draw((index) => indicatorOf(index, setting), 0);
  const tasks = draw((index) => taskOf(index, setting), 10_000);
  const planted: Planted[] = [];
  const plain = (
    sheet: Planted['sheet'],
    id: string,
    header: string,
    typed: Typed,
  ): EntryInput | null => {
    if (typed === undefined) return null;
    if (typeof typed === 'object' && 'planted' in typed) {
      planted.push({ sheet, id, header, value: typed.planted });
      return null;
    }
    return typed;
  };
  const headers: Readonly<Partial<Record<IndicatorField | TaskField, string>>> = {
    actual: 'Thực hiện',
    judgement: 'Đánh giá định tính',
    start: 'Ngày bắt đầu',
    due: 'Hạn hoàn thành',
    trigger: 'Ngày có văn bản cấp trên',
    percent: '% hoàn thành',
    done: 'Ngày hoàn thành',
    result: 'Kết quả trong kỳ',
  };
  const entriesOf = <F extends IndicatorField | TaskField>(
    sheet: Planted['sheet'],
    id: string,
    fields: ReadonlyMap<F, Typed>,
  ): ReadonlyMap<F, EntryInput> =>
    new Map(
      [...fields].flatMap(([field, typed]) => {
        const input = plain(sheet, id, headers[field] ?? '', typed);
        return input === null ? [] : [[field, input] as const];
      }),
    );
  const plan: Plan = {
    id: 'generated',
    locality: 'Tỉnh A',
    issuer: 'Ủy ban nhân dân tỉnh A',
    documentNumber: '1/KH-UBND',
    documentDate: makeDate(2025, 2, 20),
    title: 'Kế hoạch',
    reporting: { deadlines: ['06-10', '11-20'], every: null, recipient: null, sentence: null },
    nationalFloor: null,
    indicators: indicators.map(({ row }) => row),
    proseIndicators: [],
    tasks: tasks.map(({ row }) => row),
    agencies: [{ id: 'CQ-1', name: 'Sở A', aliases: [], group: false }],
    notes: [],
  };
  const { asOf, bands, dueSoonDays } = setting;
  const empty = emptyContent(plan, asOf);
  const lines = indicators.flatMap((draft) => [...draft.lines]);
  return {
    planted,
    content: {
      ...empty,
      settings: { ...empty.settings, bands, dueSoonDays },
      indicatorEntries: new Map(
        lines.map(([id, { fields }]) => [id, entriesOf('Chỉ tiêu', id, fields)]),
      ),
      taskEntries: new Map(
        tasks.map(({ row, fields }) => [row.id, entriesOf('Nhiệm vụ', row.id, fields)]),
      ),
      roadmap: new Map(
        lines.flatMap(([id, { road }]): [string, RoadmapInput][] => {
          if (road === null) return [];
          const milestones = [...road.milestones].flatMap(([year, typed]) => {
            const input = plain('Lộ trình', id, `Năm ${String(year)}`, typed);
            return input === null ? [] : [[year, input] as const];
          });
          return [
            [
              id,
              {
                baseline: plain('Lộ trình', id, 'Giá trị gốc', road.baseline),
                baselineDate: plain('Lộ trình', id, 'Ngày gốc', road.baselineDate),
                milestones: new Map(milestones),
              },
            ],
          ];
        }),
      ),
    },
  };
}
