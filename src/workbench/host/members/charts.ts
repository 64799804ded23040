import { z } from 'zod';
import { invalid, notFound } from '../fault';
import { boundingArea, columnCount, rowCount, type Area } from '../model/area';
import { refuseProtected } from '../model/guard';
import {
  plainSeries,
  type Chart,
  type ChartSeries,
  type Sheet,
  type Workbook,
} from '../model/workbook';
import { absoluteAddress, areaOf, resolveArea } from './cells';
import { fillLook } from './chartLooks';
import { STANDARD_HEIGHT, STANDARD_WIDTH } from './format';
import { HostObject, type FillTarget } from './objects';
import {
  action,
  classTable,
  color,
  link,
  method,
  objectOf,
  scalar,
  settable,
  whole,
  type Member,
} from './table';

/** The chart types this host keeps, those the workbooks of this project use and their kin. */
const chartType = z.enum([
  'ColumnClustered',
  'ColumnStacked',
  'ColumnStacked100',
  'BarClustered',
  'BarStacked',
  'BarStacked100',
  'Line',
  'LineMarkers',
  'Pie',
  'Doughnut',
]);

function asObject(chart: Chart): HostObject<'Chart'> {
  return new HostObject('Chart', chart);
}

function find(sheet: Sheet, key: unknown): HostObject<'Chart'> | null {
  const chart = sheet.charts.find((each) => each.id === key || each.name === key);
  return chart ? asObject(chart) : null;
}

/** A series a column, or a row: the first holds the categories, the first cell of each the name. */
function seriesOf(sheet: Sheet, area: Area, byRows: boolean): ChartSeries[] {
  const lines = byRows ? rowCount(area) : columnCount(area);
  const [first, ...rest] = Array.from({ length: lines }, (_, index) =>
    byRows
      ? { ...area, top: area.top + index, bottom: area.top + index }
      : { ...area, left: area.left + index, right: area.left + index },
  );
  if (!first) return [];
  const body = (line: Area): Area =>
    byRows ? { ...line, left: line.left + 1 } : { ...line, top: line.top + 1 };
  const depth = byRows ? columnCount(area) : rowCount(area);
  if (rest.length === 0 || depth === 1) {
    const series = plainSeries('');
    series.values = absoluteAddress(sheet, area);
    return [series];
  }
  return rest.map((line) => {
    const { value } = sheet.grid.get(line.top, line.left);
    const series = plainSeries(typeof value === 'string' ? value : '');
    series.values = absoluteAddress(sheet, body(line));
    series.categories = absoluteAddress(sheet, body(first));
    return series;
  });
}

function addChart(
  workbook: Workbook,
  sheet: Sheet,
  type: string,
  source: { readonly sheet: Sheet; readonly area: Area },
  by: 'Auto' | 'Columns' | 'Rows',
): Chart {
  refuseProtected(sheet, 'allowEditObjects');
  const { area } = source;
  const byRows = by === 'Rows' || (by === 'Auto' && columnCount(area) > rowCount(area));
  const number = workbook.nextId();
  const series = seriesOf(source.sheet, area, byRows);
  const chart: Chart = {
    id: `{chart-${number}}`,
    sheet,
    name: `Chart ${number}`,
    type,
    source: absoluteAddress(source.sheet, area),
    top: 0,
    left: 0,
    width: 360,
    height: 216,
    cover: null,
    titleText: series.length === 1 ? (series[0]?.name ?? '') : 'Chart Title',
    titleVisible: true,
    plotVisibleOnly: true,
    legendVisible: true,
    legendPosition: 'Bottom',
    series,
  };
  sheet.charts.push(chart);
  return chart;
}

/** `Excel.ChartCollection`. */
export const chartCollection = classTable<Sheet>(
  {
    Count: scalar(({ charts }) => charts.length),
    GetCount: action(({ charts }) => charts.length),
    Add: method(
      z.tuple([chartType, objectOf('Range'), z.enum(['Auto', 'Columns', 'Rows']).nullish()]),
      (sheet, [type, source, by], { workbook }) =>
        asObject(
          addChart(
            workbook,
            sheet,
            type,
            { sheet: source.target.sheet, area: areaOf(source.target) },
            by ?? 'Auto',
          ),
        ),
    ),
    GetItem: method(z.tuple([z.string()]), (sheet, [key]) => {
      const chart = find(sheet, key);
      if (!chart) throw notFound(`chart ${key}`);
      return chart;
    }),
    GetItemAt: method(z.tuple([whole]), (sheet, [index]) => {
      const chart = sheet.charts[index];
      if (!chart) throw notFound(`chart ${index}`);
      return asObject(chart);
    }),
    GetItemOrNullObject: method(z.tuple([z.string()]), (sheet, [key]) => find(sheet, key)),
  },
  { items: ({ charts }) => charts.map(asObject), item: find },
);

