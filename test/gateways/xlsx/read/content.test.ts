import { strToU8 } from 'fflate';
import {
  relationships,
  root,
  sheet,
  shown,
  snapshot,
  styles,
  workbook,
  workbookOf,
} from './workbook';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

test.each<[string, string, unknown]>([
  ['a whole number', '<c><v>12</v></c>', 12],
  ['a decimal', '<c><v>0.1</v></c>', 0.1],
  ['a negative', '<c><v>-3.50</v></c>', -3.5],
  ['an exponent', '<c><v>1.5E-7</v></c>', 1.5e-7],
  ['17 digits', '<c><v>0.30000000000000004</v></c>', 0.30000000000000004],
  ['a number on its own line', '<c><v>\n  12.5\n</v></c>', 12.5],
  ['a type stated', '<c t="n"><v>7</v></c>', 7],
  ['a shared string', '<c t="s"><v>0</v></c>', 'Mã'],
  ['an inline string', '<c t="inlineStr"><is><t>Tên</t></is></c>', 'Tên'],
  ['inline runs', '<c t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>', 'a b'],
  ['a text in single quotes', "<c t='str'><v>a</v></c>", 'a'],
  ['true', '<c t="b"><v>1</v></c>', true],
  ['false', '<c t="b"><v>0</v></c>', false],
  ['an error', '<c t="e"><v>#N/A</v></c>', { error: '#N/A' }],
  ['a day', '<c t="d"><v>2025-06-05</v></c>', [45813, 'date']],
  ['a day and time', '<c t="d"><v>2025-06-05T12:00:00.000Z</v></c>', [45813.5, 'date']],
  ['a time', '<c t="d"><v>06:00</v></c>', [0.25, 'date']],
  ['a percentage', '<c s="1"><v>0.85</v></c>', [0.85, 'percent']],
  ['a formatted day', '<c s="2"><v>45813</v></c>', [45813, 'date']],
  ['a formula, number', '<c><f>B1*2</f><v>4</v></c>', { value: 4, formula: 'B1*2' }],
  ['a formula, text', '<c t="str"><f>B1</f><v>x</v></c>', { value: 'x', formula: 'B1' }],
  ['a formula, empty text', '<c t="str"><f>B1</f><v></v></c>', { value: '', formula: 'B1' }],
  ['a formula, boolean', '<c t="b"><f>B1</f><v>1</v></c>', { value: true, formula: 'B1' }],
  [
    'a formula, error',
    '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    { value: { error: '#DIV/0!' }, formula: '1/0' },
  ],
  ['no result', '<c><f>A2</f></c>', { value: 'uncalculated', formula: 'A2' }],
  ['an empty result', '<c><f>A2</f><v></v></c>', { value: 'uncalculated', formula: 'A2' }],
  ['an empty result, closed', '<c><f>A2</f><v/></c>', { value: 'uncalculated', formula: 'A2' }],
  ['no text result', '<c t="str"><f>A2</f></c>', { value: 'uncalculated', formula: 'A2' }],
  ['entities', '<c t="str"><v>&lt;&#7841;&#x1EA1;&amp;amp;&gt;</v></c>', '<ạạ&amp;>'],
  ['CDATA', '<c t="str"><v>a<![CDATA[<&b>]]>c</v></c>', 'a<&b>c'],
  ['a comment inside', '<c><v>1<!-- </v> -->2</v></c>', 12],
  ['line ends', '<c t="str"><v>a\r\nb\rc\nd</v></c>', 'a\nb\nc\nd'],
  ['an escaped character', '<c t="str"><v>a_x000D_b_x000d_</v></c>', 'a\rb\r'],
  ['an escaped escape', '<c t="str"><v>_x005F_x000D_</v></c>', '_x000D_'],
  ['spaces at the ends', '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
  ['a greater sign in an attribute', '<c q="&lt;a>b"><v>1</v></c>', 1],
  ['an unknown child', '<c><x><v>9</v></x><v>1</v></c>', 1],
  ['spaces in the tags', '<c\n t = "n" ><v >1</v ></c >', 1],
])('%s', (_, cell, expected) => {
  expect(shown(workbookOf(`<row>${cell}</row>`))).toEqual({ A1: expected });
});

test.each<[string, string]>([
  ['styled', '<c r="A1" s="1"/>'],
  ['without a value', '<c r="A1"></c>'],
  ['with an empty value', '<c r="A1"><v></v></c>'],
  ['with an empty shared string', '<c r="A1" t="s"><v>1</v></c>'],
  ['with an empty inline string', '<c r="A1" t="inlineStr"><is><t></t></is></c>'],
])('an empty cell is absent: %s', (_, cell) => {
  const strings = root('sst', '<si><t>Mã</t></si><si><t/></si>');
  expect(shown(workbookOf(`<row>${cell}</row>`, { [STRINGS]: strings }))).toEqual({});
});

test.each<[string, string, string]>([
  ['plain', '<si><t>a</t></si>', 'a'],
  ['runs', '<si><r><rPr><b/></rPr><t>1,</t></r><r><t xml:space="preserve"> 3</t></r></si>', '1, 3'],
  ['how it is pronounced', '<si><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh><phoneticPr/></si>', 'a'],
  ['a prefix', '<x:si xmlns:x="m"><x:t>a</x:t></x:si>', 'a'],
])('shared string: %s', (_, item, expected) => {
  expect(shown(workbook({ [STRINGS]: root('sst', item) }))).toEqual({ A1: expected });
});

test.each<[string, string, Record<string, unknown>]>([
  [
    'rows and cells without addresses',
    '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    { A1: 1, C1: 2, A2: 3 },
  ],
  [
    'cells after an address',
    '<row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>',
    { C5: 1, D5: 2, A6: 3 },
  ],
  [
    'cells out of order',
    '<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row><row r="1"><c r="C1"><v>3</v></c></row>',
    { C1: 3, A2: 2, B2: 1 },
  ],
  [
    'the last cell of all',
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    { XFD1048576: 1 },
  ],
  ['no rows', '', {}],
])('%s', (_, rows, expected) => {
  const cells = shown(workbookOf(rows));
  expect(cells).toEqual(expected);
  expect(Object.keys(cells)).toEqual(Object.keys(expected));
});

test('every element may carry a prefix', () => {
  const prefixed = `<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr">
    <x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
  expect(shown(workbook({ [SHEET]: prefixed }))).toEqual({ B2: 'a' });
});

test('rows and values of other features are not cells', () => {
  const rest = `<oleObjects><anchor><xdr:row>3</xdr:row></anchor></oleObjects>
    <extLst><ext><x14:f>A1</x14:f><sheetData><row><c><v>9</v></c></row></sheetData></ext></extLst>`;
  expect(shown(workbook({ [SHEET]: sheet('<row><c><v>1</v></c></row>', rest) }))).toEqual({
    A1: 1,
  });
});

test('cells that share a formula all have it', () => {
  const rows = `<row><c><f t="shared" ref="A1:A2" si="0">B1+1</f><v>1</v></c></row>
    <row><c><f t="shared" si="0"/><v>2</v></c></row><row><c><f t="shared" si="9"/><v>3</v></c></row>`;
  expect(shown(workbookOf(rows))).toEqual({
    A1: { value: 1, formula: 'B1+1' },
    A2: { value: 2, formula: 'B1+1' },
    A3: { value: 3, formula: '' },
  });
});

describe('number formats', () => {
  test.each<[string, 'plain' | 'percent' | 'date']>([
    ['General', 'plain'],
    ['0.00E+00', 'plain'],
    ['@', 'plain'],
    ['#,##0 &quot;đồng/năm&quot;', 'plain'],
    ['&quot;ngày &quot;0', 'plain'],
    ['0\\d\\m', 'plain'],
    ['[Red]0;[Blue]-0', 'plain'],
    ['_(* #,##0.00_);_(* (#,##0.00);_(* &quot;-&quot;??_);_(@_)', 'plain'],
    ['0_d*y', 'plain'],
    ['[$₫-42A]#,##0', 'plain'],
    ['[&gt;=100]0;0.0', 'plain'],
    ['0%', 'percent'],
    ['[Red]0.0%;-0.0%', 'percent'],
    ['[=0]&quot;-&quot;;0%', 'percent'],
    ['0\\%', 'plain'],
    ['0&quot;%&quot;', 'plain'],
    ['dd/mm/yyyy', 'date'],
    ['[$-42A]d mmmm, yyyy;@', 'date'],
    ['&quot;ngày&quot; dd', 'date'],
    ['mm', 'date'],
    ['h:mm AM/PM', 'date'],
    ['[h]:mm', 'date'],
    ['[mm]', 'date'],
    ['[s].0', 'date'],
    ['', 'plain'],
  ])('%s is %s', (code, expected) => {
    const cell = shown(
      workbookOf('<row><c><v>0.5</v></c></row>', { 'xl/styles.xml': styles(code) }),
    );
    expect(cell).toEqual({ A1: expected === 'plain' ? 0.5 : [0.5, expected] });
  });

  test.each<[number, 'plain' | 'percent' | 'date']>([
    [0, 'plain'],
    [4, 'plain'],
    [9, 'percent'],
    [10, 'percent'],
    [11, 'plain'],
    [14, 'date'],
    [22, 'date'],
    [37, 'plain'],
    [46, 'date'],
    [49, 'plain'],
    [999, 'plain'],
  ])('built-in %d is %s', (id, expected) => {
    const part = root('styleSheet', `<cellXfs><xf numFmtId="${String(id)}"/></cellXfs>`);
    const cell = shown(workbookOf('<row><c><v>1</v></c></row>', { 'xl/styles.xml': part }));
    expect(cell).toEqual({ A1: expected === 'plain' ? 1 : [1, expected] });
  });

  test('differential and named styles are not cell styles', () => {
    const part = root(
      'styleSheet',
      `<numFmts><numFmt numFmtId="164" formatCode="0%"/></numFmts>
       <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="164"/></cellXfs>
       <dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs>`,
    );
    const cell = shown(workbookOf('<row><c s="0"><v>1</v></c></row>', { 'xl/styles.xml': part }));
    expect(cell).toEqual({ A1: [1, 'percent'] });
  });

  test('without a styles part every number is plain', () => {
    const links = relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']);
    const bytes = workbookOf('<row><c s="5"><v>1</v></c></row>', {
      'xl/_rels/workbook.xml.rels': links,
      'xl/styles.xml': null,
      [STRINGS]: null,
    });
    expect(shown(bytes)).toEqual({ A1: 1 });
  });

  test('days that count from 1904 come out in the 1900 system; times and numbers stay', () => {
    const book = '<workbookPr date1904="1"/><sheets><sheet name="S" r:id="rId1"/></sheets>';
    const rows = `<row><c s="0"><v>1</v></c><c s="1"><v>44351</v></c><c s="2"><v>0.5</v></c>
      <c t="d"><v>2025-06-05</v></c></row>`;
    const bytes = workbookOf(rows, {
      'xl/workbook.xml': root('workbook', book),
      'xl/styles.xml': styles('0', 'dd/mm/yyyy', 'h:mm'),
    });
    expect(shown(bytes)).toEqual({
      A1: 1,
      B1: [45813, 'date'],
      C1: [0.5, 'date'],
      D1: [45813, 'date'],
    });
  });
});

describe('a workbook', () => {
  const bytes = workbook({
    'xl/workbook.xml': root(
      'workbook',
      `<sheets><sheet name="Sau &amp; trước" sheetId="7" r:id="rId5"/>
        <sheet name="Biểu đồ" r:id="rId6"/><sheet name="__proto__" state="hidden" r:id="rId1"/>
        <sheet name="Ẩn" state="veryHidden" r:id="rId7"/></sheets>
        <definedNames><definedName name="constructor">Lists!$A$1</definedName>
        <definedName name="_xlnm.Print_Area" localSheetId="0" hidden="1">'A &amp; B'!$A$1:$C$3</definedName>
        </definedNames>`,
    ),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId5', 'worksheet', '/xl/worksheets/./x/../SHEET2.xml'],
      ['rId6', 'chartsheet', 'chartsheets/sheet1.xml'],
      ['rId7', 'worksheet', '../../../xl/worksheets/sheet3.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
    ),
    'xl/worksheets/sheet2.xml': sheet(
      '<row><c><v>2</v></c></row>',
      `<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D2:D3"/></mergeCells>
       <tableParts><tablePart r:id="rId1"/><tablePart r:id="rId2"/></tableParts>`,
    ),
    'xl/worksheets/_rels/sheet2.xml.rels': relationships(
      ['rId1', 'table', '../tables/table1.xml'],
      ['rId2', 'table', '../tables/table2.xml'],
    ),
    'xl/tables/table1.xml': '<table id="1" name="Bảng1" displayName="ChiTieu" ref="B3:AA40"/>',
    'xl/tables/table2.xml': '<table id="2" name="Một" ref="A1"><autoFilter ref="A1"/></table>',
    'xl/worksheets/sheet3.xml': root('worksheet', '<sheetData/>'),
    'xl/vbaProject.bin': 'macros',
    '../../etc/passwd': 'outside',
    __proto__: null,
  });
  const { sheets, names, file } = snapshot(bytes);

  test('has its worksheets in order, with names and states', () => {
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Sau & trước', 'visible'],
      ['__proto__', 'hidden'],
      ['Ẩn', 'veryHidden'],
    ]);
    expect(sheets.map(({ cells }) => cells.length)).toEqual([1, 1, 0]);
    expect(file).toBe('so.xlsx');
  });

  test('has its tables, merges and names', () => {
    expect(sheets[0]?.tables).toEqual([
      { name: 'ChiTieu', top: 3, left: 2, bottom: 40, right: 27 },
      { name: 'Một', top: 1, left: 1, bottom: 1, right: 1 },
    ]);
    expect(sheets[0]?.merges).toEqual(['A1:C1', 'D2:D3']);
    expect(names).toEqual([
      { name: 'constructor', refersTo: 'Lists!$A$1' },
      { name: '_xlnm.Print_Area', refersTo: "'A & B'!$A$1:$C$3" },
    ]);
  });
});

test('a text as long as a cell can hold is read, however it is written', () => {
  const cells = ['ạ', '&#x41;', '_x0041_'].map(
    (letter) => `<c t="str"><v>${letter.repeat(32_767)}</v></c>`,
  );
  const texts = Object.values(shown(workbookOf(`<row>${cells.join('')}</row>`)));
  expect(texts).toEqual(['ạ', 'A', 'A'].map((letter) => letter.repeat(32_767)));
});

test('texts named like parts of objects are texts', () => {
  const strings = root('sst', '<si><t>__proto__</t></si><si><t>constructor</t></si>');
  const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>';
  expect(shown(workbookOf(rows, { [STRINGS]: strings }))).toEqual({
    A1: '__proto__',
    B1: 'constructor',
  });
});

test('names in the zip may have backslashes and other case', () => {
  const bytes = workbook({
    [SHEET]: null,
    'XL\\Worksheets\\Sheet1.xml': sheet('<row><c><v>1</v></c></row>'),
  });
  expect(shown(bytes)).toEqual({ A1: 1 });
});

test('a file without package relationships is read from its usual place', () => {
  expect(shown(workbook({ '_rels/.rels': null }))).toEqual({ A1: 'Mã' });
});

test('a byte order mark and an XML declaration are passed over', () => {
  const text = `\ufeff<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${sheet('<row><c><v>1</v></c></row>')}`;
  expect(strToU8(text)[0]).toBe(0xef);
  expect(shown(workbook({ [SHEET]: text }))).toEqual({ A1: 1 });
});

test('a view on a larger buffer is read', () => {
  const bytes = workbook();
  const larger = new Uint8Array(bytes.length + 200);
  larger.set(bytes, 100);
  expect(shown(larger.subarray(100, 100 + bytes.length))).toEqual({ A1: 'Mã' });
});

test('a million empty rows are read within the time of a test', () => {
  const rows = Array.from({ length: 1_048_576 }, (_, row) => `<row r="${String(row + 1)}"/>`);
  const bytes = workbookOf(rows.join(''));
  expect(shown(bytes)).toEqual({});
});

test('a row of all 16,384 columns is read', () => {
  const cells = Array.from({ length: 16_384 }, (_, column) => `<c><v>${String(column)}</v></c>`);
  expect(Object.entries(shown(workbookOf(`<row>${cells.join('')}</row>`))).at(-1)).toEqual([
    'XFD1',
    16_383,
  ]);
});
