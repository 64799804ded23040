import { registryOf } from '../../src/domain/agencies/registry';
import { defaultBands, type Bands } from '../../src/domain/assessment/bands';
import { entrySlots, type EntrySlot } from '../../src/domain/assessment/book';
import { measureOf } from '../../src/domain/assessment/indicator';
import { judgements } from '../../src/domain/assessment/status';
import {
  indicatorFields,
  roadmapFields,
  taskFields,
  type Book,
  type EntryCell,
  type EntryLine,
  type EntryTable,
  type HistoryFigure,
  type IndicatorField,
  type MilestoneCell,
  type Period,
  type RoadmapField,
  type TaskField,
} from '../../src/domain/book';
import { parseIsoDate, toSerial, type IsoDate } from '../../src/domain/dates';
import type { Indicator, Plan, Task } from '../../src/domain/plan/plan';
import { cellAddress, type CellContent } from '../../src/domain/snapshot';
import { indicatorStatusWords } from '../../src/messages/words';

/** A cell in short: a number, text, or what else a cell can hold; null is an empty cell. */
export type Typed =
  | null
  | number
  | string
  | boolean
  | { readonly percent: number }
  | { readonly day: string }
  | { readonly error: string }
  /** Without `shows` its result was never computed. */
  | { readonly formula: string; readonly shows?: Typed };

/** An indicator and what was typed on its line; what is not given is plain and in order. */
export type IndicatorInput = Partial<Indicator> & {
  /** Cells of its line; for a composite target of the lines of its parts. */
  readonly entry?: Partial<Record<IndicatorField, Typed>>;
  /** Cells of its own line, when its target is composite. */
  readonly own?: Partial<Record<IndicatorField, Typed>>;
  readonly road?: Partial<Record<RoadmapField, Typed>>;
  readonly milestones?: Readonly<Record<number, Typed>>;
};

/** A task and what was typed on its line; what is not given is plain and in order. */
export type TaskInput = Partial<Task> & { readonly entry?: Partial<Record<TaskField, Typed>> };

/** A workbook in short. */
export type BookInput = {
  readonly asOf?: string;
  readonly period?: Partial<Record<keyof Period, string>>;
  readonly later?: readonly string[];
  readonly bands?: Bands;
  readonly indicators?: readonly IndicatorInput[];
  readonly tasks?: readonly TaskInput[];
  readonly history?: readonly (readonly [string, string, string, string | number])[];
};

/** Row of the headers, and the first row under it. */
export const HEADER_ROW = 6;
const FIRST_ROW = HEADER_ROW + 1;
/** The milestone column of 2025; the others follow. */
const FIRST_MILESTONE = 30;

