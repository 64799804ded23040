import type { Check, Figure } from '../context';
import { foundAt } from '../support/cell';
import { actuals } from '../support/actuals';
import { sameSize } from '../support/sameSize';

/**
 * From one period to the next, half a year as a rule: a share hardly moves by more than 30
 * points, a place by more than 20, anything else by more than three times (a count also by ten).
 * These are this product's thresholds, set so that the usual course of a plan stays silent.
 */
const POINTS = 30;
const PLACES = 20;
const TIMES = 3;
const THINGS = 10;

/** A figure far from the last report's. Yearly rates of change swing freely and are left out. */
export const jumpAgainstLastPeriod: Check = (context) =>
  actuals(context).flatMap((figure) => {
    const { last } = figure.row;
    if (!last || !jumps(figure, last.value)) return [];
    return [foundAt('warning', figure.ref, { last: last.value, period: last.period })];
  });

function jumps({ kind, value }: Figure, last: number): boolean {
  const step = Math.abs(value - last);
  switch (kind) {
    case 'share':
      return step > POINTS;
    case 'rank':
      return step > PLACES;
    case 'count':
      return step > THINGS && !sameSize(value, last, TIMES);
    case 'other':
      return last !== 0 && !sameSize(value, last, TIMES);
    case 'growth':
      return false;
  }
}
