import fc from 'fast-check';
import { readSource } from '../../../src/reading/source';
import { findTables } from '../../../src/reading/tables/findTables';
import { cellText } from '../../../src/reading/tables/row';

const agencies = [
  'Sở Khoa học và Công nghệ',
  'Sở Nội vụ',
  'Công an tỉnh',
  'Các sở, ngành, địa phương',
  'Văn phòng UBND tỉnh',
  'UBND các xã, phường; Sở Tài chính',
  'Bộ Chỉ huy Quân sự tỉnh',
];
const contents = {
  name: [
    'Xây dựng kế hoạch chuyển đổi số của các ngành, lĩnh vực trên địa bàn tỉnh giai đoạn 2026-2030',
    'Rà soát, sửa đổi các quy định về khoa học và công nghệ',
    'Tổ chức tuyên truyền sâu rộng về nội dung Nghị quyết số 57-NQ/TW',
    'Đào tạo, bồi dưỡng kỹ năng số cho cán bộ, công chức, viên chức cấp xã',
    'Tỷ lệ hồ sơ thủ tục hành chính được số hóa',
    'Dân số từ 15 tuổi trở lên có tài khoản thanh toán điện tử',
  ],
  lead: agencies,
  coord: agencies,
  result: ['Kế hoạch', 'Báo cáo', 'Đề án được phê duyệt', 'Quyết định của UBND tỉnh', 'Nghị quyết'],
  time: [
    '2025',
    '2026',
    'Năm 2030',
    'Quý I/2026',
    'Thường xuyên',
    'Hằng năm',
    '12/2025',
    '2025-2027',
  ],
  unit: ['%', 'Thứ bậc', 'Doanh nghiệp', '% GRDP', 'Người/vạn dân', 'Trung tâm'],
  target: ['1', '2', '12', '50', '90', '100%', '≥ 30', '> 0,7', '8 - 10', 'Top 10 cả nước'],
} as const;

const headings: Readonly<Record<keyof typeof contents, string>> = {
  name: 'Nội dung',
  lead: 'Cơ quan chủ trì',
  coord: 'Cơ quan phối hợp',
  result: 'Sản phẩm',
  time: 'Thời gian hoàn thành',
  unit: 'Đơn vị tính',
  target: 'Mục tiêu',
};
type Column = keyof typeof contents;

type MadeTable = {
  readonly columns: readonly Column[];
  readonly rows: readonly Readonly<Partial<Record<Column, string | undefined>>>[];
};

function rowsOf(columns: readonly Column[]): fc.Arbitrary<MadeTable> {
  const row = fc.record(
    Object.fromEntries(columns.map((column) => [column, fc.constantFrom(...contents[column])])),
  );
  const rest = columns.filter((column) => column !== 'name');
  return fc.record({
    columns: fc
      .shuffledSubarray([...rest], { minLength: rest.length })
      .map((shuffled): Column[] => ['name', ...shuffled]),
    rows: fc.array(row, { minLength: 1, maxLength: 14 }),
  });
}

const taskTable = fc.oneof(
  rowsOf(['name', 'lead', 'coord', 'result', 'time']),
  rowsOf(['name', 'lead', 'coord', 'time']),
  rowsOf(['name', 'lead', 'time']),
);
const anyTable = fc.oneof(taskTable, rowsOf(['name', 'unit', 'target', 'lead']));

/** The table with one cell on each line; cells of `lost` columns leave no line. */
function lineText({ columns, rows }: MadeTable): string {
  return [
    'PHỤ LỤC',
    'TT',
    ...columns.map((column) => headings[column]),
    ...rows.flatMap((row, at) => [
      String(at + 1),
      ...columns.flatMap((column) => row[column] ?? []),
    ]),
  ].join('\n');
}

function gridText({ columns, rows }: MadeTable): string {
  return [
    ['TT', ...columns.map((column) => headings[column])],
    ...rows.map((row, at) => [String(at + 1), ...columns.map((column) => row[column] ?? '')]),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');
}

function find(text: string): ReturnType<typeof findTables> {
  const source = readSource(text);
  if (!source.ok) throw new Error(source.error.code);
  return findTables(source.value);
}

/** The rows as found, each as its cells by heading. */
function cellsFound(text: string): readonly Readonly<Record<string, string>>[] {
  return find(text).tables.flatMap((table) =>
    table.rows.map((row) =>
      Object.fromEntries(row.filled.map(({ column, text: cell }) => [column.heading, cell])),
    ),
  );
}

function cellsMade({ columns, rows }: MadeTable): readonly Readonly<Record<string, string>>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const cell = row[column];
        return cell === undefined ? [] : [[headings[column], cell]];
      }),
    ),
  );
}