function size(fact: 'top' | 'left' | 'width' | 'height'): Member<Chart> {
  return settable(
    z.number().nonnegative(),
    (chart: Chart) => chart[fact],
    (chart, points) => {
      chart[fact] = points;
      chart.cover = null;
    },
  );
}

/** The distance of a row or column from the sheet's corner, in points. */
function distance(sheet: Sheet, axis: 'row' | 'column', line: number): number {
  const bands = axis === 'row' ? sheet.rows : sheet.columns;
  const standard = axis === 'row' ? STANDARD_HEIGHT : STANDARD_WIDTH;
  let points = 0;
  for (let each = 1; each < line; each++) {
    const band = bands.get(each);
    if (!band?.hidden) points += band?.size ?? standard;
  }
  return points;
}

const anyRange = z.union([z.string(), objectOf('Range')]);

/** `Excel.Chart`. */
export const chartTable = classTable<Chart>(
  {
    Id: scalar(({ id }) => id),
    Name: settable(
      z.string().min(1),
      ({ name }) => name,
      (chart, name) => {
        chart.name = name;
      },
    ),
    ChartType: settable(
      chartType,
      ({ type }) => type,
      (chart, type) => {
        chart.type = type;
      },
    ),
    Top: size('top'),
    Left: size('left'),
    Width: size('width'),
    Height: size('height'),
    Title: link((chart) => new HostObject('ChartTitle', chart)),
    Axes: link((owner) => new HostObject('ChartAxes', { owner, part: 'axes' })),
    PlotVisibleOnly: settable(
      z.boolean(),
      ({ plotVisibleOnly }) => plotVisibleOnly,
      (chart, given) => {
        chart.plotVisibleOnly = given;
      },
    ),
    Legend: link((chart) => new HostObject('ChartLegend', chart)),
    Series: link((chart) => new HostObject('ChartSeriesCollection', chart)),
    Worksheet: link(({ sheet }) => new HostObject('Worksheet', sheet)),
    SetPosition: method(z.tuple([anyRange, anyRange.nullish()]), (chart, [start, end], host) => {
      const area = (given: string | HostObject<'Range'>): Area =>
        typeof given === 'string'
          ? resolveArea(host.workbook, chart.sheet, given)
          : areaOf(given.target);
      const cover = boundingArea(area(start), area(end ?? start));
      chart.top = distance(chart.sheet, 'row', cover.top);
      chart.left = distance(chart.sheet, 'column', cover.left);
      if (end === null || end === undefined) return;
      chart.height = distance(chart.sheet, 'row', cover.bottom + 1) - chart.top;
      chart.width = distance(chart.sheet, 'column', cover.right + 1) - chart.left;
      chart.cover = cover;
    }),
    SetData: method(
      z.tuple([objectOf('Range'), z.enum(['Auto', 'Columns', 'Rows']).nullish()]),
      (chart, [source, by]) => {
        const area = areaOf(source.target);
        const byRows = by === 'Rows' || (by !== 'Columns' && columnCount(area) > rowCount(area));
        chart.source = absoluteAddress(source.target.sheet, area);
        chart.series.splice(0, chart.series.length, ...seriesOf(source.target.sheet, area, byRows));
      },
    ),
    Delete: action((chart) => {
      refuseProtected(chart.sheet, 'allowEditObjects');
      chart.sheet.charts.splice(chart.sheet.charts.indexOf(chart), 1);
    }),
  },
  { identity: ({ id }) => ({ Id: id }) },
);

/** `Excel.ChartTitle`. */
export const chartTitle = classTable<Chart>({
  Text: settable(
    z.string(),
    ({ titleText }) => titleText,
    (chart, text) => {
      chart.titleText = text;
      chart.titleVisible = true;
    },
  ),
  Visible: settable(
    z.boolean(),
    ({ titleVisible }) => titleVisible,
    (chart, visible) => {
      chart.titleVisible = visible;
    },
  ),
  Format: link((owner) => new HostObject('ChartTextFormat', { owner, part: 'title' })),
});

/** `Excel.ChartLegend`. */
export const chartLegend = classTable<Chart>({
  Visible: settable(
    z.boolean(),
    ({ legendVisible }) => legendVisible,
    (chart, visible) => {
      chart.legendVisible = visible;
    },
  ),
  Position: settable(
    z.enum(['Top', 'Bottom', 'Left', 'Right', 'Corner']),
    ({ legendPosition }) => legendPosition,
    (chart, position) => {
      chart.legendPosition = position;
    },
  ),
});

function seriesObjects(chart: Chart): readonly HostObject<'ChartSeries'>[] {
  return chart.series.map((series) => new HostObject('ChartSeries', { chart, series }));
}

