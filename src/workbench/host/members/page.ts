import { z } from 'zod';
import { notFound } from '../fault';
import type { Area } from '../model/area';
import type { PageLayout, Sheet } from '../model/workbook';
import { areaOf, range, resolveArea } from './cells';
import { HostObject, type BreakTarget } from './objects';
import {
  action,
  classTable,
  link,
  method,
  objectOf,
  scalar,
  settable,
  type Host,
  type Member,
} from './table';

const anyRange = z.union([z.string(), objectOf('Range')]);

type Plain = Exclude<
  keyof PageLayout,
  'header' | 'footer' | 'printArea' | 'titleRows' | 'titleColumns'
>;

function fact<K extends Plain>(name: K, schema: z.ZodType<PageLayout[K]>): Member<Sheet> {
  return settable(
    schema,
    ({ page }: Sheet) => page[name],
    ({ page }, value) => {
      page[name] = value;
    },
  );
}

const margin = z.number().nonnegative();
const units = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

function readCells(sheet: Sheet, given: string | HostObject<'Range'>, host: Host): Area {
  return typeof given === 'string'
    ? resolveArea(host.workbook, sheet, given)
    : areaOf(given.target);
}

/** `Excel.PageLayout`. */
export const pageLayout = classTable<Sheet>({
  Orientation: fact('orientation', z.enum(['Portrait', 'Landscape'])),
  PaperSize: fact('paperSize', z.enum(['A3', 'A4', 'A5', 'Letter', 'Legal'])),
  LeftMargin: fact('leftMargin', margin),
  RightMargin: fact('rightMargin', margin),
  TopMargin: fact('topMargin', margin),
  BottomMargin: fact('bottomMargin', margin),
  HeaderMargin: fact('headerMargin', margin),
  FooterMargin: fact('footerMargin', margin),
  CenterHorizontally: fact('centerHorizontally', z.boolean()),
  CenterVertically: fact('centerVertically', z.boolean()),
  PrintGridlines: fact('printGridlines', z.boolean()),
  PrintHeadings: fact('printHeadings', z.boolean()),
  BlackAndWhite: fact('blackAndWhite', z.boolean()),
  DraftMode: fact('draftMode', z.boolean()),
  PrintOrder: fact('printOrder', z.enum(['DownThenOver', 'OverThenDown'])),
  PrintComments: fact('printComments', z.enum(['NoComments', 'EndSheet', 'InPlace'])),
  PrintErrors: fact('printErrors', z.enum(['AsDisplayed', 'Blank', 'Dash', 'NotAvailable'])),
  FirstPageNumber: fact('firstPageNumber', z.union([z.number().int(), z.literal('')])),
  Zoom: fact(
    'zoom',
    z
      .strictObject({
        scale: z.number().int().min(10).max(400).nullable(),
        horizontalFitToPages: z.number().int().min(0).nullable(),
        verticalFitToPages: z.number().int().min(0).nullable(),
      })
      .partial(),
  ),
  HeadersFooters: link((sheet) => new HostObject('HeaderFooterGroup', sheet)),
  SetPrintMargins: method(
    z.tuple([
      z.enum(['Points', 'Inches', 'Centimeters']),
      z
        .strictObject({
          top: margin,
          bottom: margin,
          left: margin,
          right: margin,
          header: margin,
          footer: margin,
        })
        .partial(),
    ]),
    ({ page }, [unit, given]) => {
      const scale = units[unit];
      if (given.top !== undefined) page.topMargin = given.top * scale;
      if (given.bottom !== undefined) page.bottomMargin = given.bottom * scale;
      if (given.left !== undefined) page.leftMargin = given.left * scale;
      if (given.right !== undefined) page.rightMargin = given.right * scale;
      if (given.header !== undefined) page.headerMargin = given.header * scale;
      if (given.footer !== undefined) page.footerMargin = given.footer * scale;
    },
  ),
  SetPrintArea: method(z.tuple([anyRange]), (sheet, [given], host) => {
    sheet.page.printArea = readCells(sheet, given, host);
  }),
  SetPrintTitleRows: method(z.tuple([anyRange]), (sheet, [given], host) => {
    sheet.page.titleRows = readCells(sheet, given, host);
  }),
  SetPrintTitleColumns: method(z.tuple([anyRange]), (sheet, [given], host) => {
    sheet.page.titleColumns = readCells(sheet, given, host);
  }),
  GetPrintAreaOrNullObject: action((sheet) => {
    const { printArea } = sheet.page;
    return printArea && new HostObject('RangeAreas', { sheet, areas: [printArea] });
  }),
  GetPrintTitleRowsOrNullObject: action(
    (sheet) => sheet.page.titleRows && range(sheet, sheet.page.titleRows),
  ),
  GetPrintTitleColumnsOrNullObject: action(
    (sheet) => sheet.page.titleColumns && range(sheet, sheet.page.titleColumns),
  ),
});

