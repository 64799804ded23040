import { openNextPeriod, undoLastAction } from '../../src/app/periodActions';
import type { OpenedFile } from '../../src/app/changeBook';
import { workbookFiles } from '../../src/app/wiring';
import type { Book } from '../../src/domain/book';
import { cellOf as fieldOf, linesById } from '../../src/domain/entries';
import { patchXlsx } from '../../src/gateways/xlsx/patch/patch';
import {
  cellOf,
  collected,
  collectedInto,
  digest,
  formOf,
  reopened,
  snapshotOf,
  trackedFile,
  typedInto,
  type Sent,
} from '../support/forms';

const KHCN = 'so-khoa-hoc-va-cong-nghe';
const TTTT = 'so-thong-tin-va-truyen-thong';
let book: OpenedFile;
/** A task led by two agencies, and one led by a group. */
let shared = '';
let ofGroup = '';
/** An indicator that is measured by a number and led by one agency alone. */
let measured = '';

beforeAll(async () => {
  book = await trackedFile('hue');
  const { plan } = book.book;
  shared =
    plan.tasks.find(
      ({ leads }) => leads.join() === [KHCN, TTTT].join() || leads.join() === [TTTT, KHCN].join(),
    )?.id ?? '';
  ofGroup = plan.tasks.find(({ leads }) => leads.join() === 'cac-so-nganh-va-dia-phuong')?.id ?? '';
  measured =
    plan.indicators.find(({ leads, target }) => leads.join() === KHCN && target?.kind === 'atLeast')
      ?.id ?? '';
}, 60_000);

async function khcn(
  more: Parameters<typeof typedInto>[1] = [],
  file = 'khcn.xlsx',
  written?: string,
): Promise<Sent> {
  const bytes = await typedInto(await formOf(book, KHCN), [
    ['Chỉ tiêu', measured, 'Thực hiện', 41.5],
    ['Chỉ tiêu', measured, 'Nguồn số liệu', 'BC 12'],
    ['Nhiệm vụ', shared, '% hoàn thành', 30],
    ['Nhiệm vụ', ofGroup, '% hoàn thành', 80],
    ...more,
  ]);
  return written === undefined ? { file, bytes } : { file, bytes, written };
}

async function tttt(): Promise<Sent> {
  const bytes = await typedInto(await formOf(book, TTTT), [
    ['Nhiệm vụ', shared, '% hoàn thành', 55],
    ['Nhiệm vụ', ofGroup, '% hoàn thành', 20],
  ]);
  return { file: 'tttt.xlsx', bytes };
}

function value(of: Book, id: string, field: 'actual' | 'percent' | 'result' | 'source'): unknown {
  const line = field === 'actual' ? linesById(of.indicators).get(id) : undefined;
  const task = field === 'actual' ? undefined : linesById(of.tasks).get(id);
  const content = line
    ? fieldOf(line, 'actual').content
    : task
      ? fieldOf(task, field === 'source' ? 'source' : field === 'result' ? 'result' : 'percent')
          .content
      : null;
  return content?.kind === 'number'
    ? content.value
    : content?.kind === 'text'
      ? content.text
      : null;
}

