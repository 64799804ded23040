import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { readDocument } from '../../../src/gateways/documents/readDocument';
import { sourceOf } from '../../../src/reading/readPlan';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';

jest.setTimeout(120_000);

type Cell = string | number | { readonly v: number; readonly z: string };

/** A letterhead, a merged head, a section over the table, numbers, and a signature. */
const ROWS: readonly (readonly (Cell | null)[])[] = [
  ['UBND TỈNH A', null, null, null, 'CỘNG HÒA'],
  [],
  ['STT', 'Chỉ tiêu', null, 'Mục tiêu', 'Thời hạn'],
  [null, null, null, 'Năm 2030', null],
  ['I', 'Hạ tầng số'],
  [1.1, 'Tỷ lệ hộ có Internet', null, { v: 0.9, z: '0%' }, { v: 46_388, z: 'mm/yyyy' }],
  [1.2, 'Chi cho khoa học\nso với GRDP', null, 0.7, { v: 46_374, z: 'dd/mm/yyyy' }],
  ['1.3', 'Xếp hạng', null, 'Top 10', 2027],
  ['1.4', 'Số sáng chế', null, 60, { v: 46_388, z: 'dd/mm/yyyy' }],
  [],
  ['Nơi nhận', null, null, null, 'CHỦ TỊCH'],
];
const MERGES = ['A1:C1', 'A3:A4', 'B3:C4', 'E3:E4', 'B5:E5', 'B6:C6', 'B7:C7', 'B8:C8', 'B9:C9'];

const LINES = [
  'UBND TỈNH A',
  'CỘNG HÒA',
  'STT|Chỉ tiêu|Mục tiêu|Thời hạn',
  'STT|Chỉ tiêu|Năm 2030|Thời hạn',
  'I|Hạ tầng số||',
  '1.1|Tỷ lệ hộ có Internet|90%|01/2027',
  '1.2|Chi cho khoa học so với GRDP|0,7|18/12/2026',
  '1.3|Xếp hạng|Top 10|2027',
  '1.4|Số sáng chế|60|01/01/2027',
  'Nơi nhận',
  'CHỦ TỊCH',
];

/** The table as another program writes it, on a sheet beside one that is hidden. */
function written(bookType: 'xlsx' | 'xls' | 'ods'): Uint8Array {
  const sheet = utils.aoa_to_sheet(
    ROWS.map((cells) =>
      cells.map((cell) => (typeof cell === 'object' && cell !== null ? { t: 'n', ...cell } : cell)),
    ),
  );
  sheet['!merges'] = MERGES.map((range) => utils.decode_range(range));
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, 'Chỉ tiêu');
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a', 'b', 'c']]), 'Ẩn');
  book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

async function linesIn(bytes: Uint8Array): Promise<readonly string[]> {
  const document = await readDocument(bytes, 'a');
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  if (document.value.kind === 'text') throw new Error('No blocks.');
  const lines = sourceOf(document.value);
  return lines.ok
    ? lines.value.map(({ text, cells }) => (cells === null ? text : cells.join('|')))
    : [];
}

it.each(['xlsx', 'xls'] as const)('reads the sheets of a workbook: %s', async (bookType) => {
  expect(await linesIn(written(bookType))).toEqual(LINES);
});

it('says of every row where it stands', async () => {
  const document = await readDocument(written('xlsx'), 'a');
  const blocks = document.ok && document.value.kind === 'blocks' ? document.value.blocks : [];
  const places = blocks.map((block) => (block.kind === 'line' ? block : block.rows.at(-1))?.place);
  expect(places.map((place) => place?.row)).toEqual([1, 1, 9, 11, 11]);
  expect(places.every((place) => place?.sheet === 'Chỉ tiêu')).toBe(true);
});

describeWithLibreOffice('workbooks that LibreOffice saves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-sheets-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['xlsx', 'xls', 'ods'])('are read alike: %s', async (format) => {
    const source = join(folder, 'a.xlsx');
    writeFileSync(source, written('xlsx'));
    const [saved = ''] = await convertWithLibreOffice([source], format, join(folder, format));
    expect(await linesIn(new Uint8Array(readFileSync(saved)))).toEqual(LINES);
  });
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each<readonly [string, Uint8Array, readonly string[]]>([
  [
    'commas',
    utf8('STT,Nhiệm vụ,Chủ trì\n1,"Lập, trình đề án",Sở A\n'),
    ['STT|Nhiệm vụ|Chủ trì', '1|Lập, trình đề án|Sở A'],
  ],
  [
    'semicolons',
    utf8('\ufeffSTT;Mục tiêu;Hạn\r\n1;0,7;2030\r\n2;90%;2030'),
    ['STT|Mục tiêu|Hạn', '1|0,7|2030', '2|90%|2030'],
  ],
  ['lines in fields', utf8('TT,b,c\n1,"một\nhai ""ba""",c\n'), ['TT|b|c', '1|một hai "ba"|c']],
  [
    'titles that programs fill up',
    utf8('KẾ HOẠCH,,\nTT,b,c\n1,2,3\n'),
    ['KẾ HOẠCH', 'TT|b|c', '1|2|3'],
  ],
  [
    'tabs, as Excel saves Unicode text',
    Uint8Array.from(Buffer.from('\ufeffTT\tb\tc\r\n1\t"hai\nba"\tc\r\n', 'utf16le')),
    ['TT|b|c', '1|hai ba|c'],
  ],
])('reads CSV: %s', async (_, bytes, lines) => {
  expect(await linesIn(bytes)).toEqual(lines);
});

it.each([
  ['running text', 'Một, hai, ba\nbốn, năm\nsáu\n'],
  ['a line', 'a,b,c'],
  ['two columns', 'a,b\nc,d\n'],
])('leaves %s as text', async (_, text) => {
  expect(await readDocument(utf8(text), 'a')).toMatchObject({ ok: true, value: { kind: 'text' } });
});

const ODS = (body: string, manifest = ''): Uint8Array =>
  zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      `<o:c xmlns:o="o" xmlns:table="t" xmlns:office="f" xmlns:text="x"><office:spreadsheet><table:table table:name="A">${body}</table:table></office:spreadsheet></o:c>`,
    ),
    'META-INF/manifest.xml': strToU8(`<m:manifest xmlns:m="m">${manifest}</m:manifest>`),
  });
const cell = '<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>';

it.each<readonly [string, Uint8Array, string, string]>([
  [
    'rows repeated without end',
    ODS(
      `<table:table-row table:number-rows-repeated="1048576">${cell.repeat(9)}</table:table-row>`,
    ),
    'documentHostile',
    'tooManyCells',
  ],
  [
    'cells repeated without end',
    ODS(
      `<table:table-row>${cell.replace('<table:table-cell', '<table:table-cell table:number-columns-repeated="16384"')}</table:table-row>`.repeat(
        200,
      ),
    ),
    'documentHostile',
    'tooManyCells',
  ],
  [
    'a number of repeats that is none',
    ODS('<table:table-row table:number-rows-repeated="-1"/>'),
    'documentDamaged',
    'value',
  ],
  ['a password', ODS('', '<m:encryption-data/>'), 'documentEncrypted', ''],
  ['a workbook cut short', written('xlsx').subarray(0, 4000), 'documentDamaged', 'truncated'],
  ['an old workbook cut short', written('xls').subarray(0, 3000), 'documentDamaged', 'packing'],
])('refuses %s', async (_, bytes, code, reason) => {
  const params = reason === '' ? { file: 'a' } : { file: 'a', reason };
  expect(await readDocument(bytes, 'a')).toMatchObject({ ok: false, error: { code, params } });
});
