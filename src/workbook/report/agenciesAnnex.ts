import {
  buckets,
  slippingIndicatorStatuses,
  type Bucket,
  type IndicatorStatus,
} from '../../domain/assessment/status';
import { bucketWords } from '../../messages/words';
import { criterion } from '../shared/references';
import { indicatorStatusText } from '../shared/rules';
import { annexSheet, type AnnexHead, type PlacedAnnex } from './annex';
import { formula, number, text, type Content } from './grid';
import type { IndicatorColumn } from './indicatorsAnnex';
import { inIdList, subtitlesOf, type ReportInput } from './input';
import type { TaskColumn } from './tasksAnnex';

/** The columns of the annex by agency. */
export type AgencyColumn = 'code' | 'name' | 'indicators' | 'met' | 'slipping' | 'tasks' | Bucket;

/** What one agency leads, counted. */
export type AgencyCounts = {
  readonly id: string;
  readonly name: string;
  readonly indicators: readonly IndicatorStatus[];
  readonly buckets: readonly Bucket[];
};

/** The rows each agency leads; a row with two leads counts for both. Most rows first. */
export function agencyCounts({ book, assessment }: ReportInput): readonly AgencyCounts[] {
  const counts = new Map(
    book.plan.agencies.map(({ id, name }) => [
      id,
      { id, name, indicators: [] as IndicatorStatus[], buckets: [] as Bucket[] },
    ]),
  );
  for (const { indicator, status } of assessment.indicators)
    for (const id of new Set(indicator.leads)) counts.get(id)?.indicators.push(status);
  for (const { task, bucket } of assessment.tasks)
    for (const id of new Set(task.leads)) counts.get(id)?.buckets.push(bucket);
  const size = (each: AgencyCounts): number => each.indicators.length + each.buckets.length;
  return [...counts.values()]
    .filter((each) => size(each) > 0)
    .sort((a, b) => size(b) - size(a) || a.name.localeCompare(b.name, 'vi'));
}

/** Lays out the counts by lead agency, as formulas over the annexes of indicators and tasks. */
export function agenciesAnnex(
  input: ReportInput,
  agencies: readonly AgencyCounts[],
  indicators: PlacedAnnex<IndicatorColumn>,
  tasks: PlacedAnnex<TaskColumn>,
): PlacedAnnex<AgencyColumn> {
  const rowContents = (agency: AgencyCounts, index: number): Content[] => {
    const id = inIdList(agency.id);
    const led = (status: string): string =>
      `COUNTIFS(${indicators.column('leads')},${id},${indicators.column('status')},${criterion(status)})`;
    return [
      number(index + 1, 'count'),
      text(agency.name, 'text'),
      formula(`COUNTIF(${indicators.column('leads')},${id})`, agency.indicators.length, 'tally'),
      formula(
        led(indicatorStatusText('met')),
        agency.indicators.filter((status) => status === 'met').length,
        'tally',
      ),
      formula(
        [...slippingIndicatorStatuses].map((status) => led(indicatorStatusText(status))).join('+'),
        agency.indicators.filter((status) => slippingIndicatorStatuses.has(status)).length,
        'tally',
      ),
      formula(`COUNTIF(${tasks.column('leads')},${id})`, agency.buckets.length, 'tally'),
      ...buckets.map((bucket) =>
        formula(
          `COUNTIFS(${tasks.column('leads')},${id},${tasks.column('bucket')},${criterion(bucketWords[bucket].vi)})`,
          agency.buckets.filter((each) => each === bucket).length,
          'tally',
        ),
      ),
    ];
  };
  return annexSheet<AgencyColumn>({
    sheet: 'Phụ lục IV - Cơ quan',
    table: 'PhuLuc4',
    title: 'PHỤ LỤC IV\nKẾT QUẢ THEO CƠ QUAN CHỦ TRÌ',
    subtitles: subtitlesOf(input, 'Dòng có nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.'),
    heads: [
      { key: 'code', words: 'TT', width: 6 },
      { key: 'name', words: 'Cơ quan chủ trì', width: 44 },
      { key: 'indicators', words: 'Chỉ tiêu', width: 10 },
      { key: 'met', words: 'Chỉ tiêu đạt', width: 10 },
      { key: 'slipping', words: 'Chỉ tiêu chậm', width: 10 },
      { key: 'tasks', words: 'Nhiệm vụ', width: 10 },
      ...buckets.map((key): AnnexHead<AgencyColumn> => ({
        key,
        words: bucketWords[key].vi,
        width: 12,
      })),
    ],
    lines: agencies.map((agency, index) => ({
      kind: 'row',
      id: agency.id,
      contents: rowContents(agency, index),
    })),
    whenEmpty: 'Kế hoạch không nêu cơ quan chủ trì.',
  });
}
