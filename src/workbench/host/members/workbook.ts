import { z } from 'zod';
import { readXlsx } from '../../../gateways/xlsx/read/read';
import { invalid, notFound } from '../fault';
import { cellArea, splitSheet } from '../model/area';
import type { Workbook } from '../model/workbook';
import { range, resolveArea } from './cells';
import { HostObject, type Targets } from './objects';
import {
  action,
  classTable,
  link,
  method,
  scalar,
  settable,
  type Host,
  type Member,
} from './table';

/** The cells an event told of, by the sheet's id and an address; null when the sheet is gone. */
function eventRange(workbook: Workbook, id: string): HostObject<'Range'> | null {
  const { sheet: key, rest } = splitSheet(id);
  const sheet = key === null ? null : workbook.sheet(key);
  return sheet && range(sheet, resolveArea(workbook, sheet, rest));
}

/** `Excel.Workbook`. */
export const workbookTable = classTable<null>({
  Name: scalar((_, { workbook }) => workbook.name),
  Application: link(() => new HostObject('Application', null)),
  Comments: link(() => new HostObject('CommentCollection', { sheet: null })),
  Names: link(() => new HostObject('NamedItemCollection', { sheet: null })),
  Properties: link(() => new HostObject('DocumentProperties', null)),
  Tables: link(() => new HostObject('TableCollection', { sheet: null })),
  Worksheets: link(() => new HostObject('WorksheetCollection', null)),
  _Runtime: link(() => new HostObject('Runtime', null)),
  GetSelectedRange: action((_, { workbook }) =>
    range(workbook.selection.sheet, workbook.selection.area),
  ),
  _GetRangeForEventByReferenceId: method(z.tuple([z.string()]), (_, [id], { workbook }) => {
    const target = eventRange(workbook, id);
    if (!target) throw notFound('range of that event');
    return target;
  }),
  _GetRangeOrNullObjectForEventByReferenceId: method(
    z.tuple([z.string()]),
    (_, [id], { workbook }) => eventRange(workbook, id),
  ),
  // What `Excel.createWorkbook` asks of Excel on the web, in one step.
  CreateAndOpenWorkbook: method(z.tuple([z.string().nullish()]), (_, [base64], host) => {
    host.openedWorkbooks.push(readFile(base64));
    return null;
  }),
  GetActiveCell: action((_, { workbook }) => {
    const { sheet, area } = workbook.selection;
    return range(sheet, cellArea(area.top, area.left));
  }),
});

/** `Excel.Application`. */
export const application = classTable<null>({
  CalculationMode: settable(
    z.enum(['Automatic', 'AutomaticExceptTables', 'Manual']),
    (_, { workbook }) => workbook.calculationMode,
    (_, mode, { workbook }) => {
      workbook.calculationMode = mode;
    },
  ),
  CalculationState: scalar(() => 'Done'),
  DecimalSeparator: scalar((_, { workbook }) => workbook.culture.decimalSeparator),
  ThousandsSeparator: scalar((_, { workbook }) => workbook.culture.groupSeparator),
  UseSystemSeparators: scalar(() => true),
  CultureInfo: link(() => new HostObject('CultureInfo', null)),
  Calculate: method(
    z.tuple([z.enum(['Recalculate', 'Full', 'FullRebuild'])]),
    (_, __, { workbook }) => {
      workbook.calculationWanted = true;
    },
  ),
  CreateWorkbook: method(
    z.tuple([z.string().nullish()]),
    (_, [base64], { workbook }) =>
      new HostObject('WorkbookCreated', {
        id: `created-${workbook.nextId()}`,
        bytes: readFile(base64),
      }),
  ),
  SuspendApiCalculationUntilNextSync: action((_, { workbook }) => {
    workbook.calculationSuspended = true;
  }),
  SuspendScreenUpdatingUntilNextSync: action((_, { workbook }) => {
    workbook.screenUpdatingSuspended = true;
  }),
});

/** The file of a new workbook; empty for a blank one. */
function readFile(base64: string | null | undefined): Uint8Array {
  const bytes = readBase64(base64 ?? '');
  if (base64 && !readXlsx(bytes, 'workbook.xlsx').ok)
    throw invalid('The text is no workbook in base64.');
  return bytes;
}

function readBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  } catch {
    throw invalid('The text is not in base64.');
  }
}

