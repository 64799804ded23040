import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from './tools.mjs';

const chromium = findProgram('chromium');
const TIME_LIMIT = 60_000;

/** A `describe` whose tests need Chromium; without it they are skipped, and say why. */
export function describeWithChromium(name: string, tests: () => void): void {
  if (chromium === null) describe.skip(`${name} (needs Chromium)`, tests);
  else describe(name, tests);
}

/**
 * Opens a page in a fresh headless Chromium, lets its scripts run for `milliseconds` of the
 * page's own time, and returns what the document holds then (`html`) and what the browser said
 * on its console (`log`). Rejects when the browser fails or is too slow.
 */
export async function openInChromium(
  url: string,
  milliseconds: number,
): Promise<{ html: string; log: string }> {
  if (chromium === null) throw new Error('Chromium is not installed.');
  const profile = mkdtempSync(join(tmpdir(), 'tien-do-chromium-'));
  try {
    const { stdout, stderr } = await promisify(execFile)(
      chromium,
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        `--user-data-dir=${profile}`,
        '--enable-logging=stderr',
        `--virtual-time-budget=${milliseconds}`,
        '--dump-dom',
        url,
      ],
      { timeout: TIME_LIMIT, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
    );
    return { html: stdout, log: stderr };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
