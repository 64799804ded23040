import { z } from 'zod';
import { HostFault, invalid, notFound } from '../fault';
import { cellArea, coversColumns, coversRows, wholeSheet } from '../model/area';
import { copySheet, moveSheet, renameSheet } from '../model/sheets';
import type { Sheet } from '../model/workbook';
import { areaOf, range, resolveArea } from './cells';
import { eventMembers } from './events';
import { STANDARD_HEIGHT, STANDARD_WIDTH } from './format';
import { HostObject } from './objects';
import {
  action,
  classTable,
  color,
  link,
  method,
  objectOf,
  scalar,
  settable,
  whole,
  type Host,
} from './table';

function asObject(sheet: Sheet): HostObject<'Worksheet'> {
  return new HostObject('Worksheet', sheet);
}

function find(_: null, key: unknown, { workbook }: Host): HostObject<'Worksheet'> | null {
  const sheet = typeof key === 'string' ? workbook.sheet(key) : null;
  return sheet && asObject(sheet);
}

function shown({ workbook }: Host, visibleOnly: boolean | null | undefined): readonly Sheet[] {
  return workbook.sheets.filter((sheet) => !visibleOnly || sheet.visibility === 'Visible');
}

const onlyVisible = z.tuple([z.boolean().nullish()]);

/** `Excel.WorksheetCollection`. */
export const worksheets = classTable<null>(
  {
    Add: method(z.tuple([z.string().nullish()]), (_, [name], { workbook }) =>
      asObject(workbook.addSheet(name ?? null)),
    ),
    GetActiveWorksheet: action((_, { workbook }) => asObject(workbook.activeSheet)),
    GetCount: method(onlyVisible, (_, [visibleOnly], host) => shown(host, visibleOnly).length),
    GetFirst: method(onlyVisible, (_, [visibleOnly], host) => {
      const [sheet] = shown(host, visibleOnly);
      if (!sheet) throw notFound('sheet');
      return asObject(sheet);
    }),
    GetLast: method(onlyVisible, (_, [visibleOnly], host) => {
      const sheet = shown(host, visibleOnly).at(-1);
      if (!sheet) throw notFound('sheet');
      return asObject(sheet);
    }),
    GetItemOrNullObject: method(z.tuple([z.string()]), (_, [key], host) => find(_, key, host)),
    ...eventMembers('Workbook'),
  },
  {
    items: (_, { workbook }) => workbook.sheets.map(asObject),
    item: find,
  },
);

