import { isBlank } from '../../entries';
import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { explanationSeverity, lateIndicators } from '../support/lateIndicators';

/** A row that slips and does not say why. */
export const lateWithoutCause: Check = (context) =>
  lateIndicators(context)
    .filter(({ cell }) => isBlank(cell('cause').content))
    .map(({ cell, status }) => foundAt(explanationSeverity(status), cell('cause'), { status }));
