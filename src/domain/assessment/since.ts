import type { Book, Period } from '../book';
import type { Roadmap } from '../entries';
import type { Indicator } from '../plan/plan';
import type { EntrySlot } from './book';
import { assessIndicator } from './indicator';
import type { Past } from './past';
import { none, value } from './reading';
import { slippingIndicatorStatuses } from './status';

/**
 * The period since which an indicator that slips has slipped without a break, as the figures of
 * earlier periods tell by the same rules; the period being reported when they tell nothing.
 */
export function slippingSince(
  { settings }: Pick<Book, 'settings'>,
  past: Past,
  indicator: Indicator,
  { lineId, target }: Pick<EntrySlot, 'lineId' | 'target'>,
  roadmap: Roadmap | undefined,
): Period {
  let since = settings.period;
  for (const { period, value: figureOf } of past) {
    const actual = figureOf(lineId, 'actual');
    if (typeof actual !== 'number') break;
    const { status } = assessIndicator(
      {
        target,
        pace: indicator.pace,
        horizon: indicator.horizon,
        actual: value(actual),
        judgement: none,
        baseline: roadmap?.baseline ?? null,
        milestones: roadmap?.milestones ?? [],
      },
      period.cutOff,
      settings.bands,
    );
    if (!slippingIndicatorStatuses.has(status)) break;
    since = period;
  }
  return since;
}