it('reads the same cells whatever the order of the columns, one cell on each line', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      expect(cellsFound(lineText(table))).toEqual(cellsMade(table));
    }),
    { numRuns: 300 },
  );
});

it('reads the same cells whatever the order of the columns, one row on each line', () => {
  fc.assert(
    fc.property(anyTable, (table) => {
      expect(cellsFound(gridText(table))).toEqual(cellsMade(table));
    }),
  );
});

it('finds a lost product or coordinator by the meaning of the other cells, and says so', () => {
  const lossy = rowsOf(['name', 'lead', 'result', 'time']).chain((table) =>
    fc
      .array(fc.boolean(), { minLength: table.rows.length, maxLength: table.rows.length })
      .map((lost) => ({
        columns: table.columns,
        rows: table.rows.map((row, at) => ({
          ...row,
          ...(lost[at] ? { result: undefined } : {}),
        })),
      })),
  );
  fc.assert(
    fc.property(lossy, (table) => {
      const text = lineText(table);
      expect(cellsFound(text)).toEqual(cellsMade(table));
      const missing = find(text).tables.flatMap((each) =>
        each.rows.map((row) => row.doubts.some((doubt) => doubt.code === 'cellMissing')),
      );
      expect(missing).toEqual(table.rows.map((row) => row.result === undefined));
    }),
  );
});

describe('on any lines', () => {
  const scraps = fc.constantFrom(
    ...Object.values(headings),
    ...Object.values(contents).flat(),
    'TT',
    'I',
    'II',
    '1',
    '2',
    '3',
    '2.1',
    'a)',
    '-',
    '',
    'PHỤ LỤC',
    'Ghi chú: nhiệm vụ chuyển tiếp',
    'TT\tNội dung\tĐơn vị\tMục tiêu',
    '1\tTỷ lệ\t%\t90',
    '\tcòn lại\t\t',
    '| STT | Nhiệm vụ | Chủ trì | Thời gian |',
    '|---|---|---|---|',
    '| 1 | Làm | Sở Y tế | 2025 |',
  );
  const bodyScraps = scraps.filter((scrap) => !/^TT\t|STT/.test(scrap));
  const texts = fc
    .oneof(
      fc.array(fc.oneof({ weight: 9, arbitrary: scraps }, fc.string()), { maxLength: 60 }),
      anyTable.map((table) => lineText(table).split('\n')),
    )
    .map((lines) => ['x', ...lines].join('\n'));

  it('never throws, and keeps rows in the order of the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = readSource(text);
        if (!source.ok) return;
        for (const { rows } of findTables(source.value).tables) {
          const lines = rows.map((row) => row.line);
          expect(lines).toEqual([...lines].sort((a, b) => a - b));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('puts every word of a table into exactly one place', () => {
    fc.assert(
      // A head that is met again is a new page, and is left out.
      fc.property(anyTable, fc.array(bodyScraps, { maxLength: 12 }), (table, extra) => {
        const text = [lineText(table), ...extra].join('\n');
        const { tables, outside, ignored } = find(text);
        const kept = [
          ...tables.flatMap(({ head }) => head.columns.map((column) => column.heading)),
          ...tables.flatMap(({ rows }) =>
            rows.flatMap((row) => [row.code?.text ?? '', ...row.filled.map((cell) => cell.text)]),
          ),
          ...[...outside, ...ignored].map((line) => line.text),
        ];
        expect(wordsIn(kept.join(' '))).toEqual(wordsIn(text));
      }),
      { numRuns: 300 },
    );
  });
});

/** The words of a text, sorted; marks of empty cells and of tables are none. */
function wordsIn(text: string): readonly string[] {
  return text
    .split(/[\s|]+/)
    .map((word) => word.replace(/\)$/, ''))
    .filter((word) => cellText(word) !== null && word !== '')
    .sort();
}
