/**
 * What the add-in costs in Excel, stage by stage: requests, actions and bytes between the genuine
 * client and the embedded host, at 100, 1,000 and 20,000 rows. Run as
 * `npm run -s bench:excel -- [--json] [rows…]`. Milliseconds are those of this machine and of the
 * embedded host; the other figures are the same everywhere.
 */
import { readFileSync } from 'node:fs';
import { checkLive } from '../../src/app/live/checkLive';
import { loadPlan, prepareLoad } from '../../src/app/live/loadPlan';
import { refreshLive } from '../../src/app/live/refreshLive';
import { reportLive } from '../../src/app/live/reportLive';
import { openWorkbook, workbookFiles } from '../../src/app/wiring';
import { makeDate, type IsoDate } from '../../src/domain/dates';
import type { Plan } from '../../src/domain/plan/plan';
import type { Result } from '../../src/domain/result';
import { readPlan } from '../../src/reading/readPlan';
import { createHost, type Counters, type EmbeddedHost } from '../../src/workbench/host/host';
import { areaAddress, rowCount, type Area } from '../../src/workbench/host/model/area';
import { loadOfficeClient } from '../../src/workbench/host/officeClient';
import { largePlan } from '../support/largePlan';
import { sha256 } from '../../src/cli/submissions';

/** How the report calls the open workbook. */
const seal = { digest: sha256, time: '2025-11-20T08:00:00' };

const SIZES = [100, 1_000, 20_000];

type Line = {
  readonly rows: number;
  readonly stage: string;
  readonly milliseconds: number;
} & Counters;

function must<T, E extends { readonly code: string }>(outcome: Result<T, E>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`${outcome.error.code}: ${JSON.stringify(outcome.error)}`);
}

function date(year: number, month: number, day: number): IsoDate {
  const made = makeDate(year, month, day);
  if (made === null) throw new Error('No such day.');
  return made;
}

/** The cells of a table's column below its header; fails for one that is not there. */
function column(host: EmbeddedHost, sheet: string, header: string): Area {
  const [table] = host.model.sheet(sheet)?.tables ?? [];
  if (!table) throw new Error(`There is no table on ${sheet}.`);
  const { top, bottom, left, right } = table.area;
  for (let at = left; at <= right; at++)
    if (table.sheet.grid.get(top, at).value === header)
      return { top: top + 1, bottom, left: at, right: at };
  throw new Error(`There is no column ${header} on ${sheet}.`);
}

async function measure(base: Plan, rows: number, tell: (line: Line) => void): Promise<void> {
  const plan = largePlan(base, rows);
  const asOf = date(2026, 6, 10);
  const host = createHost();
  const client = loadOfficeClient();
  host.attach(client);
  Object.assign(globalThis, { Office: client.Office, Excel: client.Excel });
  const stage = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    host.resetCounters();
    const started = performance.now();
    const done = await work();
    const milliseconds = Math.round(performance.now() - started);
    tell({ rows, stage: name, milliseconds, ...host.counters });
    return done;
  };
  const load = async (wanted: Plan): Promise<void> => {
    const prepared = must(await prepareLoad(openWorkbook, wanted, asOf));
    must(await loadPlan(openWorkbook, prepared));
  };

  await stage('load', () => load(plan));
  const actuals = column(host, 'Chỉ tiêu', 'Thực hiện');
  const percents = column(host, 'Nhiệm vụ', '% hoàn thành');
  host.type('Chỉ tiêu', areaAddress(actuals), series(actuals));
  host.type('Nhiệm vụ', areaAddress(percents), series(percents));
  const { snapshot } = await stage('check', async () => must(await checkLive(openWorkbook)));
  const first = { ...actuals, bottom: actuals.top };
  host.type('Chỉ tiêu', areaAddress(first), 12);
  await stage('one edit', async () =>
    must(
      await openWorkbook.retake(snapshot, [
        { sheetId: host.model.sheet('Chỉ tiêu')?.id ?? '', area: first },
      ]),
    ),
  );
  await stage('refresh', async () => must(await refreshLive(openWorkbook)));
  await stage('refresh again', async () => must(await refreshLive(openWorkbook)));
  await stage('report', async () => must(await reportLive(openWorkbook, workbookFiles, seal)));
  const tasks = plan.tasks.map((task, index) =>
    index % 50 === 0 ? { ...task, name: `${task.name}, sửa đổi` } : task,
  );
  await stage('load over it', () => load({ ...plan, tasks }));
}

function series(area: Area): number[][] {
  return Array.from({ length: rowCount(area) }, (_, index) => [(index * 7) % 101]);
}

function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(2);
}

const columns: readonly (readonly [string, number, (line: Line) => string])[] = [
  ['rows', 7, ({ rows }) => rows.toLocaleString('en-US')],
  ['stage', -14, ({ stage }) => stage],
  ['syncs', 6, ({ syncs }) => String(syncs)],
  ['actions', 8, ({ actions }) => actions.toLocaleString('en-US')],
  ['MB sent', 8, ({ bytesIn }) => megabytes(bytesIn)],
  ['MB got', 8, ({ bytesOut }) => megabytes(bytesOut)],
  ['largest sent', 12, ({ largestRequest }) => megabytes(largestRequest)],
  ['largest got', 12, ({ largestAnswer }) => megabytes(largestAnswer)],
  ['ms', 9, ({ milliseconds }) => milliseconds.toLocaleString('en-US')],
];

function print(cellOf: (column: (typeof columns)[number]) => string): void {
  const cells = columns.map((column) => {
    const [, width] = column;
    return width < 0 ? cellOf(column).padEnd(-width) : cellOf(column).padStart(width);
  });
  console.log(cells.join('  '));
}

const asJson = process.argv.includes('--json');
const asked = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const sizes = asked.length > 0 ? asked.map((text) => Number.parseInt(text, 10)) : SIZES;
const base = must(readPlan(readFileSync(new URL('../../seeds/hue.txt', import.meta.url), 'utf8')));
const lines: Line[] = [];
if (!asJson) print(([head]) => head);
for (const rows of sizes)
  await measure(base, rows, (line) => {
    lines.push(line);
    if (!asJson) print(([, , cellOf]) => cellOf(line));
  });
if (asJson) console.log(JSON.stringify(lines, null, 2));
