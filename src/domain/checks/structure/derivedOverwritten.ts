import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A formula that was typed over or deleted in one line of a column of formulas. */
export const derivedOverwritten: Check = ({ formulaColumns }) =>
  formulaColumns
    .filter(({ whole }) => !whole)
    .flatMap(({ lost }) => lost.map((ref) => foundAt('warning', ref)));
