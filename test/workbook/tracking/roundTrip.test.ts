import { assessBook } from '../../../src/domain/assessment/book';
import type { Book, EntryLine } from '../../../src/domain/book';
import type { CellContent } from '../../../src/domain/snapshot';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import type { Entries, TrackingContent } from '../../../src/workbook/tracking/content';
import { readBook } from '../../../src/workbook/tracking/readBook';
import { resultsOf, shownAs } from '../../../src/workbook/tracking/results';
import { trackingSpec } from '../../../src/workbook/tracking/trackingSpec';
import { day, filledContent } from '../support/filled';
import { generatedBook } from '../support/generated';

async function throughFile(content: TrackingContent): Promise<Book> {
  const snapshot = readXlsx(await renderXlsx(trackingSpec(content)), 'so.xlsx');
  if (!snapshot.ok) throw new Error(JSON.stringify(snapshot.error));
  const book = readBook(snapshot.value, { asOf: null });
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  return book.value;
}

const dateFields = new Set(['start', 'due', 'trigger', 'done']);

/** A typed cell as it comes back: blanks mean nothing, and a number in a date cell is a day. */
function comparable(field: string, content: CellContent | null): CellContent | null {
  if (content?.kind === 'text' && content.text.trim() === '') return null;
  return content?.kind === 'number' && dateFields.has(field)
    ? { ...content, format: 'date' }
    : content;
}

function typedBack<F extends string>(
  entries: Entries<F>,
  lines: readonly EntryLine<F>[],
): { readonly typed: unknown; readonly back: unknown } {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const pairs = [...entries].flatMap(([id, fields]) =>
    [...fields].map(([field, input]) => ({
      key: `${id} ${field}`,
      typed: comparable(field, shownAs(input)),
      back: comparable(field, byId.get(id)?.cells.get(field)?.content ?? null),
    })),
  );
  return {
    typed: Object.fromEntries(pairs.map(({ key, typed }) => [key, typed])),
    back: Object.fromEntries(pairs.map(({ key, back }) => [key, back])),
  };
}

const generated = generatedBook({
  asOf: day(2026, 6, 10),
  bands: { attention: -2, atRisk: -4, alarm: -6 },
  dueSoonDays: 10,
  seed: 77,
  rows: 60,
});

describe.each([
  ['a filled workbook', filledContent('hue', day(2026, 6, 10))],
  ['a plan without tables', filledContent('nga-nam', day(2025, 12, 31))],
  ['a generated workbook', generated.content],
])('%s comes back from its file', (_name, content) => {
  let book: Book;
  beforeAll(async () => {
    book = await throughFile(content);
  }, 60_000);

  it('with its plan', () => {
    expect(book.plan).toEqual(content.plan);
  });
  it('with its settings and the mark of samples', () => {
    expect(book.settings).toEqual(content.settings);
    expect(book.sample).toBe(content.sample);
  });
  it('with every figure of the indicators', () => {
    const { typed, back } = typedBack(content.indicatorEntries, book.indicators.lines);
    expect(back).toEqual(typed);
  });
  it('with every figure of the tasks', () => {
    const { typed, back } = typedBack(content.taskEntries, book.tasks.lines);
    expect(back).toEqual(typed);
  });
  it('with its history', () => {
    expect(book.history).toEqual(content.history);
  });
  it('with a line for every row, no blank ones and no column missing', () => {
    for (const table of [book.indicators, book.tasks, book.roadmap]) {
      expect(table.missing).toEqual([]);
      expect(table.blankRows).toEqual([]);
    }
    expect(book.tasks.lines.map((line) => line.id)).toEqual(content.plan.tasks.map(({ id }) => id));
  });
  it('with the same assessment, roadmap and all', () => {
    expect(assessBook(book)).toEqual(resultsOf(content));
  });
});
