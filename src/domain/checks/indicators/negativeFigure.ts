import type { Check } from '../context';
import { foundAt } from '../support/cell';

/** A figure below zero where neither the target nor the kind of figure allows for one. */
export const negativeFigure: Check = ({ figures }) =>
  figures
    .filter(
      ({ value, kind, measure }) =>
        value < 0 && measure.value >= 0 && kind !== 'growth' && kind !== 'rank',
    )
    .map(({ ref, value }) => foundAt('error', ref, { fix: -value }));
