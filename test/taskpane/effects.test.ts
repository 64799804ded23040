import { fixesOf } from '../../src/app/fixes';
import type { CheckedBook } from '../../src/app/live/checkLive';
import { trackPlan } from '../../src/app/trackPlan';
import { workbookFiles } from '../../src/app/wiring';
import { countOpenErrors } from '../../src/domain/checks/waivers';
import { readXlsx } from '../../src/gateways/xlsx/read/read';
import type { State } from '../../src/taskpane/state';
import { seedPlan } from '../support/plans';
import { day } from '../workbook/support/filled';
import { paneWith, startPane, type Running } from './running';

/** Types into cells as a person does; the pane hears of it with its next check. */
async function type(
  { session }: Running,
  sheet: string,
  cells: Readonly<Record<string, string | number>>,
): Promise<void> {
  const context = session.newContext();
  const item = context.workbook.worksheets.getItem(sheet);
  for (const [cell, value] of Object.entries(cells)) item.getRange(cell).values = [[value]];
  await context.sync();
}

function stepOf({ store }: Running): State['step'] {
  return store.get().step;
}

function openBook({ store }: Running): CheckedBook {
  const { book } = store.get();
  if (book.kind !== 'open') throw new Error(`The workbook is ${book.kind}.`);
  return book.checked;
}

function codesIn(running: Running): readonly string[] {
  return openBook(running).issues.map(({ code }) => code);
}

/** The cell of the actual in the row with this id. */
function actualOf(running: Running, id: string): string {
  const line = openBook(running).book.indicators.lines.find((each) => each.id === id);
  return line?.cells.get('actual')?.address ?? '';
}

it('says that an empty workbook holds no plan', async () => {
  const running = startPane();
  await running.effects.check();
  expect(running.store.get()).toMatchObject({ book: { kind: 'none' }, work: null, outcome: null });
});

it('says why a plan cannot be read, and stays where it was', async () => {
  const running = startPane();
  await running.effects.readFile(new File(['Không phải kế hoạch'], 'thu.txt'));
  expect(stepOf(running)).toMatchObject({
    kind: 'choose',
    failure: { kind: 'failure', failure: { code: 'notAPlan', params: { file: 'thu.txt' } } },
  });
  await running.effects.readBuiltIn('none', 'Huế');
  expect(stepOf(running)).toMatchObject({ failure: { failure: { code: 'fileNotFound' } } });
});

it('does the whole job: load, check, fix, undo, waive, settings, report', async () => {
  const running = startPane();
  const { effects, store, saved, session } = running;
  await effects.readBuiltIn('hue', 'Huế');
  expect(stepOf(running)).toMatchObject({ kind: 'review', failure: null });
  await effects.prepare();
  expect(stepOf(running)).toMatchObject({ kind: 'confirm', prepared: { before: null } });
  await effects.load();
  expect(stepOf(running)).toMatchObject({ kind: 'loaded', rendered: { kept: [] } });
  expect(store.get().book).toMatchObject({ kind: 'open', watched: true });

  const cells = { [actualOf(running, 'CT-6')]: "'56%", [actualOf(running, 'CT-7')]: -3 };
  await type(running, 'Chỉ tiêu', cells);
  await effects.check();
  const found = openBook(running).issues.filter(({ severity }) => severity === 'error');
  expect(found.map(({ code }) => code)).toEqual([
    'numberAsText',
    'negativeFigure',
    'overdueNotReported',
  ]);

  const [text, negative] = found;
  if (!text || !negative) throw new Error('There are no issues.');
  await effects.fix(fixesOf(text));
  const { outcome } = store.get();
  expect(codesIn(running)).not.toContain('numberAsText');
  if (outcome?.kind !== 'fixed') throw new Error('Nothing was fixed.');
  await effects.undo(outcome.undo);
  expect(codesIn(running)).toContain('numberAsText');
  await effects.fix(fixesOf(text));

  await effects.waive(negative, 'Số liệu điều chỉnh', 'Nguyễn Văn A');
  expect(store.get()).toMatchObject({ outcome: { kind: 'waived' }, waivedBy: 'Nguyễn Văn A' });
  const { issues, book } = openBook(running);
  expect(book.waivers).toMatchObject([{ code: 'negativeFigure', by: 'Nguyễn Văn A' }]);
  expect(countOpenErrors(issues, book.waivers)).toBe(1);

  await effects.show({ sheet: 'Chỉ tiêu', cell: actualOf(running, 'CT-7') });
  expect(store.get().outcome).toMatchObject({ kind: 'waived' });

  const bands = { attention: -2, atRisk: -6, alarm: -12 };
  await effects.changeSettings({ asOf: day(2025, 12, 31), bands, dueSoonDays: 20 });
  expect(openBook(running).book.settings).toMatchObject({
    asOf: '2025-12-31',
    bands,
    dueSoonDays: 20,
  });
  await effects.refresh();
  expect(store.get().outcome).toMatchObject({ kind: 'refreshed' });

  await effects.makeReport();
  expect(store.get().report).toMatchObject({ openErrors: 1 });
  effects.saveReport();
  const [[name, bytes] = []] = saved;
  expect(name).toMatch(/^Báo cáo tổng hợp Huế .*\.xlsx$/);
  expect(readXlsx(bytes ?? new Uint8Array(), 'bao-cao.xlsx').ok).toBe(true);
  await effects.openReport();
  expect(store.get().outcome).toEqual({ kind: 'reportOpened' });
  expect(session.host.openedWorkbooks).toHaveLength(1);
}, 120_000);

