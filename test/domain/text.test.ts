import fc from 'fast-check';
import { fold, tidy } from '../../src/domain/text';

describe('tidy', () => {
  it.each([
    ['  Sở\u00a0Y\t tế \r\n', 'Sở Y tế'],
    ['Sở\u202fY\u3000tế', 'Sở Y tế'],
    ['Kế\u00ad hoạch\u200b\ufeff', 'Kế hoạch'],
    ['Sở Y tế'.normalize('NFD'), 'Sở Y tế'],
    ['e\u200b\u0301', 'é'],
    ['', ''],
  ])('makes %j %j', (text, tidied) => {
    expect(tidy(text)).toBe(tidied);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
      }),
    );
  });
});

describe('fold', () => {
  it.each([
    ['Tỷ lệ', 'Tỉ lệ'],
    ['văn hoá', 'văn hóa'],
    ['Uỷ ban nhân dân', 'Ủy ban nhân dân'],
    ['KỸ THUẬT', 'kĩ thuật'],
    ['Đô thị', 'do thi'],
    ['Sở, ban; ngành.', 'so ban nganh'],
    ['Tỷ lệ'.normalize('NFD'), 'Tỷ lệ'],
  ])('takes %j and %j for one', (one, other) => {
    expect(fold(one)).toBe(fold(other));
  });

  it.each([
    ['Sở Y tế', 'so y te'],
    ['  (R&D)  ', 'r d'],
    ['Quý I/2025', 'quy i 2025'],
    ['ngày', 'ngay'],
    ['...', ''],
  ])('folds %j to %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});
