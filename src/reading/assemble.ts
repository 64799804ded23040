import type { Indicator, Note, Plan, Task } from '../domain/plan/plan';
import { registerAgencies, type AgencyRegistry } from './agencyRegistry';
import { readDeadline } from './cells/deadline';
import { readPace } from './cells/pace';
import { readTarget } from './cells/target';
import { rowIds, slug } from './ids';
import type { Metadata } from './metadata';
import { findContradictions } from './prose/contradictions';
import type { UnreadTable } from './tables/unreadTables';
import type { Doubt, RawIndicator, RawTask, SourceLine } from './raw';

/** An indicator as words; `section` is the number of the section of the table it stands in. */
export type SectionedIndicator = RawIndicator & { readonly section?: string };

/** The rows of a plan as words, and what it says of itself. */
export type PlanParts = {
  readonly metadata: Metadata;
  readonly indicators: readonly SectionedIndicator[];
  readonly proseIndicators: readonly RawIndicator[];
  readonly tasks: readonly RawTask[];
  /** Whether the rows come from tables; rows that do not come from the running text. */
  readonly hasIndicatorTable: boolean;
  readonly hasTaskTable: boolean;
  /** Lines beside the tables that were left out. */
  readonly ignored: readonly SourceLine[];
  /** Tables of which no row could be read. */
  readonly unread: readonly UnreadTable[];
};

/** The rows of one kind, the lines they begin on, and the notes on them. */
type Rows<T> = {
  readonly rows: readonly T[];
  readonly lines: ReadonlyMap<string, number>;
  readonly notes: readonly Note[];
};

/** Gives the rows of a plan their meaning, their ids and their notes. */
export function assemble(parts: PlanParts): Plan {
  const { metadata } = parts;
  const named = [...parts.indicators, ...parts.proseIndicators, ...parts.tasks].flatMap((row) => [
    row.leadText,
    'coordText' in row ? row.coordText : null,
  ]);
  const registry = registerAgencies(named);
  const indicators = readIndicators(parts.indicators, 'CT', registry);
  const proseIndicators = readIndicators(parts.proseIndicators, 'VB', registry);
  const tasks = readTasks(parts.tasks, registry);
  const notes = [
    ...metadata.notes,
    ...indicators.notes,
    ...proseIndicators.notes,
    ...tasks.notes,
    ...lackNotes(indicators, 'rowWithoutLead', (row) => row.leadText === null && !row.isGroup),
    ...lackNotes(tasks, 'rowWithoutLead', (row) => row.leadText === null),
    ...lackNotes(tasks, 'rowWithoutTime', (row) => row.timeText === null),
    ...ignoredNotes(parts.ignored, metadata.notes),
    ...parts.unread.map(unreadNote),
    ...contradictionNotes(parts, indicators, proseIndicators, tasks),
  ];
  return {
    id: slug(`${metadata.locality} ${metadata.documentNumber ?? metadata.year ?? ''}`),
    locality: metadata.locality,
    issuer: metadata.issuer,
    documentNumber: metadata.documentNumber,
    documentDate: metadata.documentDate,
    title: metadata.title,
    reporting: metadata.reporting,
    nationalFloor: metadata.nationalFloor,
    indicators: indicators.rows,
    proseIndicators: proseIndicators.rows,
    tasks: tasks.rows,
    agencies: registry.agencies,
    notes: notes.sort((one, other) => one.where.line - other.where.line),
  };
}

function noteOn(
  line: number,
  row: string | null,
  code: Note['code'],
  params: Note['params'] = {},
): Note {
  return { code, where: { line, row }, params };
}

function rowsOf<T extends { readonly id: string }>(
  raws: readonly { readonly line: number }[],
  rows: readonly T[],
  doubtsOf: (at: number) => readonly Doubt[],
): Rows<T> {
  return {
    rows,
    lines: new Map(rows.map((row, at) => [row.id, raws[at]?.line ?? 0])),
    notes: rows.flatMap((row, at) =>
      doubtsOf(at).map(({ code, params }) => noteOn(raws[at]?.line ?? 0, row.id, code, params)),
    ),
  };
}

function readIndicators(
  raws: readonly SectionedIndicator[],
  prefix: string,
  registry: AgencyRegistry,
): Rows<Indicator> {
  const ids = rowIds(
    raws.map(({ code, horizon, section = '' }) => ({ code, horizon, section })),
    prefix,
  );
  const parents = parentsOf(raws);
  const withRows = new Set(parents);
  const targets = raws.map(({ targetText, unit }) =>
    targetText === null ? null : readTarget(targetText, unit),
  );
  const rows = raws.map((raw, at): Indicator => {
    const bare = raw.unit === null && raw.targetText === null && raw.leadText === null;
    const parent = parents[at] ?? null;
    return {
      id: ids[at]?.id ?? '',
      code: raw.code,
      horizon: raw.horizon,
      name: raw.name,
      unit: raw.unit,
      targetText: raw.targetText,
      target: targets[at]?.target ?? null,
      partTexts: targets[at]?.partTexts ?? [],
      leadText: raw.leadText,
      leads: registry.idsIn(raw.leadText),
      isGroup: bare && withRows.has(at),
      parent: parent === null ? null : (ids[parent]?.id ?? null),
      pace: readPace(raw),
    };
  });
  return rowsOf(raws, rows, (at) => {
    const raw = raws[at];
    if (!raw) return [];
    const ownTarget = withRows.has(at) && raw.targetText !== null;
    return [
      ...raw.doubts,
      ...repeatedDoubt(ids[at]?.repeated, raw.code),
      ...(ownTarget
        ? [{ code: 'groupWithTarget', params: { text: raw.targetText } } as const]
        : []),
      ...(targets[at]?.doubts ?? []),
      ...registry.doubtsIn(raw.leadText),
    ];
  });
}

