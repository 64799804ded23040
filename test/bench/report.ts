/**
 * What making the report costs, beside plain writes of the same cells without looks, widths,
 * heights or links: by the same library, by openpyxl (whole and write-only) and by XlsxWriter. Run
 * as `npm run -s bench:report -- [--json] [rows]`; 20,000 rows by default. Seconds are those of
 * this machine, ratios hold on others. Each way is run several times and its fastest run counts.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from 'hucre';
import { sampleContent } from '../../src/app/sampleContent';
import { workbookFiles } from '../../src/app/wiring';
import { openFile } from '../../src/app/changeBook';
import { assessBook } from '../../src/domain/assessment/book';
import { pastOf } from '../../src/domain/assessment/past';
import { makeDate, toSerial, parseIsoDate } from '../../src/domain/dates';
import type { Result } from '../../src/domain/result';
import { renderXlsx } from '../../src/gateways/xlsx/write/render';
import { readPlan } from '../../src/reading/readPlan';
import { reportSpec } from '../../src/workbook/report/reportSpec';
import type { CellInput, WorkbookSpec } from '../../src/workbook/spec';
import { trackingSpec } from '../../src/workbook/tracking/trackingSpec';
import { largePlan } from '../support/largePlan';

const RUNS = 3;
const [, , ...words] = process.argv;

function must<T, E>(outcome: Result<T, E>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}

/** Milliseconds of the fastest of some runs. */
async function fastest(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** A cell as every writer takes it: a value, or a formula with its result. */
type Plain = string | number | null | { readonly formula: string; readonly result: unknown };

function plainOf(value: CellInput): Plain {
  switch (value.kind) {
    case 'empty':
      return null;
    case 'text':
      return value.text;
    case 'number':
      return value.value;
    case 'date': {
      const day = parseIsoDate(value.date);
      return day === null ? value.date : toSerial(day);
    }
    case 'formula':
      return { formula: value.formula, result: value.result };
  }
}

type PlainSheet = { readonly name: string; readonly rows: readonly (readonly Plain[])[] };

function plainSheets(spec: WorkbookSpec): readonly PlainSheet[] {
  return spec.sheets.map((sheet) => {
    const rows: Plain[][] = [];
    for (const { row, column, value } of sheet.cells) {
      while (rows.length < row) rows.push([]);
      const cells = rows[row - 1] ?? [];
      while (cells.length < column) cells.push(null);
      cells[column - 1] = plainOf(value);
    }
    return { name: sheet.name, rows };
  });
}

/** The same cells by the same library, with nothing else. */
function plainWrite(sheets: readonly PlainSheet[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(({ name, rows }) => {
      const cells = new Map<string, Partial<Cell>>();
      rows.forEach((values, row) => {
        values.forEach((value, column) => {
          if (value === null) return;
          cells.set(
            `${String(row)},${String(column)}`,
            typeof value === 'object'
              ? { formula: value.formula, formulaResult: value.result as string | number }
              : { value },
          );
        });
      });
      return { name, cells };
    }),
  });
}

const PYTHON = `
import sys, json, time
sheets = json.load(open(sys.argv[1], encoding='utf-8'))
how = sys.argv[2]; target = sys.argv[3]; best = 1e9
def plain(value): return '=' + value['formula'] if isinstance(value, dict) else value
for run in range(int(sys.argv[4])):
    start = time.perf_counter()
    if how == 'xlsxwriter':
        import xlsxwriter as library
        book = library.Workbook(target, {'strings_to_formulas': False, 'strings_to_urls': False})
        for sheet in sheets:
            page = book.add_worksheet(sheet['name'])
            for row, values in enumerate(sheet['rows']):
                for column, value in enumerate(values):
                    if isinstance(value, dict): page.write_formula(row, column, '=' + value['formula'], None, value['result'])
                    elif isinstance(value, str): page.write_string(row, column, value)
                    elif value is not None: page.write_number(row, column, value)
        book.close()
    else:
        import openpyxl as library
        book = library.Workbook(write_only=how == 'write-only')
        if how != 'write-only': book.remove(book.active)
        for sheet in sheets:
            page = book.create_sheet(sheet['name'])
            for values in sheet['rows']: page.append([plain(value) for value in values])
        book.save(target)
    best = min(best, time.perf_counter() - start)
print(best * 1000, library.__version__)
`;

