import { mergeSubmissions, readSubmissions, type ReadFiles } from '../../../src/app/collectFiles';

import { collectLive, type WrittenCollection } from '../../../src/app/live/collectLive';
import { openPeriodLive } from '../../../src/app/live/openPeriodLive';
import { refreshLive } from '../../../src/app/live/refreshLive';
import { takeBook } from '../../../src/app/live/takeBook';
import { undoLive } from '../../../src/app/live/undoLive';
import { drawForm, planForms } from '../../../src/app/makeForms';
import { openWorkbook, workbookFiles } from '../../../src/app/wiring';
import type { Book } from '../../../src/domain/book';
import type { Choice } from '../../../src/domain/collection/collect';
import { ok } from '../../../src/domain/result';
import { differences } from '../../gateways/excel/facts';
import type { Session } from '../../gateways/excel/session';
import { digest, typedInto, type Typed } from '../../support/forms';
import { loadedSession, planOf, valueOf } from './session';

const time = '2025-11-21T09:00:00';
const plan = planOf('can-tho');

let session: Session;

beforeEach(async () => {
  session = await loadedSession(plan);
});

async function bookNow(): Promise<Book> {
  return valueOf(await takeBook(openWorkbook, null)).book;
}

/** The form of an agency, filled in. */
async function filled(agency: string, typed: readonly Typed[]): Promise<Uint8Array> {
  const book = await bookNow();
  const { forms } = valueOf(planForms(book, book.settings.period.id));
  const form = forms.find((each) => each.form.agency.id === agency);
  if (!form) throw new Error(`No form for ${agency}.`);
  return await typedInto(await drawForm(workbookFiles, form), typed);
}

async function read(sent: Readonly<Record<string, Uint8Array>>): Promise<ReadFiles> {
  const book = await bookNow();
  const found = await readSubmissions(
    workbookFiles,
    book,
    Object.entries(sent).map(([file, bytes]) => ({
      file,
      written: '2025-11-20T08:00:00',
      bytes: () => Promise.resolve(ok(bytes)),
    })),
    { period: book.settings.period, exclude: new Map(), digest },
  );
  if (!found) throw new Error('stopped');
  return found;
}

async function collectNow(
  files: ReadFiles,
  choices: readonly Choice[] = [],
): Promise<WrittenCollection> {
  const { period } = (await bookNow()).settings;
  return valueOf(
    await collectLive(openWorkbook, { read: files, period: period.id, time, choices }),
  );
}

/** What every cell of the workbook holds. */
function cells(): readonly string[] {
  return session.host.model.sheets.flatMap(({ name, grid }) =>
    [...grid.within({ top: 1, left: 1, bottom: 2_000, right: 200 })].flatMap(
      ({ row, column, cell }) => {
        const holds = cell.formula ?? cell.value;
        return holds === null || holds === ''
          ? []
          : [`${name} ${row} ${column} ${JSON.stringify(holds)}`];
      },
    ),
  );
}

/** An agency, and the entry lines it alone reports. */
async function dutiesIn(): Promise<readonly (readonly [string, readonly string[]])[]> {
  const book = await bookNow();
  const { forms } = valueOf(planForms(book, book.settings.period.id));
  return forms.map(({ form }) => [
    form.agency.id,
    form.duties.flatMap(({ row, table, group }) =>
      table === 'task' && group === null ? [row] : [],
    ),
  ]);
}

it('writes what a form says and nothing else, and takes it back', async () => {
  const [agency, [row = '', other = '']] = (await dutiesIn()).find(
    ([, rows]) => rows.length > 1,
  ) ?? ['', []];
  const book = await bookNow();
  const lineOf = (id: string) => book.tasks.lines.find((each) => each.id === id);
  const cell = lineOf(row)?.cells.get('percent')?.address ?? '';
  const formula = lineOf(other)?.cells.get('percent')?.address ?? '';
  session.host.type('Nhiệm vụ', formula, [['=40+2']]);
  session.host.insertTableColumn('NhiemVu', 35, 'Việc tuần này');
  session.host.type('Nhiệm vụ', 'AJ7', [['gọi điện']]);
  valueOf(await refreshLive(openWorkbook));
  const bytes = await filled(agency, [['Nhiệm vụ', row, '% hoàn thành', 55]]);
  const before = cells();

  const { collected, changed: isChanged } = await collectNow(await read({ 'a.xlsx': bytes }));
  expect(isChanged).toBe(true);
  expect(collected.collection.cells).toMatchObject([{ line: row, after: 55 }]);
  const now = await bookNow();
  expect(now.tasks.lines.find((each) => each.id === row)?.cells.get('percent')).toMatchObject({
    address: cell,
    content: { kind: 'number', value: 55 },
  });
  expect(now.tasks.lines.find((each) => each.id === other)?.cells.get('percent')?.formula).toBe(
    '40+2',
  );
  expect(now.history).toMatchObject([{ row, value: 55, file: 'a.xlsx', agency }]);
  expect(now.log).toMatchObject([{ action: 'accepted', agency, time }]);
  expect(
    differences(before, cells()).filter((fact) => /^. (?:Nhiệm vụ|Chỉ tiêu) /.test(fact)),
  ).toEqual([expect.stringMatching(/^\+ Nhiệm vụ \d+ 12 55$/)]);

  const again = await collectNow(await read({ 'a.xlsx': bytes }));
  expect(again.changed).toBe(false);
  expect(await undoLive(openWorkbook, '2025-01-01T00:00:00')).toMatchObject({
    error: { code: 'nothingToUndo' },
  });
  valueOf(await undoLive(openWorkbook, time));
  expect(differences(before, cells())).toEqual([]);
});

it('merges anew when the workbook changed since the preview', async () => {
  const [agency, [row = '']] = (await dutiesIn()).find(([, rows]) => rows.length > 0) ?? ['', []];
  const files = await read({
    'a.xlsx': await filled(agency, [['Nhiệm vụ', row, '% hoàn thành', 55]]),
  });
  const book = await bookNow();
  const { period } = book.settings;
  const preview = mergeSubmissions(book, files, { period, time, choices: [] });
  expect(preview.collection.cells).toMatchObject([{ before: null }]);
  const cell = book.tasks.lines.find((each) => each.id === row)?.cells.get('percent')?.address;
  session.host.type('Nhiệm vụ', cell ?? '', [[30]]);
  const { collected } = await collectNow(files);
  expect(collected.collection.cells).toMatchObject([{ before: 30, after: 55, typed: true }]);
  valueOf(await undoLive(openWorkbook, time));
  const now = await bookNow();
  expect(
    now.tasks.lines.find((each) => each.id === row)?.cells.get('percent')?.content,
  ).toMatchObject({ value: 30 });
});

it('opens the next period and takes it back, the settings too', async () => {
  session.host.type('Nhiệm vụ', 'L7:L8', [[60], [70]]);
  valueOf(await refreshLive(openWorkbook));
  const before = await bookNow();
  const were = cells();
  const next = before.settings.periods.find(({ due }) => due > before.settings.period.due);
  const opened = valueOf(await openPeriodLive(openWorkbook, next?.id ?? '', time));
  expect(opened).toMatchObject({ kept: 2, period: { id: next?.id } });
  const now = await bookNow();
  expect(now.settings).toMatchObject({ period: { id: next?.id }, asOf: opened.asOf });
  expect(now.history).toHaveLength(2);
  expect(now.tasks.lines[0]?.cells.get('percent')?.content).toBeNull();
  valueOf(await undoLive(openWorkbook, time));
  expect(differences(were, cells())).toEqual([]);
});