describe('submissions in one workbook', () => {
  it('every figure is in its row, and in the history with file, cell, hash and time', async () => {
    const sent = await khcn();
    const after = await collectedInto(book, [sent]);
    expect(value(after.book, measured, 'actual')).toBe(41.5);
    const form = cellOf(snapshotOf(sent.bytes), 'Chỉ tiêu', measured, 'Thực hiện');
    expect(after.book.history).toContainEqual({
      period: '2025-11',
      row: measured,
      agency: KHCN,
      field: 'actual',
      value: 41.5,
      file: 'khcn.xlsx',
      sheet: 'Chỉ tiêu',
      cell: `H${form.row}`,
      hash: await digest(sent.bytes),
      time: '2025-11-12T09:00:00',
    });
    expect(after.book.log).toMatchObject([{ action: 'accepted', agency: KHCN, file: 'khcn.xlsx' }]);
  });

  it('agencies that lead one row and differ are a conflict: the first named stands until one is chosen', async () => {
    const sent = [await khcn(), await tttt()];
    const first = book.book.plan.tasks.find(({ id }) => id === shared)?.leads[0];
    const stands = first === KHCN ? 30 : 55;
    const { collection } = await collected(book, sent);
    expect(collection.conflicts).toMatchObject([
      { line: shared, field: 'percent', chosen: first, by: 'rule' },
    ]);
    expect(collection.conflicts[0]?.statements.map((each) => each.value).sort()).toEqual([30, 55]);
    const after = await collectedInto(book, sent);
    expect(value(after.book, shared, 'percent')).toBe(stands);
    const other = first === KHCN ? TTTT : KHCN;
    const chosen = await collectedInto(after, [], {
      choices: [{ line: shared, field: 'percent', agency: other }],
      time: '2025-11-13T09:00:00',
    });
    expect(value(chosen.book, shared, 'percent')).toBe(85 - stands);
    expect(chosen.book.log.at(-1)).toMatchObject({ action: 'chosen', line: shared, agency: other });
  });

  it('a row of a group is as good as its worst member, who is named, and not done while some are silent', async () => {
    const after = await collectedInto(book, [
      await khcn([['Nhiệm vụ', ofGroup, '% hoàn thành', 100]]),
      await tttt(),
    ]);
    expect(value(after.book, ofGroup, 'percent')).toBe(20);
    expect(value(after.book, ofGroup, 'result')).toMatch(
      /^2\/\d+ cơ quan đã báo cáo\..*Sở Thông tin và Truyền thông \(20\).*Chưa báo cáo: /,
    );
    const alone = await collectedInto(book, [
      await khcn([['Nhiệm vụ', ofGroup, '% hoàn thành', 100]]),
    ]);
    expect(value(alone.book, ofGroup, 'percent')).toBeNull();
  });

  it('the file saved later stands, whichever comes first, and the other stays in the history', async () => {
    const [early, late] = [
      await khcn([], 'cu.xlsx', '2025-11-10T08:00:00'),
      await khcn([['Chỉ tiêu', measured, 'Thực hiện', 43]], 'moi.xlsx', '2025-11-11T08:00:00'),
    ];
    const one = await collectedInto(await collectedInto(book, [early]), [late]);
    const two = await collectedInto(await collectedInto(book, [late]), [early]);
    expect(value(one.book, measured, 'actual')).toBe(43);
    expect(snapshotOf(one.bytes)).toEqual(snapshotOf(two.bytes));
    expect(
      one.book.history
        .filter(({ row, field }) => row === measured && field === 'actual')
        .map((each) => each.value),
    ).toEqual([43, 41.5]);
    const { collection } = await collected(await collectedInto(book, [early]), [late]);
    expect(collection.replaced).toMatchObject([
      { agency: KHCN, file: 'moi.xlsx', replaced: 'cu.xlsx' },
    ]);
    expect(collection.agencies).toMatchObject([{ agency: KHCN, changed: 1, new: 0, dropped: 0 }]);
  });

  it('a value that is empty in the later file is dropped from the row', async () => {
    const early = await khcn([], 'cu.xlsx', '2025-11-10T08:00:00');
    const late = await khcn(
      [['Chỉ tiêu', measured, 'Thực hiện', null]],
      'moi.xlsx',
      '2025-11-11T08:00:00',
    );
    const first = await collectedInto(book, [early]);
    const { collection } = await collected(first, [late]);
    expect(collection.agencies).toMatchObject([{ dropped: 1 }]);
    expect(value((await collectedInto(first, [late])).book, measured, 'actual')).toBeNull();
  });

  it('a file that was taken in before changes nothing, not a byte', async () => {
    const sent = await khcn();
    const once = await collectedInto(book, [sent]);
    const twice = await collectedInto(once, [{ ...sent, file: 'ban-sao.xlsx' }], {
      time: '2025-11-20T10:00:00',
    });
    expect(Buffer.from(once.bytes).equals(twice.bytes)).toBe(true);
    const { collection } = await collected(once, [sent]);
    expect(collection.unchanged.map(({ file }) => file)).toEqual(['khcn.xlsx']);
  });

  it('a file left out is logged with its reason and not counted', async () => {
    const sent = await khcn();
    const after = await collectedInto(book, [sent], {
      exclude: new Map([['khcn.xlsx', 'gửi nhầm']]),
    });
    expect(value(after.book, measured, 'actual')).toBeNull();
    expect(after.book.log).toMatchObject([
      { action: 'excluded', file: 'khcn.xlsx', agency: KHCN, detail: 'gửi nhầm' },
    ]);
  });

  it('what the owner typed is kept when a submission says otherwise, and stays when none does', async () => {
    const typed = reopened(await typedInto(book.bytes, [['Chỉ tiêu', measured, 'Thực hiện', 12]]));
    const after = await collectedInto(typed, [await khcn()]);
    expect(value(after.book, measured, 'actual')).toBe(41.5);
    expect(after.book.history.find(({ agency }) => agency === '')).toMatchObject({
      row: measured,
      value: 12,
      file: 'so.xlsx',
    });
    const corrected = reopened(
      await typedInto(after.bytes, [['Chỉ tiêu', measured, 'Thực hiện', 40]]),
    );
    const later = await collectedInto(corrected, [await tttt()], { time: '2025-11-13T09:00:00' });
    expect(value(later.book, measured, 'actual')).toBe(40);
  });

  it('says who has sent, who is late and who is missing', async () => {
    const after = await collectedInto(book, [await khcn()], { time: '2025-11-26T09:00:00' });
    const { collection } = await collected(after, [await tttt()]);
    const of = (id: string) => collection.completeness.find(({ agency }) => agency === id);
    expect([of(KHCN)?.arrival, of(TTTT)?.arrival, of('so-y-te')?.arrival]).toEqual([
      'late',
      'onTime',
      'missing',
    ]);
    expect(of(KHCN)).toMatchObject({ reported: 3, file: 'khcn.xlsx' });
    const sheet = snapshotOf((await collectedInto(book, [await khcn()])).bytes).sheets.find(
      ({ name }) => name === 'Tình hình nộp',
    );
    expect(
      sheet?.cells.some(({ content }) => content.kind === 'text' && content.text === '● Đúng hạn'),
    ).toBe(true);
  });
});

