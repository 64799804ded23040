import { forecastOf } from '../../../src/domain/assessment/forecast';
import { day } from '../../support/book';

const end = day('2030-12-31');
const base = { date: day('2024-12-31'), value: 40 };

function at(date: string, value: number): { readonly date: ReturnType<typeof day>; value: number } {
  return { date: day(date), value };
}

test.each([
  ['goes on as it has since the baseline', 'other', base, at('2027-12-31', 55), 70],
  ['falls as it has fallen', 'other', base, at('2027-12-31', 37), 34],
  ['keeps a share within 100', 'share', base, at('2026-12-31', 80), 100],
  ['keeps a share above 0', 'share', base, at('2026-12-31', 10), 0],
  ['lets a count run on', 'count', base, at('2026-12-31', 140), 340],
  ['says nothing without a baseline', 'other', null, at('2027-12-31', 55), null],
  ['says nothing of ranks', 'rank', base, at('2027-12-31', 9), null],
  ['says nothing of yearly growth', 'growth', base, at('2027-12-31', 9), null],
  ['says nothing on the day of the baseline', 'other', base, at('2024-12-31', 40), null],
  ['says nothing once the day has come', 'other', base, at('2030-12-31', 90), null],
] as const)('a forecast %s', (_, kind, baseline, actual, expected) => {
  const forecast = forecastOf(kind, baseline, actual, end);
  if (expected === null) expect(forecast).toBeNull();
  else expect(forecast).toBeCloseTo(expected, 0);
});
