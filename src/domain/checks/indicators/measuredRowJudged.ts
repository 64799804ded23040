import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A judgement on a target that a number measures: it is not counted. */
export const measuredRowJudged: Check = ({ indicatorRows }) =>
  indicatorRows
    .filter(({ measure, cell }) => measure && !cell('judgement').blank)
    .map(({ cell }) => foundAt('warning', cell('judgement')));
