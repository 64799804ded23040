import type { Relationship } from '../../../gateways/xlsx/read/relationships';
import { XmlScanner } from '../../../gateways/xlsx/read/xml';
import { readArea, type Area } from '../model/area';
import { copyReferences } from '../model/references';
import {
  plainBand,
  type ConditionalFormat,
  type Sheet,
  type Validation,
  type Workbook,
} from '../model/workbook';
import type { Looks } from './styles';
import { readColor } from './styles';
import { flag, number, walk, walkPart } from './walk';

/** Pixels of a character of the default font, and points of a pixel. */
const CHARACTER = 7;
const POINTS = 0.75;

/** What a worksheet names besides its cells, by the ids of its relationships. */
export type SheetParts = { readonly drawing: string | null };

/**
 * Puts what a worksheet part says besides values into a sheet that has its values: looks of cells,
 * rows and columns, what is frozen, hidden, grouped and protected, rules for typing, colour rules,
 * links, and how it prints. Sizes become points. Colour rules that are no formula are left out.
 */
export function readSheetLooks(
  xml: Uint8Array,
  part: string,
  target: { readonly workbook: Workbook; readonly sheet: Sheet },
  looks: Looks,
  relationships: ReadonlyMap<string, Relationship>,
): SheetParts {
  const scanner = new XmlScanner(xml, part);
  const { workbook, sheet } = target;
  sheet.style = looks.styles[0] ?? sheet.style;
  const style = (name: string): (typeof looks.styles)[number] | null =>
    looks.styles[number(scanner, name) ?? 0] ?? null;
  const formats: { readonly priority: number; readonly format: ConditionalFormat }[] = [];
  let drawing: string | null = null;
  let fitsPage = false;
  const { page } = sheet;
  walkPart(scanner, {
    tabColor: () => {
      sheet.tabColor = readColor(scanner) ?? '';
    },
    pageSetUpPr: () => {
      fitsPage = flag(scanner, 'fitToPage');
    },
    sheetView: () => {
      sheet.showGridlines = flag(scanner, 'showGridLines', true);
      sheet.showHeadings = flag(scanner, 'showRowColHeaders', true);
    },
    pane: () => {
      if (scanner.attribute('state')?.startsWith('frozen') === true)
        sheet.frozen = {
          rows: number(scanner, 'ySplit') ?? 0,
          columns: number(scanner, 'xSplit') ?? 0,
        };
    },
    col: () => {
      const [first, last] = [number(scanner, 'min') ?? 1, number(scanner, 'max') ?? 1];
      const width = number(scanner, 'width');
      const band = {
        // Files keep widths in steps of a 256th, cut off.
        size: width === null ? null : (width + 1 / 512) * CHARACTER * POINTS,
        hidden: flag(scanner, 'hidden'),
        outline: number(scanner, 'outlineLevel') ?? 0,
        style: number(scanner, 'style') === null ? null : style('style'),
      };
      for (let column = first; column <= Math.min(last, first + 1_000); column++)
        sheet.columns.set(column, band);
    },
    row: () => {
      const row = number(scanner, 'r');
      const height = flag(scanner, 'customHeight') ? number(scanner, 'ht') : null;
      const band = {
        size: height,
        hidden: flag(scanner, 'hidden'),
        outline: number(scanner, 'outlineLevel') ?? 0,
        style: flag(scanner, 'customFormat') ? style('s') : null,
      };
      if (row !== null && (height !== null || band.hidden || band.outline > 0 || band.style))
        sheet.rows.set(row, { ...plainBand, ...band });
    },
    c: () => {
      const area = readArea(scanner.attribute('r') ?? '');
      const look = style('s');
      if (!area || !look || number(scanner, 's') === null) return;
      const cell = sheet.grid.get(area.top, area.left);
      sheet.grid.set(area.top, area.left, { ...cell, style: look });
    },
    sheetProtection: () => {
      if (flag(scanner, 'sheet'))
        sheet.protection = { options: protectionOptions(scanner), password: null };
    },
    conditionalFormatting: () => {
      const areas = areasOf(scanner.attribute('sqref') ?? '');
      walk(scanner, {
        cfRule: () => {
          const priority = number(scanner, 'priority') ?? 0;
          const read = readRule(scanner, areas, looks, workbook);
          if (read) formats.push({ priority, format: read });
        },
      });
    },
    dataValidation: () => {
      sheet.validations.push(...readValidation(scanner));
    },
    hyperlink: () => {
      const [area] = areasOf(scanner.attribute('ref') ?? '');
      if (!area) return;
      const id = scanner.relationshipId();
      const cell = sheet.grid.get(area.top, area.left);
      sheet.grid.set(area.top, area.left, {
        ...cell,
        link: {
          address: (id === null ? null : relationships.get(id)?.target) ?? '',
          documentReference: scanner.attribute('location') ?? '',
          screenTip: scanner.attribute('tooltip') ?? '',
          textToDisplay: scanner.attribute('display') ?? '',
        },
      });
    },
    printOptions: () => {
      page.centerHorizontally = flag(scanner, 'horizontalCentered');
      page.centerVertically = flag(scanner, 'verticalCentered');
      page.printGridlines = flag(scanner, 'gridLines');
    },
    pageMargins: () => {
      const inches = (name: string, standard: number): number => {
        const given = number(scanner, name);
        return given === null ? standard : given * 72;
      };
      page.leftMargin = inches('left', page.leftMargin);
      page.rightMargin = inches('right', page.rightMargin);
      page.topMargin = inches('top', page.topMargin);
      page.bottomMargin = inches('bottom', page.bottomMargin);
      page.headerMargin = inches('header', page.headerMargin);
      page.footerMargin = inches('footer', page.footerMargin);
    },
    pageSetup: () => {
      page.orientation =
        scanner.attribute('orientation') === 'landscape' ? 'Landscape' : 'Portrait';
      page.paperSize = papers.get(number(scanner, 'paperSize') ?? 0) ?? page.paperSize;
      page.firstPageNumber = number(scanner, 'firstPageNumber') ?? page.firstPageNumber;
      if (!fitsPage) return;
      const tall = number(scanner, 'fitToHeight') ?? 1;
      page.zoom = {
        horizontalFitToPages: number(scanner, 'fitToWidth') ?? 1,
        ...(tall === 0 ? {} : { verticalFitToPages: tall }),
      };
    },
    headerFooter: () => {
      if (scanner.attribute('differentFirst') === '1') page.headersOn = 'FirstAndDefault';
    },
    oddHeader: () => {
      Object.assign(page.header, threeParts(scanner.content()));
    },
    oddFooter: () => {
      Object.assign(page.footer, threeParts(scanner.content()));
    },
    rowBreaks: () => {
      walk(scanner, {
        brk: () => {
          sheet.rowBreaks.push((number(scanner, 'id') ?? 0) + 1);
        },
      });
    },
    drawing: () => {
      drawing = relationships.get(scanner.relationshipId() ?? '')?.target ?? null;
    },
  });
  sheet.conditionalFormats = formats
    .sort((a, b) => a.priority - b.priority)
    .map(({ format }) => format);
  return { drawing };
}

