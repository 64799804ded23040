import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describeWithChromium, openInChromium } from '../support/browser';

const repository = resolve(__dirname, '../..');
const manifestFile = join(repository, 'manifest.xml');
const manifest = readFileSync(manifestFile, 'utf8');
const origin = 'https://localhost:3000/';
let build = '';

beforeAll(() => {
  build = mkdtempSync(join(tmpdir(), 'tien-do-build-'));
  const webpack = join(repository, 'node_modules/webpack/bin/webpack.js');
  execFileSync(process.execPath, [webpack, '--output-path', build], { cwd: repository });
}, 180_000);

afterAll(() => {
  rmSync(build, { recursive: true, force: true });
});

/** The first group of every match. */
function all(pattern: RegExp): string[] {
  return [...manifest.matchAll(pattern)].map((match) => match[1] ?? '');
}

describe('manifest.xml', () => {
  it('is read by the manifest library of Office', async () => {
    const read = await OfficeAddinManifest.readManifestFile(manifestFile);
    expect(read).toMatchObject({
      displayName: 'Tiến Độ',
      defaultLocale: 'vi-VN',
      hosts: ['Workbook'],
      officeAppType: 'TaskPaneApp',
      permissions: 'ReadWriteDocument',
    });
  });

  it('names only what the build holds', () => {
    const urls = all(/DefaultValue="(\w+:\/\/[^"]*)"/g);
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !url.startsWith(origin))).toEqual([]);
    expect(urls.filter((url) => !existsSync(join(build, url.slice(origin.length))))).toEqual([]);
    expect(readFileSync(join(build, 'manifest.xml'), 'utf8')).toBe(manifest);
  });

  it('defines every resource it uses, once, and uses every one', () => {
    const defined = all(/<bt:(?:Image|Url|String) id="([^"]*)"/g);
    expect([...defined].sort()).toEqual([...new Set(all(/resid="([^"]*)"/g))].sort());
    expect(defined.filter((id) => id.length > 32)).toEqual([]);
  });

  it('says everything in both languages', () => {
    const texts = all(/<((?:bt:String|DisplayName|Description) [^>]*DefaultValue="[^"]*")/g);
    const english = all(/Override (Locale="en-US" Value="[^"]+")/g);
    expect(texts.length).toBeGreaterThan(0);
    expect(english).toHaveLength(texts.length);
  });

  it.each(
    ['icon', 'check', 'refresh', 'report'].flatMap((name) =>
      ['16', '20', '24', '32', '40', '48', '64', '80'].map((size) => [name, size] as const),
    ),
  )('has the icon %s %s pixels wide and high', (name, size) => {
    const icon = readFileSync(join(repository, `assets/${name}-${size}.png`));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)].map(String)).toEqual([size, size]);
    expect(all(/<bt:Image size="\d+" resid="([^"]*)"/g)).toContain(`${name}.${size}`);
    expect(manifest).toContain(`${name}-${size}.png`);
  });

  it('has buttons whose functions the pane knows', () => {
    const names = all(/<FunctionName>([^<]*)/g);
    expect(names.sort()).toEqual(['checkNow', 'makeReport', 'refreshColours']);
    const script = readFileSync(join(build, 'taskpane.js'), 'utf8');
    expect(names.filter((name) => !script.includes(name))).toEqual([]);
  });

  it('is written for the place a build is told', () => {
    const other = mkdtempSync(join(tmpdir(), 'tien-do-place-'));
    const place = 'https://noi-bo.tinh.gov.vn/tien-do';
    const webpack = join(repository, 'node_modules/webpack/bin/webpack.js');
    execFileSync(
      process.execPath,
      [webpack, '--env', `baseUrl=${place}/`, '--output-path', other],
      { cwd: repository },
    );
    const written = readFileSync(join(other, 'manifest.xml'), 'utf8');
    rmSync(other, { recursive: true, force: true });
    expect(written).toBe(manifest.replaceAll('https://localhost:3000', place));
  }, 120_000);
});

describe('the page of the task pane', () => {
  it('runs scripts from beside it only, none of them inline', () => {
    const page = readFileSync(join(build, 'taskpane.html'), 'utf8');
    expect(page).toContain("default-src 'none'; script-src 'self';");
    const scripts = [...page.matchAll(/<script\b([^>]*)>([^<]*)/g)];
    expect(scripts.map(([, tag]) => /src="([^"]*)"/.exec(tag ?? '')?.[1])).toEqual([
      'taskpane.js',
      'office/office.js',
    ]);
    expect(scripts.map(([, , inline]) => inline)).toEqual(['', '']);
  });
});

describeWithChromium('the task pane in a browser', () => {
  const kinds: Readonly<Record<string, string>> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
  };
  const asked: string[] = [];
  const missing: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://localhost').pathname;
    const file = join(build, path);
    asked.push(path);
    if (!existsSync(file)) {
      missing.push(path);
      response.writeHead(404).end();
    } else
      response
        .writeHead(200, { 'content-type': kinds[extname(file)] ?? 'image/png' })
        .end(readFileSync(file));
  });
  beforeAll(
    () =>
      new Promise<void>(
        (done) =>
          void server.listen(0, '127.0.0.1', () => {
            done();
          }),
      ),
  );
  afterAll(
    () =>
      new Promise<void>(
        (done) =>
          void server.close(() => {
            done();
          }),
      ),
  );

  it('shows itself with everything it loads, and lets nothing out', async () => {
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    const url = `http://127.0.0.1:${address.port}/taskpane.html`;
    const { html, log } = await openInChromium(url, 5000);
    expect(html).toContain('Tiến Độ</h1>');
    expect(html).toContain('Trang này chỉ làm việc trong Excel');
    expect(asked).toContain('/office/office.js');
    expect(missing).toEqual([]);
    expect(log).not.toMatch(/Uncaught|SyntaxError/);
  }, 90_000);
});
