import { cellAddress } from '../../domain/snapshot';
import type { RangeSpec } from '../../workbook/spec';
import { rangeAddress } from '../xlsx/write/text';
import { Batch } from './batch';
import type { Wire } from './cells';
import type { Copy, Draft } from './draft';
import { officeCode } from './errors';
import { plainFormula } from './formulas';
import { sameName, type Difference, type Found, type RowUpdate, type Update } from './existing';
import { columnAt, type RowChange } from './layout';
import {
  loadFormats,
  loadPlaces,
  ownFormats,
  removeFormats,
  restoreFormats,
  restoreValidation,
  says,
  type OldFormat,
} from './rules';
import { changesLinks, lastWritten, openProtection, restoreCells } from './update';

/**
 * How a failed run ended: taken back as a whole, or not, or done after all, when only Excel's
 * answer was lost.
 */
export type Ending = 'undone' | 'notUndone' | 'done';

/** Excel may refuse once more while it is busy; what was taken back is found so and left alone. */
const ATTEMPTS = 3;

/**
 * Takes back what a run did, however far it came: compares the workbook with what was there
 * before and with what the run meant to make. `made` has the ids of sheets it is known to have made.
 */
export async function undo(
  failed: Batch,
  found: Found,
  draft: Draft,
  made: ReadonlySet<string>,
): Promise<Ending> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++)
    try {
      return await takeBack(new Batch(failed.context, {}), found, draft, made);
    } catch (error) {
      if (officeCode(error) === null) throw error;
    }
  return 'notUndone';
}

/** One updated sheet as it is now. */
type Now = {
  readonly update: Update;
  readonly protection: Excel.WorksheetProtection;
  readonly keys: Excel.Range | null;
  readonly last: { readonly range: Excel.Range; readonly after: Wire } | null;
  readonly formats: Excel.ConditionalFormatCollection | null;
  /** The empty row that takes a new line. */
  readonly taken: Excel.Range | null;
};

/** The workbook as a failed run left it. */
type Left = {
  readonly sheets: readonly Excel.Worksheet[];
  readonly tables: readonly Excel.Table[];
  readonly names: readonly Excel.NamedItem[];
  readonly updates: readonly (Now & { readonly own: readonly OldFormat[] })[];
};

async function takeBack(
  batch: Batch,
  found: Found,
  draft: Draft,
  made: ReadonlySet<string>,
): Promise<Ending> {
  const left = await lookAtRest(batch, draft);
  // Copies go at the very end.
  const isTidy = draft.copies.every(({ name, isKept }) => isKept || !sheetNamed(left, name));
  const isDone =
    draft.built.every(({ spec }) => {
      const sheet = sheetNamed(left, spec.name);
      return sheet !== undefined && sheet.visibility !== 'Hidden' && made.has(sheet.id);
    }) && left.updates.every((now) => isUpdated(now, isTidy));
  if (isDone) {
    await tidyUp(batch, draft, left);
    return 'done';
  }
  await batch.room(0, 4 * left.sheets.length);
  for (const sheet of left.sheets)
    if (!isOld(found, sheet.id) && (isMade(sheet, draft, made) || isBareCopy(sheet, draft)))
      remove(sheet);
  await restoreNames(batch, found, draft, left);
  await restoreUpdates(batch, draft, left);
  await batch.sendAnyway();
  await restoreColours(
    batch,
    draft.updates.filter(({ rules }) => rules.formats !== null),
  );
  batch.context.runtime.enableEvents = true;
  await batch.sendAnyway();
  return 'undone';
}

