import { z } from 'zod';
import { invalid, notFound } from '../fault';
import {
  columnCount,
  contains,
  insideSheet,
  overlaps,
  rowCount,
  splitSheet,
  type Area,
} from '../model/area';
import { clearContents, clearFormats, readMatrix, writeCells } from '../model/edit';
import { refuseProtected } from '../model/guard';
import { bodyArea, headerArea, repairHeaders } from '../model/headers';
import { deleteCells, insertCells } from '../model/shift';
import {
  appendRows,
  applyFilters,
  clearFilters,
  deleteTableColumn,
  filterColumn,
  insertTableColumn,
} from '../model/tables';
import {
  plainTable,
  sameName,
  type FilterCriteria,
  type Sheet,
  type Table,
  type Workbook,
} from '../model/workbook';
import { areaOf, range, resolveArea } from './cells';
import { HostObject, type ColumnTarget, type RangeTarget, type Targets } from './objects';
import {
  action,
  classTable,
  link,
  method,
  objectOf,
  scalar,
  settable,
  unsupported,
  whole,
  type Host,
  type Member,
} from './table';

function tablesOf(target: { readonly sheet: Sheet | null }, { workbook }: Host): readonly Table[] {
  return target.sheet ? target.sheet.tables : workbook.allTables();
}

function asObject(table: Table): HostObject<'Table'> {
  return new HostObject('Table', table);
}

function find(tables: readonly Table[], key: unknown): HostObject<'Table'> | null {
  const text = String(key);
  const table = tables.find((each) => each.id === text || sameName(each.name, text));
  return table ? asObject(table) : null;
}

function readTarget(
  { workbook }: Host,
  sheet: Sheet | null,
  given: string | HostObject<'Range'>,
): { readonly sheet: Sheet; readonly area: Area } {
  if (typeof given !== 'string') return { sheet: given.target.sheet, area: areaOf(given.target) };
  const { sheet: named } = splitSheet(given);
  const on = named === null ? (sheet ?? workbook.activeSheet) : workbook.sheet(named);
  if (!on) throw notFound(`sheet ${named ?? ''}`);
  return { sheet: on, area: resolveArea(workbook, on, given) };
}

/** Fails where a table cannot be; `except` may be there. */
function refuseTableAt(sheet: Sheet, area: Area, except: Table | null): void {
  if (!insideSheet(area)) throw invalid('The table would leave the sheet.');
  // InvalidArgument: OfficeDev/office-js issue 1199.
  if (sheet.tables.some((each) => each !== except && overlaps(each.area, area)))
    throw invalid("A table can't overlap another table.");
  if (sheet.merges.some((merge) => overlaps(merge, area)))
    throw invalid("A table can't overlap merged cells.");
}

function addTable(workbook: Workbook, sheet: Sheet, given: Area): Table {
  refuseProtected(sheet, null);
  // A table has a body row, made when only a header is given.
  const area = rowCount(given) === 1 ? { ...given, bottom: given.bottom + 1 } : given;
  refuseTableAt(sheet, area, null);
  const id = String(workbook.nextId());
  const table: Table = {
    id,
    name: freeName(workbook),
    sheet,
    area,
    ...plainTable(),
  };
  sheet.tables.push(table);
  repairHeaders(sheet, area);
  return table;
}

function freeName(workbook: Workbook): string {
  for (let number = 1; ; number++) {
    const name = `Table${number}`;
    if (!workbook.allTables().some((table) => sameName(table.name, name))) return name;
  }
}

const anyRange = z.union([z.string(), objectOf('Range')]);

/** `Excel.TableCollection`, of the workbook or of a sheet. */
export const tableCollection = classTable<{ readonly sheet: Sheet | null }>(
  {
    Count: scalar((target, host) => tablesOf(target, host).length),
    GetCount: action((target, host) => tablesOf(target, host).length),
    Add: method(z.tuple([anyRange, z.boolean()]), (target, [given, hasHeaders], host) => {
      if (!hasHeaders) throw unsupported('tables made without a header row');
      const { sheet, area } = readTarget(host, target.sheet, given);
      return asObject(addTable(host.workbook, sheet, area));
    }),
    GetItemAt: method(z.tuple([whole]), (target, [index], host) => {
      const table = tablesOf(target, host)[index];
      if (!table) throw notFound(`table ${index}`);
      return asObject(table);
    }),
    GetItemOrNullObject: method(z.tuple([z.string()]), (target, [key], host) =>
      find(tablesOf(target, host), key),
    ),
  },
  {
    items: (target, host) => tablesOf(target, host).map(asObject),
    item: (target, key, host) => find(tablesOf(target, host), key),
  },
);

