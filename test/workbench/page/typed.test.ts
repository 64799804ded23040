import { inputFor } from '../../../src/workbench/page/grid/typed';

const vietnamese = {
  name: 'vi-VN',
  decimalSeparator: ',',
  groupSeparator: '.',
  dateSeparator: '/',
  shortDatePattern: 'dd/MM/yyyy',
};

it.each([
  ['12,5', '12.5'],
  ['1.234', '1234'],
  ['1.234.567,89', '1234567.89'],
  ['-3,5%', '-3.5%'],
  ['85%', '85%'],
  ['12.5', "'12.5"],
  ['1.23', "'1.23"],
  ['1,234.5', "'1,234.5"],
  ['5/6/2025', '6/5/2025'],
  ['20/11/25', '11/20/2025'],
  ['31/12', '12/31'],
  ['=A1/2', '=A1/2'],
  ['khoảng 80', 'khoảng 80'],
  ['', ''],
])('takes %j typed in Vietnamese for %j', (typed, input) => {
  expect(inputFor(typed, vietnamese)).toBe(input);
});

it('leaves what is typed in English as it is', () => {
  const english = { ...vietnamese, decimalSeparator: '.', groupSeparator: ',' };
  expect(inputFor('1,234.5', english)).toBe('1,234.5');
});
