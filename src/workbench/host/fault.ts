/** Error codes of Excel's own (`Excel.ErrorCodes` and the payload limits) that this host answers. */
export type FaultCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'FormulaLengthExceedsLimit'
  | 'GeneralException'
  | 'InsertDeleteConflict'
  | 'InvalidArgument'
  | 'InvalidOperation'
  | 'InvalidOperationInCellEditMode'
  | 'InvalidReference'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'MergedRangeConflict'
  | 'NotImplemented'
  | 'RequestAborted'
  | 'RequestPayloadSizeLimitExceeded'
  | 'ResponsePayloadSizeLimitExceeded'
  | 'UnsupportedOperation';

/**
 * A refusal Excel would answer too. It ends the batch it happens in; what ran before stays. The
 * client throws it as `OfficeExtension.Error` with the same code.
 */
export class HostFault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
  ) {
    super(message);
    this.name = 'HostFault';
  }
}

/** A value of the wrong kind, shape or size: what Excel answers most often. */
export function invalid(message: string): HostFault {
  return new HostFault('InvalidArgument', message);
}

/** No such object. */
export function notFound(what: string): HostFault {
  return new HostFault('ItemNotFound', `There is no ${what}.`);
}