function scoped({ sheet, areas }: RangeTarget): readonly Table[] {
  return sheet.tables.filter((table) => areas.some((area) => overlaps(area, table.area)));
}

/** `Excel.TableScopedCollection`: the tables that touch a range. */
export const tableScopedCollection = classTable<RangeTarget>(
  {
    GetCount: action((target) => scoped(target).length),
    GetItemOrNullObject: method(z.tuple([z.string()]), (target, [key]) =>
      find(scoped(target), key),
    ),
  },
  {
    items: (target) => scoped(target).map(asObject),
    item: (target, key) => find(scoped(target), key),
  },
);

type Flag =
  | 'showFilterButton'
  | 'showBandedRows'
  | 'showBandedColumns'
  | 'highlightFirstColumn'
  | 'highlightLastColumn';

function flag(fact: Flag): Member<Table> {
  return settable(
    z.boolean(),
    (table: Table) => table[fact],
    (table, given) => {
      refuseProtected(table.sheet, null);
      table[fact] = given;
    },
  );
}

function drop(table: Table): void {
  refuseProtected(table.sheet, null);
  table.sheet.tables = table.sheet.tables.filter((each) => each !== table);
}

/** `Excel.Table`. */
export const tableTable = classTable<Table>(
  {
    Id: scalar(({ id }) => id),
    Name: settable(
      z.string(),
      ({ name }) => name,
      (table, name, { workbook }) => {
        workbook.checkName(name, null, table);
        table.name = name;
      },
    ),
    Style: settable(
      z.string(),
      ({ style }) => style,
      (table, style) => {
        refuseProtected(table.sheet, null);
        table.style = style;
      },
    ),
    ShowHeaders: scalar(({ showHeaders }) => showHeaders),
    ShowTotals: scalar(({ showTotals }) => showTotals),
    ShowFilterButton: flag('showFilterButton'),
    ShowBandedRows: flag('showBandedRows'),
    ShowBandedColumns: flag('showBandedColumns'),
    HighlightFirstColumn: flag('highlightFirstColumn'),
    HighlightLastColumn: flag('highlightLastColumn'),
    ClearFilters: action(clearFilters),
    ReapplyFilters: action(applyFilters),
    Columns: link((table) => new HostObject('TableColumnCollection', table)),
    Rows: link((table) => new HostObject('TableRowCollection', table)),
    Worksheet: link(({ sheet }) => new HostObject('Worksheet', sheet)),
    AutoFilter: link((table) => new HostObject('AutoFilter', { sheet: table.sheet, table })),
    GetRange: action(({ sheet, area }) => range(sheet, area)),
    GetHeaderRowRange: action((table) => range(table.sheet, headerArea(table))),
    GetDataBodyRange: action((table) => range(table.sheet, bodyArea(table))),
    Resize: method(z.tuple([anyRange]), (table, [given], host) => {
      const { sheet, area } = readTarget(host, table.sheet, given);
      refuseProtected(sheet, null);
      if (sheet !== table.sheet || area.top !== table.area.top || rowCount(area) < 2)
        throw invalid('A resized table keeps its header row and has a body row.');
      if (!overlaps(area, table.area)) throw invalid('A resized table overlaps its old range.');
      refuseTableAt(sheet, area, table);
      table.area = area;
      repairHeaders(sheet, area);
    }),
    ConvertToRange: action((table) => {
      drop(table);
      return range(table.sheet, table.area);
    }),
    Delete: action((table, { workbook }) => {
      drop(table);
      clearContents(workbook, table.sheet, table.area);
      clearFormats(table.sheet, table.area);
    }),
  },
  { identity: ({ id }) => ({ Id: id }) },
);

function columnCountOf({ area }: Table): number {
  return area.right - area.left + 1;
}

function columns(table: Table): readonly HostObject<'TableColumn'>[] {
  return Array.from(
    { length: columnCountOf(table) },
    (_, index) => new HostObject('TableColumn', { table, index }),
  );
}

function columnName({ table, index }: ColumnTarget): string {
  const { value } = table.sheet.grid.get(table.area.top, table.area.left + index);
  return typeof value === 'string' ? value : '';
}

