import fc from 'fast-check';
import { readXlsx as readWithHucre, type Sheet } from 'hucre';
import { readXlsx } from '../../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../../src/gateways/xlsx/write/render';
import { fitText } from '../../../../src/gateways/xlsx/write/text';
import type { CellInput, SheetSpec, WorkbookSpec } from '../../../../src/workbook/spec';
import { partOf } from './package';
import { block, book, cell, formula, number, sampleBook, sheet, text } from './sample';

/** What a cell alone on its sheet becomes, in its part of the package. */
async function drawn(value: CellInput): Promise<string> {
  const bytes = await renderXlsx(book([sheet('A', { cells: [cell(1, 1, value)] })]));
  return /<sheetData>(.*)<\/sheetData>/.exec(partOf(bytes, 'xl/worksheets/sheet1.xml'))?.[1] ?? '';
}

async function readBack(spec: WorkbookSpec): Promise<Sheet> {
  const [first] = (await readWithHucre(await renderXlsx(spec), { readStyles: true })).sheets;
  if (!first) throw new Error('No sheet came back');
  return first;
}

/** Texts of a column, as our own reader finds them. */
async function textsReadBack(texts: readonly string[]): Promise<readonly string[]> {
  const cells = texts.map((words, index) => cell(index + 1, 1, text(words)));
  const read = readXlsx(await renderXlsx(book([sheet('A', { cells })])), 'a.xlsx');
  if (!read.ok) throw new Error(read.error.code);
  const found = new Map(
    read.value.sheets[0]?.cells.map(({ row, content }) => [
      row,
      content.kind === 'text' ? content.text : content.kind,
    ]),
  );
  return texts.map((_, index) => found.get(index + 1) ?? '');
}

test.each([
  ['a formula', '=1+1'],
  ['a sum', '-1+2'],
  ['an at sign', '@SUM(A1)'],
  ['an apostrophe', "'quoted"],
  ['a number', '12,5'],
  ['an error', '#N/A'],
  ['an error of no program', '#LỖI!'],
  ['a truth value', 'TRUE'],
  ['white space', '  hai đầu\t '],
  ['lines', 'một\nhai'],
  ['markup', '<b>&amp;</b> "x"'],
  ['an escape', '_x0041_ và _x005F_x0041_'],
  ['letters beyond 16 bits', '𝒳😀'],
])('text that looks like %s stays that text', async (_, words) => {
  expect(await textsReadBack([words])).toEqual([words]);
  const [row] = (await readBack(book([sheet('A', { cells: [cell(1, 1, text(words))] })]))).rows;
  expect(row).toEqual([words]);
});

test('any text comes back, but for what XML cannot hold', async () => {
  const unit = fc.oneof(
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    fc.constantFrom('_x0041_', '_x', '_', '\r\n', '\r', '\n', ' ', '#', '=', '😀', 'ế'),
  );
  const texts = fc.array(
    fc.array(unit).map((units) => units.join('')),
    { minLength: 1 },
  );
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      expect(await textsReadBack(all)).toEqual(all.map((words) => fitText(words)));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['control characters', 'a\u0000\u0008\u001fb', 'ab'],
  ['what is no character', 'a\ufffe\uffffb', 'ab'],
  ['half a pair', 'a\ud83d', 'a'],
  ['Windows line ends', 'a\r\nb\rc', 'a\nb\nc'],
  ['what is past the limit', 'x'.repeat(32_768), 'x'.repeat(32_767)],
  ['a pair across the limit', `${'x'.repeat(32_766)}😀`, 'x'.repeat(32_766)],
])('text loses %s', (_, words, left) => {
  expect(fitText(words)).toBe(left);
});

test.each<[string, CellInput, string]>([
  ['empty text', text(''), ''],
  ['text of nothing but controls', text('\u0001'), ''],
  ['no value', { kind: 'empty' }, ''],
  ['a number', number(-0.5), '<row r="1"><c r="A1"><v>-0.5</v></c></row>'],
  [
    'a formula with a number',
    formula('1+1', 2),
    '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>',
  ],
  [
    'a formula with a text',
    formula('"a"&"<"', 'a<'),
    '<row r="1"><c r="A1" t="str"><f>"a"&amp;"&lt;"</f><v>a&lt;</v></c></row>',
  ],
  ['a formula not computed', formula('NOW()', null), '<row r="1"><c r="A1"><f>NOW()</f></c></row>'],
])('%s is drawn as such', async (_, value, xml) => {
  expect(await drawn(value)).toBe(xml);
});

