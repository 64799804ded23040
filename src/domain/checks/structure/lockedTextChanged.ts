import { textOf } from '../../entries';
import { tidy } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** Columns without which nobody knows what a figure is of. */
const DECISIVE = new Set(['indicator.unit', 'indicator.target', 'indicator.horizon']);
const NAMES = new Set(['indicator.name', 'task.name']);

/**
 * A cell of the plan that no longer says what the plan says. A name that is now another row's
 * is an error: one column was sorted without the others, or a row was pasted over.
 */
export const lockedTextChanged: Check = ({ book, changedCells }) => {
  const names = new Set([...book.plan.indicators, ...book.plan.tasks].map((row) => tidy(row.name)));
  return changedCells.map(({ ref, expected }) => {
    const moved = NAMES.has(ref.column) && names.has(textOf(ref.content) ?? '');
    return foundAt(moved || DECISIVE.has(ref.column) ? 'error' : 'warning', ref, {
      fix: expected,
    });
  });
};
