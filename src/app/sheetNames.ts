import { trackingSheets, waiverLayout } from '../workbook/tracking/columns';

/** The sheets of a tracking workbook that a person is taken to. */
export const sheetNames = {
  indicators: trackingSheets.indicators,
  periods: trackingSheets.periods,
  history: trackingSheets.history,
  issues: trackingSheets.issues,
  waivers: waiverLayout.sheet,
} as const;
