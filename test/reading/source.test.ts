import type { Block, TableCell } from '../../src/domain/document';
import { cleanText, linesOf, readSource } from '../../src/reading/source';

it.each([
  ['$> 0,7$', '> 0,7'],
  ['$> 95\\%$ đối với cơ sở giáo dục', '> 95% đối với cơ sở giáo dục'],
  ['$\\geq 30$', '≥ 30'],
  ['$\\le 10$', '≤ 10'],
  ['$\\approx \\mathbf{70}$ \\%', '≈ 70 %'],
  ['\\>50', '>50'],
  ['&gt;= 70 R&amp;D', '>= 70 R&D'],
  ['**CHƯƠNG TRÌNH HÀNH ĐỘNG', 'CHƯƠNG TRÌNH HÀNH ĐỘNG'],
  ['THÀNH ỦY****thực hiện', 'THÀNH ỦY thực hiện'],
  ['(*Hoàn thành trong tháng 3/2025*)', '(Hoàn thành trong tháng 3/2025)'],
  ['## Phụ lục', 'Phụ lục'],
  ['Sở Y tế;<br>Sở Nội vụ', 'Sở Y tế; Sở Nội vụ'],
  ['Cơ quan   chủ trì', 'Cơ quan chủ trì'],
  ['\\section*{PHỤ LỤC I}', 'PHỤ LỤC I'],
  ['\\textbf{1.} Chi cho R\\&D đạt $2\\%$ GRDP', '1. Chi cho R&D đạt 2% GRDP'],
  ['\\begin{itemize}', ''],
  ['ỦY BAN NHÂN DÂN \\\\', 'ỦY BAN NHÂN DÂN'],
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
      { number: 1, text: 'a', cells: null, place: {} },
      { number: 2, text: 'b', cells: null, place: {} },
      { number: 3, text: '', cells: null, place: {} },
      { number: 4, text: 'c', cells: null, place: {} },
      { number: 5, text: 'd', cells: null, place: {} },
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

function cell(text: string, column: number, across = 1, down = 1): TableCell {
  return { text, column, across, down };
}

function cellsOf(block: Block): readonly (readonly string[] | null)[] {
  const lines = linesOf([block]);
  if (!lines.ok) throw new Error(lines.error.code);
  return lines.value.map((line) => line.cells);
}

describe('blocks', () => {
  const row = (...cells: readonly TableCell[]) => ({ cells, place: {} });

  it('repeats what is merged down in each row, and keeps what is merged over columns once', () => {
    const rows = [
      row(cell('1', 0), cell('Việc', 1), cell('Sở A', 2, 1, 2)),
      row(cell('2', 0), cell('Việc  khác', 1)),
      row(cell('I. Nhóm', 0, 3)),
    ];
    expect(cellsOf({ kind: 'table', rows })).toEqual([
      ['1', 'Việc', 'Sở A'],
      ['2', 'Việc khác', 'Sở A'],
      ['I. Nhóm', '', ''],
    ]);
  });

  it('repeats the whole of what a page broke and merges down from the rest', () => {
    const rest = row(cell('', 0), cell('', 1), cell('và Du lịch', 2, 1, 2));
    const rows = [
      row(cell('1', 0), cell('Việc', 1), cell('Sở Văn hóa', 2)),
      { ...rest, mayGoOn: true as const },
      row(cell('2', 0), cell('Việc khác', 1)),
    ];
    expect(cellsOf({ kind: 'table', rows }).at(-1)).toEqual([
      '2',
      'Việc khác',
      'Sở Văn hóa và Du lịch',
    ]);
  });

  it('reads a table of two columns as running text, each paragraph a line', () => {
    const rows = [row(cell('ỦY BAN NHÂN DÂN\nTỈNH A', 0), cell('CỘNG HÒA', 1))];
    const lines = linesOf([{ kind: 'table', rows }]);
    expect(lines.ok && lines.value.map(({ text, cells }) => [text, cells])).toEqual([
      ['ỦY BAN NHÂN DÂN', null],
      ['TỈNH A', null],
      ['CỘNG HÒA', null],
    ]);
  });

  it('keeps the place of each row', () => {
    const rows = [1, 2].map((at) => ({
      cells: [cell('a', 0), cell('b', 1), cell('c', 2)],
      place: { table: 1, row: at },
    }));
    const lines = linesOf([{ kind: 'table', rows }]);
    expect(lines.ok && lines.value.map(({ place }) => place.row)).toEqual([1, 2]);
  });

  it.each([[[]], [[{ kind: 'line', text: ' ', place: {} } as const]]])(
    'says that %j holds no words',
    (blocks) => {
      expect(linesOf(blocks)).toEqual({ ok: false, error: { code: 'fileEmpty', params: {} } });
    },
  );
});
