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

it.each([
  'TT Nhiệm vụ Cơ quan chủ trì Cơ quan phối hợp Thời gian',
  'STT NỘI DUNG CÔNG VIỆC CHỦ TRÌ PHỐI HỢP SẢN PHẨM THỜI HẠN',
])('tells of a table whose cells are told apart by nothing: %s', (head) => {
  const { unread, outside } = readLines(
    'DANH MỤC NHIỆM VỤ',
    head,
    '1 Khảo sát trạm đo Sở Y tế Sở Tài chính, các xã Quý II/2026',
    '2 Lập kho mã số của ngành',
    'y tế Sở Y tế Sở Tài chính 2026',
    '3. Mở lớp học Sở Nội vụ Thường xuyên',
    '',
    'Các đơn vị báo cáo hằng quý.',
    'II. PHÂN CÔNG',
    '1. Sở Y tế theo dõi chung.',
  );
  expect(unread).toEqual([{ from: 2, to: 6, text: head }]);
  expect(outside.map(({ text }) => text).filter(Boolean)).toEqual([
    'DANH MỤC NHIỆM VỤ',
    'Các đơn vị báo cáo hằng quý.',
    'II. PHÂN CÔNG',
    '1. Sở Y tế theo dõi chung.',
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

it('refuses a plan of which nothing but such a table is there, and says what to do', () => {
  expect(readPlan(['KẾ HOẠCH', '', ...pieces].join('\n'))).toEqual({
    ok: false,
    error: { code: 'tablesUnread', params: { from: 3, to: 22, text: 'Cột A' } },
  });
});
