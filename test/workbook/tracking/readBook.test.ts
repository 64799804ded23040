import { assessBook } from '../../../src/domain/assessment/book';
import type { Book } from '../../../src/domain/book';
import type { Failure } from '../../../src/domain/failure';
import type { Result } from '../../../src/domain/result';
import type {
  CellContent,
  SheetSnapshot,
  Snapshot,
  SnapshotCell,
} from '../../../src/domain/snapshot';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { readBook } from '../../../src/workbook/tracking/readBook';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { day, filledContent } from '../support/filled';

const asOf = day(2026, 6, 10);
let original: Snapshot;

beforeAll(async () => {
  const read = readXlsx(await renderXlsx(trackingSpec(filledContent('can-tho', asOf))), 'so.xlsx');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  original = read.value;
}, 60_000);

type Edit = (snapshot: Snapshot) => Snapshot;

function onSheet(name: string, change: (sheet: SheetSnapshot) => SheetSnapshot): Edit {
  return (snapshot) => ({
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)),
  });
}

function moved(sheet: SheetSnapshot, to: (cell: SnapshotCell) => SnapshotCell): SheetSnapshot {
  return { ...sheet, cells: sheet.cells.map(to) };
}

const tableOf = (sheet: SheetSnapshot): SheetSnapshot['tables'][number] => {
  const [table] = sheet.tables;
  if (!table) throw new Error(`${sheet.name} has no table.`);
  return table;
};

const rowsInserted =
  (at: number, count: number) =>
  (sheet: SheetSnapshot): SheetSnapshot => ({
    ...moved(sheet, (cell) => (cell.row >= at ? { ...cell, row: cell.row + count } : cell)),
    tables: sheet.tables.map((table) => ({
      ...table,
      top: table.top >= at ? table.top + count : table.top,
      bottom: table.bottom + count,
    })),
  });

const columnInserted =
  (at: number) =>
  (sheet: SheetSnapshot): SheetSnapshot => ({
    ...moved(sheet, (cell) => (cell.column >= at ? { ...cell, column: cell.column + 1 } : cell)),
    tables: sheet.tables.map((table) => ({ ...table, right: table.right + 1 })),
  });

const reversed = (sheet: SheetSnapshot): SheetSnapshot => {
  const { top, bottom } = tableOf(sheet);
  return moved(sheet, (cell) =>
    cell.row > top && cell.row <= bottom ? { ...cell, row: top + 1 + bottom - cell.row } : cell,
  );
};

const withoutTables = (sheet: SheetSnapshot): SheetSnapshot => ({ ...sheet, tables: [] });

const renamed =
  (name: string) =>
  (sheet: SheetSnapshot): SheetSnapshot => ({ ...sheet, name });

const textAt =
  (find: string, text: string) =>
  (sheet: SheetSnapshot): SheetSnapshot =>
    moved(sheet, (cell) =>
      cell.content.kind === 'text' && cell.content.text === find
        ? { ...cell, content: { kind: 'text', text } }
        : cell,
    );

function without(name: string): Edit {
  return (snapshot) => ({
    ...snapshot,
    sheets: snapshot.sheets.filter((sheet) => sheet.name !== name),
  });
}

function withContent(sheetName: string, address: [number, number], content: CellContent): Edit {
  return onSheet(sheetName, (sheet) =>
    moved(sheet, (cell) =>
      cell.row === address[0] && cell.column === address[1] ? { ...cell, content } : cell,
    ),
  );
}

const all =
  (...edits: readonly Edit[]): Edit =>
  (snapshot) =>
    edits.reduce((done, edit) => edit(done), snapshot);

function read(edit: Edit): Result<Book, Failure> {
  return readBook(edit(original), { asOf: null });
}

function readWell(edit: Edit): Book {
  const book = read(edit);
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  return book.value;
}

