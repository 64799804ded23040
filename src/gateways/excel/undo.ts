import { rangeAddress } from '../xlsx/write/text';
import { Batch } from './batch';
import type { Found, Update } from './existing';
import type { Draft } from './draft';
import { openProtection, restoreCells, typed } from './update';
import { officeCode } from './errors';

/**
 * Takes back what a run did, however far it came: compares the workbook with what was there
 * before and with what the run meant to make. Gives false when Excel did not let it.
 */
export async function undo(failed: Batch, found: Found, draft: Draft): Promise<boolean> {
  const batch = new Batch(failed.context, {});
  try {
    return await takeBack(batch, found, draft);
  } catch (error) {
    if (officeCode(error) === null) throw error;
    return false;
  }
}

async function takeBack(batch: Batch, found: Found, draft: Draft): Promise<boolean> {
  const { workbook, runtime } = batch.context;
  const sheets = workbook.worksheets.load('items/id,items/name');
  const tables = workbook.tables.load('items/id,items/name');
  const names = workbook.names.load('items/name,items/formula');
  const ranges = draft.updates.map(({ rows }) =>
    rows ? rows.table.getRange().load('rowIndex,columnIndex,rowCount,columnCount') : null,
  );
  const guards = draft.updates.map(({ sheet }) => sheet.protection.load('protected'));
  await batch.sendAnyway();

  const made = new Set(
    [
      ...draft.built.flatMap(({ name, spec }) => [name, spec.name]),
      ...draft.copies.map(({ kept }) => kept),
    ].map((name) => name.toLowerCase()),
  );
  await batch.room(0, 10 * sheets.items.length + 4);
  for (const { name, formula } of names.items) {
    const before = found.names.find((each) => each.name === name);
    if (!before && draft.newNames.some((each) => each.name === name))
      workbook.names.getItem(name).delete();
    else if (before && before.formula !== String(formula))
      workbook.names.getItem(name).formula = before.formula;
  }
  for (const sheet of sheets.items) {
    if (found.sheets.some(({ id }) => id === sheet.id) || !made.has(sheet.name.toLowerCase()))
      continue;
    // A very hidden sheet cannot be deleted.
    sheet.visibility = 'Hidden';
    sheet.delete();
  }
  for (const { id, name, visibility, item } of found.sheets) {
    const now = sheets.items.find((each) => each.id === id);
    if (now && now.name !== name) item.name = name;
    if (draft.replaced.some(({ old }) => old === item)) item.visibility = visibility;
  }
  for (const { id, name, item } of found.tables) {
    const now = tables.items.find((each) => each.id === id);
    if (now && now.name !== name) item.name = name;
  }
  for (const [index, update] of draft.updates.entries()) {
    const range = ranges[index];
    if (guards[index]?.protected) update.sheet.protection.unprotect();
    await restoreUpdate(batch, update, range ? range.rowCount : null);
  }
  runtime.enableEvents = true;
  await batch.sendAnyway();
  // Rows that were deleted are back with what they held, but not with their looks.
  return !draft.updates.some(
    ({ rows }, index) => rows && rows.change < 0 && ranges[index]?.rowCount !== rows.rowsBefore,
  );
}

async function restoreUpdate(batch: Batch, update: Update, rowsNow: number | null): Promise<void> {
  const { sheet, rows, isProtected } = update;
  await batch.room(0, 4);
  if (rows && rowsNow !== null && rowsNow !== rows.rowsBefore) {
    const left = update.spec.tables[0]?.range.left ?? 1;
    const right = left + rows.width - 1;
    if (rows.change > 0)
      sheet
        .getRange(
          rangeAddress({ top: rows.from, left, bottom: rows.from + rows.change - 1, right }),
        )
        .delete('Up');
    else {
      const blank = Array.from({ length: rows.width }, () => '');
      rows.table.rows.add(
        rows.index ?? undefined,
        rows.before.map(() => blank),
      );
      for (const [at, line] of rows.before.entries()) {
        const top = rows.from + at;
        await batch.room(20_000, 3);
        sheet.getRange(
          rangeAddress({ top, left, bottom: top, right: left + line.length - 1 }),
        ).formulas = [line.map(typed)];
      }
    }
  }
  await restoreCells(batch, update);
  if (isProtected) sheet.protection.protect(openProtection);
}
