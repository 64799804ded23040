import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A figure on the line of a composite indicator: each part of it has a line of its own. */
export const compositeParentFilled: Check = ({ headingRows }) =>
  headingRows
    .filter(({ partIds }) => partIds.length > 0)
    .flatMap(({ cell, partIds }) =>
      (['actual', 'judgement'] as const)
        .map(cell)
        .filter(({ blank }) => !blank)
        .map((ref) => foundAt('warning', ref, { expected: partIds.join(', ') })),
    );
