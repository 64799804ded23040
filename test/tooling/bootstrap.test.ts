import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = resolve(__dirname, '../..');
let clone = '';

/** Stands in for npm: notes how it was called, then installs as npm does, its own list last. */
const npm = `
  const { appendFileSync, copyFileSync, mkdirSync, rmSync, symlinkSync } = require('node:fs');
  appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
  rmSync('node_modules', { recursive: true, force: true });
  mkdirSync('node_modules');
  symlinkSync(${JSON.stringify(join(repository, 'node_modules/esbuild'))}, 'node_modules/esbuild');
  if (process.env.FAIL) process.exit(1);
  copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
  console.log('npm talks');`;

const program = `
  import { two } from './two';
  process.stdout.write(JSON.stringify([process.argv.slice(2), two]));
  process.exitCode = 3;`;

function write(path: string, text: string): void {
  mkdirSync(join(clone, path, '..'), { recursive: true });
  writeFileSync(join(clone, path), text);
}

function lock(version: string): void {
  const packages = {
    '': {},
    'node_modules/used': { version },
    'node_modules/judge': { version, dev: true },
    'node_modules/elsewhere': { version, optional: true },
  };
  write('package-lock.json', JSON.stringify({ packages }));
}

function run(...words: string[]): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(clone, 'src/cli/bootstrap.mjs'), ...words],
    { encoding: 'utf8', env: { ...process.env, npm_execpath: join(clone, 'npm-cli.js') } },
  );
  return { code: status, out: stdout, err: stderr };
}

function installs(): string[] {
  const calls = join(clone, 'npm-calls');
  const lines = existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];
  rmSync(calls, { force: true });
  return lines.map((line) => /--(?:omit|include)=dev/.exec(line)?.[0] ?? line);
}

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'tien-do-clone-'));
  write('npm-cli.js', npm);
  write('src/cli/main.ts', program);
  write('src/cli/two.ts', 'export const two: number = 2;');
  write('test/support/run.mjs', 'process.stdout.write("tests");');
  copyFileSync(join(repository, 'src/cli/bootstrap.mjs'), join(clone, 'src/cli/bootstrap.mjs'));
  lock('1.0.0');
});

afterEach(() => {
  rmSync(clone, { recursive: true, force: true });
});

describe('bootstrap', () => {
  it('installs once, and leaves standard output and the exit code to the program', () => {
    const first = run('tien-do', 'read', 'a b.txt', '--json');
    expect(first).toMatchObject({ code: 3, out: '[["read","a b.txt","--json"],2]' });
    expect(first.err).toContain('npm talks');
    expect(installs()).toEqual(['--omit=dev']);
    expect(run('start')).toEqual({ code: 3, out: '[["demo"],2]', err: '' });
    expect(installs()).toEqual([]);
  });

  it('runs what the sources say now', () => {
    run('start');
    write('src/cli/two.ts', 'export const two: number = 22;');
    expect(run('start').out).toBe('[["demo"],22]');
  });

  it('installs again when the lockfile changed', () => {
    run('start');
    lock('1.0.1');
    run('start');
    expect(installs()).toHaveLength(2);
  });

  it('installs the test tools only for the tests', () => {
    run('start');
    const product = { packages: { 'node_modules/used': { version: '1.0.0' } } };
    write('node_modules/.package-lock.json', JSON.stringify(product));
    expect(run('test')).toMatchObject({ code: 0, out: 'tests' });
    run('start');
    expect(installs()).toEqual(['--omit=dev', '--include=dev']);
  });

  it("installs nothing through a link to another folder's packages", () => {
    mkdirSync(join(clone, 'theirs'));
    symlinkSync('theirs', join(clone, 'node_modules'));
    const refused = run('start');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain('is a link to another folder');
    expect(installs()).toEqual([]);
  });

  it('says what to do when the packages cannot be installed, and tries again next time', () => {
    process.env['FAIL'] = '1';
    const failed = run('start');
    delete process.env['FAIL'];
    expect(failed).toMatchObject({ code: 2, out: '' });
    expect(failed.err).toContain('check the network');
    expect(run('start').code).toBe(3);
    expect(installs()).toHaveLength(2);
  });
});