test('dates are serials, shown as dates where the style says nothing', async () => {
  const date: CellInput = { kind: 'date', date: '2025-12-31' };
  const cells = [cell(1, 1, date), cell(1, 2, date, { numberFormat: 'mm/yyyy' })];
  const read = await readBack(book([sheet('A', { cells })]));
  expect(read.rows[0]).toEqual([new Date('2025-12-31'), new Date('2025-12-31')]);
  expect(read.cells?.get('0,0')?.style?.numFmt).toBe('dd/mm/yyyy');
  expect(read.cells?.get('0,1')?.style?.numFmt).toBe('mm/yyyy');
});

test('the whole sample is found again by another reader', async () => {
  const { sheets, namedRanges, properties, activeSheet } = await readWithHucre(
    await renderXlsx(sampleBook(12)),
    { readStyles: true },
  );
  const [tasks, overview, identity] = sheets;
  expect(properties).toMatchObject({
    title: 'Sổ theo dõi',
    subject: 'Kế hoạch 45/KH-UBND',
    creator: 'Tiến Độ',
    created: new Date('2025-11-20T00:00:00Z'),
    modified: new Date('2025-11-20T00:00:00Z'),
  });
  expect(activeSheet).toBe(1);
  expect(identity).toMatchObject({ name: '_TienDo', veryHidden: true });
  expect(overview).toMatchObject({ view: { showGridLines: false } });
  expect(overview?.charts?.map((chart) => chart.kinds)).toEqual([
    ['doughnut'],
    ['bar'],
    ['bar'],
    ['bar'],
  ]);
  expect(tasks).toMatchObject({
    name: "Nhiệm vụ '25",
    freezePane: { rows: 4, columns: 2 },
    view: { tabColor: { rgb: '2E75B6' } },
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
      { startRow: 1, startCol: 0, endRow: 1, endCol: 6 },
    ],
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddHeader: '&C&P', oddFooter: '&RSố liệu && nguồn' },
    tables: [{ name: 'NhiemVu', range: 'A4:G16', showAutoFilter: true, style: 'TableStyleLight1' }],
    protection: { sheet: true, autoFilter: true, formatColumns: true },
  });
  expect(tasks?.cells?.get('2,0')?.hyperlink).toMatchObject({ location: "'Tổng quan'!A1" });
  expect(tasks?.cells?.get('4,4')?.style?.protection).toEqual({ locked: false });
  expect(tasks?.cells?.get('4,6')).toMatchObject({ type: 'formula', value: 'Báo động' });
  expect(namedRanges).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ name: 'Bang_TrangThai', range: "'Nhiệm vụ ''25'!$G$5:$G$5" }),
      expect.objectContaining({
        name: 'TienDo_DinhDanh',
        range: '"{""kind"":""tracking"",""version"":1}"',
      }),
    ]),
  );
});

test('the rules for typing keep their words within Excel’s limits', async () => {
  const xml = partOf(await renderXlsx(sampleBook(2)), 'xl/worksheets/sheet1.xml');
  const rules = [...xml.matchAll(/<dataValidation ([^>]*)>(.*?)<\/dataValidation>/g)];
  expect(rules.map(([, , formulas]) => formulas)).toEqual([
    '<formula1>0</formula1><formula2>120.5</formula2>',
    '<formula1>43831</formula1><formula2>47848</formula2>',
    '<formula1>"Đạt,Đúng tiến độ,Cần chú ý,Báo động,Khác ""đặc biệt"""</formula1>',
    "<formula1>'Tổng quan'!$A$4:$A$7</formula1>",
    '<formula1>LEN(A5)&lt;9</formula1>',
  ]);
  expect(rules[0]?.[1]).toContain(
    'showInputMessage="1" showErrorMessage="1" errorStyle="stop" promptTitle="Thực hiện" prompt="Nhập số, ví dụ 85,5.&#10;Không nhập chữ."',
  );
  expect(rules[1]?.[1]).not.toContain('showInputMessage');
  expect(/ prompt="(P+…)"/.exec(rules[2]?.[1] ?? '')?.[1]).toHaveLength(255);
  expect(/ promptTitle="(T+…)"/.exec(rules[2]?.[1] ?? '')?.[1]).toHaveLength(32);
});

test('a colour rule paints in the colour Excel and the others look at', async () => {
  const styles = partOf(await renderXlsx(sampleBook(2)), 'xl/styles.xml');
  expect(styles).toContain(
    '<dxf><font><color rgb="FF375623"/></font><fill><patternFill patternType="solid"><fgColor rgb="FFC6E0B4"/><bgColor rgb="FFC6E0B4"/></patternFill></fill></dxf>',
  );
});

