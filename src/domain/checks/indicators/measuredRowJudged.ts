import { isBlank } from '../../entries';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A judgement on a target that a number measures: it is not counted. */
export const measuredRowJudged: Check = ({ indicatorRows }) =>
  indicatorRows
    .filter(({ measure, cell }) => measure && !isBlank(cell('judgement').content))
    .map(({ cell }) => foundAt('warning', cell('judgement')));
