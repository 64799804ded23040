import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sampleContent } from '../../../src/app/sampleContent';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { formulaCalculator } from '../../../src/workbench/host/formulas/calculate';
import { parseFormula } from '../../../src/workbench/host/formulas/parse';
import { createHost, type EmbeddedHost } from '../../../src/workbench/host/host';
import type { Value } from '../../../src/workbench/host/model/grid';
import { plainTable } from '../../../src/workbench/host/model/workbook';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';
import { seedPlan } from '../../support/plans';
import { day } from '../../workbook/support/filled';
import { shownAt } from '../../workbook/support/sheets';

/** What LibreOffice makes of formulas in its own way; Excel does as said here. */
const excelOnly: readonly (readonly [string, Value])[] = [
  ['"a"&TRUE', 'aTRUE'],
  ['COUNT(A1:C6)', 7],
  ['SMALL(A1:A6,9)', { error: '#NUM!' }],
  ['INDEX(A1:A3,4)', { error: '#REF!' }],
  ['IFNA(MATCH("không",B1:B6,0),-1)', -1],
  ['COUNTA(Bang[#Headers])', 2],
  ['ROWS(Bang)', 3],
];

/** Numbers, texts, a truth value and empty cells at A1:C6, and a table "Bang" at E1:F4. */
const cells = [
  ['3', 'Sở Y tế', '=TRUE()'],
  ['-1.5', 'sở tài chính', ''],
  ['10', 'a|so-y-te|b', '12/31/2025'],
  ['', 'Đạt?', '5%'],
  ["'7", ' hai  khoảng ', '=1/0'],
  ['0.1', 'Đạt', '0'],
];
const table = [
  ['Số', 'Cơ quan'],
  ['4', 'x'],
  ['6', 'y'],
  ['9', 'x'],
];

