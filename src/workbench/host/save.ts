import { fromSerial, parseIsoDate } from '../../domain/dates';
import { renderXlsx } from '../../gateways/xlsx/write/render';
import { typeface } from '../../workbook/shared/looks';
import type {
  CellInput,
  CellSpec,
  ChartSpec,
  ColumnSpec,
  ConditionalFormatSpec,
  NameSpec,
  PrintSpec,
  RangeSpec,
  SheetSpec,
  StyleSpec,
  TableSpec,
  ValidationSpec,
  WorkbookSpec,
} from '../../workbook/spec';
import { readReference } from './members/cells';
import { STANDARD_WIDTH } from './members/format';
import { cellCount, splitSheet, wholeSheet } from './model/area';
import type { Cell } from './model/grid';
import { copyReferences } from './model/references';
import type { Border, Style } from './model/style';
import {
  styleAt,
  type Chart,
  type ChartSeries,
  type ConditionalFormat,
  type Sheet,
  type Table,
  type Validation,
  type Workbook,
} from './model/workbook';

/** A workbook as a spec, and in words what of it a spec cannot say. */
export type Saved = { readonly spec: WorkbookSpec; readonly lost: readonly string[] };

/** The workbook as .xlsx bytes, without what {@link specOf} lists as lost. */
export function saveWorkbook(workbook: Workbook): Promise<Uint8Array> {
  return renderXlsx(specOf(workbook).spec);
}

/**
 * The open workbook as a spec, so that the bytes renderer can draw it and a test can compare it
 * with the spec it was made from.
 */
export function specOf(workbook: Workbook): Saved {
  const lost = new Set<string>();
  const lose = (what: string): void => {
    lost.add(what);
  };
  if (workbook.customProperties.size > 0) lose('custom properties');
  const { title, subject, author, creationDate } = workbook.properties;
  const spec: WorkbookSpec = {
    properties: { title, subject, creator: author, created: creationDate },
    names: workbook.names.flatMap((name) => nameSpec(workbook, name, lose) ?? []),
    sheets: workbook.sheets.map((sheet) => sheetSpec(workbook, sheet, lose)),
    activeSheet: workbook.activeSheet.name,
  };
  return { spec, lost: [...lost] };
}

type Lose = (what: string) => void;

function nameSpec(
  workbook: Workbook,
  { name, formula, sheet }: Workbook['names'][number],
  lose: Lose,
): NameSpec | null {
  const target = readReference(workbook, formula);
  if (sheet) lose(`the name ${name} of one sheet`);
  else if (target) return { kind: 'range', name, sheet: target.sheet.name, range: target.area };
  const text = /^="((?:[^"]|"")*)"$/s.exec(formula)?.[1];
  if (!sheet && text !== undefined) return { kind: 'text', name, text: text.replaceAll('""', '"') };
  if (!sheet) lose(`the name ${name} of a formula`);
  return null;
}

function sheetSpec(workbook: Workbook, sheet: Sheet, lose: Lose): SheetSpec {
  const where = `on the sheet ${sheet.name}`;
  if (sheet.visibility === 'Hidden')
    lose(`that the sheet ${sheet.name} is hidden, not very hidden`);
  if (sheet.comments.length > 0) lose(`comments ${where}`);
  if (sheet.customProperties.size > 0) lose(`custom properties ${where}`);
  if (sheet.columnBreaks.length > 0) lose(`column breaks ${where}`);
  if (sheet.autoFilter) lose(`the filter outside tables ${where}`);
  for (const [row, band] of sheet.rows) {
    if (band.hidden || band.outline > 0) lose(`that row ${row} is hidden or grouped ${where}`);
    if (band.style) lose(`the look of the whole row ${row} ${where}`);
  }
  return {
    name: sheet.name,
    visibility: sheet.visibility === 'Visible' ? 'visible' : 'veryHidden',
    ...(sheet.tabColor === '' ? {} : { tabColor: plainColor(sheet.tabColor) }),
    showGridLines: sheet.showGridlines,
    columns: columnSpecs(sheet, where, lose),
    rowHeights: [...sheet.rows]
      .flatMap(([row, { size }]) => (size === null ? [] : [{ row, height: size }]))
      .sort((a, b) => a.row - b.row),
    cells: sheet.grid
      .within(wholeSheet)
      .map(({ row, column, cell }) => cellSpec(sheet, row, column, cell, where, lose)),
    merges: sheet.merges,
    tables: sheet.tables.map((table) => tableSpec(table, where, lose)),
    validations: sheet.validations.flatMap((each) => validationSpec(each, where, lose) ?? []),
    conditionalFormats: sheet.conditionalFormats.flatMap((each) => formatSpecs(each, where, lose)),
    charts: sheet.charts.flatMap((each) => chartSpec(workbook, each, where, lose) ?? []),
    freeze: sheet.frozen,
    protection: sheet.protection ? 'sheet' : 'none',
    print: printSpec(sheet, where, lose),
  };
}

