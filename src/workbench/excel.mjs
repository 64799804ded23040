/**
 * `npm run excel -- [--document URL] [--serve [--port N]]`: builds the add-in, serves it at the address its
 * manifest names, builds again whenever a source changes, and loads it into Excel with Microsoft's
 * tools: Excel on this computer, or the workbook of a SharePoint or OneDrive address on the web.
 * Ctrl+C takes it out of Excel again. `--serve` only serves, for a person who loads the manifest
 * by hand. Microsoft's tools are 450 MB and run from npm's cache: see docs/decisions/0013.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir, platform } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import { addin } from '../../webpack.config.js';
import { serveFiles } from './serveFiles.mjs';

const CERTIFICATES = 'office-addin-dev-certs@3.0.0';
const SIDELOADING = 'office-addin-debugging@7.0.0';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = join(root, '.cache/excel', String(process.pid));
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs one of Microsoft's tools; rejects when it fails. What it says goes to standard error. */
function office(tool, ...args) {
  return new Promise((done, fail) => {
    const isWindows = platform() === 'win32';
    const given = ['--yes', tool, ...args];
    const child = spawn('npx', isWindows ? given.map((each) => `"${each}"`) : given, {
      stdio: ['inherit', 2, 2],
      shell: isWindows,
    });
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new Error(`${tool} ${args[0]}: ${code}`));
    });
  });
}

/** The key and certificate for localhost that this computer trusts, made when they are missing. */
async function identity({ certificate, key }) {
  if (certificate === undefined || key === undefined) {
    const own = join(homedir(), '.office-addin-dev-certs');
    await office(CERTIFICATES, 'install');
    return {
      cert: readFileSync(join(own, 'localhost.crt')),
      key: readFileSync(join(own, 'localhost.key')),
    };
  }
  return { cert: readFileSync(certificate), key: readFileSync(key) };
}

/** Builds, and goes on building; rejects when the first build fails. */
function build() {
  const made = webpack({
    ...addin,
    mode: 'development',
    context: root,
    output: { ...addin.output, path: folder },
    stats: 'errors-warnings',
  });
  return new Promise((done, fail) => {
    made.watch({ ignored: /node_modules|\.cache/ }, (error, stats) => {
      const failed = error ?? (stats.hasErrors() ? stats.toString('errors-only') : null);
      if (failed === null) done();
      else {
        say(String(failed));
        fail(new Error('The build failed.'));
      }
    });
  });
}

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    document: { type: 'string' },
    serve: { type: 'boolean', default: false },
    port: { type: 'string' },
    certificate: { type: 'string' },
    key: { type: 'string' },
  },
});
const place = new URL(
  /<SourceLocation DefaultValue="([^"]+)"/.exec(
    readFileSync(join(root, 'manifest.xml'), 'utf8'),
  )[1],
);
const manifest = join(folder, 'manifest.xml');
const hasExcel = ['win32', 'darwin'].includes(platform()) || values.document !== undefined;
let isLoaded = false;

process.on('exit', () => {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    if (isLoaded) await office(SIDELOADING, 'stop', manifest).catch((error) => say(String(error)));
    process.exit();
  });

try {
  const own = await identity(values);
  await build();
  const secure = (listener) => createServer(own, listener);
  place.port = await serveFiles(
    secure,
    [folder],
    'taskpane.html',
    Number(values.port ?? place.port),
  );
  process.stdout.write(`${place.href}\n`);
  if (values.serve || !hasExcel) {
    say(
      'Chỉ phục vụ tệp: tự nạp manifest.xml vào Excel (docs/excel-smoke.md); Ctrl+C để dừng. / ' +
        'Serving only: load manifest.xml into Excel by hand (docs/excel-smoke.md); Ctrl+C stops.',
    );
  } else {
    await office(
      SIDELOADING,
      'start',
      manifest,
      ...(values.document === undefined ? ['desktop'] : ['web', '--document', values.document]),
      '--no-debug',
      '--no-live-reload',
    );
    isLoaded = true;
    say('Excel đang mở phần bổ trợ; Ctrl+C để gỡ. / Excel has the add-in; Ctrl+C takes it out.');
  }
} catch (error) {
  say(
    error.code === 'EADDRINUSE'
      ? `Cổng ${place.port} đang được dùng. / Port ${place.port} is in use.`
      : String(error.message),
  );
  process.exit(2);
}
