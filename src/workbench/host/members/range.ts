import { z } from 'zod';
import { HostFault, invalid } from '../fault';
import {
  boundingArea,
  cellArea,
  cellCount,
  columnCount,
  coversColumns,
  coversRows,
  insideSheet,
  LAST_COLUMN,
  LAST_ROW,
  overlaps,
  rowCount,
  sharedArea,
  type Area,
} from '../model/area';
import {
  clearContents,
  clearFormats,
  clearValidations,
  copyCells,
  mergeArea,
  readMatrix,
  restyleArea,
  writeCells,
} from '../model/edit';
import { refuseLocked, refuseProtected } from '../model/guard';
import { emptyCell, type Cell, type Value } from '../model/grid';
import { repairHeaders } from '../model/headers';
import { deleteCells, insertCells } from '../model/shift';
import { shownText } from '../model/shown';
import { restyler } from '../model/style';
import { plainBand, styleAt, type Band, type Sheet } from '../model/workbook';
import { READ_CELL_LIMIT } from '../protocol';
import { areaOf, areasOf, bandsOf, fullAddress, range, resolveArea } from './cells';
import { HostObject, type RangeTarget } from './objects';
import {
  action,
  classTable,
  link,
  method,
  objectOf,
  scalar,
  settable,
  unsupported,
  type Host,
  type Member,
} from './table';

const offset = z.number().int();
const anyRange = z.union([z.string(), objectOf('Range')]);

/** What `Values` reads: an empty cell is "". */
function readValue({ value }: Cell): string | number | boolean {
  if (value === null) return '';
  return typeof value === 'object' ? value.error : value;
}

function typeOf(value: Value): string {
  if (value === null) return 'Empty';
  if (typeof value === 'object') return 'Error';
  if (typeof value === 'string') return 'String';
  return typeof value === 'boolean' ? 'Boolean' : 'Double';
}

/** Reads every cell of a range; null for more cells than Excel answers. */
function matrix<V>(
  target: RangeTarget,
  read: (cell: Cell, row: number, column: number) => V,
): readonly (readonly V[])[] | null {
  const area = areaOf(target);
  if (cellCount(area) > READ_CELL_LIMIT) return null;
  return Array.from({ length: rowCount(area) }, (_, row) =>
    Array.from({ length: columnCount(area) }, (__, column) =>
      read(
        target.sheet.grid.get(area.top + row, area.left + column),
        area.top + row,
        area.left + column,
      ),
    ),
  );
}

function writable(read: (cell: Cell) => unknown): Member<RangeTarget> {
  return settable(
    z.unknown(),
    (target) => matrix(target, read),
    (target, given, { workbook }) => {
      writeCells(workbook, target.sheet, areaOf(target), given);
    },
  );
}

function setNumberFormats(target: RangeTarget, given: unknown): void {
  const area = areaOf(target);
  const { sheet } = target;
  refuseProtected(sheet, 'allowFormatCells');
  const at = readMatrix(given, area);
  if (typeof given === 'string') {
    restyleArea(sheet, area, restyler({ numberFormat: given }));
    return;
  }
  const restylers = new Map<string, ReturnType<typeof restyler>>();
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) {
      const numberFormat = at(row, column);
      if (numberFormat === null) continue;
      if (typeof numberFormat !== 'string') throw invalid('A number format is a text.');
      const restyle = restylers.get(numberFormat) ?? restyler({ numberFormat });
      restylers.set(numberFormat, restyle);
      const cell = sheet.grid.get(row, column);
      sheet.grid.set(row, column, { ...cell, style: restyle(styleAt(sheet, row, column, cell)) });
    }
}

function hiddenMember(axis: 'row' | 'column'): Member<RangeTarget> {
  const option = axis === 'row' ? 'allowFormatRows' : 'allowFormatColumns';
  return settable(
    z.boolean(),
    (target) => commonBand(target, axis, (band) => band.hidden),
    ({ sheet, areas }, hidden) => {
      refuseProtected(sheet, option);
      for (const area of areas) changeBands(sheet, axis, area, () => ({ hidden }));
    },
  );
}

/** What every row or column of a range agrees on; null where they differ. */
export function commonBand<V>(
  target: RangeTarget,
  axis: 'row' | 'column',
  pick: (band: Band) => V,
): V | null {
  const found = new Set<V>();
  for (const area of areasOf(target))
    for (const [, band] of bandsOf(target.sheet, axis, area)) found.add(pick(band ?? plainBand));
  const [only] = found;
  return found.size === 1 ? (only ?? null) : null;
}

