/** What can be wrong inside a form that came back; its identity was right. */
export const submissionCodes = [
  'formTableMissing',
  'formColumnMissing',
  'formColumnRepeated',
  'formColumnsSwapped',
  'formRowRepeated',
  'formRowForeign',
  'formRowWithoutId',
  'formRowMissing',
  'formCellsMerged',
  'formCellsShifted',
  'formTextChanged',
  'formClosedCell',
  'formErrorValue',
  'formUncalculated',
  'formFormulaOutside',
  'formFormula',
  'formNumberAsText',
  'formNotANumber',
  'formWordsExpected',
  'formDateForNumber',
  'formPercentFormat',
  'formPercentRange',
  'formDateAsText',
  'formNotADate',
  'formChoiceUnknown',
  'formEmpty',
  'formMacros',
] as const;

/** One of {@link submissionCodes}. */
export type SubmissionCode = (typeof submissionCodes)[number];
