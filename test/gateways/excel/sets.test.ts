import { checkLive } from '../../../src/app/live/checkLive';
import { loadPlan, prepareLoad } from '../../../src/app/live/loadPlan';
import { refreshLive } from '../../../src/app/live/refreshLive';
import { reportLive } from '../../../src/app/live/reportLive';
import { watchLive } from '../../../src/app/live/watchLive';
import { openWorkbook, workbookFiles } from '../../../src/app/wiring';
import type { Plan } from '../../../src/domain/plan/plan';
import type { Result } from '../../../src/domain/result';
import { REQUIRED_SET } from '../../../src/gateways/excel/sets';
import { seedPlan } from '../../support/plans';
import { day } from '../../workbook/support/filled';
import { openSession, type Session } from './session';
import { sha256 } from '../../../src/cli/submissions';

/** How the report calls the open workbook. */
const seal = { digest: sha256, time: '2025-11-20T08:00:00' };

const asOf = day(2026, 6, 10);

function must<T, E extends { readonly code: string }>(outcome: Result<T, E>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** An Excel whose newest requirement set is this one. The client itself refuses what is newer. */
function excelOf(set: string): Session {
  return openSession({
    apiSets: new Map([
      ['ExcelApi', set],
      ['DelayForCellEdit', '1.1'],
    ]),
  });
}

async function load(plan: Plan): Promise<void> {
  const prepared = must(await prepareLoad(openWorkbook, plan, asOf));
  must(await loadPlan(openWorkbook, prepared));
}

/** Every stage of the add-in, one after the other, in one workbook. */
async function everyStage({ host }: Session): Promise<void> {
  const plan = seedPlan('nga-nam');
  await load(plan);
  host.type('Chỉ tiêu', 'I8', 'khoảng 80');
  const start = must(await checkLive(openWorkbook, asOf));
  const seen = new Promise<void>((resolve, reject) => {
    void watchLive(openWorkbook, start, asOf, (outcome) => {
      if (outcome.ok) resolve();
      else reject(new Error(outcome.error.code));
    }).then((watching) => {
      const { stop } = must(watching);
      host.type('Nhiệm vụ', 'L8', 40);
      void seen.then(stop);
    }, reject);
  });
  await seen;
  must(await openWorkbook.show({ sheet: 'Nhiệm vụ', cell: 'L8' }));
  must(await openWorkbook.selection());
  must(await openWorkbook.write([{ sheet: 'Chỉ tiêu', cell: 'I8', value: 80 }]));
  host.sort('NhiemVu', 'Nhiệm vụ');
  host.insert('Nhiệm vụ', 'D:D');
  must(await refreshLive(openWorkbook));
  const { bytes } = must(await reportLive(openWorkbook, workbookFiles, seal));
  must(await openWorkbook.openNew(bytes));
  await load({ ...plan, tasks: plan.tasks.slice(1), title: `${plan.title} (sửa đổi)` });
}

it(`no stage calls a member above ExcelApi ${REQUIRED_SET}`, async () => {
  const session = excelOf(REQUIRED_SET);
  await everyStage(session);
  expect(session.host.openedWorkbooks).toHaveLength(1);
}, 60_000);

it('refuses a member above the set, so that the test above can fail', () => {
  const context = excelOf(REQUIRED_SET).newContext();
  const range = context.workbook.worksheets.getItem('Sheet1').getRange();
  expect(() => range.getMergedAreasOrNullObject()).toThrow('ExcelApi 1.13');
});

it('says that an older Excel is too old', async () => {
  excelOf('1.8');
  const prepared = await prepareLoad(openWorkbook, seedPlan('nga-nam'), asOf);
  const loaded = prepared.ok ? await loadPlan(openWorkbook, prepared.value) : prepared;
  expect(loaded).toMatchObject({ ok: false, error: { code: 'excelTooOld' } });
});

describe.each([
  ['1.17', 'uses', true],
  [REQUIRED_SET, 'does without', false],
])('an Excel of %s %s newer features', (set, _how, has) => {
  it('folds the columns of the machine', async () => {
    const { host } = excelOf(set);
    await load(seedPlan('nga-nam'));
    const columns = [...(host.model.sheet('Chỉ tiêu')?.columns.values() ?? [])];
    expect(columns.some(({ outline }) => outline > 0)).toBe(has);
    expect(columns.some(({ hidden }) => hidden)).toBe(true);
  });

  it('reads merged cells', async () => {
    excelOf(set);
    await load(seedPlan('nga-nam'));
    const { sheets } = must(await openWorkbook.take());
    expect(sheets.some(({ merges }) => merges.length > 0)).toBe(has);
  });
});
