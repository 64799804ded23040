import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assessBook } from '../../../src/domain/assessment/book';
import type { IndicatorAssessment } from '../../../src/domain/assessment/indicator';
import type { Book } from '../../../src/domain/book';
import { parseIsoDate, type IsoDate } from '../../../src/domain/dates';
import { cellOf } from '../../../src/domain/entries';
import type { CellContent } from '../../../src/domain/snapshot';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { bucketWords } from '../../../src/messages/words';
import { indicatorStatusText, taskStatusText } from '../../../src/workbook/shared/rules';
import { readBook } from '../../../src/workbook/tracking/readBook';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';
import { generatedBook, type Setting } from '../support/generated';
import { planted } from '../support/sheets';

function day(iso: string): IsoDate {
  const date = parseIsoDate(iso);
  if (date === null) throw new Error(iso);
  return date;
}

const usual = { attention: -3, atRisk: -8, alarm: -15 };
const settings: readonly (Setting & { readonly name: string })[] = [
  { name: 'midyear', asOf: day('2026-06-10'), bands: usual, dueSoonDays: 30, seed: 1, rows: 120 },
  { name: 'yearend', asOf: day('2027-12-31'), bands: usual, dueSoonDays: 30, seed: 2, rows: 120 },
  {
    name: 'ownbands',
    asOf: day('2029-02-28'),
    bands: { attention: 0, atRisk: -8, alarm: -8 },
    dueSoonDays: 0,
    seed: 3,
    rows: 120,
  },
  { name: 'late', asOf: day('2031-01-01'), bands: usual, dueSoonDays: 45, seed: 4, rows: 120 },
];

type Line = Readonly<Record<string, string | number>>;

function valueOf(content: CellContent | null): string | number {
  switch (content?.kind) {
    case undefined:
      return '';
    case 'number':
      // Two programs add in different orders: twelve digits are compared.
      return Number(content.value.toPrecision(12));
    case 'text':
      return content.text;
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return content.error;
    case 'uncalculated':
      return 'uncalculated';
  }
}

function rounded(value: number | null): string | number {
  return value === null ? '' : Number(value.toPrecision(12));
}

/** What the formulas say of every line, by id. */
function saidByFormulas(book: Book): ReadonlyMap<string, Line> {
  return new Map([
    ...book.indicators.lines.map((line): [string, Line] => [
      line.id ?? '',
      {
        status: valueOf(cellOf(line, 'status').content),
        progress: valueOf(cellOf(line, 'progress').content),
        due: valueOf(cellOf(line, 'due').content),
        deviation: valueOf(cellOf(line, 'deviation').content),
      },
    ]),
    ...book.tasks.lines.map((line): [string, Line] => [
      line.id ?? '',
      {
        status: valueOf(cellOf(line, 'status').content),
        bucket: valueOf(cellOf(line, 'bucket').content),
        daysLeft: valueOf(cellOf(line, 'daysLeft').content),
      },
    ]),
  ]);
}

/** What the domain says of every line, by id. */
function saidByDomain(book: Book): ReadonlyMap<string, Line> {
  const { indicators, tasks } = assessBook(book);
  const measured = (given: IndicatorAssessment): Line => ({
    status: indicatorStatusText(given.status),
    progress: rounded(given.progress),
    due: rounded(given.due),
    deviation: rounded(given.deviation),
  });
  const lines = new Map<string, Line>();
  for (const { id } of book.plan.indicators)
    lines.set(id, { status: '', progress: '', due: '', deviation: '' });
  for (const row of indicators) {
    lines.set(row.indicator.id, measured(row));
    for (const part of row.parts) lines.set(part.lineId, measured(part));
  }
  for (const row of tasks)
    lines.set(row.task.id, {
      status: taskStatusText(row.status),
      bucket: bucketWords[row.bucket].vi,
      daysLeft: rounded(row.daysLeft),
    });
  return lines;
}

describeWithLibreOffice('Formulas and domain agree', () => {
  let folder = '';
  const recalculated = new Map<string, Book>();

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tien-do-agreement-'));
    const files: string[] = [];
    for (const setting of settings) {
      const { content, planted: faults } = generatedBook(setting);
      const file = join(folder, `${setting.name}.xlsx`);
      writeFileSync(file, await renderXlsx(planted(trackingSpec(content), faults)));
      files.push(file);
    }
    const results = await convertWithLibreOffice(files, 'xlsx', join(folder, 'recalculated'));
    for (const [index, { name }] of settings.entries()) {
      const snapshot = readXlsx(readFileSync(results[index] ?? ''), `${name}.xlsx`);
      if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
      const book = readBook(snapshot.value, { asOf: null });
      if (!book.ok) throw new Error(JSON.stringify(book.error));
      recalculated.set(name, book.value);
    }
  }, 240_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(settings)('in every line of $name', ({ name }) => {
    const book = recalculated.get(name);
    if (!book) throw new Error(`${name} was not recalculated.`);
    expect(Object.fromEntries(saidByFormulas(book))).toEqual(
      Object.fromEntries(saidByDomain(book)),
    );
  });

  it('over every status and bucket there is', () => {
    const seen = new Set(
      [...recalculated.values()].flatMap((book) =>
        [...saidByDomain(book).values()].flatMap((line) => [line['status'], line['bucket']]),
      ),
    );
    // Ten statuses of indicators, twelve of tasks (one shared with them), five buckets, none.
    expect(seen.size).toBe(10 + 12 - 1 + 5 + 2);
  });
});
