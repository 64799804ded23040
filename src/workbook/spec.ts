/**
 * A workbook as data (design §2). Pure functions build it; one renderer draws it as .xlsx bytes
 * and another into live Excel. Nothing here knows a host or a file format.
 *
 * Rows and columns are 1-based. Lengths: column widths in characters of the default font, row
 * heights in points, margins in inches (as Excel keeps them). Colours are "RRGGBB".
 */
export type WorkbookSpec = {
  readonly properties: WorkbookProperties;
  readonly names: readonly NameSpec[];
  readonly sheets: readonly SheetSpec[];
  /** The sheet shown when the workbook opens. */
  readonly activeSheet: string;
};

/** Document properties. `created` is a full ISO instant, given by the caller, never the clock. */
export type WorkbookProperties = {
  readonly title: string;
  readonly subject: string;
  readonly creator: string;
  readonly created: string;
};

/**
 * A defined name. A `range` stands for cells; a `text` for a constant, as the identity does.
 * `sheet` limits the name to one sheet.
 */
export type NameSpec =
  | {
      readonly kind: 'range';
      readonly name: string;
      readonly sheet: string;
      readonly range: RangeSpec;
    }
  | { readonly kind: 'text'; readonly name: string; readonly text: string };

/** A block of cells, ends included. */
export type RangeSpec = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** One worksheet. */
export type SheetSpec = {
  readonly name: string;
  readonly visibility: 'visible' | 'veryHidden';
  readonly tabColor?: string;
  readonly showGridLines: boolean;
  /** One entry a column, from column A on. */
  readonly columns: readonly ColumnSpec[];
  /** Only rows that need a fixed height; every other row fits its text. */
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly cells: readonly CellSpec[];
  readonly merges: readonly RangeSpec[];
  readonly tables: readonly TableSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly conditionalFormats: readonly ConditionalFormatSpec[];
  readonly charts: readonly ChartSpec[];
  /** Rows and columns that stay in view; 0 for none. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  readonly protection: 'none' | 'sheet';
  readonly print: PrintSpec;
};

/** A column's width; `outline` columns are grouped and start folded away. */
export type ColumnSpec = { readonly width: number; readonly outline?: true };

/** One cell. A cell may have a style and no value. */
export type CellSpec = {
  readonly row: number;
  readonly column: number;
  readonly value: CellInput;
  readonly style: StyleSpec;
  /**
   * Whose the content is once the sheet is there: `people` enter it, the `plan` says it. Absent
   * for what is derived.
   */
  readonly owner?: 'people' | 'plan';
  /** A jump inside the workbook, for example to another sheet's cell. */
  readonly link?: { readonly sheet: string; readonly address: string };
};

/**
 * What is put into a cell. Text is always written as text, whatever it begins with. Dates are
 * ISO days. A formula (without "=") carries the result the domain computed, so that viewers
 * which do not recalculate (Protected View, previews) show it.
 */
export type CellInput =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'date'; readonly date: string }
  | {
      readonly kind: 'formula';
      readonly formula: string;
      readonly result: string | number | null;
    };

/** How a cell looks. Absent means Excel's default. */
export type StyleSpec = {
  readonly font?: FontSpec;
  readonly fill?: string;
  /** A box around the cell; or thin lines on some sides only, as where text runs over its neighbours. */
  readonly border?: 'thin' | 'hair' | 'input' | readonly Side[];
  readonly horizontal?: 'left' | 'center' | 'right' | 'justify';
  readonly vertical?: 'top' | 'center' | 'bottom';
  readonly wrap?: boolean;
  readonly indent?: number;
  readonly numberFormat?: string;
  /** Cells are locked unless this is false; it matters once the sheet is protected. */
  readonly locked?: false;
};

/** A side of a cell. */
export type Side = 'top' | 'right' | 'bottom' | 'left';

/** A font; `size` in points. */
export type FontSpec = {
  readonly name?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
};

/**
 * An Excel table over header row and body; the header cells are also in `cells`, with the same
 * words as `columns`. `range` includes the header row.
 */
export type TableSpec = {
  readonly name: string;
  readonly range: RangeSpec;
  readonly columns: readonly string[];
  readonly style: string;
  readonly showFilter: boolean;
  /** True where the rows are derived as a whole: a row the spec does not have goes. */
  readonly derived?: true;
};

/** A rule for typing into cells, with its words. `formula` texts have no leading "=". */
export type ValidationSpec = {
  readonly range: RangeSpec;
  readonly rule:
    | { readonly kind: 'list'; readonly values: readonly string[] }
    | { readonly kind: 'listRange'; readonly formula: string }
    | { readonly kind: 'decimal'; readonly min: number; readonly max: number }
    | { readonly kind: 'date'; readonly min: string; readonly max: string }
    | { readonly kind: 'custom'; readonly formula: string };
  readonly severity: 'stop' | 'warning' | 'information';
  readonly promptTitle: string;
  readonly prompt: string;
  readonly errorTitle: string;
  readonly error: string;
};

/** A colour rule: the formula (without "=") is written for the range's top left cell. */
export type ConditionalFormatSpec = {
  readonly range: RangeSpec;
  readonly formula: string;
  readonly fill?: string;
  readonly fontColor?: string;
  readonly bold?: boolean;
  readonly stopIfTrue: boolean;
};

/** A native chart over ranges of one sheet. */
export type ChartSpec = {
  readonly kind: 'bar' | 'stackedBar' | 'column' | 'doughnut';
  readonly title: string;
  readonly altText: string;
  readonly sheet: string;
  readonly categories: RangeSpec;
  readonly series: readonly {
    readonly name: string;
    readonly values: RangeSpec;
    readonly color?: string;
    /** One colour a point, for charts whose points are statuses. */
    readonly pointColors?: readonly string[];
  }[];
  /** Cells the chart covers. */
  readonly place: RangeSpec;
};

/** How a sheet prints (Nghị định 30/2020/NĐ-CP: A4, margins, repeated heads, page numbers). */
export type PrintSpec = {
  readonly orientation: 'portrait' | 'landscape';
  /** Paper other than A4, for tables of many columns. */
  readonly paper?: 'a3';
  /** Inches. */
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
    readonly header: number;
    readonly footer: number;
  };
  readonly area: RangeSpec | null;
  /** Rows repeated on each page, or null. */
  readonly titleRows: { readonly from: number; readonly to: number } | null;
  /** Columns repeated on each page, for sheets that are more than one page wide. */
  readonly titleColumns?: { readonly from: number; readonly to: number };
  /** Shrinks the sheet to the page's width; its length is free. */
  readonly fitToWidth: boolean;
  /** Pages side by side that `fitToWidth` shrinks to; one when it is not given. */
  readonly pagesAcross?: number;
  /** Rows after which a new page begins. */
  readonly breaksAfter?: readonly number[];
  /**
   * Rows that stay on one page, first those that matter most: a new page begins before rows that
   * would be cut by its end. Only files know the heights of their rows, and keep to it.
   */
  readonly together?: readonly { readonly from: number; readonly to: number }[];
  readonly centerHorizontally: boolean;
  /** Pages are counted from 1 on this sheet, and the first has neither header nor footer. */
  readonly ownPages?: true;
  /** Excel header/footer codes, such as "&C&P". */
  readonly header: string;
  readonly footer: string;
};
