import { measureOf } from '../../domain/assessment/indicator';
import { trendOf, type PastPeriod, type Trend } from '../../domain/assessment/past';
import { withinSentence } from '../../messages/language';
import { counted, fullName, measured, named, type Entered, type Row } from './input';
import { sentence, words, type Sentence, type Traced } from './sentence';

/** Rows that did worse which are named one by one. */
const NAMED_WORSE = 5;

/** A row that was reported the period before, and how it stands now. */
type Change = {
  readonly row: Row;
  readonly before: Traced;
  readonly now: Traced | null;
  readonly trend: Trend | 'silent';
};

function changeOf(row: Row, last: PastPeriod, entered: Entered): readonly Change[] {
  const field = row.kind === 'indicator' ? 'actual' : 'percent';
  const line = row.line?.id ?? row.id;
  const before = last.value(line, field);
  if (typeof before !== 'number') return [];
  const now = entered.figure(row, field);
  const shown = (value: number): string =>
    row.kind === 'indicator' ? measured(value, row.assessed.indicator) : words('share', { value });
  return [
    {
      row,
      before: {
        shown: shown(before),
        source: { kind: 'past', period: last.period.name, row: line },
      },
      now: now && { shown: shown(now.shown), source: now.source },
      trend: now ? trendOf(before, now.shown, directionOf(row)) : 'silent',
    },
  ];
}

/** Whether a larger figure is the better one; of a composite target its decisive part says. */
function directionOf(row: Row): 1 | -1 {
  if (row.kind === 'task') return 1;
  const { indicator, parts } = row.assessed;
  const target = parts.find(({ lineId }) => lineId === row.line?.id)?.target ?? indicator.target;
  return (target && measureOf(target, indicator.pace)?.direction) ?? 1;
}

/**
 * What changed since the period before: counts, what did worse one by one, and what was reported
 * then and is not now. Null where nothing of an earlier period is known.
 */
export function changes(
  last: PastPeriod | undefined,
  entered: Entered,
): readonly (readonly Sentence[])[] | null {
  if (!last) return null;
  const all = [...entered.indicators, ...entered.tasks].flatMap((row) =>
    changeOf(row, last, entered),
  );
  const rowsOf = (...trends: readonly Change['trend'][]): readonly Row[] =>
    all.filter(({ trend }) => trends.includes(trend)).map(({ row }) => row);
  const worse = all.filter(({ trend }) => trend === 'worse');
  const silent = rowsOf('silent');
  const more = worse.slice(NAMED_WORSE).map(({ row }) => row);
  return [
    [
      sentence('changes', {
        before: {
          shown: withinSentence(last.period.name),
          source: { kind: 'settings' },
        },
        compared: counted(rowsOf('better', 'same', 'worse')),
        better: counted(rowsOf('better')),
        same: counted(rowsOf('same')),
        worse: counted(rowsOf('worse')),
      }),
    ],
    ...worse
      .slice(0, NAMED_WORSE)
      .map(({ row, before, now }) => [
        sentence('worseRow', { name: fullName(row), last: before, now }),
      ]),
    ...(more.length > 0 ? [[sentence('moreWorse', { count: counted(more) })]] : []),
    ...(silent.length > 0
      ? [[sentence('goneSilent', { count: counted(silent), rows: named(silent) })]]
      : []),
  ];
}
