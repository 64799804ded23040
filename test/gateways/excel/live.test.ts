import { renderInto } from '../../../src/gateways/excel/render';
import type { InjectedFault } from '../../../src/workbench/host/host';
import { sampleBook } from '../xlsx/write/sample';
import { differences, factsOf } from './facts';
import { openSession, type Session } from './session';

const tasks = "Nhiệm vụ '25";

async function loaded(rows: number): Promise<Session> {
  const session = openSession();
  const outcome = await renderInto(session.newContext(), sampleBook(rows));
  expect(outcome.ok).toBe(true);
  return session;
}

/** What cells hold. */
async function read(session: Session, sheet: string, address: string): Promise<unknown[][]> {
  const context = session.newContext();
  const range = context.workbook.worksheets.getItem(sheet).getRange(address).load('formulas');
  await context.sync();
  return range.formulas;
}

/** The keys of the rows a sample of so many rows has beyond a shorter one. */
function keysFrom(shorter: number, longer: number): ReadonlySet<string> {
  const keys = (rows: number): string[] =>
    sampleBook(rows)
      .sheets.flatMap(({ cells }) => cells)
      .flatMap(({ row, column, value }) =>
        row > 4 && column === 1 && value.kind === 'text' ? [value.text] : [],
      );
  const known = new Set(keys(shorter));
  return new Set(keys(longer).filter((key) => !known.has(key)));
}

/** People's own work beside and below ours. */
async function addOwnWork(session: Session): Promise<void> {
  const context = session.newContext();
  const { worksheets } = context.workbook;
  const sheet = worksheets.getItem(tasks);
  sheet.protection.unprotect();
  sheet.getRange('J5:J7').values = [['việc riêng'], [7], ['=A5']];
  sheet.getRange('J5').format.fill.color = '#00FF00';
  sheet.getRange('B:B').format.columnWidth = 333;
  worksheets.add('Của tôi').getRange('A1').formulas = [[`='Nhiệm vụ ''25'!E5*2`]];
  await context.sync();
}

async function rowsOf(session: Session): Promise<number> {
  const context = session.newContext();
  const rows = context.workbook.tables.getItem('NhiemVu').rows.load('count');
  await context.sync();
  return rows.count;
}

function sheetsOf({ host }: Session): readonly string[] {
  return host.model.sheets.map(({ name }) => name);
}

async function stateOf(session: Session): Promise<readonly string[]> {
  return factsOf(await session.host.save());
}

it.each([
  [12, 12],
  [12, 15],
  [15, 12],
])('keeps people’s work when %i rows become %i', async (before, after) => {
  const session = await loaded(before);
  await addOwnWork(session);
  const outcome = await renderInto(session.newContext(), sampleBook(after), {
    keepOld: false,
    gone: keysFrom(after, before),
  });
  expect(outcome).toMatchObject({ ok: true, value: { made: [], kept: [] } });
  expect(await read(session, tasks, 'J5:J7')).toEqual([['việc riêng'], [7], ['=A5']]);
  expect(await read(session, 'Của tôi', 'A1')).toEqual([["='Nhiệm vụ ''25'!E5*2"]]);
  const facts = await stateOf(session);
  expect(facts.filter((fact) => fact.includes(' cell J5 ')).join()).toContain('00FF00');
  const fresh = await loaded(after);
  const address = `A1:G${4 + Math.max(before, after)}`;
  expect(await read(session, tasks, address)).toEqual(await read(fresh, tasks, address));
});

it('writes only the cells that differ', async () => {
  const session = await loaded(12);
  session.host.type(tasks, 'E6', [[99]]);
  const outcome = await renderInto(session.newContext(), sampleBook(12), { keepOld: false });
  expect(outcome).toMatchObject({ ok: true, value: { updated: [tasks], changedCells: 1 } });
});

