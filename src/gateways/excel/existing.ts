import type { RangeSpec, SheetSpec, TableSpec, WorkbookSpec } from '../../workbook/spec';
import { fitText } from '../xlsx/write/text';
import type { Batch } from './batch';
import { wireOf, type Wire } from './cells';
import { readAreas } from './read';
import { areaOf } from './snapshot';

/** What the open workbook has of what we may touch, before we touch it. */
export type Found = {
  readonly sheets: readonly {
    readonly id: string;
    readonly name: string;
    readonly visibility: Excel.Worksheet['visibility'];
    readonly item: Excel.Worksheet;
  }[];
  readonly tables: readonly {
    readonly id: string;
    readonly name: string;
    readonly sheet: string;
    readonly item: Excel.Table;
  }[];
  readonly names: readonly { readonly name: string; readonly formula: string }[];
};

/** One cell that is not as the spec says, with what it held. */
export type Difference = {
  readonly row: number;
  readonly column: number;
  readonly before: Wire;
  readonly after: Wire;
};

/** What has to be done for one sheet of the spec. */
export type SheetPlan =
  | { readonly kind: 'create'; readonly spec: SheetSpec }
  /** The sheet stands for something else by now: it is kept under another name. */
  | { readonly kind: 'replace'; readonly spec: SheetSpec; readonly old: Excel.Worksheet }
  | Update;

/** A sheet of ours that is still laid out as the spec: only what differs is written. */
export type Update = {
  readonly kind: 'update';
  readonly spec: SheetSpec;
  readonly sheet: Excel.Worksheet;
  readonly isProtected: boolean;
  readonly differences: readonly Difference[];
  /** The spec's rows below those that were there, and the rows that go. */
  readonly rows: {
    readonly table: Excel.Table;
    readonly width: number;
    readonly from: number;
    readonly change: number;
    /** Rows of the table with its header, before. */
    readonly rowsBefore: number;
    /** Where the rows go in the table; null at its end. */
    readonly index: number | null;
    /** What rows that go held, by row and column of the table. */
    readonly before: readonly (readonly Wire[])[];
  } | null;
};

/** Looks at sheets, tables and names; one request. */
export async function look(batch: Batch): Promise<Found> {
  const { workbook } = batch.context;
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const tables = workbook.tables.load('items/id,items/name,items/worksheet/name');
  const names = workbook.names.load('items/name,items/formula');
  await batch.send();
  return {
    sheets: sheets.items.map((item) => ({
      id: item.id,
      name: item.name,
      visibility: item.visibility,
      item,
    })),
    tables: tables.items.map((item) => ({
      id: item.id,
      name: item.name,
      sheet: item.worksheet.name,
      item,
    })),
    names: names.items.map(({ name, formula }) => ({ name, formula: String(formula) })),
  };
}

/** Decides for each sheet what to do; no request where the workbook has none of them. */
export async function decide(
  batch: Batch,
  spec: WorkbookSpec,
  found: Found,
): Promise<readonly SheetPlan[]> {
  const present = spec.sheets.flatMap((sheet) => {
    const there = found.sheets.find((each) => sameName(each.name, sheet.name));
    return there ? [{ sheet, there }] : [];
  });
  if (present.length === 0) return spec.sheets.map((sheet) => ({ kind: 'create', spec: sheet }));

  const looked = present.map(({ sheet, there }) => ({
    spec: sheet,
    item: there.item,
    protection: there.item.protection.load('protected'),
    used: there.item
      .getUsedRangeOrNullObject(true)
      .load('rowIndex,columnIndex,rowCount,columnCount'),
    tables: sheet.tables.flatMap((table) => {
      const seen = found.tables.find(
        (each) => sameName(each.name, table.name) && sameName(each.sheet, sheet.name),
      );
      return seen
        ? [
            {
              table,
              item: seen.item,
              range: seen.item.getRange().load('rowIndex,columnIndex,rowCount,columnCount'),
            },
          ]
        : [];
    }),
  }));
  await batch.send();

  const wanted = looked.map(({ spec: sheet, item, used }) => ({
    sheet: item,
    area: readArea(sheet, used),
  }));
  const grids = wanted.map((): (readonly unknown[])[] => []);
  const load = (range: Excel.Range): void => {
    range.load('formulas');
  };
  await readAreas(batch, wanted, load, (index, { range }) => {
    for (const line of range.formulas as readonly (readonly unknown[])[]) grids[index]?.push(line);
  });
  return spec.sheets.map((sheet): SheetPlan => {
    const index = looked.findIndex((each) => each.spec === sheet);
    const there = looked[index];
    if (!there) return { kind: 'create', spec: sheet };
    const update = updateOf(there, gridOf(grids[index] ?? []));
    return update ?? { kind: 'replace', spec: sheet, old: there.item };
  });
}

