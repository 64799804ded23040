import { readReference } from '../../host/members/cells';
import { wholeSheet } from '../../host/model/area';
import type { Chart, ChartSeries, Workbook } from '../../host/model/workbook';
import { shownTextAt } from '../../host/model/shownCells';
import { svg } from '../dom';
import { textWidth } from './measure';

/** Office's first six chart colours, for series that have none of their own. */
const palette = ['#4472C4', '#ED7D31', '#A5A5A5', '#FFC000', '#5B9BD5', '#70AD47'];

const FONT = '12px Carlito, "Liberation Sans", sans-serif';
const TITLE = 34;
const LEGEND = 24;
const EDGE = 12;

/** One series as it is drawn: a value and a colour for each category. */
type Drawn = {
  readonly name: string;
  readonly values: readonly number[];
  readonly colors: readonly string[];
};

type Data = { readonly categories: readonly string[]; readonly series: readonly Drawn[] };

type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

/**
 * A chart drawn simply, in a size in pixels: title, legend, categories, values and colours are
 * those of the chart. Bars and columns, stacked or not, and doughnuts; other kinds show their
 * values as bars.
 */
export function chartDrawing(
  chart: Chart,
  workbook: Workbook,
  size: { readonly width: number; readonly height: number },
): SVGElement {
  const data = dataOf(chart, workbook);
  const title = chart.titleVisible ? chart.titleText : '';
  const isRing = chart.type === 'Doughnut' || chart.type === 'Pie';
  const top = title === '' ? EDGE : TITLE;
  const legendBelow = chart.legendVisible && !isRing ? LEGEND : 0;
  const box = {
    left: EDGE,
    top,
    width: size.width - 2 * EDGE,
    height: size.height - top - EDGE - legendBelow,
  };
  return svg(
    'svg',
    {
      class: 'chart',
      viewBox: `0 0 ${size.width} ${size.height}`,
      role: 'img',
      'aria-label': chart.name === '' ? spoken(title, data) : chart.name,
    },
    [
      ...(title === ''
        ? []
        : [words(title, { x: size.width / 2, y: 22, anchor: 'middle', bold: true, size: 16 })]),
      ...(isRing ? ring(data, box) : bars(data, chart.type, box)),
      ...(legendBelow > 0 ? legend(data, size) : []),
    ],
  );
}

function dataOf(chart: Chart, workbook: Workbook): Data {
  const [first] = chart.series;
  const categories = first?.categories ? cellsOf(workbook, first.categories) : [];
  return {
    categories: categories.map(({ text }) => text),
    series: chart.series.map((series, index) => drawnSeries(series, index, chart, workbook)),
  };
}

function drawnSeries(series: ChartSeries, index: number, chart: Chart, workbook: Workbook): Drawn {
  const cells = series.values === null ? [] : cellsOf(workbook, series.values);
  const varied = chart.type === 'Doughnut' || chart.type === 'Pie';
  return {
    name: series.name,
    values: cells.map(({ number }) => number),
    colors: cells.map(
      (_, point) =>
        series.pointColors.get(point) ??
        series.color ??
        palette[(varied ? point : index) % palette.length] ??
        '#888888',
    ),
  };
}

function cellsOf(
  workbook: Workbook,
  reference: string,
): readonly { readonly text: string; readonly number: number }[] {
  const target = readReference(workbook, reference);
  if (!target) return [];
  const area = target.sheet.grid.used(wholeSheet, false);
  const bottom = Math.min(target.area.bottom, area?.bottom ?? 1);
  const right = Math.min(target.area.right, area?.right ?? 1);
  const found: { text: string; number: number }[] = [];
  for (let row = target.area.top; row <= bottom; row++)
    for (let column = target.area.left; column <= right; column++) {
      const cell = target.sheet.grid.get(row, column);
      found.push({
        text: shownTextAt(workbook, target.sheet, row, column),
        number: typeof cell.value === 'number' ? cell.value : 0,
      });
    }
  return found;
}

function spoken(title: string, { categories, series }: Data): string {
  const facts = categories.map(
    (category, index) =>
      `${category}: ${series.map(({ values }) => values[index] ?? 0).join(', ')}`,
  );
  return [title, ...facts].join('; ');
}

function words(
  text: string,
  at: {
    readonly x: number;
    readonly y: number;
    readonly anchor?: string;
    readonly bold?: boolean;
    readonly size?: number;
    readonly fill?: string;
  },
): SVGElement {
  return svg(
    'text',
    {
      x: at.x,
      y: at.y,
      'text-anchor': at.anchor ?? 'start',
      'font-size': at.size ?? 12,
      'font-weight': at.bold ? 'bold' : 'normal',
      fill: at.fill ?? '#333333',
    },
    [text],
  );
}

/** A text cut to a width, its end as three dots. */
function cut(text: string, width: number): string {
  if (textWidth(text, FONT) <= width) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, FONT) > width) kept = kept.slice(0, -1);
  return `${kept}…`;
}

