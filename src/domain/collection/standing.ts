import { dutiesOf, type Duty } from '../agencies/duties';
import type { Registry } from '../agencies/registry';
import { entrySlots } from '../assessment/book';
import { measureOf, type Measure } from '../assessment/indicator';
import type { HistoryFigure, Period } from '../book';
import type { Plan } from '../plan/plan';
import { indicatorReport, isWords, taskReport, tellsOfPeriod } from './fields';
import { standingEntries, type FigureValue, type LogEntry } from './submission';

/** What one agency said in one field of a line. */
export type Statement = {
  readonly agency: string;
  readonly value: FigureValue;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
};

/** Two agencies that lead one row and differ, and which of them stands. */
export type Conflict = {
  readonly line: string;
  readonly field: string;
  readonly statements: readonly Statement[];
  readonly chosen: string;
  /** `rule`: the agency the plan names first; `choice`: somebody chose. */
  readonly by: 'rule' | 'choice';
};

/** What the members of a group said of one row, for the words that sum it up. */
export type MemberReport = {
  readonly agency: string;
  /** The figure of the row: an actual or a percentage; null when none was given. */
  readonly value: FigureValue | null;
  readonly done: boolean;
};

/** A group's row summed up: who said what, worst first, and who said nothing. */
export type GroupReport = {
  readonly line: string;
  readonly reports: readonly MemberReport[];
  readonly silent: readonly string[];
};

/** How the language of the workbook says what several agencies said. */
export type StandingWords = {
  readonly joined: (statements: readonly Statement[]) => string;
  readonly summary: (report: GroupReport) => string;
  readonly source: (report: GroupReport) => string;
};

/** What the submissions of a period say about every line: values by line and field. */
export type Standing = {
  readonly values: ReadonlyMap<string, ReadonlyMap<string, FigureValue>>;
  readonly conflicts: readonly Conflict[];
  readonly groups: readonly GroupReport[];
};

/** What a line is to those who report it. */
type Line = {
  readonly id: string;
  readonly table: Duty['table'];
  readonly measure: Measure | null;
  readonly fields: readonly string[];
  readonly duties: readonly Duty[];
};

type Said = ReadonlyMap<string, Statement>;

/**
 * What stands for a period once every agency's last submission is counted. It depends on the
 * set of submissions and choices only, never on their order. Agencies that lead a row together
 * and differ are a conflict: the one chosen stands, else the one the plan names first. A group's
 * row is as good as its worst member, and done when all are.
 */
export function standingOf(
  plan: Plan,
  registry: Registry,
  period: Period,
  figures: readonly HistoryFigure[],
  log: readonly LogEntry[],
  words: StandingWords,
): Standing {
  const entries = standingEntries(log, period.id);
  const said = new Map<string, HistoryFigure[]>();
  for (const figure of figures) {
    const { period: of, row, agency, hash } = figure;
    if (of !== period.id || agency === '' || entries.get(agency)?.hash !== hash) continue;
    const onLine = said.get(row);
    if (onLine) onLine.push(figure);
    else said.set(row, [figure]);
  }
  const choices = new Map<string, LogEntry>();
  for (const entry of log)
    if (entry.action === 'chosen' && entry.period === period.id) {
      const known = choices.get(`${entry.line} ${entry.field}`);
      if (!known || known.time <= entry.time) choices.set(`${entry.line} ${entry.field}`, entry);
    }

  const values = new Map<string, ReadonlyMap<string, FigureValue>>();
  const conflicts: Conflict[] = [];
  const groups: GroupReport[] = [];
  for (const line of linesOf(plan, dutiesOf(plan, registry, period.due))) {
    const figuresOn = said.get(line.id);
    if (!figuresOn) continue;
    const onLine = byAgency(figuresOn);
    if (line.duties.some(({ group }) => group !== null)) {
      const report = groupReport(line, onLine);
      groups.push(report);
      values.set(line.id, groupValues(line, onLine, report, words));
      continue;
    }
    const stands = new Map<string, FigureValue>();
    for (const field of line.fields) {
      const statements = line.duties.flatMap(({ agency }) => onLine.get(agency)?.get(field) ?? []);
      const [first] = statements;
      if (!first) continue;
      if (statements.every(({ value }) => value === first.value)) stands.set(field, first.value);
      else if (isWords(field)) stands.set(field, words.joined(statements));
      else {
        const choice = choices.get(`${line.id} ${field}`);
        const chosen = statements.find(({ agency }) => agency === choice?.agency);
        stands.set(field, (chosen ?? first).value);
        conflicts.push({
          line: line.id,
          field,
          statements,
          chosen: (chosen ?? first).agency,
          by: chosen ? 'choice' : 'rule',
        });
      }
    }
    values.set(line.id, stands);
  }
  return { values, conflicts, groups };
}

