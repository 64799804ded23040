import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { explanationSeverity, lateIndicators } from '../support/lateIndicators';

/** A row that slips and does not say what is done about it. */
export const lateWithoutMeasure: Check = (context) =>
  lateIndicators(context)
    .filter(({ cell }) => cell('measure').blank)
    .map(({ cell, status }) => foundAt(explanationSeverity(status), cell('measure'), { status }));