function plainColor(color: string): string {
  return color.slice(1);
}

/** Points to characters of the default font: 7 pixels each, 5 of padding, 4/3 pixels a point. */
function widthOf(points: number): number {
  return (points / 0.75 - 5) / 7;
}

function columnSpecs(sheet: Sheet, where: string, lose: Lose): readonly ColumnSpec[] {
  const last = Math.max(0, ...sheet.columns.keys(), sheet.grid.used(wholeSheet, false)?.right ?? 0);
  return Array.from({ length: last }, (_, index) => {
    const band = sheet.columns.get(index + 1);
    const width = widthOf(band?.size ?? STANDARD_WIDTH);
    if (band?.style) lose(`the look of the whole column ${index + 1} ${where}`);
    if (band?.hidden && band.outline === 0) lose(`that column ${index + 1} is hidden ${where}`);
    return band && band.outline > 0 ? { width, outline: true } : { width };
  });
}

function cellSpec(
  sheet: Sheet,
  row: number,
  column: number,
  cell: Cell,
  where: string,
  lose: Lose,
): CellSpec {
  const style = styleSpec(styleAt(sheet, row, column, cell), where, lose);
  const value = inputOf(cell, where, lose);
  const target = cell.link ? splitSheet(cell.link.documentReference) : null;
  if (cell.link && cell.link.address !== '') lose(`links to the web ${where}`);
  return {
    row,
    column,
    value,
    style,
    ...(target && target.sheet !== null
      ? { link: { sheet: target.sheet, address: target.rest } }
      : {}),
  };
}

function inputOf({ value, formula }: Cell, where: string, lose: Lose): CellInput {
  if (formula !== null) {
    const plain = typeof value === 'string' || typeof value === 'number';
    if (value !== null && !plain) lose(`results of formulas that are no text or number ${where}`);
    return { kind: 'formula', formula: formula.slice(1), result: plain ? value : null };
  }
  if (value === null) return { kind: 'empty' };
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number') return { kind: 'number', value };
  lose(`truth values and errors ${where}`);
  return { kind: 'text', text: typeof value === 'object' ? value.error : String(value) };
}

const boxes: readonly { readonly kind: 'thin' | 'hair' | 'input'; readonly border: Border }[] = [
  { kind: 'thin', border: { style: 'Continuous', weight: 'Thin', color: '#000000' } },
  { kind: 'hair', border: { style: 'Continuous', weight: 'Hairline', color: '#7F7F7F' } },
  { kind: 'input', border: { style: 'Continuous', weight: 'Thin', color: '#8EA9DB' } },
];

function borderOf(style: Style): StyleSpec['border'] | null {
  const { top, right, bottom, left } = style;
  const same = (a: Border | null, b: Border): boolean =>
    a?.style === b.style && a.weight === b.weight && a.color === b.color;
  const box = boxes.find(({ border }) =>
    [top, right, bottom, left].every((each) => same(each, border)),
  );
  if (box) return box.kind;
  const [thin] = boxes;
  const drawn = (['top', 'right', 'bottom', 'left'] as const).filter((side) => style[side]);
  return thin && drawn.every((side) => same(style[side], thin.border)) ? drawn : null;
}

const horizontals = { Left: 'left', Center: 'center', Right: 'right', Justify: 'justify' } as const;
const verticals = { Top: 'top', Center: 'center' } as const;

function choice<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return new Map(Object.entries(words)).get(word);
}

