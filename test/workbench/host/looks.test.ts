import { makeReport } from '../../../src/app/makeReport';
import { openBook } from '../../../src/app/openBook';
import { workbookFiles } from '../../../src/app/wiring';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { createHost } from '../../../src/workbench/host/host';
import { differences, factsOf } from '../../gateways/excel/facts';
import { day, filledContent } from '../../workbook/support/filled';

const spec = trackingSpec(filledContent('hue', day(2026, 6, 10)));
const tracking = renderXlsx(spec);

async function report(): Promise<Uint8Array> {
  const book = openBook(workbookFiles, await tracking, 'x.xlsx', null);
  if (!book.ok) throw new Error(book.error.code);
  const made = await makeReport(workbookFiles, book.value, { hash: '', taken: null });
  return made.bytes;
}

it.each([
  ['tracking workbook', () => tracking],
  ['report', report],
])('opens a %s so that saving it says the same', async (_, make) => {
  const file = await make();
  const host = createHost();
  host.open(file);
  expect(differences(factsOf(file), factsOf(await host.save()))).toEqual([]);
});

it('opens charts, properties and the sheet that was shown', async () => {
  const host = createHost();
  host.open(await tracking);
  const opened = host.toSpec();
  expect(opened.lost).toEqual([]);
  expect(opened.spec.sheets.map(({ charts }) => charts)).toEqual(
    spec.sheets.map(({ charts }) => charts),
  );
  expect(opened.spec).toMatchObject({
    properties: spec.properties,
    activeSheet: spec.activeSheet,
  });
});
