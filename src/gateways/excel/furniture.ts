import type {
  ConditionalFormatSpec,
  RangeSpec,
  SheetSpec,
  ValidationSpec,
} from '../../workbook/spec';
import { quoteSheet } from '../../workbook/shared/references';
import { fittedHeights, STANDARD_WIDTH } from '../xlsx/write/fit';
import { pageBreaks } from '../xlsx/write/pages';
import { fitText, rangeAddress } from '../xlsx/write/text';
import { DEFAULT_FONT } from '../xlsx/write/style';
import { jsonBytes, type Batch } from './batch';
import { columnAddress } from './cells';
import { supports } from './sets';

/** Characters Excel takes as title and as text of an input rule's messages, as in files. */
const MESSAGE_TITLE_LIMIT = 32;
const MESSAGE_LIMIT = 255;

/** Office.js measures columns and margins in points: 96 pixels are 72 of them. */
const POINTS_PER_PIXEL = 0.75;
const POINTS_PER_INCH = 72;

/** The look of a sheet as a whole: the font of what people add, tab, lines, widths. */
export async function drawLayout(
  batch: Batch,
  sheet: Excel.Worksheet,
  spec: SheetSpec,
): Promise<void> {
  await batch.room(0, 12);
  const whole = sheet.getRange();
  whole.format.font.name = DEFAULT_FONT.name;
  whole.format.font.size = DEFAULT_FONT.size;
  sheet.showGridlines = spec.showGridLines;
  if (spec.tabColor !== undefined) sheet.tabColor = `#${spec.tabColor}`;
  let from = 1;
  for (const [index, column] of spec.columns.entries()) {
    const next = spec.columns[index + 1];
    if (next?.width === column.width && next.outline === column.outline) continue;
    await batch.room(0, 6);
    const columns = sheet.getRange(columnAddress(from, index + 1));
    columns.format.columnWidth = columnPoints(column.width);
    from = index + 2;
  }
  if (spec.columns.at(-1)?.outline)
    sheet.getRange(columnAddress(from, from)).format.columnWidth = columnPoints(STANDARD_WIDTH);
  for (const { from: first, to } of foldedGroups(spec)) {
    await batch.room(0, 4);
    const columns = sheet.getRange(columnAddress(first, to));
    // Without groups the columns are hidden only: Home > Format > Unhide shows them.
    if (supports('1.10')) columns.group('ByColumns');
    columns.columnHidden = true;
  }
}

/** A width in characters as Office.js has it: a digit is 7 pixels wide, and 5 are padding. */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * POINTS_PER_PIXEL;
}

function foldedGroups(spec: SheetSpec): readonly { readonly from: number; readonly to: number }[] {
  const groups: { from: number; to: number }[] = [];
  for (const [index, { outline }] of spec.columns.entries()) {
    if (!outline) continue;
    const last = groups.at(-1);
    if (last?.to === index) last.to = index + 1;
    else groups.push({ from: index + 1, to: index + 1 });
  }
  return groups;
}

/**
 * Heights: Excel fits every row to its text, except those the spec fixes and those whose text
 * stands in merged cells, which Excel never fits.
 */
export async function drawHeights(
  batch: Batch,
  sheet: Excel.Worksheet,
  spec: SheetSpec,
): Promise<void> {
  const last = spec.cells.reduce((most, { row }) => Math.max(most, row), 0);
  if (last === 0) return;
  await batch.room(0, 3);
  sheet.getRange(`1:${String(last)}`).format.autofitRows();
  const merged = new Set(spec.merges.map(({ top }) => top));
  const heights = new Map([
    ...fittedHeights({ ...spec, cells: spec.cells.filter(({ row }) => merged.has(row)) }),
    ...spec.rowHeights.map(({ row, height }) => [row, height] as const),
  ]);
  for (const [row, height] of heights) {
    await batch.room(0, 3);
    sheet.getRange(`${String(row)}:${String(row)}`).format.rowHeight = height;
  }
}

