import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A source beside an empty figure: the figure itself was forgotten. */
export const sourceWithoutEntry: Check = ({ indicatorRows }) =>
  indicatorRows
    .filter(({ cell }) => !cell('source').blank && cell('actual').blank && cell('judgement').blank)
    .map(({ measure, cell }) =>
      foundAt('warning', cell(measure ? 'actual' : 'judgement'), {
        source: seenIn(cell('source').content),
      }),
    );
