import type { EntryCell, EntryLine, EntryTable } from '../../domain/book';
import { isBlank, textOf } from '../../domain/entries';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import {
  cellAddress,
  type CellContent,
  type SheetSnapshot,
  type Snapshot,
  type SnapshotCell,
} from '../../domain/snapshot';
import { tidy } from '../../domain/text';

/** What a reader must know of a table of ours; `typed` says which columns make a line a line. */
export type ReadLayout<F extends string> = {
  readonly sheet: string;
  readonly table: string;
  readonly columns: readonly {
    readonly field: F;
    readonly header: string;
    /** True for columns that people or the plan fill, false for formulas and machine columns. */
    readonly typed: boolean;
  }[];
  /** The column without which nobody knows what a line is. */
  readonly key: F;
};

/** A table of ours as found, with the columns beside our own that have a header. */
export type FoundTable<F extends string> = EntryTable<F> & {
  /** Every header of the table's row that is not ours, by its 1-based column. */
  readonly otherColumns: ReadonlyMap<number, string>;
  /** The cell of a column in a row, wherever the column is. */
  readonly cellAt: (row: number, column: number) => EntryCell;
};

type Rows = ReadonlyMap<number, ReadonlyMap<number, SnapshotCell>>;

/** Where a table stands: the sheet, the row of its headers, and its last row if a table says so. */
type Place = {
  readonly sheet: SheetSnapshot;
  readonly rows: Rows;
  readonly headerRow: number;
  readonly bottom: number | null;
};

/**
 * Finds a table of ours and reads its lines. It is looked for by its table's name, then on its
 * sheet by its headers, then on any sheet by its headers: a workbook may have been sorted, saved
 * again by other programs, or have lost its Excel table. Lines are the rows of the table, the
 * rows that go on directly below it, and rows further down whose id is one of `ids`; wholly
 * empty rows are noted and passed over. Fails with `sheetMissing` or `columnMissing`.
 */
export function readTable<F extends string>(
  snapshot: Snapshot,
  layout: ReadLayout<F>,
  ids: ReadonlySet<string>,
): Result<FoundTable<F>, Failure> {
  const place = findPlace(snapshot, layout);
  if (!place) {
    const { file } = snapshot;
    const there = snapshot.sheets.some((sheet) => sameWords(sheet.name, layout.sheet));
    if (!there) return err(failure('sheetMissing', { file, sheet: layout.sheet }));
    const column = layout.columns.find(({ field }) => field === layout.key)?.header ?? layout.key;
    return err(failure('columnMissing', { file, sheet: layout.sheet, column }));
  }
  const { sheet, rows, headerRow } = place;
  const headers = rows.get(headerRow) ?? new Map<number, SnapshotCell>();
  const columns = new Map<F, number>();
  const otherColumns = new Map<number, string>();
  for (const [column, { content }] of [...headers].sort(([a], [b]) => a - b)) {
    const words = headerWords(content);
    const own = layout.columns.find(({ header }) => sameWords(header, words));
    if (own && !columns.has(own.field)) columns.set(own.field, column);
    else if (words !== '') otherColumns.set(column, words);
  }
  const cellAt = (row: number, column: number): EntryCell => {
    const cell = rows.get(row)?.get(column);
    return {
      address: cellAddress(row, column),
      content: cell?.content ?? null,
      formula: cell?.formula ?? null,
    };
  };
  const typed = layout.columns.flatMap(({ field, typed: isTyped }) => {
    const column = columns.get(field);
    return isTyped && column !== undefined ? [column] : [];
  });
  const isEmpty = (row: number): boolean =>
    typed.every((column) => {
      const { content, formula } = cellAt(row, column);
      return formula !== null || isBlank(content);
    });
  const idOf = (row: number): string | null => {
    const column = columns.get(layout.key);
    return column === undefined ? null : textOf(cellAt(row, column).content);
  };

  const last = lastLine(place, isEmpty, idOf, ids);
  const lines: EntryLine<F>[] = [];
  const blankRows: number[] = [];
  for (let row = headerRow + 1; row <= last; row += 1) {
    if (isEmpty(row)) {
      blankRows.push(row);
      continue;
    }
    lines.push({
      id: idOf(row),
      row,
      cells: new Map([...columns].map(([field, column]) => [field, cellAt(row, column)])),
    });
  }
  const lastFilled = lines.at(-1)?.row ?? headerRow;
  return ok({
    sheet: sheet.name,
    headerRow,
    missing: layout.columns.flatMap(({ field }) => (columns.has(field) ? [] : [field])),
    lines,
    blankRows: blankRows.filter((row) => row < lastFilled),
    otherColumns,
    cellAt,
  });
}

/** The last row that can be a line of the table. */
function lastLine(
  { rows, headerRow, bottom }: Place,
  isEmpty: (row: number) => boolean,
  idOf: (row: number) => string | null,
  ids: ReadonlySet<string>,
): number {
  let last = Math.max(headerRow, bottom ?? headerRow);
  for (const row of rows.keys()) if (row > last && ids.has(idOf(row) ?? '')) last = row;
  while (!isEmpty(last + 1)) last += 1;
  return last;
}

function findPlace<F extends string>(snapshot: Snapshot, layout: ReadLayout<F>): Place | null {
  for (const sheet of snapshot.sheets)
    for (const table of sheet.tables)
      if (sameWords(table.name, layout.table)) {
        const rows = rowsOf(sheet);
        if (headersIn(rows.get(table.top), layout).has(layout.key))
          return { sheet, rows, headerRow: table.top, bottom: table.bottom };
      }
  const named = snapshot.sheets.filter((sheet) => sameWords(sheet.name, layout.sheet));
  const others = snapshot.sheets.filter(
    (sheet) => !named.includes(sheet) && sheet.visibility === 'visible',
  );
  for (const sheet of [...named, ...others]) {
    const rows = rowsOf(sheet);
    const headerRow = findHeaderRow(rows, layout);
    if (headerRow !== null) return { sheet, rows, headerRow, bottom: null };
  }
  return null;
}

/** The first row with the most of our headers, the key among them and at least half of all. */
function findHeaderRow<F extends string>(rows: Rows, layout: ReadLayout<F>): number | null {
  let best: { readonly row: number; readonly count: number } | null = null;
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const found = headersIn(rows.get(row), layout);
    if (!found.has(layout.key) || found.size * 2 < layout.columns.length) continue;
    if (best === null || found.size > best.count) best = { row, count: found.size };
  }
  return best?.row ?? null;
}

function headersIn<F extends string>(
  row: ReadonlyMap<number, SnapshotCell> | undefined,
  layout: ReadLayout<F>,
): ReadonlySet<F> {
  const words = new Set(
    [...(row?.values() ?? [])].map(({ content }) => headerWords(content).toLowerCase()),
  );
  return new Set(
    layout.columns
      .filter(({ header }) => words.has(header.toLowerCase()))
      .map(({ field }) => field),
  );
}

function headerWords(content: CellContent): string {
  return content.kind === 'text' ? tidy(content.text) : '';
}

function sameWords(a: string, b: string): boolean {
  return tidy(a).toLowerCase() === tidy(b).toLowerCase();
}

function rowsOf(sheet: SheetSnapshot): Rows {
  const rows = new Map<number, Map<number, SnapshotCell>>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row) ?? new Map<number, SnapshotCell>();
    row.set(cell.column, cell);
    rows.set(cell.row, row);
  }
  return rows;
}
