/**
 * What collecting submissions costs, side by side with others that read the same files: openpyxl
 * (values only), SheetJS, and the floor of inflating every part and looking at each byte once. Run
 * as `npm run -s bench:collect -- [--json] [files]`; 1,000 files of 60 rows by default. Seconds are
 * those of this machine, ratios hold on others. The collection runs in a process of its own, so
 * that its memory is its own.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { read as readSheetJs } from '@e965/xlsx';
import { changesBook, writeCollection } from '../../src/app/periodActions';
import { openFile } from '../../src/app/changeBook';
import { collectFiles, type IncomingFile } from '../../src/app/collectFiles';
import { drawForm, planForms } from '../../src/app/makeForms';
import { workbookFiles } from '../../src/app/wiring';
import { plainAgency, type Registry } from '../../src/domain/agencies/registry';
import { makeDate } from '../../src/domain/dates';
import type { Plan } from '../../src/domain/plan/plan';
import { ok, type Result } from '../../src/domain/result';
import { patchXlsx } from '../../src/gateways/xlsx/patch/patch';
import { openContainer } from '../../src/gateways/xlsx/read/container';
import { readXlsx } from '../../src/gateways/xlsx/read/read';
import { readPlan } from '../../src/reading/readPlan';
import { emptyContent } from '../../src/workbook/tracking/content';
import { trackingSpec } from '../../src/workbook/tracking/trackingSpec';
import { largePlan } from '../support/largePlan';

const ROWS = 60;
const GROUP = 'all-agencies';
const PART = 1000;
const PERIOD = '2025-11';
const BOOK = 'so.xlsx';
const [, , ...words] = process.argv;

function must<T, E>(outcome: Result<T, E>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}

function agencyId(index: number): string {
  return `co-quan-${String(index + 1).padStart(5, '0')}`;
}

/** A plan whose rows are all led by a group of as many agencies as there are files. */
function manyAgencies(count: number): { readonly plan: Plan; readonly registry: Registry } {
  const path = new URL('../../seeds/tien-giang.txt', import.meta.url);
  const seed = largePlan(must(readPlan(readFileSync(path, 'utf8'))), ROWS);
  const numbered = seed.indicators.filter(({ target }) => target?.kind === 'atLeast');
  const plan: Plan = {
    ...seed,
    indicators: seed.indicators.map((row, index) => ({
      ...(numbered[index % numbered.length] ?? row),
      id: row.id,
      code: row.code,
      name: row.name,
      leads: [GROUP],
    })),
    tasks: seed.tasks.map((row) => ({ ...row, leads: [GROUP] })),
    agencies: [{ id: GROUP, name: 'Các cơ quan', aliases: [], group: true }],
  };
  const members = Array.from({ length: count }, (_, index) =>
    plainAgency(agencyId(index), `Cơ quan ${agencyId(index).slice(-5)}`),
  );
  // A cell holds the names of some thousand members: a larger group is a group of groups.
  const parts = Array.from({ length: Math.ceil(count / PART) }, (_, index) => ({
    ...plainAgency(`khoi-${String(index + 1)}`, `Khối ${String(index + 1)}`),
    group: true,
    members: members.slice(index * PART, (index + 1) * PART).map(({ id }) => id),
  }));
  const whole = { ...plainAgency(GROUP, 'Các cơ quan'), group: true };
  return {
    plan,
    registry: [{ ...whole, members: parts.map(({ id }) => id) }, ...parts, ...members],
  };
}

/** Figures to be replaced in copies of one filled form; none of them occurs otherwise. */
const marker = (index: number): number => 77_000_001 + index;

/** One filled form, and copies of it for every agency with figures of their own. */
async function makeFiles(folder: string, count: number): Promise<void> {
  const asOf = makeDate(2025, 11, 10);
  if (asOf === null) throw new Error('No such day.');
  const { plan, registry } = manyAgencies(count);
  const content = { ...emptyContent(plan, asOf), registry };
  const book = await workbookFiles.render(trackingSpec(content));
  writeFileSync(join(folder, BOOK), book);
  const opened = must(openFile(workbookFiles, book, BOOK));
  const planned = must(planForms(opened.book, PERIOD));
  const [first] = planned.forms;
  if (!first || planned.forms.length !== count)
    throw new Error('A form for each agency is needed.');
  const parts = unzipSync(await filled(await drawForm(workbookFiles, first), count));
  const own = agencyId(0);
  for (let index = 0; index < count; index += 1) {
    const changed = Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => {
        if (!/workbook\.xml$|sharedStrings\.xml$|sheet[234]\.xml$/.test(name)) return [name, bytes];
        const xml = strFromU8(bytes)
          .replaceAll(own, agencyId(index))
          .replace(/<v>77(\d{6})<\/v>/g, (_, at: string) => {
            const figure = (Number.parseInt(at, 10) * 7 + index * 13) % 96;
            return `<v>${String(figure)}</v>`;
          });
        return [name, strToU8(xml)];
      }),
    );
    writeFileSync(join(folder, `phieu_${agencyId(index)}.xlsx`), zipSync(changed));
  }
}

