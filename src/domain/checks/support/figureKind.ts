import type { EntrySlot } from '../../assessment/book';
import { measureOf } from '../../assessment/indicator';
import type { Indicator } from '../../plan/plan';
import type { Target } from '../../plan/target';
import { fold } from '../../text';
import { beginsWithWord, countedThings, growthWords, holdsWord, notGrowth } from './words';

/**
 * What a figure of an entry line is, as far as its unit and words tell:
 * - `share`: per cent of a whole, never above 100; `growth`: per cent of change, without bounds;
 * - `count`: things counted one by one; `rank`: a place, 1 is the best;
 * - `other`: a ratio, an index, an amount, or a unit that tells nothing.
 */
export type FigureKind = 'share' | 'growth' | 'count' | 'rank' | 'other';

/** The kind of figure an entry line takes; null when it takes none (a qualitative target). */
export function figureKind(indicator: Indicator, slot: EntrySlot): FigureKind | null {
  const measure = measureOf(slot.target, indicator.pace);
  if (!measure) return null;
  if (indicator.pace === 'rank') return measure.direction === -1 ? 'rank' : 'other';
  const unit = indicator.unit ?? '';
  const text = slot.partText ?? indicator.targetText ?? '';
  if (unit.includes('%') || (unit === '' && text.includes('%'))) {
    const words = fold(`${indicator.name} ${text} ${unit}`);
    const plain = notGrowth.reduce((rest, word) => rest.replaceAll(word, ''), words);
    const changes = /%\s*\/\s*năm/i.test(unit) || holdsWord(plain, growthWords);
    return changes || topOf(slot.target) > 100 ? 'growth' : 'share';
  }
  return !unit.includes('/') && beginsWithWord(fold(unit), countedThings) ? 'count' : 'other';
}

/** The highest number of a target: the upper end of a range, else its value. */
export function topOf(target: Target): number {
  switch (target.kind) {
    case 'atLeast':
    case 'atMost':
    case 'exactly':
      return target.value;
    case 'range':
      return target.max;
    case 'qualitative':
    case 'composite':
      return 0;
  }
}
