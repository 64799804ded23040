import type { Book, EntryCell, HistoryFigure, Period } from '../book';
import { fromSerial } from '../dates';
import { isBlank, linesById } from '../entries';
import { agenciesById } from '../agencies/registry';
import type { CellContent } from '../snapshot';
import { completenessOf, type Completeness } from './completeness';
import { closedFigures, correction, type Correction } from './correction';
import { kindOf } from './fields';
import { inHistoryOrder } from './historyOrder';
import { standingOf, type Conflict, type GroupReport, type StandingWords } from './standing';
import {
  logEntry,
  standingEntries,
  type FigureValue,
  type LogEntry,
  type Submission,
} from './submission';

/** A choice between agencies that lead one row and differ. */
export type Choice = { readonly line: string; readonly field: string; readonly agency: string };

/** A file that is left out, and why. */
export type Exclusion = {
  readonly file: string;
  readonly hash: string;
  readonly agency: string;
  readonly reason: string;
};

/** What a collection is made of besides the workbook. */
export type CollectOptions = {
  /** The instant everything is noted under. */
  readonly time: string;
  readonly period: Period;
  readonly choices: readonly Choice[];
  readonly exclusions: readonly Exclusion[];
  readonly words: StandingWords;
};

/** One input cell of the workbook that gets another value. */
export type CellChange = {
  readonly table: 'indicator' | 'task';
  readonly line: string;
  readonly field: string;
  readonly sheet: string;
  readonly cell: string;
  readonly before: FigureValue | null;
  readonly after: FigureValue | null;
  /** Whether a value goes that was typed in the workbook; it is kept in the history. */
  readonly typed: boolean;
};

/** What one submission brings, compared with what was there. */
export type AgencyChanges = {
  readonly agency: string;
  readonly name: string;
  readonly file: string;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  /** Values that stood and are empty in the newer file. */
  readonly dropped: number;
};

/** A submission that was taken in, and the one that stands instead of it, if any. */
export type Taken = { readonly submission: Submission; readonly supersededBy: string | null };

/** One file standing for another of the same agency. */
export type Replacement = {
  readonly agency: string;
  readonly name: string;
  readonly file: string;
  readonly replaced: string;
  readonly rule: 'laterSaved';
};

/** A whole collection as a value: to be looked at, then written. */
export type Collection = {
  readonly period: Period;
  readonly time: string;
  readonly taken: readonly Taken[];
  /** Files that had been taken in before, byte for byte. */
  readonly unchanged: readonly Submission[];
  readonly excluded: readonly Exclusion[];
  readonly replaced: readonly Replacement[];
  readonly conflicts: readonly Conflict[];
  readonly groups: readonly GroupReport[];
  readonly agencies: readonly AgencyChanges[];
  readonly cells: readonly CellChange[];
  /** The history, log and completeness of the workbook after the collection. */
  readonly history: readonly HistoryFigure[];
  readonly log: readonly LogEntry[];
  readonly completeness: readonly Completeness[];
};

/**
 * Merges submissions of one period into a workbook, as a pure value. The outcome depends on the
 * set of files only: neither their order, nor how they are split into collections, nor that a
 * file comes twice makes a difference. Cells of the workbook follow what stands for the period;
 * a cell whose standing value did not change is left alone, so what the owner typed stays.
 */
