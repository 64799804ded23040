import { err, ok, type Result } from '../../domain/result';
import { cellAddress } from '../../domain/snapshot';
import type { WorkbookSpec } from '../../workbook/spec';
import { assertDrawable } from '../xlsx/write/guard';
import { inRowOrder } from '../xlsx/write/order';
import { rangeAddress } from '../xlsx/write/text';
import { Batch, type OperationOptions } from './batch';
import { drawCells } from './cells';
import { drawChart } from './charts';
import { draftOf, nameFormula, type Draft } from './draft';
import { officeFailure, type OfficeFailure } from './errors';
import { decide, look, type Found } from './existing';
import { rangeAt } from './layout';
import { drawFormats } from './formats';
import {
  drawConditionalFormats,
  drawHeights,
  drawLayout,
  drawLinks,
  drawMerges,
  drawPage,
  drawValidations,
} from './furniture';
import { undo } from './undo';
import { drawUpdate, openProtection } from './update';

/**
 * Requests of a load into a workbook without sheets of ours: look, values, looks, swap. More only
 * where one is full (see `Rendered.chunks`), whatever the number of rows.
 */
export const LOAD_SYNCS = 4;
/** Requests of a load over sheets of ours: three more to compare places, cells and rules. */
export const RELOAD_SYNCS = 7;

/** How a spec is drawn into the open workbook. */
export type RenderOptions = OperationOptions & {
  /**
   * Whether sheets that change are kept as they were, as copies beside the new ones: yes when a
   * plan is loaded over another, no when figures are refreshed. Yes when not given.
   */
  readonly keepOld?: boolean;
  /**
   * What stays where it differs from the spec on rows that are there: what people enter, or all
   * that they can have typed, also over the plan's own words. Nothing when not given.
   */
  readonly keep?: 'entries' | 'typed';
  /**
   * Cells that get the spec's value whatever `keep` says, as "sheet!A1" where they stand now:
   * entries that somebody else has made, such as a collection.
   */
  readonly entered?: ReadonlySet<string>;
  /** Keys of rows that are no longer of the plan and go; rows with other unknown keys stay. */
  readonly gone?: ReadonlySet<string>;
  /** True where the sheets that are there belong to something else: kept aside, and made anew. */
  readonly anew?: boolean;
};

/** One cell that will be changed, with what it shows before and after; a formula begins with "=". */
export type CellChange = {
  readonly sheet: string;
  readonly cell: string;
  readonly before: string;
  readonly after: string;
};

/** What drawing a spec will do to the workbook. */
export type Changes = {
  /** Sheets that will be made. */
  readonly made: readonly string[];
  /** Sheets that are laid out otherwise: made anew, and the old one kept under the other name. */
  readonly replaced: readonly { readonly sheet: string; readonly kept: string }[];
  /** Sheets of which cells or rows will be changed; `kept` is the copy's name, null for none. */
  readonly updated: readonly {
    readonly sheet: string;
    readonly kept: string | null;
    readonly cells: readonly CellChange[];
    readonly rowsAdded: number;
    readonly rowsGone: number;
  }[];
};

/** What was done. */
export type Rendered = {
  /** Requests sent, and how many of them only because one was full. */
  readonly syncs: number;
  readonly chunks: number;
  /** Sheets that were made, and sheets of which cells were changed. */
  readonly made: readonly string[];
  readonly updated: readonly string[];
  /** The names under which old sheets stand now. */
  readonly kept: readonly string[];
  /** Cells written into sheets that were there before. */
  readonly changedCells: number;
};

/** What came of drawing a spec. */
export type Outcome = Result<Rendered, OfficeFailure>;

/**
 * Draws a workbook spec into the open workbook. Missing sheets are made hidden and shown at the
 * end; sheets of ours that are still laid out as the spec get only the cells that differ, so that
 * everything people added stays; a sheet of the same name that is laid out otherwise is kept
 * under another name. A cancelled or failed run takes back what it did. A spec that cannot be
 * drawn throws, as it does for files (see `assertDrawable`).
 */
export async function renderInto(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  options: RenderOptions = {},
): Promise<Outcome> {
  assertDrawable(inRowOrder(spec));
  const batch = new Batch(context, options);
  let found: Found | null = null;
  let draft: Draft | null = null;
  const made = new Set<string>();
  try {
    found = await look(batch);
    const decision = await decide(batch, spec, found, options);
    draft = draftOf(spec, decision, found, options.keepOld ?? true);
    context.runtime.enableEvents = false;
    await drawNew(batch, draft, made);
    await finish(batch, spec, draft, found);
    return ok(renderedOf(batch, draft));
  } catch (error) {
    const failed = officeFailure(error, true);
    if (found === null || draft === null) return err(failed);
    const end = await undo(batch, found, draft, made);
    return end === 'done'
      ? ok(renderedOf(batch, draft))
      : err({ ...failed, undone: end === 'undone' });
  }
}

function renderedOf(batch: Batch, draft: Draft): Rendered {
  return {
    syncs: batch.syncs,
    chunks: batch.chunks,
    made: draft.built.map(({ spec: { name } }) => name),
    updated: draft.updates.map(({ spec: { name } }) => name),
    kept: [
      ...draft.replaced.map(({ kept }) => kept),
      ...draft.copies.flatMap(({ name, isKept }) => (isKept ? [name] : [])),
    ],
    changedCells: draft.updates.reduce((sum, each) => sum + each.differences.length, 0),
  };
}

