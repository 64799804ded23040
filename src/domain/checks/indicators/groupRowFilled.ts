import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A figure on the line of a heading or of a row without a target: it is not counted. */
export const groupRowFilled: Check = ({ headingRows }) =>
  headingRows
    .filter(({ partIds }) => partIds.length === 0)
    .flatMap(({ cell }) =>
      (['actual', 'judgement'] as const)
        .map(cell)
        .filter(({ blank }) => !blank)
        .map((ref) => foundAt('warning', ref)),
    );
