import fc from 'fast-check';
import type { Book, EntryCell, EntryLine, EntryTable } from '../../../src/domain/book';
import { checkBook } from '../../../src/domain/checks/run';
import type { CellContent } from '../../../src/domain/snapshot';
import { describeIssue } from '../../../src/messages/issues';
import { bookWith, day, type IndicatorInput, type TaskInput } from '../../support/book';
import {
  composite,
  conditional,
  count,
  growth,
  heading,
  ongoing,
  qualitative,
  rank,
  small,
} from '../../fixtures/should-fail/book';

const indicators: IndicatorInput[] = [
  {},
  heading,
  composite,
  qualitative,
  count,
  rank,
  growth,
  small,
  { milestones: { 2026: 66, 2027: 72 } },
];
const tasks: TaskInput[] = [
  {},
  conditional,
  ongoing,
  { time: { kind: 'span', start: day('2025-01-01'), end: day('2026-12-31') } },
  { time: { kind: 'from', start: day('2026-01-01') } },
  { time: { kind: 'none' } },
];
const base = bookWith({
  indicators,
  tasks,
  asOf: '2025-11-25',
  history: [
    ['2025-06', 'CT-1', 'actual', 50],
    ['2025-06', 'NV-1', 'percent', 70],
  ],
});

const texts = fc.oneof(
  fc.constantFrom(
    '85%',
    'khoảng 80',
    '1.234',
    '05/06/2025',
    '31/02/2025',
    'Đạt',
    'CT-1',
    'Có',
    '1,5 tỷ',
    '-',
    '',
    ' \u00a0',
    '__proto__',
    '{fix}',
    '9'.repeat(400),
  ),
  fc.string({ maxLength: 20, unit: 'binary' }),
);
const content: fc.Arbitrary<CellContent | null> = fc.oneof(
  fc.constant(null),
  fc.record({ kind: fc.constant('text' as const), text: texts }),
  fc.record({
    kind: fc.constant('number' as const),
    value: fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer({ min: -5, max: 120 }),
      fc.integer({ max: 3e6 }),
    ),
    format: fc.constantFrom('plain' as const, 'percent' as const, 'date' as const),
  }),
  fc.record({ kind: fc.constant('boolean' as const), value: fc.boolean() }),
  fc.record({ kind: fc.constant('error' as const), error: fc.constantFrom('#N/A', '#REF!') }),
  fc.constant({ kind: 'uncalculated' as const }),
);
const cell = fc.record({ content, formula: fc.oneof(fc.constant(null), texts) });
const contents = fc.array(cell, { minLength: 40, maxLength: 120 });

/** Puts one after the other of `given` into every third cell, starting anywhere. */
function scattered(book: Book, given: readonly Omit<EntryCell, 'address'>[], start: number): Book {
  let next = start;
  const put = (old: EntryCell): EntryCell => {
    next += 1;
    const found = next % 3 === 0 ? given[next % given.length] : undefined;
    return found ? { ...found, address: old.address } : old;
  };
  const table = <F extends string>(each: EntryTable<F>): EntryTable<F> => ({
    ...each,
    lines: each.lines.map((line): EntryLine<F> => {
      const cells = new Map([...line.cells].map(([field, old]) => [field, put(old)]));
      return { ...line, cells };
    }),
  });
  return {
    ...book,
    indicators: table(book.indicators),
    tasks: table(book.tasks),
    roadmap: table(book.roadmap),
    milestones: new Map(
      [...book.milestones].map(([row, given2]) => [
        row,
        given2.map((milestone) => ({ ...milestone, cell: put(milestone.cell) })),
      ]),
    ),
  };
}

const anyBook = fc
  .tuple(contents, fc.nat({ max: 500 }))
  .map(([given, start]) => scattered(base, given, start));

describe('checkBook on whatever cells hold', () => {
  it('never throws, says one thing a cell, and always finds words', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const issues = checkBook(book);
        const cells = issues.flatMap(({ where }) =>
          where.cell === null ? [] : [`${where.sheet}!${where.cell}`],
        );
        expect(new Set(cells).size).toBe(cells.length);
        const broken = issues.filter((issue) => {
          const { text, action } = describeIssue(issue);
          const finite = Object.values(issue.params).every(
            (given) => typeof given === 'string' || Number.isFinite(given),
          );
          return issue.where.cell === '' || !finite || text === '' || action === '';
        });
        expect(broken).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('finds the same in any order of the lines', () => {
    fc.assert(
      fc.property(anyBook, fc.infiniteStream(fc.nat()), (book, stream) => {
        const shuffled = <F extends string>(table: EntryTable<F>): EntryTable<F> => ({
          ...table,
          lines: [...table.lines]
            .map((line) => ({ line, key: stream.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ line }) => line),
        });
        const other = {
          ...book,
          indicators: shuffled(book.indicators),
          tasks: shuffled(book.tasks),
          roadmap: shuffled(book.roadmap),
        };
        expect(checkBook(other)).toEqual(checkBook(book));
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same list every time', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        expect(checkBook(book)).toEqual(checkBook(book));
      }),
      { numRuns: 30 },
    );
  });
});

describe('the cost of checkBook', () => {
  const large = (rows: number): Book =>
    bookWith({
      indicators: Array.from({ length: rows / 2 }, (_, index) => ({
        entry: index % 3 === 0 ? { actual: '85%' } : { lead: 'Sở Tài chính; Cục Thuế' },
      })),
      tasks: Array.from({ length: rows / 2 }, (_, index) => ({
        entry: index % 3 === 0 ? { percent: 0.5 } : { done: '05/06/2025' },
      })),
    });
  /** Seconds of this process, whatever else the machine does. */
  const cost = (book: Book): number => {
    const start = process.cpuUsage();
    checkBook(book);
    return process.cpuUsage(start).user / 1e6;
  };

  it('grows with the rows, no faster', () => {
    const [few, many] = [large(1_000), large(10_000)];
    cost(few);
    const little = Math.max(0.02, Math.min(cost(few), cost(few), cost(few)));
    const much = Math.min(cost(many), cost(many));
    // Ten times the rows; the rest is for the machine's caches.
    expect(much / little).toBeLessThan(30);
    expect(much).toBeLessThan(5);
  });
});
