import type { Plan } from '../../../src/domain/plan/plan';
import type { Book, EntryLine } from '../../../src/domain/book';
import { renderXlsx } from '../../../src/gateways/xlsx/write/render';
import { readXlsx } from '../../../src/gateways/xlsx/read/read';
import { logEntry } from '../../../src/domain/collection/submission';
import { bookWith } from '../../support/book';
import { reportOf } from './input';

const SIGN = 'ZZ';

/** Every text of a value with a prefix in front that spreadsheets take for a formula. */
function prefixed<T>(value: T, prefix: string, keep: ReadonlySet<string>): T {
  const change = (each: unknown, key: string): unknown => {
    if (typeof each === 'string') return keep.has(key) ? each : `${prefix}${SIGN}${each}`;
    if (Array.isArray(each)) return each.map((one) => change(one, key));
    if (typeof each === 'object' && each !== null && !(each instanceof Map))
      return Object.fromEntries(
        Object.entries(each).map(([name, one]) => [name, change(one, name)]),
      );
    return each;
  };
  return change(value, '') as T;
}

/** What the plan uses to tell things apart, not to show. */
const codes = new Set([
  ...['id', 'kind', 'pace', 'parent', 'leads', 'coordinators', 'end', 'start', 'deadlines', 'row'],
  'documentDate',
]);

function hostileLine<F extends string>(line: EntryLine<F>, prefix: string): EntryLine<F> {
  const typed = [
    'source',
    'cause',
    'measure',
    'request',
    'result',
    'document',
    'note',
    'judgement',
  ];
  return {
    ...line,
    cells: new Map(
      [...line.cells].map(([field, cell]) => [
        field,
        typed.includes(field)
          ? { ...cell, content: { kind: 'text', text: `${prefix}${SIGN}${field}` } as const }
          : cell,
      ]),
    ),
  };
}

/** A workbook in which everything anybody may type begins with the prefix. */
function hostileBook(prefix: string): Book {
  const book = bookWith({
    indicators: [
      { entry: { actual: 60 } },
      { target: { kind: 'qualitative' } },
      { entry: { actual: null } },
    ],
    tasks: [{}, { section: 'II' }],
    history: [['2025-11', 'CT-1', 'actual', 60]],
  });
  const plan: Plan = {
    ...prefixed(book.plan, prefix, codes),
    notes: [
      {
        code: 'contradiction',
        where: { line: 3, row: 'CT-1' },
        params: { proseText: `${prefix}${SIGN}a`, tableText: `${prefix}${SIGN}b`, other: 'CT-2' },
      },
    ],
  };
  const period = { ...book.settings.period, name: `${prefix}${SIGN}kỳ` };
  return {
    ...book,
    file: `${prefix}${SIGN}.xlsx`,
    plan,
    settings: { ...book.settings, period, periods: [period] },
    registry: prefixed(book.registry, prefix, new Set(['id', 'members', 'successor'])),
    indicators: {
      ...book.indicators,
      lines: book.indicators.lines.map((line) => hostileLine(line, prefix)),
    },
    tasks: { ...book.tasks, lines: book.tasks.lines.map((line) => hostileLine(line, prefix)) },
    history: book.history.map((figure) => ({
      ...figure,
      file: `${prefix}${SIGN}f`,
      sheet: `${prefix}${SIGN}s`,
      cell: `${prefix}${SIGN}c`,
      hash: 'abc',
      time: `${prefix}${SIGN}t`,
    })),
    log: [
      logEntry('2025-11-18T08:00:00', 'accepted', '2025-11', {
        agency: 'stc',
        file: `${prefix}${SIGN}f`,
        hash: 'abc',
      }),
    ],
  };
}

test.each(['=', '+', '-', '@', '\t=', '=cmd|’/c calc’!A', '"&A1&"'])(
  'no text that begins with %j becomes a formula, or a part of one',
  async (prefix) => {
    const spec = reportOf(hostileBook(prefix));
    const read = readXlsx(await renderXlsx(spec), 'x.xlsx');
    if (!read.ok) throw new Error(read.error.code);
    const cells = read.value.sheets.flatMap((sheet) => sheet.cells);
    const formulas = cells.filter(({ formula }) => formula !== null);
    expect(formulas.length).toBeGreaterThan(50);
    // Only a section's code and an id may stand in a formula, as a quoted text.
    for (const { formula } of formulas)
      expect((formula ?? '').replace(/"(?:[^"]|"")*"/g, '')).not.toContain(SIGN);
    const shown = cells.filter(
      ({ formula, content }) =>
        formula === null && content.kind === 'text' && content.text.includes(SIGN),
    );
    expect(shown.length).toBeGreaterThan(60);
  },
);