function areasOf(references: string): readonly Area[] {
  return references.split(/\s+/).flatMap((each) => readArea(each) ?? []);
}

/** Papers by their numbers in files. */
const papers = new Map([
  [8, 'A3'],
  [9, 'A4'],
]);

const protectionWords = [
  ['formatCells', 'allowFormatCells'],
  ['formatColumns', 'allowFormatColumns'],
  ['formatRows', 'allowFormatRows'],
  ['insertColumns', 'allowInsertColumns'],
  ['insertRows', 'allowInsertRows'],
  ['insertHyperlinks', 'allowInsertHyperlinks'],
  ['deleteColumns', 'allowDeleteColumns'],
  ['deleteRows', 'allowDeleteRows'],
  ['sort', 'allowSort'],
  ['autoFilter', 'allowAutoFilter'],
  ['pivotTables', 'allowPivotTables'],
] as const;

/** A file says what is locked, Excel's interface what is allowed. */
function protectionOptions(scanner: XmlScanner): Readonly<Record<string, boolean>> {
  return {
    ...Object.fromEntries(
      protectionWords.map(([word, option]) => [option, !flag(scanner, word, true)]),
    ),
    allowEditObjects: !flag(scanner, 'objects'),
    allowEditScenarios: !flag(scanner, 'scenarios'),
  };
}

