import { watchEdits, type Touched } from '../../../src/gateways/excel/watch';
import { openSession } from './session';

/** Long enough for edits to be told. */
const SECOND = 1_100;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

it('tells edits in one go within a second, once each, and none of its own', async () => {
  const { host, newContext } = openSession({ events: 'held' });
  const told: (readonly Touched[])[] = [];
  const stop = await watchEdits(newContext(), (touched) => told.push(touched));
  host.type('Sheet1', 'B2', [[1]]);
  host.type('Sheet1', 'C3:D4', [
    [1, 2],
    [3, 4],
  ]);
  const own = newContext();
  own.workbook.worksheets.getItem('Sheet1').getRange('F6').values = [[1]];
  await own.sync();
  // Out of order, and twice.
  const events = host.pendingEvents.splice(0);
  host.fire([...events].reverse());
  host.fire(events);
  await wait(SECOND);
  expect(told).toHaveLength(1);
  expect(told[0]?.map(({ area }) => area)).toEqual([
    { top: 3, left: 3, bottom: 4, right: 4 },
    { top: 2, left: 2, bottom: 2, right: 2 },
  ]);

  await stop();
  host.type('Sheet1', 'B2', [[2]]);
  host.fire();
  await wait(SECOND);
  expect(told).toHaveLength(1);
});

it('tells a long row of edits while it goes on', async () => {
  const { host, newContext } = openSession();
  const told: (readonly Touched[])[] = [];
  const stop = await watchEdits(newContext(), (touched) => told.push(touched));
  for (let row = 1; row <= 8; row++) {
    host.type('Sheet1', `A${row}`, [[row]]);
    await wait(200);
  }
  expect(told.length).toBeGreaterThan(0);
  await stop();
});