/** Changes what the rows or columns of an area have of their own. */
export function changeBands(
  sheet: Sheet,
  axis: 'row' | 'column',
  area: Area,
  change: (band: Band) => Partial<Band>,
): void {
  const bands = axis === 'row' ? sheet.rows : sheet.columns;
  if (axis === 'row' ? coversColumns(area) : coversRows(area))
    throw unsupported(`setting every ${axis} of a sheet at once`);
  for (const [line, band = plainBand] of bandsOf(sheet, axis, area))
    bands.set(line, { ...band, ...change(band) });
}

function outline(change: (band: Band) => Partial<Band>): Member<RangeTarget> {
  return method(z.tuple([z.enum(['ByRows', 'ByColumns'])]), ({ sheet, areas }, [by]) => {
    refuseProtected(sheet, null);
    for (const area of areas) changeBands(sheet, by === 'ByRows' ? 'row' : 'column', area, change);
  });
}

/** A range next to or inside this one. */
function derived<S extends z.ZodTuple>(
  schema: S,
  place: (area: Area, given: z.output<S>, target: RangeTarget) => Area,
): Member<RangeTarget> {
  return method(schema, (target: RangeTarget, given) =>
    range(target.sheet, place(areaOf(target), given, target)),
  );
}

function resized(area: Area, rows: number, columns: number): Area {
  const next = { ...area, bottom: area.bottom + rows, right: area.right + columns };
  if (!insideSheet(next)) throw invalid('A range has at least one cell, all on the sheet.');
  return next;
}

function neighbours(area: Area, axis: 'row' | 'column', count: number): Area {
  if (count === 0) throw invalid('A range has at least one cell.');
  if (axis === 'row')
    return count > 0
      ? { ...area, top: area.bottom + 1, bottom: area.bottom + count }
      : { ...area, top: area.top + count, bottom: area.top - 1 };
  return count > 0
    ? { ...area, left: area.right + 1, right: area.right + count }
    : { ...area, left: area.left + count, right: area.left - 1 };
}

function other(host: Host, target: RangeTarget, given: string | HostObject<'Range'>): Area {
  if (typeof given === 'string') return resolveArea(host.workbook, target.sheet, given);
  if (given.target.sheet !== target.sheet) throw invalid('The ranges are on different sheets.');
  return areaOf(given.target);
}

function usedRange(target: RangeTarget, valuesOnly: boolean | null | undefined): Area | null {
  return target.sheet.grid.used(areaOf(target), valuesOnly === true);
}

function clear(host: Host, sheet: Sheet, area: Area, applyTo: string): void {
  const { workbook } = host;
  switch (applyTo) {
    case 'All':
      clearContents(workbook, sheet, area);
      clearFormats(sheet, area);
      clearValidations(sheet, area);
      for (const { row, column } of sheet.grid.within(area)) sheet.grid.set(row, column, emptyCell);
      repairHeaders(sheet, area);
      return;
    case 'Contents':
      clearContents(workbook, sheet, area);
      return;
    case 'Formats':
      clearFormats(sheet, area);
      return;
    default:
      refuseLocked(sheet, area);
      for (const { row, column, cell } of sheet.grid.within(area))
        sheet.grid.set(row, column, { ...cell, link: null });
  }
}

const hyperlink = z.object({
  address: z.string().nullish(),
  documentReference: z.string().nullish(),
  screenTip: z.string().nullish(),
  textToDisplay: z.string().nullish(),
});

/** Excel gives a linked cell the look of a link. */
const linked = restyler({ fontColor: '#0563C1', underline: 'Single' });

/** The members that a Range and RangeAreas share. */
export const rangeAreas = classTable<RangeTarget>({
  Address: scalar(({ sheet, areas }) => areas.map((area) => fullAddress(sheet, area)).join(',')),
  AreaCount: scalar((target) => areasOf(target).length),
  CellCount: scalar((target) => areasOf(target).reduce((sum, area) => sum + cellCount(area), 0)),
  Areas: link((target) => new HostObject('RangeCollection', target)),
  Worksheet: link(({ sheet }) => new HostObject('Worksheet', sheet)),
  Format: link((target) => new HostObject('RangeFormat', target)),
  DataValidation: link((target) => new HostObject('DataValidation', target)),
  ConditionalFormats: link((target) => new HostObject('ConditionalFormatCollection', target)),
  Clear: method(z.tuple([z.string().nullish()]), (target, [applyTo], host) => {
    for (const area of areasOf(target)) clear(host, target.sheet, area, applyTo ?? 'All');
  }),
});

/** The ranges of RangeAreas. */
export const rangeCollection = classTable<RangeTarget>(
  {
    GetCount: action((target) => areasOf(target).length),
    GetItemAt: method(z.tuple([offset]), (target, [index]) => {
      const area = areasOf(target)[index];
      if (!area) throw new HostFault('ItemNotFound', `There is no area ${index}.`);
      return range(target.sheet, area);
    }),
  },
  { items: (target) => areasOf(target).map((area) => range(target.sheet, area)) },
);

