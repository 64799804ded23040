import { readSource } from '../../../src/reading/source';
import { readTables } from '../../../src/reading/tables/readTables';
import { joinSpacedRows } from '../../../src/reading/tables/spacedRows';

const widths = [5, 34, 18, 18, 14];
const head = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn'];
const rows = [
  ['I', 'Hạ tầng số'],
  [
    '1',
    'Xây dựng Trung tâm dữ liệu của tỉnh, kết nối với các cơ quan trung ương',
    'Công an tỉnh',
    'Sở Tài chính, Sở Khoa học và Công nghệ',
    'Quý IV/2026',
  ],
  ['2', 'Phủ sóng 5G', 'Sở Khoa học và Công nghệ', '', 'Năm 2027'],
  ['II', 'Nhân lực số'],
  ['3', 'Mở lớp bồi dưỡng cho cán bộ xã', 'Sở Nội vụ', 'Trường Chính trị tỉnh', 'Hằng năm'],
];
const read = [
  'I:1 | Xây dựng Trung tâm dữ liệu của tỉnh, kết nối với các cơ quan trung ương | Công an tỉnh | Sở Tài chính, Sở Khoa học và Công nghệ | Quý IV/2026',
  'I:2 | Phủ sóng 5G | Sở Khoa học và Công nghệ |  | Năm 2027',
  'II:3 | Mở lớp bồi dưỡng cho cán bộ xã | Sở Nội vụ | Trường Chính trị tỉnh | Hằng năm',
];

