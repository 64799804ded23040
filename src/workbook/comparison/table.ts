import { comparisonTexts } from '../../messages/comparison';
import {
  block,
  blockCells,
  blockMerges,
  emptyInput,
  numberInput,
  textInput,
} from '../shared/cells';
import { typeface, withStyle, workingPage, type StatusLook } from '../shared/looks';
import type { CellInput, CellSpec, SheetSpec, StyleSpec, ValidationSpec } from '../spec';
import { headerStyles, styles } from '../tracking/styles';

/** A cell of a comparison table before it has a place. */
export type Shown = { readonly value: CellInput; readonly style: StyleSpec };

/** Words in a cell; null is an empty cell. */
export function words(text: string | null, style: StyleSpec = styles.plan): Shown {
  return { value: textInput(text), style };
}

/** A number in a cell; null is an empty cell. */
export function figure(value: number | null, style: StyleSpec = styles.derivedNumber): Shown {
  return { value: value === null ? emptyInput : numberInput(value), style };
}

/** Words in the colours of a status; sign and words stand beside the colour. */
export function coloured(text: string, look: StatusLook): Shown {
  return {
    value: textInput(text),
    style: withStyle(styles.status, { fill: look.fill, font: { color: look.font } }),
  };
}

/** One column: its header, its width in characters, and whether people fill it. */
export type Column = {
  readonly header: string;
  readonly width: number;
  readonly role?: 'input' | 'derived';
};

/** A sheet with a title, lines of text, and one table with filters. */
export type Listing = {
  readonly name: string;
  readonly table: string;
  readonly title: string;
  readonly remarks: readonly { readonly text: string; readonly style: StyleSpec }[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Shown[])[];
  /** Columns that stay in view, and stand on every page in print. */
  readonly frozenColumns: number;
  /** Columns that are printed; all of them where it is not given. */
  readonly printed?: number;
  /** Pages of A3 side by side, for tables too wide for A4. */
  readonly pagesAcross?: number;
  readonly validations: (firstRow: number, lastRow: number) => readonly ValidationSpec[];
  readonly tabColor: string;
};

/** Characters of a title line. */
const REMARK_WIDTH = 110;

/** Where a listing's table begins: below the title and its lines. */
export function headerRowOf({ remarks }: Pick<Listing, 'remarks'>): number {
  return remarks.length + 3;
}

/** Lays a listing out as a sheet. */
export function listingSheet(listing: Listing): SheetSpec {
  const { columns, rows, remarks, frozenColumns } = listing;
  const header = headerRowOf(listing);
  const right = columns.length;
  const bottom = header + Math.max(rows.length, 1);
  const reach = reachOf(columns);
  const line = (row: number, text: string, style: StyleSpec) =>
    block({ top: row, left: 1, bottom: row, right: reach }, textInput(text), style);
  const blocks = [
    line(1, listing.title, styles.title),
    ...remarks.map(({ text, style }, at) => line(2 + at, text, style)),
  ];
  const body = rows.flatMap((row, at) =>
    row.map(({ value, style }, column): CellSpec => ({
      row: header + 1 + at,
      column: column + 1,
      value,
      style,
    })),
  );
  return {
    name: listing.name,
    visibility: 'visible',
    tabColor: listing.tabColor,
    showGridLines: false,
    columns: columns.map(({ width }) => ({ width })),
    rowHeights: [{ row: 1, height: 24 }],
    cells: [
      ...blockCells(blocks),
      ...columns.map(({ header: text, role }, at): CellSpec => ({
        row: header,
        column: at + 1,
        value: textInput(text),
        style: headerStyles[role ?? 'plan'],
      })),
      ...body,
    ],
    merges: blockMerges(blocks),
    tables: [
      {
        name: listing.table,
        range: { top: header, left: 1, bottom, right },
        columns: columns.map((column) => column.header),
        style: 'TableStyleLight1',
        showFilter: true,
      },
    ],
    validations: listing.validations(header + 1, bottom),
    conditionalFormats: [],
    charts: [],
    freeze: { rows: header, columns: frozenColumns },
    protection: 'none',
    print: {
      ...workingPage(
        'landscape',
        { top: 1, left: 1, bottom, right: listing.printed ?? right },
        { from: header, to: header },
        comparisonTexts.page,
      ),
      ...(listing.pagesAcross === undefined
        ? {}
        : {
            paper: 'a3',
            pagesAcross: listing.pagesAcross,
            titleColumns: { from: 1, to: frozenColumns },
          }),
    },
  };
}

/** As many columns from the left as a line of text needs. */
function reachOf(columns: readonly Column[]): number {
  let width = 0;
  const at = columns.findIndex((column) => (width += column.width) >= REMARK_WIDTH);
  return at === -1 ? columns.length : at + 1;
}

/** The looks of lines above a table. */
export const remarkStyles = {
  plain: styles.line,
  small: styles.small,
  alert: withStyle(styles.alert, { font: { name: typeface } }),
  sample: styles.sample,
} as const;
