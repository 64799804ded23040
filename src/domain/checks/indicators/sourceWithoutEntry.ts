import { isBlank } from '../../entries';
import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A source beside an empty figure: the figure itself was forgotten. */
export const sourceWithoutEntry: Check = ({ indicatorRows }) =>
  indicatorRows
    .filter(
      ({ cell }) =>
        !isBlank(cell('source').content) &&
        isBlank(cell('actual').content) &&
        isBlank(cell('judgement').content),
    )
    .map(({ measure, cell }) =>
      foundAt('warning', cell(measure ? 'actual' : 'judgement'), {
        source: seenIn(cell('source').content),
      }),
    );
