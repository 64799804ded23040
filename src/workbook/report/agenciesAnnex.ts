import {
  slippingIndicatorStatuses,
  type Bucket,
  type IndicatorStatus,
} from '../../domain/assessment/status';
import { annexSheet, type PlacedAnnex } from './annex';
import { number, text } from './grid';
import { subtitlesOf, type ReportInput } from './input';

/** What one agency leads, counted. */
export type AgencyCounts = {
  readonly name: string;
  readonly indicators: readonly IndicatorStatus[];
  readonly buckets: readonly Bucket[];
};

/** The rows each agency leads; a row with two leads counts for both. Most rows first. */
export function agencyCounts({ book, assessment }: ReportInput): readonly AgencyCounts[] {
  const counts = book.plan.agencies.map((agency) => ({
    name: agency.name,
    indicators: assessment.indicators
      .filter((row) => row.indicator.leads.includes(agency.id))
      .map((row) => row.status),
    buckets: assessment.tasks
      .filter((row) => row.task.leads.includes(agency.id))
      .map((row) => row.bucket),
  }));
  const size = (each: AgencyCounts): number => each.indicators.length + each.buckets.length;
  return counts
    .filter((each) => size(each) > 0)
    .sort((a, b) => size(b) - size(a) || a.name.localeCompare(b.name, 'vi'));
}

/** Lays out the counts by lead agency. */
export function agenciesAnnex(input: ReportInput): PlacedAnnex {
  const bucketOrder: readonly Bucket[] = [
    'completedOnTime',
    'completedLate',
    'openInTime',
    'openOverdue',
    'noDeadline',
  ];
  return annexSheet({
    sheet: 'Phụ lục IV - Cơ quan',
    title: 'PHỤ LỤC IV\nKẾT QUẢ THEO CƠ QUAN CHỦ TRÌ',
    subtitles: [
      ...subtitlesOf(input),
      'Dòng có nhiều cơ quan cùng chủ trì được tính cho từng cơ quan.',
    ],
    heads: [
      { words: 'TT', width: 6 },
      { words: 'Cơ quan chủ trì', width: 44 },
      { words: 'Chỉ tiêu', width: 10 },
      { words: 'Chỉ tiêu đạt', width: 10 },
      { words: 'Chỉ tiêu chậm', width: 10 },
      { words: 'Nhiệm vụ', width: 10 },
      { words: 'Hoàn thành đúng hạn', width: 13 },
      { words: 'Hoàn thành quá hạn', width: 13 },
      { words: 'Chưa hoàn thành, trong hạn', width: 13 },
      { words: 'Chưa hoàn thành, quá hạn', width: 13 },
      { words: 'Không tính hạn', width: 13 },
    ],
    lines: agencyCounts(input).map((agency, index) => ({
      kind: 'row',
      contents: [
        number(index + 1, 'count'),
        text(agency.name, 'text'),
        number(agency.indicators.length, 'count'),
        number(agency.indicators.filter((status) => status === 'met').length, 'count'),
        number(
          agency.indicators.filter((status) => slippingIndicatorStatuses.has(status)).length,
          'count',
        ),
        number(agency.buckets.length, 'count'),
        ...bucketOrder.map((bucket) =>
          number(agency.buckets.filter((each) => each === bucket).length, 'count'),
        ),
      ],
    })),
    whenEmpty: 'Kế hoạch không nêu cơ quan chủ trì.',
  });
}
