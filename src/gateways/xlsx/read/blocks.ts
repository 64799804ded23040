import type { Block } from '../../../domain/document';
import type { CellContent, SheetSnapshot, Snapshot } from '../../../domain/snapshot';
import { sheetBlocks, type SheetCell, type SheetValue } from '../../documents/sheetBlocks';
import { readArea } from './address';

/** The blocks of the sheets of a workbook that are not hidden. */
export function snapshotBlocks({ sheets }: Pick<Snapshot, 'sheets'>): readonly Block[] {
  return sheets
    .filter(({ visibility }) => visibility === 'visible')
    .flatMap((sheet) => sheetBlocks(sheet.name, cellsOf(sheet)));
}

function cellsOf({ name, cells, merges }: SheetSnapshot): readonly SheetCell[] {
  const merged = new Map(
    merges.map((range) => {
      const { top, left, bottom, right } = readArea(range, name);
      return [
        `${String(top)} ${String(left)}`,
        { across: right - left + 1, down: bottom - top + 1 },
      ];
    }),
  );
  return cells.flatMap(({ row, column, content }): SheetCell[] => {
    const value = valueOf(content);
    const span = merged.get(`${String(row)} ${String(column)}`) ?? { across: 1, down: 1 };
    return value === null ? [] : [{ row, column, ...span, value }];
  });
}

/** Errors, and formulas without their results, say nothing of a plan. */
function valueOf(content: CellContent): SheetValue | null {
  switch (content.kind) {
    case 'number':
      return content;
    case 'text':
      return content.text.trim() === '' ? null : content;
    case 'boolean':
    case 'error':
    case 'uncalculated':
      return null;
  }
}
