import { cleanText, readSource } from '../../src/reading/source';

it.each([
  ['$> 0,7$', '> 0,7'],
  ['$> 95\\%$ đối với cơ sở giáo dục', '> 95% đối với cơ sở giáo dục'],
  ['$\\geq 30$', '≥ 30'],
  ['$\\le 10$', '≤ 10'],
  ['**CHƯƠNG TRÌNH HÀNH ĐỘNG', 'CHƯƠNG TRÌNH HÀNH ĐỘNG'],
  ['THÀNH ỦY****thực hiện', 'THÀNH ỦY thực hiện'],
  ['(*Hoàn thành trong tháng 3/2025*)', '(Hoàn thành trong tháng 3/2025)'],
  ['## Phụ lục', 'Phụ lục'],
  ['Sở Y tế;<br>Sở Nội vụ', 'Sở Y tế; Sở Nội vụ'],
  ['Cơ quan   chủ trì', 'Cơ quan chủ trì'],
  ['từ 100$ đến 200$', 'từ 100$ đến 200$'],
  ['C#, R&D và 2 * 3 * 4', 'C#, R&D và 2 * 3 * 4'],
])('takes the dress off %s', (raw, text) => {
  expect(cleanText(raw)).toBe(text);
});

it('numbers lines from 1, whatever ends them', () => {
  const source = readSource('a\r\nb\n\nc\rd');
  expect(source).toEqual({
    ok: true,
    value: [
      { number: 1, raw: 'a', text: 'a' },
      { number: 2, raw: 'b', text: 'b' },
      { number: 3, raw: '', text: '' },
      { number: 4, raw: 'c', text: 'c' },
      { number: 5, raw: 'd', text: 'd' },
    ],
  });
});

it.each([
  ['', 'fileEmpty'],
  [' \n\t\u00a0\n', 'fileEmpty'],
  ['PK\u0003\u0004\u0000\u0000', 'notText'],
  ['\ufffd\ufffd\ufffdabc', 'notText'],
])('refuses %j: %s', (text, code) => {
  expect(readSource(text)).toEqual({ ok: false, error: { code, params: {} } });
});
