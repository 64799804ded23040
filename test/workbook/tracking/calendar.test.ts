import { parseIsoDate } from '../../../src/domain/dates';
import { calendarOf } from '../../../src/workbook/tracking/calendar';
import { day } from '../support/filled';

function reporting(deadlines: readonly string[]): Parameters<typeof calendarOf>[0] {
  return { deadlines, every: null, recipient: null, sentence: null };
}

describe('The calendar of a plan', () => {
  it('has a window from the day after the last due day to the due day', () => {
    const { periods } = calendarOf(
      reporting(['06-10', '11-20']),
      day(2025, 2, 20),
      day(2026, 6, 10),
    );
    expect(periods.map(({ id, from, to }) => `${id}: ${from} ${to}`)).toEqual([
      '2025-06: 2024-11-21 2025-06-10',
      '2025-11: 2025-06-11 2025-11-20',
      '2026-06: 2025-11-21 2026-06-10',
      '2026-11: 2026-06-11 2026-11-20',
      '2027-06: 2026-11-21 2027-06-10',
      '2027-11: 2027-06-11 2027-11-20',
    ]);
  });

  it.each([
    ['2026-06-10', '2026-06'],
    ['2026-06-11', '2026-11'],
    ['2026-11-20', '2026-11'],
    ['2026-11-21', '2027-06'],
    ['2026-12-31', '2027-06'],
  ])('reports on %s for the period %s', (asOf, id) => {
    const at = parseIsoDate(asOf);
    expect(at && calendarOf(reporting(['06-10', '11-20']), day(2025, 2, 20), at).current.id).toBe(
      id,
    );
  });

  it.each([
    [['12-20'], 'Năm 2026'],
    [['06-10', '11-20'], 'Cả năm 2026'],
    [['03-15', '06-15', '09-15', '12-15'], 'Quý IV năm 2026'],
    [['04-10', '08-10', '12-10'], 'Tháng 12 năm 2026'],
  ])('names the last period of a year with due days %s', (deadlines, name) => {
    const { periods } = calendarOf(reporting(deadlines), null, day(2026, 3, 1));
    expect(periods.filter(({ id }) => id.startsWith('2026')).at(-1)?.name).toBe(name);
  });

  it('is half-yearly where the plan is silent, and says so', () => {
    const { periods, assumed } = calendarOf(reporting([]), null, day(2026, 3, 1));
    expect(assumed).toBe(true);
    expect(periods.map(({ due }) => due).slice(0, 3)).toEqual([
      '2025-06-15',
      '2025-12-15',
      '2026-06-15',
    ]);
  });

  it('gives 29 February its day or the last of the month', () => {
    const { periods } = calendarOf(reporting(['02-29']), null, day(2027, 3, 1));
    expect(periods.map(({ due }) => due)).toEqual(['2026-02-28', '2027-02-28', '2028-02-29']);
  });
});
