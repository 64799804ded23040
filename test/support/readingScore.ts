import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note, Plan } from '../../src/domain/plan/plan';
import { fold } from '../../src/domain/text';
import { readDocument as sourceOf } from '../../src/gateways/documents/readDocument';
import { readDocument } from '../../src/reading/readPlan';

/**
 * How well plans of the corpus are read, judged by the hand-checked expectation beside each:
 * rows found and rows too many, cells read otherwise, and those of them that no note tells of.
 */

type Cells = Readonly<Record<string, unknown>>;

/** A row as it is compared: its cells, and the codes of the notes on it. */
type ReadRow = { readonly cells: Cells; readonly notes: readonly Note['code'][] };

type Expected = {
  readonly meta: Cells;
  readonly indicators: readonly Cells[];
  readonly tasks: readonly Cells[];
  /** Paths to what may be read in more than one way: "tasks/3/leadText". */
  readonly doubtful: readonly string[];
};

/** What a document, or many, came to. */
export type Score = {
  readonly rows: number;
  readonly found: number;
  readonly extra: number;
  readonly cells: number;
  /** Cells read otherwise than expected: "tasks/3/leadText got … expected …", and its field. */
  readonly wrong: readonly Wrong[];
};

/** A cell read otherwise than expected, or a row that is not there or too many. */
export type Wrong = {
  readonly document: string;
  readonly field: string;
  readonly noted: boolean;
  readonly words: string;
};

const fieldsOf = {
  indicators: [
    'code',
    'horizon',
    'name',
    'unit',
    'targetText',
    'target',
    'leadText',
    'isGroup',
    'parentCode',
    'pace',
  ],
  tasks: [
    'code',
    'section',
    'sectionTitle',
    'name',
    'leadText',
    'coordText',
    'resultText',
    'timeText',
    'time',
  ],
} as const;

/** Says that a number stands twice: of every such row, and nothing of its cells. */
const SAYS_NOTHING: Note['code'] = 'codeRepeated';

const root = join(__dirname, '..', 'fixtures', 'corpus');

/** The documents in one half of the corpus. */
export function corpusOf(half: 'tune' | 'measure'): readonly string[] {
  const files = readdirSync(join(root, half));
  return files.filter((file) => !file.endsWith('.expected.json')).map((file) => join(half, file));
}

async function planOf(document: string): Promise<Plan | null> {
  const source = await sourceOf(readFileSync(join(root, document)), document);
  const read = source.ok ? readDocument(source.value) : source;
  return read.ok ? read.value.plan : null;
}

function rowsOf(plan: Plan | null, kind: keyof typeof fieldsOf): readonly ReadRow[] {
  return (plan?.[kind] ?? []).map((row): ReadRow => {
    const parent = 'parent' in row ? row.parent : null;
    const parentCode = plan?.indicators.find(({ id }) => id === parent)?.code ?? null;
    const notes = plan?.notes.filter((note) => note.where.row === row.id) ?? [];
    return {
      cells: { ...row, parentCode },
      notes: notes.map(({ code }) => code).filter((code) => code !== SAYS_NOTHING),
    };
  });
}

const wordsOf = (row: Cells): readonly string[] => fold(String(row['name'])).split(' ');

/** How alike two rows are, from 0 to 1: by the words they share, the same number counting too. */
function likeness(one: Cells, other: Cells): number {
  const [words, others] = [wordsOf(one), new Set(wordsOf(other))];
  const shared = words.filter((word) => others.has(word)).length;
  const names = (2 * shared) / Math.max(1, words.length + others.size);
  const codes = one['code'] === other['code'] && one['horizon'] === other['horizon'] ? 0.2 : 0;
  return names + codes < 0.5 ? 0 : names + codes;
}

