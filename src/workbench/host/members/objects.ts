import type { Edge } from '../model/style';
import type {
  Chart,
  ChartSeries,
  Comment,
  ConditionalFormat,
  DefinedName,
  HeldCells,
  Sheet,
  Table,
} from '../model/workbook';

/** Cells of a sheet as one object of the client: one area for a Range, several for RangeAreas. */
export type RangeTarget = HeldCells;

/** A table's column, by its place from the left (0 is the first). */
export type ColumnTarget = { readonly table: Table; readonly index: number };

/** A rule on cells, and the range it was reached through. */
export type FormatTarget = { readonly format: ConditionalFormat; readonly sheet: Sheet };

/** One of the manual page breaks of a sheet: the row or column behind it. */
export type BreakTarget = {
  readonly sheet: Sheet;
  readonly axis: 'row' | 'column';
  readonly at: number;
};

/** Something of a chart that is filled with a colour. */
export type FillTarget =
  | { readonly kind: 'series'; readonly series: ChartSeries }
  | { readonly kind: 'point'; readonly series: ChartSeries; readonly index: number }
  | { readonly kind: 'look'; readonly look: LookTarget };

/** A part of a chart or of a series, by its path, such as "axes.value". */
export type LookTarget = { readonly owner: Chart | ChartSeries; readonly part: string };

/**
 * What stands behind an object of each class of Excel's; `null` where the workbook itself does.
 * A new class gets its line here, a table of its members in a file beside this one, and its place
 * in `members/index.ts`.
 */
export type Targets = {
  Workbook: null;
  Application: null;
  CultureInfo: null;
  NumberFormatInfo: null;
  DatetimeFormatInfo: null;
  Runtime: null;
  DocumentProperties: null;
  CustomPropertyCollection: null;
  CustomProperty: string;
  WorksheetCollection: null;
  Worksheet: Sheet;
  WorksheetProtection: Sheet;
  WorksheetFreezePanes: Sheet;
  WorksheetCustomPropertyCollection: Sheet;
  WorksheetCustomProperty: { readonly sheet: Sheet; readonly key: string };
  PageLayout: Sheet;
  HeaderFooterGroup: Sheet;
  HeaderFooter: Sheet;
  PageBreakCollection: { readonly sheet: Sheet; readonly axis: 'row' | 'column' };
  PageBreak: BreakTarget;
  AutoFilter: { readonly sheet: Sheet; readonly table: Table | null };
  Filter: ColumnTarget;
  WorkbookCreated: { readonly id: string; readonly bytes: Uint8Array };
  Range: RangeTarget;
  RangeAreas: RangeTarget;
  RangeCollection: RangeTarget;
  RangeFormat: RangeTarget;
  RangeFill: RangeTarget;
  RangeFont: RangeTarget;
  RangeBorderCollection: RangeTarget;
  RangeBorder: { readonly range: RangeTarget; readonly edge: BorderEdge };
  FormatProtection: RangeTarget;
  DataValidation: RangeTarget;
  ConditionalFormatCollection: RangeTarget;
  ConditionalFormat: FormatTarget;
  CustomConditionalFormat: FormatTarget;
  ConditionalFormatRule: FormatTarget;
  ConditionalRangeFormat: FormatTarget;
  ConditionalRangeFill: FormatTarget;
  ConditionalRangeFont: FormatTarget;
  TableCollection: { readonly sheet: Sheet | null };
  TableScopedCollection: RangeTarget;
  Table: Table;
  TableColumnCollection: Table;
  TableColumn: ColumnTarget;
  TableRowCollection: Table;
  TableRow: { readonly table: Table; readonly index: number };
  NamedItemCollection: { readonly sheet: Sheet | null };
  NamedItem: DefinedName;
  CommentCollection: { readonly sheet: Sheet | null };
  Comment: Comment;
  ChartCollection: Sheet;
  Chart: Chart;
  ChartTitle: Chart;
  ChartLegend: Chart;
  ChartSeriesCollection: Chart;
  ChartSeries: { readonly chart: Chart; readonly series: ChartSeries };
  ChartSeriesFormat: ChartSeries;
  ChartPointsCollection: { readonly chart: Chart; readonly series: ChartSeries };
  ChartPoint: { readonly series: ChartSeries; readonly index: number };
  ChartPointFormat: { readonly series: ChartSeries; readonly index: number };
  ChartFill: FillTarget;
  ChartAxes: LookTarget;
  ChartAxis: LookTarget;
  ChartGridlines: LookTarget;
  ChartDataLabels: LookTarget;
  ChartTextFormat: LookTarget;
  ChartFont: LookTarget;
};

/** `Excel.BorderIndex` as far as this host keeps it. */
export type BorderEdge = Edge | 'insideHorizontal' | 'insideVertical';

/** A class of Excel's, by its name. */
export type ClassName = keyof Targets;

/** An object of the client: its class and what stands behind it. */
export class HostObject<K extends ClassName = ClassName> {
  constructor(
    readonly className: K,
    readonly target: Targets[K],
  ) {}
}
