import { read, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { Block } from '../../domain/document';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { Refusal } from '../xlsx/read/refusal';
import { classifyFormat, dateContent } from '../xlsx/read/styles';
import { sheetBlocks, type SheetCell, type SheetValue } from '../documents/sheetBlocks';

/** Rows of a sheet that are read: a plan has some hundred. */
const MOST_ROWS = 20_000;

/**
 * Reads the sheets of a workbook of Excel up to 2003 (.xls) that are not hidden into blocks; the
 * bytes are known to be an OLE file. Fails with `documentEncrypted` and `documentDamaged`, each
 * with `file`; throws a `Refusal` for a sheet that asks for too much.
 */
export function readXls(bytes: Uint8Array, file: string): Result<readonly Block[], Failure> {
  try {
    const book = read(bytes, {
      type: 'array',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      sheetRows: MOST_ROWS,
    });
    const from1904 = book.Workbook?.WBProps?.date1904 === true;
    return ok(
      book.SheetNames.flatMap((name, index) => {
        const sheet = book.Sheets[name];
        const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
        return sheet && !hidden ? sheetBlocks(name, cellsOf(sheet, from1904)) : [];
      }),
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // The parser has no errors of its own: whatever it throws, it throws at bytes it cannot read.
    const locked = error instanceof Error && /password|encrypt/i.test(error.message);
    return err(
      locked
        ? failure('documentEncrypted', { file })
        : failure('documentDamaged', { file, part: 'Workbook', reason: 'packing' }),
    );
  }
}

/** Days from the 1900 system's day 0 to the 1904 system's. */
const DAYS_TO_1904 = 1462;

function cellsOf(sheet: WorkSheet, from1904: boolean): readonly SheetCell[] {
  const spans = new Map(
    (sheet['!merges'] ?? []).map(({ s, e }) => [
      `${String(s.r)} ${String(s.c)}`,
      { across: e.c - s.c + 1, down: e.r - s.r + 1 },
    ]),
  );
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? [];
  const cells: SheetCell[] = [];
  for (const [row, own] of rows.entries())
    for (const [column, cell] of (own ?? []).entries()) {
      const value = cell ? valueOf(cell, from1904) : null;
      const span = spans.get(`${String(row)} ${String(column)}`) ?? { across: 1, down: 1 };
      if (value !== null) cells.push({ row: row + 1, column: column + 1, ...span, value });
    }
  return cells;
}

function valueOf({ t: type, v: value, z: code }: CellObject, from1904: boolean): SheetValue | null {
  if (type === 's' && typeof value === 'string')
    return value.trim() === '' ? null : { kind: 'text', text: value };
  if (type !== 'n' || typeof value !== 'number') return null;
  const format = classifyFormat(typeof code === 'string' ? code : 'General');
  return format === 'date' || format === 'month'
    ? dateContent(value + (from1904 ? DAYS_TO_1904 : 0), format)
    : { kind: 'number', value, format: format === 'percent' ? format : 'plain' };
}
