import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { compareBooks, drawComparison, openCompared } from '../../src/app/compareBooks';
import { drawForm, planForms } from '../../src/app/makeForms';
import { makeNarrative } from '../../src/app/makeNarrative';
import { openBook } from '../../src/app/openBook';
import { sampleContent } from '../../src/app/sampleContent';
import { textFiles, workbookFiles } from '../../src/app/wiring';
import type { Book } from '../../src/domain/book';
import type { Result } from '../../src/domain/result';
import { trackingSpec } from '../../src/workbook/tracking/trackingSpec';
import { day } from '../support/book';
import { seedPlan } from '../support/plans';
import { describeWithSchemas, schemaFaults } from '../support/schemas';
import { reportOf } from './report/input';

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

function must<T, E>(outcome: Result<T, E>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}

const trackings = new Map<string, Uint8Array>();

async function tracking(plan: string): Promise<Uint8Array> {
  const known = trackings.get(plan);
  if (known) return known;
  const content = sampleContent(seedPlan(plan), day('2025-12-15'));
  const bytes = await workbookFiles.render(trackingSpec(content));
  trackings.set(plan, bytes);
  return bytes;
}

async function bookOf(plan: string): Promise<Book> {
  return must(openBook(workbookFiles, await tracking(plan), 'so.xlsx', null));
}

describeWithSchemas('the schemas of ECMA-376', () => {
  describe.each(['can-tho', 'hue', 'nga-nam'])('and what is made of %s', (plan) => {
    it('take the tracking workbook', async () => {
      expect(faultsOf(await tracking(plan))).toEqual([]);
    });

    it('take a form', async () => {
      const book = await bookOf(plan);
      const [form] = must(planForms(book, book.settings.period.id)).forms;
      if (!form) throw new Error('No form.');
      expect(faultsOf(await drawForm(workbookFiles, form))).toEqual([]);
    });

    it('take the report', async () => {
      const report = reportOf(await bookOf(plan));
      expect(faultsOf(await workbookFiles.render(report))).toEqual([]);
    });

    it('take the narrative', async () => {
      expect(faultsOf(makeNarrative(textFiles, await bookOf(plan)).bytes)).toEqual([]);
    });
  });

  it('take a comparison', async () => {
    const given = ['can-tho', 'hue', 'nga-nam'].map(async (plan) => ({
      file: `${plan}.xlsx`,
      bytes: await tracking(plan),
      hash: plan,
    }));
    const books = must(openCompared(workbookFiles, await Promise.all(given), null));
    const comparison = await drawComparison(workbookFiles, compareBooks(books, []));
    expect(faultsOf(comparison)).toEqual([]);
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
    const parts = unzipSync(await tracking('can-tho'));
    const xml = strFromU8(parts[part] ?? new Uint8Array()).replace(from, to);
    expect(faultsOf(zipSync({ ...parts, [part]: strToU8(xml) }))).not.toEqual([]);
  });
});
