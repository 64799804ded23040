import type { BookAssessment } from '../../../domain/assessment/book';
import { block, blockCells, blockMerges, textInput } from '../../shared/cells';
import { indicatorLooks, taskLooks, workingPage } from '../../shared/looks';
import { indicatorStatusText, taskStatusText } from '../../shared/rules';
import type { ChartSpec, RangeSpec, SheetSpec } from '../../spec';
import { trackingNames, trackingSheets } from '../columns';
import type { TrackingContent } from '../content';
import { indicatorsToWatch, tasksToWatch, type Places } from '../formulas';
import { styles } from '../styles';
import { asOfLine, footMark, planLine, sampleBlock } from '../tableSheet';
import { agencyBlocks, sectionBlocks } from './breakdown';
import {
  bucketCounts,
  countTable,
  indicatorCounts,
  leftHalf,
  rightHalf,
  taskCounts,
  type Counted,
  type CountTable,
} from './counts';
import { rateBlocks, tileBlocks } from './figures';
import { GRID, onRow } from './grid';
import { indicatorList, listFormats, listHeights, listRows, taskList } from './lists';

const TILES_ROW = 5;
const STATUS_ROW = 9;
const CHART_ROWS = 17;

/** The dashboard: counts, charts, the government's buckets, what to look at first, by agency. */
export function overviewSheet(
  content: TrackingContent,
  places: Places,
  assessment: BookAssessment,
): SheetSpec {
  const { summary } = assessment;
  const counted = {
    indicators: indicatorCounts(places, summary),
    tasks: taskCounts(places, summary),
    buckets: bucketCounts(places, summary),
  };
  const chartRow = STATUS_ROW + counted.tasks.length + 4;
  const bucketRow = chartRow + CHART_ROWS + 1;
  const rateRow = bucketRow + counted.buckets.length + 4;
  const listTop = rateRow + 7;
  const taskListTop = listTop + listRows + 1;
  const agencyRow = taskListTop + listRows + 1;
  const tables = {
    indicators: countTable(
      'Chỉ tiêu theo trạng thái',
      'Trạng thái',
      STATUS_ROW,
      leftHalf,
      counted.indicators,
    ),
    tasks: countTable(
      'Nhiệm vụ theo trạng thái',
      'Trạng thái',
      STATUS_ROW,
      rightHalf,
      counted.tasks,
    ),
    buckets: countTable(
      'Nhiệm vụ theo nhóm thống kê',
      'Nhóm',
      bucketRow,
      leftHalf,
      counted.buckets,
    ),
  };
  const agencies = agencyBlocks(agencyRow, content, places, assessment);
  const sectionRow = agencyRow + agencies.rows + 1;
  const sections = sectionBlocks(sectionRow, places, assessment);
  const blocks = [
    block(
      onRow(1)(1, GRID.columns),
      textInput(`TỔNG QUAN TIẾN ĐỘ – ${content.plan.title}`),
      styles.title,
    ),
    block(onRow(2)(1, GRID.columns), textInput(planLine(content)), styles.subtitle),
    block(onRow(3)(1, GRID.columns), asOfLine(content), styles.line),
    sampleBlock(content, 4, GRID.columns),
    ...tileBlocks(TILES_ROW, tables, places, assessment),
    ...tables.indicators.blocks,
    ...tables.tasks.blocks,
    ...tables.buckets.blocks,
    ...rateBlocks(rateRow, tables, places, assessment),
    ...indicatorList(listTop, places, assessment, content),
    ...taskList(taskListTop, places, assessment, content),
    ...agencies.blocks,
    ...sections.blocks,
  ];
  return {
    name: trackingSheets.overview,
    visibility: 'visible',
    tabColor: '1F3864',
    showGridLines: false,
    columns: Array.from({ length: GRID.columns }, () => ({ width: GRID.width })),
    rowHeights: [
      ...(content.sample ? [] : [{ row: 4, height: 6 }]),
      { row: TILES_ROW + 1, height: 32 },
      { row: STATUS_ROW - 1, height: 8 },
      ...listHeights(listTop),
      ...listHeights(taskListTop),
    ],
    cells: blockCells(blocks),
    merges: blockMerges(blocks),
    tables: [],
    validations: [],
    conditionalFormats: [
      {
        range: onRow(3)(1, GRID.columns),
        formula: `NOT(ISNUMBER(${trackingNames.asOf}))`,
        fontColor: 'B00020',
        bold: true,
        stopIfTrue: false,
      },
      ...listFormats(
        listTop,
        indicatorsToWatch.map((status) => [indicatorStatusText(status), indicatorLooks[status]]),
      ),
      ...listFormats(
        taskListTop,
        tasksToWatch.map((status) => [taskStatusText(status), taskLooks[status]]),
      ),
    ],
    charts: [
      chart('bar', 'Số chỉ tiêu theo trạng thái', tables.indicators, counted.indicators, {
        top: chartRow,
        left: 1,
        bottom: chartRow + CHART_ROWS - 1,
        right: 10,
      }),
      chart('bar', 'Số nhiệm vụ theo trạng thái', tables.tasks, counted.tasks, {
        top: chartRow,
        left: 11,
        bottom: chartRow + CHART_ROWS - 1,
        right: 20,
      }),
      chart('doughnut', 'Nhiệm vụ theo nhóm thống kê', tables.buckets, counted.buckets, {
        top: bucketRow,
        left: 11,
        bottom: rateRow + 5,
        right: 20,
      }),
    ],
    freeze: { rows: 0, columns: 0 },
    protection: 'none',
    print: {
      ...workingPage(
        'portrait',
        { top: 1, left: 1, bottom: sectionRow + sections.rows, right: GRID.columns },
        null,
        footMark(content, 'TỔNG QUAN'),
      ),
      // The first page is the leader's: figures and charts. Lists and tables follow.
      breaksAfter: [listTop - 1],
    },
  };
}

function chart(
  kind: ChartSpec['kind'],
  title: string,
  table: CountTable,
  counts: readonly Counted[],
  place: RangeSpec,
): ChartSpec {
  return {
    kind,
    title,
    altText: `${title}: ${counts.map(({ words, count }) => `${words} ${String(count)}`).join('; ')}`,
    sheet: trackingSheets.overview,
    categories: table.labels,
    series: [
      { name: title, values: table.counts, pointColors: counts.map(({ look }) => look.strong) },
    ],
    place,
  };
}
