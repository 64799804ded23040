import { loadPlan, prepareLoad } from '../../../src/app/live/loadPlan';
import { openWorkbook } from '../../../src/app/wiring';
import type { Plan } from '../../../src/domain/plan/plan';
import type { Result } from '../../../src/domain/result';
import { officeFailureCodes, type OfficeFailureCode } from '../../../src/gateways/excel/errors';
import { renderInto } from '../../../src/gateways/excel/render';
import { describeOfficeFailure } from '../../../src/messages/office';
import { seedPlan } from '../../support/plans';
import { day } from '../../workbook/support/filled';
import { sampleBook } from '../xlsx/write/sample';
import { differences, factsOf } from './facts';
import { openSession, type Session } from './session';

const asOf = day(2026, 6, 10);
const plan = seedPlan('nga-nam');

async function load(wanted: Plan): Promise<Result<unknown, { readonly code: string }>> {
  const prepared = await prepareLoad(openWorkbook, wanted, asOf);
  return prepared.ok ? loadPlan(openWorkbook, prepared.value) : prepared;
}

/** A workbook with the plan in it, and what is done to it right before its n-th request from now. */
async function opened(): Promise<
  Session & { readonly before: (n: number, act: () => void) => void }
> {
  let count: number | null = null;
  let at = 0;
  let act = (): void => undefined;
  const session = openSession({
    faults: () => {
      if (count === null) return null;
      count += 1;
      if (count === at) act();
      return null;
    },
  });
  expect(await load(plan)).toMatchObject({ ok: true });
  return {
    ...session,
    before: (n, doing) => {
      count = 0;
      at = n;
      act = doing;
    },
  };
}

/** The plan with one task more, in the middle. */
const longer: Plan = {
  ...plan,
  tasks: plan.tasks.flatMap((task, index) =>
    index === 3 ? [task, { ...task, id: 'nv-moi', code: '99', name: 'Nhiệm vụ mới' }] : [task],
  ),
};

it('waits while a cell is edited, and says so where it cannot wait', async () => {
  const { host, newContext } = await opened();
  host.setCellEditing(true);
  expect(await renderInto(newContext(), sampleBook(3))).toMatchObject({
    ok: false,
    error: { code: 'cellEditMode', undone: true },
  });
  const waiting = openWorkbook.take();
  const early = await Promise.race([waiting, new Promise((done) => setTimeout(done, 50, 'waits'))]);
  expect(early).toBe('waits');
  host.setCellEditing(false);
  expect(await waiting).toMatchObject({ ok: true });
});

/** A load over a sheet that has a password; gives what it came to, and what it changed. */
async function loadOverPassword(): Promise<{ outcome: unknown; changed: readonly string[] }> {
  const { host, newContext } = await opened();
  host.type('Nhiệm vụ', 'L8', 40);
  const context = newContext();
  context.workbook.worksheets.getItem('Nhiệm vụ').protection.protect({}, 'mật khẩu');
  await context.sync();
  const then = factsOf(await host.save());
  const outcome = await load(longer);
  return { outcome, changed: differences(then, factsOf(await host.save())) };
}

it('leaves a sheet with a password as it is', async () => {
  const { outcome, changed } = await loadOverPassword();
  expect(outcome).toMatchObject({ ok: false, error: { code: 'protectedSheet' } });
  expect(changed).toEqual([]);
});

// Taking back stumbles over the same password, though there is nothing to take back.
it('says that the workbook is as it was where a sheet has a password', async () => {
  const { outcome } = await loadOverPassword();
  expect(outcome).toMatchObject({ error: { undone: true } });
});

it.each([
  ['Không có', null, 'sheetMissing'],
  ['Nhiệm vụ', 'không phải ô', 'badArgument'],
])('cannot show %s %s', async (sheet, cell, code) => {
  await opened();
  expect(await openWorkbook.show({ sheet, cell })).toMatchObject({ ok: false, error: { code } });
});

it('says that a sheet went away between two requests', async () => {
  const { host, before } = await opened();
  before(2, () => {
    const sheet = host.model.sheet('Nhiệm vụ');
    if (sheet) host.model.deleteSheet(sheet);
  });
  expect(await openWorkbook.take()).toMatchObject({ ok: false, error: { code: 'sheetMissing' } });
});

it('says that a table went away between two requests', async () => {
  const { host, before } = await opened();
  before(2, () => {
    const sheet = host.model.sheet('Nhiệm vụ');
    if (sheet) sheet.tables = [];
  });
  expect(await openWorkbook.take()).toMatchObject({ ok: false, error: { code: 'itemMissing' } });
});

/** A load during which somebody adds a sheet under the name of one of ours. */
async function raced(): Promise<{ readonly session: Session; readonly outcome: unknown }> {
  const session = openSession({
    faults: (request) => {
      if (request === 2) session.host.model.addSheet("Nhiệm vụ '25");
      return null;
    },
  });
  return { session, outcome: await renderInto(session.newContext(), sampleBook(3)) };
}

