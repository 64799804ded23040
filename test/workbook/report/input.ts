import { assessBook } from '../../../src/domain/assessment/book';
import { pastOf } from '../../../src/domain/assessment/past';
import type { Book } from '../../../src/domain/book';
import { checkBook } from '../../../src/domain/checks/run';
import { countOpenErrors } from '../../../src/domain/checks/waivers';
import { openBook } from '../../../src/app/openBook';
import { sampleContent } from '../../../src/app/sampleContent';
import { workbookFiles } from '../../../src/app/wiring';
import { reportSpec } from '../../../src/workbook/report/reportSpec';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../../src/workbook/spec';
import { day } from '../../support/book';
import { seedPlan } from '../../support/plans';

/** The SHA-256 the tests give a tracking workbook's file. */
export const bookHash = 'f00d'.repeat(16);

/** The report of a book as a spec. */
export function reportOf(book: Book, taken: string | null = null): WorkbookSpec {
  return reportSpec({
    book,
    assessment: assessBook(book),
    openErrors: countOpenErrors(checkBook(book), book.waivers),
    past: pastOf(book),
    origin: { hash: bookHash, taken },
  });
}

/** A seed's tracking workbook with sample figures, read back from its bytes. */
export async function sampleBook(plan: string): Promise<Book> {
  const content = sampleContent(seedPlan(plan), day('2025-12-15'));
  const book = openBook(
    workbookFiles,
    await workbookFiles.render(trackingSpec(content)),
    'so.xlsx',
    null,
  );
  if (!book.ok) throw new Error(book.error.code);
  return book.value;
}

/** A sheet of a spec by how its name begins. */
export function sheetOf({ sheets }: WorkbookSpec, name: string): SheetSpec {
  const found = sheets.find((sheet) => sheet.name.startsWith(name));
  if (!found) throw new Error(`No sheet ${name}.`);
  return found;
}

/** What a cell shows: its text, number or day, or the result its formula carries. */
export function shown({ value }: CellSpec): string | number | null {
  switch (value.kind) {
    case 'empty':
      return null;
    case 'text':
      return value.text;
    case 'number':
      return value.value;
    case 'date':
      return value.date;
    case 'formula':
      return value.result;
  }
}

/** The rows under a sheet's table head, each by its heads; empty cells are left out. */
export function tableRows(sheet: SheetSpec): readonly ReadonlyMap<string, string | number>[] {
  const [table] = sheet.tables;
  if (!table) throw new Error(`${sheet.name} has no table.`);
  const rows = new Map<number, Map<string, string | number>>();
  for (const cell of sheet.cells) {
    const value = shown(cell);
    if (cell.row <= table.range.top || value === null) continue;
    const row = rows.get(cell.row) ?? new Map<string, string | number>();
    rows.set(cell.row, row.set(table.columns[cell.column - 1] ?? '', value));
  }
  return [...rows].sort(([a], [b]) => a - b).map(([, row]) => row);
}

/** All texts of a sheet, in reading order. */
export function textsOf(sheet: SheetSpec): readonly string[] {
  return sheet.cells.map(shown).filter((value) => typeof value === 'string');
}
