import { attachedHost, faultOf, run } from './office';

describe('values', () => {
  it('come back as they were put in, and as Excel reads texts', async () => {
    attachedHost();
    const read = await run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      const range = sheet.getRange('B2:D4');
      range.values = [
        ['Tỉnh Hà Tĩnh', 12.5, true],
        ["'001", '85%', '=A1'],
        ['', '1/2/2025', '#N/A'],
      ];
      range.load('values, formulas, valueTypes, address, rowIndex, numberFormat');
      await context.sync();
      return range.toJSON();
    });
    expect(read).toMatchObject({
      address: 'Sheet1!B2:D4',
      rowIndex: 1,
      values: [
        ['Tỉnh Hà Tĩnh', 12.5, true],
        ['001', 0.85, ''],
        ['', 45659, '#N/A'],
      ],
      formulas: [
        ['Tỉnh Hà Tĩnh', 12.5, true],
        ['001', 0.85, '=A1'],
        ['', 45659, '#N/A'],
      ],
      numberFormat: [
        ['General', 'General', 'General'],
        ['General', '0%', 'General'],
        ['General', 'm/d/yyyy', 'General'],
      ],
    });
  });

  it('of another shape are refused', async () => {
    attachedHost();
    const fault = await faultOf(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1:B2').values = [[1, 2]];
      await context.sync();
    });
    expect(fault).toEqual({ code: 'InvalidArgument', location: 'Range.values' });
  });
});
