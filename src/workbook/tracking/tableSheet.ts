import { formatDate } from '../../messages/language';
import {
  block,
  blockCells,
  blockMerges,
  formulaInput,
  textInput,
  type Block,
} from '../shared/cells';
import { workingPage } from '../shared/looks';
import type {
  CellInput,
  CellSpec,
  ConditionalFormatSpec,
  RangeSpec,
  SheetSpec,
  StyleSpec,
  ValidationSpec,
} from '../spec';
import { trackingNames } from './columns';
import type { TrackingContent } from './content';
import { tableRange, type PlacedColumn, type PlacedTable } from './place';
import { headerStyles, styles } from './styles';

/** A cell of a table line before it has a place. */
export type LineCell = {
  readonly value: CellInput;
  readonly style: StyleSpec;
  readonly link?: { readonly sheet: string; readonly address: string };
};

/** Rows above a table: title, plan, as-of day, legend, banner. */
export const headerRow = 6;

/** Characters of the columns that carry the title, and of those that carry lines below it. */
const TITLE_WIDTH = 50;
const LINE_WIDTH = 118;

/** The plan in one line: its number, day and issuer. */
export function planLine({ plan }: TrackingContent): string {
  const number = plan.documentNumber === null ? '' : `Số ${plan.documentNumber}`;
  const day = plan.documentDate === null ? '' : `ngày ${formatDate(plan.documentDate)}`;
  const origin = [number, day].filter((words) => words !== '').join(' ');
  return [origin, plan.issuer].filter((words) => words !== '').join(' · ');
}

/** The words at the foot of every page. */
export function footMark(content: TrackingContent, title: string): string {
  const { documentNumber, locality } = content.plan;
  return [title, documentNumber ?? locality, ...(content.sample ? ['SỐ LIỆU MẪU'] : [])].join(
    ' – ',
  );
}

/** The as-of day and period as every sheet shows them, live. */
export function asOfLine({ settings }: TrackingContent): CellInput {
  return formulaInput(
    `IF(ISNUMBER(${trackingNames.asOf}),"Ngày đánh giá: "&TEXT(${trackingNames.asOf},"dd/mm/yyyy")&"  ·  Kỳ: "&${trackingNames.periodName},"CHƯA CÓ NGÀY ĐÁNH GIÁ: nhập ở trang Kỳ báo cáo")`,
    `Ngày đánh giá: ${formatDate(settings.asOf)}  ·  Kỳ: ${settings.period.name}`,
  );
}

/** The banner of sample figures, or a thin empty row. */
export function sampleBlock(content: TrackingContent, row: number, right: number): Block {
  return block(
    { top: row, left: 1, bottom: row, right },
    textInput(content.sample ? 'SỐ LIỆU MẪU – không dùng để báo cáo' : null),
    content.sample ? styles.sample : styles.plain,
  );
}

/** Whose a cell's content is: what can be typed into is people's, whatever its column. */
function owned(role: PlacedColumn<string>['role'], style: StyleSpec): Pick<CellSpec, 'owner'> {
  if (role === 'input' || style.locked === false) return { owner: 'people' };
  return role === 'plan' ? { owner: 'plan' } : {};
}

/** What a sheet with one table is made of. */
export type TableSheet<F extends string> = {
  readonly content: TrackingContent;
  readonly place: PlacedTable<F>;
  readonly title: string;
  /** What stands in the legend's row; null shows the colours of the cells. */
  readonly remark: string | null;
  /** The cells of each line by column. */
  readonly lines: readonly ((column: PlacedColumn<F>) => LineCell)[];
  readonly frozenColumns: number;
  /** Pages side by side in print; the frozen columns stand on each. One when not given. */
  readonly pagesAcross?: number;
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly tabColor: string;
  /** True for a list that is made anew with every check. */
  readonly derived?: true;
  /** Cells between the title and the table, on sheets that have more than the table. */
  readonly between?: readonly Block[];
};