test('a table without filters, and a header of two lines', async () => {
  const headers = ['Kỳ\ntrước', 'Mã_x0041_'];
  const cells = [
    ...headers.map((header, index) => cell(1, index + 1, text(header))),
    cell(2, 1, number(1)),
  ];
  const range = block(1, 1, 2, 2);
  const table = {
    name: 'Ky',
    range,
    columns: headers,
    style: 'TableStyleLight1',
    showFilter: false,
  };
  const bytes = await renderXlsx(book([sheet('A', { cells, tables: [table] })]));
  expect(partOf(bytes, 'xl/tables/table1.xml')).not.toContain('autoFilter');
  expect(partOf(bytes, 'xl/tables/table1.xml')).toContain('name="Kỳ_x000a_trước"');
  expect(partOf(bytes, 'xl/tables/table1.xml')).toContain('name="Mã_x005F_x0041_"');
});

test('the same spec gives the same bytes, whatever the clock says', async () => {
  const drawnIn = async (now: string): Promise<Uint8Array> => {
    jest.useFakeTimers({ now: new Date(now), advanceTimers: true });
    try {
      return await renderXlsx(sampleBook(3));
    } finally {
      jest.useRealTimers();
    }
  };
  expect(await drawnIn('2001-01-01')).toEqual(await drawnIn('2031-12-31T23:59:59'));
});

const header = cell(1, 1, text('Mã'));
const table = {
  name: 'Bang',
  range: block(1, 1, 2, 1),
  columns: ['Mã'],
  style: 'TableStyleLight1',
  showFilter: true,
};
const rule = {
  range: block(1, 1, 1, 1),
  severity: 'stop' as const,
  promptTitle: '',
  prompt: '',
  errorTitle: '',
  error: '',
};

test.each<[string, Partial<SheetSpec>, Partial<WorkbookSpec>, RegExp]>([
  ['no sheet to show', {}, { activeSheet: 'B' }, /active sheet/],
  ['two values in a cell', { cells: [header, header] }, {}, /A1 is filled twice/],
  ['a row past the last', { cells: [cell(1_048_577, 1, number(1))] }, {}, /no cell/],
  ['a number that is none', { cells: [cell(1, 1, number(NaN))] }, {}, /finite/],
  ['a result that is no number', { cells: [cell(1, 1, formula('A2', Infinity))] }, {}, /finite/],
  ['a day that is none', { cells: [cell(1, 1, { kind: 'date', date: '2025-02-30' })] }, {}, /day/],
  [
    'a day before 1900-03',
    { cells: [cell(1, 1, { kind: 'date', date: '1900-02-28' })] },
    {},
    /day/,
  ],
  ['a formula with "="', { cells: [cell(1, 1, formula('=A2', null))] }, {}, /"="/],
  ['a formula of this row', { cells: [cell(1, 1, formula('[@Mã]', null))] }, {}, /#This Row/],
  ['a young function', { cells: [cell(1, 1, formula('IFS(A2,1)', null))] }, {}, /older Excel/],
  [
    'tables that overlap',
    { cells: [header], tables: [table, { ...table, name: 'B2_' }] },
    {},
    /over/,
  ],
  [
    'a merge over a table',
    { cells: [header], tables: [table], merges: [table.range] },
    {},
    /overlap/,
  ],
  ['a header that is not there', { tables: [table] }, {}, /does not stand/],
  [
    'a header that is a number',
    { cells: [cell(1, 1, number(1))], tables: [table] },
    {},
    /does not stand/,
  ],
  ['a table without rows', { tables: [{ ...table, range: block(1, 1, 1, 1) }] }, {}, /no row/],
  [
    'a table too wide',
    { cells: [header], tables: [{ ...table, range: block(1, 1, 2, 2) }] },
    {},
    /wide/,
  ],
  [
    'a table like a cell',
    { cells: [header], tables: [{ ...table, name: 'KV12' }] },
    {},
    /be a name/,
  ],
  [
    'a name used twice',
    { cells: [header], tables: [table] },
    { names: [{ kind: 'text', name: 'BANG', text: '' }] },
    /used twice/,
  ],
  [
    'a name of no sheet',
    {},
    { names: [{ kind: 'range', name: 'Ky', sheet: 'B', range: table.range }] },
    /on no sheet/,
  ],
  [
    'a name too long',
    {},
    { names: [{ kind: 'text', name: 'K', text: 'x'.repeat(256) }] },
    /too long/,
  ],
  [
    'a list with a comma',
    { validations: [{ ...rule, rule: { kind: 'list', values: ['a,b'] } }] },
    {},
    /needs a range/,
  ],
  [
    'a list too long',
    { validations: [{ ...rule, rule: { kind: 'list', values: ['x'.repeat(256)] } }] },
    {},
    /needs a range/,
  ],
])('a spec with %s gives no file', async (_, parts, workbook, fault) => {
  await expect(renderXlsx(book([sheet('A', parts)], workbook))).rejects.toThrow(fault);
});