/**
 * A figure and its source, or a percentage and a result, on every row; of very many files the
 * percentages only, so that the history fits the rows of a sheet.
 */
async function filled(form: Uint8Array, count: number): Promise<Uint8Array> {
  const snapshot = must(readXlsx(form, 'phieu.xlsx'));
  let next = 0;
  return must(
    await patchXlsx(
      form,
      'phieu.xlsx',
      (['Chỉ tiêu', 'Nhiệm vụ'] as const).map((name) => {
        const sheet = snapshot.sheets.find((each) => each.name === name);
        const header = (text: string): number =>
          sheet?.cells.find(({ content }) => content.kind === 'text' && content.text === text)
            ?.column ?? 0;
        const rows = (sheet?.cells ?? []).filter(
          ({ row, column, content }) => column === 1 && row > 6 && content.kind === 'text',
        );
        const [figure, said] =
          name === 'Chỉ tiêu'
            ? [header('Thực hiện'), header('Nguồn số liệu')]
            : [header('% hoàn thành'), header('Kết quả trong kỳ')];
        return {
          sheet: name,
          results: [],
          body: null,
          cells: rows.flatMap(({ row }) => [
            { row, column: figure, value: { kind: 'number', value: marker(next++) } as const },
            ...(name === 'Nhiệm vụ' && count > 5000
              ? []
              : [
                  {
                    row,
                    column: said,
                    value: { kind: 'text', text: 'Báo cáo của cơ quan' },
                  } as const,
                ]),
          ]),
        };
      }),
    ),
  );
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('phieu_'))
    .sort()
    .map((name) => join(folder, name));
}

/** Milliseconds of some work. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

let sum = 0;

function floorOf(bytes: Uint8Array): void {
  const container = openContainer(bytes);
  for (const { key } of container.entries()) {
    const part = container.read(key);
    for (const byte of part) sum = (sum + byte) | 0;
  }
}

function sheetJs(bytes: Uint8Array): void {
  const book = readSheetJs(bytes, {
    type: 'array',
    dense: true,
    cellFormula: false,
    cellHTML: false,
  });
  sum += book.SheetNames.length;
}

const OPENPYXL = `
import sys, time, glob, openpyxl
files = sorted(glob.glob(sys.argv[1] + '/phieu_*.xlsx'))
start = time.perf_counter(); cells = 0
for name in files:
    book = openpyxl.load_workbook(name, read_only=sys.argv[2] == 'streaming', data_only=True)
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            cells += sum(1 for value in row if value is not None)
    book.close()
print((time.perf_counter() - start) * 1000, openpyxl.__version__, cells)
`;

/** Milliseconds of openpyxl over the files; null where no Python has it. */
function openpyxl(
  folder: string,
  mode: 'streaming' | 'whole',
): { readonly milliseconds: number; readonly version: string } | null {
  for (const python of ['/usr/bin/python3', 'python3', 'python']) {
    const run = spawnSync(python, ['-c', OPENPYXL, folder, mode], { encoding: 'utf8' });
    const [milliseconds = '', version = ''] = run.stdout.split(' ');
    if (run.status === 0) return { milliseconds: Number.parseFloat(milliseconds), version };
  }
  return null;
}

/** What the process that collects says of itself. */
type Collected = {
  readonly files: number;
  readonly figures: number;
  readonly milliseconds: number;
  readonly reading: number;
  readonly writing: number;
  /** Resident megabytes at most. */
  readonly peak: number;
};

/** Collects the first files of a folder end to end, as the command line does, and says what it cost. */
async function collectHere(folder: string, count: number): Promise<Collected> {
  const start = performance.now();
  const opened = must(
    openFile(workbookFiles, new Uint8Array(readFileSync(join(folder, BOOK))), BOOK),
  );
  const period = opened.book.settings.periods.find(({ id }) => id === PERIOD);
  if (!period) throw new Error('No such period.');
  const files = filesIn(folder).slice(0, count);
  const incoming = files.map((path): IncomingFile => ({
    file: path.slice(folder.length + 1),
    written: statSync(path).mtime.toISOString(),
    bytes: () => Promise.resolve(ok(new Uint8Array(readFileSync(path)))),
  }));
  const collected = await collectFiles(workbookFiles, opened.book, incoming, {
    period,
    time: '2025-11-12T08:00:00',
    choices: [],
    exclude: new Map(),
    digest: (bytes) => Promise.resolve(createHash('sha256').update(bytes).digest('hex')),
  });
  if (
    !collected ||
    collected.rejected.length > 0 ||
    !changesBook(collected.collection, opened.book)
  )
    throw new Error(JSON.stringify(collected?.rejected[0] ?? 'nothing was collected'));
  const read = performance.now();
  const written = must(await writeCollection(workbookFiles, opened, collected.collection));
  if (written.redrawn) throw new Error('The workbook was drawn anew.');
  writeFileSync(join(folder, 'moi.xlsx'), written.bytes);
  const end = performance.now();
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  // What was written must be read again, with every figure in it.
  const again = must(openFile(workbookFiles, written.bytes, BOOK));
  if (again.book.history.length !== collected.collection.history.length)
    throw new Error('Figures were lost between writing and reading.');
  return {
    files: files.length,
    figures: collected.collection.history.length,
    milliseconds: end - start,
    reading: read - start,
    writing: end - read,
    peak,
  };
}