/** `Excel.HeaderFooterGroup`; one header and footer, for all pages or from the second on. */
export const headerFooterGroup = classTable<Sheet>({
  State: settable(
    z.enum(['Default', 'FirstAndDefault']),
    ({ page }: Sheet) => page.headersOn,
    ({ page }, state) => {
      page.headersOn = state;
    },
  ),
  DefaultForAllPages: link((sheet) => new HostObject('HeaderFooter', sheet)),
});

function part(place: 'header' | 'footer', side: 'left' | 'center' | 'right'): Member<Sheet> {
  return settable(
    z.string().max(255),
    ({ page }: Sheet) => page[place][side],
    ({ page }, text) => {
      page[place][side] = text;
    },
  );
}

/** `Excel.HeaderFooter`. */
export const headerFooter = classTable<Sheet>({
  LeftHeader: part('header', 'left'),
  CenterHeader: part('header', 'center'),
  RightHeader: part('header', 'right'),
  LeftFooter: part('footer', 'left'),
  CenterFooter: part('footer', 'center'),
  RightFooter: part('footer', 'right'),
});

type BreaksTarget = { readonly sheet: Sheet; readonly axis: 'row' | 'column' };

function breaks({ sheet, axis }: BreaksTarget): number[] {
  return axis === 'row' ? sheet.rowBreaks : sheet.columnBreaks;
}

function breakObjects(target: BreaksTarget): readonly HostObject<'PageBreak'>[] {
  return breaks(target).map((at) => new HostObject('PageBreak', { ...target, at }));
}

function remove(target: BreaksTarget, at: number | null): void {
  const rest = at === null ? [] : breaks(target).filter((each) => each !== at);
  if (target.axis === 'row') target.sheet.rowBreaks = rest;
  else target.sheet.columnBreaks = rest;
}

/** `Excel.PageBreakCollection`: a break lies before the first row or column of the cells given. */
export const pageBreaks = classTable<BreaksTarget>(
  {
    GetCount: action((target) => breaks(target).length),
    Add: method(z.tuple([anyRange]), (target, [given], host) => {
      const area = readCells(target.sheet, given, host);
      const at = target.axis === 'row' ? area.top : area.left;
      if (!breaks(target).includes(at)) breaks(target).push(at);
      breaks(target).sort((a, b) => a - b);
      return new HostObject('PageBreak', { ...target, at });
    }),
    RemovePageBreaks: action((target) => {
      remove(target, null);
    }),
  },
  {
    items: breakObjects,
    item: (target, key) => breakObjects(target)[typeof key === 'number' ? key : -1] ?? null,
  },
);

/** `Excel.PageBreak`. */
export const pageBreak = classTable<BreakTarget>({
  RowIndex: scalar(({ axis, at }) => (axis === 'row' ? at - 1 : 0)),
  ColumnIndex: scalar(({ axis, at }) => (axis === 'column' ? at - 1 : 0)),
  GetCellAfterBreak: action(({ sheet, axis, at }) =>
    range(sheet, {
      top: axis === 'row' ? at : 1,
      left: axis === 'row' ? 1 : at,
      bottom: axis === 'row' ? at : 1,
      right: axis === 'row' ? 1 : at,
    }),
  ),
  Delete: action((target) => {
    if (!breaks(target).includes(target.at)) throw notFound('page break there');
    remove(target, target.at);
  }),
});
