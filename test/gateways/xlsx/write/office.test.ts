import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readXlsx as readWithHucre } from 'hucre';
import { fittedHeights } from '../../../../src/gateways/xlsx/write/fit';
import { renderXlsx } from '../../../../src/gateways/xlsx/write/render';
import type { CellSpec, WorkbookSpec } from '../../../../src/workbook/spec';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../../support/office';
import { findProgram } from '../../../support/tools.mjs';
import { book, cell, formula, sampleBook, sheet, text } from './sample';

jest.setTimeout(120_000);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tien-do-write-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function saved(name: string, spec: WorkbookSpec): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await renderXlsx(spec));
  return path;
}

describeWithLibreOffice('LibreOffice', () => {
  test('computes what the spec says its formulas come to', async () => {
    const spec = sampleBook(24);
    const path = await saved('sample.xlsx', spec);
    const [again = ''] = await convertWithLibreOffice([path], 'xlsx', join(folder, 'again'));
    const { sheets } = await readWithHucre(readFileSync(again), { readStyles: true });
    const found = (place: number, { row, column }: CellSpec): unknown =>
      sheets[place]?.cells?.get(`${String(row - 1)},${String(column - 1)}`)?.value;
    let compared = 0;
    spec.sheets.forEach((drawn, place) => {
      for (const one of drawn.cells) {
        if (one.value.kind !== 'formula' || one.value.result === null) continue;
        const result = found(place, one);
        if (typeof one.value.result === 'number') expect(result).toBeCloseTo(one.value.result, 9);
        else expect(result).toBe(one.value.result);
        compared += 1;
      }
    });
    expect(compared).toBe(24 * 2 + 10);
    expect(sheets.map((one) => one.name)).toEqual(spec.sheets.map((one) => one.name));
    expect(sheets[1]?.charts).toHaveLength(4);
    expect(sheets[0]?.dataValidations).toHaveLength(5);
    expect(sheets[0]?.cells?.get('2,0')?.hyperlink?.location).toContain('Tổng quan');
  });

  test('keeps every text as text', async () => {
    const texts = ['=1+1', '-x', '+84', '@a', "'a", '#N/A', '1.10', '01/02/2025', '_x0041_', ' a '];
    const cells = texts.flatMap((words, row) => [
      cell(row + 1, 1, text(words)),
      cell(row + 1, 2, formula(`IF(ISTEXT(A${String(row + 1)}),"text","other")`, null)),
      cell(row + 1, 3, formula(`LEN(A${String(row + 1)})`, null)),
    ]);
    const path = await saved('texts.xlsx', book([sheet('A', { cells })]));
    const [csv = ''] = await convertWithLibreOffice(
      [path],
      'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false',
      folder,
    );
    expect(readFileSync(csv, 'utf8').trimEnd().split('\n')).toEqual(
      texts.map((words) => `${words}\ttext\t${String(words.length)}`),
    );
  });

  test('would not make a row taller than we found it, nor much lower', async () => {
    const plan = readFileSync(join(__dirname, '../../../../seeds/hue.txt'), 'utf8');
    const lines = plan.split('\n').filter((line) => line.trim().length > 20);
    const looks = [
      { size: 12, bold: false, width: 46 },
      { size: 13, bold: true, width: 60 },
      { size: 11, bold: false, width: 24 },
    ];
    const sheets = looks.map(({ size, bold, width }, index) =>
      sheet(`S${String(index)}`, {
        columns: [{ width }],
        cells: lines.slice(0, 150).map((line, row) =>
          cell(row + 1, 1, text(line), {
            wrap: true,
            font: { name: 'Times New Roman', size, bold },
          }),
        ),
      }),
    );
    const path = await saved('fit.xlsx', book(sheets));
    // Without heights, LibreOffice finds its own for a file of its own format.
    const [flat = ''] = await convertWithLibreOffice([path], 'fods', join(folder, 'flat'));
    const free = join(folder, 'free.fods');
    writeFileSync(free, readFileSync(flat, 'utf8').replace(/style:row-height="[^"]*" /g, ''));
    const [fitted = ''] = await convertWithLibreOffice([free], 'fods', join(folder, 'fitted'));
    const found = heightsIn(readFileSync(fitted, 'utf8'));
    sheets.forEach((one, index) => {
      const ours = fittedHeights(one);
      const theirs = found[index]?.slice(0, one.cells.length) ?? [];
      const pairs = theirs.map((height, row) => [height, ours.get(row + 1) ?? 15] as const);
      const low = pairs.filter(([height, our]) => our < height - 2);
      const sum = (side: 0 | 1): number => pairs.reduce((all, pair) => all + pair[side], 0);
      expect(pairs).toHaveLength(one.cells.length);
      expect(low.length).toBeLessThan(pairs.length / 100);
      expect(sum(1) / sum(0)).toBeLessThan(1.5);
    });
  });
});

const describePrinted = findProgram('pdftotext') ? describeWithLibreOffice : describe.skip;

describePrinted('LibreOffice and pdftotext', () => {
  test('prints on A4 across, to the width of the page, with the heads on each page', async () => {
    const { sheets, ...rest } = sampleBook(80);
    const path = await saved('print.xlsx', {
      ...rest,
      activeSheet: sheets[0]?.name ?? '',
      sheets: sheets.map((one, index) => (index === 1 ? { ...one, charts: [] } : one)),
    });
    const [pdf = ''] = await convertWithLibreOffice([path], 'pdf', folder);
    const run = promisify(execFile);
    const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
    const { stdout: info } = await run('pdfinfo', [pdf]);
    const pages = stdout.split('\f').filter((page) => page.trim() !== '');
    const tables = pages.filter((page) => page.includes('Hạn hoàn'));
    // The overview follows on a page of its own; no page holds columns that did not fit.
    expect(pages).toHaveLength(tables.length + 1);
    expect(tables.length).toBeGreaterThan(3);
    expect(tables.every((page) => page.includes('Trạng thái'))).toBe(true);
    expect(tables.every((page, index) => page.trim().startsWith(String(index + 1)))).toBe(true);
    expect(info).toMatch(/Page size: +841\.\d+ x 595\.\d+ pts \(A4\)/);
  });
});

/** The heights, in points, of the rows of each sheet of a flat OpenDocument file. */
function heightsIn(fods: string): readonly (readonly number[])[] {
  const styles = new Map(
    [
      ...fods.matchAll(
        /<style:style style:name="(ro\d+)"[^>]*>\s*<style:table-row-properties style:row-height="([\d.]+)in"/g,
      ),
    ].map(([, name, inches]) => [name, Number(inches) * 72]),
  );
  return fods
    .split('<table:table ')
    .slice(1)
    .map((table) =>
      [
        ...table.matchAll(
          /<table:table-row table:style-name="(ro\d+)"(?: table:number-rows-repeated="(\d+)")?/g,
        ),
      ].flatMap(([, name, times = '1']) =>
        Array.from({ length: Math.min(Number(times), 1_000) }, () => styles.get(name) ?? 0),
      ),
    );
}
