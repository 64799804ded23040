import type { SheetSpec, WorkbookSpec } from '../spec';
import { indicatorLines } from '../tracking/indicators';
import { placeTable } from '../tracking/place';
import { resultsOf } from '../tracking/results';
import { headerRow } from '../tracking/tableSheet';
import { formIndicatorLayout, formSheets, formTaskLayout } from './columns';
import type { FormContent } from './content';
import { coverNames, coverSheet } from './cover';
import { formIdentitySheet, formNames } from './identity';
import { indicatorTable } from './indicatorTable';
import { taskTable } from './taskTable';

/**
 * The form of one agency for one period (design §7): a cover, its rows, and a hidden identity. A
 * table without rows is left out. The same content gives the same spec.
 */
export function formSpec(form: FormContent): WorkbookSpec {
  const { content, agency, period } = form;
  const assessment = resultsOf(content);
  const lines = indicatorLines(content.plan);
  const indicators =
    lines.length === 0
      ? null
      : placeTable(formIndicatorLayout, formIndicatorLayout.columns, headerRow, lines.length);
  const tasks =
    content.plan.tasks.length === 0
      ? null
      : placeTable(formTaskLayout, formTaskLayout.columns, headerRow, content.plan.tasks.length);
  const sheets: readonly SheetSpec[] = [
    coverSheet(form, { indicators, tasks }),
    ...(indicators ? [indicatorTable(form, indicators, assessment)] : []),
    ...(tasks ? [taskTable(form, tasks, assessment)] : []),
    formIdentitySheet(form),
  ];
  return {
    properties: {
      title: `Phiếu báo cáo ${period.name} – ${agency.name}`,
      subject: content.plan.documentNumber ?? content.plan.locality,
      creator: 'Tiến Độ',
      created: content.created,
    },
    names: [...formNames(form), ...coverNames()],
    sheets,
    activeSheet: formSheets.cover,
  };
}

/** Characters of an agency's id in a file name, so that the whole stays short. */
const LONGEST_ID = 60;

/**
 * Names for the files of forms: plain ASCII letters, so that they survive every mail program; they
 * sort by period and agency, and none is there twice.
 */
export function formFileNames(forms: readonly FormContent[]): readonly string[] {
  const counts = new Map<string, number>();
  return forms.map(({ agency, period }) => {
    const words = agency.id.replace(/[^a-z0-9]+/gi, '-').slice(0, LONGEST_ID);
    const stem = `phieu_${period.id}_${words.toLowerCase()}`;
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return `${stem}${count === 1 ? '' : `_${String(count)}`}.xlsx`;
  });
}