/** Formulas and what they come to; LibreOffice agrees on every one of them. */
const cases: readonly (readonly [string, Value])[] = [
  ['1+2*3^2/-2&"%"', '-8%'],
  ['-2^2', 4],
  ['50%*2', 1],
  ['(0.1+0.2)=0.3', true],
  ['"a"&1.5', 'a1.5'],
  ['"A"="a"', true],
  ['"b">"a"', true],
  ['A4=""', true],
  ['A4=0', true],
  ['A5+1', 8],
  ['B1+1', { error: '#VALUE!' }],
  ['C5', { error: '#DIV/0!' }],
  ['SUM(A1:A6)', 11.6],
  ['SUM(A:A)', 11.6],
  ['SUM(C5,1)', { error: '#DIV/0!' }],
  ['MIN(A1:A6)', -1.5],
  ['MAX(B1:B3)', 0],
  ['AVERAGE(A1:A3)', 23 / 6],
  ['COUNT(A1:B6)', 4],
  ['COUNTA(A1:A6)', 5],
  ['COUNTBLANK(A1:A6)', 1],
  ['SMALL(A1:A6,2)', 0.1],
  ['LARGE(A1:A6,1)', 10],
  ['COUNTIF(A1:A6,">0")', 3],
  ['COUNTIF(B1:B6,"SỞ Y TẾ")', 1],
  ['COUNTIF(B1:B6,"*|so-y-te|*")', 1],
  ['COUNTIF(B1:B6,"Đạt~?")', 1],
  ['COUNTIF(B1:B6,"Đạt*")', 2],
  ['COUNTIF(C1:C6,"<>0")', 5],
  ['COUNTIFS(A1:A6,">0",B1:B6,"sở*")', 1],
  ['SUMIF(B1:B6,"sở*",A1:A6)', 1.5],
  ['SUMIFS(A1:A6,B1:B6,"Đạt",A1:A6,"<1")', 0.1],
  ['IF(A4,"có","không")', 'không'],
  ['IF(A1>2,,1)', 0],
  ['IF(FALSE,1)', false],
  ['IFERROR(C5,"lỗi")', 'lỗi'],
  ['IFERROR(MATCH("không",B1:B6,0)&"","")', ''],
  ['AND(A1>0,C1)', true],
  ['OR(A1<0,FALSE)', false],
  ['NOT(A4)', true],
  ['CHOOSE(2,"a","b","c")', 'b'],
  ['AND(ISNUMBER(A1),NOT(ISNUMBER(A5)),NOT(ISNUMBER(C5)))', true],
  ['AND(ISLOGICAL(C1),ISBLANK(A4),ISTEXT(B1),ISERROR(C5),ISNA(NA()))', true],
  ['N(B1)+N(C1)', 1],
  ['INDEX(B1:B6,MATCH(10,A1:A6,0))', 'a|so-y-te|b'],
  ['INDEX(A1:C3,2,2)', 'sở tài chính'],
  ['MATCH("đạt",B1:B6,0)', 6],
  ['MATCH("*chính",B1:B6,0)', 2],
  ['MATCH(6,F2:F4,0)', { error: '#N/A' }],
  ['MATCH(7,E2:E4,1)', 2],
  ['VLOOKUP(6,E2:F4,2,FALSE)', 'y'],
  ['ROW(B3)&COLUMN(B3)&ROWS(A1:B3)&COLUMNS(A1:B3)', '3232'],
  ['ROUND(2.5,0)&ROUND(-2.5,0)&ROUND(1.005,2)&ROUND(1234,-2)', '3-31.011200'],
  ['INT(-1.5)&MOD(-1,3)&ABS(-2)', '-222'],
  ['1/0', { error: '#DIV/0!' }],
  ['LEN(B1)&LEFT(B1,2)&RIGHT(B1,3)&MID(B1,4,1)', '7Sở tếY'],
  ['TRIM(B5)', 'hai khoảng'],
  ['CLEAN("a"&CHAR(10)&"b")', 'ab'],
  ['UPPER(B1)&LOWER(B1)', 'SỞ Y TẾsở y tế'],
  ['SUBSTITUTE("a-b-c","-","+",2)', 'a-b+c'],
  ['EXACT("a","A")', false],
  ['FIND("Y",B1)&SEARCH("y",B1)', '44'],
  ['VALUE("12.5")', 12.5],
  ['TEXT(0.256,"0%")&TEXT(C3,"dd/mm/yyyy")&TEXT(1234.5,"#,##0.0")', '26%31/12/20251,234.5'],
  ['DATE(2026,2,29)-DATE(2026,3,1)', 0],
  ['DATE(2025,14,1)', 46_054],
  ['YEAR(C3)&MONTH(C3)&DAY(C3)', '20251231'],
  ['SUM(Bang[Số])', 19],
  ['SUM(Bang[[#All],[Số]])', 19],
  ['So*2', 6],
  ['\'Trang 2\'!A1&"!"', 'khác!'],
  ['KhongCo(1)', { error: '#NAME?' }],
  ['KhongCo', { error: '#NAME?' }],
];

function filled(): EmbeddedHost {
  const host = createHost({ calculator: formulaCalculator() });
  const { model } = host;
  model.addSheet('Trang 2');
  host.type('Trang 2', 'A1', 'khác');
  host.type('Sheet1', 'A1:C6', cells);
  host.type('Sheet1', 'E1:F4', table);
  const [sheet] = model.sheets;
  if (!sheet) throw new Error('No sheet.');
  sheet.tables.push({
    id: '1',
    name: 'Bang',
    sheet,
    area: { top: 1, left: 5, bottom: 4, right: 6 },
    ...plainTable(),
  });
  const name = { comment: '', visible: true, sheet: null };
  model.names.push({ ...name, name: 'So', formula: '=Sheet1!$A$1' });
  const all = [...cases, ...excelOnly];
  host.type(
    'Sheet1',
    `H1:H${all.length}`,
    all.map(([formula]) => [`=${formula}`]),
  );
  return host;
}

function rounded(value: Value): Value {
  return typeof value === 'number' ? Number(value.toPrecision(11)) : value;
}