/** Merged cells, frozen panes and the links, which Excel draws in a style of its own. */
export async function drawMerges(
  batch: Batch,
  sheet: Excel.Worksheet,
  spec: SheetSpec,
): Promise<void> {
  for (const range of spec.merges) {
    await batch.room(0, 2);
    sheet.getRange(rangeAddress(range)).merge(false);
  }
  const { rows, columns } = spec.freeze;
  await batch.room(0, 3);
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(
      sheet.getRange(rangeAddress({ top: 1, left: 1, bottom: rows, right: columns })),
    );
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** Jumps inside the workbook; to be drawn before the cells' looks. */
export async function drawLinks(
  batch: Batch,
  sheet: Excel.Worksheet,
  cells: SheetSpec['cells'],
): Promise<void> {
  for (const { row, column, value, link } of cells) {
    if (!link) continue;
    const documentReference = `${quoteSheet(link.sheet)}!${link.address}`;
    const textToDisplay = value.kind === 'text' ? fitText(value.text) : null;
    await batch.room(jsonBytes(documentReference) + jsonBytes(textToDisplay ?? ''), 7);
    const cell = sheet.getRange(
      rangeAddress({ top: row, left: column, bottom: row, right: column }),
    );
    cell.hyperlink =
      textToDisplay === null ? { documentReference } : { documentReference, textToDisplay };
    // A line of Excel's own would stay under cells whose look has none.
    cell.format.font.underline = 'None';
  }
}

/** The rules for typing. */
export async function drawValidations(
  batch: Batch,
  sheet: Excel.Worksheet,
  validations: readonly ValidationSpec[],
  formulaOf: (formula: string) => string,
): Promise<void> {
  for (const validation of validations) {
    await batch.room(2_000, 8);
    const drawn = sheet.getRange(rangeAddress(validation.range)).dataValidation;
    const prompt = fitText(validation.prompt, MESSAGE_LIMIT, '…');
    drawn.rule = validationRule(validation.rule, formulaOf);
    drawn.ignoreBlanks = true;
    drawn.errorAlert = {
      showAlert: true,
      style: severities[validation.severity],
      title: fitText(validation.errorTitle, MESSAGE_TITLE_LIMIT, '…'),
      message: fitText(validation.error, MESSAGE_LIMIT, '…'),
    };
    drawn.prompt = {
      showPrompt: prompt !== '',
      title: fitText(validation.promptTitle, MESSAGE_TITLE_LIMIT, '…'),
      message: prompt,
    };
  }
}

const severities = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

/** A rule for typing as Office.js takes it. */
export function validationRule(
  rule: ValidationSpec['rule'],
  formulaOf: (formula: string) => string,
): Excel.DataValidationRule {
  switch (rule.kind) {
    case 'list':
      return { list: { inCellDropDown: true, source: rule.values.join(',') } };
    case 'listRange':
      return { list: { inCellDropDown: true, source: `=${formulaOf(rule.formula)}` } };
    case 'decimal':
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'date':
      return { date: { formula1: rule.min, formula2: rule.max, operator: 'Between' } };
    case 'custom':
      return { custom: { formula: `=${formulaOf(rule.formula)}` } };
  }
}

/** The colour rules, last first: Excel puts each new one on top. */
export async function drawConditionalFormats(
  batch: Batch,
  sheet: Excel.Worksheet,
  formats: readonly ConditionalFormatSpec[],
  formulaOf: (formula: string) => string,
): Promise<void> {
  for (const { range, formula, fill, fontColor, bold, stopIfTrue } of formats.toReversed()) {
    await batch.room(jsonBytes(formula), 12);
    const drawn = sheet.getRange(rangeAddress(range)).conditionalFormats.add('Custom');
    const { rule, format } = drawn.custom;
    rule.formula = `=${formulaOf(formula)}`;
    if (fill !== undefined) format.fill.color = `#${fill}`;
    if (fontColor !== undefined) format.font.color = `#${fontColor}`;
    if (bold !== undefined) format.font.bold = bold;
    drawn.stopIfTrue = stopIfTrue;
  }
}

/** Page setup. */
export async function drawPage(
  batch: Batch,
  sheet: Excel.Worksheet,
  spec: SheetSpec,
): Promise<void> {
  await batch.room(2_000, 31);
  const { print } = spec;
  const { margins } = print;
  const layout = sheet.pageLayout;
  layout.paperSize = print.paper === 'a3' ? 'A3' : 'A4';
  layout.orientation = print.orientation === 'portrait' ? 'Portrait' : 'Landscape';
  layout.topMargin = margins.top * POINTS_PER_INCH;
  layout.bottomMargin = margins.bottom * POINTS_PER_INCH;
  layout.leftMargin = margins.left * POINTS_PER_INCH;
  layout.rightMargin = margins.right * POINTS_PER_INCH;
  layout.headerMargin = margins.header * POINTS_PER_INCH;
  layout.footerMargin = margins.footer * POINTS_PER_INCH;
  layout.centerHorizontally = print.centerHorizontally;
  // No number of pages down: the sheet is as long as it is.
  if (print.fitToWidth) layout.zoom = { horizontalFitToPages: print.pagesAcross ?? 1 };
  if (print.area) layout.setPrintArea(rangeAddress(print.area));
  if (print.titleRows)
    layout.setPrintTitleRows(`$${String(print.titleRows.from)}:$${String(print.titleRows.to)}`);
  if (print.titleColumns)
    layout.setPrintTitleColumns(columnAddress(print.titleColumns.from, print.titleColumns.to));
  if (print.ownPages) {
    layout.firstPageNumber = 1;
    layout.headersFooters.state = 'FirstAndDefault';
  }
  const pages = layout.headersFooters.defaultForAllPages;
  const head = pageSections(fitText(print.header, MESSAGE_LIMIT));
  const foot = pageSections(fitText(print.footer, MESSAGE_LIMIT));
  if (head.left !== '') pages.leftHeader = head.left;
  if (head.center !== '') pages.centerHeader = head.center;
  if (head.right !== '') pages.rightHeader = head.right;
  if (foot.left !== '') pages.leftFooter = foot.left;
  if (foot.center !== '') pages.centerFooter = foot.center;
  if (foot.right !== '') pages.rightFooter = foot.right;
  for (const row of pageBreaks(spec)) {
    await batch.room(0, 2);
    sheet.horizontalPageBreaks.add(`A${String(row + 1)}`);
  }
}

/** Cuts header or footer codes into their three parts; what stands before any is the middle. */
export function pageSections(codes: string): {
  readonly left: string;
  readonly center: string;
  readonly right: string;
} {
  const parts = { left: '', center: '', right: '' };
  let at: keyof typeof parts = 'center';
  // "&&" is a sign of its own, and a font's name in quotes may hold anything.
  for (const piece of codes.match(/&"[^"]*"|&[^]|[^&]+|&/g) ?? []) {
    if (piece === '&L') at = 'left';
    else if (piece === '&C') at = 'center';
    else if (piece === '&R') at = 'right';
    else parts[at] += piece;
  }
  return parts;
}

/** The part of a rule's range that lies in the given rows; null where none does. */
export function withinRows(range: RangeSpec, top: number, bottom: number): RangeSpec | null {
  const cut = {
    ...range,
    top: Math.max(range.top, top),
    bottom: Math.min(range.bottom, bottom),
  };
  return cut.top > cut.bottom ? null : cut;
}
