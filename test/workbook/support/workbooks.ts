import { compareBooks, openCompared } from '../../../src/app/compareBooks';
import { planForms } from '../../../src/app/makeForms';
import { openBook } from '../../../src/app/openBook';
import { sampleContent } from '../../../src/app/sampleContent';
import { workbookFiles } from '../../../src/app/wiring';
import type { Book } from '../../../src/domain/book';
import type { Result } from '../../../src/domain/result';
import { comparisonSpec } from '../../../src/workbook/comparison/comparisonSpec';
import { formSpec } from '../../../src/workbook/form/formSpec';
import type { WorkbookSpec } from '../../../src/workbook/spec';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { day } from '../../support/book';
import { seedPlan } from '../../support/plans';
import { reportOf } from '../report/input';

/** Every kind of workbook the product writes, by name, and the books they are made of, by plan. */
export type Workbooks = {
  readonly specs: ReadonlyMap<string, WorkbookSpec>;
  readonly books: ReadonlyMap<string, Book>;
};

/**
 * The tracking workbook with sample figures, its report and a form of each plan, and one
 * comparison of all of them.
 */
export async function everyWorkbook(plans: readonly string[]): Promise<Workbooks> {
  const specs = new Map<string, WorkbookSpec>();
  const books = new Map<string, Book>();
  const compared: Parameters<typeof openCompared>[1][number][] = [];
  for (const plan of plans) {
    const tracking = trackingSpec(sampleContent(seedPlan(plan), day('2025-12-15')));
    const bytes = await workbookFiles.render(tracking);
    const book = must(openBook(workbookFiles, bytes, `${plan}.xlsx`, null));
    const [form] = must(planForms(book, book.settings.period.id)).forms;
    if (!form) throw new Error(`${plan} has no form.`);
    books.set(plan, book);
    compared.push({ file: `${plan}.xlsx`, bytes, hash: plan });
    specs.set(`the tracking workbook of ${plan}`, tracking);
    specs.set(`a form of ${plan}`, formSpec(form.form));
    specs.set(`the report of ${plan}`, reportOf(book));
  }
  const { input } = compareBooks(must(openCompared(workbookFiles, compared, null)), []);
  specs.set('a comparison', comparisonSpec(input));
  return { specs, books };
}

function must<T, E>(outcome: Result<T, E>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(JSON.stringify(outcome.error));
}
