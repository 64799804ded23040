import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../../../src/domain/snapshot';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../../support/office';
import { refusal, snapshot } from './workbook';

/** Made by `saved/make.py` with openpyxl and XlsxWriter. */
function saved(writer: string): string {
  return join(__dirname, 'saved', `${writer}.xlsx`);
}

function read(path: string): Snapshot {
  return snapshot(readFileSync(path));
}

function text(value: string): unknown {
  return { kind: 'text', text: value };
}

function number(value: number, format: string): unknown {
  return { kind: 'number', value: expect.closeTo(value, 12), format };
}

function truth(value: boolean): unknown {
  return { kind: 'boolean', value };
}

const HEAD = ['Mã', 'Tên', 'Giá trị', 'Tỷ lệ', 'Ngày', 'Đạt', 'Công thức'].map(text);
const RESULTS: readonly unknown[] = [
  number(171, 'plain'),
  text('CT1!'),
  { kind: 'error', error: '#DIV/0!' },
];
const UNCALCULATED = { kind: 'uncalculated' };

/** What both scripts write, with the formula results given. */
function expected([first, second, third]: readonly unknown[]): unknown {
  return [
    ...HEAD,
    text('CT1'),
    text('Tỷ lệ & "điểm" <10>\nxuống dòng'),
    number(85.5, 'plain'),
    number(0.85, 'percent'),
    number(45813, 'date'),
    truth(true),
    first,
    text('CT2'),
    text('  hai đầu  '),
    number(-3, 'plain'),
    number(0.125, 'percent'),
    number(46022.5, 'date'),
    truth(false),
    second,
    text('6.10'),
    text('😀 ≥ 01'),
    number(0.0000001, 'plain'),
    number(1, 'percent'),
    number(490 / 1440, 'date'),
    truth(true),
    third,
    text('Gộp'),
  ];
}

function expectContent(book: Snapshot, results: readonly unknown[], last: string): void {
  const [first, , third] = book.sheets;
  expect(book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Chỉ tiêu', 'visible'],
    ['Ẩn', 'hidden'],
    ['Rất ẩn', last],
  ]);
  expect(first?.cells.map(({ content }) => content)).toEqual(expected(results));
  const formulas = first?.cells.filter(({ column }) => column === 7).map(({ formula }) => formula);
  expect(formulas).toEqual([null, 'C2*2', 'A2&"!"', '1/0']);
  expect(first?.tables).toEqual([{ name: 'ChiTieu', top: 1, left: 1, bottom: 4, right: 7 }]);
  expect(first?.merges).toEqual(['A6:C6']);
  expect(third?.cells).toEqual([{ row: 3, column: 3, content: text('định danh'), formula: null }]);
  expect(book.names).toEqual([{ name: 'KyBaoCao', refersTo: "'Chỉ tiêu'!$C$2" }]);
}

test('openpyxl saves formulas without results', () => {
  const results = [UNCALCULATED, UNCALCULATED, UNCALCULATED];
  expectContent(read(saved('openpyxl')), results, 'veryHidden');
});

test('XlsxWriter saves formulas with results', () => {
  expectContent(read(saved('xlsxwriter')), RESULTS, 'hidden');
});

describeWithLibreOffice('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-read-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('saves the results it has computed, and very hidden sheets as hidden', async () => {
    const files = [saved('openpyxl'), saved('xlsxwriter')];
    for (const path of await convertWithLibreOffice(files, 'xlsx', folder))
      expectContent(read(path), RESULTS, 'hidden');
  }, 200_000);

  test.each([
    ['xls', { code: 'workbookOldFormat' }],
    ['ods', { code: 'notAWorkbook', seen: 'opendocument' }],
  ])(
    'saves .%s, which is named and not read',
    async (extension, expectedFailure) => {
      const [path = ''] = await convertWithLibreOffice([saved('openpyxl')], extension, folder);
      expect(refusal(readFileSync(path))).toEqual(expectedFailure);
    },
    200_000,
  );
});