/** Excel compares the names of sheets, tables and ranges without case. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

type Looked = {
  readonly spec: SheetSpec;
  readonly item: Excel.Worksheet;
  readonly protection: Excel.WorksheetProtection;
  readonly tables: readonly {
    readonly table: TableSpec;
    readonly item: Excel.Table;
    readonly range: Excel.Range;
  }[];
};

type CellAt = (row: number, column: number) => Wire;

function gridOf(lines: readonly (readonly unknown[])[]): CellAt {
  return (row, column) => {
    const value = lines[row - 1]?.[column - 1];
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : '';
  };
}

/** The columns of ours, and all rows in use: rows people added stand below ours. */
function readArea(sheet: SheetSpec, used: Excel.Range): RangeSpec {
  let bottom = used.isNullObject ? 1 : used.rowIndex + used.rowCount;
  let right = 1;
  for (const cell of sheet.cells) {
    bottom = Math.max(bottom, cell.row);
    right = Math.max(right, cell.column);
  }
  return { top: 1, left: 1, bottom, right };
}

/** Null where the sheet is no longer laid out as the spec says. */
function updateOf(there: Looked, at: CellAt): Update | null {
  const { spec, item: sheet, protection } = there;
  const base = { kind: 'update' as const, spec, sheet, isProtected: protection.protected };
  if (spec.tables.length !== there.tables.length || spec.tables.length > 1) return null;
  const [seen] = there.tables;
  if (!seen) {
    const differences = differencesOf(spec, at, () => true);
    const open = (difference: Difference): boolean =>
      difference.before !== '' && difference.after !== '';
    const inputs = new Set(
      spec.cells
        .filter(({ style }) => style.locked === false)
        .map(({ row, column }) => `${row} ${column}`),
    );
    const sameShape = differences.every(
      (each) => open(each) || inputs.has(`${each.row} ${each.column}`),
    );
    return sameShape || spec.visibility === 'veryHidden'
      ? { ...base, differences, rows: null }
      : null;
  }
  const { table, item, range } = seen;
  const area = areaOf(range);
  const ours = oursOf(table, area, at);
  if (ours === null || !sameKeys(spec, table, ours, at)) return null;
  const wantedRows = table.range.bottom - table.range.top;
  const change = wantedRows - ours;
  const kept = Math.min(wantedRows, ours);
  const firstNew = table.range.top + 1 + kept;
  const differences = differencesOf(spec, at, (row) => row < firstNew || row > table.range.bottom);
  return {
    ...base,
    differences,
    rows:
      change === 0
        ? null
        : {
            table: item,
            width: area.right - area.left + 1,
            from: firstNew,
            change,
            rowsBefore: area.bottom - area.top + 1,
            index: ours === area.bottom - area.top ? null : kept,
            before: Array.from({ length: Math.max(-change, 0) }, (_, index) =>
              table.columns.map((_name, across) => at(firstNew + index, area.left + across)),
            ),
          },
  };
}

/**
 * How many of the table's first rows are ours: people's own rows have no key, which is the first
 * column. Null where the table has moved or its columns are others; columns that people added at
 * its right are theirs.
 */
function oursOf(table: TableSpec, area: RangeSpec, at: CellAt): number | null {
  const { top, left, right } = table.range;
  if (area.top !== top || area.left !== left || area.right < right) return null;
  const headers = table.columns.every((header, index) => fitText(header) === at(top, left + index));
  if (!headers) return null;
  let bottom = area.bottom;
  while (bottom > top + 1 && at(bottom, left) === '') bottom -= 1;
  return bottom - top;
}

/** Whether the rows that stay are the same rows in the same order. */
function sameKeys(spec: SheetSpec, table: TableSpec, ours: number, at: CellAt): boolean {
  const { top, left, bottom } = table.range;
  const last = Math.min(bottom, top + ours);
  return spec.cells.every(({ row, column, value }) => {
    if (column !== left || row <= top || row > last || value.kind !== 'text') return true;
    const key = at(row, left);
    return key === '' ? ours === 1 : same(value, key);
  });
}

function differencesOf(
  spec: SheetSpec,
  at: CellAt,
  counts: (row: number) => boolean,
): readonly Difference[] {
  const differences: Difference[] = [];
  for (const { row, column, value } of spec.cells) {
    if (!counts(row)) continue;
    const before = at(row, column);
    if (!same(value, before))
      differences.push({ row, column, before, after: wireOf(value, (formula) => formula) });
  }
  return differences;
}

/** Whether a cell holds what the spec says, as far as Excel gives it back. */
function same(value: SheetSpec['cells'][number]['value'], before: Wire): boolean {
  if (value.kind === 'text') {
    const text = fitText(value.text);
    return before === text || before === `'${text}`;
  }
  const after = wireOf(value, (formula) => formula);
  if (value.kind !== 'formula' || typeof before !== 'string') return after === before;
  return plainFormula(String(after)) === plainFormula(before);
}

/** Excel drops the quotes of names that need none, and writes functions in capitals. */
export function plainFormula(formula: string): string {
  return formula.replace(
    /"(?:[^"]|"")*"|'([\p{L}_][\p{L}\p{N}_.]*)'!|\s+/gu,
    (piece, name?: string) =>
      piece.startsWith('"') ? piece : name === undefined ? '' : `${name}!`,
  );
}
