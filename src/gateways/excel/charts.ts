import type { ChartSpec } from '../../workbook/spec';
import { readableOn } from '../xlsx/write/chart';
import { cellAddress } from '../../domain/snapshot';
import { fitText, rangeAddress } from '../xlsx/write/text';
import type { Batch } from './batch';

/** Values as they are, with none for a zero, as in files. */
const LABEL_FORMAT = 'General;-General;;';

const kinds = {
  bar: 'BarClustered',
  stackedBar: 'BarStacked',
  column: 'ColumnClustered',
  doughnut: 'Doughnut',
} as const;

/**
 * Draws a chart with the choices of the file renderer. Excel gives charts no description through
 * this interface, so its words become the chart's name, which screen readers say.
 */
export async function drawChart(
  batch: Batch,
  sheet: Excel.Worksheet,
  source: Excel.Worksheet,
  chart: ChartSpec,
): Promise<void> {
  const points = chart.series.reduce((sum, { pointColors }) => sum + (pointColors?.length ?? 0), 0);
  await batch.room(2_000, 30 + 24 * chart.series.length + 4 * points);
  const [first] = chart.series;
  if (!first) return;
  const drawn = sheet.charts.add(
    kinds[chart.kind],
    source.getRange(rangeAddress(first.values)),
    'Columns',
  );
  drawn.name = fitText(chart.altText, 255);
  const { place } = chart;
  drawn.setPosition(cellAddress(place.top, place.left), cellAddress(place.bottom, place.right));
  drawn.title.visible = chart.title !== '';
  if (chart.title !== '') {
    drawn.title.text = fitText(chart.title);
    drawn.title.format.font.size = 12;
    drawn.title.format.font.bold = true;
  }
  const ring = chart.kind === 'doughnut';
  drawn.legend.visible = ring || chart.series.length > 1;
  if (ring || chart.series.length > 1) drawn.legend.position = ring ? 'Right' : 'Bottom';
  drawn.plotVisibleOnly = false;
  if (!ring) {
    const { categoryAxis, valueAxis } = drawn.axes;
    categoryAxis.reversePlotOrder = chart.kind !== 'column';
    categoryAxis.majorTickMark = 'None';
    categoryAxis.minorTickMark = 'None';
    valueAxis.visible = false;
    valueAxis.majorGridlines.visible = false;
  }
  for (const [index, series] of chart.series.entries()) {
    const line = index === 0 ? drawn.series.getItemAt(0) : drawn.series.add();
    line.name = fitText(series.name);
    if (index > 0) line.setValues(source.getRange(rangeAddress(series.values)));
    line.setXAxisValues(source.getRange(rangeAddress(chart.categories)));
    if (ring) line.doughnutHoleSize = 55;
    else line.gapWidth = 60;
    if (series.color !== undefined) line.format.fill.setSolidColor(`#${series.color}`);
    line.hasDataLabels = true;
    line.dataLabels.showValue = true;
    line.dataLabels.numberFormat = LABEL_FORMAT;
    if (ring) line.dataLabels.format.fill.setSolidColor('#FFFFFF');
    if (chart.kind === 'stackedBar' && series.color !== undefined)
      line.dataLabels.format.font.color = `#${readableOn(series.color)}`;
    for (const [point, color] of (series.pointColors ?? []).entries())
      line.points.getItemAt(point).format.fill.setSolidColor(`#${color}`);
  }
}