/** `Excel.Range`. */
export const rangeTable = classTable<RangeTarget>({
  Address: scalar((target) => fullAddress(target.sheet, areaOf(target))),
  CellCount: scalar((target) => {
    const count = cellCount(areaOf(target));
    return count > 2_147_483_647 ? -1 : count;
  }),
  RowIndex: scalar((target) => areaOf(target).top - 1),
  ColumnIndex: scalar((target) => areaOf(target).left - 1),
  RowCount: scalar((target) => rowCount(areaOf(target))),
  ColumnCount: scalar((target) => columnCount(areaOf(target))),
  IsEntireRow: scalar((target) => coversRows(areaOf(target))),
  IsEntireColumn: scalar((target) => coversColumns(areaOf(target))),
  Values: writable(readValue),
  Formulas: writable((cell) => cell.formula ?? readValue(cell)),
  ValueTypes: scalar((target) => matrix(target, ({ value }) => typeOf(value))),
  Text: scalar((target) =>
    matrix(target, (cell, row, column) =>
      shownText(cell.value, styleAt(target.sheet, row, column, cell).numberFormat),
    ),
  ),
  NumberFormat: settable(
    z.unknown(),
    (target) =>
      matrix(target, (cell, row, column) => styleAt(target.sheet, row, column, cell).numberFormat),
    setNumberFormats,
  ),
  RowHidden: hiddenMember('row'),
  ColumnHidden: hiddenMember('column'),
  Hidden: scalar(
    (target) =>
      commonBand(target, 'row', ({ hidden }) => hidden) === true ||
      commonBand(target, 'column', ({ hidden }) => hidden) === true,
  ),
  Hyperlink: settable(
    hyperlink,
    (target) => {
      const area = areaOf(target);
      return target.sheet.grid.get(area.top, area.left).link;
    },
    (target, given) => {
      const { sheet } = target;
      const area = areaOf(target);
      refuseProtected(sheet, 'allowInsertHyperlinks');
      const cell = sheet.grid.get(area.top, area.left);
      const shown = given.textToDisplay ?? '';
      const link = {
        address: given.address ?? '',
        documentReference: given.documentReference ?? '',
        screenTip: given.screenTip ?? '',
        textToDisplay: shown,
      };
      sheet.grid.set(area.top, area.left, {
        ...cell,
        link,
        value: shown === '' ? cell.value : shown,
        formula: shown === '' ? cell.formula : null,
        style: linked(styleAt(sheet, area.top, area.left, cell)),
      });
    },
  ),
  Worksheet: link(({ sheet }) => new HostObject('Worksheet', sheet)),
  Format: link((target) => new HostObject('RangeFormat', target)),
  DataValidation: link((target) => new HostObject('DataValidation', target)),
  ConditionalFormats: link((target) => new HostObject('ConditionalFormatCollection', target)),

  GetCell: derived(z.tuple([offset, offset]), (area, [row, column]) =>
    cellArea(area.top + row, area.left + column),
  ),
  GetRow: derived(z.tuple([offset]), (area, [row]) => ({
    ...area,
    top: area.top + row,
    bottom: area.top + row,
  })),
  GetColumn: derived(z.tuple([offset]), (area, [column]) => ({
    ...area,
    left: area.left + column,
    right: area.left + column,
  })),
  GetLastRow: derived(z.tuple([]), (area) => ({ ...area, top: area.bottom })),
  GetLastColumn: derived(z.tuple([]), (area) => ({ ...area, left: area.right })),
  GetLastCell: derived(z.tuple([]), (area) => cellArea(area.bottom, area.right)),
  GetEntireRow: derived(z.tuple([]), (area) => ({ ...area, left: 1, right: LAST_COLUMN })),
  GetEntireColumn: derived(z.tuple([]), (area) => ({ ...area, top: 1, bottom: LAST_ROW })),
  GetOffsetRange: derived(z.tuple([offset, offset]), (area, [rows, columns]) => ({
    top: area.top + rows,
    left: area.left + columns,
    bottom: area.bottom + rows,
    right: area.right + columns,
  })),
  GetResizedRange: derived(z.tuple([offset, offset]), (area, [rows, columns]) =>
    resized(area, rows, columns),
  ),
  GetAbsoluteResizedRange: derived(z.tuple([offset, offset]), (area, [rows, columns]) => ({
    ...area,
    bottom: area.top + rows - 1,
    right: area.left + columns - 1,
  })),
  GetRowsAbove: derived(z.tuple([offset.nullish()]), (area, [count]) =>
    neighbours(area, 'row', -(count ?? 1)),
  ),
  GetRowsBelow: derived(z.tuple([offset.nullish()]), (area, [count]) =>
    neighbours(area, 'row', count ?? 1),
  ),
  GetColumnsBefore: derived(z.tuple([offset.nullish()]), (area, [count]) =>
    neighbours(area, 'column', -(count ?? 1)),
  ),
  GetColumnsAfter: derived(z.tuple([offset.nullish()]), (area, [count]) =>
    neighbours(area, 'column', count ?? 1),
  ),
  GetBoundingRect: method(z.tuple([anyRange]), (target, [given], host) =>
    range(target.sheet, boundingArea(areaOf(target), other(host, target, given))),
  ),
  GetIntersection: method(z.tuple([anyRange]), (target, [given], host) => {
    const shared = sharedArea(areaOf(target), other(host, target, given));
    if (!shared) throw new HostFault('ItemNotFound', 'The ranges share no cell.');
    return range(target.sheet, shared);
  }),
  GetIntersectionOrNullObject: method(z.tuple([anyRange]), (target, [given], host) => {
    const shared = sharedArea(areaOf(target), other(host, target, given));
    return shared && range(target.sheet, shared);
  }),
  GetUsedRange: method(z.tuple([z.boolean().nullish()]), (target, [valuesOnly]) =>
    range(
      target.sheet,
      usedRange(target, valuesOnly) ?? cellArea(areaOf(target).top, areaOf(target).left),
    ),
  ),
  GetUsedRangeOrNullObject: method(z.tuple([z.boolean().nullish()]), (target, [valuesOnly]) => {
    const used = usedRange(target, valuesOnly);
    return used && range(target.sheet, used);
  }),
  GetMergedAreasOrNullObject: action((target) => {
    const area = areaOf(target);
    const areas = target.sheet.merges.filter((merge) => overlaps(merge, area));
    return areas.length === 0 ? null : new HostObject('RangeAreas', { sheet: target.sheet, areas });
  }),
  GetTables: method(
    z.tuple([z.boolean().nullish()]),
    (target) => new HostObject('TableScopedCollection', target),
  ),

  Merge: method(z.tuple([z.boolean().nullish()]), (target, [across], { workbook }) => {
    const area = areaOf(target);
    const areas = across
      ? Array.from({ length: rowCount(area) }, (_, row) => ({
          ...area,
          top: area.top + row,
          bottom: area.top + row,
        }))
      : [area];
    for (const each of areas) mergeArea(workbook, target.sheet, each);
  }),
  Unmerge: action((target) => {
    const area = areaOf(target);
    refuseProtected(target.sheet, null);
    target.sheet.merges = target.sheet.merges.filter((merge) => !overlaps(merge, area));
  }),
  Clear: method(z.tuple([z.string().nullish()]), (target, [applyTo], host) => {
    clear(host, target.sheet, areaOf(target), applyTo ?? 'All');
  }),
  Insert: method(z.tuple([z.enum(['Down', 'Right'])]), (target, [shift], { workbook }) => {
    const area = areaOf(target);
    insertCells(workbook, target.sheet, area, shift === 'Down');
    return range(target.sheet, area);
  }),
  Delete: method(z.tuple([z.enum(['Up', 'Left'])]), (target, [shift], { workbook }) => {
    deleteCells(workbook, target.sheet, areaOf(target), shift === 'Up');
  }),
  CopyFrom: method(
    z.tuple([
      anyRange,
      z.enum(['All', 'Formulas', 'Values', 'Formats']).nullish(),
      z.literal(false).nullish(),
      z.literal(false).nullish(),
    ]),
    (target, [given, kind], { workbook }) => {
      const source =
        typeof given === 'string'
          ? { sheet: target.sheet, area: resolveArea(workbook, target.sheet, given) }
          : { sheet: given.target.sheet, area: areaOf(given.target) };
      copyCells(workbook, source, { sheet: target.sheet, area: areaOf(target) }, kind ?? 'All');
    },
  ),
  Group: outline(({ outline: depth }) => ({ outline: Math.min(depth + 1, 8) })),
  Ungroup: outline(({ outline: depth }) => ({ outline: Math.max(depth - 1, 0) })),
  HideGroupDetails: outline(() => ({ hidden: true })),
  ShowGroupDetails: outline(() => ({ hidden: false })),
  Select: action((target, { workbook }) => {
    workbook.activateSheet(target.sheet);
    workbook.selection = { sheet: target.sheet, area: areaOf(target) };
  }),
  _ValidateArraySize: method(z.tuple([offset, offset]), (target, [rows, columns]) => {
    const area = areaOf(target);
    if (rowCount(area) !== rows || columnCount(area) !== columns)
      throw invalid(
        'The number of rows or columns in the input array does not match the size of the range.',
      );
  }),
});
