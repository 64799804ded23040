import { unzipSync } from 'fflate';
import { pastLines } from '../../src/app/pastPeriod';
import type { Book } from '../../src/domain/book';
import { packArchive } from '../../src/gateways/xlsx/archive';
import type { CollectPreview } from '../../src/taskpane/state';
import { typedInto, type Typed } from '../support/forms';
import { paneWith, type Running } from './running';

const PERIOD = '2026-06';

function bookOf({ store }: Running): Book {
  const { book } = store.get();
  if (book.kind !== 'open') throw new Error(`The workbook is ${book.kind}.`);
  return book.checked.book;
}

function previewOf({ store }: Running): CollectPreview {
  const { collect } = store.get();
  if (collect.kind !== 'preview') throw new Error(`The step is ${collect.kind}.`);
  return collect;
}

/** The forms of the pane's workbook by the name of their file, made by the pane. */
async function formsOf(running: Running): Promise<Readonly<Record<string, Uint8Array>>> {
  await running.effects.makeForms(PERIOD, null);
  return unzipSync(running.saved.get(`phieu-bao-cao-${PERIOD}.zip`) ?? new Uint8Array());
}

const science = 'phieu_2026-06_so-khoa-hoc-va-cong-nghe.xlsx';
const finance = 'phieu_2026-06_so-tai-chinh.xlsx';

/** Sở KH&CN and Sở Tài chính lead this indicator together. */
const shared = 'CT-11';

async function fileOf(
  forms: Readonly<Record<string, Uint8Array>>,
  name: string,
  typed: readonly Typed[],
): Promise<File> {
  const bytes = forms[name];
  if (!bytes) throw new Error(`No form ${name} among ${Object.keys(forms).join(', ')}.`);
  return new File([new Uint8Array(await typedInto(bytes, typed))], name);
}

function actualOf(running: Running, id: string): unknown {
  const line = bookOf(running).indicators.lines.find((each) => each.id === id);
  return line?.cells.get('actual')?.content;
}

it('makes forms, collects what came back, settles a conflict, and takes it back', async () => {
  const running = await paneWith('tien-giang');
  const { effects, store } = running;
  const forms = await formsOf(running);
  expect(store.get().outcome).toMatchObject({
    kind: 'formsSaved',
    count: Object.keys(forms).length,
  });
  await effects.makeForms(PERIOD, 'so-tai-chinh');
  expect(running.saved.get(finance)).toEqual(forms[finance]);

  const { period } = bookOf(running).settings;
  const sent = [
    await fileOf(forms, science, [['Chỉ tiêu', shared, 'Thực hiện', 12]]),
    await fileOf(forms, finance, [['Chỉ tiêu', shared, 'Thực hiện', 15]]),
    new File(['không phải bài nộp'], 'thu.xlsx'),
  ];
  await effects.readSubmissions(sent, period);
  const { collection, rejected } = previewOf(running).collected;
  expect(collection.agencies).toMatchObject([{ new: 1 }, { new: 1 }]);
  expect(rejected).toMatchObject([{ file: 'thu.xlsx', failure: { code: 'notAWorkbook' } }]);
  expect(collection.conflicts).toMatchObject([{ line: shared, by: 'rule' }]);
  expect(actualOf(running, shared)).toBeNull();

  await effects.chooseStatement({ line: shared, field: 'actual', agency: 'so-tai-chinh' });
  expect(previewOf(running).collected.collection.conflicts).toMatchObject([
    { chosen: 'so-tai-chinh', by: 'choice' },
  ]);
  const [hash = ''] = collection.taken.flatMap(({ submission }) =>
    submission.agency === 'so-khoa-hoc-va-cong-nghe' ? [submission.hash] : [],
  );
  await effects.leaveFileOut(hash, 'Gửi nhầm');
  expect(previewOf(running).collected.collection).toMatchObject({
    conflicts: [],
    excluded: [{ file: science, reason: 'Gửi nhầm' }],
  });
  await effects.leaveFileOut(hash, null);

  await effects.collect();
  expect(store.get()).toMatchObject({ collect: { kind: 'done', written: { changed: true } } });
  expect(actualOf(running, shared)).toMatchObject({ value: 15 });
  expect(bookOf(running).log.map(({ action }) => action)).toEqual([
    'accepted',
    'accepted',
    'chosen',
  ]);

  await effects.undoLast(bookOf(running).log[0]?.time ?? '');
  expect(store.get()).toMatchObject({
    collect: { kind: 'choose' },
    outcome: { kind: 'lastUndone', cells: 1 },
  });
  expect(actualOf(running, shared)).toBeNull();
  expect(bookOf(running).history).toEqual([]);
}, 60_000);