/** `Excel.ChartSeriesCollection`. */
export const chartSeriesCollection = classTable<Chart>(
  {
    Count: scalar(({ series }) => series.length),
    GetCount: action(({ series }) => series.length),
    Add: method(z.tuple([z.string().nullish(), whole.nullish()]), (chart, [name, index]) => {
      const series = plainSeries(name ?? '');
      chart.series.splice(index ?? chart.series.length, 0, series);
      return new HostObject('ChartSeries', { chart, series });
    }),
    GetItemAt: method(z.tuple([whole]), (chart, [index]) => {
      const series = seriesObjects(chart)[index];
      if (!series) throw notFound(`series ${index}`);
      return series;
    }),
  },
  { items: seriesObjects },
);

type SeriesTarget = { readonly chart: Chart; readonly series: ChartSeries };

function seriesFact<
  K extends 'name' | 'hasDataLabels' | 'gapWidth' | 'overlap' | 'doughnutHoleSize',
>(fact: K, schema: z.ZodType<ChartSeries[K]>): Member<SeriesTarget> {
  return settable(
    schema,
    ({ series }: SeriesTarget) => series[fact],
    ({ series }, value) => {
      series[fact] = value;
    },
  );
}

/** `Excel.ChartSeries`. */
export const chartSeries = classTable<SeriesTarget>({
  Name: seriesFact('name', z.string()),
  ChartType: settable(
    chartType,
    ({ chart, series }) => series.chartType ?? chart.type,
    ({ series }, type) => {
      series.chartType = type;
    },
  ),
  HasDataLabels: seriesFact('hasDataLabels', z.boolean()),
  DataLabels: link(
    ({ series }) => new HostObject('ChartDataLabels', { owner: series, part: 'labels' }),
  ),
  GapWidth: seriesFact('gapWidth', z.number().int().min(0).max(500)),
  Overlap: seriesFact('overlap', z.number().int().min(-100).max(100)),
  DoughnutHoleSize: seriesFact('doughnutHoleSize', z.number().int().min(10).max(90)),
  Format: link(({ series }) => new HostObject('ChartSeriesFormat', series)),
  Points: link((target) => new HostObject('ChartPointsCollection', target)),
  SetValues: method(z.tuple([objectOf('Range')]), ({ series }, [source]) => {
    series.values = absoluteAddress(source.target.sheet, areaOf(source.target));
  }),
  SetXAxisValues: method(z.tuple([objectOf('Range')]), ({ series }, [source]) => {
    series.categories = absoluteAddress(source.target.sheet, areaOf(source.target));
  }),
  GetDimensionDataSourceString: method(
    z.tuple([z.enum(['Categories', 'Values'])]),
    ({ series }, [dimension]) => {
      const source = dimension === 'Values' ? series.values : series.categories;
      if (source === null) throw invalid(`The series has no ${dimension.toLowerCase()}.`);
      return source;
    },
  ),
  Delete: action(({ chart, series }) => {
    chart.series.splice(chart.series.indexOf(series), 1);
  }),
});

/** `Excel.ChartSeriesFormat`. */
export const chartSeriesFormat = classTable<ChartSeries>({
  Fill: link((series) => new HostObject('ChartFill', { kind: 'series', series })),
});

function pointCount({ chart, series }: SeriesTarget): number {
  const address = series.values ?? chart.source;
  const [, from, to] = /\$(\d+)(?::\$[A-Z]+\$(\d+))?$/.exec(address) ?? [];
  return from === undefined ? 0 : Number(to ?? from) - Number(from) + 1;
}

/** `Excel.ChartPointsCollection`. */
export const chartPoints = classTable<SeriesTarget>({
  Count: scalar(pointCount),
  GetCount: action(pointCount),
  GetItemAt: method(z.tuple([whole]), (target, [index]) => {
    if (index >= pointCount(target)) throw notFound(`point ${index}`);
    return new HostObject('ChartPoint', { series: target.series, index });
  }),
});

type PointTarget = { readonly series: ChartSeries; readonly index: number };

/** `Excel.ChartPoint`. */
export const chartPoint = classTable<PointTarget>({
  Format: link((point) => new HostObject('ChartPointFormat', point)),
});

/** `Excel.ChartPointFormat`. */
export const chartPointFormat = classTable<PointTarget>({
  Fill: link((point) => new HostObject('ChartFill', { kind: 'point', ...point })),
});

/** `Excel.ChartFill`. */
export const chartFill = classTable<FillTarget>({
  SetSolidColor: method(z.tuple([color]), (target, [given]) => {
    if (target.kind === 'look') fillLook(target.look, given);
    else if (target.kind === 'point') target.series.pointColors.set(target.index, given);
    else target.series.color = given;
  }),
  Clear: action((target) => {
    if (target.kind === 'look') fillLook(target.look, null);
    else if (target.kind === 'point') target.series.pointColors.delete(target.index);
    else target.series.color = null;
  }),
});