async function lookAtRest(batch: Batch, draft: Draft): Promise<Left> {
  const { workbook } = batch.context;
  const sheets = workbook.worksheets.load('items/id,items/name,items/visibility');
  const tables = workbook.tables.load('items/id,items/name');
  const names = workbook.names.load('items/name,items/formula');
  const all = draft.updates.map((update): Now => {
    const last = lastWritten(update.differences);
    return {
      update,
      protection: update.sheet.protection.load('protected'),
      keys: update.rows ? keyRange(update, update.rows).load('formulas') : null,
      last: last && {
        range: update.sheet.getRange(cellAddress(last.row, last.column)).load('formulas'),
        after: last.after,
      },
      formats: update.rules.formats === null ? null : loadFormats(update.sheet),
      taken: update.taken
        ? update.sheet.getRange(rangeAddress(update.taken)).load('formulas')
        : null,
    };
  });
  await batch.sendAnyway();
  const places = all.map(({ update: { sheet }, formats }) =>
    formats ? loadPlaces(sheet, formats) : [],
  );
  await batch.sendAnyway();
  return {
    sheets: sheets.items,
    tables: tables.items,
    names: names.items,
    updates: all.map((now, index) => ({
      ...now,
      own: ownFormats(places[index] ?? [], now.update.rules.forms),
    })),
  };
}

function sheetNamed({ sheets }: Left, name: string): Excel.Worksheet | undefined {
  return sheets.find((each) => sameName(each.name, name));
}

/** What a run that is done leaves to do when its last request was cut short. */
async function tidyUp(batch: Batch, { copies }: Draft, left: Left): Promise<void> {
  await batch.room(0, 3 * copies.length + 2 * left.updates.length + 2);
  for (const { name, isKept } of copies) if (!isKept) sheetNamed(left, name)?.delete();
  for (const { update, protection } of left.updates)
    if (update.spec.protection === 'sheet' && !protection.protected)
      update.sheet.protection.protect(openProtection);
  batch.context.runtime.enableEvents = true;
  await batch.sendAnyway();
}

/** Defined names, and the names of sheets and tables that were there. */
async function restoreNames(batch: Batch, found: Found, draft: Draft, left: Left): Promise<void> {
  const { workbook } = batch.context;
  await batch.room(0, 10 * left.sheets.length + 4);
  for (const { id, name, visibility, item } of found.sheets) {
    const now = left.sheets.find((each) => each.id === id);
    if (now && now.name !== name) item.name = name;
    if (draft.replaced.some(({ old }) => old === item)) item.visibility = visibility;
  }
  for (const { id, name, item } of found.tables) {
    const now = left.tables.find((each) => each.id === id);
    if (now && now.name !== name) item.name = name;
  }
  // Formulas of names are read by the names sheets have by now.
  for (const { name, formula } of left.names) {
    const before = found.names.find((each) => each.name === name);
    if (!before && draft.newNames.some((each) => each.name === name))
      workbook.names.getItem(name).delete();
    else if (before && before.formula !== String(formula))
      workbook.names.getItem(name).formula = before.formula;
  }
}

async function restoreUpdates(batch: Batch, draft: Draft, left: Left): Promise<void> {
  const copies = draft.copies.filter(({ name }) => sheetNamed(left, name));
  for (const now of left.updates) {
    const { update, protection } = now;
    // What is protected as it was was never opened, perhaps for a password.
    if (update.isProtected && protection.protected && !isTouched(now)) continue;
    const copy = copies.find((each) => each.sheet === update.sheet) ?? null;
    await batch.room(0, 4);
    if (protection.protected) update.sheet.protection.unprotect();
    await restoreUpdate(batch, now, copy);
    if (update.isProtected) update.sheet.protection.protect(openProtection);
  }
  for (const { name } of copies) {
    const copy = sheetNamed(left, name);
    if (copy) remove(copy);
  }
}

