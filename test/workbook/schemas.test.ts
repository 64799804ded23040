import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { makeNarrative } from '../../src/app/makeNarrative';
import { textFiles } from '../../src/app/wiring';
import { renderXlsx } from '../../src/gateways/xlsx/write/render';
import { describeWithSchemas, schemaFaults } from '../support/schemas';
import { everyWorkbook, type Workbooks } from './support/workbooks';

jest.setTimeout(60_000);

/**
 * What is newer than the first edition, and stands in every file that Office itself writes: white
 * space of a text is kept by an attribute of XML's own, and Word is told which of its ways of
 * laying out a document was written for.
 */
const newer = [
  /^xl\/sharedStrings\.xml:\d+: element t: .* attribute '\{http:\/\/www\.w3\.org\/XML\/1998\/namespace\}space'.* is not allowed\.$/,
  /^word\/settings\.xml:\d+: element compatSetting: .*\}compatSetting': This element is not expected\./,
];

function faultsOf(bytes: Uint8Array): readonly string[] {
  return schemaFaults(bytes).filter((fault) => !newer.some((known) => known.test(fault)));
}

describeWithSchemas('the schemas of ECMA-376', () => {
  const plans = ['can-tho', 'hue', 'nga-nam'];
  let made: Workbooks;

  beforeAll(async () => {
    made = await everyWorkbook(plans);
  });

  const drawn = (name: string): Promise<Uint8Array> => {
    const spec = made.specs.get(name);
    if (!spec) throw new Error(name);
    return renderXlsx(spec);
  };

  it.each([
    ...plans.flatMap((plan) => [
      `the tracking workbook of ${plan}`,
      `a form of ${plan}`,
      `the report of ${plan}`,
    ]),
    'a comparison',
  ])('take %s', async (name) => {
    expect(faultsOf(await drawn(name))).toEqual([]);
  });

  it.each(plans)('take the narrative of %s', (plan) => {
    const book = made.books.get(plan);
    if (!book) throw new Error(plan);
    expect(faultsOf(makeNarrative(textFiles, book).bytes)).toEqual([]);
  });

  it.each([
    [
      'an element out of its place',
      'xl/worksheets/sheet1.xml',
      '<sheetData>',
      '<cols/><sheetData>',
    ],
    ['a value that is none', 'xl/styles.xml', 'patternType="solid"', 'patternType="full"'],
    ['an attribute of no schema', 'xl/workbook.xml', '<sheet name=', '<sheet shown="1" name='],
    ['a chart that points nowhere', 'xl/charts/chart1.xml', /<c:f>[^<]*<\/c:f>/, ''],
    ['what is no XML', 'xl/charts/chart1.xml', '<c:ser>', ''],
  ])('complain of %s', async (_, part, from, to) => {
    const parts = unzipSync(await drawn('the tracking workbook of can-tho'));
    const xml = strFromU8(parts[part] ?? new Uint8Array()).replace(from, to);
    expect(faultsOf(zipSync({ ...parts, [part]: strToU8(xml) }))).not.toEqual([]);
  });
});
