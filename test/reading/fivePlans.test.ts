import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../src/domain/text';
import { planSchema, type Indicator, type Plan, type Task } from '../../src/domain/plan/plan';
import { agencyKey } from '../../src/reading/cells/agencies';
import { readPlan } from '../../src/reading/readPlan';

/** A hand-made table (see test/fixtures/expected/README.md): rows are compared field by field. */
type Expected = {
  readonly meta: Readonly<Record<string, unknown>> & { readonly titleContains: string };
  readonly sections: readonly { readonly section: string; readonly title: string }[];
  readonly indicators: readonly ExpectedRow[];
  readonly proseIndicators?: readonly ExpectedRow[];
  readonly tasks: readonly ExpectedRow[];
};
type ExpectedRow = Readonly<Record<string, unknown>> & { readonly code: string };

const root = join(__dirname, '..', '..');

function readExpected(name: string): Expected {
  return JSON.parse(
    readFileSync(join(root, 'test', 'fixtures', 'expected', `${name}.json`), 'utf8'),
  ) as Expected;
}

function read(name: string): Plan {
  const plan = readPlan(readFileSync(join(root, 'seeds', `${name}.txt`), 'utf8'));
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}

const names = ['can-tho', 'hue', 'tien-giang', 'hai-phong', 'nga-nam'];

const indicatorColumns: Readonly<Record<string, (row: Indicator, plan: Plan) => unknown>> = {
  code: (row) => row.code,
  horizon: (row) => row.horizon,
  name: (row) => row.name,
  unit: (row) => row.unit,
  targetText: (row) => row.targetText,
  target: (row) => row.target,
  leadText: (row) => row.leadText,
  leadNames: (row, plan) => keysOf(row.leads, plan),
  isGroup: (row) => row.isGroup,
  parentCode: (row, plan) =>
    plan.indicators.find((each) => each.id === row.parent)?.code ?? row.parent,
  pace: (row) => row.pace,
};

const taskColumns: Readonly<Record<string, (row: Task, plan: Plan) => unknown>> = {
  code: (row) => row.code,
  section: (row) => row.section,
  name: (row) => row.name,
  leadText: (row) => row.leadText,
  coordText: (row) => row.coordText,
  resultText: (row) => row.resultText,
  timeText: (row) => row.timeText,
  time: (row) => row.time,
  leadNames: (row, plan) => keysOf(row.leads, plan),
  coordNames: (row, plan) => keysOf(row.coordinators, plan),
};

function keysOf(ids: readonly string[], plan: Plan): readonly string[] {
  return ids.map((id) => agencyKey(plan.agencies.find((each) => each.id === id)?.name ?? id));
}

/** The expected value, with names of bodies as keys: only which body is meant matters. */
function wanted(row: ExpectedRow, column: string): unknown {
  const value = row[column];
  return Array.isArray(value) && column.endsWith('Names')
    ? value.map((name) => agencyKey(String(name)))
    : value;
}

/** A value as text in which the order of fields does not matter. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Every cell of a column that differs, one line each. */
function differences<T extends { readonly code: string }>(
  rows: readonly T[],
  expected: readonly ExpectedRow[],
  column: string,
  cell: (row: T) => unknown,
): readonly string[] {
  return expected.flatMap((want, at) => {
    const row = rows[at];
    const got = written(row === undefined ? 'no row' : cell(row));
    const right = written(wanted(want, column));
    return got === right ? [] : [`${want.code} (row ${at + 1}): got ${got}, expected ${right}`];
  });
}

describe.each(names)('%s', (name) => {
  const plan = read(name);
  const expected = readExpected(name);

  it('has the shape of a plan', () => {
    expect(planSchema.safeParse(plan).error).toBeUndefined();
  });

  it.each(['locality', 'issuer', 'documentNumber', 'documentDate'] as const)(
    'states %s',
    (field) => {
      expect(plan[field]).toBe(expected.meta[field]);
    },
  );

  it.each(['deadlines', 'every', 'recipient'] as const)('sets reports: %s', (field) => {
    expect(plan.reporting[field]).toEqual(expected.meta[field]);
  });

  it('states its title', () => {
    expect(plan.title).toContain(expected.meta.titleContains);
  });

  it('has every row and none extra', () => {
    expect(plan.indicators.map((row) => row.code)).toEqual(
      expected.indicators.map((row) => row.code),
    );
    expect(plan.tasks.map((row) => row.code)).toEqual(expected.tasks.map((row) => row.code));
  });

  it('has every section', () => {
    const sections = plan.tasks.map(({ section, sectionTitle: title }) => ({ section, title }));
    const first = sections.filter(
      ({ section }, at) => section !== '' && sections[at - 1]?.section !== section,
    );
    expect(first).toEqual(expected.sections);
  });

  it.each(Object.entries(indicatorColumns))('indicators: %s', (column, cell) => {
    expect(
      differences(plan.indicators, expected.indicators, column, (row) => cell(row, plan)),
    ).toEqual([]);
  });

  it.each(Object.entries(taskColumns))('tasks: %s', (column, cell) => {
    expect(differences(plan.tasks, expected.tasks, column, (row) => cell(row, plan))).toEqual([]);
  });

  it('gives every row an id of its own, and names only rows and agencies it has', () => {
    const rows = [...plan.indicators, ...plan.proseIndicators, ...plan.tasks];
    const ids = new Set(rows.map((row) => row.id));
    const agencies = new Set(plan.agencies.map((agency) => agency.id));
    expect(ids.size).toBe(rows.length);
    expect(agencies.size).toBe(plan.agencies.length);
    expect(plan.agencies.map((agency) => fold(agency.name))).not.toContain('');
    const named = [
      ...rows.flatMap((row) => row.leads),
      ...plan.tasks.flatMap((task) => task.coordinators),
    ];
    expect(named.filter((id) => !agencies.has(id))).toEqual([]);
    expect(
      plan.notes.map((note) => note.where.row).filter((row) => row !== null && !ids.has(row)),
    ).toEqual([]);
  });
});

describe.each(names.filter((name) => readExpected(name).proseIndicators))(
  '%s, in its running text',
  (name) => {
    const plan = read(name);
    const expected = readExpected(name).proseIndicators ?? [];

    it('states every indicator and none extra', () => {
      expect(plan.proseIndicators.map((row) => row.code)).toEqual(expected.map((row) => row.code));
    });

    it.each(Object.entries(indicatorColumns))('%s', (column, cell) => {
      expect(differences(plan.proseIndicators, expected, column, (row) => cell(row, plan))).toEqual(
        [],
      );
    });
  },
);
