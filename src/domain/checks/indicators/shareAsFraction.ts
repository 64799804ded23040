import type { Check, Figure } from '../context';
import { foundAt } from '../support/cell';
import { topOf } from '../support/figureKind';
import { sameSize } from '../support/sameSize';

/** A figure within this factor of a known one is what it says, small as it may be. */
const KNOWN_SIZE = 5;
/** From this target on (in per cent) a figure of at most 1 % is hardly ever meant. */
const LARGE_TARGET = 10;
/** A hundred times the figure must be within this factor of what it is compared with. */
const SIZE_BY_EVIDENCE = { share: 3, growth: 2 } as const;

/**
 * 0,85 for 85 %: a per cent figure in per cent format, or one of at most 1 that is at most a
 * tenth of its target. Small targets and rates of change need more evidence: a hundred times
 * the figure must be of the target's size.
 */
export const shareAsFraction: Check = ({ figures }) =>
  figures.flatMap((figure) => {
    const { ref, value, kind } = figure;
    if (kind !== 'share' && kind !== 'growth') return [];
    const formatted = ref.content?.kind === 'number' && ref.content.format === 'percent';
    const fraction = formatted
      ? Math.abs(value) <= 1 && value !== 0
      : looksLikeFraction(figure, SIZE_BY_EVIDENCE[kind]);
    return fraction ? [foundAt('error', ref, { fix: Math.round(value * 1e8) / 1e6 })] : [];
  });

function looksLikeFraction({ ref, row, measure, value, kind }: Figure, factor: number): boolean {
  const top = topOf(row.slot.target);
  // Where less is better, next to nothing may be meant.
  if (measure.direction === -1 || value <= 0 || value > 1 || value > top / 10) return false;
  const hundredfold = value * 100;
  const { last, baseline, actual } = row;
  if (ref.column !== 'indicator.actual') {
    // A small start is nothing odd, unless it is a hundredth of where the indicator stands.
    const standing = actual.kind === 'value' && actual.value > 1 ? actual.value : top;
    return sameSize(hundredfold, standing, factor);
  }
  if (last && sameSize(last.value, value, KNOWN_SIZE)) return false;
  if (baseline && baseline.value > 1 && sameSize(baseline.value, value, KNOWN_SIZE)) return false;
  return (kind === 'share' && top >= LARGE_TARGET) || sameSize(hundredfold, top, factor);
}
