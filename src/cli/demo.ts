import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readPlanFile } from '../app/readPlanFile';
import { runSample, type SampleRun } from '../app/runSample';
import { documentFiles, workbookFiles } from '../app/wiring';
import { slippingIndicatorStatuses, slippingTaskStatuses } from '../domain/assessment/status';
import type { Severity } from '../domain/checks/issue';
import { makeDate } from '../domain/dates';
import type { Failure } from '../domain/failure';
import type { Plan } from '../domain/plan/plan';
import { ok, type Result } from '../domain/result';
import { readBytes, writeFileSafely } from './files';
import { say, textTable } from './print';
import { sha256 } from './submissions';

const SEEDS = 'seeds';

/** Shortly after the second reporting round of 2025, so that every kind of status is met. */
const SAMPLE_AS_OF = makeDate(2025, 12, 15);

function summaryRow(name: string, plan: Plan, run: SampleRun, seconds: number): string[] {
  const issues = (severity: Severity): number =>
    run.issues.filter((issue) => issue.severity === severity).length;
  const { indicators, tasks } = run.assessment;
  const met = indicators.filter((row) => row.status === 'met').length;
  const behind = indicators.filter((row) => slippingIndicatorStatuses.has(row.status)).length;
  const done = tasks.filter((row) => row.bucket.startsWith('completed')).length;
  const late = tasks.filter((row) => slippingTaskStatuses.has(row.status)).length;
  const three = (one: number, two: number, all: number): string =>
    [one, two, all - one - two].join(' / ');
  return [
    name,
    String(plan.indicators.length + plan.tasks.length),
    String(plan.notes.length),
    [issues('error'), issues('warning'), issues('note')].join(' / '),
    three(met, behind, indicators.length),
    three(done, late, tasks.length),
    seconds.toFixed(1).replace('.', ','),
  ];
}

/**
 * The main job on every plan in seeds/, with sample figures: a tracking workbook and a report
 * for each into `folder`, and a summary table. Fails as a value at the first file that cannot
 * be read or written.
 */
export async function runDemo(
  folder: string,
  out: (text: string) => void,
): Promise<Result<0, Failure>> {
  if (SAMPLE_AS_OF === null) throw new Error('The sample as-of date is no day.');
  out(say('demoStart', { date: SAMPLE_AS_OF }));
  const seeds = (await readdir(SEEDS)).filter((name) => name.endsWith('.txt')).sort();
  const rows: string[][] = [];
  const files: string[] = [];
  for (const seed of seeds) {
    const begun = performance.now();
    const name = basename(seed, '.txt');
    const bytes = await readBytes(join(SEEDS, seed));
    if (!bytes.ok) return bytes;
    const read = await readPlanFile(documentFiles, bytes.value, seed);
    if (!read.ok) return read;
    const { plan } = read.value;
    out(
      say('demoStep', {
        plan: plan.locality,
        rows: plan.indicators.length + plan.tasks.length,
      }),
    );
    const book = `${name}-so-theo-doi.xlsx`;
    const run = await runSample(workbookFiles, plan, SAMPLE_AS_OF, book, sha256);
    if (!run.ok) return run;
    for (const [file, content] of [
      [book, run.value.tracking],
      [`${name}-bao-cao.xlsx`, run.value.report],
    ] as const) {
      const written = await writeFileSafely(join(folder, file), content);
      if (!written.ok) return written;
      files.push(written.value.path);
      if (written.value.backup !== null) out(`    ${say('kept', { file: written.value.backup })}`);
    }
    const seconds = (performance.now() - begun) / 1000;
    rows.push(summaryRow(plan.locality, plan, run.value, seconds));
  }
  out(`\n${textTable([say('demoHeads').split('|'), ...rows])}\n`);
  for (const file of files) out(`  ${file}`);
  out(`\n${say('demoNext', { folder, book: files[0] ?? '' })}`);
  return ok(0);
}