/** Colour rules come last: rows and cells that are copied back bring some with them. */
async function restoreColours(batch: Batch, updates: readonly Update[]): Promise<void> {
  if (updates.length === 0) return;
  const formats = updates.map(({ sheet }) => loadFormats(sheet));
  await batch.sendAnyway();
  const places = updates.map(({ sheet }, index) => {
    const there = formats[index];
    return there ? loadPlaces(sheet, there) : [];
  });
  await batch.sendAnyway();
  for (const [index, { sheet, rules }] of updates.entries()) {
    const own = ownFormats(places[index] ?? [], rules.forms);
    if (rules.formats === null || sameFormats(own, rules.formats)) continue;
    await removeFormats(batch, sheet, own);
    await restoreFormats(batch, sheet, rules.formats);
  }
}

function isOld(found: Found, id: string): boolean {
  return found.sheets.some((each) => each.id === id);
}

/**
 * Whether the run made a sheet: it knows the id, or the sheet is still hidden, as new ones are until
 * the end. One of the same name that is seen was added by somebody else meanwhile.
 */
function isMade(
  { id, name, visibility }: Excel.Worksheet,
  { built }: Draft,
  made: ReadonlySet<string>,
): boolean {
  return (
    made.has(id) || (visibility === 'Hidden' && built.some((each) => sameName(each.name, name)))
  );
}

/** Whether a sheet is a copy that a run did not come to name: Excel calls it "Name (2)". */
function isBareCopy({ name }: Excel.Worksheet, { copies }: Draft): boolean {
  return copies.some(({ from }) => name.startsWith(`${from} (`) && /\(\d+\)$/.test(name));
}

/** A very hidden sheet cannot be deleted. */
function remove(sheet: Excel.Worksheet): void {
  sheet.visibility = 'Hidden';
  sheet.delete();
}

function keyRange({ spec, before }: Update, { table, columns }: RowUpdate): Excel.Range {
  const range = spec.tables[0]?.range;
  const column = columnAt(before, range?.left ?? 1, range?.bottom ?? 1);
  return table.getDataBodyRange().getColumn(column - columns.left);
}

function keysNow({ keys }: Now): readonly Wire[] {
  return (keys?.formulas ?? []).map((line): Wire => {
    const key: unknown = line[0];
    return typeof key === 'number' || typeof key === 'boolean' ? key : String(key);
  });
}

/**
 * Whether everything that was to be done to a sheet is done, by what is done last: its cells, its
 * colour rules, its rows; where only an empty row was filled, by that and that nothing is left to
 * tidy up. Without any such sign it counts as not done.
 */
function isUpdated(now: Left['updates'][number], isTidy: boolean): boolean {
  const { rows, rules } = now.update;
  if (rows && doneChanges(rows, now) < rows.changes.length) return false;
  if (now.last) return looksLike(now.last.range.formulas[0]?.[0], now.last.after);
  if (rules.formats !== null) return !sameFormats(now.own, rules.formats);
  return rows !== null || (isTidy && isFilled(now));
}

function isFilled({ taken }: Now): boolean {
  return (taken?.formulas ?? []).some((line) => line.some((each) => each !== ''));
}

/** Whether anything was done to a sheet, as far as can be told. */
function isTouched(now: Left['updates'][number]): boolean {
  const { rows, rules } = now.update;
  if (rows && doneChanges(rows, now) > 0) return true;
  if (rules.formats !== null && !sameFormats(now.own, rules.formats)) return true;
  return now.last !== null && looksLike(now.last.range.formulas[0]?.[0], now.last.after);
}

function looksLike(seen: unknown, written: Wire): boolean {
  if (typeof written !== 'string') return seen === written;
  if (written.startsWith('=')) return plainFormula(String(seen)) === plainFormula(written);
  return String(seen).replace(/^'/, '') === written.replace(/^'/, '');
}

/**
 * How many of the changes of rows were carried out: the most after which the table has the rows
 * it has. New rows may be empty or written already.
 */
