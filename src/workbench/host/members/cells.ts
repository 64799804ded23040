import { HostFault, invalid } from '../fault';
import {
  areaAddress,
  cellCount,
  coversColumns,
  coversRows,
  insideSheet,
  readArea,
  sharedArea,
  sheetPrefix,
  splitSheet,
  wholeSheet,
  type Area,
} from '../model/area';
import { styleAt, sameName, type Band, type Sheet, type Workbook } from '../model/workbook';
import type { Style } from '../model/style';
import { HostObject, type RangeTarget } from './objects';

/** The one area of a Range; fails (`InvalidReference`) when its cells were deleted. */
export function areaOf(target: RangeTarget): Area {
  const [area] = areasOf(target);
  if (!area) throw new HostFault('InvalidReference', 'The cells were deleted.');
  return area;
}

/** The areas of cells; fails (`InvalidReference`) when they were deleted. */
export function areasOf({ areas }: RangeTarget): readonly Area[] {
  if (areas.length === 0) throw new HostFault('InvalidReference', 'The cells were deleted.');
  return areas;
}

/** A Range of one area; fails when it would leave the sheet. */
export function range(sheet: Sheet, area: Area): HostObject<'Range'> {
  if (!insideSheet(area)) throw invalid('The range would leave the sheet.');
  return new HostObject('Range', { sheet, areas: [area] });
}

/**
 * The cells an address of a sheet stands for: "A1:B2", "A:C", "1:3", a table or a defined name;
 * null or "" for the whole sheet. Fails (`InvalidArgument`) on anything else.
 */
export function resolveArea(workbook: Workbook, sheet: Sheet, address: string | null): Area {
  if (address === null || address === '') return wholeSheet;
  const { sheet: named, rest } = splitSheet(address);
  if (named !== null && !sameName(named, sheet.name))
    throw invalid(`"${address}" is not on the sheet "${sheet.name}".`);
  const area = readArea(rest) ?? namedArea(workbook, sheet, rest);
  if (!area) throw invalid(`"${address}" is no range.`);
  return area;
}

function namedArea(workbook: Workbook, sheet: Sheet, name: string): Area | null {
  const table = sheet.tables.find((each) => sameName(each.name, name));
  if (table) return { ...table.area, top: table.area.top + (table.showHeaders ? 1 : 0) };
  const defined = workbook.names.find((each) => sameName(each.name, name));
  const target = defined && readReference(workbook, defined.formula);
  return target?.sheet === sheet ? target.area : null;
}

/** The cells "='Sheet'!$A$1:$B$2" (or without "=") stands for; null for anything else. */
export function readReference(
  workbook: Workbook,
  formula: string,
): { readonly sheet: Sheet; readonly area: Area } | null {
  const { sheet: name, rest } = splitSheet(formula.replace(/^=/, ''));
  const sheet = name === null ? null : workbook.sheet(name);
  const area = readArea(rest);
  return sheet && area ? { sheet, area } : null;
}

/** "Sheet1!A1:B2", as `Range.address` reads. */
export function fullAddress(sheet: Sheet, area: Area): string {
  return `${sheetPrefix(sheet.name)}!${areaAddress(area)}`;
}

/** "Sheet1!$A$1:$B$2", as formulas of names and charts hold it. */
export function absoluteAddress(sheet: Sheet, area: Area): string {
  const cells = areaAddress(area)
    .split(':')
    .map((end) => end.replace(/^([A-Z]+)/, '$$$1').replace(/(\d+)$/, '$$$1'))
    .join(':');
  return `${sheetPrefix(sheet.name)}!${cells}`;
}

/** What every cell of some areas agrees on; null where they differ. */
export function common<V>(target: RangeTarget, pick: (style: Style) => V): V | null {
  const found = new Set<V>();
  for (const style of stylesOf(target)) {
    found.add(pick(style));
    if (found.size > 1) return null;
  }
  const [only] = found;
  return only ?? null;
}

function* stylesOf(target: RangeTarget): Iterable<Style> {
  const { sheet } = target;
  for (const area of areasOf(target)) {
    if (cellCount(area) > 1_000_000) {
      yield* bigAreaStyles(sheet, area);
      continue;
    }
    for (let row = area.top; row <= area.bottom; row++)
      for (let column = area.left; column <= area.right; column++)
        yield styleAt(sheet, row, column);
  }
}

/** Of an area too big to walk: the looks of its bands and of the cells with a look of their own. */
function* bigAreaStyles(sheet: Sheet, area: Area): Iterable<Style> {
  let covered = 0;
  for (const [column, band] of sheet.columns) {
    if (!sharedArea(area, { ...wholeSheet, left: column, right: column })) continue;
    if (band.style) {
      covered++;
      yield band.style;
    }
  }
  if (!coversColumns(area) || covered <= area.right - area.left) yield sheet.style;
  for (const [row, band] of sheet.rows)
    if (row >= area.top && row <= area.bottom && band.style) yield band.style;
  for (const { cell } of sheet.grid.within(area)) if (cell.style) yield cell.style;
}

/** A sheet's rows or columns an area covers, with what they have of their own. */
export function bandsOf(
  sheet: Sheet,
  axis: 'row' | 'column',
  area: Area,
): readonly (readonly [number, Band | undefined])[] {
  const bands = axis === 'row' ? sheet.rows : sheet.columns;
  const [from, to] = axis === 'row' ? [area.top, area.bottom] : [area.left, area.right];
  const whole = axis === 'row' ? coversColumns(area) : coversRows(area);
  if (whole && to - from > 20_000) return [...bands].filter(([line]) => line >= from && line <= to);
  return Array.from({ length: to - from + 1 }, (_, index) => [
    from + index,
    bands.get(from + index),
  ]);
}
