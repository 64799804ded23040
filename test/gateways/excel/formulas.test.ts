import { typedText } from '../../../src/gateways/excel/cells';
import { copiedDown, copyForm, renameSheets } from '../../../src/gateways/excel/formulas';
import { pageSections } from '../../../src/gateways/excel/furniture';

describe('copying a formula down', () => {
  it.each([
    ['=A7+$B7', '=A9+$B9'],
    ['=A$7+$B$7', '=A$7+$B$7'],
    ['=\'Kỳ báo cáo\'!B3&"A7"', '=\'Kỳ báo cáo\'!B5&"A7"'],
    ["='It''s A1'!C3", "='It''s A1'!C5"],
    ['=SUM(A7:C7)', '=SUM(A9:C9)'],
    ['=LOG10(A7)', '=LOG10(A9)'],
    ['=TD_Ngay7+A7', '=TD_Ngay7+A9'],
    ['=ROWS(NhiemVu[Trạng thái])', '=ROWS(NhiemVu[Trạng thái])'],
  ])('%s two rows down is %s', (formula, expected) => {
    expect(copiedDown(formula, 2)).toBe(expected);
    expect(copyForm(expected, 9)).toBe(copyForm(formula, 7));
  });

  it.each([
    ['=A7', '=A8'],
    ['=A$7', '=A$9'],
    ['="A7"', '="A9"'],
  ])('%s in row 7 is another formula than %s in row 9', (a, b) => {
    expect(copyForm(a, 7)).not.toBe(copyForm(b, 9));
  });

  it('leaves formulas with whole rows alone', () => {
    expect(copyForm('=SUM(7:7)', 7)).toBeNull();
  });
});

it('puts other sheets into formulas, not into their texts', () => {
  const names = new Map([["'Chỉ tiêu'!", "'TienDo1'!"]]);
  expect(renameSheets("IF('Chỉ tiêu'!A1=\"'Chỉ tiêu'!\",'Khác'!B2)", names)).toBe(
    "IF('TienDo1'!A1=\"'Chỉ tiêu'!\",'Khác'!B2)",
  );
});

describe('text as it is typed', () => {
  it.each(['1.1', '6.10', '01', '12/2025', 'TRUE', '=A1', '+5', '-', '#N/A', "'x", '50%', 'Mar 5'])(
    '%s gets an apostrophe',
    (text) => {
      expect(typedText(text)).toBe(`'${text}`);
    },
  );
  it.each([
    '',
    'Chỉ tiêu',
    'Ủy ban nhân dân',
    'Nhiệm vụ số 12: xây dựng và trình ban hành kế hoạch',
  ])('“%s” stays as it is', (text) => {
    expect(typedText(text)).toBe(text);
  });
});

it.each([
  ['', { left: '', center: '', right: '' }],
  [
    '&C&"Times New Roman,Regular"&12&P',
    { left: '', center: '&"Times New Roman,Regular"&12&P', right: '' },
  ],
  ['&LA && B&RTrang &P/&N', { left: 'A && B', center: '', right: 'Trang &P/&N' }],
  ['&P', { left: '', center: '&P', right: '' }],
])('cuts the page text “%s” into its parts', (codes, parts) => {
  expect(pageSections(codes)).toEqual(parts);
});
