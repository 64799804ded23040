import fc from 'fast-check';
import { copyReferences, moveReferences } from '../../../src/workbench/host/model/references';
import { areaAddress, readArea } from '../../../src/workbench/host/model/area';
import { attachedHost, run } from './office';

describe('when the user inserts rows above', () => {
  it('everything on the sheet and what points to it moves along', () => {
    const host = attachedHost();
    const { model } = host;
    host.type('Sheet1', 'A1:B3', [
      ['Mã', 'Số'],
      ['1', 5],
      ['2', '=B2*2'],
    ]);
    const [sheet] = model.sheets;
    if (!sheet) throw new Error('No sheet.');
    const other = model.addSheet('Tổng quan');
    host.type('Tổng quan', 'A1', '=SUM(Sheet1!$B$2:B3)&"B2"&\'Tổng quan\'!B2');
    model.names.push({
      name: 'DanhMuc',
      formula: '=Sheet1!$A$2:$A$3',
      comment: '',
      visible: true,
      sheet: null,
    });
    sheet.merges.push({ top: 5, left: 1, bottom: 5, right: 2 });
    sheet.rows.set(3, { size: 40, hidden: false, outline: 0, style: null });
    host.insert('Sheet1', '3:4');
    expect(sheet.grid.get(5, 2).formula).toBe('=B2*2');
    expect(other.grid.get(1, 1).formula).toBe('=SUM(Sheet1!$B$2:B5)&"B2"&\'Tổng quan\'!B2');
    expect(model.names[0]?.formula).toBe('=Sheet1!$A$2:$A$5');
    expect(sheet.merges).toEqual([{ top: 7, left: 1, bottom: 7, right: 2 }]);
    expect([...sheet.rows.keys()]).toEqual([5]);
    host.remove('Sheet1', '2:4');
    expect(sheet.grid.get(2, 2).formula).toBe('=#REF!*2');
    expect(model.names[0]?.formula).toBe('=Sheet1!$A$2:$A$2');
  });

  it('tables, ranges that are held, and rules move too', async () => {
    const host = attachedHost();
    const addresses = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const table = sheet.tables.add('A2:B4', true);
      const held = sheet.getRange('B3:B4');
      held.dataValidation.rule = { custom: { formula: '=B3>0' } };
      held.conditionalFormats.add('Custom').custom.rule.formula = '=B3>1';
      await context.sync();
      host.insert('Sheet1', '1:1');
      host.insert('Sheet1', '4:4');
      const range = table.getRange().load('address');
      held.load('address');
      await context.sync();
      return [range.address, held.address];
    });
    expect(addresses).toEqual(['Sheet1!A3:B6', 'Sheet1!B5:B6']);
    const [sheet] = host.model.sheets;
    expect(sheet?.validations[0]).toMatchObject({
      area: { top: 5, bottom: 6 },
      rule: { custom: { formula: '=B5>0' } },
    });
    expect(sheet?.conditionalFormats[0]?.formula).toBe('=B5>1');
  });

  it('a range whose cells are gone is said to be invalid', async () => {
    const host = attachedHost();
    const done = run(async (context) => {
      const held = context.workbook.worksheets.getItem('Sheet1').getRange('A3');
      held.load('address');
      await context.sync();
      host.remove('Sheet1', '3:3');
      held.load('values');
      await context.sync();
    });
    await expect(done).rejects.toMatchObject({ code: 'InvalidReference' });
  });
});

it.each([
  ['=A1+$A1+A$1+$A$1', '=B3+$A3+B$1+$A$1'],
  ['=SUM(A1:B2)', '=SUM(B3:C4)'],
  ['=A:A+1:1', '=B:B+3:3'],
  ['="A1"&\'Kế hoạch\'!A1', '="A1"&\'Kế hoạch\'!B3'],
  ['=ChiTieu[Số]+TienDo_A1+LOG10(A1)', '=ChiTieu[Số]+TienDo_A1+LOG10(B3)'],
  ['=1.5E3+A1', '=1.5E3+B3'],
])('copies %s two rows down and one column right', (formula, copied) => {
  expect(copyReferences(formula, 2, 1)).toBe(copied);
});

it('moves a reference there and back', () => {
  const place = fc.record({
    top: fc.integer({ min: 1, max: 500 }),
    left: fc.integer({ min: 1, max: 500 }),
    rows: fc.integer({ min: 0, max: 20 }),
    columns: fc.integer({ min: 0, max: 20 }),
  });
  fc.assert(
    fc.property(place, fc.integer({ min: 1, max: 99 }), ({ top, left, rows, columns }, by) => {
      const area = { top, left, bottom: top + rows, right: left + columns };
      const formula = `=SUM(${areaAddress(area)})`;
      const shift = (count: number) => (each: typeof area) => ({
        ...each,
        top: each.top + count,
        bottom: each.bottom + count,
      });
      const there = moveReferences(formula, 'S', 'S', shift(by));
      expect(readArea(areaAddress(area))).toEqual(area);
      expect(there).toBe(`=SUM(${areaAddress(shift(by)(area))})`);
      expect(moveReferences(there, 'S', 'S', shift(-by))).toBe(formula);
    }),
  );
});

it('renames a sheet in the formulas that name it', async () => {
  const host = attachedHost();
  host.model.addSheet('Kế hoạch 1');
  host.type('Sheet1', 'A1', "='Kế hoạch 1'!B2&\"'Kế hoạch 1'!B2\"");
  await run(async (context) => {
    context.workbook.worksheets.getItem('Kế hoạch 1').name = 'KeHoach';
    await context.sync();
  });
  expect(host.model.sheets[0]?.grid.get(1, 1).formula).toBe('=KeHoach!B2&"\'Kế hoạch 1\'!B2"');
});
