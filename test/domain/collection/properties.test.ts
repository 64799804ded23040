import fc from 'fast-check';
import { dutiesByAgency, dutiesOf } from '../../../src/domain/agencies/duties';
import { entrySlots } from '../../../src/domain/assessment/book';
import type { Book, EntryTable } from '../../../src/domain/book';
import { collect, type Collection } from '../../../src/domain/collection/collect';
import type { Submission } from '../../../src/domain/collection/submission';
import { undoLast } from '../../../src/domain/collection/undoLast';
import { standingWords } from '../../../src/messages/standing';
import { emptyContent } from '../../../src/workbook/tracking/content';
import { bookOf, shownAs } from '../../../src/workbook/tracking/results';
import { figureInput } from '../../../src/workbook/tracking/changeEdits';
import { indicatorLayout, taskLayout } from '../../../src/workbook/tracking/columns';
import { day } from '../../support/book';
import { seedPlan } from '../../support/plans';

const plan = seedPlan('can-tho');
const content = emptyContent(plan, day('2025-11-10'));
const words = standingWords(content.registry);

/** A book with a line and an address for every cell, as one read from a file has. */
const book: Book = ((): Book => {
  const bare = bookOf(content);
  const tables = { indicators: ids(indicatorRows()), tasks: ids(plan.tasks.map(({ id }) => id)) };
  return {
    ...bare,
    indicators: table(
      'Chỉ tiêu',
      tables.indicators,
      indicatorLayout.columns.map(({ field }) => field),
    ),
    tasks: table(
      'Nhiệm vụ',
      tables.tasks,
      taskLayout.columns.map(({ field }) => field),
    ),
  };
})();

function indicatorRows(): readonly string[] {
  return plan.indicators.flatMap(entrySlots).map(({ lineId }) => lineId);
}

function ids(rows: readonly string[]): readonly string[] {
  return rows;
}

function table<F extends string>(
  sheet: string,
  rows: readonly string[],
  fields: readonly F[],
): EntryTable<F> {
  return {
    sheet,
    headerRow: 6,
    missing: [],
    blankRows: [],
    lines: rows.map((id, index) => ({
      id,
      row: 7 + index,
      cells: new Map(
        fields.map((field, at) => [
          field,
          {
            address: `${String.fromCharCode(65 + (at % 26))}${7 + index}`,
            content: null,
            formula: null,
          },
        ]),
      ),
    })),
  };
}

/** The book after a collection. */
function after(
  of: Book,
  { cells, history, log }: Pick<Collection, 'cells' | 'history' | 'log'>,
): Book {
  const changed = new Map(
    cells.map((change) => [`${change.table} ${change.line} ${change.field}`, change]),
  );
  const apply = <F extends string>(name: string, from: EntryTable<F>): EntryTable<F> => ({
    ...from,
    lines: from.lines.map((line) => ({
      ...line,
      cells: new Map(
        [...line.cells].map(([field, cell]) => {
          const change = changed.get(`${name} ${line.id ?? ''} ${field}`);
          if (!change) return [field, cell];
          const content = change.after === null ? null : shownAs(figureInput(field, change.after));
          return [field, { ...cell, content }];
        }),
      ),
    })),
  });
  return {
    ...of,
    history,
    log,
    indicators: apply('indicator', of.indicators),
    tasks: apply('task', of.tasks),
  };
}

function collecting(
  of: Book,
  submissions: readonly Submission[],
  time = '2025-11-12T08:00:00',
): Book {
  const { period } = of.settings;
  return after(of, collect(of, submissions, { time, period, choices: [], exclusions: [], words }));
}

const duties = [
  ...dutiesByAgency(
    dutiesOf(plan, content.registry, content.settings.period.due),
    content.registry,
  ),
];
const lineIds = new Map([
  ...plan.indicators.map((row) => [row.id, entrySlots(row).map(({ lineId }) => lineId)] as const),
  ...plan.tasks.map(({ id }) => [id, [id]] as const),
] as (readonly [string, readonly string[]])[]);

