import { dutiesOf, rowsWithoutAgency } from '../domain/agencies/duties';
import type { Book, Period } from '../domain/book';
import { failure, type Failure } from '../domain/failure';
import { err, ok, type Result } from '../domain/result';
import { formContents, formRows, type FormContent } from '../workbook/form/content';
import { formFileNames, formSpec } from '../workbook/form/formSpec';
import type { WorkbookFiles } from './ports';

/** One form before it is drawn: its file's name, and what it is made of. */
export type PlannedForm = { readonly file: string; readonly form: FormContent };

/** The forms of a period, and the rows nobody gets a form for. */
export type PlannedForms = {
  readonly period: Period;
  readonly forms: readonly PlannedForm[];
  readonly withoutAgency: readonly { readonly row: string; readonly leads: readonly string[] }[];
};

/** Finds a period of a workbook; fails with the ids it has. */
export function periodOf(book: Book, id: string): Result<Period, Failure> {
  const { periods } = book.settings;
  const period = periods.find((each) => each.id === id);
  if (period) return ok(period);
  const known = periods.map((each) => each.id).join(', ');
  return err(failure('periodUnknown', { file: book.file, seen: id, known }));
}

/** Plans the forms of a period: one for each agency that answers for a row then. */
export function planForms(book: Book, periodId: string): Result<PlannedForms, Failure> {
  const period = periodOf(book, periodId);
  if (!period.ok) return period;
  const contents = formContents(book, period.value);
  const names = formFileNames(contents);
  const duties = dutiesOf(book.plan, book.registry, period.value.due);
  return ok({
    period: period.value,
    forms: contents.map((form, index) => ({ file: names[index] ?? '', form })),
    withoutAgency: rowsWithoutAgency(book.plan, duties),
  });
}

/** Draws one form as bytes; the same form gives the same bytes. */
export function drawForm(
  files: Pick<WorkbookFiles, 'render'>,
  { form }: PlannedForm,
): Promise<Uint8Array> {
  return files.render(formSpec(form));
}

/** How many entry lines a form has. */
export function rowCount(form: FormContent): number {
  return formRows(form).length;
}