it('says that a name was taken by somebody meanwhile', async () => {
  const { outcome } = await raced();
  expect(outcome).toMatchObject({ ok: false, error: { code: 'nameTaken', undone: true } });
});

// Taking back finds the sheets it made by their names, and so deletes this one too.
it('leaves the sheet that somebody added meanwhile', async () => {
  const { session } = await raced();
  expect(session.host.model.sheets.map(({ name }) => name)).toEqual(['Sheet1', "Nhiệm vụ '25"]);
});

it('adds rows to a table that is filtered, and keeps its filter', async () => {
  const { host } = await opened();
  host.filter('NhiemVu', 'TT', ['1']);
  expect(await load(longer)).toMatchObject({ ok: true });
  const [table] = host.model.sheet('Nhiệm vụ')?.tables ?? [];
  expect(table?.filters.size).toBe(1);
});

it('cannot read a selection that is more than one answer', async () => {
  const { host } = await opened();
  host.type(
    'Sheet1',
    'A1:A300',
    Array.from({ length: 300 }, () => ['x'.repeat(20_000)]),
  );
  host.model.selection = {
    sheet: host.model.sheet('Sheet1') ?? host.model.activeSheet,
    area: { top: 1, left: 1, bottom: 300, right: 1 },
  };
  expect(await openWorkbook.selection()).toMatchObject({
    ok: false,
    error: { code: 'payloadTooLarge', params: { error: 'ResponsePayloadSizeLimitExceeded' } },
  });
  // A snapshot reads such cells in smaller answers.
  expect(await openWorkbook.take()).toMatchObject({ ok: true });
});

it('cannot hand over a report that is more than one request', async () => {
  await opened();
  expect(await openWorkbook.openNew(new Uint8Array(4_500_000))).toMatchObject({
    ok: false,
    error: { code: 'payloadTooLarge', params: { error: 'RequestPayloadSizeLimitExceeded' } },
  });
});

it('cannot hand over what is no workbook', async () => {
  await opened();
  expect(await openWorkbook.openNew(new Uint8Array([1, 2, 3]))).toMatchObject({
    ok: false,
    error: { code: 'badArgument' },
  });
});

/** Codes of Excel's that no workbook of ours brings about: each is answered to the first request. */
const injected: readonly (readonly [string, OfficeFailureCode])[] = [
  ['AccessDenied', 'protectedSheet'],
  ['TableOverlap', 'tableOverlap'],
  ['RangeOverlap', 'tableOverlap'],
  ['NonBlankCellOffSheet', 'tableOverlap'],
  ['InvalidReference', 'itemMissing'],
  ['InvalidBinding', 'itemMissing'],
  ['MergedRangeConflict', 'mergedRange'],
  ['InsertDeleteConflict', 'tableFiltered'],
  ['FilteredRangeConflict', 'tableFiltered'],
  ['ReadOnly', 'workbookReadOnly'],
  ['ReadOnlyWorkbook', 'workbookReadOnly'],
  ['AccessDeniedToWorkbook', 'permissionDenied'],
  ['PermissionDenied', 'permissionDenied'],
  ['Unauthenticated', 'permissionDenied'],
  ['Aborted', 'excelBusy'],
  ['RequestAborted', 'excelBusy'],
  ['ServiceNotAvailable', 'excelBusy'],
  ['TooManyRequests', 'excelBusy'],
  ['Timeout', 'excelBusy'],
  ['UnsupportedOperation', 'excelTooOld'],
  ['NotImplemented', 'excelTooOld'],
  ['GeneralException', 'unknownOffice'],
  ['NeverHeardOf', 'unknownOffice'],
];

it.each(injected)('hears %s through the genuine client as %s', async (code, expected) => {
  openSession({ faults: (request) => (request === 1 ? { code, when: 'before' } : null) });
  const outcome = await openWorkbook.take();
  if (outcome.ok) throw new Error('Nothing failed.');
  expect(outcome.error).toMatchObject({ code: expected, params: { error: code } });
  expect(describeOfficeFailure(outcome.error, 'vi')).not.toMatch(/[{}]/);
});

it('meets every kind of failure in the tests of this folder', () => {
  const met = new Set<string>([
    ...injected.map(([, code]) => code),
    // Above, and cancelling in live.test.ts; a selection too large below.
    'cellEditMode',
    'sheetMissing',
    'badArgument',
    'nameTaken',
    'payloadTooLarge',
    'cancelled',
    'workbookTooLarge',
  ]);
  expect(officeFailureCodes.filter((code) => !met.has(code))).toEqual([]);
});

it('says that a selection is too large', async () => {
  const { host } = await opened();
  host.type('Sheet1', 'A1:B1', [['x', 'y']]);
  host.type('Sheet1', 'A200000', 'z');
  host.model.selection = {
    sheet: host.model.sheet('Sheet1') ?? host.model.activeSheet,
    area: { top: 1, left: 1, bottom: 1_048_576, right: 16_384 },
  };
  expect(await openWorkbook.selection()).toMatchObject({
    ok: false,
    error: { code: 'workbookTooLarge' },
  });
});
