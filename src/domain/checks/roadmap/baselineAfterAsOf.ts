import { daysBetween } from '../../dates';
import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A baseline of a day that has not come yet. */
export const baselineAfterAsOf: Check = ({ book: { settings }, roadmapRows }) =>
  roadmapRows
    .filter(({ row: { baseline } }) => baseline && daysBetween(settings.asOf, baseline.date) > 0)
    .map(({ cell }) => foundAt('warning', cell('baselineDate'), { asOf: settings.asOf }));
