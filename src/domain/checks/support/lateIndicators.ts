import { slippingIndicatorStatuses, type IndicatorStatus } from '../../assessment/status';
import type { CheckContext, IndicatorRow } from '../context';
import type { Severity } from '../issue';

/** Statuses that cannot be sent up without an explanation. */
const MUST_EXPLAIN: ReadonlySet<IndicatorStatus> = new Set(['missed', 'alarm']);

/** The rows that slip, unless a cell that makes them slip is itself wrong. */
export function lateIndicators({
  indicatorRows,
  roadmapRows,
  inDoubt,
}: CheckContext): readonly IndicatorRow[] {
  const lost = new Set(
    roadmapRows
      .filter(({ cell, milestones }) =>
        [cell('baseline'), cell('baselineDate'), ...milestones.map(({ ref }) => ref)].some(inDoubt),
      )
      .map(({ row }) => row),
  );
  return indicatorRows.filter(
    (row) =>
      slippingIndicatorStatuses.has(row.status) &&
      !lost.has(row) &&
      !inDoubt(row.cell('actual')) &&
      !inDoubt(row.cell('judgement')),
  );
}

/** How much a missing explanation weighs at a status. */
export function explanationSeverity(status: IndicatorStatus): Severity {
  return MUST_EXPLAIN.has(status) ? 'error' : 'warning';
}