/** `Excel.Worksheet`. */
export const worksheet = classTable<Sheet>(
  {
    Id: scalar(({ id }) => id),
    Name: settable(
      z.string(),
      ({ name }) => name,
      (sheet, name, { workbook }) => {
        renameSheet(workbook, sheet, name);
      },
    ),
    Position: settable(
      whole,
      (sheet, { workbook }) => workbook.sheets.indexOf(sheet),
      (sheet, position, { workbook }) => {
        moveSheet(workbook, sheet, position);
      },
    ),
    Visibility: settable(
      z.enum(['Visible', 'Hidden', 'VeryHidden']),
      ({ visibility }) => visibility,
      (sheet, visibility, { workbook }) => {
        workbook.setVisibility(sheet, visibility);
      },
    ),
    TabColor: settable(
      z.union([color, z.literal('')]),
      ({ tabColor }) => tabColor,
      (sheet, given) => {
        sheet.tabColor = given;
      },
    ),
    StandardHeight: scalar(() => STANDARD_HEIGHT),
    StandardWidth: scalar(() => STANDARD_WIDTH),
    ShowGridlines: scalar(({ showGridlines }) => showGridlines),
    ShowHeadings: scalar(({ showHeadings }) => showHeadings),
    // The client sets the two under these names.
    Gridlines: settable(
      z.boolean(),
      ({ showGridlines }) => showGridlines,
      (sheet, given) => {
        sheet.showGridlines = given;
      },
    ),
    Headings: settable(
      z.boolean(),
      ({ showHeadings }) => showHeadings,
      (sheet, given) => {
        sheet.showHeadings = given;
      },
    ),
    AutoFilter: link((sheet) => new HostObject('AutoFilter', { sheet, table: null })),
    Charts: link((sheet) => new HostObject('ChartCollection', sheet)),
    Comments: link((sheet) => new HostObject('CommentCollection', { sheet })),
    CustomProperties: link((sheet) => new HostObject('WorksheetCustomPropertyCollection', sheet)),
    FreezePanes: link((sheet) => new HostObject('WorksheetFreezePanes', sheet)),
    HorizontalPageBreaks: link(
      (sheet) => new HostObject('PageBreakCollection', { sheet, axis: 'row' }),
    ),
    VerticalPageBreaks: link(
      (sheet) => new HostObject('PageBreakCollection', { sheet, axis: 'column' }),
    ),
    Names: link((sheet) => new HostObject('NamedItemCollection', { sheet })),
    PageLayout: link((sheet) => new HostObject('PageLayout', sheet)),
    Protection: link((sheet) => new HostObject('WorksheetProtection', sheet)),
    Tables: link((sheet) => new HostObject('TableCollection', { sheet })),

    GetRange: method(z.tuple([z.string().nullish()]), (sheet, [address], { workbook }) =>
      range(sheet, resolveArea(workbook, sheet, address ?? null)),
    ),
    GetRanges: method(z.tuple([z.string().nullish()]), (sheet, [address], { workbook }) => {
      const areas = (address ?? '')
        .split(',')
        .map((each) => resolveArea(workbook, sheet, each.trim()));
      return new HostObject('RangeAreas', { sheet, areas });
    }),
    GetRangeByIndexes: method(
      z.tuple([whole, whole, z.number().int().min(1), z.number().int().min(1)]),
      (sheet, [row, column, rows, columns]) =>
        range(sheet, {
          top: row + 1,
          left: column + 1,
          bottom: row + rows,
          right: column + columns,
        }),
    ),
    GetCell: method(z.tuple([whole, whole]), (sheet, [row, column]) =>
      range(sheet, cellArea(row + 1, column + 1)),
    ),
    GetUsedRange: method(onlyVisible, (sheet, [valuesOnly]) =>
      range(sheet, sheet.grid.used(wholeSheet, valuesOnly === true) ?? cellArea(1, 1)),
    ),
    GetUsedRangeOrNullObject: method(onlyVisible, (sheet, [valuesOnly]) => {
      const used = sheet.grid.used(wholeSheet, valuesOnly === true);
      return used && range(sheet, used);
    }),
    Activate: action((sheet, { workbook }) => {
      workbook.activateSheet(sheet);
    }),
    Calculate: method(z.tuple([z.boolean().nullish()]), (_, __, { workbook }) => {
      workbook.calculationWanted = true;
    }),
    Copy: method(
      z.tuple([
        z.enum(['None', 'Before', 'After', 'Beginning', 'End']).nullish(),
        objectOf('Worksheet').nullish(),
      ]),
      (sheet, [place, relativeTo], { workbook }) =>
        asObject(copySheet(workbook, sheet, place ?? 'None', relativeTo?.target ?? null)),
    ),
    Delete: action((sheet, { workbook }) => {
      workbook.deleteSheet(sheet);
    }),
    ...eventMembers('Worksheet'),
  },
  { identity: ({ id }) => ({ Id: id }) },
);

const protectionOptions = z
  .strictObject({
    allowAutoFilter: z.boolean(),
    allowDeleteColumns: z.boolean(),
    allowDeleteRows: z.boolean(),
    allowEditObjects: z.boolean(),
    allowEditScenarios: z.boolean(),
    allowFormatCells: z.boolean(),
    allowFormatColumns: z.boolean(),
    allowFormatRows: z.boolean(),
    allowInsertColumns: z.boolean(),
    allowInsertHyperlinks: z.boolean(),
    allowInsertRows: z.boolean(),
    allowPivotTables: z.boolean(),
    allowSort: z.boolean(),
    selectionMode: z.enum(['Normal', 'Unlocked', 'None']),
  })
  .partial();