function doneChanges({ changes, keys }: RowUpdate, now: Now): number {
  const seen = keysNow(now);
  const top = now.update.before.body?.now.top ?? 1;
  const states: (readonly (Wire | null)[])[] = [keys];
  for (const { kind, at, count } of changes) {
    const rows = [...(states.at(-1) ?? [])];
    if (kind === 'out') rows.splice(at - top, count);
    else rows.splice(at - top, 0, ...Array.from({ length: count }, () => null));
    states.push(rows);
  }
  return states.findLastIndex(
    (rows) =>
      rows.length === seen.length &&
      rows.every((key, index) => key === null || looksLike(seen[index], key)),
  );
}

async function restoreUpdate(batch: Batch, now: Now, copy: Copy | null): Promise<void> {
  const { update } = now;
  const { sheet, rows, rules } = update;
  if (rows)
    for (const change of rows.changes.slice(0, Math.max(doneChanges(rows, now), 0)).toReversed())
      await takeRowsBack(batch, update, rows, change, copy);
  if (copy && changesLinks(update)) await copyBack(batch, update, copy, bodyOf(update));
  else if (update.taken && copy) await copyBack(batch, update, copy, update.taken);
  for (const { range, old } of rules.validations)
    if (old) await restoreValidation(batch, sheet, rangeAddress(range), old);
    else if (copy) await copyBack(batch, update, copy, range);
  await restoreCells(batch, update);
  if (rows && update.printArea !== null) {
    await batch.room(200, 3);
    sheet.pageLayout.setPrintArea(update.printArea);
  }
}

function sameFormats(a: readonly OldFormat[], b: readonly OldFormat[]): boolean {
  const text = (list: readonly OldFormat[]): string =>
    list.map(({ id, formula, address }) => `${id} ${says(formula, address)}`).join('\n');
  return text(a) === text(b);
}

/** Rows that came in go, and rows that went come back with all they had. */
async function takeRowsBack(
  batch: Batch,
  update: Update,
  rows: RowUpdate,
  { kind, at, count }: RowChange,
  copy: Copy | null,
): Promise<void> {
  const { sheet } = update;
  const whole = {
    top: at,
    left: rows.columns.left,
    bottom: at + count - 1,
    right: rows.columns.right,
  };
  const address = `${String(at)}:${String(at + count - 1)}`;
  if (kind === 'out') {
    await batch.room(0, 8);
    sheet.getRange(address).insert('Down');
    if (!copy) return;
    sheet.getRange(address).copyFrom(sheetOf(batch, copy).getRange(address), 'All');
    await copyBack(batch, update, copy, whole);
  } else if (kind === 'in') {
    await batch.room(0, 3);
    sheet.getRange(address).delete('Up');
  } else
    for (let row = count; row > 0; row--) {
      await batch.room(0, 4);
      rows.table.rows.getItemAt(at - (update.before.body?.now.top ?? at) + row - 1).delete();
    }
}

/** The body of the sheet's table as it was, in the columns of ours. */
function bodyOf({ spec, before }: Update): RangeSpec {
  const range = spec.tables[0]?.range ?? { top: 1, left: 1, bottom: 1, right: 1 };
  return {
    top: before.body?.now.top ?? range.top,
    left: columnAt(before, range.left, range.bottom),
    bottom: before.body?.now.bottom ?? range.bottom,
    right: columnAt(before, range.right, range.bottom),
  };
}

/** Copies cells back with their looks and rules; what they held is written as it was. */
async function copyBack(batch: Batch, update: Update, copy: Copy, range: RangeSpec): Promise<void> {
  const address = rangeAddress(range);
  await batch.room(200, 5);
  update.sheet.getRange(address).copyFrom(sheetOf(batch, copy).getRange(address), 'All');
  const differences: Difference[] = [];
  for (let row = range.top; row <= range.bottom; row++)
    for (let column = range.left; column <= range.right; column++) {
      const before = update.at(row, column);
      differences.push({ row, column, was: { row, column }, before, after: before });
    }
  await restoreCells(batch, { sheet: update.sheet, differences });
}

function sheetOf(batch: Batch, { name }: Copy): Excel.Worksheet {
  return batch.context.workbook.worksheets.getItem(name);
}
