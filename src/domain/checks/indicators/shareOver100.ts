import { fold } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { holdsWord } from '../support/words';

/** Wholes that a part can exceed in theory: exports are sometimes more than the whole GDP. */
const LOOSE_WHOLES = ['gdp', 'grdp'];

/** More than 100 % of a whole. Rates of change, and targets above 100 % themselves, are free. */
export const shareOver100: Check = ({ figures }) =>
  figures
    .filter(({ kind, value }) => kind === 'share' && value > 100)
    .map(({ ref, row, value }) => {
      const loose = holdsWord(fold(row.indicator.unit ?? ''), LOOSE_WHOLES);
      return foundAt(loose ? 'warning' : 'error', ref, { seen: value });
    });
