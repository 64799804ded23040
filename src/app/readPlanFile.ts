import { failure, type Failure } from '../domain/failure';
import { err, type Result } from '../domain/result';
import { readDocument, type ReadPlan } from '../reading/readPlan';
import type { DocumentFiles } from './ports';

export type { ReadPlan };

/**
 * Reads a plan from the bytes of a document of any format that `documents` knows. Fails as a
 * value when the document cannot be read or holds no plan; `file` is named in the failure.
 */
export async function readPlanFile(
  documents: DocumentFiles,
  bytes: Uint8Array,
  file: string,
): Promise<Result<ReadPlan, Failure>> {
  const document = await documents.read(bytes, file);
  if (!document.ok) return document;
  const read = readDocument(document.value);
  return read.ok ? read : err(failure(read.error.code, { ...read.error.params, file }));
}