describe('the calculator', () => {
  const [sheet] = filled().model.sheets;
  const numbered = [...cases, ...excelOnly].map(
    ([formula, expected], index) => [formula, expected, index + 1] as const,
  );
  it.each(numbered)('=%s is %p', (_formula, expected, row) => {
    expect(rounded(sheet?.grid.get(row, 8).value ?? null)).toEqual(rounded(expected));
  });
});

describeWithLibreOffice('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-formulas-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('works the same formulas out to the same', async () => {
    const file = join(folder, 'formulas.xlsx');
    writeFileSync(file, await filled().save());
    const [saved = ''] = await convertWithLibreOffice([file], 'xlsx', join(folder, 'saved'));
    const read = readXlsx(readFileSync(saved), 'formulas.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const differing = cases.flatMap(([formula, expected], index) => {
      const got = shownAt(read.value, 'Sheet1', index + 1, 8);
      const wanted = typeof expected === 'object' ? (expected?.error ?? null) : expected;
      return rounded(got) === rounded(wanted) ? [] : [{ formula, expected, got }];
    });
    expect(differing).toEqual([]);
  }, 240_000);
});

it.each(['nga-nam', 'can-tho', 'hue', 'hai-phong', 'tien-giang'])(
  'gives the results that the tracking workbook of %s carries',
  async (name) => {
    const spec = trackingSpec(sampleContent(seedPlan(name), day(2026, 6, 10)));
    const host = createHost({ calculator: formulaCalculator() });
    host.open(await renderXlsx(spec));
    for (const sheet of host.model.sheets)
      for (const { row, column, cell } of sheet.grid.within({
        top: 1,
        left: 1,
        bottom: 9_999,
        right: 999,
      }))
        if (cell.formula !== null) sheet.grid.set(row, column, { ...cell, value: null });
    host.type('Số liệu', 'Z99', 1);
    const results = spec.sheets.flatMap((sheet) =>
      sheet.cells.flatMap(({ row, column, value }) => {
        if (value.kind !== 'formula' || value.result === null) return [];
        const got = host.model.sheet(sheet.name)?.grid.get(row, column).value ?? null;
        return [{ place: `${sheet.name} ${row} ${column}`, ...value, got }];
      }),
    );
    expect(results.length).toBeGreaterThan(400);
    expect(results.filter(({ got, result }) => rounded(got) !== rounded(result))).toEqual([]);
  },
);

it('knows the row of a table its formula stands in', () => {
  const host = filled();
  const [sheet] = host.model.sheets;
  host.type('Sheet1', 'F3', '=Bang[@Số]*2+[@Số]');
  expect(sheet?.grid.get(3, 6).value).toBe(18);
});

it('follows edits through other sheets, and ends where a formula needs itself', () => {
  const host = createHost({ calculator: formulaCalculator() });
  const [sheet] = host.model.sheets;
  host.model.addSheet('Khác');
  host.type('Khác', 'A1', '=Sheet1!A1*2');
  host.type('Sheet1', 'A2', '=Khác!A1+1');
  host.type('Sheet1', 'A1', 5);
  expect(sheet?.grid.get(2, 1).value).toBe(11);
  host.type('Sheet1', 'B1:B2', [['=B2+1'], ['=B1+1']]);
  expect(sheet?.grid.get(1, 2).value).toBe(2);
  host.remove('Sheet1', '1:1');
  expect(host.model.sheet('Khác')?.grid.get(1, 1).value).toEqual({ error: '#REF!' });
});

it('reads any text without failing, and no formula that is none', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom('(', ')', ',', '+', '-', '%', '"', '[', ']', 'A1', 'SUM(', "'Trang 2'!A1"),
      fc.string({ maxLength: 5 }),
    ),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      parseFormula(parts.join(''));
    }),
  );
  expect(parseFormula(`${'('.repeat(8_000)}1`)).toBeNull();
  for (const text of ['', '1+', 'SUM(1', '"a', '1 2', 'A1 B1', ')'])
    expect(parseFormula(text)).toBeNull();
});
