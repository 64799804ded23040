import { failure, type Failure, type FailureCode } from '../../domain/failure';
import type { Refusal } from '../xlsx/read/refusal';

/** What a refusal of the scanners that documents share with workbooks is called of a document. */
const codes: ReadonlyMap<FailureCode, FailureCode> = new Map([
  ['workbookDamaged', 'documentDamaged'],
  ['workbookHostile', 'documentHostile'],
  ['workbookEncrypted', 'documentEncrypted'],
]);

/** The failure of a document that its reader refused; `file` is the name messages use. */
export function documentFailure({ code, params }: Refusal, file: string): Failure {
  return failure(codes.get(code) ?? code, { file, ...params });
}
