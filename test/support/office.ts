import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findProgram } from './tools.mjs';

const soffice = findProgram('soffice');
const TIME_LIMIT = 180_000;

/** Every formula is computed anew on loading, whatever program a workbook says it came from. */
const SETTINGS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
  <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
    <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
    <prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop>
  </item>
</oor:items>`;

/** A `describe` whose tests need LibreOffice; without it they are skipped, and say why. */
export function describeWithLibreOffice(name: string, tests: () => void): void {
  if (soffice === null) describe.skip(`${name} (needs LibreOffice)`, tests);
  else describe(name, tests);
}

/**
 * Has one LibreOffice open each file, recalculate it and save it into `outDir` (made when it is
 * missing), under its own name with the new extension. One call for many files is much faster
 * than many calls. `toExt` is an extension ("xlsx", "pdf", "csv"), or an extension and a filter
 * ("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"). Returns the
 * new paths in the order given; rejects when LibreOffice fails, is too slow, or leaves one out.
 */
export async function convertWithLibreOffice(
  files: readonly string[],
  toExt: string,
  outDir: string,
): Promise<string[]> {
  if (soffice === null) throw new Error('LibreOffice is not installed.');
  mkdirSync(outDir, { recursive: true });
  const [extension = toExt] = toExt.split(':');
  const results = files.map((file) =>
    join(outDir, `${basename(file, extname(file))}.${extension}`),
  );
  if (new Set(results).size < results.length)
    throw new Error(`Two files would be saved as one: ${files.join(', ')}`);
  for (const result of results) rmSync(result, { force: true });

  const profile = mkdtempSync(join(tmpdir(), 'tien-do-libreoffice-'));
  try {
    mkdirSync(join(profile, 'user'));
    writeFileSync(join(profile, 'user/registrymodifications.xcu'), SETTINGS);
    const said = await runToEnd(soffice, [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      '--norestore',
      '--convert-to',
      toExt,
      '--outdir',
      outDir,
      ...files,
    ]);
    const missing = results.filter((result) => !existsSync(result));
    if (missing.length > 0)
      throw new Error(`LibreOffice did not write ${missing.join(', ')}:\n${said}`);
    return results;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Runs a program in a process group of its own, so that a time-out ends its children too. */
function runToEnd(program: string, options: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const note = (chunk: Buffer): void => {
      said += chunk.toString();
    };
    child.stdout.on('data', note);
    child.stderr.on('data', note);
    const timer = setTimeout(() => {
      said += `\nstopped after ${TIME_LIMIT / 1000} s`;
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    }, TIME_LIMIT);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(said);
      else reject(new Error(`${program} ended with ${code ?? 'a signal'}:\n${said}`));
    });
  });
}
