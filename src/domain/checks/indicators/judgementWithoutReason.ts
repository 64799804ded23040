import { judgementOf } from '../../entries';
import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A judgement with neither a source nor a note: nobody can tell later what it rests on. */
export const judgementWithoutReason: Check = ({ book, indicatorRows }) =>
  indicatorRows
    .filter(
      ({ measure, cell }) =>
        !measure &&
        judgementOf(cell('judgement').content, book.words.judgements).kind === 'value' &&
        cell('source').blank &&
        cell('note').blank,
    )
    .map(({ cell }) =>
      foundAt('warning', cell('source'), { seen: seenIn(cell('judgement').content) }),
    );