export function collect(
  book: Book,
  submissions: readonly Submission[],
  { time, period, choices, exclusions, words }: CollectOptions,
): Collection {
  const known = new Set(
    book.log
      .filter(({ action, period: of }) => action === 'accepted' && of === period.id)
      .map(({ agency, hash }) => `${agency} ${hash}`),
  );
  const unchanged: Submission[] = [];
  const fresh: Submission[] = [];
  for (const submission of [...submissions].sort(byContent)) {
    const key = `${submission.agency} ${submission.hash}`;
    if (known.has(key)) unchanged.push(submission);
    else fresh.push(submission);
    known.add(key);
  }

  const added: LogEntry[] = [
    ...fresh.map(({ agency, file, hash, saved, figures }) =>
      logEntry(time, 'accepted', period.id, {
        agency,
        file,
        hash,
        saved: saved ?? '',
        detail: String(figures.length),
      }),
    ),
    ...newChoices(choices, book.log, period).map((choice) =>
      logEntry(time, 'chosen', period.id, choice),
    ),
    ...newExclusions(exclusions, book.log).map(({ agency, file, hash, reason }) =>
      logEntry(time, 'excluded', period.id, { agency, file, hash, detail: reason }),
    ),
  ];
  const taking = [...book.log, ...added];
  const received = fresh.flatMap((submission) => figuresOf(submission, time));
  const figures = [...book.history, ...received];
  const before = standingOf(book.plan, book.registry, period, book.history, book.log, words);
  const after = standingOf(book.plan, book.registry, period, figures, taking, words);

  const isCurrent = book.settings.period.id === period.id;
  const covered = isCurrent ? changesOf(book, before, after) : [];
  const cells = covered.filter((change) => change.before !== change.after);
  const corrections = isCurrent ? [] : correctionsOf(book, period, before, after, time);
  // A typed value that a submission repeats is kept too: undoing must not take it away.
  const overwritten = covered.flatMap((change): HistoryFigure[] =>
    change.typed && change.before !== null
      ? [
          {
            period: period.id,
            row: change.line,
            agency: '',
            field: change.field,
            value: change.before,
            file: book.file,
            sheet: change.sheet,
            cell: change.cell,
            hash: '',
            time,
          },
        ]
      : [],
  );
  const log = [...taking, ...corrections.map(({ entry }) => entry)].sort(inLogOrder);
  const history =
    added.length === 0
      ? book.history
      : inHistoryOrder(
          book.plan,
          book.registry,
          [...figures, ...overwritten, ...corrections.map(({ figure }) => figure)],
          log,
        );
  const standing = standingEntries(log, period.id);
  return {
    period,
    time,
    taken: fresh.toSorted(byName).map((submission) => {
      const stands = standing.get(submission.agency);
      return {
        submission,
        supersededBy: stands?.hash === submission.hash ? null : (stands?.file ?? null),
      };
    }),
    unchanged,
    excluded: exclusions,
    replaced: replacementsOf(book, fresh, log, period),
    conflicts: after.conflicts,
    groups: after.groups,
    agencies: agencyChanges(book, fresh, log, period),
    cells,
    history,
    log,
    completeness: completenessOf(book.plan, book.registry, period, history, log),
  };
}

/** What submissions change of a period that is over: its rows are in the history only. */
function correctionsOf(
  book: Book,
  period: Period,
  before: { readonly values: Values },
  after: { readonly values: Values },
  time: string,
): readonly Correction[] {
  const closed = closedFigures(book.history, period.id);
  return [...after.values].flatMap(([line, fields]) =>
    [...fields].flatMap(([field, value]): Correction[] => {
      const was = closed.get(line)?.get(field) ?? null;
      const stands = before.values.get(line)?.get(field) === value || was === value;
      return stands
        ? []
        : [correction(book, period, { line, field, value }, { before: was }, time)];
    }),
  );
}

function byContent(one: Submission, other: Submission): number {
  return one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : one.file < other.file ? -1 : 1;
}

function byName(one: Submission, other: Submission): number {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : byContent(one, other);
}

/** Log lines in one order whatever order they came in. */
export function inLogOrder(one: LogEntry, other: LogEntry): number {
  for (const key of ['time', 'period', 'action', 'agency', 'hash', 'line', 'field'] as const)
    if (one[key] !== other[key]) return one[key] < other[key] ? -1 : 1;
  return 0;
}

function newChoices(
  choices: readonly Choice[],
  log: readonly LogEntry[],
  period: Period,
): readonly Choice[] {
  return choices.filter(({ line, field, agency }) => {
    const last = log.findLast(
      (entry) =>
        entry.action === 'chosen' &&
        entry.period === period.id &&
        entry.line === line &&
        entry.field === field,
    );
    return last?.agency !== agency;
  });
}

function newExclusions(
  exclusions: readonly Exclusion[],
  log: readonly LogEntry[],
): readonly Exclusion[] {
  return exclusions.filter(
    ({ hash }) => !log.some((entry) => entry.action === 'excluded' && entry.hash === hash),
  );
}

function figuresOf(
  { period, agency, file, hash, figures }: Submission,
  time: string,
): readonly HistoryFigure[] {
  return figures.map(({ line, field, value, sheet, cell }) => ({
    period,
    row: line,
    agency,
    field,
    value,
    file,
    sheet,
    cell,
    hash,
    time,
  }));
}

type Values = ReadonlyMap<string, ReadonlyMap<string, FigureValue>>;

