import type { EmbeddedHost } from '../../../src/workbench/host/host';
import { areaAddress, readArea } from '../../../src/workbench/host/model/area';
import type { Sheet, Table } from '../../../src/workbench/host/model/workbook';
import { attachedHost, faultOf, run } from './office';

/** A table "ViecLam" at A4:C8 with five columns of rules, under a title. */
async function withTable(): Promise<{ host: EmbeddedHost; sheet: Sheet; table: Table }> {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1').values = [['Nhiệm vụ']];
    sheet.getRange('A4:C8').formulas = [
      ['Mã', 'Số', 'Gấp đôi'],
      ['b', 2, '=B5*2'],
      ['a', 10, '=B6*2'],
      ['đ', '', '=B7*2'],
      ['d', 1, '=$B$5+B8'],
    ];
    sheet.tables.add('A4:C8', true).name = 'ViecLam';
    const rules = sheet.getRange('B5:B8');
    rules.dataValidation.rule = { custom: { formula: '=B5>0' } };
    rules.conditionalFormats.add('Custom').custom.rule.formula = '=$A5="a"';
    await context.sync();
  });
  const { model } = host;
  const [sheet] = model.sheets;
  const [table] = model.allTables();
  if (!sheet || !table) throw new Error('No table.');
  return { host, sheet, table };
}

function column(sheet: Sheet, letter: string, from: number, to: number): unknown[] {
  const area = readArea(`${letter}${from}:${letter}${to}`);
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const cell = sheet.grid.get(from + index, area?.left ?? 1);
    return cell.formula ?? cell.value;
  });
}

function rulesOf(sheet: Sheet): readonly string[] {
  return [
    ...sheet.conditionalFormats.map(
      ({ areas, formula }) => `${areas.map(areaAddress).join()} ${formula}`,
    ),
    ...sheet.validations.map(({ area, rule }) => `${areaAddress(area)} ${JSON.stringify(rule)}`),
  ];
}

it('sorts the rows of a table with their looks and comments, and leaves rules where they are', async () => {
  const { host, sheet } = await withTable();
  const rules = rulesOf(sheet);
  host.format('Sheet1', 'A6', { fill: '#FFFF00' });
  host.comment('Sheet1', 'B6', 'Hỏi lại');
  host.type('Sheet1', 'E6', 'ngoài bảng');
  host.sort('ViecLam', 'Số', false);
  expect(column(sheet, 'A', 5, 8)).toEqual(['a', 'b', 'd', 'đ']);
  expect(column(sheet, 'C', 5, 8)).toEqual(['=B5*2', '=B6*2', '=$B$5+B7', '=B8*2']);
  expect(sheet.grid.get(5, 1).style?.fill).toBe('#FFFF00');
  expect(sheet.comments.map(({ area }) => areaAddress(area))).toEqual(['B5']);
  expect(sheet.grid.get(6, 5).value).toBe('ngoài bảng');
  expect(rulesOf(sheet)).toEqual(rules);
  host.sort('ViecLam', 'Mã');
  expect(column(sheet, 'A', 5, 8)).toEqual(['a', 'b', 'd', 'đ']);
});

it('filters a table, and says so', async () => {
  const { host, sheet, table } = await withTable();
  host.filter('ViecLam', 'Mã', ['A', 'd']);
  const hidden = (): number[] => [5, 6, 7, 8].filter((row) => sheet.rows.get(row)?.hidden);
  expect(hidden()).toEqual([5, 7]);
  const read = await run(async (context) => {
    const { autoFilter } = context.workbook.tables.getItem('ViecLam');
    autoFilter.load('enabled,isDataFiltered,criteria');
    const row = context.workbook.worksheets.getItem('Sheet1').getRange('A5:C5').load('rowHidden');
    await context.sync();
    const before = { ...autoFilter.toJSON(), hidden: row.rowHidden };
    autoFilter.clearCriteria();
    await context.sync();
    const cleared = hidden();
    autoFilter.apply('A4:C8', 1, { filterOn: 'Custom', criterion1: '>=2' });
    await context.sync();
    return { before, cleared };
  });
  expect(read).toEqual({
    before: {
      enabled: true,
      isDataFiltered: true,
      criteria: [{ filterOn: 'Values', values: ['A', 'd'] }],
      hidden: true,
    },
    cleared: [],
  });
  expect(hidden()).toEqual([7, 8]);
  host.sort('ViecLam', 'Số');
  expect(column(sheet, 'A', 5, 8)).toEqual(['b', 'a', 'đ', 'd']);
  expect(table.filters.size).toBe(1);
});

