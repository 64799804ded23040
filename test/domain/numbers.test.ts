import fc from 'fast-check';
import { readNumber } from '../../src/domain/numbers';

describe('readNumber', () => {
  it.each([
    ['0', 0],
    ['01', 1],
    ['85', 85],
    ['85,5', 85.5],
    ['0,7', 0.7],
    ['0.7', 0.7],
    ['85.5', 85.5],
    ['0.700', 0.7],
    ['1.2345', 1.2345],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ['1 234', 1234],
    ['1\u00a0234\u202f567,8', 1234567.8],
    ['12345', 12345],
    ['1,000', 1],
    ['  7 ', 7],
    ['-3,5', -3.5],
    ['\u22123', -3],
    ['+ 3', 3],
    ['-0', 0],
  ])('reads %j as %d', (text, value) => {
    expect(readNumber(text)).toEqual({ kind: 'number', value });
  });

  it.each([
    ['1.234', 1234, 1.234],
    ['50.000', 50000, 50],
    ['-1.234', -1234, -1.234],
  ])('gives both readings of %j', (text, grouped, decimal) => {
    expect(readNumber(text)).toEqual({ kind: 'ambiguous', grouped, decimal });
  });

  it.each([
    '',
    ' ',
    '-',
    '85%',
    'khoảng 80',
    '1.23.456',
    '0.123.456',
    '0.700,5',
    '1.234 567',
    '1,234,567',
    '1,234.5',
    '12 34',
    '--5',
    '1e3',
    '0x10',
    'Infinity',
    'NaN',
    '9'.repeat(400),
    '٣',
  ])('does not take %j for a number', (text) => {
    expect(readNumber(text)).toEqual({ kind: 'notANumber' });
  });

  const vietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 });

  it('reads back what a Vietnamese office would print', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (tenThousandths) => {
        const value = tenThousandths === 0 ? 0 : tenThousandths / 10_000;
        const reading = readNumber(vietnamese.format(value));
        expect(reading).toMatchObject(
          reading.kind === 'ambiguous' ? { grouped: value } : { kind: 'number', value },
        );
      }),
    );
  });

  it('never throws and never makes an endless or missing number', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const reading = readNumber(text);
        if (reading.kind === 'number') expect(Number.isFinite(reading.value)).toBe(true);
      }),
    );
  });
});
