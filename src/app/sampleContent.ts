import { entrySlots, type EntrySlot } from '../domain/assessment/book';
import { expectedOn, measureOf, type Measure } from '../domain/assessment/indicator';
import { judgements } from '../domain/assessment/status';
import type { HistoryFigure, IndicatorField, Period, TaskField } from '../domain/book';
import { addDays, daysBetween, endOfYear, yearOf, type IsoDate } from '../domain/dates';
import type { Indicator, Plan, Task } from '../domain/plan/plan';
import { sampleWords } from '../messages/samples';
import { indicatorStatusWords } from '../messages/words';
import {
  emptyContent,
  type EntryInput,
  type RoadmapInput,
  type TrackingContent,
} from '../workbook/tracking/content';

type Fields<F> = ReadonlyMap<F, EntryInput>;

/**
 * How a sample line stands: its distance to the due progress as a share of the way, or one of
 * the other cases a sheet must show.
 */
const courses = [
  0.02,
  -0.05,
  'reached',
  -0.1,
  'nothing',
  -0.25,
  0.04,
  'noBaseline',
  -0.06,
  'reached',
  0.01,
] as const;

type Course = (typeof courses)[number];

/** Faults an officer makes; one line in so many shows the next of them. */
const faults = ['percentAsText', 'fraction', 'noSource', 'aboutText', 'unexplained'] as const;
const FAULT_EVERY = 7;

type Fault = (typeof faults)[number];

function pick<T>(from: readonly T[], index: number): T {
  const found = from[index % from.length];
  if (found === undefined) throw new RangeError('A list of samples is empty.');
  return found;
}

function faultAt(index: number): Fault | null {
  return index % FAULT_EVERY === FAULT_EVERY - 1
    ? pick(faults, Math.floor(index / FAULT_EVERY))
    : null;
}

/**
 * One period of sample figures over a plan's empty workbook: the same each time, spread over the
 * statuses, with some faults an officer would make. They show the product and are marked as
 * samples wherever they stand; they are never for a real report.
 */
export function sampleContent(plan: Plan, asOf: IsoDate): TrackingContent {
  const empty = justReported(emptyContent(plan, asOf), asOf);
  const lines = plan.indicators
    .flatMap((indicator) => entrySlots(indicator).map((slot) => ({ indicator, slot })))
    .map(({ indicator, slot }, index) => ({
      id: slot.lineId,
      ...indicatorLine(indicator, slot, index, asOf, empty.roadmap.get(slot.lineId)),
    }));
  return {
    ...empty,
    sample: true,
    indicatorEntries: new Map(lines.map(({ id, fields }) => [id, fields])),
    roadmap: new Map([
      ...empty.roadmap,
      ...lines.flatMap(({ id, roadmap }) => (roadmap ? [[id, roadmap] as const] : [])),
    ]),
    taskEntries: new Map(
      plan.tasks.map((task, index) => [
        task.id,
        new Map([
          ...(empty.taskEntries.get(task.id) ?? []),
          ...taskLine(task, index, asOf, plan.documentDate),
        ]),
      ]),
    ),
    history: lines.flatMap(({ id, before }, index) =>
      before === null || empty.settings.periods.length < 2
        ? []
        : [historyFigure(empty, id, before, index)],
    ),
  };
}

/** The sample is entered for the period whose due day is nearest, as when returns are compiled. */
function justReported(content: TrackingContent, asOf: IsoDate): TrackingContent {
  const { settings } = content;
  const away = ({ due }: Period): number => Math.abs(daysBetween(due, asOf));
  const period = settings.periods.reduce(
    (nearest, each) => (away(each) < away(nearest) ? each : nearest),
    settings.period,
  );
  return { ...content, settings: { ...settings, period } };
}

/** Rounds to what an officer would report of such a target: counts whole, shares with decimals. */
function rounded(value: number, measure: Measure, indicator: Indicator): number {
  const share = indicator.unit?.includes('%') ?? false;
  const scale = Number.isInteger(measure.value) ? (share ? 10 : 1) : 1000;
  return Math.round(value * scale) / scale;
}

type IndicatorLine = {
  readonly fields: Fields<IndicatorField>;
  readonly roadmap: RoadmapInput | null;
  /** The value of the period before, or null. */
  readonly before: number | null;
};

function indicatorLine(
  indicator: Indicator,
  slot: EntrySlot,
  index: number,
  asOf: IsoDate,
  prefilled: RoadmapInput | undefined,
): IndicatorLine {
  const course = pick(courses, index);
  const fault = faultAt(index);
  const measure = measureOf(slot.target, indicator.pace);
  if (course === 'nothing') return { fields: new Map(), roadmap: null, before: null };
  const explained = fault !== 'unexplained';
  const late = typeof course === 'number' && course < -0.03;
  const words = new Map<IndicatorField, EntryInput>();
  if (fault !== 'noSource') words.set('source', pick(sampleWords.sources, index));
  if (late && explained) {
    words.set('cause', pick(sampleWords.causes, index));
    words.set('measure', pick(sampleWords.measures, index));
  }
  if (late && index % 2 === 0) words.set('request', pick(sampleWords.requests, index));
  if (!measure) {
    const judgement = pick(judgements, index);
    return {
      fields: new Map<IndicatorField, EntryInput>([
        ['judgement', indicatorStatusWords[judgement].vi],
        ['note', sampleWords.judgementReason],
        ...words,
      ]),
      roadmap: null,
      before: null,
    };
  }
  const baseline = rounded(
    measure.value -
      measure.direction * Math.max(Math.abs(measure.value) * 0.4, measure.direction < 0 ? 12 : 0),
    measure,
    indicator,
  );
  const actual = rounded(actualOf(course, measure, baseline, indicator, asOf), measure, indicator);
  const paced = course !== 'noBaseline' && indicator.pace !== 'annual' && prefilled !== undefined;
  return {
    fields: new Map<IndicatorField, EntryInput>([['actual', typed(actual, fault)], ...words]),
    roadmap: paced ? { ...prefilled, baseline } : null,
    before: paced ? rounded((baseline + actual) / 2, measure, indicator) : null,
  };
}