function styleSpec(style: Style, where: string, lose: Lose): StyleSpec {
  const { strikethrough, textOrientation, shrinkToFit, formulaHidden } = style;
  if (strikethrough || textOrientation !== 0 || shrinkToFit || formulaHidden)
    lose(`text struck through, turned, shrunk or hidden ${where}`);
  const horizontal = choice(horizontals, style.horizontal);
  const vertical = choice(verticals, style.vertical);
  const edged = style.top ?? style.bottom ?? style.left ?? style.right;
  const border = edged ? borderOf(style) : null;
  if (edged && !border) lose(`borders other than those of the specs ${where}`);
  const font = {
    ...(style.fontName === typeface ? {} : { name: style.fontName }),
    ...(style.fontSize === 11 ? {} : { size: style.fontSize }),
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline === 'None' ? {} : { underline: true }),
    ...(style.fontColor === '#000000' ? {} : { color: plainColor(style.fontColor) }),
  };
  return {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(style.fill === null ? {} : { fill: plainColor(style.fill) }),
    ...(border ? { border } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.wrap ? { wrap: true } : {}),
    ...(style.indent === 0 ? {} : { indent: style.indent }),
    ...(style.numberFormat === 'General' ? {} : { numberFormat: style.numberFormat }),
    ...(style.locked ? {} : { locked: false }),
  };
}

function tableSpec(table: Table, where: string, lose: Lose): TableSpec {
  const { name, area, style, showFilterButton, sheet } = table;
  if (table.showBandedColumns || table.highlightFirstColumn || table.highlightLastColumn)
    lose(`stripes of the table ${name} ${where}`);
  if (table.filters.size > 0) lose(`what the table ${name} is filtered by ${where}`);
  const columns: string[] = [];
  for (let column = area.left; column <= area.right; column++) {
    const { value } = sheet.grid.get(area.top, column);
    columns.push(typeof value === 'string' ? value : '');
  }
  return { name, range: area, columns, style, showFilter: showFilterButton };
}

function validationSpec(each: Validation, where: string, lose: Lose): ValidationSpec | null {
  const { area, prompt, alert } = each;
  const rule = ruleSpec(each.rule ?? {});
  if (!rule) {
    if (each.rule) lose(`a rule for typing that no spec has ${where}`);
    return null;
  }
  const shown = prompt.showPrompt ? prompt : { title: '', message: '' };
  const severity = choice(
    { Stop: 'stop', Warning: 'warning', Information: 'information' } as const,
    alert.style,
  );
  return {
    range: area,
    rule,
    severity: severity ?? 'stop',
    promptTitle: shown.title,
    prompt: shown.message,
    errorTitle: alert.title,
    error: alert.message,
  };
}

function ruleSpec(rule: Readonly<Record<string, unknown>>): ValidationSpec['rule'] | null {
  const [entry] = Object.entries(rule);
  if (!entry) return null;
  const [kind, given] = entry;
  const facts = new Map(Object.entries(typeof given === 'object' && given ? given : {}));
  const source: unknown = facts.get('source');
  const formula: unknown = facts.get('formula');
  if (kind === 'list' && typeof source === 'string')
    return source.startsWith('=')
      ? { kind: 'listRange', formula: source.slice(1) }
      : { kind: 'list', values: source.split(',') };
  if (kind === 'custom' && typeof formula === 'string')
    return { kind: 'custom', formula: formula.slice(1) };
  if (facts.get('operator') !== 'Between') return null;
  const [min, max] = [facts.get('formula1'), facts.get('formula2')].map(operandOf);
  if (kind === 'decimal' && typeof min === 'number' && typeof max === 'number')
    return { kind: 'decimal', min, max };
  const [first, last] = [min, max].map(dayOf);
  return kind === 'date' && first && last ? { kind: 'date', min: first, max: last } : null;
}

/** A number, as such or as its text with or without "="; other texts as they are. */
function operandOf(given: unknown): string | number | null {
  if (typeof given === 'number') return given;
  if (typeof given !== 'string') return null;
  const plain = given.replace(/^=/, '');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : plain;
}

function dayOf(given: string | number | null | undefined): string | null {
  if (typeof given === 'number') return fromSerial(given);
  return given ? parseIsoDate(given.slice(0, 10)) : null;
}

