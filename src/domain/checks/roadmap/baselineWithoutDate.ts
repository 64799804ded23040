import type { Check } from '../context';
import { foundAt, seenIn } from '../support/cell';

/** A baseline without its day: no progress can be computed from it. */
export const baselineWithoutDate: Check = ({ roadmapRows }) =>
  roadmapRows
    .filter(
      ({ row, cell }) =>
        row.indicator.pace !== 'annual' && !cell('baseline').blank && cell('baselineDate').blank,
    )
    .map(({ cell }) =>
      foundAt('warning', cell('baselineDate'), { seen: seenIn(cell('baseline').content) }),
    );
