import { EmbeddedHost, type HostOptions } from '../../../src/workbench/host/host';
import { loadOfficeClient } from '../../../src/workbench/host/officeClient';

/** An open workbook in the embedded host, with the genuine client before it. */
export type Session = {
  readonly host: EmbeddedHost;
  readonly newContext: () => Excel.RequestContext;
  readonly dropSheet: (name: string) => void;
};

/** Opens an empty workbook. `Office` and `Excel` become globals, as in a task pane. */
export function openSession(options: HostOptions = {}): Session {
  const host = new EmbeddedHost(options);
  const client = loadOfficeClient();
  host.attach(client);
  Object.assign(globalThis, { Office: client.Office, Excel: client.Excel });
  return {
    host,
    newContext: () => new client.Excel.RequestContext(),
    dropSheet: (name) => {
      const sheet = host.model.sheet(name);
      if (sheet) host.model.deleteSheet(sheet);
    },
  };
}
