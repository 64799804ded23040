import { textOf } from '../../entries';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A document named without a number, which nobody can look up. */
export const documentWithoutNumber: Check = ({ taskRows }) =>
  taskRows.flatMap(({ cell }) => {
    const text = textOf(cell('document').content);
    return text === null || /\d/.test(text) ? [] : [foundAt('warning', cell('document'))];
  });