function formatSpecs(
  format: ConditionalFormat,
  where: string,
  lose: Lose,
): readonly ConditionalFormatSpec[] {
  if (format.italic !== null || format.underline !== null || format.strikethrough !== null)
    lose(`colour rules with slanted, underlined or struck through text ${where}`);
  const [first] = format.areas;
  return format.areas.map((area) => ({
    range: area,
    formula: copyReferences(
      format.formula.slice(1),
      area.top - (first?.top ?? area.top),
      area.left - (first?.left ?? area.left),
    ),
    ...(format.fill === null ? {} : { fill: plainColor(format.fill) }),
    ...(format.fontColor === null ? {} : { fontColor: plainColor(format.fontColor) }),
    ...(format.bold === null ? {} : { bold: format.bold }),
    stopIfTrue: format.stopIfTrue,
  }));
}

const chartKinds = {
  BarClustered: 'bar',
  BarStacked: 'stackedBar',
  ColumnClustered: 'column',
  Doughnut: 'doughnut',
} as const;

function chartSpec(workbook: Workbook, chart: Chart, where: string, lose: Lose): ChartSpec | null {
  const kind = choice(chartKinds, chart.type);
  const series = chart.series.map((each) => seriesSpec(workbook, each));
  const [first] = chart.series;
  const categories = first?.categories ? readReference(workbook, first.categories) : null;
  if (!kind || !categories || !chart.cover || series.some((each) => !each)) {
    lose(`the chart ${chart.name} ${where}`);
    return null;
  }
  return {
    kind,
    title: chart.titleVisible ? chart.titleText : '',
    altText: chart.name,
    sheet: categories.sheet.name,
    categories: categories.area,
    series: series.flatMap((each) => each ?? []),
    place: chart.cover,
  };
}

function seriesSpec(
  workbook: Workbook,
  { name, values, color, pointColors }: ChartSeries,
): ChartSpec['series'][number] | null {
  const target = values === null ? null : readReference(workbook, values);
  if (!target) return null;
  const points = Array.from({ length: cellCount(target.area) }, (_, index) =>
    pointColors.get(index),
  );
  const colored = points.flatMap((each) => (each === undefined ? [] : [plainColor(each)]));
  return {
    name,
    values: target.area,
    ...(color === null ? {} : { color: plainColor(color) }),
    ...(colored.length === points.length && points.length > 0 ? { pointColors: colored } : {}),
  };
}

function printSpec(sheet: Sheet, where: string, lose: Lose): PrintSpec {
  const { page } = sheet;
  if (page.paperSize !== 'A4' && page.paperSize !== 'A3')
    lose(`the paper size ${where}, A4 in the file`);
  const span = (area: RangeSpec | null, rows: boolean): { from: number; to: number } | null =>
    area && (rows ? { from: area.top, to: area.bottom } : { from: area.left, to: area.right });
  const titleColumns = span(page.titleColumns, false);
  const across = page.zoom.horizontalFitToPages ?? 0;
  return {
    orientation: page.orientation === 'Landscape' ? 'landscape' : 'portrait',
    ...(page.paperSize === 'A3' ? { paper: 'a3' } : {}),
    margins: {
      top: page.topMargin / 72,
      bottom: page.bottomMargin / 72,
      left: page.leftMargin / 72,
      right: page.rightMargin / 72,
      header: page.headerMargin / 72,
      footer: page.footerMargin / 72,
    },
    area: page.printArea,
    titleRows: span(page.titleRows, true),
    ...(titleColumns ? { titleColumns } : {}),
    fitToWidth: across > 0,
    ...(across > 1 ? { pagesAcross: across } : {}),
    ...(sheet.rowBreaks.length > 0 ? { breaksAfter: sheet.rowBreaks.map((row) => row - 1) } : {}),
    centerHorizontally: page.centerHorizontally,
    ...(page.headersOn === 'FirstAndDefault' ? { ownPages: true } : {}),
    header: parts(page.header),
    footer: parts(page.footer),
  };
}

/** Excel's codes for the three parts of a header or footer. */
function parts({ left, center, right }: Sheet['page']['header']): string {
  return [
    left === '' ? '' : `&L${left}`,
    center === '' ? '' : `&C${center}`,
    right === '' ? '' : `&R${right}`,
  ].join('');
}