/** Lays a sheet with one table out: title block, headers, lines, print setup. */
export function tableSheet<F extends string>(sheet: TableSheet<F>): SheetSpec {
  const { content, place } = sheet;
  const shown = place.columns.filter((column) => column.role !== 'machine').length;
  // What stands over repeated columns is repeated with them, so nothing may reach beyond them.
  const split = sheet.pagesAcross === undefined ? reach(place, TITLE_WIDTH) : sheet.frozenColumns;
  const right = Math.max(reach(place, LINE_WIDTH), split + 1);
  const row = (top: number, from: number, to: number): RangeSpec => ({
    top,
    left: from,
    bottom: top,
    right: to,
  });
  const blocks = [
    block(row(1, 1, split), textInput(sheet.title), styles.title),
    block(row(1, split + 1, right), textInput(content.plan.title), styles.planTitle),
    block(row(2, 1, split), textInput(planLine(content)), styles.subtitle),
    block(row(3, 1, split), asOfLine(content), styles.line),
    ...(sheet.remark === null
      ? legend(place)
      : [block(row(4, 1, right), textInput(sheet.remark), styles.small)]),
    sampleBlock(content, 5, split),
    ...(sheet.between ?? []),
  ];
  const headers = place.columns.map(({ header, role }, index): CellSpec => ({
    row: place.headerRow,
    column: index + 1,
    value: textInput(header),
    style: headerStyles[role],
  }));
  const lines = sheet.lines.flatMap((cellOf, index) =>
    place.columns.map((column, at): CellSpec => {
      const cell = cellOf(column);
      return {
        row: place.firstRow + index,
        column: at + 1,
        ...cell,
        ...(sheet.derived ? {} : owned(column.role, cell.style)),
      };
    }),
  );
  return {
    name: place.sheet,
    visibility: 'visible',
    tabColor: sheet.tabColor,
    showGridLines: false,
    columns: place.columns.map(({ width, role, folded }) =>
      role === 'machine' || folded ? { width, outline: true } : { width },
    ),
    rowHeights: content.sample ? [] : [{ row: 5, height: 6 }],
    cells: [
      ...blockCells(blocks).map((cell) => ({ ...cell, ...owned('derived', cell.style) })),
      ...headers,
      ...lines,
    ],
    merges: blockMerges(blocks),
    tables: [
      {
        name: place.table,
        range: tableRange(place),
        columns: place.columns.map((column) => column.header),
        style: 'TableStyleLight1',
        showFilter: true,
        ...(sheet.derived ? { derived: true } : {}),
      },
    ],
    validations: sheet.validations,
    conditionalFormats: [
      {
        range: row(3, 1, split),
        formula: `NOT(ISNUMBER(${trackingNames.asOf}))`,
        fontColor: 'B00020',
        bold: true,
        stopIfTrue: false,
      },
      ...sheet.conditionalFormats,
    ],
    charts: [],
    freeze: { rows: place.headerRow, columns: sheet.frozenColumns },
    protection: 'none',
    print: {
      ...workingPage(
        'landscape',
        { top: 1, left: 1, bottom: place.lastRow, right: shown },
        { from: place.headerRow, to: place.headerRow },
        footMark(content, sheet.title),
      ),
      ...(sheet.pagesAcross === undefined
        ? {}
        : {
            pagesAcross: sheet.pagesAcross,
            titleColumns: { from: 1, to: sheet.frozenColumns },
          }),
    },
  };
}

/** How many of the shown columns it takes to be so many characters wide. */
function reach<F extends string>(place: PlacedTable<F>, characters: number): number {
  let width = 0;
  for (const [index, column] of place.columns.entries()) {
    if (column.role === 'machine') return index;
    width += column.folded ? 0 : column.width;
    if (width >= characters) return index + 1;
  }
  return place.columns.length;
}

/** The colours of cells, each in its own colour. */
function legend<F extends string>(place: PlacedTable<F>): readonly Block[] {
  const wide = place.columns.findIndex((column) => column.width >= 30) + 1;
  const at = (left: number, right: number, words: string, style: StyleSpec): Block =>
    block({ top: 4, left, bottom: 4, right }, textInput(words), style);
  return [
    at(1, wide - 1, 'Ô vàng: nhập', styles.input),
    at(wide, wide, 'Ô trắng: theo kế hoạch, giữ nguyên', styles.plan),
    at(wide + 1, wide + 3, 'Ô xám: tự tính hoặc không cần nhập', styles.closed),
  ];
}