function bars(data: Data, type: string, box: Box): SVGElement[] {
  const upright = type.startsWith('Column');
  const stacked = type.endsWith('Stacked');
  const sums = data.categories.map((_, index) => {
    const values = data.series.map(({ values: all }) => Math.max(0, all[index] ?? 0));
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(0, ...values);
  });
  const most = Math.max(1, ...sums);
  const label = upright
    ? 20
    : Math.min(
        box.width * 0.45,
        Math.max(0, ...data.categories.map((each) => textWidth(each, FONT))) + 8,
      );
  const length = upright ? box.height - label - 16 : box.width - label - 28;
  const band = (upright ? box.width : box.height) / Math.max(1, data.categories.length);
  const lanes = stacked ? 1 : Math.max(1, data.series.length);
  const thick = (band * 0.62) / lanes;
  return data.categories.flatMap((category, index) => {
    const middle = band * (index + 0.5);
    const name = upright
      ? words(cut(category, band - 4), {
          x: box.left + middle,
          y: box.top + box.height - 4,
          anchor: 'middle',
        })
      : words(cut(category, label - 8), {
          x: box.left + label - 8,
          y: box.top + middle + 4,
          anchor: 'end',
        });
    let stackedAt = 0;
    const drawn = data.series.flatMap(({ name: series, values, colors }, lane) => {
      const value = values[index] ?? 0;
      const size = (Math.max(0, value) / most) * length;
      const across = middle - (thick * lanes) / 2 + (stacked ? 0 : lane * thick);
      const from = stacked ? stackedAt : 0;
      stackedAt += size;
      if (value === 0) return [];
      const rectangle = upright
        ? {
            x: box.left + across,
            y: box.top + 16 + length - from - size,
            width: thick,
            height: size,
          }
        : { x: box.left + label + from, y: box.top + across, width: size, height: thick };
      const inside = stacked;
      return [
        svg('rect', { ...rectangle, fill: colors[index] ?? '#888888' }, [
          svg('title', {}, [`${category}, ${series}: ${value}`]),
        ]),
        ...(inside && size < 14
          ? []
          : [
              words(String(value), {
                x: upright
                  ? rectangle.x + thick / 2
                  : inside
                    ? rectangle.x + size / 2
                    : rectangle.x + size + 4,
                y: upright ? rectangle.y - 4 : rectangle.y + thick / 2 + 4,
                anchor: upright || inside ? 'middle' : 'start',
                fill: inside ? readableOn(colors[index] ?? '#888888') : '#333333',
              }),
            ]),
      ];
    });
    return [name, ...drawn];
  });
}

/** Black or white, whichever is read better on a colour. */
function readableOn(color: string): string {
  const part = (at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  return part(1) * 0.299 + part(3) * 0.587 + part(5) * 0.114 > 150 ? '#000000' : '#FFFFFF';
}

function legend({ series }: Data, size: { width: number; height: number }): SVGElement[] {
  const widths = series.map(({ name }) => textWidth(name, FONT) + 30);
  let x = Math.max(EDGE, (size.width - widths.reduce((sum, each) => sum + each, 0)) / 2);
  const y = size.height - LEGEND / 2;
  return series.flatMap(({ name, colors }, index) => {
    const at = x;
    x += widths[index] ?? 0;
    return [
      svg('rect', { x: at, y: y - 8, width: 10, height: 10, fill: colors[0] ?? '#888888' }),
      words(name, { x: at + 15, y: y + 1 }),
    ];
  });
}

/** A doughnut, with its legend at the right: every category with its value. */
function ring({ categories, series }: Data, box: Box): SVGElement[] {
  const [first] = series;
  if (!first) return [];
  const all = first.values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const radius = Math.min(box.height, box.width * 0.5) / 2 - 4;
  const center = { x: box.left + radius + 4, y: box.top + box.height / 2 };
  const circumference = 2 * Math.PI * radius * 0.775;
  let begun = 0;
  const parts = first.values.flatMap((value, index) => {
    if (value <= 0) return [];
    const share = (value / all) * circumference;
    const part = svg(
      'circle',
      {
        cx: center.x,
        cy: center.y,
        r: radius * 0.775,
        fill: 'none',
        stroke: first.colors[index] ?? '#888888',
        'stroke-width': radius * 0.45,
        'stroke-dasharray': `${share} ${circumference - share}`,
        'stroke-dashoffset': -begun,
        transform: `rotate(-90 ${center.x} ${center.y})`,
      },
      [svg('title', {}, [`${categories[index] ?? ''}: ${value}`])],
    );
    begun += share;
    return [part];
  });
  const left = center.x + radius + 16;
  const line = Math.min(18, box.height / Math.max(1, categories.length));
  const top = box.top + (box.height - line * categories.length) / 2;
  const names = categories.flatMap((category, index) => [
    svg('rect', {
      x: left,
      y: top + index * line + line / 2 - 5,
      width: 10,
      height: 10,
      fill: first.colors[index] ?? '#888888',
    }),
    words(cut(`${category}: ${first.values[index] ?? 0}`, box.left + box.width - left - 16), {
      x: left + 16,
      y: top + index * line + line / 2 + 4,
    }),
  ]);
  return [...parts, ...names];
}
