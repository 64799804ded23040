import { isBlank } from '../../entries';
import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A figure without its source. */
export const entryWithoutSource: Check = ({ indicatorRows }) =>
  indicatorRows
    .filter(
      ({ measure, cell }) =>
        measure && !isBlank(cell('actual').content) && isBlank(cell('source').content),
    )
    .map(({ cell }) =>
      foundAt('warning', cell('source'), { seen: seenIn(cell('actual').content) }),
    );
