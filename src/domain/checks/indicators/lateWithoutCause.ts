import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { explanationSeverity, lateIndicators } from '../support/lateIndicators';

/** A row that slips and does not say why. */
export const lateWithoutCause: Check = (context) =>
  lateIndicators(context)
    .filter(({ cell }) => cell('cause').blank)
    .map(({ cell, status }) => foundAt(explanationSeverity(status), cell('cause'), { status }));
