import { HostFault } from '../fault';
import { wholeSheet } from './area';
import { addComment } from './comments';
import { renameTablesInFormula, rewriteRule, sheetRenamer } from './references';
import type { DefinedName, Sheet, Workbook } from './workbook';

/** Gives a sheet another name; formulas that name it follow. */
export function renameSheet(workbook: Workbook, sheet: Sheet, name: string): void {
  workbook.checkSheetName(name, sheet);
  const before = sheet.name;
  sheet.name = name;
  const rewrite = sheetRenamer(before, name);
  for (const each of workbook.sheets) {
    for (const { row, column, cell } of each.grid.within(wholeSheet))
      if (cell.formula !== null)
        each.grid.set(row, column, { ...cell, formula: rewrite(cell.formula) });
    for (const format of each.conditionalFormats) format.formula = rewrite(format.formula);
    each.validations = each.validations.map((validation) => ({
      ...validation,
      rule: validation.rule && rewriteRule(validation.rule, rewrite),
    }));
    for (const chart of each.charts) {
      chart.source = rewrite(chart.source);
      for (const series of chart.series) {
        series.values = series.values === null ? null : rewrite(series.values);
        series.categories = series.categories === null ? null : rewrite(series.categories);
      }
    }
  }
  for (const each of workbook.names) each.formula = rewrite(each.formula);
}

/** Where a copied sheet goes (`Excel.WorksheetPositionType`). */
export type SheetPlace = 'None' | 'Before' | 'After' | 'Beginning' | 'End';

/**
 * Copies a sheet with all that is on it. Its tables get names of their own, as in Excel, and names
 * of the workbook that stand for its cells get a copy limited to the new sheet; what pointed to
 * the old sheet from itself points to the new one.
 */
export function copySheet(
  workbook: Workbook,
  sheet: Sheet,
  place: SheetPlace,
  relativeTo: Sheet | null,
): Sheet {
  const copy = workbook.addSheet(freeName(workbook, sheet.name));
  copy.visibility = 'Visible';
  copy.tabColor = sheet.tabColor;
  copy.showGridlines = sheet.showGridlines;
  copy.showHeadings = sheet.showHeadings;
  copy.style = sheet.style;
  copy.columns = new Map(sheet.columns);
  copy.rows = new Map(sheet.rows);
  copy.merges = [...sheet.merges];
  copy.validations = [...sheet.validations];
  copy.conditionalFormats = sheet.conditionalFormats.map((format) => ({
    ...format,
    id: `{cf-${workbook.nextId()}}`,
  }));
  copy.frozen = sheet.frozen;
  copy.rowBreaks = [...sheet.rowBreaks];
  copy.columnBreaks = [...sheet.columnBreaks];
  copy.autoFilter = sheet.autoFilter;
  Object.assign(copy.page, structuredClone(sheet.page));
  for (const [key, value] of sheet.customProperties) copy.customProperties.set(key, value);
  const renamed = new Map<string, string>();
  for (const table of sheet.tables) {
    const id = workbook.nextId();
    const name = `${table.name}_${id}`;
    renamed.set(table.name.toLowerCase(), name);
    copy.tables.push({ ...table, id: String(id), sheet: copy, name });
  }
  const renameSheets = sheetRenamer(sheet.name, copy.name);
  const rewrite = (formula: string): string =>
    renameTablesInFormula(renameSheets(formula), renamed);
  for (const { row, column, cell } of sheet.grid.within(wholeSheet))
    copy.grid.set(row, column, { ...cell, formula: cell.formula && rewrite(cell.formula) });
  for (const format of copy.conditionalFormats) format.formula = rewrite(format.formula);
  copy.validations = copy.validations.map((validation) => ({
    ...validation,
    rule: validation.rule && rewriteRule(validation.rule, rewrite),
  }));
  for (const { area, content } of sheet.comments) addComment(workbook, copy, area, content);
  for (const chart of sheet.charts)
    copy.charts.push({
      ...chart,
      id: `{chart-${workbook.nextId()}}`,
      sheet: copy,
      source: rewrite(chart.source),
      series: chart.series.map((series) => ({
        ...series,
        pointColors: new Map(series.pointColors),
        values: series.values && rewrite(series.values),
        categories: series.categories && rewrite(series.categories),
      })),
    });
  for (const name of workbook.names.filter((each) => each.sheet === sheet || pointsTo(each, sheet)))
    workbook.names.push({ ...name, formula: rewrite(name.formula), sheet: copy });
  copy.protection = sheet.protection;
  movePlace(workbook, copy, place, relativeTo);
  return copy;
}

function pointsTo(name: DefinedName, sheet: Sheet): boolean {
  return name.sheet === null && sheetRenamer(sheet.name, '?')(name.formula) !== name.formula;
}

function freeName(workbook: Workbook, name: string): string {
  for (let number = 2; ; number++) {
    const ending = ` (${number})`;
    const free = name.slice(0, 31 - ending.length) + ending;
    if (!workbook.sheet(free)) return free;
  }
}

function movePlace(
  workbook: Workbook,
  sheet: Sheet,
  place: SheetPlace,
  relativeTo: Sheet | null,
): void {
  if (place === 'None' || place === 'End') return;
  if (place === 'Beginning') {
    moveSheet(workbook, sheet, 0);
    return;
  }
  if (!relativeTo) throw new HostFault('InvalidArgument', 'Before or after which sheet?');
  const at = workbook.sheets.indexOf(relativeTo);
  moveSheet(workbook, sheet, place === 'Before' ? at : at + 1);
}

/** Puts a sheet at a place from the left; 0 is the first. */
export function moveSheet(workbook: Workbook, sheet: Sheet, position: number): void {
  const rest = workbook.sheets.filter((each) => each !== sheet);
  if (position > rest.length)
    throw new HostFault('InvalidArgument', `There are ${workbook.sheets.length} sheets.`);
  rest.splice(position, 0, sheet);
  workbook.sheets.splice(0, workbook.sheets.length, ...rest);
}
