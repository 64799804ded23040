/**
 * `npm run workbench -- [--port N]`: builds the add-in and the workbench, serves both on this
 * machine only, and builds again whenever a source changes. Standard output is one line, the
 * page's address. `--once` builds without watching.
 */
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import webpack from 'webpack';
import { addin } from '../../webpack.config.js';
import page from '../../webpack.workbench.config.js';
import { serveFiles } from './serveFiles.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache/workbench');
const DEFAULT_PORT = 4680;

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
  const layers = ['page', 'addin'].map((layer) => join(folder, layer));
  const port = await serveFiles(createServer, layers, 'workbench.html', wanted);
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