/** `Excel.WorksheetProtection`. */
export const worksheetProtection = classTable<Sheet>({
  Protected: scalar(({ protection }) => protection !== null),
  Options: scalar(({ protection }) => protection?.options ?? {}),
  Protect: method(
    z.tuple([protectionOptions.nullish(), z.string().nullish()]),
    (sheet, [options, password]) => {
      if (sheet.protection)
        throw new HostFault('InvalidOperation', 'The sheet is protected already.');
      const given = Object.entries(options ?? {}).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, value] as const],
      );
      sheet.protection = { options: Object.fromEntries(given), password: password ?? null };
    },
  ),
  Unprotect: method(z.tuple([z.string().nullish()]), (sheet, [password]) => {
    if (sheet.protection?.password && sheet.protection.password !== password)
      throw new HostFault('AccessDenied', 'That is not the password of the sheet.');
    sheet.protection = null;
  }),
});

const anyRange = z.union([z.string(), objectOf('Range')]);

/** `Excel.WorksheetFreezePanes`. */
export const freezePanes = classTable<Sheet>({
  FreezeRows: method(z.tuple([whole.nullish()]), (sheet, [rows]) => {
    sheet.frozen = { rows: rows ?? 1, columns: 0 };
  }),
  FreezeColumns: method(z.tuple([whole.nullish()]), (sheet, [columns]) => {
    sheet.frozen = { rows: 0, columns: columns ?? 1 };
  }),
  FreezeAt: method(z.tuple([anyRange]), (sheet, [given], { workbook }) => {
    const area =
      typeof given === 'string' ? resolveArea(workbook, sheet, given) : areaOf(given.target);
    if (area.top !== 1 || area.left !== 1) throw invalid('Panes are frozen from A1 on.');
    sheet.frozen = {
      rows: coversColumns(area) ? 0 : area.bottom,
      columns: coversRows(area) ? 0 : area.right,
    };
  }),
  Unfreeze: action((sheet) => {
    sheet.frozen = { rows: 0, columns: 0 };
  }),
  GetLocationOrNullObject: action((sheet) => {
    const { rows, columns } = sheet.frozen;
    if (rows + columns === 0) return null;
    return range(sheet, {
      top: 1,
      left: 1,
      bottom: rows === 0 ? wholeSheet.bottom : rows,
      right: columns === 0 ? wholeSheet.right : columns,
    });
  }),
});

function property(sheet: Sheet, key: unknown): HostObject<'WorksheetCustomProperty'> | null {
  return typeof key === 'string' && sheet.customProperties.has(key)
    ? new HostObject('WorksheetCustomProperty', { sheet, key })
    : null;
}

/** `Excel.WorksheetCustomPropertyCollection`. */
export const worksheetCustomProperties = classTable<Sheet>(
  {
    GetCount: action((sheet) => sheet.customProperties.size),
    Add: method(z.tuple([z.string().min(1), z.string()]), (sheet, [key, value]) => {
      sheet.customProperties.set(key, value);
      return new HostObject('WorksheetCustomProperty', { sheet, key });
    }),
    GetItemOrNullObject: method(z.tuple([z.string()]), (sheet, [key]) => property(sheet, key)),
  },
  {
    items: (sheet) =>
      [...sheet.customProperties.keys()].map(
        (key) => new HostObject('WorksheetCustomProperty', { sheet, key }),
      ),
    item: property,
  },
);

/** `Excel.WorksheetCustomProperty`. */
export const worksheetCustomProperty = classTable<{ readonly sheet: Sheet; readonly key: string }>(
  {
    Key: scalar(({ key }) => key),
    Value: settable(
      z.string(),
      ({ sheet, key }) => sheet.customProperties.get(key),
      ({ sheet, key }, value) => {
        sheet.customProperties.set(key, value);
      },
    ),
    Delete: action(({ sheet, key }) => {
      sheet.customProperties.delete(key);
    }),
  },
  { identity: ({ key }) => ({ _Id: key }) },
);
