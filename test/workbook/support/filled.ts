import { entrySlots } from '../../../src/domain/assessment/book';
import { measureOf } from '../../../src/domain/assessment/indicator';
import type { HistoryFigure, IndicatorField, TaskField } from '../../../src/domain/book';
import { addDays, endOfYear, makeDate, type IsoDate } from '../../../src/domain/dates';
import {
  emptyContent,
  type EntryInput,
  type RoadmapInput,
  type TrackingContent,
} from '../../../src/workbook/tracking/content';
import { handMadePlan } from './handMade';

/** A day given by its numbers; throws when there is none. */
export function day(year: number, month: number, date: number): IsoDate {
  const made = makeDate(year, month, date);
  if (made === null) throw new Error(`No day ${String(date)}/${String(month)}/${String(year)}.`);
  return made;
}

const shares = [0.3, 0.2, 0.35, 1.1, 0.05, null, 0.28, 0.15, 'khoảng 80'] as const;
const percents = [40, 100, 20, null, 0, 75, 90] as const;

/** A workbook of real size in the middle of its life: figures of every kind, a history, an issue. */
export function filledContent(planName: string, asOf: IsoDate): TrackingContent {
  const plan = handMadePlan(planName);
  const empty = emptyContent(plan, asOf);
  const indicatorEntries = new Map<string, ReadonlyMap<IndicatorField, EntryInput>>();
  const roadmap = new Map<string, RoadmapInput>(empty.roadmap);
  const lines = plan.indicators.flatMap((row) => entrySlots(row).map((slot) => ({ row, slot })));
  lines.forEach(({ row, slot }, index) => {
    const fields = new Map<IndicatorField, EntryInput>([
      ['source', 'Báo cáo số 112/BC-SKHCN ngày 02/6/2026'],
    ]);
    const measure = measureOf(slot.target, row.pace);
    const share = shares[index % shares.length] ?? null;
    if (!measure) {
      if (index % 3 > 0) fields.set('judgement', index % 2 > 0 ? 'Đạt' : 'Nguy cơ');
    } else {
      const baseline = measure.value - measure.direction * Math.abs(measure.value) * 0.5;
      if (index % 9 > 0)
        roadmap.set(slot.lineId, {
          baseline,
          baselineDate: { date: endOfYear(2024) },
          milestones: new Map(
            index % 4 > 0 ? [] : [[2027, baseline + (measure.value - baseline) * 0.4]],
          ),
        });
      if (typeof share === 'string') fields.set('actual', share);
      else if (share !== null) fields.set('actual', baseline + (measure.value - baseline) * share);
    }
    if (index % 4 === 0) fields.set('cause', 'Kết nối dữ liệu giữa các hệ thống còn chậm');
    indicatorEntries.set(slot.lineId, fields);
  });
  const taskEntries = new Map(
    plan.tasks.map((task, index) => {
      const fields = new Map<TaskField, EntryInput>(empty.taskEntries.get(task.id));
      const percent = percents[index % percents.length] ?? null;
      if (percent !== null) {
        fields.set('percent', percent);
        fields.set('result', 'Đã trình dự thảo, đang lấy ý kiến');
      }
      if (percent === 100) fields.set('done', { date: addDays(asOf, -60) });
      if (index % 5 === 0) fields.set('cause', 'Kinh phí được giao muộn');
      if (index % 6 === 0) fields.set('allotted', 1500);
      return [task.id, fields] as const;
    }),
  );
  const { periods, period } = empty.settings;
  const before = periods[periods.indexOf(period) - 1];
  const history = lines.slice(0, 12).map(({ slot }, index): HistoryFigure => ({
    period: before?.id ?? '',
    row: slot.lineId,
    agency: 'Sở Khoa học và Công nghệ',
    field: index % 4 === 3 ? 'source' : 'actual',
    value: index % 4 === 3 ? 'Niên giám thống kê' : 12.5 + index,
    file: 'phieu-so-khcn.xlsx',
    sheet: 'Chỉ tiêu',
    cell: `I${String(7 + index)}`,
    hash: 'a1b2c3d4',
    time: '2025-11-20T09:30:00Z',
  }));
  return {
    ...empty,
    indicatorEntries,
    taskEntries,
    roadmap,
    history,
    sample: true,
    issues: [
      {
        issue: {
          code: 'notANumber',
          severity: 'error',
          where: { file: '', sheet: 'Chỉ tiêu', cell: 'I9', row: 'CT-3' },
          params: {},
        },
        seen: 'Ô Thực hiện đang là chữ “khoảng 80”.',
        toDo: 'Nhập lại số 80.',
      },
    ],
  };
}
