import { daysBetween } from '../../dates';
import { isBlank } from '../../entries';
import type { CellContent } from '../../snapshot';
import { fold } from '../../text';
import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';
import { notEstimated } from '../support/words';

/** A figure still flagged as an estimate after the cut-off, when the real one should be known. */
export const estimateStillOpen: Check = ({ book, indicatorRows }) => {
  const { asOf, period } = book.settings;
  if (daysBetween(period.cutOff, asOf) <= 0) return [];
  return indicatorRows
    .filter(({ actual, cell }) => actual.kind === 'value' && isFlagged(cell('estimated').content))
    .map(({ cell }) =>
      foundAt('note', cell('estimated'), {
        seen: seenIn(cell('actual').content),
        cutOff: period.cutOff,
      }),
    );
};

function isFlagged(content: CellContent | null): boolean {
  return !isBlank(content) && !notEstimated.includes(fold(String(seenIn(content))));
}
