import fc from 'fast-check';
import { isoDateSchema } from '../../src/domain/dateSchema';
import {
  addDays,
  daysBetween,
  endOfMonth,
  endOfQuarter,
  endOfYear,
  fromSerial,
  makeDate,
  parseIsoDate,
  startOfYear,
  toSerial,
  yearOf,
} from '../../src/domain/dates';

const someDay = fc.integer({ min: 61, max: 2_958_465 }).map((serial) => {
  const date = fromSerial(serial);
  if (date === null) throw new Error(`no day for ${serial}`);
  return date;
});

describe('dates', () => {
  it.each([
    [2025, 6, 30, '2025-06-30'],
    [2024, 2, 29, '2024-02-29'],
    [2025, 2, 29, null],
    [2025, 2, 31, null],
    [2025, 13, 1, null],
    [2025, 0, 1, null],
    [2025, 1, 0, null],
    [1899, 12, 31, null],
    [10000, 1, 1, null],
    [2025, 1.5, 1, null],
    [Number.NaN, 1, 1, null],
  ])('makes %d/%d/%d %s', (year, month, day, date) => {
    expect(makeDate(year, month, day)).toBe(date);
  });

  it.each([
    ['2025-06-30', '2025-06-30'],
    ['2025-6-30', null],
    ['30/06/2025', null],
    ['2025-02-30', null],
    [' 2025-06-30', null],
    ['', null],
  ])('parses %j as %s', (text, date) => {
    expect(parseIsoDate(text)).toBe(date);
    expect(isoDateSchema.safeParse(text).success).toBe(date !== null);
  });

  it.each([
    [endOfMonth(2025, 2), '2025-02-28'],
    [endOfMonth(2024, 2), '2024-02-29'],
    [endOfQuarter(2025, 1), '2025-03-31'],
    [endOfQuarter(2025, 4), '2025-12-31'],
    [endOfYear(2030), '2030-12-31'],
    [startOfYear(2030), '2030-01-01'],
  ])('ends and starts periods on %s', (date, expected) => {
    expect(date).toBe(expected);
  });

  // The serials are Excel's own: 45838 is what it shows as 30/06/2025.
  it.each([
    ['1900-03-01', 61],
    ['2000-01-01', 36526],
    ['2025-06-30', 45838],
    ['9999-12-31', 2_958_465],
  ])('maps %s to serial %d and back', (text, serial) => {
    const date = parseIsoDate(text);
    expect(date === null ? null : toSerial(date)).toBe(serial);
    expect(fromSerial(serial)).toBe(date);
    expect(fromSerial(serial + 0.75)).toBe(date);
  });

  it.each([60, 0, -1, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY])(
    'knows no day for serial %d',
    (serial) => {
      expect(fromSerial(serial)).toBeNull();
    },
  );

  it('counts days the same way there and back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -400, max: 400 }), (date, days) => {
        const serial = toSerial(date) + days;
        fc.pre(fromSerial(serial) !== null);
        expect(addDays(date, days)).toBe(fromSerial(serial));
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(`${yearOf(date)}`).toBe(date.slice(0, 4));
        expect(parseIsoDate(date)).toBe(date);
      }),
    );
  });
});