it('reads the files in a zip, and counts them', async () => {
  const running = await paneWith('tien-giang');
  const forms = await formsOf(running);
  const inside = new Map(
    await Promise.all(
      [science, finance].map(async (name): Promise<[string, Uint8Array]> => [
        `thư mục/${name}`,
        await typedInto(forms[name] ?? new Uint8Array(), [['Chỉ tiêu', shared, 'Thực hiện', 12]]),
      ]),
    ),
  );
  const zip = new File([new Uint8Array(packArchive(inside))], 'bai nop.zip');
  const totals = new Set<number>();
  running.store.subscribe(() => totals.add(running.store.get().work?.progress?.total ?? 0));
  await running.effects.readSubmissions([zip], bookOf(running).settings.period);
  expect(
    previewOf(running).collected.collection.taken.map(({ submission }) => submission.file),
  ).toEqual([`bai nop.zip/thư mục/${science}`, `bai nop.zip/thư mục/${finance}`]);
  expect(totals).toContain(2);
}, 60_000);

it('stops reading, and nothing has changed', async () => {
  const running = await paneWith('tien-giang');
  const forms = await formsOf(running);
  const reading = running.effects.readSubmissions(
    await Promise.all([science, finance].map((name) => fileOf(forms, name, []))),
    bookOf(running).settings.period,
  );
  running.effects.stop();
  await reading;
  expect(running.store.get()).toMatchObject({
    collect: { kind: 'choose' },
    outcome: { kind: 'stopped' },
  });
}, 60_000);

it('opens the next period', async () => {
  const running = await paneWith('tien-giang');
  const { periods, period } = bookOf(running).settings;
  const next = periods[periods.findIndex(({ id }) => id === period.id) + 1];
  await running.effects.openPeriod(next?.id ?? '');
  expect(running.store.get().outcome).toMatchObject({ kind: 'periodOpened', period: next?.name });
  expect(bookOf(running).settings.period.id).toBe(next?.id);
  await running.effects.openPeriod(period.id);
  expect(running.store.get().outcome).toMatchObject({
    kind: 'failed',
    trouble: { failure: { code: 'periodNotLater' } },
  });
}, 60_000);

it('corrects a past period, with the reason in the log, and takes it back', async () => {
  const running = await paneWith('tien-giang');
  const forms = await formsOf(running);
  const { periods, period } = bookOf(running).settings;
  const sent = await fileOf(forms, finance, [['Chỉ tiêu', shared, 'Thực hiện', 15]]);
  await running.effects.readSubmissions([sent], period);
  await running.effects.collect();
  const next = periods[periods.findIndex(({ id }) => id === period.id) + 1];
  await running.effects.openPeriod(next?.id ?? '');
  const { history } = bookOf(running);
  const stands = (): unknown =>
    pastLines(bookOf(running), period)
      .find(({ id }) => id === shared)
      ?.fields.find(({ field }) => field === 'actual')?.value;
  expect(stands()).toBe(15);

  const asked = { period: period.id, line: shared, field: 'actual', reason: 'Nhập nhầm' };
  await running.effects.correct({ ...asked, value: 'khoảng 16' });
  expect(running.store.get().outcome).toMatchObject({
    trouble: { failure: { code: 'correctionRefused', params: { reason: 'unreadableValue' } } },
  });
  await running.effects.correct({ ...asked, value: '16,5' });
  expect(running.store.get().outcome).toEqual({ kind: 'corrected' });
  expect([stands(), actualOf(running, shared)]).toEqual([16.5, null]);
  const [entry] = bookOf(running).log.filter(({ action }) => action === 'corrected');
  expect(entry).toMatchObject({ line: shared, field: 'actual', detail: '15 → 16.5 · Nhập nhầm' });
  await running.effects.undoLast(entry?.time ?? '');
  expect(bookOf(running).history).toEqual(history);
}, 60_000);

it('merges two agencies: the rows of the one are asked of the other', async () => {
  const running = await paneWith('tien-giang');
  const { effects, store } = running;
  const names = { from: 'Sở Tài chính', into: 'Sở Khoa học và Công nghệ' };
  await effects.merge({ from: 'so-tai-chinh', into: 'so-tai-chinh', on: null }, names);
  expect(store.get().outcome).toMatchObject({
    trouble: { failure: { code: 'agenciesNotMerged', params: { reason: 'sameAgency' } } },
  });
  await effects.merge({ from: 'so-tai-chinh', into: 'so-khoa-hoc-va-cong-nghe', on: null }, names);
  expect(store.get().outcome).toMatchObject({ kind: 'merged', ...names });
  expect(bookOf(running).registry.find(({ id }) => id === 'so-tai-chinh')).toMatchObject({
    successor: 'so-khoa-hoc-va-cong-nghe',
  });
  expect(Object.keys(await formsOf(running))).not.toContain(finance);
}, 60_000);

it('copies reminders', async () => {
  const running = await paneWith('tien-giang');
  await running.effects.copyTexts(['Một', 'Hai']);
  expect(running.copied).toEqual(['Một\n\nHai']);
  expect(running.store.get().outcome).toEqual({ kind: 'copied', count: 2 });
});