type Theirs = { readonly milliseconds: number; readonly version: string } | null;

/** Milliseconds of a Python library over the same cells; null where no Python has it. */
function python(folder: string, how: 'xlsxwriter' | 'whole' | 'write-only'): Theirs {
  const files = [join(folder, 'cells.json'), how, join(folder, 'theirs.xlsx'), String(RUNS)];
  const given = process.env['TIEN_DO_PYTHON'];
  for (const program of [...(given ? [given] : []), '/usr/bin/python3', 'python3', 'python']) {
    const run = spawnSync(program, ['-c', PYTHON, ...files], { encoding: 'utf8' });
    if (run.status !== 0) continue;
    const [milliseconds = '', version = ''] = run.stdout.trim().split(' ');
    return { milliseconds: Number.parseFloat(milliseconds), version };
  }
  return null;
}

async function main(): Promise<void> {
  const rows = Number.parseInt(words.find((word) => /^\d+$/.test(word)) ?? '20000', 10);
  const asOf = makeDate(2025, 12, 15);
  if (asOf === null) throw new Error('No such day.');
  const seed = new URL('../../seeds/tien-giang.txt', import.meta.url);
  const plan = largePlan(must(readPlan(readFileSync(seed, 'utf8'))), rows);
  const tracking = await workbookFiles.render(trackingSpec(sampleContent(plan, asOf)));
  const { book } = must(openFile(workbookFiles, tracking, 'so.xlsx'));
  const assessment = assessBook(book);
  const past = pastOf(book);
  const make = (): WorkbookSpec =>
    reportSpec({
      book,
      assessment,
      openErrors: 0,
      past,
      origin: { hash: '0'.repeat(64), taken: null },
    });
  const spec = make();
  const sheets = plainSheets(spec);
  const cells = sheets.reduce(
    (all, { rows: lines }) =>
      all + lines.reduce((sum, line) => sum + line.filter((value) => value !== null).length, 0),
    0,
  );
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-bench-'));
  try {
    writeFileSync(join(folder, 'cells.json'), JSON.stringify(sheets));
    const plain = await fastest(() => plainWrite(sheets));
    const ours = await fastest(() => renderXlsx(make()));
    const building = await fastest(() => Promise.resolve(make()));
    const result = {
      rows,
      cells,
      bytes: (await renderXlsx(spec)).length,
      plain,
      ours,
      building,
      openpyxl: python(folder, 'whole'),
      writeOnly: python(folder, 'write-only'),
      xlsxwriter: python(folder, 'xlsxwriter'),
    };
    if (words.includes('--json')) console.log(JSON.stringify(result, null, 2));
    else print(result);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function print(result: {
  readonly rows: number;
  readonly cells: number;
  readonly bytes: number;
  readonly plain: number;
  readonly ours: number;
  readonly building: number;
  readonly openpyxl: Theirs;
  readonly writeOnly: Theirs;
  readonly xlsxwriter: Theirs;
}): void {
  const line = (what: string, time: number, more: string): void => {
    console.log(`${what.padEnd(44)}${(time / 1000).toFixed(2).padStart(8)} s  ${more}`);
  };
  const { rows, cells, bytes, plain, ours, building } = result;
  const times = (time: number, of: number): string => (time / of).toFixed(2);
  console.log(
    `report over ${String(rows)} rows: ${String(cells)} cells, ${(bytes / 2 ** 20).toFixed(1)} MB`,
  );
  line('plain write of the same cells, same library', plain, '');
  line(
    'report: from the assessed workbook to bytes',
    ours,
    `${times(ours, plain)} × the plain write`,
  );
  line('  of it laying out', building, '');
  for (const [name, theirs] of [
    ['openpyxl', result.openpyxl],
    ['openpyxl, write-only', result.writeOnly],
    ['XlsxWriter', result.xlsxwriter],
  ] as const)
    if (theirs)
      line(
        `${name} ${theirs.version}, plain`,
        theirs.milliseconds,
        `the report takes ${times(ours, theirs.milliseconds)} × as long`,
      );
    else console.log(`${name}: no Python with it was found`);
}

await main();