describe('A workbook that was worked on still reads the same', () => {
  it.each<[string, Edit]>([
    ['with rows inserted above a table', onSheet('Chỉ tiêu', rowsInserted(2, 3))],
    ['with a column inserted in a table', onSheet('Nhiệm vụ', columnInserted(5))],
    ['with a column inserted between milestones', onSheet('Lộ trình', columnInserted(9))],
    ['sorted the other way round', onSheet('Nhiệm vụ', reversed)],
    [
      'without its Excel tables',
      (snapshot) => ({ ...snapshot, sheets: snapshot.sheets.map(withoutTables) }),
    ],
    ['with a sheet renamed', onSheet('Chỉ tiêu', renamed('Chỉ tiêu 2026'))],
    [
      'with a sheet renamed and its table gone',
      onSheet('Chỉ tiêu', (sheet) => renamed('CT')(withoutTables(sheet))),
    ],
    ['with its names lost', (snapshot) => ({ ...snapshot, names: [] })],
    [
      'with spaces and capitals in a header',
      onSheet('Chỉ tiêu', textAt('Thực hiện', ' THỰC  hiện ')),
    ],
    [
      'with the identity only hidden',
      onSheet('_TienDo', (sheet) => ({ ...sheet, visibility: 'hidden' })),
    ],
    [
      'with the period id turned into a day',
      withContent('Kỳ báo cáo', [9, 3], { kind: 'number', value: 46_174, format: 'date' }),
    ],
  ])('%s', (_name, edit) => {
    expect(assessBook(readWell(edit))).toEqual(assessBook(readWell((same) => same)));
  });

  it('keeps the addresses of what was moved', () => {
    const [line] = readWell(
      all(onSheet('Chỉ tiêu', rowsInserted(2, 3)), onSheet('Chỉ tiêu', columnInserted(1))),
    ).indicators.lines;
    expect(line?.cells.get('actual')?.address).toBe('J10');
  });

  it('passes over blank rows and says where they are', () => {
    const { tasks } = readWell(onSheet('Nhiệm vụ', rowsInserted(10, 2)));
    expect(tasks.blankRows).toEqual([10, 11]);
    expect(tasks.lines).toHaveLength(46);
  });

  it('takes rows that go on below the table, but not notes further down', () => {
    const { tasks } = readWell(
      onSheet('Nhiệm vụ', (sheet) => {
        const { bottom } = tableOf(sheet);
        const text = (row: number, words: string): SnapshotCell => ({
          row,
          column: 1,
          content: { kind: 'text', text: words },
          formula: null,
        });
        return {
          ...sheet,
          cells: [
            ...sheet.cells,
            text(bottom + 1, 'NV-47'),
            text(bottom + 5, 'Ghi chú của tôi'),
            text(bottom + 9, 'NV-1'),
          ],
        };
      }),
    );
    expect(tasks.lines.slice(46).map(({ id }) => id)).toEqual(['NV-47', 'Ghi chú của tôi', 'NV-1']);
  });

  it('leaves notes below the table alone', () => {
    const { tasks } = readWell(
      onSheet('Nhiệm vụ', (sheet) => ({
        ...sheet,
        cells: [
          ...sheet.cells,
          {
            row: tableOf(sheet).bottom + 3,
            column: 1,
            content: { kind: 'text', text: 'Người lập biểu' },
            formula: null,
          },
        ],
      })),
    );
    expect(tasks.lines).toHaveLength(46);
  });

  it('reports a lost column and reads the rest', () => {
    const { indicators } = readWell(onSheet('Chỉ tiêu', textAt('Nguồn số liệu', 'Nguồn')));
    expect(indicators.missing).toEqual(['source']);
    expect(indicators.lines).toHaveLength(40);
  });

  it('takes a given as-of date instead of its own', () => {
    const book = readBook(
      withContent('Kỳ báo cáo', [8, 3], { kind: 'text', text: 'hôm nay' })(original),
      {
        asOf: day(2027, 1, 31),
      },
    );
    expect(book.ok && book.value.settings.asOf).toBe('2027-01-31');
  });
});

const identityName =
  (refersTo: string): Edit =>
  (snapshot) => ({
    ...snapshot,
    names: snapshot.names.map((each) =>
      each.name === 'TienDo_DinhDanh' ? { ...each, refersTo } : each,
    ),
  });

describe('A workbook that cannot be used says why', () => {
  it.each<[string, Edit, Failure]>([
    [
      'no identity',
      all(without('_TienDo'), (snapshot) => ({ ...snapshot, names: [] })),
      { code: 'workbookNoIdentity', params: { file: 'so.xlsx' } },
    ],
    [
      'another kind',
      identityName('"form/1/can-tho"'),
      {
        code: 'workbookWrongKind',
        params: { file: 'so.xlsx', seen: 'form', expected: 'tracking' },
      },
    ],
    [
      'a later version',
      identityName('"tracking/2/can-tho"'),
      { code: 'workbookWrongVersion', params: { file: 'so.xlsx', seen: '2', expected: '1' } },
    ],
    [
      'the hidden sheet deleted',
      without('_TienDo'),
      { code: 'sheetMissing', params: { file: 'so.xlsx', sheet: '_TienDo' } },
    ],
    [
      'the plan damaged',
      onSheet('_TienDo', (sheet) => ({
        ...sheet,
        cells: sheet.cells.filter(({ row }) => row < 5 || row > 5),
      })),
      {
        code: 'workbookDamaged',
        params: { file: 'so.xlsx', part: '_TienDo', reason: 'planUnreadable' },
      },
    ],
    [
      'a sheet deleted',
      without('Nhiệm vụ'),
      { code: 'sheetMissing', params: { file: 'so.xlsx', sheet: 'Nhiệm vụ' } },
    ],
    [
      'the id column renamed',
      onSheet('Nhiệm vụ', textAt('Mã', 'Số')),
      { code: 'columnMissing', params: { file: 'so.xlsx', sheet: 'Nhiệm vụ', column: 'Mã' } },
    ],
    [
      'an as-of date in words',
      withContent('Kỳ báo cáo', [8, 3], { kind: 'text', text: 'hôm nay' }),
      {
        code: 'dateInvalid',
        params: { file: 'so.xlsx', seen: 'hôm nay', where: 'Kỳ báo cáo!C8' },
      },
    ],
    [
      'an unknown period',
      withContent('Kỳ báo cáo', [9, 3], { kind: 'text', text: '2040-01' }),
      {
        code: 'settingInvalid',
        params: {
          file: 'so.xlsx',
          setting: 'Kỳ đang báo cáo',
          sheet: 'Kỳ báo cáo',
          cell: 'C9',
          seen: '2040-01',
        },
      },
    ],
    [
      'a band in words',
      withContent('Kỳ báo cáo', [13, 3], { kind: 'text', text: 'tám' }),
      {
        code: 'settingInvalid',
        params: {
          file: 'so.xlsx',
          setting: 'Ngưỡng “Nguy cơ” (điểm)',
          sheet: 'Kỳ báo cáo',
          cell: 'C13',
          seen: 'tám',
        },
      },
    ],
    [
      'a period without a day',
      withContent('Kỳ báo cáo', [22, 6], { kind: 'text', text: 'cuối năm' }),
      {
        code: 'settingInvalid',
        params: {
          file: 'so.xlsx',
          setting: 'Hạn nộp báo cáo',
          sheet: 'Kỳ báo cáo',
          cell: 'F22',
          seen: 'cuối năm',
        },
      },
    ],
  ])('%s', (_name, edit, failure) => {
    expect(read(edit)).toEqual({ ok: false, error: failure });
  });
});