function collectApart(folder: string, count: number): Collected {
  const [node = '', script = ''] = process.argv;
  const run = spawnSync(node, [script, '--collect', folder, String(count)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Collected;
}

async function main(): Promise<void> {
  if (words[0] === '--collect') {
    console.log(
      JSON.stringify(await collectHere(words[1] ?? '', Number.parseInt(words[2] ?? '', 10))),
    );
    return;
  }
  const count = Number.parseInt(words.find((word) => /^\d+$/.test(word)) ?? '1000', 10);
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-bench-'));
  try {
    await makeFiles(folder, count);
    const files = filesIn(folder);
    const each = (work: (bytes: Uint8Array) => void): number =>
      files.reduce((total, path) => {
        const bytes = new Uint8Array(readFileSync(path));
        return (
          total +
          timed(() => {
            work(bytes);
          })
        );
      }, 0);
    // Each way warms up on some files first; then all take turns over the same files.
    const warm = files.slice(0, 30).map((path) => new Uint8Array(readFileSync(path)));
    for (const bytes of warm) for (const work of [floorOf, read, sheetJs]) work(bytes);
    const floor = each(floorOf);
    const ours = each(read);
    const sheetJsTime = each(sheetJs);
    const python = openpyxl(folder, 'whole');
    const streaming = openpyxl(folder, 'streaming');
    const small = collectApart(folder, Math.max(1, Math.floor(count / 4)));
    const whole = collectApart(folder, count);
    const bytes = files.reduce((total, path) => total + statSync(path).size, 0);
    const result = {
      files: count,
      rows: ROWS,
      bytes,
      floor,
      ours,
      sheetJs: sheetJsTime,
      openpyxl: python,
      streaming,
      small,
      whole,
    };
    if (words.includes('--json')) console.log(JSON.stringify(result, null, 2));
    else print(result);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(bytes: Uint8Array): void {
  sum += must(readXlsx(bytes, 'phieu.xlsx')).sheets.length;
}

type Measured = {
  readonly files: number;
  readonly rows: number;
  readonly bytes: number;
  readonly floor: number;
  readonly ours: number;
  readonly sheetJs: number;
  readonly openpyxl: ReturnType<typeof openpyxl>;
  readonly streaming: ReturnType<typeof openpyxl>;
  readonly small: Collected;
  readonly whole: Collected;
};

function print({
  files,
  rows,
  bytes,
  floor,
  ours,
  sheetJs: theirs,
  openpyxl: python,
  streaming,
  small,
  whole,
}: Measured): void {
  const line = (what: string, time: number, more: string): void => {
    console.log(`${what.padEnd(44)}${(time / 1000).toFixed(2).padStart(8)} s  ${more}`);
  };
  const ratio = (time: number, to: number): string => `${(time / to).toFixed(1)} ×`;
  console.log(
    `${String(files)} submissions of ${String(rows)} rows, ${(bytes / files / 1024).toFixed(0)} KB each`,
  );
  line('floor: inflate every part, look at each byte', floor, '');
  line('reading', ours, `${ratio(ours, floor)} the floor`);
  line('SheetJS', theirs, `${ratio(theirs, ours)} our reading`);
  const theirsToo = [
    ['values only', python],
    ['values only, streaming', streaming],
  ] as const;
  for (const [mode, measured] of theirsToo)
    if (measured)
      line(
        `openpyxl ${measured.version.trim()}, ${mode}`,
        measured.milliseconds,
        `${ratio(measured.milliseconds, ours)} our reading`,
      );
    else console.log('openpyxl: no Python with it was found');
  line(
    'whole collection, end to end',
    whole.milliseconds,
    `${ratio(whole.milliseconds, floor)} the floor; ${String(whole.figures)} figures`,
  );
  line('  reading, checking, merging', whole.reading, '');
  line('  writing the workbook', whole.writing, '');
  console.log(
    `memory: ${String(small.peak)} MB at most for ${String(small.files)} files, ${String(whole.peak)} MB for ${String(whole.files)}`,
  );
}

await main();
