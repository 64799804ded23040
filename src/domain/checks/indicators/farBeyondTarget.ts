import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { topOf } from '../support/figureKind';
import { sameSize } from '../support/sameSize';

/** As many times the target looks like a zero too many, or another unit. */
const TIMES = 10;
/** Small counts outgrow their target ten times over in earnest: "≥ 1 doanh nghiệp". */
const SMALL_COUNT = 10;
/** A figure within this factor of the last one is how this indicator stands. */
const KNOWN_SIZE = 3;

/** A figure ten times the target and more, that no earlier figure prepares for. */
export const farBeyondTarget: Check = ({ figures }) =>
  figures.flatMap(({ ref, row, kind, measure, value }) => {
    const top = topOf(row.slot.target);
    if (measure.direction === -1 || top <= 0) return [];
    if (value < top * TIMES || (kind === 'count' && top < SMALL_COUNT)) return [];
    if (row.last && sameSize(row.last.value, value, KNOWN_SIZE)) return [];
    return [foundAt('warning', ref, { expected: top, times: Math.round(value / top) })];
  });
