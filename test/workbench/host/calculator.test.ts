import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as IronCalc from '@ironcalc/wasm';
import { buildSync } from 'esbuild';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { ironCalculator } from '../../../src/workbench/host/calculator';
import type { Value } from '../../../src/workbench/host/model/grid';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { day, filledContent } from '../../workbook/support/filled';
import { attachedHost, run } from './office';

const require = createRequire(__filename);

/** The engine is an ES module only, which Jest does not load. */
function loadEngine(): typeof IronCalc {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-engine-'));
  try {
    const outfile = join(folder, 'engine.cjs');
    buildSync({
      entryPoints: [require.resolve('@ironcalc/wasm')],
      outfile,
      bundle: true,
      format: 'cjs',
      define: { 'import.meta.url': '"file:///"' },
    });
    return require(outfile) as typeof IronCalc;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const calculator = ironCalculator(
  loadEngine(),
  new Uint8Array(readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm'))),
);

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

/** The engine has no CELL, and its formulas are the only ones that may differ. */
function withoutCell(formula: string): boolean {
  return !formula.startsWith('IFERROR(IF(CELL(');
}

function same(value: Value, result: string | number): boolean {
  return typeof value === 'number' && typeof result === 'number'
    ? Math.abs(value - result) < 1e-9
    : value === result;
}

it('gives the results that a filled tracking workbook carries', async () => {
  const spec = trackingSpec(filledContent('nga-nam', day(2026, 6, 10)));
  const host = attachedHost({ calculator });
  host.open(await renderXlsx(spec));
  host.type('Số liệu', 'Z99', [[1]]);
  const results = spec.sheets.flatMap((sheet) =>
    sheet.cells.flatMap(({ row, column, value }) => {
      if (value.kind !== 'formula' || value.result === null) return [];
      const got = host.model.sheet(sheet.name)?.grid.get(row, column).value ?? null;
      return [{ place: `${sheet.name} ${row} ${column}`, ...value, result: value.result, got }];
    }),
  );
  expect(results.length).toBeGreaterThan(400);
  expect(
    results.filter(({ formula, got, result }) => withoutCell(formula) && !same(got, result)),
  ).toEqual([]);
}, 120_000);