/** The row read for each row expected, in order; null for one not found. */
function pair(expected: readonly Cells[], found: readonly ReadRow[]): readonly (number | null)[] {
  const width = found.length + 1;
  const best = new Float64Array((expected.length + 1) * width);
  for (let at = expected.length - 1; at >= 0; at--)
    for (let other = found.length - 1; other >= 0; other--) {
      const alike = likeness(expected[at] ?? {}, found[other]?.cells ?? {});
      best[at * width + other] = Math.max(
        best[(at + 1) * width + other] ?? 0,
        best[at * width + other + 1] ?? 0,
        alike === 0 ? 0 : alike + (best[(at + 1) * width + other + 1] ?? 0),
      );
    }
  let other = 0;
  return expected.map((_, at) => {
    while (other < found.length) {
      const here = best[at * width + other] ?? 0;
      if (here === (best[(at + 1) * width + other] ?? 0)) return null;
      if (here === (best[at * width + other + 1] ?? 0)) other++;
      else return other++;
    }
    return null;
  });
}

/** A value as text in which the order of fields does not matter. */
function written(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

function scoreRows(
  document: string,
  kind: keyof typeof fieldsOf,
  expected: Expected,
  plan: Plan | null,
): Score {
  const rows = expected[kind];
  const found = rowsOf(plan, kind);
  const pairs = pair(rows, found);
  const { doubtful } = expected;
  const wrong: Wrong[] = [];
  let cells = 0;
  rows.forEach((row, at) => {
    const own = found[pairs[at] ?? -1];
    if (!own && !doubtful.includes(`${kind}/${at}`))
      wrong.push({ document, field: 'row', noted: false, words: `lost ${String(row['name'])}` });
    if (!own) return;
    for (const field of fieldsOf[kind]) {
      if (!(field in row) || doubtful.includes(`${kind}/${at}/${field}`)) continue;
      cells++;
      const [got, right] = [written(own.cells[field]), written(row[field])];
      const words = `${kind}/${at}/${field} got ${got} expected ${right}`;
      if (got !== right) wrong.push({ document, field, noted: own.notes.length > 0, words });
    }
  });
  const paired = new Set(pairs);
  const extra = found.filter((_, at) => !paired.has(at));
  for (const { cells: row, notes } of extra)
    wrong.push({
      document,
      field: 'extra',
      noted: notes.length > 0,
      words: `extra ${kind} ${String(row['name'])}`,
    });
  const matched = pairs.filter((each) => each !== null).length;
  return { rows: rows.length, found: matched, extra: extra.length, cells, wrong };
}

function scoreMeta(document: string, { meta }: Expected, plan: Plan | null): Score {
  const own: Cells = { ...plan, ...plan?.reporting };
  const wrong = Object.entries(meta).flatMap(([field, right]): readonly Wrong[] => {
    const isTitle = field === 'titleContains';
    const got = own[isTitle ? 'title' : field];
    const same = isTitle ? fold(String(got)).includes(fold(String(right))) : null;
    if (same ?? written(got) === written(right)) return [];
    const noted = plan?.notes.some((note) => note.params['field'] === field) ?? false;
    const words = `meta/${field} got ${written(got)} expected ${written(right)}`;
    return [{ document, field, noted, words }];
  });
  return { rows: 0, found: 0, extra: 0, cells: Object.keys(meta).length, wrong };
}

/** Adds scores up. */
export function sum(scores: readonly Score[]): Score {
  const total = (value: (score: Score) => number): number =>
    scores.reduce((count, score) => count + value(score), 0);
  return {
    rows: total(({ rows }) => rows),
    found: total(({ found }) => found),
    extra: total(({ extra }) => extra),
    cells: total(({ cells }) => cells),
    wrong: scores.flatMap(({ wrong }) => wrong),
  };
}

/** Reads a document of the corpus as the product does and compares it with its expectation. */
export async function scoreOf(document: string): Promise<Score> {
  const file = join(root, document.replace(/\.[^.]*$/, '.expected.json'));
  const expected = JSON.parse(readFileSync(file, 'utf8')) as Expected;
  const plan = await planOf(document);
  return sum([
    scoreRows(document, 'indicators', expected, plan),
    scoreRows(document, 'tasks', expected, plan),
    scoreMeta(document, expected, plan),
  ]);
}