function findColumn(table: Table, key: unknown): HostObject<'TableColumn'> | null {
  const text = String(key);
  const all = columns(table);
  const byName = all.find(({ target }) => sameName(columnName(target), text));
  return byName ?? all.find(({ target }) => String(target.index + 1) === text) ?? null;
}

/** `Excel.TableColumnCollection`. */
export const tableColumns = classTable<Table>(
  {
    Count: scalar(columnCountOf),
    GetCount: action(columnCountOf),
    GetItemAt: method(z.tuple([whole]), (table, [index]) => {
      const column = columns(table)[index];
      if (!column) throw notFound(`column ${index}`);
      return column;
    }),
    Add: method(
      z.tuple([z.number().int().nullish(), z.unknown(), z.string().min(1).nullish()]),
      (table, [given, values, name], { workbook }) => {
        const last = columnCountOf(table);
        const index = given === null || given === undefined || given < 0 ? last : given;
        if (index > last) throw invalid(`The table has ${last} columns.`);
        const left = table.area.left + index;
        const area = { ...table.area, left, right: left };
        if (values !== null && values !== undefined) readMatrix(values, area);
        insertTableColumn(workbook, table, index, name ?? null);
        if (values !== null && values !== undefined)
          writeCells(workbook, table.sheet, area, values);
        return new HostObject('TableColumn', { table, index });
      },
    ),
    GetItemOrNullObject: method(z.tuple([z.union([z.string(), z.number()])]), (table, [key]) =>
      findColumn(table, key),
    ),
  },
  { items: columns, item: findColumn },
);

function columnArea({ table, index }: ColumnTarget): Area {
  const column = table.area.left + index;
  return { ...table.area, left: column, right: column };
}

/** `Excel.TableColumn`. Its id is its place from the left, from 1 on. */
export const tableColumn = classTable<ColumnTarget>(
  {
    Id: scalar(({ index }) => index + 1),
    Index: scalar(({ index }) => index),
    Name: settable(z.string().min(1), columnName, (column, name, { workbook }) => {
      const { table } = column;
      const { top } = table.area;
      const { left, right } = columnArea(column);
      writeCells(workbook, table.sheet, { top, bottom: top, left, right }, `'${name}`);
    }),
    Filter: link((column) => new HostObject('Filter', column)),
    GetRange: action((column) => range(column.table.sheet, columnArea(column))),
    GetHeaderRowRange: action((column) =>
      range(column.table.sheet, { ...columnArea(column), bottom: column.table.area.top }),
    ),
    GetDataBodyRange: action((column) => {
      const { top, bottom } = bodyArea(column.table);
      return range(column.table.sheet, { ...columnArea(column), top, bottom });
    }),
    Delete: action(({ table, index }, { workbook }) => {
      deleteTableColumn(workbook, table, index);
    }),
  },
  { identity: ({ index }) => ({ Id: index + 1 }) },
);

const filterCriteria = z.union([
  z.strictObject({ filterOn: z.literal('Values'), values: z.array(z.string()) }),
  z.strictObject({
    filterOn: z.literal('Custom'),
    criterion1: z.string(),
    criterion2: z.string().nullish(),
    operator: z.enum(['And', 'Or']).nullish(),
  }),
]);

/** `Excel.Filter`, of a table's column. */
export const columnFilter = classTable<ColumnTarget>({
  Criteria: scalar(({ table, index }) => table.filters.get(index) ?? null),
  Apply: method(z.tuple([filterCriteria]), ({ table, index }, [criteria]) => {
    filterColumn(table, index, criteria);
  }),
  ApplyValuesFilter: method(z.tuple([z.array(z.string())]), ({ table, index }, [values]) => {
    filterColumn(table, index, { filterOn: 'Values', values });
  }),
  Clear: action(({ table, index }) => {
    filterColumn(table, index, null);
  }),
});

function rowTotal(table: Table): number {
  return rowCount(bodyArea(table));
}

function rows(table: Table): readonly HostObject<'TableRow'>[] {
  return Array.from(
    { length: rowTotal(table) },
    (_, index) => new HostObject('TableRow', { table, index }),
  );
}

function rowArea({ table, index }: { readonly table: Table; readonly index: number }): Area {
  const row = bodyArea(table).top + index;
  return { ...table.area, top: row, bottom: row };
}

function deleteRows(workbook: Workbook, table: Table, indexes: readonly number[]): void {
  for (const index of [...indexes].sort((a, b) => b - a)) {
    if (index >= rowTotal(table)) throw notFound(`row ${index}`);
    deleteCells(workbook, table.sheet, rowArea({ table, index }), true);
  }
}

