import { daysBetween, makeDate } from '../../dates';
import { fold } from '../../text';
import type { Check, Figure } from '../context';
import { foundAt } from '../support/cell';
import { holdsWord, otherRankings, provinceRankings } from '../support/words';

/**
 * Provinces of Vietnam: 63 (Nghị quyết 15/2008/QH12), and 34 that work from 01/07/2025 on
 * (Nghị quyết 202/2025/QH15). A ranking published after that day may still be of the 63.
 */
const PROVINCES_BEFORE = 63;
const PROVINCES = 34;
const MERGED_ON = makeDate(2025, 7, 1);

/** A place among the provinces beyond the last one. */
export const rankBeyondProvinces: Check = ({ book, figures }) => {
  const merged = MERGED_ON !== null && daysBetween(MERGED_ON, book.settings.asOf) >= 0;
  const expected = merged ? PROVINCES : PROVINCES_BEFORE;
  return figures
    .filter(
      (figure) =>
        figure.kind === 'rank' &&
        figure.value > (figure.ref.column === 'indicator.actual' ? expected : PROVINCES_BEFORE) &&
        isAmongProvinces(figure),
    )
    .map(({ ref, value }) =>
      foundAt(value > PROVINCES_BEFORE ? 'error' : 'warning', ref, { expected }),
    );
};

function isAmongProvinces({ row: { indicator, slot }, measure }: Figure): boolean {
  const target = slot.partText ?? indicator.targetText ?? '';
  const words = fold(`${indicator.name} ${target}`);
  return (
    measure.value <= PROVINCES_BEFORE &&
    holdsWord(words, provinceRankings) &&
    !holdsWord(words, otherRankings)
  );
}