/** What each agency said of a line, by field: made for one line at a time, for there are many. */
function byAgency(figures: readonly HistoryFigure[]): ReadonlyMap<string, Said> {
  const said = new Map<string, Map<string, Statement>>();
  for (const { agency, field, value, file, sheet, cell } of figures) {
    const known = said.get(agency) ?? new Map<string, Statement>();
    said.set(agency, known);
    if (!known.has(field)) known.set(field, { agency, value, file, sheet, cell });
  }
  return said;
}

function linesOf(plan: Plan, duties: readonly Duty[]): readonly Line[] {
  const byRow = new Map<string, Duty[]>();
  for (const duty of duties) {
    const known = byRow.get(duty.row);
    if (known) known.push(duty);
    else byRow.set(duty.row, [duty]);
  }
  return [
    ...plan.indicators.flatMap((row) =>
      entrySlots(row).map(({ lineId, target }): Line => ({
        id: lineId,
        table: 'indicator',
        measure: measureOf(target, row.pace),
        fields: indicatorReport,
        duties: byRow.get(row.id) ?? [],
      })),
    ),
    ...plan.tasks.map((row): Line => ({
      id: row.id,
      table: 'task',
      measure: null,
      fields: taskReport,
      duties: byRow.get(row.id) ?? [],
    })),
  ];
}

/** Judgements from worst to best, as the words of the drop-down are ordered the other way. */
function worse(line: Line): (a: MemberReport, b: MemberReport) => number {
  const direction = line.measure?.direction ?? 1;
  return (a, b) => {
    if (a.done !== b.done) return a.done ? 1 : -1;
    if (typeof a.value === 'number' && typeof b.value === 'number')
      return direction * (a.value - b.value);
    return (a.value === null ? 1 : 0) - (b.value === null ? 1 : 0);
  };
}

function groupReport(line: Line, onLine: ReadonlyMap<string, Said>): GroupReport {
  const reports: MemberReport[] = [];
  const silent: string[] = [];
  for (const { agency } of line.duties) {
    const said = onLine.get(agency);
    if (!said || ![...said.keys()].some(tellsOfPeriod)) {
      silent.push(agency);
      continue;
    }
    const main = line.table === 'task' ? 'percent' : line.measure === null ? 'judgement' : 'actual';
    reports.push({ agency, value: said.get(main)?.value ?? null, done: said.has('done') });
  }
  return { line: line.id, reports: reports.sort(worse(line)), silent };
}

function groupValues(
  line: Line,
  onLine: ReadonlyMap<string, Said>,
  report: GroupReport,
  words: StandingWords,
): ReadonlyMap<string, FigureValue> {
  const of = (field: string): readonly Statement[] =>
    line.duties.flatMap(({ agency }) => onLine.get(agency)?.get(field) ?? []);
  const values = new Map<string, FigureValue>();
  const set = (field: string, value: FigureValue | null): void => {
    if (value !== null && value !== '') values.set(field, value);
  };
  for (const field of ['cause', 'measure', 'request']) {
    const statements = of(field);
    set(field, statements.length === 0 ? null : words.joined(statements));
  }
  set('source', words.source(report));
  const numbers = (field: string): readonly number[] =>
    of(field).flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
  const everyone = report.silent.length === 0;
  if (line.table === 'indicator') {
    const worst = report.reports.find(({ value }) => value !== null);
    if (line.measure) {
      set('actual', typeof worst?.value === 'number' ? worst.value : null);
      if (of('estimated').some(({ agency }) => agency === worst?.agency))
        set('estimated', of('estimated')[0]?.value ?? null);
    } else if (everyone) {
      // Judgements differ by more than words: they stand when all members agree.
      const judged = of('judgement');
      const same = judged.every(({ value }) => value === judged[0]?.value);
      set(
        'judgement',
        same && judged.length === line.duties.length ? (judged[0]?.value ?? null) : null,
      );
    }
    set('note', words.summary(report));
    return values;
  }
  const percents = numbers('percent');
  const lowest = percents.length === 0 ? null : Math.min(...percents);
  const complete = everyone && report.reports.every(({ done }) => done);
  // Those who said nothing are not done: all the others being at 100 does not make the row so.
  set('percent', complete ? 100 : lowest !== null && lowest < 100 ? lowest : null);
  if (complete) {
    const days = of('done').flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    set('done', [...days].sort().at(-1) ?? null);
  }
  set('result', words.summary(report));
  for (const field of ['allotted', 'disbursed']) {
    const amounts = numbers(field);
    if (amounts.length > 0)
      set(
        field,
        amounts.reduce((sum, amount) => sum + amount, 0),
      );
  }
  for (const field of ['document', 'funding']) {
    const statements = of(field);
    set(field, statements.length === 0 ? null : words.joined(statements));
  }
  return values;
}
