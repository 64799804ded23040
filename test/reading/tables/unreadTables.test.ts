import { readPlan } from '../../../src/reading/readPlan';
import { readLines } from './rows';

/** Lines of a table whose head nobody knows, one cell on each line. */
const pieces = ['Cột A', 'Cột B', 'Cột C', 'Cột D'].concat(
  ['Khảo sát trạm đo', 'Lập kho mã', 'Mở lớp học', 'Cắm mốc'].flatMap((name, at) => [
    String(at + 1),
    name,
    'Sở Y tế',
    'Đã giao',
  ]),
);

it.each<[string, readonly string[]]>([
  ['one cell on each line', pieces],
  [
    'rows between tabs',
    pieces.flatMap((_, at) => (at % 4 === 0 ? [pieces.slice(at, at + 4).join('\t')] : [])),
  ],
])('tells of a table with an unknown head and reads no running text in it: %s', (_, lines) => {
  const { unread, outside } = readLines('Các đơn vị làm như sau.', ...lines, 'Tổ chức thực hiện.');
  expect(unread).toHaveLength(1);
  expect(unread[0]).toMatchObject({ from: 2, to: lines.length + 1 });
  expect(outside.map(({ text }) => text)).toEqual([
    'Các đơn vị làm như sau.',
    'Tổ chức thực hiện.',
  ]);
});

it.each<[string, readonly string[]]>([
  ['recipients', ['Nơi nhận:', ...Array.from({ length: 14 }, () => '- Sở Y tế')]],
  ['a letterhead', ['UBND TỈNH', 'SỞ Y TẾ', 'Số: 12/KH-SYT', 'KẾ HOẠCH']],
  ['short items', pieces.map((piece) => `- ${piece};`)],
])('says nothing of %s', (_, lines) => {
  expect(readLines(...lines).unread).toEqual([]);
});

it('says where the table is and what to do, beside what was read', () => {
  const plan = readPlan(
    [
      'KẾ HOẠCH',
      'STT\tNhiệm vụ\tChủ trì\tThời gian',
      '1\tĐo đạc\tSở Y tế\t2026',
      'PHỤ LỤC II',
      ...pieces,
    ].join('\n'),
  );
  if (!plan.ok) throw new Error(plan.error.code);
  expect(plan.value.notes.filter(({ code }) => code === 'tableUnread')).toEqual([
    {
      code: 'tableUnread',
      where: { line: 5, row: null },
      params: { from: 5, to: 24, text: 'Cột A' },
    },
  ]);
});
