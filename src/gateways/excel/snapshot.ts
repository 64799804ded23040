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
import { classifyFormat, type NumberClass } from '../xlsx/read/styles';
import { Batch, type OperationOptions } from './batch';
import { officeFailure, TooManyCells, type OfficeFailure } from './errors';
import { readAreas } from './read';
import { supports } from './sets';

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
  const load = (range: Excel.Range): void => {
    range.load('values,formulas,numberFormat,valueTypes');
  };
  await readAreas(batch, wanted, load, (index, { area, range }) => {
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
        merges: merged === null || merged.isNullObject ? [] : plainAddresses(merged.address),
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
    return { kind: 'number', value, format: shown === 'time' ? 'date' : shown };
  }
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value !== 'string') return { kind: 'uncalculated' };
  return type === 'Error' ? { kind: 'error', error: value } : { kind: 'text', text: value };
}