/** What {@link renderInto} would do, found out in the same way; nothing is changed. */
export async function previewInto(
  context: Excel.RequestContext,
  spec: WorkbookSpec,
  options: RenderOptions = {},
): Promise<Result<Changes, OfficeFailure>> {
  assertDrawable(inRowOrder(spec));
  const batch = new Batch(context, options);
  try {
    const found = await look(batch);
    const decision = await decide(batch, spec, found, options);
    return ok(changesOf(draftOf(spec, decision, found, options.keepOld ?? true)));
  } catch (error) {
    return err(officeFailure(error, true));
  }
}

function changesOf(draft: Draft): Changes {
  return {
    made: draft.built
      .filter(({ spec }) => draft.replaced.every((each) => each.spec !== spec))
      .map(({ spec }) => spec.name),
    replaced: draft.replaced.map(({ spec, kept }) => ({ sheet: spec.name, kept })),
    updated: draft.updates.map(({ spec, sheet, differences, rows, fresh }) => ({
      sheet: spec.name,
      kept: draft.copies.find((each) => each.isKept && each.sheet === sheet)?.name ?? null,
      cells: differences.map(({ row, column, before, after }) => ({
        sheet: spec.name,
        cell: cellAddress(row, column),
        before: String(before),
        after: String(after),
      })),
      rowsAdded: fresh.size,
      rowsGone: rows?.gone.length ?? 0,
    })),
  };
}

/**
 * Values first, then looks; nothing that was there is touched. The ids of the new sheets go into
 * `made` as soon as they are known.
 */
async function drawNew(batch: Batch, draft: Draft, made: Set<string>): Promise<void> {
  const { worksheets, names } = batch.context.workbook;
  if (draft.built.length === 0) return;
  const sheetOf = (name: string): Excel.Worksheet =>
    worksheets.getItem(
      draft.built.find((each) => each.spec.name === name)?.name ?? draft.layouts.of(name).name,
    );
  const added: Excel.Worksheet[] = [];
  for (const { name, spec: sheet } of draft.built) {
    await batch.room(0, 4);
    const item = worksheets.add(name);
    item.visibility = 'Hidden';
    added.push(item.load('id'));
    batch.expect(sheet.cells.length * 2);
  }
  for (const name of draft.newNames) {
    await batch.room(1_000, 3);
    names.add(
      name.name,
      name.kind === 'text'
        ? nameFormula(name, draft.layouts)
        : sheetOf(name.sheet).getRange(
            rangeAddress(rangeAt(draft.layouts.of(name.sheet), name.range)),
          ),
    );
  }
  for (const { name, spec: sheet } of draft.built) {
    const item = worksheets.getItem(name);
    await drawCells(batch, item, sheet.cells, (formula) => draft.formulaOf(formula, sheet.name));
    await drawLinks(batch, item, sheet.cells);
  }
  await batch.send();
  for (const { id } of added) made.add(id);

  for (const { name, spec: sheet } of draft.built) {
    const item = worksheets.getItem(name);
    const own = (formula: string): string => draft.formulaOf(formula, sheet.name);
    await drawLayout(batch, item, sheet);
    await drawMerges(batch, item, sheet);
    await drawFormats(batch, item, sheet.cells);
    for (const table of sheet.tables) {
      await batch.room(0, 6);
      const drawn = item.tables.add(rangeAddress(table.range), true);
      drawn.name = draft.tables.get(table.name) ?? table.name;
      drawn.style = table.style;
      drawn.showFilterButton = table.showFilter;
    }
    await drawValidations(batch, item, sheet.validations, own);
    await drawConditionalFormats(batch, item, sheet.conditionalFormats, own);
    await drawHeights(batch, item, sheet);
    await drawPage(batch, item, sheet);
    for (const chart of sheet.charts) await drawChart(batch, item, sheetOf(chart.sheet), chart);
    batch.advance(sheet.cells.length);
  }
  await batch.send();
}

/**
 * What people see changes here, in one request unless the changes are more than one holds. What
 * Excel could refuse comes first.
 */
async function finish(batch: Batch, spec: WorkbookSpec, draft: Draft, found: Found): Promise<void> {
  const { worksheets, names, application } = batch.context.workbook;
  for (const { sheet, isProtected } of draft.updates) {
    await batch.room(0, 2);
    if (isProtected) sheet.protection.unprotect();
  }
  for (const { sheet, name, isKept } of draft.copies) {
    await batch.room(0, 4);
    const copy = sheet.copy('End');
    copy.name = name;
    if (!isKept) copy.visibility = 'Hidden';
  }
  await batch.room(2_000 * draft.movedNames.length, 40 * spec.sheets.length);
  const positions = new Map(found.sheets.map(({ name }, index) => [name.toLowerCase(), index]));
  for (const { old, kept } of draft.replaced) old.name = kept;
  for (const { item, kept } of draft.oldTables) item.name = kept;
  for (const { spec: sheet, name } of draft.built) {
    const item = worksheets.getItem(name);
    const position = positions.get(sheet.name.toLowerCase());
    if (name !== sheet.name) item.name = sheet.name;
    if (position !== undefined) item.position = position;
    for (const table of sheet.tables) {
      const now = draft.tables.get(table.name);
      if (now !== undefined && now !== table.name) item.tables.getItem(now).name = table.name;
    }
    if (sheet.protection === 'sheet') item.protection.protect(openProtection);
    item.visibility = sheet.visibility === 'visible' ? 'Visible' : 'VeryHidden';
  }
  for (const { name, formula } of draft.movedNames) names.getItem(name).formula = formula;
  if (draft.built.length > 0) worksheets.getItem(spec.activeSheet).activate();
  for (const update of draft.updates) await drawUpdate(batch, update, draft.layouts);
  await batch.room(0, 3 * draft.copies.length + 4);
  for (const { name, isKept } of draft.copies) if (!isKept) worksheets.getItem(name).delete();
  application.calculate('Recalculate');
  batch.context.runtime.enableEvents = true;
  await batch.send();
}
