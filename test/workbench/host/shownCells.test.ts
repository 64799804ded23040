import { sampleContent } from '../../../src/app/sampleContent';
import { formulaCalculator } from '../../../src/workbench/host/formulas/calculate';
import { createHost } from '../../../src/workbench/host/host';
import { shownCells, type ShownCell } from '../../../src/workbench/host/model/shownCells';
import { readArea, wholeSheet } from '../../../src/workbench/host/model/area';
import { renderInto } from '../../../src/gateways/excel/render';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { openSession } from '../../gateways/excel/session';
import { seedPlan } from '../../support/plans';
import { day } from '../../workbook/support/filled';
import { attachedHost, run } from './office';

const vietnamese = {
  name: 'vi-VN',
  decimalSeparator: ',',
  groupSeparator: '.',
  dateSeparator: '/',
  shortDatePattern: 'dd/MM/yyyy',
};

it.each([
  [1234.5, '#,##0.0', '1.234,5'],
  [-3.25, '+0.0;-0.0;0.0', '-3,3'],
  [0.256, '0%', '26%'],
  [46_000, 'dd/mm/yyyy', '09/12/2025'],
  [46_000, 'm/d/yyyy', '09/12/2025'],
  [0.5, 'General', '0,5'],
  ['1.5', '@', '1.5'],
  [7, '[Red]0', '7'],
])('shows %p in the format %s as %s', (value, format, text) => {
  const host = createHost({ culture: vietnamese });
  const [sheet] = host.model.sheets;
  if (!sheet) throw new Error('No sheet.');
  host.format('Sheet1', 'A1', { numberFormat: format });
  sheet.grid.set(1, 1, { ...sheet.grid.get(1, 1), value });
  expect(shownCells(host.model, sheet, wholeSheet)(1, 1).text).toBe(text);
});

it('lets the first rule that holds decide, fact by fact, up to one that stops', async () => {
  const host = attachedHost();
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B4').values = [
      [1, 'x'],
      [2, 'x'],
      [3, 'x'],
      ['', ''],
    ];
    const formats = sheet.getRange('A1:B4').conditionalFormats;
    const rules = [
      ['=$A1>0', '#0000FF', '#FFFFFF', false],
      ['=$A1>1', '#00FF00', null, false],
      ['=$A1>2', '#FF0000', '#000001', true],
    ] as const;
    for (const [formula, fill, color, stop] of rules) {
      const rule = formats.add('Custom');
      rule.custom.rule.formula = formula;
      rule.custom.format.fill.color = fill;
      if (color !== null) rule.custom.format.font.color = color;
      rule.stopIfTrue = stop;
    }
    await context.sync();
  });
  const [sheet] = host.model.sheets;
  if (!sheet) throw new Error('No sheet.');
  const shown = shownCells(host.model, sheet, readArea('A1:B4') ?? wholeSheet);
  const look = ({ style: { fill, fontColor } }: ShownCell): unknown => [fill, fontColor];
  expect([1, 2, 3, 4].map((row) => look(shown(row, 2)))).toEqual([
    ['#0000FF', '#FFFFFF'],
    ['#00FF00', '#FFFFFF'],
    ['#FF0000', '#000001'],
    [null, '#000000'],
  ]);
});

it('colours every status of a tracking workbook, in the pane and after an edit', async () => {
  const session = openSession({ calculator: formulaCalculator() });
  const spec = trackingSpec(sampleContent(seedPlan('hue'), day(2026, 6, 10)));
  expect(await renderInto(session.newContext(), spec)).toMatchObject({ ok: true });
  const { model } = session.host;
  const sheet = model.sheet('Nhiệm vụ');
  const [table] = sheet?.tables ?? [];
  if (!sheet || !table) throw new Error('No tasks.');
  const column = (header: string): number => {
    for (let at = table.area.left; at <= table.area.right; at++)
      if (sheet.grid.get(table.area.top, at).value === header) return at;
    throw new Error(`No column ${header}.`);
  };
  const status = column('Trạng thái');
  const fills = (): ReadonlyMap<string, Set<string | null>> => {
    const shown = shownCells(model, sheet, table.area);
    const found = new Map<string, Set<string | null>>();
    for (let row = table.area.top + 1; row <= table.area.bottom; row++) {
      const { text, style } = shown(row, status);
      found.set(text, new Set([...(found.get(text) ?? []), style.fill]));
    }
    return found;
  };
  const before = fills();
  expect(before.size).toBeGreaterThan(4);
  for (const [, colours] of before) expect([...colours]).toEqual([expect.stringMatching(/^#/)]);
  expect(new Set([...before.values()].map((each) => [...each].join())).size).toBeGreaterThan(3);
  const row = table.area.top + 1;
  session.host.type('Nhiệm vụ', `L${row}`, 'khoảng 80');
  expect(shownCells(model, sheet, table.area)(row, status).text).toBe('! Số liệu lỗi');
});
