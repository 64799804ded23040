import type { Check } from '../context';
import { foundAt, type Finding } from '../support/cell';

/** A column of formulas that was pasted over as values, said once for the whole column. */
export const derivedColumnOverwritten: Check = ({ formulaColumns }) =>
  formulaColumns
    .filter(({ whole }) => whole)
    .flatMap(({ lost }): readonly Finding[] => {
      const [first] = lost;
      return first ? [{ ...foundAt('warning', first, { count: lost.length }), row: null }] : [];
    });
