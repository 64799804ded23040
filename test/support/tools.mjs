import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The outside judges some suites need: a program, and the Debian packages that bring it. */
const tools = [
  { program: 'soffice', packages: ['libreoffice-calc', 'fonts-liberation'] },
  { program: 'pdftoppm', packages: ['poppler-utils'] },
  { program: 'xmllint', packages: ['libxml2-utils'] },
  { program: 'chromium', packages: ['chromium', 'fonts-liberation'] },
];

/** The full path of a program found on PATH, or null. */
export function findProgram(program) {
  const places = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => existsSync(place)) ?? null;
}

/**
 * Installs the missing programs where that is possible: Debian or a kin of it, as root. Where it
 * is not, or fails, the suites that need them are skipped by name.
 */
export function installTools() {
  const missing = tools.filter(({ program }) => findProgram(program) === null);
  const root = process.getuid?.() === 0 && findProgram('apt-get') !== null;
  if (missing.length === 0 || !root) return;
  const packages = [...new Set(missing.flatMap((tool) => tool.packages))];
  process.stderr.write(`Installing ${packages.join(', ')} for the tests that need them…\n`);
  const apt = (...args) =>
    spawnSync('apt-get', ['-qq', '-o', 'Dpkg::Use-Pty=0', ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const done = apt('update') && apt('install', '-y', '--no-install-recommends', ...packages);
  if (!done) process.stderr.write('They could not be installed; those tests are skipped.\n');
}
