import type { IsoDate } from '../domain/dates';
import { formRows } from '../workbook/form/content';
import type { PlannedForms } from './makeForms';

/** What `forms --json` prints. */
export type FormsView = {
  readonly folder: string;
  readonly period: string;
  readonly due: IsoDate;
  readonly forms: readonly {
    readonly file: string;
    readonly agency: string;
    readonly name: string;
    /** Entry lines of the form: parts of composite targets are lines of their own. */
    readonly rows: readonly string[];
    /** Groups the agency reports as a member of. */
    readonly groups: readonly string[];
    /** Names of the bodies whose duties it took over. */
    readonly instead: readonly string[];
  }[];
  readonly withoutAgency: PlannedForms['withoutAgency'];
};

/** Leaves of planned forms only what other programs are promised. */
export function formsView(
  { period, forms, withoutAgency }: PlannedForms,
  folder: string,
): FormsView {
  return {
    folder,
    period: period.id,
    due: period.due,
    forms: forms.map(({ file, form }) => ({
      file,
      agency: form.agency.id,
      name: form.agency.name,
      rows: formRows(form),
      groups: [...new Set(form.duties.flatMap(({ group }) => group ?? []))],
      instead: form.instead,
    })),
    withoutAgency,
  };
}
