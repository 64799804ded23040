/**
 * The way in from a bare clone: `node bootstrap.mjs TARGET [arguments]`; the targets are below. It
 * installs what package-lock.json names when that is not there yet, then runs the target in this
 * process.
 * Node built-ins only; standard output belongs to the target.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST_NODE = 20;
/** What only some documents need is loaded when one of them comes. */
const parsers = ['htmlparser2', '@e965/xlsx', 'unpdf'];
const file = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const lockfile = file('package-lock.json');
const say = (text) => process.stderr.write(`${text}\n`);

/** `needs` is how much of the lockfile a target wants: what runs the product, or everything. */
const targets = {
  start: { needs: 'product', run: (args) => runProduct(['demo', ...args]) },
  'tien-do': { needs: 'product', run: runProduct },
  test: { needs: 'everything', run: runTests },
  fuzz: { needs: 'everything', run: runFuzz },
  workbench: { needs: 'everything', run: runWorkbench },
  excel: { needs: 'everything', run: runExcel },
  'bench:excel': { needs: 'everything', run: (args) => runBench('excel', args) },
  'bench:collect': { needs: 'everything', run: (args) => runBench('collect', args) },
  'bench:report': { needs: 'everything', run: (args) => runBench('report', args) },
  'bench:read': { needs: 'everything', run: (args) => runBench('read', args) },
};

async function runProduct(args) {
  await runFile(await bundledProduct(), args);
}

async function runTests(args) {
  await runFile(file('test/support/run.mjs'), args);
}

/** The long run of the tests that break good submissions. */
async function runFuzz(args) {
  process.env.TIEN_DO_FUZZ ??= '10000';
  await runTests(['test/app/fuzz', ...args]);
}

async function runWorkbench(args) {
  await runFile(file('src/workbench/serve.mjs'), args);
}

async function runExcel(args) {
  await runFile(file('src/workbench/excel.mjs'), args);
}

async function runBench(name, args) {
  const { build } = await import('esbuild');
  // As deep in the clone as its source, so that paths relative to import.meta.url hold.
  const outfile = file(`.cache/bench/${name}.mjs`);
  await build({
    entryPoints: [file(`test/bench/${name}.ts`)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
  });
  await runFile(outfile, args);
}

async function runFile(path, args) {
  process.argv.splice(1, process.argv.length, path, ...args);
  await import(pathToFileURL(path).href);
}

function sha256(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

/**
 * One module made of src/cli/main.ts and all it imports, built again whenever a source or a
 * package changed: it starts in a third of the time that translating file by file takes. It lies
 * as deep in the clone as main.ts does, so paths relative to import.meta.url hold.
 */
async function bundledProduct() {
  const sources = readdirSync(file('src'), { recursive: true })
    .filter((path) => path.endsWith('.ts'))
    .sort();
  const parts = sources.flatMap((path) => [path, readFileSync(file(`src/${path}`))]);
  const folder = file('.cache/cli');
  const bundle = join(folder, `${sha256(readFileSync(lockfile), ...parts)}.mjs`);
  if (!existsSync(bundle)) {
    const { build } = await import('esbuild');
    const building = `${bundle}.${process.pid}`;
    await build({
      entryPoints: [file('src/cli/main.ts')],
      outfile: building,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      external: parsers,
    });
    renameSync(building, bundle);
    for (const old of readdirSync(folder).filter(
      (name) => /^\w+\.mjs$/.test(name) && name !== basename(bundle),
    ))
      rmSync(join(folder, old), { force: true });
  }
  return bundle;
}

/** npm lists here what it installed, and writes it last: an interrupted install leaves no list. */
const installedList = file('node_modules/.package-lock.json');

function isInstalled(needs) {
  if (!existsSync(installedList)) return false;
  const [wanted, installed] = [lockfile, installedList].map(
    (path) => JSON.parse(readFileSync(path, 'utf8')).packages,
  );
  return Object.entries(wanted).every(
    ([path, { version, optional, dev, devOptional }]) =>
      path === '' ||
      optional ||
      devOptional ||
      (dev && needs === 'product') ||
      installed[path]?.version === version,
  );
}

function install(needs) {
  if (lstatSync(file('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    say(
      'node_modules là liên kết tới thư mục khác, thiếu gói: hãy cài đặt ở thư mục đó hoặc xoá liên kết. / ' +
        'node_modules is a link to another folder and lacks packages: install there, or remove the link.',
    );
    return false;
  }
  say(
    'Đang cài đặt các gói cần thiết, chỉ lần đầu… / Installing the packages, the first time only…',
  );
  const started = Date.now();
  const npm = process.env.npm_execpath ?? '';
  const known = npm.endsWith('npm-cli.js');
  const { status } = spawnSync(
    known ? process.execPath : 'npm',
    [
      ...(known ? [npm] : []),
      'ci',
      needs === 'product' ? '--omit=dev' : '--include=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { cwd: file('.'), stdio: ['ignore', 2, 2], shell: !known && process.platform === 'win32' },
  );
  if (status !== 0) {
    say(
      'Không cài đặt được: kiểm tra kết nối mạng rồi chạy lại lệnh này. / ' +
        'The packages could not be installed: check the network, then run this command again.',
    );
    return false;
  }
  const seconds = Math.round((Date.now() - started) / 1000);
  say(`Đã cài đặt xong sau ${seconds} giây. / Installed in ${seconds} s.`);
  return true;
}

async function main([name, ...args]) {
  const target = targets[name];
  if (Number.parseInt(process.versions.node, 10) < OLDEST_NODE) {
    say(
      `Cần Node.js ${OLDEST_NODE} trở lên, máy này có ${process.versions.node}. / ` +
        `Node.js ${OLDEST_NODE} or later is needed; this is ${process.versions.node}.`,
    );
    process.exitCode = 2;
  } else if (isInstalled(target.needs) || install(target.needs)) await target.run(args);
  else process.exitCode = 2;
}

await main(process.argv.slice(2));
