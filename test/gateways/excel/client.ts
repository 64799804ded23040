import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';

const file = createRequire(__filename).resolve(
  '@microsoft/office-js/dist/excel-web-16.00.debug.js',
);

/** The far side of the wire: what a host gets and answers. */
export type HostBridge = {
  sendMessageToHost: (text: string) => void;
  onMessageFromHost?: (text: string) => void;
};

/** Microsoft's own client in a page of its own, speaking to `bridge`; `newest` is its highest set. */
export type Client = {
  readonly newContext: () => Excel.RequestContext;
  readonly supportOnly: (newest: string) => void;
};

/** Loads the client library, unchanged. `Office` becomes a global, as it is in a task pane. */
export function loadClient(bridge: HostBridge): Client {
  const { window } = new JSDOM('', { runScripts: 'outside-only', url: 'https://localhost/' });
  window.eval(readFileSync(file, 'utf8'));
  const page = window as unknown as {
    Excel: { RequestContext: new () => Excel.RequestContext };
    OfficeExtension: {
      HostBridge: { init: (bridge: HostBridge) => void };
      CommonUtility: { _doApiNotSupportedCheck: boolean };
    };
    Office?: unknown;
  };
  page.OfficeExtension.HostBridge.init(bridge);
  // The client can refuse members above the supported set itself; it leaves that to Excel.
  page.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
  let highest = 9;
  const isSetSupported = (name: string, set: string): boolean =>
    name === 'ExcelApi' && Number(set.split('.')[1]) <= highest;
  const office = { context: { requirements: { isSetSupported } } };
  page.Office = office;
  Object.assign(globalThis, { Office: office });
  return {
    newContext: () => new page.Excel.RequestContext(),
    supportOnly: (newest) => {
      highest = Number(newest.split('.')[1]);
    },
  };
}