describe('undoing', () => {
  function entered({ indicators, tasks, history, log, settings }: Book) {
    const shown = (table: Book['indicators'] | Book['tasks']) =>
      table.lines.map(({ id, cells }) => [
        id,
        [...cells]
          .filter(([, cell]) => cell.formula === null)
          .map(([field, { content }]) => [field, content]),
      ]);
    return { indicators: shown(indicators), tasks: shown(tasks), history, log, settings };
  }
  async function undone(of: OpenedFile): Promise<OpenedFile> {
    const outcome = await undoLastAction(workbookFiles, of);
    if (!outcome.ok) throw new Error(outcome.error.code);
    expect(outcome.value.file.redrawn).toBe(false);
    return reopened(outcome.value.file.bytes);
  }

  it('a collection: the workbook is as it was, typed values and all', async () => {
    const typed = reopened(
      await typedInto(book.bytes, [
        ['Chỉ tiêu', measured, 'Thực hiện', 12],
        ['Nhiệm vụ', shared, '% hoàn thành', 7],
      ]),
    );
    const after = await collectedInto(typed, [await khcn(), await tttt()]);
    expect(entered((await undone(after)).book)).toEqual(entered(typed.book));
  });
  it('the last of several collections only', async () => {
    const first = await collectedInto(book, [await khcn()]);
    const second = await collectedInto(first, [await tttt()], { time: '2025-11-13T09:00:00' });
    expect(entered((await undone(second)).book)).toEqual(entered(first.book));
  });
  it('the opening of a period', async () => {
    const first = await collectedInto(book, [await khcn(), await tttt()]);
    const opening = await openNextPeriod(workbookFiles, first, null, '2025-12-01T08:00:00', null);
    if (!opening.ok) throw new Error(opening.error.code);
    const next = reopened(opening.value.file.bytes);
    expect(next.book.settings).toMatchObject({ period: { id: '2026-06' }, asOf: '2025-11-26' });
    expect(value(next.book, measured, 'actual')).toBeNull();
    expect(
      next.book.history
        .filter(({ row, field }) => row === measured && field === 'actual')
        .map(({ agency, value: was }) => [agency, was]),
    ).toEqual([
      ['', 41.5],
      [KHCN, 41.5],
    ]);
    expect(entered((await undone(next)).book)).toEqual(entered(first.book));
  });
  it('nothing, when nothing was done', async () => {
    expect(await undoLastAction(workbookFiles, book)).toMatchObject({
      error: { code: 'nothingToUndo' },
    });
  });
});

