import type {
  CellContent,
  SheetSnapshot,
  Snapshot,
  SnapshotCell,
  TableSnapshot,
} from '../../domain/snapshot';
import { err, ok, type Result } from '../../domain/result';
import type { RangeSpec } from '../../workbook/spec';
import { MOST_CELLS } from '../xlsx/read/limits';
import { classifyFormat, dateContent, type NumberClass } from '../xlsx/read/styles';
import { Batch, type OperationOptions } from './batch';
import { officeFailure, TooManyCells, type OfficeFailure } from './errors';
import { readAreas, type Wanted } from './read';
import { supports } from './sets';
import type { Touched } from './watch';

/** Requests of a snapshot: what there is, where it is, what it holds; more only for chunks. */
export const SNAPSHOT_SYNCS = 3;

const visibilities = { Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const;

/**
 * Takes the open workbook as it is: the same {@link Snapshot} its file gives to `readXlsx`, with
 * every formula calculated. Excel does not tell add-ins of the 1904 date system of old Macs: in
 * such a workbook dates come out four years early. Fails as a value with what Excel said.
 */
export async function takeSnapshot(
  context: Excel.RequestContext,
  options: OperationOptions = {},
): Promise<Result<Snapshot, OfficeFailure>> {
  try {
    return ok(await snapshotOf(new Batch(context, options)));
  } catch (error) {
    return err(officeFailure(error, true));
  }
}

/** Requests of {@link retake}: what there is, and the rows. */
export const RETAKE_SYNCS = 2;

/**
 * A snapshot with the touched rows taken again: as much is read as was edited. The whole workbook
 * is taken where sheets or tables are others by now, or where Excel did not say what was edited.
 */
export async function retake(
  batch: Batch,
  before: Snapshot,
  touched: readonly Touched[],
): Promise<Snapshot> {
  const { workbook } = batch.context;
  const sheets = workbook.worksheets.load('items/id,items/name');
  const tables = workbook.tables.load('items/name,items/worksheet/name');
  await batch.send();
  const names = sheets.items.map(({ name }) => name);
  const same = (a: readonly string[], b: readonly string[]): boolean =>
    a.length === b.length && a.every((each, index) => each === b[index]);
  const wanted = bandsOfRows(touched, before, (id) => sheets.items.find((each) => each.id === id));
  if (
    wanted === null ||
    !same(
      names,
      before.sheets.map(({ name }) => name),
    )
  )
    return snapshotOf(batch);

  const places = tables.items.map((table) => ({
    name: table.name,
    sheet: table.worksheet.name,
    range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  const classes = new Map<string, NumberClass>();
  const taken = new Map<string, { top: number; bottom: number; cells: SnapshotCell[] }[]>();
  await readAreas(batch, wanted, loadCells, (index, { area, range }) => {
    const sheet = wanted[index]?.name ?? '';
    const bands = taken.get(sheet) ?? [];
    bands.push({
      top: area.top,
      bottom: area.bottom,
      cells: [...cellsOfPiece(area, range, classes)],
    });
    taken.set(sheet, bands);
  });
  const isSame = before.sheets.every((sheet) =>
    sameTables(
      sheet.tables,
      places.flatMap(({ name, sheet: on, range }) =>
        on === sheet.name ? [{ name, ...areaOf(range) }] : [],
      ),
    ),
  );
  // A table that took cells in has written a header, or rows of formulas, besides what was touched.
  if (!isSame) return snapshotOf(batch);
  return {
    ...before,
    sheets: before.sheets.map((sheet) => ({
      ...sheet,
      cells: (taken.get(sheet.name) ?? []).reduce<readonly SnapshotCell[]>(
        (cells, band) => withRows(cells, band),
        sheet.cells,
      ),
    })),
  };
}

function sameTables(a: readonly TableSnapshot[], b: readonly TableSnapshot[]): boolean {
  const facts = (tables: readonly TableSnapshot[]): string =>
    tables
      .map(({ name, top, left, bottom, right }) => [name, top, left, bottom, right].join(' '))
      .join();
  return facts(a) === facts(b);
}

/** Columns of a sheet a person may come to use beyond those that are in use. */
const SPARE_COLUMNS = 5;

/** The touched rows of each sheet as whole rows without overlap; null where one is not known. */
function bandsOfRows(
  touched: readonly Touched[],
  before: Snapshot,
  sheetOf: (id: string) => Excel.Worksheet | undefined,
): readonly (Wanted & { readonly name: string })[] | null {
  const bands = new Map<string, { sheet: Excel.Worksheet; right: number; rows: RangeSpec[] }>();
  for (const { sheetId, area } of touched) {
    const sheet = sheetOf(sheetId);
    const known = before.sheets.find(({ name }) => name === sheet?.name);
    if (!sheet || !known || area === null) return null;
    const band = bands.get(known.name) ?? {
      sheet,
      right: known.cells.reduce((most, { column }) => Math.max(most, column), 0) + SPARE_COLUMNS,
      rows: [],
    };
    bands.set(known.name, {
      ...band,
      right: Math.max(band.right, area.right),
      rows: [...band.rows, area],
    });
  }
  return [...bands].flatMap(([name, { sheet, right, rows }]) => {
    const joined: { top: number; bottom: number }[] = [];
    for (const { top, bottom } of rows.toSorted((a, b) => a.top - b.top)) {
      const last = joined.at(-1);
      if (last && top <= last.bottom + 1) last.bottom = Math.max(last.bottom, bottom);
      else joined.push({ top, bottom });
    }
    return joined.map(({ top, bottom }) => ({
      name,
      sheet,
      area: { top, left: 1, bottom, right },
    }));
  });
}

/** Cells in row order with the rows of a band replaced. */
function withRows(
  cells: readonly SnapshotCell[],
  band: { readonly top: number; readonly bottom: number; readonly cells: readonly SnapshotCell[] },
): readonly SnapshotCell[] {
  return [
    ...cells.filter(({ row }) => row < band.top),
    ...band.cells,
    ...cells.filter(({ row }) => row > band.bottom),
  ];
}

function loadCells(range: Excel.Range): void {
  range.load('values,formulas,numberFormat,valueTypes');
}

async function snapshotOf(batch: Batch): Promise<Snapshot> {
  const { workbook } = batch.context;
  workbook.load('name');
  const sheets = workbook.worksheets.load('items/name,items/visibility');
  const names = workbook.names.load('items/name,items/formula');
  const tables = workbook.tables.load('items/name,items/worksheet/name');
  await batch.send();

  const places = sheets.items.map((sheet) => ({
    sheet,
    used: sheet.getUsedRangeOrNullObject(true).load('rowIndex,columnIndex,rowCount,columnCount'),
    merged: supports('1.13') ? sheet.getRange().getMergedAreasOrNullObject().load('address') : null,
    own: sheet.names.load('items/name,items/formula'),
  }));
  const tablePlaces = tables.items.map((table) => ({
    table,
    range: table.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
  }));
  await batch.send();

  const wanted = places.flatMap(({ sheet, used }) =>
    used.isNullObject ? [] : [{ sheet, area: areaOf(used) }],
  );
  const size = wanted.reduce((sum, { area }) => sum + cellsOf(area), 0);
  if (size > MOST_CELLS) throw new TooManyCells(String(size));
  batch.expect(size);
  const found = wanted.map((): SnapshotCell[] => []);
  const classes = new Map<string, NumberClass>();
  await readAreas(batch, wanted, loadCells, (index, { area, range }) => {
    for (const cell of cellsOfPiece(area, range, classes)) found[index]?.push(cell);
    batch.advance(cellsOf(area));
  });

  return {
    file: workbook.name,
    sheets: places.map(({ sheet, merged }): SheetSnapshot => {
      const index = wanted.findIndex((each) => each.sheet === sheet);
      return {
        name: sheet.name,
        visibility: visibilities[sheet.visibility],
        cells: found[index] ?? [],
        tables: tablePlaces.flatMap(({ table, range }): TableSnapshot[] =>
          table.worksheet.name === sheet.name ? [{ name: table.name, ...areaOf(range) }] : [],
        ),
        merges: mergesIn(merged),
      };
    }),
    names: [...names.items, ...places.flatMap(({ own }) => own.items)].map((each) => ({
      name: each.name,
      refersTo: String(each.formula).replace(/^=/, ''),
    })),
  };
}

/** A range's place; its four numbers must be loaded. */
export function areaOf(range: Excel.Range): RangeSpec {
  return {
    top: range.rowIndex + 1,
    left: range.columnIndex + 1,
    bottom: range.rowIndex + range.rowCount,
    right: range.columnIndex + range.columnCount,
  };
}

function cellsOf({ top, left, bottom, right }: RangeSpec): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** "Sheet!A1:B2,Sheet!C3:D4" without the sheets. */
function plainAddresses(list: string): readonly string[] {
  return list.match(/(?<=^|,|!)\$?[A-Z]+\$?\d+:\$?[A-Z]+\$?\d+/g) ?? [];
}

/** The addresses of merged areas, "B2:B4", whose list must be loaded; none for null. */
export function mergesIn(merged: Excel.RangeAreas | null): readonly string[] {
  return merged === null || merged.isNullObject ? [] : plainAddresses(merged.address);
}

function cellsOfPiece(
  { top, left }: RangeSpec,
  range: Excel.Range,
  classes: Map<string, NumberClass>,
): readonly SnapshotCell[] {
  const values: readonly (readonly unknown[])[] = range.values;
  const formulas: readonly (readonly unknown[])[] = range.formulas;
  const formats: readonly (readonly unknown[])[] = range.numberFormat;
  const types: readonly (readonly unknown[])[] = range.valueTypes;
  const cells: SnapshotCell[] = [];
  for (const [at, line] of values.entries())
    for (const [across, value] of line.entries()) {
      const type = types[at]?.[across];
      const formula = formulaOf(formulas[at]?.[across], value, type);
      const content = contentOf(value, type, () => {
        const given = formats[at]?.[across];
        const code = typeof given === 'string' ? given : 'General';
        const known = classes.get(code) ?? classifyFormat(code);
        classes.set(code, known);
        return known;
      });
      if (content.kind === 'text' && content.text === '' && formula === null) continue;
      cells.push({ row: top + at, column: left + across, content, formula });
    }
  return cells;
}

/**
 * A cell's formula without "=". A text that begins with "=" is given as its own formula by
 * Excel; what it shows tells them apart.
 */
function formulaOf(formula: unknown, value: unknown, type: unknown): string | null {
  if (typeof formula !== 'string' || !formula.startsWith('=')) return null;
  return type === 'String' && value === formula ? null : formula.slice(1);
}

function contentOf(value: unknown, type: unknown, formatOf: () => NumberClass): CellContent {
  if (typeof value === 'number') {
    const shown = formatOf();
    return shown === 'plain' || shown === 'percent'
      ? { kind: 'number', value, format: shown }
      : dateContent(value, shown);
  }
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value !== 'string') return { kind: 'uncalculated' };
  return type === 'Error' ? { kind: 'error', error: value } : { kind: 'text', text: value };
}
