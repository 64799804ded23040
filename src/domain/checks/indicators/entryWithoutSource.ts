import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A figure without its source. */
export const entryWithoutSource: Check = ({ indicatorRows }) =>
  indicatorRows
    .filter(({ measure, cell }) => measure && !cell('actual').blank && cell('source').blank)
    .map(({ cell }) =>
      foundAt('warning', cell('source'), { seen: seenIn(cell('actual').content) }),
    );