describe('a past period', () => {
  it('takes a correction into the history, logs it, and leaves the open period alone', async () => {
    const first = await collectedInto(book, [await khcn()]);
    const opening = await openNextPeriod(workbookFiles, first, null, '2025-12-01T08:00:00', null);
    if (!opening.ok) throw new Error(opening.error.code);
    const next = reopened(opening.value.file.bytes);
    const past = next.book.settings.periods.find(({ id }) => id === '2025-11');
    if (!past) throw new Error('no period');
    const late = await khcn(
      [['Chỉ tiêu', measured, 'Thực hiện', 44]],
      'sua.xlsx',
      '2025-12-02T08:00:00',
    );
    const after = await collectedInto(next, [late], { period: past, time: '2025-12-03T08:00:00' });
    expect(value(after.book, measured, 'actual')).toBeNull();
    expect(after.book.log.filter(({ action }) => action === 'corrected')).toMatchObject([
      { line: measured, field: 'actual', detail: '41.5 → 44' },
    ]);
    const lines = after.book.history.filter(
      ({ row, field }) => row === measured && field === 'actual',
    );
    expect(lines[0]).toMatchObject({ agency: '', value: 44 });
    expect(await collected(after, [late], { period: past })).toMatchObject({
      collection: { unchanged: [{ file: 'sua.xlsx' }] },
    });
  });
  it('is named when its form comes in for another', async () => {
    const { rejected } = await collected(book, [
      { file: 'ky-khac.xlsx', bytes: await formOf(book, KHCN, '2025-06') },
    ]);
    expect(rejected).toMatchObject([
      { failure: { code: 'formOtherPeriod', params: { seen: '2025-06', expected: '2025-11' } } },
    ]);
  });
});

it('keeps columns, sheets and looks that the owner added', async () => {
  const snapshot = book.snapshot;
  const { row } = cellOf(snapshot, 'Nhiệm vụ', shared, 'Mã');
  const own = await patchXlsx(book.bytes, 'so.xlsx', [
    {
      sheet: 'Nhiệm vụ',
      results: [],
      body: null,
      cells: [{ row, column: 60, value: { kind: 'text', text: 'của tôi' } }],
    },
  ]);
  if (!own.ok) throw new Error(own.error.code);
  const after = await collectedInto(reopened(own.value), [await khcn()]);
  const sheet = after.snapshot.sheets.find(({ name }) => name === 'Nhiệm vụ');
  expect(sheet?.cells).toContainEqual({
    row,
    column: 60,
    content: { kind: 'text', text: 'của tôi' },
    formula: null,
  });
});
