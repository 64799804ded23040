import { assessBook, entrySlots } from '../../../src/domain/assessment/book';
import { indicatorFields, type Book } from '../../../src/domain/book';
import { bookWith, day, lineOf, type IndicatorInput, type Typed } from '../../support/book';
import { composite, ct, edited, heading, nv, qualitative } from '../../fixtures/should-fail/book';

const statusesOf = (book: Book): readonly string[] =>
  assessBook(book).indicators.map((row) => row.status);
const taskStatus = (book: Book): string | undefined => assessBook(book).tasks[0]?.status;

describe('entrySlots', () => {
  const slotsOf = (input: IndicatorInput): readonly [string, string | null][] =>
    bookWith({ indicators: [input] }).plan.indicators.flatMap((indicator) =>
      entrySlots(indicator).map((slot): [string, string | null] => [slot.lineId, slot.partText]),
    );

  it('is one line for a target, one a part, none for headings and rows without a target', () => {
    expect(slotsOf({})).toEqual([['CT-1', null]]);
    expect(slotsOf(composite)).toEqual([
      ['CT-1/1', '> 95% phổ thông'],
      ['CT-1/2', '> 90% mầm non'],
    ]);
    expect(slotsOf(heading)).toEqual([]);
    expect(slotsOf({ ...heading, target: { kind: 'exactly', value: 5 } })).toEqual([]);
    expect(slotsOf({ target: null })).toEqual([]);
  });
});

describe('assessBook', () => {
  it('leaves headings out and keeps the order of the plan', () => {
    const book = bookWith({ indicators: [heading, { id: 'b' }, { id: 'a' }] });
    expect(assessBook(book).indicators.map(({ indicator }) => indicator.id)).toEqual(['b', 'a']);
    expect(assessBook(book).summary.indicators.total).toBe(2);
  });

  it.each<[string, Typed, string]>([
    ['a number', 66, 'onPace'],
    ['a number in per cent format, as it stands', { percent: 0.66 }, 'alarm'],
    ['nothing', null, 'noData'],
    ['white space', ' \u00a0\u200b', 'noData'],
    ['text', '66', 'invalid'],
    ['a date', { day: '2025-05-12' }, 'invalid'],
    ['true', true, 'invalid'],
    ['an error', { error: '#N/A' }, 'invalid'],
    ['a formula never computed', { formula: '60+6' }, 'invalid'],
    ['a formula', { formula: '60+6', shows: 66 }, 'onPace'],
  ])('reads %s', (_name, actual, status) => {
    expect(statusesOf(ct({ actual }))).toEqual([status]);
  });

  it.each<[string, Typed, string]>([
    ['the words of the list', 'Nguy cơ', 'atRisk'],
    ['the words with spaces', ' Nguy  cơ ', 'atRisk'],
    ['decomposed letters', 'Nguy cơ'.normalize('NFD'), 'atRisk'],
    ['other letters', 'nguy cơ', 'invalid'],
    ['other words', 'Tốt', 'invalid'],
    ['a number', 1, 'invalid'],
    ['nothing', null, 'judgement'],
  ])('reads a judgement from %s', (_name, judgement, status) => {
    expect(statusesOf(ct({ judgement }, qualitative))).toEqual([status]);
  });

  it.each<[string, Typed, string]>([
    ['a day', { day: '2025-10-03' }, 'doneOnTime'],
    ['a serial number', 45_933, 'doneOnTime'],
    ['a time of day', 45_933.9, 'doneOnTime'],
    ['text', '03/10/2025', 'invalid'],
    ['a number that is no day', 20_251_003, 'invalid'],
    ['nothing', null, 'inProgress'],
  ])('reads a done date from %s', (_name, done, status) => {
    expect(taskStatus(nv({ done }))).toBe(status);
  });

  it('needs both the baseline and its day', () => {
    const road = (baseline: Typed, baselineDate: Typed): readonly string[] =>
      statusesOf(bookWith({ indicators: [{ road: { baseline, baselineDate } }] }));
    expect(road(60, { day: '2024-12-31' })).toEqual(['onPace']);
    expect(road(null, { day: '2024-12-31' })).toEqual(['noPace']);
    expect(road(60, null)).toEqual(['noPace']);
    expect(road('60', { day: '2024-12-31' })).toEqual(['noPace']);
    expect(road(60, '31/12/2024')).toEqual(['noPace']);
  });

  it('takes milestones at the end of their year and leaves out what is no number', () => {
    const at = (milestone: Typed): number | null | undefined =>
      assessBook(
        bookWith({ indicators: [{ milestones: { 2025: milestone } }], asOf: '2025-12-31' }),
      ).indicators[0]?.due;
    expect(at(75)).toBeCloseTo(0.5, 12);
    expect(at('75')).toBe(at(null));
  });

  it('is as good as the worst part, and shows every part', () => {
    const book = bookWith({ indicators: [{ ...composite, entry: { actual: 93 } }] });
    const [row] = assessBook(book).indicators;
    expect(row?.parts.map(({ lineId, status }) => [lineId, status])).toEqual([
      ['CT-1/1', 'onPace'],
      ['CT-1/2', 'met'],
    ]);
    expect(row).toMatchObject({ status: 'onPace', progress: null, due: null, deviation: null });
  });

  it('does not count what stands on the line of a composite indicator itself', () => {
    const book = bookWith({
      indicators: [{ ...composite, entry: { actual: null }, own: { actual: 99 } }],
    });
    expect(statusesOf(book)).toEqual(['noData']);
  });

  it('has no data for a line that is gone, and lets the first of two lines stand', () => {
    expect(statusesOf(edited(bookWith(), () => ({ lines: [] })))).toEqual(['noData']);
    const twice = edited(bookWith(), ({ lines }) => ({
      lines: [...lines, lineOf(indicatorFields, 8, { id: 'CT-1', actual: 99 })],
    }));
    expect(statusesOf(twice)).toEqual(['onPace']);
  });

  it('has no report for a task whose line is gone', () => {
    const book = bookWith();
    expect(taskStatus({ ...book, tasks: { ...book.tasks, lines: [] } })).toBe('noReport');
  });

  it('takes words in the result for a report', () => {
    expect(taskStatus(nv({ percent: null, result: 'Đang lấy ý kiến' }))).toBe('inProgress');
    expect(taskStatus(nv({ percent: null, result: ' ' }))).toBe('noReport');
  });

  it('gives the due day the cell states', () => {
    const [task] = assessBook(nv({ due: { day: '2026-12-31' } })).tasks;
    expect(task?.due).toBe(day('2026-12-31'));
  });
});
