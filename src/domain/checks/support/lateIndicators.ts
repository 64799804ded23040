import { slippingIndicatorStatuses, type IndicatorStatus } from '../../assessment/status';
import type { CheckContext, IndicatorRow } from '../context';
import type { Severity } from '../issue';

/** Statuses that cannot be sent up without an explanation. */
const MUST_EXPLAIN: ReadonlySet<IndicatorStatus> = new Set(['missed', 'alarm']);

/** The rows that slip, unless the figure that makes them slip is itself in doubt. */
export function lateIndicators({ indicatorRows, inDoubt }: CheckContext): readonly IndicatorRow[] {
  return indicatorRows.filter(
    ({ status, cell }) =>
      slippingIndicatorStatuses.has(status) &&
      !inDoubt(cell('actual')) &&
      !inDoubt(cell('judgement')),
  );
}

/** How much a missing explanation weighs at a status. */
export function explanationSeverity(status: IndicatorStatus): Severity {
  return MUST_EXPLAIN.has(status) ? 'error' : 'warning';
}
