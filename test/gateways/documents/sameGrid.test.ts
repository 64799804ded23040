import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { readDocument } from '../../../src/gateways/documents/readDocument';
import { sourceOf } from '../../../src/reading/readPlan';
import { docxOf, p, tbl, tc } from '../../support/docx';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type Grid = readonly (readonly string[])[];

const lines = (grid: Grid, row: (cells: readonly string[]) => string): string =>
  grid.map(row).join('\n');

/** The same table as each format draws it. */
const drawings: Readonly<Record<string, (grid: Grid) => Uint8Array>> = {
  markdown: (grid) => utf8(lines(grid, (cells) => `| ${cells.join(' | ')} |`)),
  tabs: (grid) => utf8(lines(grid, (cells) => cells.join('\t'))),
  csv: (grid) => utf8(lines(grid, (cells) => cells.map((cell) => `"${cell}"`).join(';'))),
  html: (grid) =>
    utf8(
      `<table>${lines(grid, (cells) => `<tr>${cells.map((cell) => `<td>${cell}`).join('')}`)}</table>`,
    ),
  docx: (grid) =>
    docxOf({
      body:
        p('a') +
        tbl(
          (grid[0] ?? []).map(() => 1000),
          grid.map((cells) => cells.map((cell) => tc(cell))),
        ),
    }),
  xlsx: (grid) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet(grid.map((cells) => [...cells])), 'A');
    return new Uint8Array(write(book, { type: 'array' }) as ArrayBuffer);
  },
};

async function gridOf(bytes: Uint8Array): Promise<Grid> {
  const document = await readDocument(bytes, 'a');
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  const read = sourceOf(document.value);
  return read.ok ? read.value.flatMap(({ cells }) => (cells ? [cells] : [])) : [];
}

const word = fc.stringMatching(/^[a-zăâđêôơưỷệốằ]{1,8}$/u);
const cellText = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const table = fc.integer({ min: 3, max: 7 }).chain((width) =>
  fc.array(fc.array(cellText, { minLength: width, maxLength: width }), {
    minLength: 2,
    maxLength: 8,
  }),
);

it.each(Object.entries(drawings))('any table is the same grid: %s', async (_, draw) => {
  await fc.assert(
    fc.asyncProperty(table, async (grid) => {
      expect(await gridOf(draw(grid))).toEqual(
        grid.map((cells) => cells.map((c) => c.normalize())),
      );
    }),
    { numRuns: 40 },
  );
});
