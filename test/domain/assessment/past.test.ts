import { pastOf, trendOf } from '../../../src/domain/assessment/past';
import { slippingSince } from '../../../src/domain/assessment/since';
import { roadmapsById } from '../../../src/domain/entries';
import { bookWith, day } from '../../support/book';

test.each([
  [10, 12, 1, 'better'],
  [12, 10, 1, 'worse'],
  [12, 10, -1, 'better'],
  [10, 12, -1, 'worse'],
  [10, 10, -1, 'same'],
] as const)('from %d to %d in direction %d is %s', (before, now, direction, trend) => {
  expect(trendOf(before, now, direction)).toBe(trend);
});

const periods = ['2025-05', '2025-06', '2025-11', '2026-02'].map((id) => ({
  id,
  name: `Kỳ ${id}`,
  from: day(`${id}-01`),
  to: day(`${id}-20`),
  cutOff: day(`${id}-20`),
  due: day(`${id}-20`),
}));

function bookOf(history: readonly (readonly [string, string, string, string | number])[]) {
  const book = bookWith({ asOf: '2025-11-20', history, indicators: [{ entry: { actual: 60 } }] });
  return { ...book, settings: { ...book.settings, periods } };
}

test('the past is the periods before the one being reported, newest first', () => {
  const past = pastOf(
    bookOf([
      ['2026-02', 'CT-1', 'actual', 90],
      ['2025-11', 'CT-1', 'actual', 80],
      ['2025-06', 'CT-1', 'actual', 70],
      ['2025-06', 'CT-1', 'actual', 71],
      ['2025-05', 'CT-1', 'actual', 60],
    ]),
  );
  expect(past.map(({ period }) => period.id)).toEqual(['2025-06', '2025-05']);
  expect(past.map(({ value }) => value('CT-1', 'actual'))).toEqual([70, 60]);
  expect(past[0]?.value('CT-1', 'percent')).toBeNull();
});

// From 60 at the end of 2024 to 90 at the end of 2030: 62 on pace at mid-2025, 64 in November.
test.each([
  ['has no earlier figure', [], '2025-11'],
  ['was in time before', [['2025-06', 'CT-1', 'actual', 63]], '2025-11'],
  ['slipped before too', [['2025-06', 'CT-1', 'actual', 60]], '2025-06'],
  [
    'slipped all the time',
    [
      ['2025-06', 'CT-1', 'actual', 59],
      ['2025-05', 'CT-1', 'actual', 58],
    ],
    '2025-05',
  ],
  ['has a gap', [['2025-05', 'CT-1', 'actual', 50]], '2025-05'],
] as const)('a slip that %s dates from %s', (_, history, since) => {
  const book = bookOf(history);
  const [indicator] = book.plan.indicators;
  if (!indicator?.target) throw new Error('An indicator with a target is needed.');
  const slot = { lineId: indicator.id, target: indicator.target };
  const road = roadmapsById(book).get(indicator.id);
  expect(slippingSince(book, pastOf(book), indicator, slot, road).id).toBe(since);
});
