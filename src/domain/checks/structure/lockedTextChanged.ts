import { textOf } from '../../entries';
import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { showsStill } from '../support/lockedCells';

/** Columns without which nobody knows what a figure is of. */
const DECISIVE = new Set(['indicator.unit', 'indicator.target', 'indicator.horizon']);
const NAMES = new Set(['indicator.name', 'task.name']);

/**
 * A cell of the plan that no longer says what the plan says. A name that is now another row's
 * is an error: one column was sorted without the others, or a row was pasted over.
 */
export const lockedTextChanged: Check = ({ lockedCells }) => {
  const names = new Set(
    lockedCells.filter(({ ref }) => NAMES.has(ref.column)).map(({ expected }) => expected),
  );
  return lockedCells
    .filter(({ ref, expected }) => !showsStill(ref.content, expected))
    .map(({ ref, expected }) => {
      const words = textOf(ref.content);
      const moved = NAMES.has(ref.column) && words !== null && names.has(words);
      return foundAt(moved || DECISIVE.has(ref.column) ? 'error' : 'warning', ref, {
        fix: expected,
      });
    });
};
