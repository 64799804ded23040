import { lazy } from 'react';

/** Notices and their words are loaded with the first thing there is to say. */
export const TroubleNotice = lazy(async () => ({
  default: (await import('./TroubleNotice')).TroubleNotice,
}));

/** What the last job came to; see OutcomeNotice.tsx. */
export const OutcomeNotice = lazy(async () => ({
  default: (await import('./OutcomeNotice')).OutcomeNotice,
}));

/** The narrative and the comparison, below the report; see BesideReport.tsx. */
export const BesideReport = lazy(async () => ({
  default: (await import('../tabs/BesideReport')).BesideReport,
}));
