import fc from 'fast-check';
import { checkLive, type CheckedBook } from '../../../src/app/live/checkLive';
import { refreshLive } from '../../../src/app/live/refreshLive';
import { watchLive } from '../../../src/app/live/watchLive';
import { openWorkbook } from '../../../src/app/wiring';
import { RETAKE_SYNCS } from '../../../src/gateways/excel/snapshot';
import type { Touched } from '../../../src/gateways/excel/watch';
import type { Session } from '../../gateways/excel/session';
import { loadedSession, planOf, valueOf } from './session';

const plan = planOf('can-tho');

/** What was found, in one line each. */
function found({ issues }: CheckedBook): readonly string[] {
  return issues.map(({ code, where }) => `${code} ${where.sheet} ${where.cell ?? ''}`);
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

type Watching = {
  readonly session: Session;
  /** The results that were told, oldest first. */
  readonly told: CheckedBook[];
  readonly reset: (now: CheckedBook) => void;
  readonly stop: () => Promise<void>;
};

async function watching(events: 'prompt' | 'held'): Promise<Watching> {
  const session = await loadedSession(plan, { events });
  session.host.pendingEvents.splice(0);
  const told: CheckedBook[] = [];
  const start = valueOf(await checkLive(openWorkbook));
  const { stop, reset } = valueOf(
    await watchLive(openWorkbook, start, null, (outcome) => told.push(valueOf(outcome))),
  );
  return { session, told, stop, reset };
}

/** Typing, and what a check must find of it. */
const typed = [
  ['Chỉ tiêu', 'I10', -3, 'negativeFigure Chỉ tiêu I10'],
  ['Nhiệm vụ', 'L9', 140, 'percentOutOfRange Nhiệm vụ L9'],
  ['Nhiệm vụ', 'L12', 'khoảng 80', 'approximateNumber Nhiệm vụ L12'],
] as const;

function type({ host }: Session): void {
  for (const [sheet, cell, value] of typed) host.type(sheet, cell, [[value]]);
}

it('tells what is wrong within a second of typing, from the touched rows alone', async () => {
  const { session, told, stop } = await watching('prompt');
  session.host.resetCounters();
  type(session);
  await wait(1_000);
  expect(told).toHaveLength(1);
  const [first] = told;
  if (!first) throw new Error('Nothing was told.');
  expect(found(first)).toEqual(expect.arrayContaining(typed.map(([, , , line]) => line)));
  // Every run of Excel ends with a request of its own.
  expect(session.host.counters.syncs).toBe(RETAKE_SYNCS + 1);
  expect(session.host.counters.bytesOut).toBeLessThan(60_000);
  session.host.type('Chỉ tiêu', 'I10', [[3]]);
  await wait(1_000);
  expect(found(told.at(-1) ?? first)).not.toContain('negativeFigure Chỉ tiêu I10');
  await stop();
});

it.each([
  [
    'late, twice and out of order',
    (events: readonly object[]) => [...events].reverse().concat(events),
  ],
  ['only in part', (events: readonly object[]) => events.slice(0, 1)],
  ['not at all', () => []],
])('comes to the same end when edits are told %s', async (_name, order) => {
  const { session, told, stop, reset } = await watching('held');
  type(session);
  session.host.type('Nhiệm vụ', 'L7', [[55]], 'coauthor');
  const events = session.host.pendingEvents.splice(0);
  const full = valueOf(await checkLive(openWorkbook));
  reset(full);
  expect(found(full)).toEqual(expect.arrayContaining(typed.map(([, , , line]) => line)));
  session.host.fire(order(events) as typeof events);
  await wait(1_000);
  for (const each of told) {
    expect(found(each)).toEqual(found(full));
    expect(each.snapshot).toEqual(full.snapshot);
  }
  await stop();
});

it('is not set off by what the add-in writes itself', async () => {
  const { session, told, stop } = await watching('held');
  type(session);
  session.host.pendingEvents.splice(0);
  valueOf(await refreshLive(openWorkbook));
  session.host.fire();
  await wait(1_000);
  expect(told).toEqual([]);
  await stop();
});

it('takes the whole workbook where rows were inserted or sheets renamed', async () => {
  const { session, told, stop } = await watching('prompt');
  session.host.insert('Chỉ tiêu', '9:9');
  session.host.rename('Nhiệm vụ', 'Việc');
  session.host.type('Chỉ tiêu', 'I11', [[-3]]);
  await wait(1_000);
  const [first] = told;
  if (!first) throw new Error('Nothing was told.');
  expect(first.snapshot).toEqual(valueOf(await openWorkbook.take()));
  expect(found(first)).toContain('negativeFigure Chỉ tiêu I11');
  await stop();
});

it('takes touched rows again as the whole would be taken', async () => {
  const { host } = await loadedSession(plan);
  const edit = fc.record({
    sheet: fc.constantFrom('Chỉ tiêu', 'Nhiệm vụ'),
    row: fc.integer({ min: 1, max: 130 }),
    column: fc.integer({ min: 1, max: 45 }),
    value: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ maxLength: 9 }),
      fc.constant(''),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      const before = valueOf(await openWorkbook.take());
      const touched = edits.map(({ sheet, row, column, value }): Touched => {
        const letters = `${column > 26 ? 'A' : ''}${String.fromCharCode(65 + ((column - 1) % 26))}`;
        host.type(sheet, `${letters}${row}`, [[value]]);
        return {
          sheetId: host.model.sheet(sheet)?.id ?? '',
          area: { top: row, left: column, bottom: row, right: column },
        };
      });
      const again = valueOf(await openWorkbook.retake(before, touched));
      expect(again).toEqual(valueOf(await openWorkbook.take()));
    }),
    { numRuns: 25 },
  );
});
