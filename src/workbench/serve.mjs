/**
 * `npm run workbench -- [--port N]`: builds the add-in and the workbench, serves both on this
 * machine only, and builds again whenever a source changes. Standard output is one line, the
 * page's address. `--once` builds without watching.
 */
import { createReadStream, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import { addin } from '../../webpack.config.js';
import page from '../../webpack.workbench.config.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache/workbench');
const DEFAULT_PORT = 4680;

const kinds = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
};

const say = (text) => process.stderr.write(`${text}\n`);

function compiler(folder) {
  const built = (config, name) => ({
    ...config,
    context: root,
    output: { ...config.output, path: join(folder, name) },
    // What did not change since the last time is not built again.
    cache: { type: 'filesystem', name, cacheDirectory: join(root, '.cache/webpack') },
    stats: 'errors-warnings',
  });
  return webpack([built(addin, 'addin'), built(page, 'page')]);
}

/** Builds; rejects when the first build fails. Later faults are said and the old files stay. */
function build(folder, watch) {
  return new Promise((done, fail) => {
    const made = compiler(folder);
    const settle = (error, stats) => {
      const failed = error ?? (stats.hasErrors() ? stats.toString('errors-only') : null);
      if (failed === null) done();
      else {
        say(String(failed));
        fail(new Error('The build failed.'));
      }
    };
    if (watch) made.watch({ ignored: /node_modules|\.cache/ }, settle);
    else
      made.run((error, stats) => {
        made.close((fault) => settle(error ?? fault, stats));
      });
  });
}

function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The file an address stands for: the workbench's own, else the add-in's, else null. */
function find(folder, address) {
  const path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  const wanted = path === '/' ? '/workbench.html' : path;
  for (const layer of ['page', 'addin']) {
    const file = resolve(folder, layer, `.${wanted}`);
    if (file.startsWith(join(folder, layer)) && isFile(file)) return file;
  }
  return null;
}

function serve(folder, port) {
  const server = createServer((request, response) => {
    let file = null;
    try {
      file = find(folder, request.url ?? '/');
    } catch {
      // An address that cannot be decoded names no file.
    }
    if (file === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': kinds[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-store',
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((done, fail) => {
    server.on('error', fail);
    server.listen(port, '127.0.0.1', () => done(server.address().port));
  });
}

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { port: { type: 'string' }, once: { type: 'boolean', default: false } },
});
const wanted = values.port === undefined ? DEFAULT_PORT : Number.parseInt(values.port, 10);
try {
  const folder = join(cache, String(process.pid));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit());
  await build(folder, !values.once);
  const port = await serve(folder, wanted);
  process.stdout.write(`http://localhost:${port}/\n`);
  say('Mở địa chỉ trên bằng trình duyệt; Ctrl+C để dừng. / Open it in a browser; Ctrl+C stops.');
} catch (error) {
  const taken = error.code === 'EADDRINUSE';
  say(
    taken
      ? `Cổng ${wanted} đang được dùng: chọn cổng khác bằng -- --port N. / Port ${wanted} is in use: choose another with -- --port N.`
      : String(error.message),
  );
  process.exitCode = 2;
}
