import type {
  ColumnDef,
  ConditionalRule,
  DataValidation,
  NamedRange,
  PageSetup,
  WriteSheet,
} from 'hucre';
import { writeXlsx } from 'hucre/xlsx';
import type {
  CellSpec,
  ColumnSpec,
  ConditionalFormatSpec,
  NameSpec,
  PrintSpec,
  SheetSpec,
  TableSpec,
  ValidationSpec,
  WorkbookSpec,
} from '../../../workbook/spec';
import { columnLetters } from '../../../domain/snapshot';
import { absoluteRange, quoteSheet, quoteText } from '../../../workbook/shared/references';
import { chartCaches, chartPart } from './chart';
import { fittedHeights, shown, STANDARD_WIDTH, wordsIn } from './fit';
import { pageBreaks } from './pages';
import { assertDrawable, serialOf } from './guard';
import { inRowOrder } from './order';
import { repairPackage, type SheetRepair } from './parts';
import { sampleCells, sheetData, SharedTexts, type RowHeights, type SharedText } from './sheetData';
import { argb, DEFAULT_FONT, fontStyle } from './style';
import { escapeXstring, fitText, rangeAddress } from './text';

/** Characters Excel takes as title and as text of an input rule's messages. */
const MESSAGE_TITLE_LIMIT = 32;
const MESSAGE_LIMIT = 255;

/** A text Excel would flag as "number stored as text". */
const NUMBER_LIKE = /^[+-]?\d[\d.,]*%?$/;

/**
 * Draws a workbook as the bytes of an .xlsx file, in a browser or in Node. The same spec gives
 * the same bytes. Text is cut at Excel's limits and loses the characters XML cannot hold; a spec
 * that would give a damaged file throws (see {@link assertDrawable}).
 */
export async function renderXlsx(given: WorkbookSpec): Promise<Uint8Array> {
  const spec = inRowOrder(given);
  assertDrawable(spec);
  const texts = new SharedTexts();
  const sheets = spec.sheets.map((sheet) => prepared(sheet, texts));
  const { title, subject, creator, created } = spec.properties;
  const bytes = await writeXlsx({
    sheets: sheets.map(writeSheet),
    activeSheet: spec.sheets.findIndex((sheet) => sheet.name === spec.activeSheet),
    defaultFont: DEFAULT_FONT,
    namedRanges: [...spec.names.map(definedName), ...spec.sheets.flatMap(printNames)],
    properties: {
      title: fitText(title),
      subject: fitText(subject),
      creator: fitText(creator),
      created: new Date(created),
      // The library would put the clock here.
      modified: new Date(created),
    },
  });
  return repairPackage(
    bytes,
    sheets.map((sheet) => repairOf(sheet, spec.activeSheet)),
    texts,
    spec.sheets.flatMap((sheet) => sheet.charts.map((chart) => cachesOf(chart, spec.sheets))),
  );
}

function writeSheet({ sheet, heights }: Prepared): WriteSheet {
  const { header, footer } = sheet.print;
  const breaks = pageBreaks(sheet, heights.found);
  return {
    name: sheet.name,
    columns: columnDefs(sheet.columns),
    cells: new Map(sampleCells(sheet)),
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({
      startRow: top - 1,
      startCol: left - 1,
      endRow: bottom - 1,
      endCol: right - 1,
    })),
    tables: sheet.tables.map(tablePart),
    dataValidations: sheet.validations.map(dataValidation),
    conditionalRules: sheet.conditionalFormats.map(conditionalRule),
    charts: sheet.charts.map(chartPart),
    ...(sheet.freeze.rows + sheet.freeze.columns === 0 ? {} : { freezePane: sheet.freeze }),
    ...(sheet.protection === 'none' ? {} : { protection: openProtection }),
    pageSetup: pageSetup(sheet.print),
    ...(breaks.length > 0 ? { rowBreaks: breaks.map((row) => row - 1) } : {}),
    headerFooter: {
      oddHeader: fitText(header, MESSAGE_LIMIT),
      oddFooter: fitText(footer, MESSAGE_LIMIT),
      ...(sheet.print.ownPages ? { differentFirst: true } : {}),
    },
    view: {
      showGridLines: sheet.showGridLines,
      ...(sheet.tabColor === undefined ? {} : { tabColor: argb(sheet.tabColor) }),
    },
    veryHidden: sheet.visibility === 'veryHidden',
  };
}

/** Locked cells stay as they are; looking, filtering, sizing and formatting stay free. */
const openProtection = {
  sheet: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  sort: true,
  autoFilter: true,
};

/** The column after a folded group carries the group's button, even where it has no width. */
function columnDefs(columns: readonly ColumnSpec[]): ColumnDef[] {
  const folded = columns.map((column) => column.outline === true);
  const all: readonly ColumnSpec[] = folded.at(-1)
    ? [...columns, { width: STANDARD_WIDTH }]
    : columns;
  return all.map(({ width, outline }, index) => ({
    width: fileWidth(width),
    ...(outline ? { outlineLevel: 1, hidden: true } : {}),
    ...(!outline && folded[index - 1] ? { collapsed: true } : {}),
  }));
}

/**
 * The width the file keeps for a width in characters: padding of 5 pixels added, a digit of the
 * default font being 7 pixels wide (ISO 29500-1 §18.3.1.13).
 */
function fileWidth(characters: number): number {
  return Math.floor(((characters * 7 + 5) / 7) * 256) / 256;
}

function tablePart(table: TableSpec): NonNullable<WriteSheet['tables']>[number] {
  return {
    name: table.name,
    range: rangeAddress(table.range),
    // A line end in an attribute is written as Excel writes it.
    columns: table.columns.map((name) => ({
      name: escapeXstring(fitText(name)).replaceAll('\n', '_x000a_'),
    })),
    style: table.style,
    showAutoFilter: table.showFilter,
  };
}

