import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { areaAddress } from '../../../src/workbench/host/model/area';
import { sampleBook } from '../../gateways/xlsx/write/sample';
import { attachedHost, client, run } from './office';

it('copies cells of another sheet with looks, rules, merges and sizes', async () => {
  const host = attachedHost();
  const copy = host.model.addSheet('Bản sao');
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const cells = sheet.getRange('A2:B5');
    cells.formulas = [
      ['Mã', 'Số'],
      ['x', 1],
      ['y', '=B3+$B$3'],
      ['z', 3],
    ];
    cells.format.fill.color = '#DDEEFF';
    cells.format.protection.locked = false;
    sheet.getRange('D2:E2').merge();
    sheet.getRange('A:A').format.columnWidth = 120;
    sheet.getRange('B3:B5').dataValidation.rule = { custom: { formula: '=B3>0' } };
    const { custom } = sheet.getRange('A3:B5').conditionalFormats.add('Custom');
    custom.rule.formula = '=$B3>1';
    const target = context.workbook.worksheets.getItem('Bản sao');
    target.getRange('B7').copyFrom(sheet.getRange('A2:E5'));
    target.getRange('H:I').copyFrom(sheet.getRange('A:B'));
    await context.sync();
  });
  expect(
    [7, 8, 9].map((row) => copy.grid.get(row, 3).formula ?? copy.grid.get(row, 3).value),
  ).toEqual(['Số', 1, '=C8+$B$3']);
  expect(copy.grid.get(8, 2).style).toMatchObject({ fill: '#DDEEFF', locked: false });
  expect(copy.merges.map(areaAddress)).toEqual(['E7:F7']);
  expect(copy.columns.get(8)?.size).toBe(120);
  expect(copy.columns.get(2)?.size ?? null).toBeNull();
  expect(
    copy.conditionalFormats.map(({ areas, formula }) => [areaAddress(areas[0] ?? none()), formula]),
  ).toEqual([
    ['B8:C10', '=$B8>1'],
    ['H3:I5', '=$B3>1'],
  ]);
  expect(copy.validations.map(({ area, rule }) => [areaAddress(area), rule])).toEqual([
    ['C8:C10', { custom: { formula: '=C8>0' } }],
    ['I3:I5', { custom: { formula: '=I3>0' } }],
  ]);
});

function none(): never {
  throw new Error('There is no area.');
}

it('repeats a row over many, with one rule over all of them', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B1').formulas = [[1, '=A1*2']];
    sheet.getRange('A1').dataValidation.rule = { custom: { formula: '=A1>0' } };
    sheet.getRange('A3:B9').copyFrom('A1:B1');
    await context.sync();
  });
  const [sheet] = host.model.sheets;
  expect(sheet?.grid.get(9, 2).formula).toBe('=A9*2');
  expect(sheet?.validations.map(({ area }) => areaAddress(area))).toEqual(['A1', 'A3:A9']);
});

it('makes a table of a table that is copied, except over another', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.tables.add('A1:B3', true).name = 'ChiTieu';
    sheet.getRange('A11').copyFrom('A1:B3');
    sheet.getRange('A11').copyFrom('A1:B3');
    await context.sync();
  });
  expect(host.model.allTables().map(({ area }) => areaAddress(area))).toEqual(['A1:B3', 'A11:B13']);
  expect(new Set(host.model.allTables().map(({ name }) => name)).size).toBe(2);
});

it('copies a sheet with its names, comments and charts, which point to the copy', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B3').formulas = [
      ['Mã', 'Số'],
      ['a', '=SUM(Sheet1!A1:A2)+SUM(T[Số])'],
      ['b', 2],
    ];
    sheet.tables.add('A1:B3', true).name = 'T';
    context.workbook.names.add('So', sheet.getRange('B2:B3'));
    sheet.charts.add('ColumnClustered', sheet.getRange('A1:B3'), 'Columns');
    context.workbook.comments.add('Sheet1!A2', 'Hỏi lại');
    sheet.copy('End').name = 'Cũ';
    await context.sync();
  });
  const copy = host.model.sheet('Cũ');
  const [table] = copy?.tables ?? [];
  expect(copy?.grid.get(2, 2).formula).toBe(`=SUM(Cũ!A1:A2)+SUM(${table?.name}[Số])`);
  expect(host.model.names.map(({ name, formula, sheet }) => [name, formula, sheet?.name])).toEqual([
    ['So', '=Sheet1!$B$2:$B$3', undefined],
    ['So', '=Cũ!$B$2:$B$3', 'Cũ'],
  ]);
  expect(copy?.comments.map(({ content }) => content)).toEqual(['Hỏi lại']);
  expect(copy?.charts[0]?.source).toContain('Cũ!');
});

it('opens a second workbook to be looked at', async () => {
  const host = attachedHost();
  const bytes = await renderXlsx(sampleBook(3));
  await client.Excel.createWorkbook(Buffer.from(bytes).toString('base64'));
  expect(host.openedWorkbooks.map((each) => [...each])).toEqual([[...bytes]]);
  expect(host.model.sheets.map(({ name }) => name)).toEqual(['Sheet1']);
});

it.each(['không phải base64 !', Buffer.from('no workbook').toString('base64')])(
  'refuses to open "%s"',
  async (text) => {
    attachedHost();
    await expect(client.Excel.createWorkbook(text)).rejects.toMatchObject({
      code: 'InvalidArgument',
    });
  },
);
