import * as chartLooks from './chartLooks';
import * as charts from './charts';
import * as comments from './comments';
import * as format from './format';
import * as names from './names';
import type { ClassName, Targets } from './objects';
import * as page from './page';
import * as range from './range';
import * as rules from './rules';
import type { ClassTable } from './table';
import * as tables from './tables';
import * as workbook from './workbook';
import * as worksheets from './worksheets';

/** The members of every class this host knows. A member that is in no table does not exist. */
export const classes: { readonly [K in ClassName]: ClassTable<Targets[K]> } = {
  Workbook: workbook.workbookTable,
  Application: workbook.application,
  CultureInfo: workbook.cultureInfo,
  NumberFormatInfo: workbook.numberFormatInfo,
  DatetimeFormatInfo: workbook.datetimeFormatInfo,
  Runtime: workbook.runtime,
  WorkbookCreated: workbook.workbookCreated,
  DocumentProperties: workbook.documentProperties,
  CustomPropertyCollection: workbook.customProperties,
  CustomProperty: workbook.customProperty,
  WorksheetCollection: worksheets.worksheets,
  Worksheet: worksheets.worksheet,
  WorksheetProtection: worksheets.worksheetProtection,
  WorksheetFreezePanes: worksheets.freezePanes,
  WorksheetCustomPropertyCollection: worksheets.worksheetCustomProperties,
  WorksheetCustomProperty: worksheets.worksheetCustomProperty,
  PageLayout: page.pageLayout,
  HeaderFooterGroup: page.headerFooterGroup,
  HeaderFooter: page.headerFooter,
  PageBreakCollection: page.pageBreaks,
  PageBreak: page.pageBreak,
  AutoFilter: tables.autoFilter,
  Filter: tables.columnFilter,
  Range: range.rangeTable,
  RangeAreas: range.rangeAreas,
  RangeCollection: range.rangeCollection,
  RangeFormat: format.rangeFormat,
  RangeFill: format.rangeFill,
  RangeFont: format.rangeFont,
  RangeBorderCollection: format.rangeBorders,
  RangeBorder: format.rangeBorder,
  FormatProtection: format.formatProtection,
  DataValidation: rules.dataValidation,
  ConditionalFormatCollection: rules.conditionalFormats,
  ConditionalFormat: rules.conditionalFormat,
  CustomConditionalFormat: rules.customConditionalFormat,
  ConditionalFormatRule: rules.conditionalFormatRule,
  ConditionalRangeFormat: rules.conditionalRangeFormat,
  ConditionalRangeFill: rules.conditionalRangeFill,
  ConditionalRangeFont: rules.conditionalRangeFont,
  TableCollection: tables.tableCollection,
  TableScopedCollection: tables.tableScopedCollection,
  Table: tables.tableTable,
  TableColumnCollection: tables.tableColumns,
  TableColumn: tables.tableColumn,
  TableRowCollection: tables.tableRows,
  TableRow: tables.tableRow,
  NamedItemCollection: names.namedItems,
  NamedItem: names.namedItem,
  CommentCollection: comments.commentCollection,
  Comment: comments.commentTable,
  ChartCollection: charts.chartCollection,
  Chart: charts.chartTable,
  ChartTitle: charts.chartTitle,
  ChartLegend: charts.chartLegend,
  ChartSeriesCollection: charts.chartSeriesCollection,
  ChartSeries: charts.chartSeries,
  ChartSeriesFormat: charts.chartSeriesFormat,
  ChartPointsCollection: charts.chartPoints,
  ChartPoint: charts.chartPoint,
  ChartPointFormat: charts.chartPointFormat,
  ChartFill: charts.chartFill,
  ChartAxes: chartLooks.chartAxes,
  ChartAxis: chartLooks.chartAxis,
  ChartGridlines: chartLooks.chartGridlines,
  ChartDataLabels: chartLooks.chartDataLabels,
  ChartTextFormat: chartLooks.chartTextFormat,
  ChartFont: chartLooks.chartFont,
};
