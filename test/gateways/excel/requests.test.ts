import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PAYLOAD_LIMIT } from '../../../src/gateways/excel/batch';
import { LOAD_SYNCS, renderInto } from '../../../src/gateways/excel/render';
import { REQUIRED_SET } from '../../../src/gateways/excel/sets';
import { sampleBook } from '../xlsx/write/sample';
import { loadClient, type HostBridge } from './client';

const request = z.object({
  id: z.number(),
  message: z.object({
    body: z.object({ Actions: z.array(z.object({ Id: z.number(), ActionType: z.number() })) }),
  }),
});

type Sent = { readonly actions: number; readonly bytes: number };

/** An empty workbook that agrees to everything: it shows what is sent. */
function recorder(): { readonly bridge: HostBridge; readonly sent: Sent[] } {
  const sent: Sent[] = [];
  const bridge: HostBridge = {
    sendMessageToHost: (text) => {
      const { id, message } = request.parse(JSON.parse(text));
      const actions = message.body.Actions;
      sent.push({ actions: actions.length, bytes: Buffer.byteLength(text) });
      const Results = actions.map(({ Id, ActionType }) => ({
        ActionId: Id,
        Value: ActionType === 2 ? { _Items: [], Id: `{${Id}}` } : null,
      }));
      const answer = { statusCode: 200, headers: {}, body: JSON.stringify({ Results }) };
      setTimeout(() => {
        bridge.onMessageFromHost?.(JSON.stringify({ id, type: 2, flags: 0, message: answer }));
      });
    },
  };
  return { bridge, sent };
}

const { bridge, sent } = recorder();
const client = loadClient(bridge);

/** What a load of so many rows sends. */
async function load(rows: number): Promise<{ requests: readonly Sent[]; chunks: number }> {
  sent.length = 0;
  const outcome = await renderInto(client.newContext(), sampleBook(rows));
  if (!outcome.ok) throw new Error(outcome.error.code);
  expect(outcome.value.syncs).toBe(sent.length);
  return { requests: [...sent], chunks: outcome.value.chunks };
}

it('loads in as many requests whatever the rows, apart from those that are full', async () => {
  const small = await load(111);
  const large = await load(20_000);
  expect(small.requests.length - small.chunks).toBe(LOAD_SYNCS);
  expect(large.requests.length - large.chunks).toBe(LOAD_SYNCS);
  expect(small.chunks).toBe(0);
  expect(large.chunks).toBeLessThan(3);
  for (const { bytes } of [...small.requests, ...large.requests])
    expect(bytes).toBeLessThan(PAYLOAD_LIMIT);
}, 60_000);

it('draws looks in as many actions whatever the rows', async () => {
  const actions = async (rows: number): Promise<number | undefined> =>
    (await load(rows)).requests.at(-2)?.actions;
  expect(await actions(2_000)).toBe(await actions(200));
});

it('calls no member above the set of the manifest', async () => {
  const manifest = readFileSync(join(__dirname, '../../../manifest.xml'), 'utf8');
  expect(manifest).toContain(`<Sets DefaultMinVersion="${REQUIRED_SET}">`);
  client.supportOnly(REQUIRED_SET);
  await expect(load(20)).resolves.toMatchObject({ chunks: 0 });
  client.supportOnly('1.8');
  await expect(load(20)).rejects.toThrow('excelTooOld');
  client.supportOnly('1.99');
});
