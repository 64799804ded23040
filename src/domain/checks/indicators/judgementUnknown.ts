import { judgementOf, textOf } from '../../entries';
import { fold } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A judgement in other words than the drop-down's; the nearest one is offered. */
export const judgementUnknown: Check = ({ book, indicatorRows }) => {
  const { judgements } = book.words;
  const folded = new Map([...judgements.keys()].map((words) => [fold(words), words]));
  return indicatorRows.flatMap(({ measure, cell }) => {
    const ref = cell('judgement');
    if (measure || judgementOf(ref.content, judgements).kind !== 'invalid') return [];
    const fix = folded.get(fold(textOf(ref.content) ?? ''));
    const expected = [...judgements.keys()].join(' · ');
    return [foundAt('error', ref, fix === undefined ? { expected } : { expected, fix })];
  });
};
