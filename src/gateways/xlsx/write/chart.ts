import type { SheetChart } from 'hucre';
import type { CellSpec, ChartSpec, RangeSpec } from '../../../workbook/spec';
import { absoluteRange } from '../../../workbook/shared/references';
import { escapeXml, escapeXstring, fitText } from './text';

/** Values as they are, with none for a zero: a "0" beside every absent bar is only noise. */
const LABEL_FORMAT = 'General;-General;;';

/**
 * A chart as the file keeps it. Every point carries its value, so that no chart leans on colour
 * alone; the value axis and its lines would only repeat it. Bars run from the top down, as the
 * rows they stand for do.
 */
export function chartPart(chart: ChartSpec): SheetChart {
  const { place, kind } = chart;
  const horizontal = kind === 'bar' || kind === 'stackedBar';
  return {
    type: kind === 'stackedBar' ? 'bar' : kind,
    ...(kind === 'stackedBar' ? { barGrouping: 'stacked' } : {}),
    ...(kind === 'doughnut' ? { holeSize: 55 } : { gapWidth: 60 }),
    ...(chart.title === '' ? {} : { title: fitText(chart.title) }),
    titleFontSize: 12,
    titleBold: true,
    altText: fitText(chart.altText),
    legend: kind === 'doughnut' ? 'right' : chart.series.length > 1 ? 'bottom' : false,
    // The numbers stay in view when someone folds or hides the cells they come from.
    plotVisOnly: false,
    axes: {
      x: { reverse: horizontal, majorTickMark: 'none', minorTickMark: 'none' },
      y: { hidden: true, gridlines: { major: false } },
    },
    anchor: {
      from: { row: place.top - 1, col: place.left - 1 },
      to: { row: place.bottom, col: place.right },
    },
    series: chart.series.map((series) => ({
      name: fitText(series.name),
      values: absoluteRange(series.values, chart.sheet),
      categories: absoluteRange(chart.categories, chart.sheet),
      // No position: Excel calls a doughnut with one damaged, and each kind's own is right.
      dataLabels: {
        showValue: true,
        numberFormat: { formatCode: LABEL_FORMAT },
        // Inside a ring of many colours a number is read on white only.
        ...(kind === 'doughnut' ? { fillColor: 'FFFFFF' } : {}),
        ...(kind === 'stackedBar' && series.color !== undefined
          ? { fontColor: readableOn(series.color) }
          : {}),
      },
      ...(series.color === undefined ? {} : { color: series.color }),
      ...(series.pointColors === undefined
        ? {}
        : { dataPoints: series.pointColors.map((fillColor, idx) => ({ idx, fillColor })) }),
    })),
  };
}

/** Black or white, whichever stands out more on a colour (WCAG 2.2, relative luminance). */
export function readableOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '000000' : 'FFFFFF';
}

/**
 * The values a chart's ranges hold, in the order its part refers to them (categories, then
 * values, series by series), as the XML caches that previews draw from without calculating.
 */
export function chartCaches(
  chart: ChartSpec,
  cellAt: (row: number, column: number) => CellSpec | undefined,
): readonly string[] {
  const points = (range: RangeSpec): readonly (CellSpec | undefined)[] => {
    const cells: (CellSpec | undefined)[] = [];
    for (let row = range.top; row <= range.bottom; row++)
      for (let column = range.left; column <= range.right; column++)
        cells.push(cellAt(row, column));
    return cells;
  };
  const categories = points(chart.categories);
  return chart.series.flatMap((series) => {
    const values = points(series.values);
    const format = values.find((cell) => cell?.style.numberFormat)?.style.numberFormat;
    return [
      cache('str', '', categories, shownText),
      cache('num', element('c:formatCode', format ?? 'General'), values, shownNumber),
    ];
  });
}

function cache(
  kind: 'str' | 'num',
  head: string,
  cells: readonly (CellSpec | undefined)[],
  shown: (cell: CellSpec | undefined) => string | null,
): string {
  const points = cells.map((cell, index) => {
    const text = shown(cell);
    return text === null ? '' : `<c:pt idx="${String(index)}">${element('c:v', text)}</c:pt>`;
  });
  const count = `<c:ptCount val="${String(cells.length)}"/>`;
  return `<c:${kind}Cache>${head}${count}${points.join('')}</c:${kind}Cache>`;
}

function element(tag: string, text: string): string {
  return `<${tag}>${escapeXml(escapeXstring(fitText(text)))}</${tag}>`;
}

function shownText(cell: CellSpec | undefined): string | null {
  if (cell?.value.kind === 'text') return cell.value.text;
  if (cell?.value.kind === 'formula' && typeof cell.value.result === 'string')
    return cell.value.result;
  return shownNumber(cell);
}

function shownNumber(cell: CellSpec | undefined): string | null {
  if (cell?.value.kind === 'number') return String(cell.value.value);
  if (cell?.value.kind === 'formula' && typeof cell.value.result === 'number')
    return String(cell.value.result);
  return null;
}
