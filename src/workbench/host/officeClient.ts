import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { JSDOM } from 'jsdom';
import type { OfficeClient } from './host';

/** The genuine client library: `Excel.run` and what comes with it. */
export type LoadedClient = OfficeClient & { readonly Excel: typeof Excel };

/**
 * Loads Microsoft's client library for Excel, unmodified, into a page of its own (Node only). A
 * page holds one client: a host attached later takes the place of the one before.
 */
export function loadOfficeClient(): LoadedClient {
  const require = createRequire(import.meta.url);
  const file = require.resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
  const { window } = new JSDOM('<!doctype html>', {
    runScripts: 'outside-only',
    url: 'https://localhost/',
  });
  window.eval(readFileSync(file, 'utf8'));
  if (!isClient(window)) throw new Error('The client library did not load.');
  return window;
}

function isClient(window: object): window is LoadedClient {
  return 'Excel' in window && 'OfficeExtension' in window && 'Office' in window;
}
