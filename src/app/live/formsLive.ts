import { ok, type Result } from '../../domain/result';
import type { OperationOptions } from '../../gateways/excel/batch';
import { drawForm, planForms } from '../makeForms';
import type { LiveFailure, OpenWorkbook, WorkbookFiles } from '../ports';
import { takeBook } from './takeBook';

/** Forms as one file to be saved: the form itself, or a zip of several. */
export type MadeForms = {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly count: number;
};

/**
 * Makes the forms of a period: the one of an agency, or all of them as a zip; null when it was
 * stopped. Progress counts forms. Fails where the period is gone, or with Excel's reason.
 */
export async function formsLive(
  open: OpenWorkbook,
  files: Pick<WorkbookFiles, 'render'>,
  pack: (files: ReadonlyMap<string, Uint8Array>) => Uint8Array,
  wanted: { readonly period: string; readonly agency: string | null },
  { signal, onProgress }: OperationOptions = {},
): Promise<Result<MadeForms | null, LiveFailure>> {
  const taken = await takeBook(open, null);
  if (!taken.ok) return taken;
  const planned = planForms(taken.value.book, wanted.period);
  if (!planned.ok) return planned;
  const forms = planned.value.forms.filter(
    ({ form }) => wanted.agency === null || form.agency.id === wanted.agency,
  );
  const drawn = new Map<string, Uint8Array>();
  for (const form of forms) {
    onProgress?.({ done: drawn.size, total: forms.length });
    if (signal?.aborted === true) return ok(null);
    drawn.set(form.file, await drawForm(files, form));
  }
  const [only] = drawn;
  if (wanted.agency !== null && only)
    return ok({ name: only[0], bytes: only[1], count: drawn.size });
  const name = `phieu-bao-cao-${planned.value.period.id}.zip`;
  return ok({ name, bytes: pack(drawn), count: drawn.size });
}