it.each([
  ['rows of a filtered table', 'A6:C6', 'InsertDeleteConflict'],
  ['some columns of a table', 'B2', 'InsertDeleteConflict'],
])('refuses to insert %s', async (_what, address, code) => {
  const { host } = await withTable();
  host.filter('ViecLam', 'Mã', ['a']);
  const fault = await faultOf(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange(address).insert('Down');
    await context.sync();
  });
  expect(fault).toEqual({ code, location: 'Range.insert' });
});

it('inserts and deletes whole rows through a filtered table', async () => {
  const { host, table } = await withTable();
  host.filter('ViecLam', 'Mã', ['a']);
  host.insert('Sheet1', '6:7');
  expect(areaAddress(table.area)).toBe('A4:C10');
  host.remove('Sheet1', '5:5');
  expect(areaAddress(table.area)).toBe('A4:C9');
});

it('inserts a column into a table, and moves its filters', async () => {
  const { host, sheet, table } = await withTable();
  host.filter('ViecLam', 'Số', ['10']);
  host.type('Sheet1', 'E4', 'bên cạnh');
  await expect(async () => {
    await Promise.resolve();
    host.insertTableColumn('ViecLam', 1, 'Ghi chú');
  }).rejects.toMatchObject({ code: 'InsertDeleteConflict' });
  host.filter('ViecLam', 'Số', null);
  host.insertTableColumn('ViecLam', 1, 'Ghi chú');
  host.filter('ViecLam', 'Số', ['10']);
  expect(areaAddress(table.area)).toBe('A4:D8');
  expect(column(sheet, 'D', 4, 6)).toEqual(['Gấp đôi', '=C5*2', '=C6*2']);
  expect(sheet.grid.get(4, 6).value).toBe('bên cạnh');
  expect(rulesOf(sheet)).toEqual(['C5:C8 =$A5="a"', 'C5:C8 {"custom":{"formula":"=C5>0"}}']);
  host.insert('Sheet1', 'A:A');
  expect([...table.filters.keys()]).toEqual([2]);
});

it('adds and deletes columns of a table for the add-in', async () => {
  const { sheet, table } = await withTable();
  const names = await run(async (context) => {
    const { columns } = context.workbook.tables.getItem('ViecLam');
    columns.add(undefined, [['Mới'], [1], [2], [3], [4]]);
    columns.add(0);
    columns.getItem('Số').delete();
    columns.load('items/name');
    await context.sync();
    return columns.items.map(({ name }) => name);
  });
  expect(names).toEqual(['Column1', 'Mã', 'Gấp đôi', 'Mới']);
  expect(areaAddress(table.area)).toBe('A4:D8');
  expect(column(sheet, 'C', 5, 5)).toEqual(['=#REF!*2']);
  expect(sheet.validations).toEqual([]);
});

it('takes a row typed below a table into it, with its look and rules', async () => {
  const { host, sheet, table } = await withTable();
  host.format('Sheet1', 'A8:C8', { bold: true });
  host.type('Sheet1', 'A9', 'e');
  expect(areaAddress(table.area)).toBe('A4:C9');
  expect(sheet.grid.get(9, 2).style?.bold).toBe(true);
  expect(rulesOf(sheet)).toEqual(['B5:B9 =$A5="a"', 'B5:B9 {"custom":{"formula":"=B5>0"}}']);
  host.type('Sheet1', 'A11', 'xa bảng');
  host.type('Sheet1', 'E10', 'bên cạnh');
  expect(areaAddress(table.area)).toBe('A4:C9');
});

it('takes a column typed beside a table into it, and names it', async () => {
  const { host, sheet, table } = await withTable();
  host.type('Sheet1', 'E6', 'xa bảng');
  host.type('Sheet1', 'D3', 'phía trên');
  expect(areaAddress(table.area)).toBe('A4:C8');
  host.type('Sheet1', 'D6', 'việc riêng');
  expect(areaAddress(table.area)).toBe('A4:D8');
  expect(column(sheet, 'D', 4, 6)).toEqual(['Column1', null, 'việc riêng']);
});

it('keeps one empty row of a table whose rows are deleted', async () => {
  const { host, sheet, table } = await withTable();
  host.type('Sheet1', 'A10', 'dưới bảng');
  host.remove('Sheet1', '5:8');
  expect(areaAddress(table.area)).toBe('A4:C5');
  expect(column(sheet, 'A', 4, 7)).toEqual(['Mã', null, null, 'dưới bảng']);
  await run(async (context) => {
    context.workbook.tables.getItem('ViecLam').rows.getItemAt(0).delete();
    await context.sync();
  });
  expect(areaAddress(table.area)).toBe('A4:C5');
});