it('takes a selected table as a plan', async () => {
  const running = startPane();
  const context = running.session.newContext();
  const range = context.workbook.worksheets.getFirst().getRange('B2:F4');
  range.values = [
    ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian hoàn thành'],
    [1, 'Ban hành kế hoạch chuyển đổi số', 'Sở Khoa học và Công nghệ', '', 'Quý I/2026'],
    [2, 'Nâng cấp nền tảng dữ liệu dùng chung', 'Sở Tài chính', 'Các sở', '2026'],
  ];
  range.select();
  await context.sync();
  await running.effects.readSelection();
  const step = stepOf(running);
  if (step.kind !== 'review') throw new Error(`The step is ${step.kind}.`);
  expect(step.review.plan.tasks.map(({ leadText }) => leadText)).toEqual([
    'Sở Khoa học và Công nghệ',
    'Sở Tài chính',
  ]);
});

it('takes a cell merged over rows of a selected table for each of them', async () => {
  const running = startPane();
  const context = running.session.newContext();
  const sheet = context.workbook.worksheets.getFirst();
  const range = sheet.getRange('B2:E6');
  range.values = [
    ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Thời gian hoàn thành'],
    ['I', 'Hạ tầng số', '', ''],
    [1, 'Ban hành kế hoạch chuyển đổi số', 'Sở Khoa học và Công nghệ', 'Quý I/2026'],
    [2, 'Nâng cấp nền tảng dữ liệu dùng chung', '', '2026'],
    [3, 'Đào tạo kỹ năng số cho cán bộ', '', '2027'],
  ];
  sheet.getRange('C3:E3').merge();
  sheet.getRange('D4:D6').merge();
  range.select();
  await context.sync();
  await running.effects.readSelection();
  const step = stepOf(running);
  if (step.kind !== 'review') throw new Error(`The step is ${step.kind}.`);
  expect(step.review.plan.tasks.map(({ section, leadText }) => [section, leadText])).toEqual([
    ['I', 'Sở Khoa học và Công nghệ'],
    ['I', 'Sở Khoa học và Công nghệ'],
    ['I', 'Sở Khoa học và Công nghệ'],
  ]);
});

it.each([
  [
    'a table with merged cells',
    '<meta charset="utf-8"><table><tr><td>TT<td>Nhiệm vụ<td>Cơ quan chủ trì<td>Thời gian<tr><td>1<td>Ban hành kế hoạch<td rowspan=2>Sở Tài chính<td>2026<tr><td>2<td>Nâng cấp nền tảng<td>2027</table>',
    'TT',
  ],
  [
    'text that came with mere styles',
    '<span style="color:red">TT</span>',
    'TT\tNhiệm vụ\tCơ quan chủ trì\tThời gian\n1\tBan hành kế hoạch\tSở Tài chính\t2026\n2\tNâng cấp nền tảng\tSở Tài chính\t2027',
  ],
])('takes what is pasted as a plan: %s', async (_, html, text) => {
  const running = startPane();
  await running.effects.readPasted(html, text);
  const step = stepOf(running);
  if (step.kind !== 'review') throw new Error(`The step is ${step.kind}.`);
  expect(step.review.plan.tasks.map(({ name, leadText }) => [name, leadText])).toEqual([
    ['Ban hành kế hoạch', 'Sở Tài chính'],
    ['Nâng cấp nền tảng', 'Sở Tài chính'],
  ]);
});