function changesOf(
  book: Book,
  before: { readonly values: Values },
  after: { readonly values: Values },
): readonly CellChange[] {
  const tables = [
    ['indicator', book.indicators.sheet, linesById<string>(book.indicators)],
    ['task', book.tasks.sheet, linesById<string>(book.tasks)],
  ] as const;
  return tables.flatMap(([table, sheet, lines]) =>
    [...lines].flatMap(([line, { cells }]): CellChange[] => {
      const was = before.values.get(line);
      const now = after.values.get(line);
      const fields = new Set([...(was?.keys() ?? []), ...(now?.keys() ?? [])]);
      return [...fields].flatMap((field): CellChange[] => {
        const [stood, stands] = [was?.get(field) ?? null, now?.get(field) ?? null];
        const cell = cells.get(field);
        if (stood === stands || !cell || cell.address === '') return [];
        const there = valueIn(cell, field);
        return [
          {
            table,
            line,
            field,
            sheet,
            cell: cell.address,
            before: there,
            after: stands,
            typed: there !== null && there !== stood,
          },
        ];
      });
    }),
  );
}

/** What a cell of the workbook says, as a figure; null for nothing. */
export function valueIn(cell: EntryCell, field: string): FigureValue | null {
  return figureValue(cell.content, field);
}

/** A cell's content as a figure: days as ISO text, truth values and errors as they show. */
export function figureValue(content: CellContent | null, field: string): FigureValue | null {
  if (content === null || isBlank(content)) return null;
  switch (content.kind) {
    case 'number':
      return content.format === 'date' || kindOf(field) === 'day'
        ? (fromSerial(content.value) ?? content.value)
        : content.value;
    case 'text':
      return content.text;
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return content.error;
    case 'uncalculated':
      return null;
  }
}

function replacementsOf(
  book: Book,
  fresh: readonly Submission[],
  log: readonly LogEntry[],
  period: Period,
): readonly Replacement[] {
  const names = agenciesById(book.registry);
  const standing = standingEntries(log, period.id);
  const stood = standingEntries(book.log, period.id);
  const candidates = [
    ...[...stood.values()].map(({ agency, file, hash }) => ({ agency, file, hash })),
    ...fresh,
  ];
  const touched = new Set(fresh.map(({ agency }) => agency));
  return candidates.flatMap(({ agency, file, hash }): Replacement[] => {
    const stands = standing.get(agency);
    if (!touched.has(agency) || !stands || stands.hash === hash) return [];
    const name = names.get(agency)?.name ?? agency;
    return [{ agency, name, file: stands.file, replaced: file, rule: 'laterSaved' }];
  });
}

/** What each agency's standing file brings against its file before, or the workbook's cells. */
function agencyChanges(
  book: Book,
  fresh: readonly Submission[],
  log: readonly LogEntry[],
  period: Period,
): readonly AgencyChanges[] {
  const names = agenciesById(book.registry);
  const standing = standingEntries(log, period.id);
  const stood = standingEntries(book.log, period.id);
  const current = book.settings.period.id === period.id;
  const lines = new Map([...linesById<string>(book.indicators), ...linesById<string>(book.tasks)]);
  const order = new Map(book.registry.map(({ id }, index) => [id, index]));
  const newcomers = fresh
    .filter(({ agency, hash }) => standing.get(agency)?.hash === hash)
    .sort((a, b) => (order.get(a.agency) ?? 0) - (order.get(b.agency) ?? 0));
  const replacing = new Map(
    newcomers.flatMap(({ agency }) => {
      const entry = stood.get(agency);
      return entry ? [[agency, entry.hash] as const] : [];
    }),
  );
  const old = new Map<string, Map<string, FigureValue>>();
  for (const { period: of, agency, row, field, value, hash } of book.history)
    if (of === period.id && replacing.get(agency) === hash) {
      const own = old.get(agency) ?? new Map<string, FigureValue>();
      old.set(agency, own.set(`${row} ${field}`, value));
    }
  return newcomers.map(({ agency, file, figures }): AgencyChanges => {
    const own = replacing.has(agency) ? (old.get(agency) ?? new Map<string, FigureValue>()) : null;
    const there = (line: string, field: string): FigureValue | null => {
      if (own) return own.get(`${line} ${field}`) ?? null;
      const cell = current ? lines.get(line)?.cells.get(field) : undefined;
      return cell ? valueIn(cell, field) : null;
    };
    const counts = { new: 0, changed: 0, same: 0, dropped: 0 };
    for (const { line, field, value } of figures) {
      const was = there(line, field);
      if (was === null) counts.new += 1;
      else if (was === value) counts.same += 1;
      else counts.changed += 1;
    }
    if (own) {
      const said = new Set(figures.map(({ line, field }) => `${line} ${field}`));
      counts.dropped = [...own.keys()].filter((key) => !said.has(key)).length;
    }
    return { agency, name: names.get(agency)?.name ?? agency, file, ...counts };
  });
}