/** Submissions of agencies, several of some of them, with the values agencies report. */
const submission: fc.Arbitrary<Submission> = fc
  .record({
    duty: fc.constantFrom(...duties),
    saved: fc.constantFrom(null, '2025-11-10T08:00:00', '2025-11-11T08:00:00'),
    hash: fc.nat().map((number) => number.toString(16).padStart(8, '0')),
    values: fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 30, maxLength: 30 }),
    done: fc.boolean(),
  })
  .map(({ duty: [agency, own], saved, hash, values, done }) => ({
    file: `${agency}-${hash}.xlsx`,
    hash,
    saved,
    agency,
    period: content.settings.period.id,
    lines: [],
    issues: [],
    macros: false,
    figures: own.slice(0, 30).flatMap(({ row, table: name }, index) =>
      (lineIds.get(row) ?? []).flatMap((line) => {
        const value = values[index] ?? null;
        if (value === null) return [];
        const field = name === 'task' ? 'percent' : 'actual';
        return [
          { line, field, value, sheet: name, cell: `A${index}` },
          ...(done && name === 'task'
            ? [{ line, field: 'done', value: '2025-11-01', sheet: name, cell: `B${index}` }]
            : []),
          { line, field: 'cause', value: `vì ${agency}`, sheet: name, cell: `C${index}` },
        ];
      }),
    ),
  }));

const submissions = fc.uniqueArray(submission, {
  minLength: 1,
  maxLength: 8,
  selector: ({ hash }) => hash,
});

it('any order of files gives the same workbook', () => {
  fc.assert(
    fc.property(submissions, fc.infiniteStream(fc.nat()), (sent, random) => {
      const shuffled = sent
        .map((each) => ({ each, at: random.next().value as number }))
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each);
      expect(collecting(book, shuffled)).toEqual(collecting(book, sent));
    }),
    { numRuns: 60 },
  );
});

it('any split into collections gives the same workbook', () => {
  fc.assert(
    fc.property(
      submissions,
      fc.array(fc.nat({ max: 2 }), { minLength: 8, maxLength: 8 }),
      (sent, batch) => {
        const batches = [0, 1, 2].map((number) =>
          sent.filter((_, index) => batch[index] === number),
        );
        expect(batches.reduce((of, each) => collecting(of, each), book)).toEqual(
          collecting(book, sent),
        );
      },
    ),
    { numRuns: 60 },
  );
});

it('collecting files again changes nothing', () => {
  fc.assert(
    fc.property(submissions, (sent) => {
      const once = collecting(book, sent);
      expect(collecting(once, sent, '2025-12-01T08:00:00')).toEqual(once);
    }),
    { numRuns: 40 },
  );
});

it('every figure of every file is in the history, and undoing the collection leaves none', () => {
  fc.assert(
    fc.property(submissions, (sent) => {
      const of = collecting(book, sent);
      const kept = new Set(
        of.history.map(({ hash, row, field, value, cell }) =>
          [hash, row, field, value, cell].join(),
        ),
      );
      for (const { hash, figures } of sent)
        for (const { line, field, value, cell } of figures)
          expect(kept.has([hash, line, field, value, cell].join())).toBe(true);
      const undone = undoLast(of, words);
      if (!undone.ok) throw new Error(undone.error);
      expect(after(of, undone.value)).toEqual(book);
    }),
    { numRuns: 40 },
  );
});

it('no group row is done while a member is silent or not done', () => {
  fc.assert(
    fc.property(submissions, (sent) => {
      const { period } = book.settings;
      const { groups, cells } = collect(book, sent, {
        time: '2025-11-12T08:00:00',
        period,
        choices: [],
        exclusions: [],
        words,
      });
      for (const { line, reports, silent } of groups)
        if (silent.length > 0 || reports.some((each) => !each.done))
          for (const change of cells.filter((each) => each.line === line)) {
            expect(change.field).not.toBe('done');
            if (change.field === 'percent') expect(change.after).not.toBe(100);
          }
    }),
    { numRuns: 40 },
  );
});
