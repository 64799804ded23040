import type { EmbeddedHost } from '../../../src/workbench/host/host';
import { attachedHost, run } from './office';

type Seen = { readonly address: string; readonly source: string; readonly trigger: string };

/** Waits until the client has handed an event to its handlers. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Listens to changes of all sheets; the list grows as they come. */
async function listen(): Promise<Seen[]> {
  const seen: Seen[] = [];
  await run(async (context) => {
    context.workbook.worksheets.onChanged.add(({ address, source, triggerSource }) => {
      seen.push({ address, source, trigger: triggerSource });
      return Promise.resolve();
    });
    await context.sync();
  });
  return seen;
}

async function withChanges(events: 'prompt' | 'held'): Promise<[EmbeddedHost, Seen[]]> {
  const host = attachedHost({ events });
  const seen = await listen();
  host.type('Sheet1', 'B2', [[1]]);
  host.type('Sheet1', 'C3', [[2]], 'coauthor');
  await settle();
  return [host, seen];
}

it('tells of edits here and elsewhere, and of writes of the add-in', async () => {
  const [, seen] = await withChanges('prompt');
  await run(async (context) => {
    context.workbook.worksheets.getItem('Sheet1').getRange('D4:D5').values = [[1], [2]];
    await context.sync();
  });
  await settle();
  expect(seen).toEqual([
    { address: 'B2', source: 'Local', trigger: 'Unknown' },
    { address: 'C3', source: 'Remote', trigger: 'Unknown' },
    { address: 'D4:D5', source: 'Local', trigger: 'ThisLocalAddin' },
  ]);
});

it('holds events, and fires them out of order, twice or never', async () => {
  const [host, seen] = await withChanges('held');
  expect(seen).toEqual([]);
  const [first, second] = host.pendingEvents.splice(0);
  if (!first || !second) throw new Error('Two edits tell two events.');
  host.fire([second, first, first]);
  await settle();
  expect(seen.map(({ address }) => address)).toEqual(['C3', 'B2', 'B2']);
  host.type('Sheet1', 'A1', [[1]]);
  host.pendingEvents.splice(0);
  host.fire();
  await settle();
  expect(seen).toHaveLength(3);
});

it('is silent while events are off, and for nobody who did not ask', async () => {
  const host = attachedHost();
  host.type('Sheet1', 'A1', [[1]]);
  const seen = await listen();
  await run(async (context) => {
    context.runtime.enableEvents = false;
    context.workbook.worksheets.getItem('Sheet1').getRange('A2').values = [[1]];
    await context.sync();
    context.runtime.enableEvents = true;
    await context.sync();
  });
  await settle();
  expect(seen).toEqual([]);
});

it('stops when the handler is removed', async () => {
  const host = attachedHost();
  const seen: string[] = [];
  await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    const handler = sheet.onChanged.add(({ address }) => {
      seen.push(address);
      return Promise.resolve();
    });
    await context.sync();
    host.type('Sheet1', 'A1', [[1]]);
    await settle();
    handler.remove();
    await context.sync();
    host.type('Sheet1', 'A2', [[1]]);
    await settle();
  });
  expect(seen).toEqual(['A1']);
});

it('gives the cells an event told of', async () => {
  const host = attachedHost();
  let values: unknown = null;
  await run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (args) => {
      await run(async (inner) => {
        const range = args.getRangeOrNullObject(inner).load('values');
        await inner.sync();
        values = range.values;
      });
    });
    await context.sync();
  });
  host.type('Sheet1', 'B2:C2', [['a', 'b']]);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(values).toEqual([['a', 'b']]);
});