it('says that an empty selection is empty', async () => {
  const running = startPane();
  await running.effects.readSelection();
  expect(running.store.get()).toMatchObject({
    step: { kind: 'choose' },
    outcome: { kind: 'selectionEmpty' },
  });
});

it('leaves the workbook as it was when a load is stopped', async () => {
  const running = startPane();
  const { effects, session } = running;
  const sheets = (): readonly string[] => session.host.model.sheets.map(({ name }) => name);
  const before = sheets();
  await effects.readBuiltIn('can-tho', 'Cần Thơ');
  await effects.prepare();
  const loading = effects.load();
  effects.stop();
  await loading;
  expect(stepOf(running)).toMatchObject({
    kind: 'confirm',
    failure: { failure: { code: 'cancelled', undone: true } },
  });
  expect(sheets()).toEqual(before);
});

it('keeps what is shown when Excel refuses, and says why', async () => {
  let refuse = false;
  const running = await paneWith('can-tho', {
    faults: () => (refuse ? { code: 'GeneralException', when: 'before' } : null),
  });
  refuse = true;
  await running.effects.check();
  expect(running.store.get()).toMatchObject({
    book: { kind: 'open' },
    work: null,
    outcome: { kind: 'failed', trouble: { failure: { code: 'unknownOffice' } } },
  });
});

it('puts the chosen readings of doubtful places into the plan', async () => {
  const running = startPane();
  const { effects, store } = running;
  await effects.readBuiltIn('nga-nam', 'Ngã Năm');
  const step = stepOf(running);
  if (step.kind !== 'review') throw new Error(`The step is ${step.kind}.`);
  const note = step.review.plan.notes.findIndex(({ code }) => code === 'leadNotNamed');
  const row = step.review.plan.notes[note]?.where.row;
  store.dispatch({ type: 'noteSettled', note, as: 0 });
  await effects.prepare();
  const now = stepOf(running);
  if (now.kind !== 'confirm') throw new Error(`The step is ${now.kind}.`);
  const lead = now.prepared.plan.indicators.find(({ id }) => id === row)?.leads;
  expect(lead).toEqual([step.review.plan.agencies[0]?.id]);
});

describe('beside the report', () => {
  const given = (name: string, bytes: Uint8Array): File => new File([new Uint8Array(bytes)], name);

  async function bookOfPlan(name: string): Promise<File> {
    const bytes = await trackPlan(workbookFiles, seedPlan(name), day(2025, 11, 25));
    return given(`${name}.xlsx`, bytes);
  }

  function previewOf({ store }: Running): Extract<State['compare'], { kind: 'preview' }> {
    const { compare } = store.get();
    if (compare.kind !== 'preview') throw new Error('Nothing is compared.');
    return compare;
  }

  it('writes the narrative and saves it', async () => {
    const running = await paneWith('hue');
    await running.effects.saveNarrative();
    expect(running.store.get().outcome).toMatchObject({ kind: 'narrativeSaved' });
    expect([...running.saved.keys()]).toEqual(['Lời văn báo cáo Huế 2025-11.docx']);
  });

  it('compares with other workbooks, takes a correction and keeps it for the next time', async () => {
    const running = await paneWith('hue');
    const { effects, store, saved } = running;
    await effects.compareWith([await bookOfPlan('tien-giang')]);
    expect(
      previewOf(running).compared.comparison.books.map(({ book }) => book.plan.locality),
    ).toEqual(['Huế', 'Tiền Giang']);
    const of = { party: 'tien-giang-69-kh-ubnd', indicator: 'CT-4' };
    await effects.correctMatch(of, { ...of, with: null });
    effects.saveComparison();
    expect(store.get().outcome).toMatchObject({ kind: 'comparisonSaved' });
    const [[name, bytes] = ['', new Uint8Array()]] = saved;
    expect(name).toBe('So sánh kế hoạch Huế, Tiền Giang.xlsx');

    await effects.compareWith([await bookOfPlan('tien-giang'), given(name, bytes)]);
    expect(previewOf(running).chosen.corrections).toEqual([{ ...of, with: null }]);
    await effects.correctMatch(of, null);
    expect(previewOf(running).chosen.corrections).toEqual([]);
  });

  it('says why a file cannot be compared, and compares nothing', async () => {
    const running = await paneWith('hue');
    await running.effects.compareWith([await bookOfPlan('hue')]);
    expect(running.store.get()).toMatchObject({
      compare: { kind: 'choose' },
      outcome: { kind: 'failed', trouble: { failure: { code: 'planTwice' } } },
    });
  });
});
