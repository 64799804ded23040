import { createHost, type EmbeddedHost, type HostOptions } from '../../../src/workbench/host/host';
import { loadOfficeClient } from '../../../src/workbench/host/officeClient';

/** The genuine client; it talks to the host attached last. */
export const client = loadOfficeClient();

/** A host with the genuine client plugged into it; the newest host gets the client's requests. */
export function attachedHost(options: HostOptions = {}): EmbeddedHost {
  const host = createHost(options);
  host.attach(client);
  return host;
}

/** `Excel.run` of the genuine client. */
export function run<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return client.Excel.run(work);
}

/** `Excel.run` that waits while the user types in a cell. */
export function runLater<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  return client.Excel.run({ delayForCellEdit: true }, work);
}

/** What the client throws: its code and where it happened. */
export type OfficeFault = { readonly code: string; readonly location: string | undefined };

/** The fault some work ends in; fails when there is none. */
export async function faultOf(
  work: (context: Excel.RequestContext) => Promise<unknown>,
): Promise<OfficeFault> {
  try {
    await run(async (context) => {
      await work(context);
      await context.sync();
    });
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && 'debugInfo' in error) {
      const { code, debugInfo } = error as OfficeExtension.Error;
      return { code, location: debugInfo.errorLocation };
    }
    throw error;
  }
  throw new Error('Nothing failed.');
}