/** An ISO day that is known to be one. */
export function day(text: string): IsoDate {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day.`);
  return date;
}

/** What a cell shows. */
export function contentOf(typed: Typed): CellContent | null {
  if (typed === null) return null;
  if (typeof typed === 'number') return { kind: 'number', value: typed, format: 'plain' };
  if (typeof typed === 'string') return { kind: 'text', text: typed };
  if (typeof typed === 'boolean') return { kind: 'boolean', value: typed };
  if ('percent' in typed) return { kind: 'number', value: typed.percent, format: 'percent' };
  if ('day' in typed) return { kind: 'number', value: toSerial(day(typed.day)), format: 'date' };
  if ('error' in typed) return { kind: 'error', error: typed.error };
  return typed.shows === undefined ? { kind: 'uncalculated' } : contentOf(typed.shows);
}

function cellOf(address: string, typed: Typed): EntryCell {
  const formula = typed !== null && typeof typed === 'object' && 'formula' in typed;
  return { address, content: contentOf(typed), formula: formula ? typed.formula : null };
}

/** A line of a table in which every field has its cell. */
export function lineOf<F extends string>(
  fields: readonly F[],
  row: number,
  values: Partial<Record<F, Typed>>,
): EntryLine<F> {
  const cells = new Map(
    fields.map((field, index) => [
      field,
      cellOf(cellAddress(row, index + 1), values[field] ?? null),
    ]),
  );
  const id = (values as Partial<Record<string, Typed>>)['id'];
  return { id: typeof id === 'string' ? id : null, row, cells };
}

function tableOf<F extends string>(sheet: string, lines: readonly EntryLine<F>[]): EntryTable<F> {
  return { sheet, headerRow: HEADER_ROW, missing: [], lines, blankRows: [] };
}

function formula(row: number, column: string): Typed {
  return { formula: `IF(${column}${String(row)}="","",${column}${String(row)}*2)`, shows: '' };
}

function indicatorOf(index: number, input: IndicatorInput): Indicator {
  const code = String(index + 1);
  return {
    id: input.id ?? `CT-${code}`,
    code: input.code ?? code,
    horizon: input.horizon ?? 2030,
    name: input.name ?? `Tỷ lệ hồ sơ trực tuyến, dòng ${code}`,
    unit: input.unit === undefined ? '%' : input.unit,
    targetText: input.targetText === undefined ? '≥ 90' : input.targetText,
    target:
      input.target === undefined ? { kind: 'atLeast', value: 90, strict: false } : input.target,
    partTexts: input.partTexts ?? [],
    leadText: input.leadText === undefined ? 'Sở Tài chính' : input.leadText,
    leads: input.leads ?? ['stc'],
    isGroup: input.isGroup ?? false,
    parent: input.parent ?? null,
    pace: input.pace ?? 'level',
  };
}

function taskOf(index: number, input: TaskInput): Task {
  const code = String(index + 1);
  return {
    id: input.id ?? `NV-${code}`,
    code: input.code ?? code,
    section: input.section ?? 'I',
    sectionTitle: input.sectionTitle ?? 'Nâng cao nhận thức',
    name: input.name ?? `Xây dựng kế hoạch, dòng ${code}`,
    leadText: input.leadText === undefined ? 'Sở Tài chính' : input.leadText,
    coordText: input.coordText === undefined ? 'Sở Nội vụ; Sở Y tế' : input.coordText,
    resultText: input.resultText === undefined ? 'Quyết định' : input.resultText,
    timeText: input.timeText === undefined ? 'Quý II/2026' : input.timeText,
    time: input.time ?? { kind: 'by', end: day('2026-06-30') },
    leads: input.leads ?? ['stc'],
    coordinators: input.coordinators ?? ['snv', 'syt'],
  };
}

/** A measured line is on its way from 60 to 90; a qualitative one is judged. */
function clean(slot: EntrySlot, indicator: Indicator): Partial<Record<IndicatorField, Typed>> {
  const source = 'Báo cáo số 112/BC-STC ngày 15/11/2025';
  return measureOf(slot.target, indicator.pace)
    ? { actual: 66, source }
    : { judgement: 'Đúng tiến độ', source };
}

function planCells(
  row: number,
  indicator: Indicator,
  slot: EntrySlot | null,
): Partial<Record<IndicatorField, Typed>> {
  const measure = slot ? measureOf(slot.target, indicator.pace) : null;
  const computed = indicatorFields.slice(indicatorFields.indexOf('reading'));
  return {
    ...Object.fromEntries(computed.map((field) => [field, formula(row, 'A')])),
    id: slot?.lineId ?? indicator.id,
    code: indicator.code,
    name: slot?.partText ?? indicator.name,
    unit: indicator.unit,
    target: slot?.partText ?? indicator.targetText,
    horizon: indicator.horizon,
    lead: indicator.leadText,
    previous: formula(row, 'B'),
    progress: formula(row, 'C'),
    due: formula(row, 'D'),
    deviation: formula(row, 'E'),
    status: formula(row, 'F'),
    targetKind: slot && !measure ? 'qualitative' : (slot?.target.kind ?? null),
    targetValue: measure?.value ?? null,
    targetTop: slot?.target.kind === 'range' ? slot.target.max : null,
    direction: measure?.direction ?? null,
    strict: measure ? Number(measure.strict) : null,
    pace: indicator.pace,
  };
}

function taskLine(task: Task, row: number, { entry }: TaskInput): EntryLine<TaskField> {
  const { time } = task;
  const computed = taskFields.slice(taskFields.indexOf('fault'));
  return lineOf(taskFields, row, {
    ...Object.fromEntries(computed.map((field) => [field, formula(row, 'A')])),
    id: task.id,
    code: task.code,
    section: task.section,
    name: task.name,
    lead: task.leadText,
    coordinators: task.coordText,
    product: task.resultText,
    time: task.timeText,
    start: time.kind === 'span' || time.kind === 'from' ? { day: time.start } : null,
    due: time.kind === 'by' || time.kind === 'span' ? { day: time.end } : null,
    percent: 60,
    result: 'Đã trình dự thảo, đang lấy ý kiến',
    daysLeft: formula(row, 'C'),
    status: formula(row, 'D'),
    bucket: formula(row, 'E'),
    timeKind: time.kind,
    ...entry,
  });
}

function historyOf([period, row, field, value]: readonly [
  string,
  string,
  string,
  string | number,
]): HistoryFigure {
  return {
    period,
    row,
    agency: 'stc',
    field,
    value,
    file: 'stc.xlsx',
    sheet: 'Chỉ tiêu',
    cell: 'I7',
    hash: 'abc',
    time: '2025-06-10T08:00:00Z',
  };
}

/**
 * A tracking workbook as it would be read back. Whatever is not given is plain and in order:
 * one indicator on pace and one task under way, reported on the period's due day.
 */
export function bookWith(input: BookInput = {}): Book {
  const indicatorInputs = input.indicators ?? [{}];
  const taskInputs = input.tasks ?? [{}];
  const indicators = indicatorInputs.map((each, index) => indicatorOf(index, each));
  const tasks = taskInputs.map((each, index) => taskOf(index, each));
  const indicatorLines: EntryLine<IndicatorField>[] = [];
  const roadmapLines: EntryLine<RoadmapField>[] = [];
  const milestones = new Map<number, readonly MilestoneCell[]>();
  indicators.forEach((indicator, index) => {
    const { entry, own, road, milestones: typed = {} } = indicatorInputs[index] ?? {};
    const slots = entrySlots(indicator);
    const nextRow = (): number => FIRST_ROW + indicatorLines.length;
    if (!slots.some((slot) => slot.lineId === indicator.id))
      indicatorLines.push(
        lineOf(indicatorFields, nextRow(), { ...planCells(nextRow(), indicator, null), ...own }),
      );
    for (const slot of slots) {
      indicatorLines.push(
        lineOf(indicatorFields, nextRow(), {
          ...planCells(nextRow(), indicator, slot),
          ...clean(slot, indicator),
          ...entry,
        }),
      );
      if (!measureOf(slot.target, indicator.pace) || indicator.pace === 'annual') continue;
      const row = FIRST_ROW + roadmapLines.length;
      const computed = roadmapFields.slice(roadmapFields.indexOf('expected'));
      roadmapLines.push(
        lineOf(roadmapFields, row, {
          ...Object.fromEntries(computed.map((field) => [field, formula(row, 'A')])),
          id: slot.lineId,
          code: indicator.code,
          name: indicator.name,
          target: indicator.targetText,
          horizon: indicator.horizon,
          baseline: 60,
          baselineDate: { day: '2024-12-31' },
          ...road,
        }),
      );
      milestones.set(
        row,
        Object.entries(typed).map(([year, cell]) => ({
          year: Number(year),
          cell: cellOf(cellAddress(row, FIRST_MILESTONE + Number(year) - 2025), cell),
        })),
      );
    }
  });
  const period: Period = {
    id: input.period?.id ?? '2025-11',
    name: input.period?.name ?? 'Cả năm 2025',
    from: day(input.period?.from ?? '2025-06-11'),
    to: day(input.period?.to ?? '2025-11-20'),
    cutOff: day(input.period?.cutOff ?? '2025-11-20'),
    due: day(input.period?.due ?? '2025-11-20'),
  };
  const later = (input.later ?? []).map((due) => ({
    ...period,
    id: due.slice(0, 7),
    due: day(due),
  }));
  return {
    file: 'so.xlsx',
    plan: planOf(indicators, tasks),
    settings: {
      asOf: day(input.asOf ?? '2025-11-20'),
      period,
      periods: [period, ...later],
      bands: input.bands ?? defaultBands,
      dueSoonDays: 30,
    },
    indicators: tableOf('Chỉ tiêu', indicatorLines),
    tasks: tableOf(
      'Nhiệm vụ',
      tasks.map((task, index) => taskLine(task, FIRST_ROW + index, taskInputs[index] ?? {})),
    ),
    roadmap: tableOf('Lộ trình', roadmapLines),
    milestones,
    history: (input.history ?? []).map(historyOf),
    registry: registryOf(planOf(indicators, tasks)),
    registryDoubts: [],
    log: [],
    words: { judgements: new Map(judgements.map((each) => [indicatorStatusWords[each].vi, each])) },
    waivers: [],
    sample: false,
  };
}

/** A plan of these rows. */
export function planOf(indicators: readonly Indicator[], tasks: readonly Task[]): Plan {
  return {
    id: 'ke-hoach',
    locality: 'Huế',
    issuer: 'Ủy ban nhân dân thành phố Huế',
    documentNumber: '37/KH-UBND',
    documentDate: day('2025-02-20'),
    title: 'Kế hoạch thực hiện Nghị quyết số 03/NQ-CP',
    reporting: { deadlines: ['06-10', '11-20'], every: '6 tháng', recipient: null, sentence: null },
    nationalFloor: null,
    indicators,
    proseIndicators: [],
    tasks,
    agencies: [
      { id: 'stc', name: 'Sở Tài chính', aliases: ['STC'], group: false },
      { id: 'snv', name: 'Sở Nội vụ', aliases: [], group: false },
      { id: 'syt', name: 'Sở Y tế', aliases: [], group: false },
      {
        id: 'huyen',
        name: 'Ủy ban nhân dân các huyện, thị xã, thành phố',
        aliases: [],
        group: true,
      },
    ],
    notes: [],
  };
}

/** A workbook with one indicator. */
export function withIndicator(indicator: IndicatorInput, rest: BookInput = {}): Book {
  return bookWith({ ...rest, indicators: [indicator] });
}

/** A workbook with one task. */
export function withTask(task: TaskInput, rest: BookInput = {}): Book {
  return bookWith({ ...rest, tasks: [task] });
}
