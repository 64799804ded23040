import { XmlScanner } from '../../../gateways/xlsx/read/xml';
import type { Area } from '../model/area';
import {
  plainSeries,
  type Chart,
  type ChartSeries,
  type Sheet,
  type Workbook,
} from '../model/workbook';
import { flag, number, walk, walkPart } from './walk';

/** A chart of a drawing: the id of its relationship, its words, and the cells it covers. */
export type PlacedChart = { readonly id: string; readonly name: string; readonly cover: Area };

/** Reads a drawing part: where its charts lie. */
export function readDrawing(xml: Uint8Array, part: string): readonly PlacedChart[] {
  const scanner = new XmlScanner(xml, part);
  const placed: PlacedChart[] = [];
  const corner = (): { row: number; column: number; inside: boolean } => {
    const found = { row: 0, column: 0, inside: false };
    walk(scanner, {
      col: () => {
        found.column = scanner.numberContent() ?? 0;
      },
      row: () => {
        found.row = scanner.numberContent() ?? 0;
      },
      colOff: () => {
        found.inside ||= (scanner.numberContent() ?? 0) > 0;
      },
    });
    return found;
  };
  walkPart(scanner, {
    twoCellAnchor: () => {
      let from = { row: 0, column: 0, inside: false };
      let to = from;
      const chart: { id: string | null; name: string } = { id: null, name: '' };
      walk(scanner, {
        from: () => {
          from = corner();
        },
        to: () => {
          to = corner();
        },
        cNvPr: () => {
          chart.name = scanner.attribute('descr') ?? scanner.attribute('name') ?? '';
        },
        chart: () => {
          chart.id = scanner.relationshipId();
        },
      });
      // The end is a cell that is not covered, unless the chart reaches into it.
      const reach = to.inside ? 1 : 0;
      const cover = {
        top: from.row + 1,
        left: from.column + 1,
        bottom: Math.max(from.row + 1, to.row + reach),
        right: Math.max(from.column + 1, to.column + reach),
      };
      if (chart.id !== null) placed.push({ id: chart.id, name: chart.name, cover });
    },
  });
  return placed;
}

/** Reads a chart part into the sheet it stands on. */
export function readChart(
  xml: Uint8Array,
  part: string,
  { workbook, sheet }: { readonly workbook: Workbook; readonly sheet: Sheet },
  { name, cover }: PlacedChart,
): void {
  const scanner = new XmlScanner(xml, part);
  let type = 'ColumnClustered';
  let title = '';
  const legend = { visible: false, position: 'Right' };
  let onlyVisible = true;
  const series: ChartSeries[] = [];
  const value = (): string => scanner.attribute('val') ?? '';
  const bars = (): void => {
    let direction = 'col';
    let grouping = 'clustered';
    walk(scanner, {
      barDir: () => {
        direction = value();
      },
      grouping: () => {
        grouping = value();
      },
      ser: () => {
        series.push(readSeries(scanner));
      },
    });
    const kind =
      grouping === 'stacked'
        ? 'Stacked'
        : grouping === 'percentStacked'
          ? 'Stacked100'
          : 'Clustered';
    type = `${direction === 'bar' ? 'Bar' : 'Column'}${kind}`;
  };
  const ring = (kind: string) => (): void => {
    type = kind;
    walk(scanner, {
      ser: () => {
        series.push(readSeries(scanner));
      },
    });
  };
  walkPart(scanner, {
    title: () => {
      walk(scanner, {
        t: () => {
          title += scanner.content();
        },
      });
    },
    barChart: bars,
    doughnutChart: ring('Doughnut'),
    pieChart: ring('Pie'),
    lineChart: ring('Line'),
    legend: () => {
      legend.visible = true;
      walk(scanner, {
        legendPos: () => {
          legend.position = value() === 'b' ? 'Bottom' : 'Right';
        },
      });
    },
    plotVisOnly: () => {
      onlyVisible = flag(scanner, 'val', true);
    },
  });
  sheet.charts.push({
    ...emptyChart(workbook, sheet),
    name,
    type,
    source: series[0]?.values ?? '',
    cover,
    titleText: title,
    titleVisible: title !== '',
    plotVisibleOnly: onlyVisible,
    legendVisible: legend.visible,
    legendPosition: legend.position,
    series,
  });
}

function emptyChart(
  workbook: Workbook,
  sheet: Sheet,
): Pick<Chart, 'id' | 'sheet' | 'top' | 'left' | 'width' | 'height'> {
  const id = `{chart-${workbook.nextId()}}`;
  return { id, sheet, top: 0, left: 0, width: 360, height: 216 };
}

function readSeries(scanner: XmlScanner): ChartSeries {
  const series = plainSeries('');
  const reference = (): string | null => {
    let found: string | null = null;
    walk(scanner, {
      f: () => {
        found = scanner.content();
      },
    });
    return found;
  };
  const color = (): string | null => {
    let found: string | null = null;
    walk(scanner, {
      ln: () => {
        scanner.skip();
      },
      srgbClr: () => {
        found = `#${scanner.attribute('val') ?? '000000'}`;
      },
    });
    return found;
  };
  walk(scanner, {
    tx: () => {
      walk(scanner, {
        v: () => {
          series.name = scanner.content();
        },
      });
    },
    dPt: () => {
      let index = 0;
      walk(scanner, {
        idx: () => {
          index = number(scanner, 'val') ?? 0;
        },
        spPr: () => {
          const found = color();
          if (found !== null) series.pointColors.set(index, found);
        },
      });
    },
    dLbls: () => {
      series.hasDataLabels = true;
      scanner.skip();
    },
    spPr: () => {
      series.color = color();
    },
    cat: () => {
      series.categories = reference();
    },
    val: () => {
      series.values = reference();
    },
  });
  return series;
}