function repeatedDoubt(repeated: boolean | undefined, code: string): readonly Doubt[] {
  return repeated && code !== '' ? [{ code: 'codeRepeated', params: { code } }] : [];
}

/**
 * For each row the row it stands under: 6 for 6.10; for a lettered row the numbered row above,
 * where that sets no target itself. Null for all others.
 */
function parentsOf(raws: readonly RawIndicator[]): readonly (number | null)[] {
  const last = new Map<string, number>();
  // Where each year has a column, a row that sets no target stands once, before all of them.
  const groups = new Map<string, number>();
  let numbered: number | null = null;
  return raws.map((raw, at) => {
    const above = raw.code.replace(/\.[^.]*$/, '');
    const lettered = /^\p{Ll}$/u.test(raw.code);
    if (!lettered) numbered = at;
    last.set(`${raw.horizon} ${raw.code}`, at);
    if (raw.targetText === null) groups.set(raw.code, at);
    if (above !== raw.code) return last.get(`${raw.horizon} ${above}`) ?? groups.get(above) ?? null;
    return lettered && numbered !== null && raws[numbered]?.targetText === null ? numbered : null;
  });
}

function readTasks(raws: readonly RawTask[], registry: AgencyRegistry): Rows<Task> {
  const ids = rowIds(raws, 'NV');
  const times = raws.map((raw) => readDeadline(raw.timeText));
  const rows = raws.map((raw, at): Task => ({
    id: ids[at]?.id ?? '',
    code: raw.code,
    section: raw.section,
    sectionTitle: raw.sectionTitle,
    name: raw.name,
    leadText: raw.leadText,
    coordText: raw.coordText,
    resultText: raw.resultText,
    timeText: raw.timeText,
    time: times[at]?.time ?? { kind: 'none' },
    leads: registry.idsIn(raw.leadText),
    coordinators: registry.idsIn(raw.coordText),
  }));
  return rowsOf(raws, rows, (at) => {
    const raw = raws[at];
    if (!raw) return [];
    return [
      ...raw.doubts,
      ...repeatedDoubt(ids[at]?.repeated, raw.code),
      ...(times[at]?.doubts ?? []),
      ...registry.doubtsIn(raw.leadText),
      ...registry.doubtsIn(raw.coordText),
    ];
  });
}

/** Notes that say already why a row has no lead. */
const leadNotes: readonly Note['code'][] = ['rowWithoutLead', 'leadNotNamed'];

/** Notes on rows that lack something; one note for all where every row lacks it. */
function lackNotes<T extends { readonly id: string }>(
  { rows, lines, notes }: Rows<T>,
  code: 'rowWithoutLead' | 'rowWithoutTime',
  lacks: (row: T) => boolean,
): readonly Note[] {
  const said = code === 'rowWithoutLead' ? leadNotes : [code];
  const explained = new Set(
    notes.filter((note) => said.includes(note.code)).map((note) => note.where.row),
  );
  const lacking = rows.filter((row) => lacks(row) && !explained.has(row.id));
  const [first] = lacking;
  if (!first) return [];
  if (lacking.length === rows.length && rows.length > 1)
    return [noteOn(lines.get(first.id) ?? 0, null, code)];
  return lacking.map((row) => noteOn(lines.get(row.id) ?? 0, row.id, code));
}

const PAGE_NUMBER = /^\P{L}{0,2}\d{1,3}\P{L}{0,6}$|^trang \d/iu;

/** Notes on lines that are no cells, but for numbers of pages and what another note quotes. */
function ignoredNotes(ignored: readonly SourceLine[], quoted: readonly Note[]): readonly Note[] {
  const lines = new Set(
    quoted.filter((note) => 'text' in note.params).map((note) => note.where.line),
  );
  return ignored
    .filter(({ number, text }) => !lines.has(number) && !PAGE_NUMBER.test(text))
    .map((line) => noteOn(line.number, null, 'lineIgnored', { text: line.text }));
}

function unreadNote({ from, to, text }: UnreadTable): Note {
  return noteOn(from, null, 'tableUnread', { from, to, text });
}

/** Notes on indicators that running text and table, or running text and a duty, set otherwise. */
function contradictionNotes(
  { hasIndicatorTable, hasTaskTable }: PlanParts,
  indicators: Rows<Indicator>,
  proseIndicators: Rows<Indicator>,
  tasks: Rows<Task>,
): readonly Note[] {
  const stated = (rows: readonly Indicator[]) => rows.map((row) => ({ ...row, code: row.id }));
  const prose = hasIndicatorTable ? proseIndicators : indicators;
  const table = hasIndicatorTable ? indicators.rows : [];
  const duties = hasTaskTable ? [] : tasks.rows.map(({ id, name }) => ({ code: id, name }));
  return findContradictions(stated(prose.rows), stated(table), duties).map(
    ({ proseCode, tableCode, proseText, tableText }) =>
      noteOn(prose.lines.get(proseCode) ?? 0, proseCode, 'contradiction', {
        proseText,
        tableText,
        other: tableCode,
      }),
  );
}
