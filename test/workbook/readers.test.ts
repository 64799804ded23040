import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read as readSheetJs, type CellObject } from '@e965/xlsx';
import { parseIsoDate, toSerial } from '../../src/domain/dates';
import { cellAddress } from '../../src/domain/snapshot';
import { renderXlsx } from '../../src/gateways/xlsx/write/render';
import type { CellInput, WorkbookSpec } from '../../src/workbook/spec';
import { everyWorkbook } from './support/workbooks';

jest.setTimeout(180_000);

const PYTHON = '/usr/bin/python3';
const hasOpenpyxl = spawnSync(PYTHON, ['-c', 'import openpyxl']).status === 0;

/** Prints of each workbook its title, and of each sheet its tables, charts, validations and cells. */
const DUMP = `
import json, sys, openpyxl
from openpyxl.utils.datetime import to_excel
def plain(cell):
    if cell.data_type == 'f': return {'formula': getattr(cell.value, 'text', cell.value)[1:]}
    return to_excel(cell.value) if cell.is_date else cell.value
books = []
for path in sys.argv[1:]:
    book = openpyxl.load_workbook(path)
    books.append({'title': book.properties.title, 'sheets': [{
        'name': s.title,
        'tables': {t.displayName: t.ref for t in s.tables.values()},
        'charts': len(s._charts),
        'validations': len(s.data_validations.dataValidation),
        'cells': {c.coordinate: plain(c) for r in s.iter_rows() for c in r if c.value is not None},
    } for s in book]})
json.dump(books, sys.stdout)
`;

let folder: string;
let specs: ReadonlyMap<string, WorkbookSpec>;
const bytesOf = new Map<string, Uint8Array>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tien-do-readers-'));
  ({ specs } = await everyWorkbook(['can-tho', 'hue', 'tien-giang', 'hai-phong', 'nga-nam']));
  for (const [name, spec] of specs) bytesOf.set(name, await renderXlsx(spec));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** What another reader is to find in a cell; null for nothing. */
function wanted(value: CellInput): unknown {
  switch (value.kind) {
    case 'empty':
      return null;
    case 'text':
      return value.text;
    case 'number':
      // A file has no negative zero.
      return value.value + 0;
    case 'date': {
      const date = parseIsoDate(value.date);
      return date === null ? value.date : toSerial(date);
    }
    case 'formula':
      return { formula: value.formula };
  }
}

function cellsOf({ sheets }: WorkbookSpec): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    sheets.map(({ name, cells }) => [
      name,
      Object.fromEntries(
        cells.flatMap(({ row, column, value }) => {
          const found = wanted(value);
          return found === null ? [] : [[cellAddress(row, column), found] as const];
        }),
      ),
    ]),
  );
}

test('SheetJS finds every sheet, and every text, number, day and formula in its cell', () => {
  expect(specs.size).toBe(16);
  for (const [name, spec] of specs) {
    const book = readSheetJs(bytesOf.get(name), { cellFormula: true, sheetStubs: true });
    expect(book.SheetNames).toEqual(spec.sheets.map((sheet) => sheet.name));
    const found = Object.fromEntries(
      Object.entries(book.Sheets).map(([sheet, cells]) => [
        sheet,
        Object.fromEntries(
          Object.entries(cells).flatMap(([address, cell]: [string, CellObject]) =>
            address.startsWith('!') || (cell.t === 'z' && cell.f === undefined)
              ? []
              : [[address, cell.f === undefined ? cell.v : { formula: cell.f }] as const],
          ),
        ),
      ]),
    );
    expect(found).toEqual(cellsOf(spec));
  }
});

(hasOpenpyxl ? test : test.skip)(
  'openpyxl finds as much, and every table, chart and rule for typing',
  () => {
    const paths = [...specs.keys()].map((name) => join(folder, `${name}.xlsx`));
    [...specs.keys()].forEach((name, index) => {
      writeFileSync(paths[index] ?? '', bytesOf.get(name) ?? '');
    });
    const run = spawnSync(PYTHON, ['-c', DUMP, ...paths], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
    });
    expect(run.stderr).toBe('');
    const books: readonly {
      readonly title: string;
      readonly sheets: readonly { readonly name: string; readonly cells: unknown }[];
    }[] = JSON.parse(run.stdout);
    [...specs.values()].forEach((spec, index) => {
      const cells = cellsOf(spec);
      expect(books[index]).toEqual({
        title: spec.properties.title,
        sheets: spec.sheets.map(({ name, tables, charts, validations }) => ({
          name,
          tables: Object.fromEntries(
            tables.map(({ name: table, range: { top, left, bottom, right } }) => [
              table,
              `${cellAddress(top, left)}:${cellAddress(bottom, right)}`,
            ]),
          ),
          charts: charts.length,
          validations: validations.length,
          cells: cells[name],
        })),
      });
    });
  },
);
