import { createHash } from 'node:crypto';
import { changeFile, openFile, type OpenedFile } from '../../src/app/changeBook';
import { collectFiles, type CollectedFiles, type CollectRequest } from '../../src/app/collectFiles';
import { drawForm, planForms } from '../../src/app/makeForms';
import { writeCollection } from '../../src/app/periodActions';
import { workbookFiles } from '../../src/app/wiring';
import { ok } from '../../src/domain/result';
import type { Snapshot } from '../../src/domain/snapshot';
import { readXlsx } from '../../src/gateways/xlsx/read/read';
import { patchXlsx } from '../../src/gateways/xlsx/patch/patch';
import type { CellInput } from '../../src/workbook/spec';
import { emptyContent, type TrackingContent } from '../../src/workbook/tracking/content';
import { trackingSpec } from '../../src/workbook/tracking/trackingSpec';
import { day } from './book';
import { seedPlan } from './plans';

export { changeFile };

/** SHA-256 in hex. */
export function digest(bytes: Uint8Array): Promise<string> {
  return Promise.resolve(createHash('sha256').update(bytes).digest('hex'));
}

/** A tracking workbook of one of the five plans, as a file that was opened. */
export async function trackedFile(
  plan = 'tien-giang',
  change: (content: TrackingContent) => TrackingContent = (content) => content,
): Promise<OpenedFile> {
  const content = change(emptyContent(seedPlan(plan), day('2025-11-10')));
  return reopened(await workbookFiles.render(trackingSpec(content)));
}

/** Opens bytes of a tracking workbook; throws when they are none. */
export function reopened(bytes: Uint8Array, file = 'so.xlsx'): OpenedFile {
  const opened = openFile(workbookFiles, bytes, file);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

/** The empty form of an agency. */
export async function formOf(
  opened: OpenedFile,
  agency: string,
  period?: string,
): Promise<Uint8Array> {
  const planned = planForms(opened.book, period ?? opened.book.settings.period.id);
  if (!planned.ok) throw new Error(planned.error.code);
  const form = planned.value.forms.find((each) => each.form.agency.id === agency);
  if (!form) throw new Error(`No form for ${agency}.`);
  return drawForm(workbookFiles, form);
}

/** The cells of a file; throws when it cannot be read. */
export function snapshotOf(bytes: Uint8Array, file = 'tep.xlsx'): Snapshot {
  const snapshot = readXlsx(bytes, file);
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  return snapshot.value;
}

/** What is typed: sheet, id of the line, header of the column, value. */
export type Typed = readonly [
  sheet: string,
  id: string,
  header: string,
  value: string | number | { readonly date: string } | null,
];

/** Finds the cell of a line by id and header: 1-based row and column. */
export function cellOf(snapshot: Snapshot, sheetName: string, id: string, header: string) {
  const sheet = snapshot.sheets.find(({ name }) => name === sheetName);
  const text = (words: string) =>
    sheet?.cells.find(({ content }) => content.kind === 'text' && content.text === words);
  const column = text(header)?.column;
  const row = sheet?.cells.find(
    (cell) =>
      cell.column === text('Mã')?.column &&
      cell.content.kind === 'text' &&
      cell.content.text === id,
  )?.row;
  if (column === undefined || row === undefined)
    throw new Error(`${sheetName}: no ${id} ${header}`);
  return {
    row,
    column,
    content:
      sheet?.cells.find((cell) => cell.row === row && cell.column === column)?.content ?? null,
  };
}

/** Types into a file as a person would, and leaves everything else as it is. */
export async function typedInto(bytes: Uint8Array, typed: readonly Typed[]): Promise<Uint8Array> {
  const snapshot = snapshotOf(bytes);
  const sheets = [...new Set(typed.map(([sheet]) => sheet))];
  const patched = await patchXlsx(
    bytes,
    'phieu.xlsx',
    sheets.map((sheet) => ({
      sheet,
      results: [],
      body: null,
      cells: typed
        .filter(([name]) => name === sheet)
        .map(([, id, header, value]) => ({
          ...cellOf(snapshot, sheet, id, header),
          value: inputOf(value),
        })),
    })),
  );
  if (!patched.ok) throw new Error(JSON.stringify(patched.error));
  return patched.value;
}

function inputOf(value: Typed[3]): CellInput {
  if (value === null) return { kind: 'empty' };
  if (typeof value === 'number') return { kind: 'number', value };
  return typeof value === 'string'
    ? { kind: 'text', text: value }
    : { kind: 'date', date: value.date };
}

/** A file under a name, with the instant it was written. */
export type Sent = { readonly file: string; readonly bytes: Uint8Array; readonly written?: string };

/** Collects files into a workbook, without writing. */
export async function collected(
  opened: OpenedFile,
  sent: readonly Sent[],
  more: Partial<CollectRequest> = {},
): Promise<CollectedFiles> {
  const outcome = await collectFiles(
    workbookFiles,
    opened.book,
    sent.map(({ file, bytes, written }) => ({
      file,
      written: written ?? '2025-11-11T08:00:00',
      bytes: () => Promise.resolve(ok(bytes)),
    })),
    {
      period: opened.book.settings.period,
      time: '2025-11-12T09:00:00',
      choices: [],
      exclude: new Map(),
      digest,
      ...more,
    },
  );
  if (!outcome) throw new Error('stopped');
  return outcome;
}

/** Collects files and writes the workbook. */
export async function collectedInto(
  opened: OpenedFile,
  sent: readonly Sent[],
  more: Partial<CollectRequest> = {},
): Promise<OpenedFile> {
  const { collection, rejected } = await collected(opened, sent, more);
  if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  const file = await writeCollection(workbookFiles, opened, collection);
  if (!file.ok) throw new Error(JSON.stringify(file.error));
  if (file.value.redrawn) throw new Error('The workbook was drawn anew.');
  return reopened(file.value.bytes);
}
