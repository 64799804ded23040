import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findProgram } from '../support/tools.mjs';

const repository = resolve(__dirname, '../..');
const openssl = findProgram('openssl');

let address = '';

type Answer = { readonly status: number; readonly type: string; readonly body: string };

function get(path: string, ca: Buffer): Promise<Answer> {
  return new Promise((done, fail) => {
    request(new URL(path, address), { ca, family: 4 }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        const type = response.headers['content-type'] ?? '';
        done({ status: response.statusCode ?? 0, type, body });
      });
    })
      .on('error', fail)
      .end();
  });
}

const describeWithOpenssl = openssl === null ? describe.skip : describe;

describeWithOpenssl('npm run excel (needs openssl)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-excel-'));
  const [certificate, key] = [join(folder, 'localhost.crt'), join(folder, 'localhost.key')];
  let server: ChildProcess | null = null;

  beforeAll(async () => {
    execFileSync(
      openssl ?? '',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-days',
          '2',
          '-subj',
          '/CN=localhost',
        ],
        ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', key, '-out', certificate],
      ],
      { stdio: 'ignore' },
    );
    const script = join(repository, 'src/workbench/excel.mjs');
    const options = ['--serve', '--port', '0', '--certificate', certificate, '--key', key];
    const started = spawn(process.execPath, [script, ...options], { cwd: repository });
    server = started;
    await new Promise<void>((done, fail) => {
      let said = '';
      started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
      started.stdout.once('data', (chunk: Buffer) => {
        address = chunk.toString().trim();
        done();
      });
      started.on('close', () => {
        fail(new Error(said));
      });
    });
  }, 120_000);

  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it('serves what the manifest names, over https, where it names it', async () => {
    const ca = readFileSync(certificate);
    expect(address).toMatch(/^https:\/\/localhost:\d+\/taskpane\.html$/);
    const pane = await get('taskpane.html', ca);
    expect(pane).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' });
    expect(pane.body).toContain('taskpane.js');
    expect(await get('office/office.js', ca)).toMatchObject({ status: 200 });
    expect(await get('assets/icon-32.png', ca)).toMatchObject({ status: 200, type: 'image/png' });
    const manifest = readFileSync(join(repository, 'manifest.xml'), 'utf8');
    expect((await get('manifest.xml', ca)).body).toBe(manifest);
  });

  it.each(['nothing.html', '..%2f..%2f..%2fpackage.json', '%'])('serves no %s', async (path) => {
    expect(await get(path, readFileSync(certificate))).toMatchObject({ status: 404 });
  });
});
