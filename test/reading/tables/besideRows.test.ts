import { readSource } from '../../../src/reading/source';
import { readTables, type ReadTables } from '../../../src/reading/tables/readTables';

function read(text: string): ReadTables {
  const source = readSource(text);
  if (!source.ok) throw new Error(source.error.code);
  return readTables(source.value);
}

it('tells of columns that it leaves out, but for money, remarks and the like', () => {
  const head = 'STT\tNhiệm vụ\tChủ trì\tThời gian\tKinh phí\tĐịa bàn\tGhi chú\tTính chất';
  const { notes } = read(`${head}\n1\tNâng cấp mạng\tSở Nội vụ\t2025\t500\tToàn tỉnh\t\tMới`);
  expect(notes).toEqual([
    {
      code: 'columnLeftOut',
      where: { line: 2, row: null },
      params: { columns: '“Địa bàn”, “Tính chất”' },
    },
  ]);
  expect(read('STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tNâng cấp\tSở Y tế\t2025').notes).toEqual([]);
});

it('takes no words between two tables for a row of the first', () => {
  const text = [
    '1. Chỉ tiêu',
    'TT\tChỉ tiêu\tĐVT\tMục tiêu\tChủ trì',
    '1\tKinh tế số\t%\t30\tSở Tài chính',
    '2. Nhiệm vụ',
    'TT\tNhiệm vụ\tChủ trì\tPhối hợp\tThời gian\tSản phẩm',
    'I\tHạ tầng\t\t\t',
    '1\tNâng cấp mạng\tSở Nội vụ\t\t2025\tMạng',
  ].join('\n');
  expect(read(text).indicators.map((row) => row.name)).toEqual(['Kinh tế số']);
  expect(read(text).tasks.map((row) => row.name)).toEqual(['Nâng cấp mạng']);
});

it('goes on with a section in a table that goes on with the numbers, whatever its head', () => {
  const text = [
    '| STT | Nhiệm vụ | Chủ trì | Thời gian |',
    '| I | Thể chế | | |',
    '| 1 | Ban hành quy chế | Sở Nội vụ | 2025 |',
    '',
    '| STT | Nội dung | Chủ trì | Phối hợp | Thời gian |',
    '| 2 | Sửa đổi quy định | Sở Tài chính | Sở Tư pháp | 2026 |',
  ].join('\n');
  const sections = (rows: string): readonly string[] => read(rows).tasks.map((row) => row.section);
  expect(sections(text)).toEqual(['I', 'I']);
  expect(sections(text.replace('| 2 |', '| 1 |'))).toEqual(['I', '']);
});
