import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../../src/reading/source';
import { readTables } from '../../../src/reading/tables/readTables';

/**
 * The hand-made tables of real plans, laid out anew: their columns in every order, their empty
 * cells lost or kept as dashes, their cells broken over lines as narrow columns break them, with
 * pipes or tabs between their cells.
 */

type Cells = Readonly<Record<string, string | null>>;
type Row = Cells & { readonly code: string; readonly isGroup?: boolean };
type Layout = 'emptyLost' | 'emptyAsDash' | 'wrapped' | keyof typeof between;

/** What stands between the cells and between the rows of a table that keeps its empty cells. */
const between = {
  tabs: ['\t', '\n'],
  markdown: [' | ', ' |\n| '],
  pipesOnLines: ['\n|\n', '\n| |\n'],
  pipesInPairs: ['\n|\n', '\n||\n'],
  pipesAlone: ['\n|\n', '\n|\n|\n'],
  pipesOnLinesOnly: ['\n|\n', '\n'],
} as const;

const headings: Readonly<Record<string, string>> = {
  name: 'Nội dung',
  leadText: 'Cơ quan chủ trì',
  coordText: 'Cơ quan phối hợp',
  resultText: 'Sản phẩm',
  timeText: 'Thời gian hoàn thành',
  unit: 'Đơn vị tính',
  targetText: 'Mục tiêu',
};

/** Each plan's tables and the columns that they have beside the names. */
const tables = [
  ['can-tho', 'tasks', ['leadText', 'coordText', 'timeText']],
  ['hue', 'tasks', ['leadText', 'coordText', 'resultText', 'timeText']],
  ['tien-giang', 'tasks', ['leadText', 'coordText', 'timeText']],
  ['can-tho', 'indicators', ['unit', 'targetText', 'leadText']],
  ['hue', 'indicators', ['unit', 'targetText', 'leadText']],
  ['tien-giang', 'indicators', ['unit', 'targetText', 'leadText']],
  ['hai-phong', 'indicators', ['unit', 'targetText', 'leadText']],
] as const;

function rowsOf(plan: string, kind: 'tasks' | 'indicators'): readonly Row[] {
  const file = join(__dirname, '..', '..', 'fixtures', 'expected', `${plan}.json`);
  const tables = JSON.parse(readFileSync(file, 'utf8')) as Record<typeof kind, readonly Row[]>;
  return tables[kind];
}

function ordersOf(columns: readonly string[]): readonly (readonly string[])[] {
  if (columns.length < 2) return [columns];
  return columns.flatMap((first) =>
    ordersOf(columns.filter((other) => other !== first)).map((rest) => [first, ...rest]),
  );
}

function wrap(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function linesOf(
  text: string | null,
  column: string,
  isGroup: boolean,
  layout: Layout,
): readonly string[] {
  if (text === null) return layout === 'emptyAsDash' && !isGroup ? ['-'] : [];
  return layout === 'wrapped' ? wrap(text, column === 'name' ? 34 : 18) : [text];
}

/** A section's title stands alone in its row, beside its number. */
function rowsOfCells(
  rows: readonly Row[],
  columns: readonly string[],
  layout: keyof typeof between,
): string {
  const broken = (text: string): string =>
    layout.startsWith('pipes') ? wrap(text, 30).join('\n') : text;
  const [cell, row] = between[layout];
  const cells = rows.flatMap((each, at) => {
    const section = each['section'] ?? '';
    const begins = section !== '' && section !== rows[at - 1]?.['section'];
    return [
      ...(begins ? [[section, 'Phát triển khoa học và công nghệ']] : []),
      [each.code, ...columns.map((column) => broken(each[column] ?? ''))],
    ];
  });
  const head = ['TT', ...columns.map((column) => headings[column] ?? '')];
  const body = [head, ...cells].map((each) => each.join(cell)).join(row);
  return layout === 'markdown' ? `| ${body} |` : `${layout === 'tabs' ? '' : '|\n'}${body}`;
}

function textOf(rows: readonly Row[], columns: readonly string[], layout: Layout): string {
  if (layout in between) return rowsOfCells(rows, columns, layout as keyof typeof between);
  return [
    'TT',
    ...columns.map((column) => headings[column] ?? ''),
    ...rows.flatMap((row, at) => {
      const section = row['section'] ?? '';
      const begins = section !== '' && section !== rows[at - 1]?.['section'];
      return [
        ...(begins ? [section, 'Phát triển khoa học và công nghệ'] : []),
        row.code,
        ...columns.flatMap((column) =>
          linesOf(row[column] ?? null, column, row.isGroup === true, layout),
        ),
      ];
    }),
  ].join('\n');
}

/** How many cells were compared, and those that were read otherwise. */
function compare(layout: Layout): { readonly cells: number; readonly wrong: readonly string[] } {
  let cells = 0;
  const wrong: string[] = [];
  for (const [plan, kind, own] of tables) {
    const rows = rowsOf(plan, kind);
    for (const order of ordersOf(own)) {
      const columns = ['name', ...order];
      const source = readSource(textOf(rows, columns, layout));
      if (!source.ok) throw new Error(source.error.code);
      const found: readonly Readonly<Record<string, unknown>>[] = readTables(source.value)[kind];
      rows.forEach((row, at) => {
        for (const column of ['code', ...columns]) {
          cells++;
          const got = found[at]?.[column];
          if (got !== row[column])
            wrong.push(`${plan} ${order.join()} ${row.code} ${column}: ${String(got)}`);
        }
      });
    }
  }
  return { cells, wrong };
}

it.each(['emptyLost', 'emptyAsDash'] as const)('reads every cell in every order: %s', (layout) => {
  expect(compare(layout).wrong).toEqual([]);
});

it.each(Object.keys(between) as readonly (keyof typeof between)[])(
  'reads every cell in every order between separators: %s',
  (layout) => {
    expect(compare(layout).wrong).toEqual([]);
  },
);

it('reads 99.5 % of the cells where narrow columns break them over lines', () => {
  const { cells, wrong } = compare('wrapped');
  expect(cells).toBeGreaterThan(10_000);
  expect(wrong.length / cells).toBeLessThan(0.005);
});
