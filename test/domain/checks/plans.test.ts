import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openBook } from '../../../src/app/openBook';
import { readPlan } from '../../../src/reading/readPlan';
import { workbookFiles } from '../../../src/app/wiring';
import { entrySlots, type EntrySlot } from '../../../src/domain/assessment/book';
import { measureOf } from '../../../src/domain/assessment/indicator';
import { hasDueDay } from '../../../src/domain/assessment/task';
import type { IndicatorField, TaskField } from '../../../src/domain/book';
import { checkBook } from '../../../src/domain/checks/run';
import { figureKind } from '../../../src/domain/checks/support/figureKind';
import { addDays, daysBetween, endOfYear, type IsoDate } from '../../../src/domain/dates';
import type { Indicator, Plan, Task } from '../../../src/domain/plan/plan';
import { emptyContent, type EntryInput } from '../../../src/workbook/tracking/content';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { day } from '../../support/book';

const seeds = join(__dirname, '../../../seeds');
const plans = readdirSync(seeds)
  .filter((file) => file.endsWith('.txt'))
  .map((file): [string, Plan] => {
    const plan = readPlan(readFileSync(join(seeds, file), 'utf8'));
    if (!plan.ok) throw new Error(`${file} is no plan.`);
    return [file, plan.value];
  });

const source = 'Báo cáo số 112/BC-STC ngày 15/11/2025';
const documents = 'Quyết định 1432/QĐ-UBND ngày 03/10/2025';

/** Where an honest indicator stands: on its way, `ahead` of what is due, in whole things. */
function figures(
  indicator: Indicator,
  slot: EntrySlot,
  asOf: IsoDate,
  ahead: number,
): { readonly baseline: number; readonly actual: number } | null {
  const measure = measureOf(slot.target, indicator.pace);
  if (!measure) return null;
  const { value: target, direction } = measure;
  const kind = figureKind(indicator, slot);
  const whole = kind === 'count' || kind === 'rank';
  const scale = whole ? 1 : 1000;
  const distance =
    kind === 'rank'
      ? Math.max(2, Math.min(target, 34 - target))
      : Math.max(whole ? 1 : 0, target * 0.4);
  const baseline = Math.round((target - direction * distance) * scale) / scale;
  if (indicator.pace === 'annual') return { baseline, actual: target + (measure.strict ? 1 : 0) };
  const start = day('2024-12-31');
  const due = daysBetween(start, asOf) / daysBetween(start, endOfYear(indicator.horizon));
  const share = Math.min(1, due + ahead);
  const exact = (baseline + share * (target - baseline)) * scale;
  const actual = (direction === 1 ? Math.ceil(exact) : Math.floor(exact)) / scale;
  return { baseline, actual };
}

function taskEntries(task: Task, asOf: IsoDate, ahead: number): Map<TaskField, EntryInput> {
  const { time } = task;
  const end = time.kind === 'by' || time.kind === 'span' ? time.end : null;
  const entries = new Map<TaskField, EntryInput>([['result', 'Đã tổ chức 3 hội nghị trong kỳ']]);
  const start = time.kind === 'span' || time.kind === 'from' ? time.start : day('2025-02-01');
  if (hasDueDay(time.kind)) entries.set('start', { date: start });
  if (!hasDueDay(time.kind)) return entries;
  if (end !== null && daysBetween(end, asOf) >= 0) {
    const last = daysBetween(start, end) < 0 ? start : end;
    entries.set('start', { date: last }).set('percent', 100).set('done', { date: last });
    return entries.set('document', documents);
  }
  const gone = end === null ? 0.3 : daysBetween(start, asOf) / daysBetween(start, end);
  entries.set('percent', Math.round(Math.max(0, Math.min(0.95, gone + ahead)) * 100));
  return entries.set('allotted', 400).set('disbursed', 250).set('funding', 'Ngân sách địa phương');
}

/** A workbook of a plan that diligent officers filled in, as bytes and read back. */
async function filledBook(
  plan: Plan,
  asOf: IsoDate,
  ahead: number,
): Promise<ReturnType<typeof openBook>> {
  const content = emptyContent(plan, asOf);
  const indicatorEntries = new Map<string, Map<IndicatorField, EntryInput>>();
  const roadmap = new Map(content.roadmap);
  for (const indicator of plan.indicators)
    for (const slot of entrySlots(indicator)) {
      const found = figures(indicator, slot, asOf, ahead);
      const entry: [IndicatorField, EntryInput] = found
        ? ['actual', found.actual]
        : ['judgement', 'Đúng tiến độ'];
      indicatorEntries.set(slot.lineId, new Map([entry, ['source', source]]));
      if (found && indicator.pace !== 'annual')
        roadmap.set(slot.lineId, {
          baseline: found.baseline,
          baselineDate: { date: day('2024-12-31') },
          milestones: new Map(),
        });
    }
  const entries = new Map(plan.tasks.map((task) => [task.id, taskEntries(task, asOf, ahead)]));
  const filled = { ...content, indicatorEntries, taskEntries: entries, roadmap };
  const bytes = await workbookFiles.render(trackingSpec(filled));
  return openBook(workbookFiles, bytes, 'so.xlsx', null);
}

describe('the checks on real plans', () => {
  it.each(plans)('say one thing of a workbook of %s that nobody filled in', async (_file, plan) => {
    const content = emptyContent(plan, day('2025-11-20'));
    const bytes = await workbookFiles.render(trackingSpec(content));
    const book = openBook(workbookFiles, bytes, 'so.xlsx', null);
    expect(book.ok && checkBook(book.value).map(({ code }) => code)).toEqual(['emptyWorkbook']);
  });

  it.each(plans)('say nothing of a workbook of %s that was filled in well', async (_file, plan) => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: 700 }),
        fc.double({ min: 0.02, max: 0.25, noNaN: true }),
        async (days, ahead) => {
          const asOf = addDays(day('2025-06-15'), days);
          const book = await filledBook(plan, asOf, ahead);
          expect(book.ok && checkBook(book.value)).toEqual([]);
        },
      ),
      { numRuns: 3 },
    );
  });
});
