/**
 * What can stop an operation in the open workbook. The words of each code, and what the person
 * can do about it, are in src/messages/office.ts.
 */
export const officeFailureCodes = [
  'cellEditMode',
  'protectedSheet',
  'tableOverlap',
  'sheetMissing',
  'itemMissing',
  'payloadTooLarge',
  'mergedRange',
  'nameTaken',
  'badArgument',
  'tableFiltered',
  'excelBusy',
  'excelTooOld',
  'workbookReadOnly',
  'permissionDenied',
  'workbookTooLarge',
  'cancelled',
  'unknownOffice',
] as const;

/** One of {@link officeFailureCodes}. */
export type OfficeFailureCode = (typeof officeFailureCodes)[number];

/**
 * An expected failure in Excel. `error` is Excel's own code or the error's name, `place` the
 * member it came from ("" where Excel gives none), `detail` Excel's text, for whoever helps.
 * `undone` is false when the workbook could not be put back as it was.
 */
export type OfficeFailure = {
  readonly code: OfficeFailureCode;
  readonly params: {
    readonly error: string;
    readonly place: string;
    readonly detail: string;
  };
  readonly undone: boolean;
};

/** Thrown inside the gateway when the person cancels; never leaves it. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Thrown inside the gateway when a workbook holds more cells than are read; never leaves it. */
export class TooManyCells extends Error {
  override readonly name = 'TooManyCells';
}

/** Excel's codes (Office.js: Excel.ErrorCodes and the host's own) and what they mean to us. */
const codes: ReadonlyMap<string, OfficeFailureCode> = new Map([
  ['InvalidOperationInCellEditMode', 'cellEditMode'],
  ['CellEditMode', 'cellEditMode'],
  ['AccessDenied', 'protectedSheet'],
  ['ProtectedSheet', 'protectedSheet'],
  ['TableOverlap', 'tableOverlap'],
  ['RangeOverlap', 'tableOverlap'],
  ['ItemNotFound', 'itemMissing'],
  ['InvalidReference', 'itemMissing'],
  ['InvalidBinding', 'itemMissing'],
  ['RangeDoesNotExist', 'itemMissing'],
  ['RequestPayloadSizeLimitExceeded', 'payloadTooLarge'],
  ['ResponsePayloadSizeLimitExceeded', 'payloadTooLarge'],
  ['MergedRangeConflict', 'mergedRange'],
  ['ItemAlreadyExists', 'nameTaken'],
  ['NameConflict', 'nameTaken'],
  ['InvalidArgument', 'badArgument'],
  ['InvalidOperation', 'badArgument'],
  ['UnsupportedOperation', 'excelTooOld'],
  ['UnsupportedSheet', 'excelTooOld'],
  ['ApiNotFound', 'excelTooOld'],
  ['ApiNotAvailable', 'excelTooOld'],
  ['FeatureNotEnabled', 'excelTooOld'],
  ['NotImplemented', 'excelTooOld'],
  ['InsertDeleteConflict', 'tableFiltered'],
  ['FilteredRangeConflict', 'tableFiltered'],
  ['OpenWorkbookLinksBlocked', 'permissionDenied'],
  ['Unauthenticated', 'permissionDenied'],
  ['PermissionDenied', 'permissionDenied'],
  ['AccessDeniedToWorkbook', 'permissionDenied'],
  ['Conflict', 'excelBusy'],
  ['Aborted', 'excelBusy'],
  ['RequestAborted', 'excelBusy'],
  ['ServiceNotAvailable', 'excelBusy'],
  ['TooManyRequests', 'excelBusy'],
  ['GeneralException', 'unknownOffice'],
  ['NonBlankCellOffSheet', 'tableOverlap'],
  ['ReadOnly', 'workbookReadOnly'],
  ['ReadOnlyWorkbook', 'workbookReadOnly'],
  ['InactiveWorkbook', 'excelBusy'],
  ['RefreshWorkbookLinksBlocked', 'permissionDenied'],
  ['InvalidOrTimedOutSession', 'excelBusy'],
  ['InvalidOrTimedOutSessionMessage', 'excelBusy'],
  ['RichApiHostNotReady', 'excelBusy'],
  ['HostRestartNeeded', 'excelBusy'],
  ['Timeout', 'excelBusy'],
]);

/**
 * What an error of the Office client means. An unknown code stays readable: its name and text are
 * in the parameters. An error that is no error of Excel is a bug of ours and is thrown again.
 */
export function officeFailure(error: unknown, undone: boolean): OfficeFailure {
  if (error instanceof Cancelled)
    return { code: 'cancelled', params: { error: error.name, place: '', detail: '' }, undone };
  if (error instanceof TooManyCells)
    return {
      code: 'workbookTooLarge',
      params: { error: error.name, place: '', detail: error.message },
      undone,
    };
  const seen = richError(error);
  if (seen === null) throw error;
  const missingSheet = seen.error === 'ItemNotFound' && /worksheet/i.test(seen.place);
  const code = missingSheet ? 'sheetMissing' : (codes.get(seen.error) ?? 'unknownOffice');
  return { code, params: seen, undone };
}

/** The code of an error of the Office client, or null for any other error. */
export function officeCode(error: unknown): string | null {
  return richError(error)?.error ?? null;
}

/** By shape, not by class: the client's class is a global that is absent outside Excel. */
function richError(
  error: unknown,
): { readonly error: string; readonly place: string; readonly detail: string } | null {
  if (!isObject(error) || !('code' in error) || typeof error.code !== 'string') return null;
  const info: unknown = 'debugInfo' in error ? error.debugInfo : null;
  const place = isObject(info) && 'errorLocation' in info ? info.errorLocation : '';
  const detail = 'message' in error ? error.message : '';
  return {
    error: error.code,
    place: typeof place === 'string' ? place : '',
    detail: typeof detail === 'string' ? detail : '',
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
