import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findProgram } from './tools.mjs';

const repository = resolve(__dirname, '../..');

/** The workbench as `npm run workbench` serves it, and a browser to work in. */
export type RunningWorkbench = {
  readonly url: string;
  readonly browser: Browser;
  readonly stop: () => Promise<void>;
};

/** A page of the workbench, and what went wrong in it or was asked of another origin. */
export type WorkbenchPage = {
  readonly page: Page;
  readonly faults: string[];
  readonly strangers: string[];
};

/** Builds and serves the workbench on a free port and starts a fresh headless Chromium. */
export async function startWorkbench(): Promise<RunningWorkbench> {
  const program = findProgram('chromium');
  if (program === null) throw new Error('Chromium is not installed.');
  const server = spawn(process.execPath, ['src/workbench/serve.mjs', '--once', '--port', '0'], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [url, browser] = await Promise.all([
    addressOf(server),
    chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] }),
  ]);
  return {
    url,
    browser,
    stop: async () => {
      await browser.close();
      await ended(server);
    },
  };
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    server.stdout?.on('data', (chunk: Buffer) => {
      done(chunk.toString().trim());
    });
    server.on('close', () => {
      fail(new Error(said));
    });
  });
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    server.on('close', () => {
      done();
    });
    server.kill();
  });
}

/** Opens the workbench in a window of its own and waits until it can be worked in. */
export async function openWorkbench({ url, browser }: RunningWorkbench): Promise<WorkbenchPage> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 800 },
    permissions: ['clipboard-read', 'clipboard-write'],
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const faults: string[] = [];
  const strangers: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(url))
      strangers.push(request.url());
  });
  await page.goto(url);
  await page.getByRole('grid').waitFor();
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor();
  return { page, faults, strangers };
}

/** Loads one of the sample plans with its button. */
export async function loadPlan(page: Page, place: string): Promise<void> {
  await page.getByRole('button', { name: place, exact: true }).click();
  await page.getByText(`Đã nạp kế hoạch ${place}.`).waitFor();
}

/** Goes to a cell of a sheet by its tab and the name box. */
export async function goTo(page: Page, sheet: string, address: string): Promise<void> {
  await page.getByRole('tab', { name: sheet, exact: true }).click();
  await page.getByRole('textbox', { name: 'Hộp tên' }).fill(address);
  await page.keyboard.press('Enter');
}

/** Waits until a cell that is seen shows exactly a text; "" for a cell that shows nothing. */
export async function cellShows(page: Page, address: string, text: string): Promise<void> {
  const words = page.locator(`#cell-${address} .words`);
  if (text === '') await words.waitFor({ state: 'detached' });
  else await words.and(page.getByText(text, { exact: true })).waitFor();
}
