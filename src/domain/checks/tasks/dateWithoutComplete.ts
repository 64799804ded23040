import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A done date beside less than 100 %, or beside no percentage at all. */
export const dateWithoutComplete: Check = ({ taskRows }) =>
  taskRows
    .filter(
      ({ facts: { percent, done }, counted, cell }) =>
        counted &&
        done.kind === 'value' &&
        (percent.kind === 'value' ? percent.value < 100 : cell('percent').blank),
    )
    .map(({ cell }) =>
      foundAt('warning', cell('percent'), { done: seenIn(cell('done').content), fix: 100 }),
    );