function dataValidation(validation: ValidationSpec): DataValidation {
  const prompt = fitText(validation.prompt, MESSAGE_LIMIT, '…');
  return {
    ...ruleOf(validation.rule),
    range: rangeAddress(validation.range),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: validation.severity,
    errorTitle: fitText(validation.errorTitle, MESSAGE_TITLE_LIMIT, '…'),
    errorMessage: fitText(validation.error, MESSAGE_LIMIT, '…'),
    showInputMessage: prompt !== '',
    inputTitle: fitText(validation.promptTitle, MESSAGE_TITLE_LIMIT, '…'),
    inputMessage: prompt,
  };
}

function ruleOf(
  rule: ValidationSpec['rule'],
): Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'> {
  switch (rule.kind) {
    case 'list':
      return { type: 'list', formula1: quoteText(rule.values.join(',')) };
    case 'listRange':
      return { type: 'list', formula1: rule.formula };
    case 'decimal':
      return between('decimal', rule.min, rule.max);
    case 'date':
      return between('date', serialOf(rule.min), serialOf(rule.max));
    case 'custom':
      return { type: 'custom', formula1: rule.formula };
  }
}

function between(
  type: 'decimal' | 'date',
  min: number,
  max: number,
): Pick<DataValidation, 'type' | 'operator' | 'formula1' | 'formula2'> {
  return { type, operator: 'between', formula1: String(min), formula2: String(max) };
}

function conditionalRule(format: ConditionalFormatSpec, index: number): ConditionalRule {
  const { fill, fontColor, bold } = format;
  const font = fontStyle({
    ...(bold === undefined ? {} : { bold }),
    ...(fontColor === undefined ? {} : { color: fontColor }),
  });
  return {
    type: 'expression',
    priority: index + 1,
    range: rangeAddress(format.range),
    formula: format.formula,
    stopIfTrue: format.stopIfTrue,
    style: {
      ...(Object.keys(font).length > 0 ? { font } : {}),
      // Excel paints a solid fill of a rule in its background colour, other programs in the front one.
      ...(fill === undefined
        ? {}
        : {
            fill: { type: 'pattern', pattern: 'solid', fgColor: argb(fill), bgColor: argb(fill) },
          }),
    },
  };
}

function pageSetup(print: PrintSpec): PageSetup {
  return {
    paperSize: print.paper ?? 'a4',
    orientation: print.orientation,
    margins: print.margins,
    horizontalCentered: print.centerHorizontally,
    ...(print.fitToWidth
      ? { fitToPage: true, fitToWidth: print.pagesAcross ?? 1, fitToHeight: 0 }
      : {}),
  };
}

function definedName(name: NameSpec): NamedRange {
  return {
    name: name.name,
    range:
      name.kind === 'range' ? absoluteRange(name.range, name.sheet) : quoteText(fitText(name.text)),
  };
}

/** The library's own options for these would not quote the sheet's name. */
function printNames({ name, print }: SheetSpec): NamedRange[] {
  const names: NamedRange[] = [];
  if (print.area)
    names.push({ name: '_xlnm.Print_Area', range: absoluteRange(print.area, name), scope: name });
  const { titleRows: rows, titleColumns: columns } = print;
  const titles = [
    ...(columns ? [`$${columnLetters(columns.from)}:$${columnLetters(columns.to)}`] : []),
    ...(rows ? [`$${String(rows.from)}:$${String(rows.to)}`] : []),
  ];
  if (titles.length > 0)
    names.push({
      name: '_xlnm.Print_Titles',
      range: titles.map((range) => `${quoteSheet(name)}!${range}`).join(','),
      scope: name,
    });
  return names;
}

/** What is known of a sheet before it is drawn. */
type Prepared = {
  readonly sheet: SheetSpec;
  readonly texts: readonly (SharedText | null)[];
  readonly heights: RowHeights;
};

function prepared(sheet: SheetSpec, shared: SharedTexts): Prepared {
  const texts = shared.of(sheet.cells);
  const found = fittedHeights(sheet, (cell, index) => texts[index]?.words ?? wordsIn(shown(cell)));
  const fixed = new Map(sheet.rowHeights.map(({ row, height }) => [row, height] as const));
  return { sheet, texts, heights: { found, fixed } };
}

function repairOf({ sheet, texts, heights }: Prepared, activeSheet: string): SheetRepair {
  return {
    rows: (written) => sheetData(sheet, written, texts, heights),
    active: sheet.name === activeSheet,
    outlined: sheet.columns.some((column) => column.outline),
    ownPages: sheet.print.ownPages === true,
    numberLikeTexts: numberLikeTexts(sheet.cells),
  };
}

/** The addresses of texts that look like numbers, neighbours below each other taken together. */
function numberLikeTexts(cells: readonly CellSpec[]): readonly string[] {
  const runs: { top: number; left: number; bottom: number; right: number }[] = [];
  const open = new Map<number, (typeof runs)[number]>();
  for (const { row, column, value } of cells) {
    if (value.kind !== 'text' || !NUMBER_LIKE.test(value.text)) continue;
    const above = open.get(column);
    if (above?.bottom === row - 1) {
      above.bottom = row;
      continue;
    }
    const run = { top: row, left: column, bottom: row, right: column };
    open.set(column, run);
    runs.push(run);
  }
  return runs.map(rangeAddress);
}

function cachesOf(
  chart: SheetSpec['charts'][number],
  sheets: readonly SheetSpec[],
): readonly string[] {
  const cells = sheets.find((sheet) => sheet.name === chart.sheet)?.cells ?? [];
  return chartCaches(chart, (row, column) =>
    cells.find((cell) => cell.row === row && cell.column === column),
  );
}
