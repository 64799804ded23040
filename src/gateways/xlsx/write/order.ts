import type { CellSpec, WorkbookSpec } from '../../../workbook/spec';

/** The same workbook with each sheet's cells row by row, from left to right, as a part holds them. */
export function inRowOrder(spec: WorkbookSpec): WorkbookSpec {
  return {
    ...spec,
    sheets: spec.sheets.map((sheet) =>
      isInOrder(sheet.cells) ? sheet : { ...sheet, cells: [...sheet.cells].sort(byPlace) },
    ),
  };
}

function byPlace(a: CellSpec, b: CellSpec): number {
  return a.row - b.row || a.column - b.column;
}

function isInOrder(cells: readonly CellSpec[]): boolean {
  let last: CellSpec | null = null;
  for (const cell of cells) {
    if (last !== null && byPlace(last, cell) > 0) return false;
    last = cell;
  }
  return true;
}