it('keeps a copy of what a load changes', async () => {
  const session = await loaded(12);
  session.host.type(tasks, 'E6', [[99]]);
  const outcome = await renderInto(session.newContext(), sampleBook(12));
  expect(outcome).toMatchObject({ ok: true, value: { kept: [`${tasks} (bản cũ)`] } });
  expect(await read(session, `${tasks} (bản cũ)`, 'E6')).toEqual([[99]]);
  expect(await read(session, tasks, 'E6')).toEqual([[37]]);
});

it('puts a retyped header right', async () => {
  const session = await loaded(12);
  await addOwnWork(session);
  session.host.type(tasks, 'C4', [['Cột của tôi']]);
  const outcome = await renderInto(session.newContext(), sampleBook(12), { keepOld: false });
  expect(outcome).toMatchObject({ ok: true, value: { updated: [tasks], changedCells: 1 } });
  expect(await read(session, tasks, 'C4')).toEqual([['Hạn hoàn thành']]);
});

it('makes a sheet anew that has lost a column, and keeps the old one', async () => {
  const session = await loaded(12);
  await addOwnWork(session);
  session.host.type(tasks, 'C4', [['Cột của tôi']]);
  session.host.remove(tasks, 'D:D');
  const outcome = await renderInto(session.newContext(), sampleBook(12));
  expect(outcome).toMatchObject({
    ok: true,
    value: { made: [tasks], kept: expect.arrayContaining([`${tasks} (bản cũ)`]) as unknown },
  });
  expect(await read(session, `${tasks} (bản cũ)`, 'C4')).toEqual([['Cột của tôi']]);
  const fresh = await loaded(12);
  expect(await read(session, tasks, 'A1:G16')).toEqual(await read(fresh, tasks, 'A1:G16'));
});

/** Faults at every request of a load, before it ran and after. */
const faults = [1, 2, 3, 4, 5, 6, 7].flatMap((request) =>
  (['before', 0.2, 0.5, 0.8, 0.95, 'after'] as const).map(
    (when): [number, InjectedFault['when']] => [request, when],
  ),
);

describe.each([
  ['an empty workbook', null, 12],
  ['the same plan', 12, 12],
  ['a longer plan', 15, 12],
  ['a shorter plan', 12, 15],
])('a load over %s', (_name, before, after) => {
  let fresh: Session;
  beforeAll(async () => {
    fresh = await loaded(after);
  });

  it.each(faults)('that fails at request %i (%s of it) takes everything back', async (at, when) => {
    let count: number | null = null;
    const session = openSession({
      faults: () => {
        if (count === null) return null;
        count += 1;
        return count === at ? { code: 'GeneralException', when } : null;
      },
    });
    if (before !== null) {
      await renderInto(session.newContext(), sampleBook(before));
      session.host.type(tasks, 'E6', [[99]]);
      await addOwnWork(session);
    }
    const then = await stateOf(session);
    count = 0;
    const outcome = await renderInto(session.newContext(), sampleBook(after), {
      gone: keysFrom(after, before ?? after),
    });
    count = null;
    if (outcome.ok) {
      // Nothing failed, or only the answer to the last request was lost.
      expect(await read(session, tasks, 'A5:G5')).toEqual(await read(fresh, tasks, 'A5:G5'));
      expect(await rowsOf(session)).toBe(after);
      expect(sheetsOf(session)).not.toContainEqual(expect.stringMatching(/^TienDo/));
      return;
    }
    expect(outcome.error).toMatchObject({ code: 'unknownOffice', undone: true });
    expect(differences(then, await stateOf(session))).toEqual([]);
  });
});

it('stops when asked, and takes everything back', async () => {
  const session = openSession();
  const then = await stateOf(session);
  const stop = new AbortController();
  const outcome = await renderInto(session.newContext(), sampleBook(12), {
    signal: stop.signal,
    onProgress: () => {
      stop.abort();
    },
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'cancelled', undone: true } });
  expect(differences(then, await stateOf(session))).toEqual([]);
});
