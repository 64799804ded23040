import { dutiesOf } from '../../domain/agencies/duties';
import { agenciesById, successorOf, type RegisteredAgency } from '../../domain/agencies/registry';
import type { Book, HistoryFigure, Period } from '../../domain/book';
import type { Issue } from '../../domain/checks/issue';
import { valueIn } from '../../domain/collection/collect';
import { taskReport, tellsOfPeriod } from '../../domain/collection/fields';
import type { FigureValue, Submission } from '../../domain/collection/submission';
import type { SubmissionCode } from '../../domain/collection/submissionCodes';
import { cellOf, linesById, textOf } from '../../domain/entries';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import type { SheetSnapshot, Snapshot } from '../../domain/snapshot';
import { trackingNames } from '../tracking/columns';
import { formIdentity, formIdentityKeys, formSheets } from './columns';
import { issuedAt } from './content';
import { formLines, type FormLine } from './formLines';
import { readFormTable, type Issued } from './readFormTable';

/** A file that is no form for this collection, or a form with faults in it. */
export type FormFault =
  | { readonly kind: 'file'; readonly failure: Failure }
  | { readonly kind: 'cells'; readonly agency: string; readonly issues: readonly Issue[] };

/** A file as it came in: the snapshot of its cells, and the hash of its bytes. */
export type IncomingForm = {
  readonly snapshot: Snapshot;
  readonly hash: string;
  /** When the file was written where it lies: for programs that do not note it in the file. */
  readonly written: string | null;
};

/** Reads forms for one period of a workbook. */
export type FormReader = (incoming: IncomingForm) => Result<Submission, FormFault>;

/**
 * Prepares the reading of forms. A form is read in this order: whose it is (one failure, no
 * cascade), whether its tables are whole, what its cells hold. It is read right or refused with
 * every fault and its cell; nothing is guessed from text.
 */
export function formReader(book: Book, period: Period): FormReader {
  const registry = agenciesById(book.registry);
  const lines = formLines(book.plan);
  const rowsOf = new Map<string, string[]>();
  for (const { agency, row } of dutiesOf(book.plan, book.registry, period.due)) {
    const known = rowsOf.get(agency);
    if (known) known.push(row);
    else rowsOf.set(agency, [row]);
  }
  const linesOf = (agency: string): ReadonlySet<string> => {
    const rows = new Set(rowsOf.get(agency));
    return new Set(
      [...lines.values()].flatMap(({ id, row, entry }) => (entry && rows.has(row) ? [id] : [])),
    );
  };
  const facts = issuedFacts(book, period);
  const issued: Issued = {
    same: (line, field, value) => !tellsOfPeriod(field) && facts(line, field) === value,
    before: figuresBefore(book, period),
  };
  return ({ snapshot, hash, written }) => {
    const identity = readFormIdentity(snapshot);
    if (!identity.ok) return err({ kind: 'file', failure: identity.error });
    const { agency } = identity.value;
    const wrong = misplaced(snapshot.file, identity.value, book, period, registry);
    if (wrong) return err({ kind: 'file', failure: wrong });
    const own = linesOf(agency);
    return readCells({ snapshot, hash, written }, identity.value, period, lines, own, issued);
  };
}

/**
 * Facts that forms bring along filled in, as they were before anything of the period was
 * collected: a form that repeats them says nothing new.
 */
function issuedFacts(
  book: Book,
  period: Period,
): (line: string, field: string) => FigureValue | null {
  const before = new Map<string, HistoryFigure>();
  for (const figure of book.history) {
    if (figure.period !== period.id || figure.agency !== '' || tellsOfPeriod(figure.field))
      continue;
    const key = `${figure.row} ${figure.field}`;
    const known = before.get(key);
    if (!known || figure.time < known.time) before.set(key, figure);
  }
  const lines = linesById(book.tasks);
  return (line, field) => {
    const kept = before.get(`${line} ${field}`);
    if (kept) return kept.value;
    const task = lines.get(line);
    const known = taskReport.find((each) => each === field);
    return task && known ? valueIn(cellOf(task, known), known) : null;
  };
}

/** What was reported of a line in other periods, and stands in the workbook: what forms show of it. */
function figuresBefore(
  book: Book,
  period: Period,
): (line: string, field: string) => ReadonlySet<FigureValue> {
  let known: Map<string, Set<FigureValue>> | null = null;
  const gather = (): Map<string, Set<FigureValue>> => {
    const found = new Map<string, Set<FigureValue>>();
    const add = (line: string, field: string, value: FigureValue): void => {
      const key = `${line} ${field}`;
      found.set(key, (found.get(key) ?? new Set()).add(value));
    };
    for (const { period: of, row, field, value } of book.history)
      if (of !== period.id && tellsOfPeriod(field)) add(row, field, value);
    for (const table of [book.indicators, book.tasks])
      for (const { id, cells } of table.lines)
        for (const [field, cell] of cells) {
          const value = id !== null && tellsOfPeriod(field) ? valueIn(cell, field) : null;
          if (id !== null && value !== null) add(id, field, value);
        }
    return found;
  };
  return (line, field) => (known ??= gather()).get(`${line} ${field}`) ?? new Set();
}

type Identity = {
  readonly plan: string;
  readonly agency: string;
  readonly period: string;
  readonly rows: ReadonlySet<string>;
};