/** The lines of a row, its cells broken to the widths of their columns. */
function drawn(cells: readonly string[], place: 'top' | 'middle'): readonly string[] {
  const broken = cells.map((cell, at) => {
    const lines = [''];
    for (const word of cell.split(' ')) {
      const line = lines.at(-1) ?? '';
      if (`${line} ${word}`.length > (widths[at] ?? 0) - 2) lines.push(word);
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return lines;
  });
  const height = Math.max(...broken.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    broken
      .map((lines, at) => {
        const above = place === 'top' ? 0 : Math.floor((height - lines.length) / 2);
        return (lines[line - above] ?? '').padEnd(widths[at] ?? 0);
      })
      .join('')
      .trimEnd(),
  );
}

function tasks(text: string): readonly string[] {
  const source = readSource(text);
  if (!source.ok) throw new Error(source.error.code);
  return readTables(source.value).tasks.map((row) =>
    [
      `${row.section}:${row.code}`,
      row.name,
      ...[row.leadText, row.coordText, row.timeText].map((cell) => cell ?? ''),
    ].join(' | '),
  );
}

describe('columns that stand apart by spaces', () => {
  it.each([
    ['top', '\n'],
    ['top', '\n\n'],
    ['middle', '\n'],
    ['middle', '\n\n'],
  ] as const)('hold cells of several lines, from the %s, rows ended by %j', (place, end) => {
    const table = [head, ...rows].map((cells) => drawn(cells, place).join('\n')).join(end);
    expect(tasks(`DANH MỤC NHIỆM VỤ\n\n${table}\n\nNơi nhận:\n- Lưu: VT.`)).toEqual(read);
  });

  it('need not stand below each other where each row is one line', () => {
    const whole = [head, ...rows.filter((cells) => !cells.includes(''))];
    const text = whole.map((cells) => cells.join('    ')).join('\n');
    expect(tasks(text)).toEqual(read.filter((row) => !row.includes('5G')));
  });

  it('keep titles that run over them whole', () => {
    const long = 'Đột phá về đổi mới tư duy, xác định quyết tâm chính trị mạnh mẽ';
    const table = [head, ['I', ''], ...rows.slice(2)].map((cells) => drawn(cells, 'top'));
    const text = table.flat().join('\n').replace(/^I$/m, `I    ${long}`);
    const source = readSource(text);
    const titles = source.ok ? readTables(source.value).tasks.map((row) => row.sectionTitle) : [];
    expect(titles).toEqual([long, 'Nhân lực số']);
  });
});

it('leaves letterheads and running text with wide spaces as they are', () => {
  const text = [
    'UBND TỈNH A            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'SỞ NỘI VỤ                  Độc lập - Tự do - Hạnh phúc',
    'TT  của  Bộ   là như sau:   các   sở',
    'Căn cứ   Nghị quyết số   57-NQ/TW   của Bộ Chính trị',
    'TT   Nội dung   khác',
  ].join('\n');
  const source = readSource(text);
  expect(source.ok && joinSpacedRows(source.value)).toEqual(source.ok && source.value);
});

describe('a head that comes again on the next page', () => {
  const first = [
    ' TT   Nhiệm vụ                    Chủ trì               Phối hợp         Thời gian',
    ' I    Hạ tầng số',
    ' 1    Lắp cảm biến cho cầu        Sở Xây dựng           Sở Tài chính     12/2026',
    ' 2    Mua sắm các trạm đo         Trường Đại học        Sở Tài chính     2027',
    '                                  Lâm Sơn',
  ];
  const second = [
    'TT Nhiệm vụ                   Chủ trì        Phối hợp         Thời gian',
    'II Chợ số',
    '1  Ghi sổ điện tử             Sở Nội vụ      Hội Nông dân     Thường xuyên',
    '2  Dựng bản đồ số             Sở Tư pháp     Sở Dân tộc       2026',
  ].map((line) => line.replace(/^(TT|II|1 |2 ) ?/, '$1   '));
  const expected = [
    'I:1 | Lắp cảm biến cho cầu | Sở Xây dựng | Sở Tài chính | 12/2026',
    'I:2 | Mua sắm các trạm đo | Trường Đại học Lâm Sơn | Sở Tài chính | 2027',
    'II:1 | Ghi sổ điện tử | Sở Nội vụ | Hội Nông dân | Thường xuyên',
    'II:2 | Dựng bản đồ số | Sở Tư pháp | Sở Dân tộc | 2026',
  ];

  it.each([
    ['under the last row', []],
    ['after a blank line', ['']],
    ['after the number of a page', ['', '                                        4', '']],
  ])('%s, with its columns elsewhere', (_, between) => {
    expect(tasks([...first, ...between, ...second].join('\n'))).toEqual(expected);
  });
});

it('puts the second line of a heading into the head, though it be a year', () => {
  const text = [
    ' TT   Chỉ tiêu                    Đơn vị    Mục tiêu năm     Chủ trì',
    '                                                2030',
    ' 1    Cầu có cảm biến             %             ≥ 40         Sở Xây dựng',
    ' 2    Trạm đo gió                 Trạm          7            Sở Xây dựng',
    ' 3    Trạm đo mưa                 Trạm          9            Sở Xây dựng',
  ].join('\n');
  const source = readSource(text);
  const rows = source.ok ? readTables(source.value).indicators : [];
  expect(rows.map((row) => `${row.targetText} ${row.horizon}`)).toEqual([
    '≥ 40 2030',
    '7 2030',
    '9 2030',
  ]);
});

it('cuts between columns whose cells stand in the middle, under a head of two lines', () => {
  const text = [
    '                                           Đơn vị     Mục tiêu       Cơ quan',
    '  TT    Chỉ tiêu',
    '                                            tính      đến 2030      theo dõi',
    '        Tỷ lệ thôn được phủ sóng                                    Sở Khoa học và',
    '  1                                          %          100',
    '        băng rộng di động                                           Công nghệ',
    '        Tỷ lệ hộ gia đình có kết nối',
    '  2                                          %          ≥ 85        Sở Xây dựng',
    '        băng rộng cố định',
    '  3     Số cán bộ được tập huấn            Lượt       5.000         Sở Nội vụ',
  ].join('\n');
  const source = readSource(text);
  const rows = source.ok ? readTables(source.value).indicators : [];
  expect(rows.map(({ unit, targetText, leadText }) => [unit, targetText, leadText])).toEqual([
    ['%', '100', 'Sở Khoa học và Công nghệ'],
    ['%', '≥ 85', 'Sở Xây dựng'],
    ['Lượt', '5.000', 'Sở Nội vụ'],
  ]);
});