function actualOf(
  course: Exclude<Course, 'nothing'>,
  measure: Measure,
  baseline: number,
  indicator: Indicator,
  asOf: IsoDate,
): number {
  const end = endOfYear(indicator.horizon);
  if (course === 'reached')
    return measure.strict
      ? measure.value + measure.direction * 0.02 * Math.abs(measure.value)
      : measure.value;
  if (course === 'noBaseline')
    return measure.value - measure.direction * Math.abs(measure.value) * 0.3;
  if (indicator.pace === 'annual') return measure.value * (1 + course);
  const from = endOfYear(yearOf(asOf) - 1);
  const expected = expectedOn(asOf, [
    { date: from, value: baseline },
    { date: end, value: measure.value },
  ]);
  return (expected ?? baseline) + course * (measure.value - baseline);
}

/** The figure as it lands in the cell: typed right, or with one of the usual faults. */
function typed(actual: number, fault: Fault | null): EntryInput {
  const words = String(actual).replace('.', ',');
  if (fault === 'percentAsText') return `${words}%`;
  if (fault === 'aboutText') return `khoảng ${words}`;
  if (fault === 'fraction') return actual / 100;
  return actual;
}

function historyFigure(
  content: TrackingContent,
  row: string,
  value: number,
  index: number,
): HistoryFigure {
  const { period, periods } = content.settings;
  const before = periods.filter((each) => daysBetween(each.due, period.due) > 0).at(-1) ?? period;
  return {
    period: before.id,
    row,
    agency: '',
    field: 'actual',
    value,
    file: 'mau.xlsx',
    sheet: 'Chỉ tiêu',
    cell: `I${String(index + 6)}`,
    hash: '',
    time: `${before.due}T00:00:00Z`,
  };
}

function taskLine(
  task: Task,
  index: number,
  asOf: IsoDate,
  planDay: IsoDate | null,
): [TaskField, EntryInput][] {
  const note = (field: TaskField, words: readonly string[]): [TaskField, EntryInput] => [
    field,
    pick(words, index),
  ];
  const source = note('source', sampleWords.sources);
  switch (task.time.kind) {
    case 'ongoing':
    case 'yearly':
    case 'from':
      return index % 4 === 3 ? [] : [note('result', sampleWords.results), source];
    case 'conditional':
      return index % 3 === 2
        ? [
            ['trigger', { date: addDays(asOf, -60) }],
            ['due', { date: addDays(asOf, 90) }],
            ['percent', 35],
            note('result', sampleWords.results),
            source,
          ]
        : [];
    case 'none':
      return index % 2 === 0 ? [] : [['percent', 50], source];
    case 'by':
    case 'span':
      return datedTask(task.time.end, index, asOf, planDay);
  }
}

/** Samples of tasks with a last day, in turn: each way such a task can stand. */
function datedTask(
  end: IsoDate,
  index: number,
  asOf: IsoDate,
  planDay: IsoDate | null,
): [TaskField, EntryInput][] {
  const source: [TaskField, EntryInput] = ['source', pick(sampleWords.sources, index)];
  const result: [TaskField, EntryInput] = ['result', pick(sampleWords.results, index)];
  const document: [TaskField, EntryInput] = ['document', pick(sampleWords.documents, index)];
  const why: [TaskField, EntryInput][] = [
    ['cause', pick(sampleWords.causes, index)],
    ['measure', pick(sampleWords.measures, index)],
  ];
  const money: [TaskField, EntryInput][] = [
    ['allotted', 500 + 50 * index],
    ['disbursed', 320 + 20 * index],
    ['funding', sampleWords.funding],
  ];
  const passed = daysBetween(end, asOf) > 0;
  const earlier = addDays(asOf, -40);
  const finished = planDay !== null && daysBetween(planDay, earlier) < 0 ? planDay : earlier;
  const lines: readonly (readonly [TaskField, EntryInput][])[] = [
    [
      ['percent', 100],
      ['done', { date: passed ? addDays(end, 20) : finished }],
      result,
      document,
      source,
      ...(passed ? why : []),
    ],
    [['percent', 60], result, source, ...money, ...why],
    [],
    [['percent', 100], result, source],
    [['percent', 5], result, source, ...why],
    [['percent', 0], source],
    [
      ['percent', 55],
      result,
      source,
      ['allotted', 400],
      ['disbursed', 460],
      ['funding', sampleWords.funding],
    ],
    [['percent', '70%'], result, source],
  ];
  return [...pick(lines, index)];
}