function readRule(
  scanner: XmlScanner,
  areas: readonly Area[],
  { differences }: Looks,
  workbook: Workbook,
): ConditionalFormat | null {
  const kind = scanner.attribute('type');
  const look = differences[number(scanner, 'dxfId') ?? -1];
  const stopIfTrue = flag(scanner, 'stopIfTrue');
  const formulas: string[] = [];
  walk(scanner, { formula: () => formulas.push(`=${scanner.content()}`) });
  const [formula] = formulas;
  if (kind !== 'expression' || formula === undefined || !look || areas.length === 0) return null;
  const id = `{cf-${workbook.nextId()}}`;
  return { id, type: 'Custom', areas, formula, stopIfTrue, ...look };
}

const comparisons = new Map([
  ['between', 'Between'],
  ['notBetween', 'NotBetween'],
  ['equal', 'EqualTo'],
  ['notEqual', 'NotEqualTo'],
  ['greaterThan', 'GreaterThan'],
  ['lessThan', 'LessThan'],
  ['greaterThanOrEqual', 'GreaterThanOrEqualTo'],
  ['lessThanOrEqual', 'LessThanOrEqualTo'],
]);

const comparedKinds = new Map([
  ['whole', 'wholeNumber'],
  ['decimal', 'decimal'],
  ['date', 'date'],
  ['time', 'time'],
  ['textLength', 'textLength'],
]);

const alertStyles = new Map([
  ['warning', 'Warning'],
  ['information', 'Information'],
]);

function readValidation(scanner: XmlScanner): readonly Validation[] {
  const areas = areasOf(scanner.attribute('sqref') ?? '');
  const kind = scanner.attribute('type') ?? 'none';
  const operator = comparisons.get(scanner.attribute('operator') ?? 'between') ?? 'Between';
  const dropDown = !flag(scanner, 'showDropDown');
  const facts = {
    prompt: {
      showPrompt: flag(scanner, 'showInputMessage'),
      title: scanner.attribute('promptTitle') ?? '',
      message: scanner.attribute('prompt') ?? '',
    },
    alert: {
      showAlert: flag(scanner, 'showErrorMessage'),
      style: alertStyles.get(scanner.attribute('errorStyle') ?? '') ?? 'Stop',
      title: scanner.attribute('errorTitle') ?? '',
      message: scanner.attribute('error') ?? '',
    },
    ignoreBlanks: flag(scanner, 'allowBlank'),
  };
  const formulas = { first: '', second: '' };
  walk(scanner, {
    formula1: () => {
      formulas.first = scanner.content();
    },
    formula2: () => {
      formulas.second = scanner.content();
    },
  });
  const [anchor] = areas;
  return areas.map((area) => {
    // Each area becomes a rule of its own, so formulas are written for its own first cell.
    const here = (formula: string): string =>
      copyReferences(
        `=${formula}`,
        area.top - (anchor?.top ?? area.top),
        area.left - (anchor?.left ?? area.left),
      );
    return { area, ...facts, rule: ruleOf(kind, operator, dropDown, formulas, here) };
  });
}

function ruleOf(
  kind: string,
  operator: string,
  dropDown: boolean,
  { first, second }: { readonly first: string; readonly second: string },
  here: (formula: string) => string,
): Validation['rule'] {
  if (kind === 'list') {
    const typed = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"');
    return { list: { inCellDropDown: dropDown, source: typed ?? here(first) } };
  }
  if (kind === 'custom') return { custom: { formula: here(first) } };
  const compared = comparedKinds.get(kind);
  if (compared === undefined) return null;
  const operand = (text: string): number | string =>
    /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : here(text);
  return {
    [compared]: {
      formula1: operand(first),
      ...(second === '' ? {} : { formula2: operand(second) }),
      operator,
    },
  };
}

/** The three parts of a header or footer code. */
function threeParts(code: string): { left: string; center: string; right: string } {
  const parts = { left: '', center: '', right: '' };
  let into: keyof typeof parts = 'center';
  for (const piece of code.split(/(?=&[LCR])/)) {
    const mark = /^&([LCR])/.exec(piece)?.[1];
    if (mark !== undefined) into = mark === 'L' ? 'left' : mark === 'R' ? 'right' : 'center';
    parts[into] += mark === undefined ? piece : piece.slice(2);
  }
  return parts;
}