/** `Excel.WorkbookCreated`: a workbook of its own, which nothing here can reach. */
export const workbookCreated = classTable<Targets['WorkbookCreated']>(
  {
    Id: scalar(({ id }) => id),
    Open: action(({ bytes }, { openedWorkbooks }) => {
      openedWorkbooks.push(bytes);
    }),
  },
  { identity: ({ id }) => ({ Id: id }) },
);

/** `Excel.CultureInfo`. */
export const cultureInfo = classTable<null>({
  Name: scalar((_, { workbook }) => workbook.culture.name),
  NumberFormat: link(() => new HostObject('NumberFormatInfo', null)),
  DatetimeFormat: link(() => new HostObject('DatetimeFormatInfo', null)),
});

/** `Excel.NumberFormatInfo`. */
export const numberFormatInfo = classTable<null>({
  NumberDecimalSeparator: scalar((_, { workbook }) => workbook.culture.decimalSeparator),
  NumberGroupSeparator: scalar((_, { workbook }) => workbook.culture.groupSeparator),
});

/** `Excel.DatetimeFormatInfo`. */
export const datetimeFormatInfo = classTable<null>({
  DateSeparator: scalar((_, { workbook }) => workbook.culture.dateSeparator),
  ShortDatePattern: scalar((_, { workbook }) => workbook.culture.shortDatePattern),
});

/** `Excel.Runtime`. */
export const runtime = classTable<null>({
  EnableEvents: settable(
    z.boolean(),
    (_, { workbook }) => workbook.enableEvents,
    (_, enabled, { workbook }) => {
      workbook.enableEvents = enabled;
    },
  ),
});

type TextProperty =
  'title' | 'subject' | 'author' | 'keywords' | 'comments' | 'category' | 'manager' | 'company';

function text(fact: TextProperty): Member<null> {
  return settable(
    z.string(),
    (_: null, { workbook }: Host) => workbook.properties[fact],
    (_, value, { workbook }) => {
      workbook.properties[fact] = value;
    },
  );
}

/** `Excel.DocumentProperties`. */
export const documentProperties = classTable<null>({
  Title: text('title'),
  Subject: text('subject'),
  Author: text('author'),
  Keywords: text('keywords'),
  Comments: text('comments'),
  Category: text('category'),
  Manager: text('manager'),
  Company: text('company'),
  LastAuthor: scalar((_, { workbook }) => workbook.properties.lastAuthor),
  CreationDate: scalar((_, { workbook }) => workbook.properties.creationDate),
  RevisionNumber: settable(
    z.number().int(),
    (_, { workbook }) => workbook.properties.revisionNumber,
    (_, value, { workbook }) => {
      workbook.properties.revisionNumber = value;
    },
  ),
  Custom: link(() => new HostObject('CustomPropertyCollection', null)),
});

function property(workbook: Workbook, key: unknown): HostObject<'CustomProperty'> | null {
  return typeof key === 'string' && workbook.customProperties.has(key)
    ? new HostObject('CustomProperty', key)
    : null;
}

const propertyValue = z.union([z.string(), z.number(), z.boolean()]);

/** `Excel.CustomPropertyCollection`. */
export const customProperties = classTable<null>(
  {
    GetCount: action((_, { workbook }) => workbook.customProperties.size),
    Add: method(z.tuple([z.string().min(1), propertyValue]), (_, [key, value], { workbook }) => {
      workbook.customProperties.set(key, value);
      return new HostObject('CustomProperty', key);
    }),
    GetItemOrNullObject: method(z.tuple([z.string()]), (_, [key], { workbook }) =>
      property(workbook, key),
    ),
    DeleteAll: action((_, { workbook }) => {
      workbook.customProperties.clear();
    }),
  },
  {
    items: (_, { workbook }) =>
      [...workbook.customProperties.keys()].map((key) => new HostObject('CustomProperty', key)),
    item: (_, key, { workbook }) => property(workbook, key),
  },
);

/** `Excel.CustomProperty`. */
export const customProperty = classTable<string>({
  Key: scalar((key) => key),
  Value: settable(
    propertyValue,
    (key, { workbook }) => workbook.customProperties.get(key),
    (key, value, { workbook }) => {
      workbook.customProperties.set(key, value);
    },
  ),
  Type: scalar((key, { workbook }) => {
    const value = workbook.customProperties.get(key);
    if (typeof value === 'number') return 'Number';
    return typeof value === 'boolean' ? 'Boolean' : 'String';
  }),
  Delete: action((key, { workbook }) => {
    workbook.customProperties.delete(key);
  }),
});
