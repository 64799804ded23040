import { failure, type Failure } from '../domain/failure';
import type { Plan } from '../domain/plan/plan';
import { err, type Result } from '../domain/result';
import { readPlan } from '../reading/readPlan';

/**
 * Reads a plan from the bytes of a text file (UTF-8, with or without a byte order mark). Fails
 * as a value when the bytes are no text or the text is no plan; `file` is named in the failure.
 */
export function readPlanFile(bytes: Uint8Array, file: string): Result<Plan, Failure> {
  const text = decode(bytes);
  if (text === null) return err(failure('notText', { file }));
  const plan = readPlan(text);
  return plan.ok ? plan : err(failure(plan.error.code, { ...plan.error.params, file }));
}

function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