/** Reads what a form says it is, by its defined name and its hidden sheet, which must agree. */
export function readFormIdentity(snapshot: Snapshot): Result<Identity, Failure> {
  const { file } = snapshot;
  const name = snapshot.names.find(
    (each) => each.name.toLowerCase() === trackingNames.identity.toLowerCase(),
  );
  const stated = /^"([^"]*)"$/.exec(name?.refersTo ?? '')?.[1]?.split('/') ?? null;
  const sheet = snapshot.sheets.find((each) => each.name === formSheets.identity);
  const values = sheet ? keyed(sheet) : null;
  const one = (key: string): string => values?.get(key)?.[0] ?? '';
  const hidden = [
    one(formIdentityKeys.kind),
    one(formIdentityKeys.formatVersion),
    one(formIdentityKeys.planId),
    one(formIdentityKeys.agency),
    one(formIdentityKeys.period),
  ];
  const [kind = '', version = '', plan = '', agency = '', period = ''] = stated ?? hidden;
  if (kind === '') return err(failure('formNoIdentity', { file }));
  if (kind !== formIdentity.kind)
    return err(failure('workbookWrongKind', { file, seen: kind, expected: formIdentity.kind }));
  const known = String(formIdentity.formatVersion);
  if (version !== known)
    return err(failure('workbookWrongVersion', { file, seen: version, expected: known }));
  if (stated && values && hidden.some((words, index) => words !== (stated[index] ?? '')))
    return err(failure('formIdentityTorn', { file }));
  return ok({ plan, agency, period, rows: rowsIn(values?.get(formIdentityKeys.rows) ?? []) });
}

function keyed(sheet: SheetSnapshot): ReadonlyMap<string, readonly string[]> {
  const keys = new Map<number, string>();
  const values = new Map<string, string[]>();
  for (const { row, column, content } of sheet.cells) {
    if (column === 1) keys.set(row, textOf(content) ?? '');
    const key = keys.get(row);
    if (column !== 2 || key === undefined) continue;
    const words =
      content.kind === 'text'
        ? content.text
        : content.kind === 'number'
          ? String(content.value)
          : null;
    if (words === null) continue;
    const known = values.get(key);
    if (known) known.push(words);
    else values.set(key, [words]);
  }
  return values;
}

function rowsIn(chunks: readonly string[]): ReadonlySet<string> {
  try {
    const parsed: unknown = JSON.parse(chunks.join(''));
    return new Set(
      Array.isArray(parsed)
        ? parsed.filter((each): each is string => typeof each === 'string')
        : [],
    );
  } catch (error) {
    if (error instanceof SyntaxError) return new Set();
    throw error;
  }
}

/** Why a form has no place in this collection; null when it has. */
function misplaced(
  file: string,
  identity: Identity,
  book: Book,
  period: Period,
  registry: ReadonlyMap<string, RegisteredAgency>,
): Failure | null {
  if (identity.plan !== book.plan.id)
    return failure('formOtherPlan', { file, seen: identity.plan, expected: book.plan.id });
  if (identity.period !== period.id)
    return failure('formOtherPeriod', { file, seen: identity.period, expected: period.id });
  const agency = registry.get(identity.agency);
  if (!agency) return failure('formUnknownAgency', { file, seen: identity.agency });
  const answering = successorOf(agency.id, registry, period.due);
  if (answering !== agency.id)
    return failure('formAgencyMerged', {
      file,
      seen: agency.name,
      successor: registry.get(answering)?.name ?? answering,
    });
  return null;
}

function readCells(
  { snapshot, hash, written }: IncomingForm,
  { agency, rows }: Identity,
  period: Period,
  lines: ReadonlyMap<string, FormLine>,
  own: ReadonlySet<string>,
  issued: Issued,
): Result<Submission, FormFault> {
  const { file } = snapshot;
  const issues: Issue[] = [];
  const add = (
    code: SubmissionCode,
    severity: Issue['severity'],
    where: { readonly sheet: string; readonly cell: string | null; readonly row: string | null },
    params: Issue['params'],
  ): void => {
    issues.push({ code, severity, where: { file, ...where }, params });
  };
  const tables = (['indicator', 'task'] as const).flatMap((table) => {
    const expected = new Set([...own].filter((id) => lines.get(id)?.table === table));
    return expected.size === 0
      ? []
      : [readFormTable(snapshot, table, lines, expected, rows, issued, add)];
  });
  const figures = tables.flatMap((table) => table.figures);
  const found = tables.flatMap((table) => table.lines);
  const whole = { sheet: formSheets.cover, cell: null, row: null };
  if (issues.every(({ severity }) => severity !== 'error')) {
    if (figures.length === 0) add('formEmpty', 'warning', whole, {});
    if (snapshot.macros) add('formMacros', 'warning', whole, {});
  }
  return issues.some(({ severity }) => severity === 'error')
    ? err({ kind: 'cells', agency, issues })
    : ok({
        file,
        hash,
        saved: savedAt(snapshot, period) ?? written,
        agency,
        period: period.id,
        figures,
        lines: found,
        issues,
        macros: snapshot.macros ?? false,
      });
}

/** When a form was saved, unless its file still states the instant it was issued with. */
function savedAt({ saved }: Snapshot, period: Period): string | null {
  return saved === undefined || saved === issuedAt(period).slice(0, saved.length) ? null : saved;
}
