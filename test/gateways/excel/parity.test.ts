import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeReport } from '../../../src/app/makeReport';
import { openBook } from '../../../src/app/openBook';
import { sampleContent } from '../../../src/app/sampleContent';
import { workbookFiles } from '../../../src/app/wiring';
import type { IsoDate } from '../../../src/domain/dates';
import { parseIsoDate } from '../../../src/domain/dates';
import type { Plan } from '../../../src/domain/plan/plan';
import type { Snapshot } from '../../../src/domain/snapshot';
import { LOAD_SYNCS, renderInto } from '../../../src/gateways/excel/render';
import { SNAPSHOT_SYNCS, takeSnapshot } from '../../../src/gateways/excel/snapshot';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { readPlan } from '../../../src/reading/readPlan';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import type { WorkbookSpec } from '../../../src/workbook/spec';
import { generatedBook } from '../../workbook/support/generated';
import { differences, factsOf } from './facts';
import { openSession } from './session';

/** Differences that are meant, and why. */
const allowed = [
  // Excel never fits merged rows, so their heights are set; a file can carry them as found.
  / row \d+ (?:fixed|fitted) /,
  // Charts get no description through Office.js before set 1.19.
  / <xdr:cNvPr id="\d+" name="Chart \d+"/,
];

const asOf = day('2025-11-20');

function day(text: string): IsoDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(text);
  return found;
}

function trackingOf(name: string): WorkbookSpec {
  const file = join(__dirname, '../../../seeds', `${name}.txt`);
  const plan = readPlan(readFileSync(file, 'utf8'));
  if (!plan.ok) throw new Error(plan.error.code);
  return trackingSpec(sampleContent(plan.value, asOf));
}

async function reportOf(tracking: WorkbookSpec): Promise<WorkbookSpec> {
  const specs: WorkbookSpec[] = [];
  const book = openBook(workbookFiles, await renderXlsx(tracking), 'x.xlsx', null);
  if (!book.ok) throw new Error(book.error.code);
  await makeReport(
    {
      ...workbookFiles,
      render: (spec) => {
        specs.push(spec);
        return Promise.resolve(new Uint8Array());
      },
    },
    book.value,
    { hash: '', taken: null },
  );
  const [spec] = specs;
  if (!spec) throw new Error('The report was not drawn.');
  return spec;
}

/** Cells, tables and names as lines; of a formula what it says, since results are the engine's. */
function contentOf(snapshot: Snapshot): readonly string[] {
  return snapshot.sheets
    .filter(({ name }) => name !== 'Sheet1')
    .flatMap(({ name, visibility, cells, tables }) => [
      `${name} ${visibility} ${JSON.stringify(tables)}`,
      ...cells.map(
        ({ row, column, content, formula }) =>
          `${name} ${row} ${column} ${formula === null ? JSON.stringify(content) : `=${formula}`}`,
      ),
    ]);
}

async function compare(spec: WorkbookSpec): Promise<void> {
  const session = openSession();
  const outcome = await renderInto(session.newContext(), spec);
  expect(outcome).toMatchObject({ ok: true, value: { syncs: LOAD_SYNCS, chunks: 0 } });
  const file = await renderXlsx(spec);
  const fromFile = readXlsx(file, 'x.xlsx');
  if (!fromFile.ok) throw new Error(fromFile.error.code);

  session.host.resetCounters();
  const live = await takeSnapshot(session.newContext());
  if (!live.ok) throw new Error(live.error.params.detail);
  expect(session.host.counters.syncs).toBeGreaterThanOrEqual(SNAPSHOT_SYNCS);
  expect(differences(contentOf(fromFile.value), contentOf(live.value))).toEqual([]);

  session.dropSheet('Sheet1');
  const facts = factsOf(file);
  expect(facts.length).toBeGreaterThan(100);
  const found = differences(facts, factsOf(await session.host.save()));
  expect(found.filter((each) => !allowed.some((pattern) => pattern.test(each)))).toEqual([]);

  session.host.resetCounters();
  const again = await renderInto(session.newContext(), spec);
  expect(again).toMatchObject({ ok: true, value: { made: [], updated: [], changedCells: 0 } });
}

const plans = ['can-tho', 'hue', 'tien-giang', 'hai-phong', 'nga-nam'];

it.each(plans)(
  'draws the tracking workbook of %s as the file renderer does',
  async (name) => {
    await compare(trackingOf(name));
  },
  120_000,
);

it.each(plans)(
  'draws the report of %s as the file renderer does',
  async (name) => {
    await compare(await reportOf(trackingOf(name)));
  },
  120_000,
);

/** Words that Excel would take for something else, or that files cannot hold as they are. */
const odd = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+84 225',
    '-5',
    '@ubnd',
    "'quoted",
    '1/2',
    '05/06/2025',
    'TRUE',
    '1E5',
    '85,5 %',
    ' hai bên ',
    'hai\ndòng',
    'a\u0000b\u0007c',
    '_x0041_',
    '<b>&amp;</b>',
    '📈 tăng',
    'x'.repeat(33_000),
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** A plan with words of its own wherever a plan has words. */
function oddPlan(plan: Plan, seed: number): Plan {
  const words = fc.sample(odd, { seed, numRuns: 500 });
  let at = 0;
  const next = (): string => words[at++ % words.length] ?? '';
  return {
    ...plan,
    title: next(),
    issuer: next(),
    indicators: plan.indicators.map((row) => ({
      ...row,
      name: next(),
      unit: next(),
      targetText: next(),
      leadText: next(),
    })),
    tasks: plan.tasks.map((row) => ({
      ...row,
      name: next(),
      sectionTitle: next(),
      leadText: next(),
      coordText: next(),
      resultText: next(),
      timeText: next(),
    })),
    agencies: plan.agencies.map((row) => ({ ...row, name: next(), aliases: [next()] })),
  };
}

const bands = { attention: -3, atRisk: -8, alarm: -15 };

it.each([1, 2, 3, 4])(
  'draws the generated book %i as the file renderer does',
  async (seed) => {
    const setting = { asOf, bands, dueSoonDays: 30, seed: seed * 1_000, rows: 5 * seed };
    const { content } = generatedBook(setting);
    await compare(trackingSpec({ ...content, plan: oddPlan(content.plan, seed) }));
  },
  120_000,
);
