import { indicatorsOf, readLines, tasksOf } from './rows';

const HEAD = 'STT | Nội dung công việc | Đơn vị chủ trì | Đơn vị phối hợp | Hoàn thành';

it.each<[string, readonly string[], readonly string[]]>([
  [
    'bars between cells only',
    [
      HEAD,
      '1 | Cắm mốc khu dữ liệu | Sở Xây dựng | Sở Tài chính | 2026',
      '2 | Đo đạc | Sở Y tế |  | ',
    ],
    [
      ':1 Cắm mốc khu dữ liệu | Sở Xây dựng | Sở Tài chính |  | 2026',
      ':2 Đo đạc | Sở Y tế |  |  | ',
    ],
  ],
  [
    'broken bars',
    [HEAD.replaceAll('|', '¦'), '1 ¦ Đo đạc ¦ Sở Y tế ¦ ¦ Quý I/2026', 'II ¦ NHÂN LỰC'],
    [':1 Đo đạc | Sở Y tế |  |  | Quý I/2026'],
  ],
  [
    'a bar at the end of each line',
    [`${HEAD} |`, '1 | Đo đạc | Sở Y tế |  | 2026 |', '2 | Cắm mốc | Sở Xây dựng |  | 2027 |'],
    [':1 Đo đạc | Sở Y tế |  |  | 2026', ':2 Cắm mốc | Sở Xây dựng |  |  | 2027'],
  ],
  [
    'sections with and without numbers',
    [
      HEAD,
      'I | HẠ TẦNG',
      '1 | Đo đạc | Sở Y tế |  | 2026',
      'NHÂN LỰC SỐ',
      '2 | Cắm mốc | Sở Xây dựng | | 2027',
    ],
    ['I:1 Đo đạc | Sở Y tế |  |  | 2026', ':2 Cắm mốc | Sở Xây dựng |  |  | 2027'],
  ],
  [
    'a head over two rows',
    [
      'TT | Nhiệm vụ | Phân công | | Thời hạn',
      ' | | Chủ trì | Phối hợp |',
      '1 | Đo đạc | Sở Y tế | Sở Nội vụ | 2026',
      '2 | Cắm mốc | Sở Xây dựng | | 2027',
    ],
    [':1 Đo đạc | Sở Y tế | Sở Nội vụ |  | 2026', ':2 Cắm mốc | Sở Xây dựng |  |  | 2027'],
  ],
  [
    'a head and cells broken over lines',
    [
      'TT | Nhiệm vụ | Cơ quan',
      'chủ trì | Cơ quan phối hợp | Thời hạn',
      '1 | Đo đạc địa chính các',
      'xã vùng cao | Sở Nông nghiệp và',
      'Môi trường | Các xã | 2026',
      '2 | Cắm mốc | Sở Xây dựng | Sở Y tế,',
      'các xã | 2027',
    ],
    [
      ':1 Đo đạc địa chính các xã vùng cao | Sở Nông nghiệp và Môi trường | Các xã |  | 2026',
      ':2 Cắm mốc | Sở Xây dựng | Sở Y tế, các xã |  | 2027',
    ],
  ],
  [
    'a title right below a head',
    [HEAD, 'HẠ TẦNG SỐ', 'I | TRẠM ĐO', '1 | Đo đạc | Sở Y tế |  | 2026'],
    ['I:1 Đo đạc | Sở Y tế |  |  | 2026'],
  ],
  [
    'a head repeated on a new page',
    [
      HEAD,
      '1 | Đo đạc | Sở Y tế |  | 2026',
      '- 2 -',
      HEAD,
      '2 | Cắm mốc | Sở Xây dựng |  | 2027',
      'Nơi nhận:',
    ],
    [':1 Đo đạc | Sở Y tế |  |  | 2026', ':2 Cắm mốc | Sở Xây dựng |  |  | 2027'],
  ],
  [
    'lines drawn between all rows, a number in the middle of its row',
    [
      '┌────┬──────────────┬──────────┬───────┐',
      '│ TT │ Nhiệm vụ     │ Cơ quan  │ Thời  │',
      '│    │              │ chủ trì  │ hạn   │',
      '├────┼──────────────┼──────────┼───────┤',
      '│ I  │ HẠ TẦNG      │          │       │',
      '├────┼──────────────┼──────────┼───────┤',
      '│    │ Đo đạc địa   │          │       │',
      '│ 1  │ chính các xã │ Sở Y tế  │ Quý   │',
      '│    │ vùng cao     │          │ I/2026│',
      '├────┼──────────────┼──────────┼───────┤',
      '│ 2  │ Cắm mốc      │ Sở Xây   │ 2027  │',
      '│    │              │ dựng     │       │',
      '└────┴──────────────┴──────────┴───────┘',
    ],
    [
      'I:1 Đo đạc địa chính các xã vùng cao | Sở Y tế |  |  | Quý I/2026',
      'I:2 Cắm mốc | Sở Xây dựng |  |  | 2027',
    ],
  ],
  [
    'a line drawn under the head only',
    [
      ' TT │ Nhiệm vụ       │ Chủ trì  │ Thời hạn',
      '────┼────────────────┼──────────┼─────────',
      ' 1  │ Đo đạc địa     │ Sở Y tế  │ 2026',
      '    │ chính          │          │',
      '    │ CƠ SỞ DỮ LIỆU  │          │',
      ' 2  │ Cắm mốc        │ Sở Xây   │ 2027',
      '    │                │ dựng     │',
    ],
    [':1 Đo đạc địa chính | Sở Y tế |  |  | 2026', ':2 Cắm mốc | Sở Xây dựng |  |  | 2027'],
  ],
  [
    'cells merged over columns and over rows',
    [
      '+----+----------+---------------------+------+',
      '| TT | Nhiệm vụ | Phân công           | Thời |',
      '|    |          +----------+----------+ hạn  |',
      '|    |          | Chủ trì  | Phối hợp |      |',
      '+====+==========+==========+==========+======+',
      '| I  | DỮ LIỆU                               |',
      '+----+----------+----------+----------+------+',
      '| 1  | Đo đạc   | Sở Y tế  | Các xã   | 2026 |',
      '+----+----------+          +----------+------+',
      '| 2  | Cắm mốc  |          |          | 2027 |',
      '+----+----------+----------+----------+------+',
    ],
    ['I:1 Đo đạc | Sở Y tế | Các xã |  | 2026', 'I:2 Cắm mốc | Sở Y tế |  |  | 2027'],
  ],
])('reads %s', (_, rows, expected) => {
  expect(tasksOf('KẾ HOẠCH', ...rows)).toEqual(expected);
});

it('reads indicators with one target for each year', () => {
  expect(
    indicatorsOf(
      'TT | Chỉ tiêu | ĐVT | Năm 2025 | Năm 2030 | Cơ quan theo dõi',
      'A | HẠ TẦNG',
      '1 | Xã có mạng 5G | % | 60 | 100 | Sở Y tế',
      '2 | Trạm đo mưa | Trạm | | 15 |',
    ),
  ).toEqual([
    'A:1@2025 Xã có mạng 5G | % | 60 | Sở Y tế',
    'A:1@2030 Xã có mạng 5G | % | 100 | Sở Y tế',
    'A:2@2030 Trạm đo mưa | Trạm | 15 | ',
  ]);
});

it('leaves running text below a table alone', () => {
  const { outside } = readLines(
    HEAD,
    '1 | Đo đạc | Sở Y tế |  | 2026',
    '2 | Cắm mốc | Sở Xây dựng |  | 2027',
    '',
    'Các đơn vị báo cáo trước ngày 15 tháng 12 hằng năm.',
  );
  expect(outside.map(({ text }) => text).filter(Boolean)).toEqual([
    'Các đơn vị báo cáo trước ngày 15 tháng 12 hằng năm.',
  ]);
});
