import { formulaCalculator } from '../../../src/workbench/host/formulas/calculate';
import { attachedHost, run } from './office';

const calculator = formulaCalculator();

it('works formulas out, in the request that asks and after every edit', async () => {
  const host = attachedHost({ calculator });
  const first = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    context.workbook.worksheets.add('Kế hoạch');
    sheet.getRange('A1:A3').values = [[1], ["'2"], [3]];
    context.workbook.names.add('So', sheet.getRange('A1:A3'));
    sheet.getRange('B1:B5').formulas = [
      ['=SUM(So)'],
      ['=A2&"%"'],
      ['=A3/3>0.5'],
      ['=A1/3'],
      ['=IF(\'Kế hoạch\'!A1="",#N/A,1)'],
    ];
    const range = sheet.getRange('B1:B5').load('values,valueTypes');
    await context.sync();
    return [range.values, range.valueTypes];
  });
  expect(first).toEqual([
    [[4], ['2%'], [true], [expect.closeTo(1 / 3, 12)], ['#N/A']],
    [['Double'], ['String'], ['Boolean'], ['Double'], ['Error']],
  ]);
  host.type('Kế hoạch', 'A1', [['x']]);
  host.type('Sheet1', 'A1', [['']]);
  const [sheet] = host.model.sheets;
  expect([1, 4, 5].map((row) => sheet?.grid.get(row, 2).value)).toEqual([3, 0, 1]);
});

it('waits while calculation is suspended or left to the user', async () => {
  attachedHost({ calculator });
  const read = await run(async (context) => {
    const { application, worksheets } = context.workbook;
    const sheet = worksheets.getItem('Sheet1');
    application.suspendApiCalculationUntilNextSync();
    sheet.getRange('A1').formulas = [['=1+1']];
    const within = sheet.getRange('A1').load('values');
    await context.sync();
    const after = sheet.getRange('A1').load('values');
    await context.sync();
    application.calculationMode = 'Manual';
    sheet.getRange('A1').formulas = [['=2+2']];
    await context.sync();
    const manual = sheet.getRange('A1').load('values');
    await context.sync();
    application.calculate('Full');
    const asked = sheet.getRange('A1').load('values');
    await context.sync();
    return [within, after, manual, asked].map(({ values }) => values[0]?.[0] as unknown);
  });
  expect(read).toEqual(['', 2, '', 4]);
});
