import { numberOf } from '../../entries';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** More paid out than was allotted. */
export const disbursedOverAllotted: Check = ({ taskRows, inDoubt }) =>
  taskRows.flatMap(({ cell }) => {
    const allotted = numberOf(cell('allotted').content);
    const disbursed = numberOf(cell('disbursed').content);
    if (allotted.kind !== 'value' || disbursed.kind !== 'value') return [];
    if (disbursed.value <= allotted.value || inDoubt(cell('allotted'))) return [];
    return [foundAt('error', cell('disbursed'), { allotted: allotted.value })];
  });
