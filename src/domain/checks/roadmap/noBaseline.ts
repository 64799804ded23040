import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A figure below its target without a baseline: nobody can say whether it is on pace. */
export const noBaseline: Check = ({ roadmapRows, inDoubt }) =>
  roadmapRows
    .filter(
      ({ row, cell }) =>
        row.status === 'noPace' && cell('baseline').blank && !inDoubt(row.cell('actual')),
    )
    .map(({ cell }) => foundAt('note', cell('baseline')));
