import { planForms, type PlannedForms } from '../../../src/app/makeForms';
import { openBook } from '../../../src/app/openBook';
import { sampleContent } from '../../../src/app/sampleContent';
import { workbookFiles } from '../../../src/app/wiring';
import { entrySlots } from '../../../src/domain/assessment/book';
import type { Book } from '../../../src/domain/book';
import { columnHeaders } from '../../../src/messages/columnHeaders';
import { formIndicatorLayout, formTaskLayout } from '../../../src/workbook/form/columns';
import { formRows } from '../../../src/workbook/form/content';
import { formFileNames, formSpec } from '../../../src/workbook/form/formSpec';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { day } from '../../support/book';
import { seedPlan } from '../../support/plans';

let book: Book;
let planned: PlannedForms;

beforeAll(async () => {
  const content = sampleContent(seedPlan('tien-giang'), day('2025-12-01'));
  const registry = content.registry.map((each) =>
    each.id === 'so-thong-tin-va-truyen-thong'
      ? {
          ...each,
          successor: 'so-khoa-hoc-va-cong-nghe',
          successorFrom: day('2025-11-01'),
        }
      : each,
  );
  const bytes = await workbookFiles.render(trackingSpec({ ...content, registry }));
  const opened = openBook(workbookFiles, bytes, 'so.xlsx', null);
  if (!opened.ok) throw new Error(opened.error.code);
  book = opened.value;
  planned = formsOf('2025-11');
}, 60_000);

function formsOf(period: string): PlannedForms {
  const forms = planForms(book, period);
  if (!forms.ok) throw new Error(forms.error.code);
  return forms.value;
}

function formOf(agency: string, forms = planned) {
  const found = forms.forms.find(({ form }) => form.agency.id === agency);
  if (!found) throw new Error(`no form for ${agency}`);
  return found;
}

describe('the forms of a period', () => {
  it('hold every entry line that somebody answers for, and nothing else', () => {
    const lost = new Set(planned.withoutAgency.map(({ row }) => row));
    const expected = [
      ...book.plan.indicators
        .filter(({ id }) => !lost.has(id))
        .flatMap(entrySlots)
        .map(({ lineId }) => lineId),
      ...book.plan.tasks.map(({ id }) => id).filter((id) => !lost.has(id)),
    ];
    expect(new Set(planned.forms.flatMap(({ form }) => formRows(form)))).toEqual(new Set(expected));
    expect(lost.size).toBeLessThan(5);
  });
  it('give the rows of a group to each of its members', () => {
    const group = 'cac-so-ban-nganh-dia-phuong';
    const row = book.plan.tasks.find(({ leads }) => leads.includes(group))?.id ?? '';
    const members = book.registry.find(({ id }) => id === group)?.members ?? [];
    const having = planned.forms.filter(({ form }) => formRows(form).includes(row));
    expect(members.length).toBeGreaterThan(8);
    expect(new Set(having.map(({ form }) => form.agency.id))).toEqual(
      new Set(
        members.map((id) =>
          id === 'so-thong-tin-va-truyen-thong' ? 'so-khoa-hoc-va-cong-nghe' : id,
        ),
      ),
    );
  });
  it('go to the successor from its day, and say so', () => {
    const { form } = formOf('so-khoa-hoc-va-cong-nghe');
    expect(form.instead).toEqual(['Sở Thông tin và Truyền thông']);
    expect(
      planned.forms.some(({ form: each }) => each.agency.id === 'so-thong-tin-va-truyen-thong'),
    ).toBe(false);
    const before = formsOf('2025-06');
    expect(formRows(formOf('so-thong-tin-va-truyen-thong', before).form).length).toBeGreaterThan(
      30,
    );
  });
  it('have names that sort, are plain ASCII and differ', () => {
    const names = planned.forms.map(({ file }) => file);
    expect(names.every((name) => /^phieu_2025-11_[a-z0-9-]+(?:_\d+)?\.xlsx$/.test(name))).toBe(
      true,
    );
    expect(new Set(names).size).toBe(names.length);
    const [first] = planned.forms;
    expect(first ? formFileNames([first.form, first.form]) : []).toEqual([
      first?.file,
      first?.file.replace('.xlsx', '_2.xlsx'),
    ]);
  });
  it('are the same bytes each time', async () => {
    const { form } = formOf('cuc-thong-ke');
    const [one, two] = [
      await workbookFiles.render(formSpec(form)),
      await workbookFiles.render(formSpec(form)),
    ];
    expect(Buffer.from(one).equals(two)).toBe(true);
  });
  it('show the last period beside the empty cells', () => {
    const next = formsOf('2026-06');
    const { form } = formOf('so-khoa-hoc-va-cong-nghe', next);
    const told = formRows(form).filter(
      (row) => form.previous(row, 'actual') ?? form.previous(row, 'percent'),
    );
    expect(told.length).toBeGreaterThan(10);
    const sheet = formSpec(form).sheets.find(({ name }) => name === formIndicatorLayout.sheet);
    const at = formIndicatorLayout.columns.findIndex(({ field }) => field === 'actual') + 1;
    const body = sheet?.cells.filter(({ row, column }) => column === at && row > 6) ?? [];
    expect(body.every(({ value }) => value.kind === 'empty')).toBe(true);
  });
  it('refuse a period the workbook has not, and name those it has', () => {
    expect(planForms(book, '2031-01')).toMatchObject({
      error: {
        code: 'periodUnknown',
        params: { seen: '2031-01', known: '2025-06, 2025-11, 2026-06, 2026-11' },
      },
    });
  });
});

it('names every column as the tracking workbook does', () => {
  for (const { field, header } of formIndicatorLayout.columns)
    expect(header).toBe(columnHeaders.indicator[field]);
  for (const { field, header } of formTaskLayout.columns)
    if (field !== 'previousPercent' && field !== 'previousResult')
      expect(header).toBe(columnHeaders.task[field]);
});
