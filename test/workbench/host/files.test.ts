import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import type { Snapshot } from '../../../src/domain/snapshot';
import { attachedHost, run } from './office';

function read(bytes: Uint8Array): Snapshot {
  const result = readXlsx(bytes, 'saved.xlsx');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** What the add-in would do with a small plan. */
async function fill(context: Excel.RequestContext): Promise<void> {
  const { workbook } = context;
  const sheet = workbook.worksheets.getItem('Sheet1');
  sheet.name = 'Chỉ tiêu';
  sheet.getRange('A1').values = [['Danh mục']];
  sheet.getRange('A1:C1').merge();
  sheet.getRange('A3:C5').values = [
    ['Mã', 'Tên', 'Số'],
    ["'001", 'Tỷ lệ', 12.5],
    ["'002", 'Ngày', '=C4*2'],
  ];
  sheet.tables.add('A3:C5', true).name = 'ChiTieu';
  Reflect.set(sheet.getRange('C4'), 'numberFormat', '0.0%');
  sheet.getRange('A3:C5').format.font.name = 'Times New Roman';
  sheet.getRange('A3:C3').format.font.bold = true;
  const { dataValidation } = sheet.getRange('B4:B5');
  dataValidation.rule = { list: { inCellDropDown: true, source: 'Tỷ lệ,Ngày' } };
  const { custom } = sheet.getRange('A4:C5').conditionalFormats.add('Custom');
  custom.rule.formula = '=$C4>10';
  custom.format.fill.color = '#CDEBD3';
  sheet.pageLayout.paperSize = 'A4';
  sheet.freezePanes.freezeRows(3);
  sheet.getRange('A:A').format.columnWidth = 60;
  workbook.names.add('NhanDang', '="{}"');
  workbook.names.add('Ma', sheet.getRange('A4:A5'));
  workbook.worksheets.add('Kín').visibility = 'VeryHidden';
  await context.sync();
}

it('saves what the add-in did as a file another reader understands', async () => {
  const host = attachedHost();
  await run(fill);
  const file = read(await host.save());
  expect(file.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
    ['Chỉ tiêu', 'visible'],
    ['Kín', 'veryHidden'],
  ]);
  const [sheet] = file.sheets;
  expect(sheet?.merges).toEqual(['A1:C1']);
  expect(sheet?.tables).toEqual([{ name: 'ChiTieu', top: 3, left: 1, bottom: 5, right: 3 }]);
  expect(sheet?.cells.filter(({ row }) => row >= 4)).toMatchObject([
    { row: 4, column: 1, content: { kind: 'text', text: '001' } },
    { content: { kind: 'text', text: 'Tỷ lệ' } },
    { content: { kind: 'number', value: 12.5, format: 'percent' } },
    { content: { kind: 'text', text: '002' } },
    { content: { kind: 'text', text: 'Ngày' } },
    { formula: 'C4*2' },
  ]);
  expect(file.names).toEqual([
    { name: 'NhanDang', refersTo: '"{}"' },
    { name: 'Ma', refersTo: "'Chỉ tiêu'!$A$4:$A$5" },
  ]);
});

it('says as a spec what was done, and what a spec cannot say', async () => {
  const host = attachedHost();
  await run(fill);
  await run(async (context) => {
    context.workbook.comments.add("'Chỉ tiêu'!A1", 'Ghi chú');
    await context.sync();
  });
  const { spec, lost } = host.toSpec();
  expect(spec.sheets[0]).toMatchObject({
    columns: [{ width: expect.closeTo(75 / 7, 6) }, {}, {}],
    freeze: { rows: 3, columns: 0 },
    validations: [{ rule: { kind: 'list', values: ['Tỷ lệ', 'Ngày'] } }],
    conditionalFormats: [{ formula: '$C4>10', fill: 'CDEBD3' }],
  });
  expect(lost).toContain('comments on the sheet Chỉ tiêu');
});

it('opens its own file again', async () => {
  const host = attachedHost();
  await run(fill);
  const saved = await host.save();
  const again = attachedHost();
  again.open(saved);
  const values = await run(async (context) => {
    const table = context.workbook.tables.getItem('ChiTieu');
    const range = table.getRange().load('values,formulas,numberFormat');
    const name = context.workbook.names.getItem('Ma').getRange().load('address');
    const sheets = context.workbook.worksheets.load('items/name,items/visibility');
    await context.sync();
    return [
      range.formulas,
      range.numberFormat[1]?.[2] as unknown,
      name.address,
      sheets.items.map(({ visibility }) => visibility),
    ];
  });
  expect(values).toEqual([
    [
      ['Mã', 'Tên', 'Số'],
      ['001', 'Tỷ lệ', 12.5],
      ['002', 'Ngày', '=C4*2'],
    ],
    '0.0%',
    "'Chỉ tiêu'!A4:A5",
    ['Visible', 'VeryHidden'],
  ]);
});