it('renames a sheet, in rules for typing too', async () => {
  const { host, sheet } = await withTable();
  host.model.addSheet('Danh mục');
  sheet.validations[0] = {
    ...(sheet.validations[0] ?? fail()),
    rule: { list: { inCellDropDown: true, source: "='Danh mục'!$A$1:$A$3" } },
  };
  host.rename('Danh mục', 'Lists');
  expect(sheet.validations[0].rule).toEqual({
    list: { inCellDropDown: true, source: '=Lists!$A$1:$A$3' },
  });
});

function fail(): never {
  throw new Error('There is no rule.');
}

it.each([
  ['in the middle', '6:6', 'B5:B9'],
  ['right below', '9:9', 'B5:B9'],
  ['before the first row', '5:5', 'B6:B9'],
])('a colour rule reaches over a row inserted %s', async (_where, rows, cells) => {
  const { host, sheet } = await withTable();
  host.insert('Sheet1', rows);
  expect(rulesOf(sheet)[0]).toBe(`${cells} =$A${cells.slice(1, 2)}="a"`);
});

it('a colour rule outlives its first row, and is cut by what is pasted over it', async () => {
  const { host, sheet } = await withTable();
  host.remove('Sheet1', '5:5');
  expect(rulesOf(sheet)).toEqual(['B5:B7 =$A5="a"', 'B5:B7 {"custom":{"formula":"=B5>0"}}']);
  host.paste('Sheet1', 'A5:B6', [
    ['x', 1],
    ['y', 2],
  ]);
  expect(rulesOf(sheet)).toEqual(['B7 =$A7="a"', 'B7 {"custom":{"formula":"=B7>0"}}']);
  host.type('Sheet1', 'A8', 'z');
  host.paste('Sheet1', 'B8', 9);
  host.insert('Sheet1', '7:7');
  expect(rulesOf(sheet)[0]).toBe('B8 =$A8="a"');
});

it('a rule across more than the cells that move is cut in pieces', async () => {
  const { host, sheet } = await withTable();
  await run(async (context) => {
    const cells = context.workbook.worksheets.getItem('Sheet1').getRange('A20:F30');
    cells.conditionalFormats.add('Custom').custom.rule.formula = '=$A20>0';
    await context.sync();
  });
  host.insert('Sheet1', 'A22:C23');
  expect(rulesOf(sheet)[0]).toBe('A20:C32,D20:F30 =$A20>0');
});

it('inserted rows look like the one above, and rows of a table like its own', async () => {
  const { host, sheet, table } = await withTable();
  host.format('Sheet1', 'A4:C4', { bold: true });
  host.format('Sheet1', 'A5:C8', { fill: '#EEEEEE', height: 40 });
  host.insert('Sheet1', '5:5');
  expect(sheet.grid.get(5, 1).style).toMatchObject({ bold: true, fill: null });
  host.insert('Sheet1', '7:7');
  expect(sheet.grid.get(7, 1).style).toMatchObject({ bold: false, fill: '#EEEEEE' });
  expect(sheet.rows.get(7)?.size).toBe(40);
  host.remove('Sheet1', '5:5');
  await run(async (context) => {
    context.workbook.tables.getItem('ViecLam').rows.add(0, [['n', 1, 1]]);
    context.workbook.tables.getItem('ViecLam').rows.add(undefined, [['m', 2, 2]]);
    await context.sync();
  });
  expect(areaAddress(table.area)).toBe('A4:C11');
  expect(sheet.grid.get(5, 1).style).toMatchObject({ bold: false, fill: '#EEEEEE' });
  expect(sheet.grid.get(11, 1).style?.fill).toBe('#EEEEEE');
  expect(sheet.validations.map(({ area }) => areaAddress(area))).toEqual(['B6:B11']);
});

it('what hangs on cells moves and goes with them', async () => {
  const { host, sheet } = await withTable();
  host.comment('Sheet1', 'A6', 'Hỏi lại');
  host.comment('Sheet1', 'A7', 'Xong');
  sheet.merges.push({ top: 10, left: 1, bottom: 12, right: 1 });
  sheet.rowBreaks = [9];
  sheet.page.printArea = { top: 1, left: 1, bottom: 12, right: 3 };
  sheet.page.titleRows = { top: 4, left: 1, bottom: 4, right: 16_384 };
  host.insert('Sheet1', '11:11');
  host.remove('Sheet1', '6:6');
  expect(sheet.comments.map(({ area, content }) => [areaAddress(area), content])).toEqual([
    ['A6', 'Xong'],
  ]);
  expect(sheet.merges.map(areaAddress)).toEqual(['A9:A12']);
  expect(sheet.rowBreaks).toEqual([8]);
  expect(sheet.page.printArea).toMatchObject({ bottom: 12 });
  host.insert('Sheet1', '2:2');
  expect(sheet.page.titleRows).toMatchObject({ top: 5, bottom: 5 });
});
