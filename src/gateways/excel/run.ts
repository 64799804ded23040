import { err, ok, type Result } from '../../domain/result';
import { officeFailure, type OfficeFailure } from './errors';

/**
 * Runs an operation in the open workbook. Where a cell is being edited Excel is asked to wait for
 * its end; an Excel that cannot wait answers `cellEditMode`. Failures of Excel are values, and
 * what `work` throws besides is thrown on.
 */
export async function runInExcel<T>(
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<Result<T, OfficeFailure>> {
  try {
    return ok(await Excel.run({ delayForCellEdit: true }, work));
  } catch (error) {
    return err(officeFailure(error, true));
  }
}

/** {@link runInExcel} for work that gives its own failures as values. */
export async function attemptInExcel<T>(
  work: (context: Excel.RequestContext) => Promise<Result<T, OfficeFailure>>,
): Promise<Result<T, OfficeFailure>> {
  const outcome = await runInExcel(work);
  return outcome.ok ? outcome.value : outcome;
}
