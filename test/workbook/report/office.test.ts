import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import type { SheetSpec, WorkbookSpec } from '../../../src/workbook/spec';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';
import { findProgram } from '../../support/tools.mjs';
import { shownAt } from '../support/sheets';
import { reportOf, sampleBook, sheetOf } from './input';

jest.setTimeout(180_000);

const plans = ['can-tho', 'hue', 'tien-giang', 'hai-phong', 'nga-nam'];

let folder: string;
let reports: ReadonlyMap<string, WorkbookSpec>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tien-do-report-'));
  const made = await Promise.all(
    plans.map(async (plan) => [plan, reportOf(await sampleBook(plan))] as const),
  );
  reports = new Map(made);
  for (const [plan, spec] of made)
    writeFileSync(join(folder, `${plan}.xlsx`), await renderXlsx(spec));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function specOf(plan: string): WorkbookSpec {
  const spec = reports.get(plan);
  if (!spec) throw new Error(plan);
  return spec;
}

/** Every formula of a report with the result it carries. */
function formulasOf({ sheets }: WorkbookSpec) {
  return sheets.flatMap((sheet) =>
    sheet.cells.flatMap(({ row, column, value }) =>
      value.kind === 'formula' ? [{ sheet: sheet.name, row, column, result: value.result }] : [],
    ),
  );
}

async function recalculated(paths: readonly string[]) {
  const again = await convertWithLibreOffice(paths, 'xlsx', join(folder, 'again'));
  return again.map((path) => {
    const snapshot = readXlsx(readFileSync(path), 'x.xlsx');
    if (!snapshot.ok) throw new Error(snapshot.error.code);
    return snapshot.value;
  });
}

/** The report with the words of every cell of a column changed where they are `from`. */
function corrected(spec: WorkbookSpec, name: string, from: string, to: string): WorkbookSpec {
  const place = sheetOf(spec, name);
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) =>
      sheet !== place
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map((cell) =>
              cell.value.kind === 'text' && cell.value.text === from
                ? { ...cell, value: { kind: 'text', text: to } }
                : cell,
            ),
          },
    ),
  };
}

describeWithLibreOffice('LibreOffice and the report', () => {
  test('comes to every number the report shows', async () => {
    const books = await recalculated(plans.map((plan) => join(folder, `${plan}.xlsx`)));
    books.forEach((book, index) => {
      const formulas = formulasOf(specOf(plans[index] ?? ''));
      expect(formulas.length).toBeGreaterThan(100);
      for (const { sheet, row, column, result } of formulas) {
        const found = shownAt(book, sheet, row, column);
        if (typeof result === 'number') expect(found).toBeCloseTo(result, 9);
        else expect(found ?? '').toBe(result ?? '');
      }
    });
  });

  test('carries a late correction in an annex to the counts, rates and tables of the overview', async () => {
    const spec = specOf('hue');
    const path = join(folder, 'corrected.xlsx');
    const late = corrected(spec, 'Phụ lục II -', 'Chưa hoàn thành, quá hạn', 'Hoàn thành quá hạn');
    writeFileSync(path, await renderXlsx(late));
    const [book] = await recalculated([path]);
    if (!book) throw new Error('Nothing was recalculated.');
    const overview = sheetOf(spec, 'Báo cáo');
    const counts = new Map(
      overview.cells.flatMap((cell) => {
        const label = cell.value.kind === 'text' ? cell.value.text : '';
        return cell.column === 2 ? [[label, shownAt(book, overview.name, cell.row, 3)]] : [];
      }),
    );
    const before = [...formulasOf(spec)].filter(({ sheet }) => sheet === overview.name);
    const overdue = before.filter(
      ({ row, column, result }) =>
        column !== 8 && shownAt(book, overview.name, row, column) !== result,
    );
    expect(counts.get('Chưa hoàn thành, quá hạn')).toBe(0);
    expect(counts.get('Hoàn thành quá hạn')).toBe(1);
    // Bucket, facts, section and agency all moved.
    expect(overdue.length).toBeGreaterThan(5);
  });
});

const describePrinted = findProgram('pdftotext') ? describeWithLibreOffice : describe.skip;

/** The words of a PDF's pages, and its page sizes. */
async function pagesOf(pdf: string): Promise<readonly string[]> {
  const run = promisify(execFile);
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 2 ** 26 });
  return stdout.split('\f').slice(0, -1);
}

/** A text without white space, as words of cells wrap. */
function solid(text: string): string {
  return text.replace(/\s+/g, '');
}

function headsOf(sheet: SheetSpec): readonly string[] {
  return (sheet.tables[0]?.columns ?? []).slice(0, sheet.print.area?.right ?? 0);
}

describePrinted('the report on paper', () => {
  test.each(plans)(
    'of %s: every sheet begins a page, heads repeat, no column is cut off, pages are counted',
    async (plan) => {
      const spec = specOf(plan);
      const pdfs = await convertWithLibreOffice([join(folder, `${plan}.xlsx`)], 'pdf', folder);
      const pages = await pagesOf(pdfs[0] ?? '');
      const annexes = spec.sheets.slice(1);
      const titles = annexes.map(({ cells }) =>
        cells[0]?.value.kind === 'text' ? solid(cells[0].value.text) : '',
      );
      const starts = titles.map((title) => pages.findIndex((page) => solid(page).includes(title)));
      expect(starts).toEqual([...starts].sort((a, b) => a - b));
      expect(new Set(starts).size).toBe(annexes.length);
      expect(starts[0]).toBeGreaterThan(2);
      annexes.forEach((sheet, index) => {
        const own = pages.slice(starts[index], starts[index + 1] ?? pages.length);
        own.forEach((page, at) => {
          // The words of a head stand on several lines: each word is looked for by itself.
          for (const word of headsOf(sheet).flatMap((head) => head.split(' ')))
            expect(solid(page)).toContain(word);
          if (at > 0) expect(page.trimStart()).toMatch(new RegExp(`^${String(at + 1)}\\s`));
          else expect(solid(page)).toMatch(/^(PHỤLỤC|GHICHÚ)/);
        });
      });
      const cover = pages.slice(0, starts[0]);
      // A Party committee's documents have a head of their own.
      const isParty = plan === 'hai-phong';
      expect(solid(cover[0] ?? '')).toContain(
        isParty ? 'ĐẢNGCỘNGSẢNVIỆTNAM' : 'CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAM',
      );
      expect(cover.slice(1).map((page) => page.trimStart()[0])).toEqual(
        cover.slice(1).map((_, at) => String(at + 2)),
      );
      expect(solid(cover.join(''))).toContain('Nơinhận:');
    },
  );

  test('is A4 on every page', async () => {
    const [pdf = ''] = await convertWithLibreOffice([join(folder, 'nga-nam.xlsx')], 'pdf', folder);
    const { stdout } = await promisify(execFile)('pdfinfo', ['-l', '99', pdf]);
    const sizes = [...stdout.matchAll(/Page +\d+ size: +(\d+)\.\d+ x (\d+)\.\d+/g)];
    expect(sizes.length).toBeGreaterThan(10);
    for (const [, width, height] of sizes)
      expect([['595', '841'].join(), ['841', '595'].join()]).toContain([width, height].join());
  });
});