/** `Excel.TableRowCollection`. */
export const tableRows = classTable<Table>(
  {
    Count: scalar(rowTotal),
    GetCount: action(rowTotal),
    GetItemAt: method(z.tuple([whole]), (table, [index]) => {
      const row = rows(table)[index];
      if (!row) throw notFound(`row ${index}`);
      return row;
    }),
    Add: method(
      z.tuple([z.number().int().nullish(), z.unknown(), z.boolean().nullish()]),
      (table, [index, values], { workbook }) => {
        const count = Array.isArray(values) ? values.length : 1;
        const at = index === null || index === undefined || index < 0 ? rowTotal(table) : index;
        if (at > rowTotal(table)) throw invalid(`The table has ${rowTotal(table)} rows.`);
        const top = bodyArea(table).top + at;
        const area = { ...table.area, top, bottom: top + count - 1 };
        if (values !== null && values !== undefined) readMatrix(values, area);
        if (at === rowTotal(table)) appendRows(workbook, table, count);
        else insertCells(workbook, table.sheet, area, true, at === 0 ? 'after' : 'before');
        if (values !== null && values !== undefined)
          writeCells(workbook, table.sheet, area, values);
        return new HostObject('TableRow', { table, index: at });
      },
    ),
    DeleteRowsAt: method(z.tuple([whole, whole.nullish()]), (table, [index, count], host) => {
      const indexes = Array.from({ length: count ?? 1 }, (_, at) => index + at);
      deleteRows(host.workbook, table, indexes);
    }),
  },
  { items: rows },
);

/** `Excel.TableRow`. */
export const tableRow = classTable<{ readonly table: Table; readonly index: number }>({
  Index: scalar(({ index }) => index),
  GetRange: action((row) => range(row.table.sheet, rowArea(row))),
  Delete: action((row, { workbook }) => {
    deleteRows(workbook, row.table, [row.index]);
  }),
});

type FilterTarget = Targets['AutoFilter'];

/** What a filter says of its columns, one line each, as far as the last one that is filtered. */
function criteriaOf({ table }: FilterTarget): readonly (FilterCriteria | null)[] {
  const length = Math.max(0, ...[...(table?.filters.keys() ?? [])].map((index) => index + 1));
  return Array.from({ length }, (_, index) => table?.filters.get(index) ?? null);
}

function filteredTable({ table }: FilterTarget): Table {
  if (!table) throw unsupported('filters outside tables');
  return table;
}

/** `Excel.AutoFilter`, of a sheet or of a table; outside tables nothing is filtered. */
export const autoFilter = classTable<FilterTarget>({
  Enabled: scalar(({ sheet, table }) =>
    table ? table.showFilterButton : sheet.autoFilter !== null,
  ),
  IsDataFiltered: scalar(({ table }) => table !== null && table.filters.size > 0),
  Criteria: scalar(criteriaOf),
  Apply: method(
    z.tuple([anyRange, whole.nullish(), filterCriteria.nullish()]),
    (target, [given, index, criteria], host) => {
      const { sheet, table } = target;
      refuseProtected(sheet, null);
      const { area } = readTarget(host, sheet, given);
      if (!table) sheet.autoFilter = area;
      else if (contains(area, headerArea(table))) table.showFilterButton = true;
      else throw invalid('The filter of a table lies on its header row.');
      if (index === null || index === undefined) return;
      if (!criteria) throw invalid('A filtered column has criteria.');
      if (index >= columnCount(area)) throw invalid(`There is no column ${index}.`);
      filterColumn(filteredTable(target), index, criteria);
    },
  ),
  ClearCriteria: action(({ table }) => {
    if (table) clearFilters(table);
  }),
  ClearColumnCriteria: method(z.tuple([whole]), (target, [index]) => {
    filterColumn(filteredTable(target), index, null);
  }),
  Reapply: action(({ table }) => {
    if (table) applyFilters(table);
  }),
  Remove: action(({ sheet, table }) => {
    refuseProtected(sheet, null);
    if (table) {
      clearFilters(table);
      table.showFilterButton = false;
    } else sheet.autoFilter = null;
  }),
  GetRange: action((target) => {
    const area = target.table?.area ?? target.sheet.autoFilter;
    if (!area) throw notFound('filter');
    return range(target.sheet, area);
  }),
  GetRangeOrNullObject: action(({ sheet, table }) => {
    const area = table?.area ?? sheet.autoFilter;
    return area && range(sheet, area);
  }),
});
