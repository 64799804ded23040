import { err, ok, type Result } from '../../domain/result';
import { officeFailure, type OfficeFailure } from './errors';

/**
 * Runs an operation in the open workbook. Where a cell is being edited Excel is asked to wait for
 * its end; an Excel that cannot wait answers `cellEditMode`. Failures of Excel are values, and
 * what `work` throws besides is thrown on. Excel ends every run with a request of its own: when
 * only that one fails, the work is done all the same.
 */
export async function runInExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T, OfficeFailure>> {
  let outcome: Result<T, OfficeFailure> | null = null;
  const keep = async (context: Excel.RequestContext): Promise<void> => {
    outcome = ok(await work(context));
  };
  try {
    await Excel.run({ delayForCellEdit: true }, keep);
  } catch (error) {
    outcome ??= err(officeFailure(error, true));
  }
  if (outcome === null) throw new Error('Excel.run ended without running anything.');
  return outcome;
}

/** {@link runInExcel} for work that gives its own failures as values. */
export async function attemptInExcel<T>(
  work: (context: Excel.RequestContext) => Promise<Result<T, OfficeFailure>>,
): Promise<Result<T, OfficeFailure>> {
  const outcome = await runInExcel(work);
  return outcome.ok ? outcome.value : outcome;
}
