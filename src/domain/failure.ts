/**
 * What can stop a whole operation before any row is looked at: the file is not what it must
 * be, or cannot be read or written. The words for each code live in the message catalogues;
 * each message says what was seen and what to do next.
 */
export const failureCodes = [
  'fileNotFound',
  'fileNotReadable',
  'fileNotWritable',
  'fileEmpty',
  'fileTooLarge',
  'notText',
  'notAPlan',
  'tablesUnread',
  'notAWorkbook',
  'workbookEncrypted',
  'workbookOldFormat',
  'workbookDamaged',
  'workbookHostile',
  'documentUnknown',
  'documentOtherFormat',
  'documentEncrypted',
  'documentDamaged',
  'documentHostile',
  'documentScanned',
  'workbookWrongKind',
  'workbookWrongVersion',
  'workbookNoIdentity',
  'sheetMissing',
  'columnMissing',
  'usage',
  'dateInvalid',
  'settingInvalid',
  'periodUnknown',
  'periodNotLater',
  'nothingToUndo',
  'nothingToCollect',
  'historyFull',
  'agenciesNotMerged',
  'correctionRefused',
  'bookTwice',
  'planTwice',
  'notAComparison',
  'formNoIdentity',
  'formIdentityTorn',
  'formOtherPlan',
  'formOtherPeriod',
  'formUnknownAgency',
  'formAgencyMerged',
] as const;

/** One of the codes of {@link failureCodes}. */
export type FailureCode = (typeof failureCodes)[number];

/** An expected failure of a whole operation: a code, and the parameters its message needs. */
export type Failure = {
  readonly code: FailureCode;
  readonly params: Readonly<Record<string, string | number>>;
};

/** Builds a {@link Failure}. */
export function failure(
  code: FailureCode,
  params: Readonly<Record<string, string | number>> = {},
): Failure {
  return { code, params };
}
