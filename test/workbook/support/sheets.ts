import type { Snapshot, SnapshotCell } from '../../../src/domain/snapshot';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../../src/workbook/spec';
import type { Planted } from './generated';

/** A spec in which some cells hold something else, found by sheet, id and header. */
export function planted(spec: WorkbookSpec, all: readonly Planted[]): WorkbookSpec {
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) => {
      const own = all.filter((each) => each.sheet === sheet.name);
      return own.length === 0 ? sheet : { ...sheet, cells: plantedCells(sheet, own) };
    }),
  };
}

function plantedCells(sheet: SheetSpec, all: readonly Planted[]): readonly CellSpec[] {
  const text = ({ value }: CellSpec): string => (value.kind === 'text' ? value.text : '');
  const top = sheet.tables[0]?.range.top ?? 0;
  const rows = new Map(
    sheet.cells
      .filter((cell) => cell.column === 1 && cell.row > top)
      .map((cell) => [text(cell), cell.row]),
  );
  const columns = new Map(
    sheet.cells.filter((cell) => cell.row === top).map((cell) => [text(cell), cell.column]),
  );
  const at = new Map(
    all.map(({ id, header, value }) => {
      const [row, column] = [rows.get(id), columns.get(header)];
      if (row === undefined || column === undefined)
        throw new Error(`The sheet ${sheet.name} has no cell for ${id}, ${header}.`);
      return [`${String(row)},${String(column)}`, value];
    }),
  );
  return sheet.cells.map((cell) => {
    const value = at.get(`${String(cell.row)},${String(cell.column)}`);
    return value ? { ...cell, value } : cell;
  });
}

/** The value a snapshot's cell shows: text, number, boolean, error text, or null for nothing. */
export function shownAt(
  snapshot: Snapshot,
  sheet: string,
  row: number,
  column: number,
): string | number | boolean | null {
  const found = snapshot.sheets
    .find(({ name }) => name === sheet)
    ?.cells.find((cell) => cell.row === row && cell.column === column);
  return shownBy(found);
}

/** {@link shownAt} for a cell at hand. */
export function shownBy(cell: SnapshotCell | undefined): string | number | boolean | null {
  switch (cell?.content.kind) {
    case undefined:
      return null;
    case 'number':
    case 'boolean':
      return cell.content.value;
    case 'text':
      return cell.content.text;
    case 'error':
      return cell.content.error;
    case 'uncalculated':
      return 'uncalculated';
  }
}
