import type { CollectView, SentView } from '../app/collectView';
import type { ComparisonView } from '../app/comparisonView';
import { rowCount, type PlannedForms } from '../app/makeForms';
import type { PastLine } from '../app/pastPeriod';
import type { BookAssessment } from '../domain/assessment/book';
import { buckets, indicatorStatuses, taskStatuses } from '../domain/assessment/status';
import type { Rate } from '../domain/assessment/summary';
import type { Issue } from '../domain/checks/issue';
import type { Plan } from '../domain/plan/plan';
import { cliMessages } from '../messages/cli';
import { standingWords } from '../messages/comparison';
import { arrivalWords } from '../messages/collection';
import { describeIssue, severityWords } from '../messages/issues';
import { fill, formatDate, formatNumber, type Params } from '../messages/language';
import { describeNote } from '../messages/notes';
import { bucketWords, indicatorStatusWords, taskStatusWords, withSign } from '../messages/words';

/** A message of the command line in Vietnamese. */
export function say(name: keyof typeof cliMessages, params: Params = {}): string {
  return fill(cliMessages[name], params);
}

/** A text table whose columns are as wide as their widest cell. */
export function textTable(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, cell.length);
    });
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function short(text: string | null, length: number): string {
  if (text === null) return '';
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

/** The forms of a period for people: each file, whose it is, and how many rows it has. */
export function formsText({ period, forms }: PlannedForms, folder: string): string {
  return [
    say('formsWritten', {
      count: forms.length,
      folder,
      period: period.name,
      due: period.due,
    }),
    textTable(forms.map(({ file, form }) => [file, form.agency.name, String(rowCount(form))])),
  ].join('\n');
}

/** What stands of a past period, a line a value. */
export function pastText(lines: readonly PastLine[]): string {
  const rows = lines.flatMap(({ id, fields }) =>
    fields.flatMap(({ header, value }) =>
      value === null
        ? []
        : [[id, header, typeof value === 'number' ? formatNumber(value) : short(value, 60)]],
    ),
  );
  return rows.length === 0 ? say('pastNothing') : textTable(rows);
}

/** Who has sent, for people, and a reminder for each who has not. */
export function sentText(rows: readonly SentView[]): string {
  return [
    textTable(
      rows.map(({ period, name, arrival, reported, expected, file }) => [
        period,
        arrivalWords[arrival].vi,
        `${String(reported)}/${String(expected)}`,
        short(name, 50),
        file ?? '',
      ]),
    ),
    ...rows.flatMap(({ reminder }) => (reminder === null ? [] : ['', reminder])),
  ].join('\n');
}

/** A collection for people: what was taken in, what was not and why, what is missing. */
export function collectText(view: CollectView): string {
  const lines = (title: string, rows: readonly string[]): readonly string[] =>
    rows.length === 0 ? [] : [title, ...rows.map((row) => `  ${row}`)];
  const place = (where: { sheet: string | null; cell: string | null }): string =>
    [where.sheet, where.cell].filter((part) => part !== null).join('!');
  return [
    say('collectHead', {
      period: view.period,
      accepted: view.accepted.length,
      rejected: view.rejected.length,
      unchanged: view.unchanged.length,
      missing: view.missing.length,
    }),
    textTable(
      view.preview.map((each) => [
        `  ${short(each.name, 44)}`,
        say('changeCounts', { ...each }),
        short(each.file, 50),
      ]),
    ),
    ...lines(
      say('rejectedTitle'),
      view.rejected.flatMap(({ file, issues }) => [
        file,
        ...issues.map(({ where, text, action }) => `  ${place(where)} ${text} ${action}`.trimEnd()),
      ]),
    ),
    ...lines(
      say('warningsTitle'),
      view.accepted.flatMap(({ file, issues }) =>
        issues.map(({ where, text }) => `${file} ${place(where)}: ${text}`),
      ),
    ),
    ...lines(
      say('replacedTitle'),
      view.replaced.map(({ name, file, replaced }) => `${name}: ${replaced} → ${file}`),
    ),
    ...lines(
      say('conflictsTitle'),
      view.conflicts.map(
        ({ row, field, chosen, statements }) =>
          `${row}.${field}: ${statements.map((each) => `${each.agency === chosen ? '✓ ' : ''}${each.name} ${String(each.value)} (${each.file} ${each.sheet}!${each.cell})`).join(' · ')}`,
      ),
    ),
    ...lines(
      say('excludedTitle'),
      view.excluded.map(({ file, reason }) => `${file}: ${reason}`),
    ),
    ...lines(
      say('lateTitle'),
      view.late.map(({ name, received }) => `${name} (${received ?? ''})`),
    ),
    ...lines(
      say('missingTitle'),
      view.missing.map(({ name, contact }) => (contact === null ? name : `${name} – ${contact}`)),
    ),
  ].join('\n');
}

/** A plan for people: its head, every row in one line, and every note. */
export function planText(plan: Plan): string {
  const unknown = say('unknown');
  const { reporting } = plan;
  const deadlines = reporting.deadlines.map((day) => day.split('-').reverse().join('/')).join(', ');
  const indicators = [...plan.indicators, ...plan.proseIndicators].map((row) => [
    row.code,
    short(row.name, 60),
    row.unit ?? '',
    short(row.targetText, 36),
    String(row.horizon),
    short(row.leadText, 40),
  ]);
  const tasks = plan.tasks.map((row) => [
    row.code,
    row.section,
    short(row.name, 60),
    short(row.leadText, 36),
    short(row.resultText, 24),
    short(row.timeText, 28),
  ]);
  const notes = plan.notes.map((note) => [
    say('noteLine', { line: note.where.line }),
    note.where.row ?? '',
    describeNote(note),
  ]);
  return [
    say('planHead', {
      title: plan.title,
      issuer: plan.issuer,
      number: plan.documentNumber ?? unknown,
      date: plan.documentDate ?? unknown,
      deadlines: deadlines === '' ? unknown : deadlines,
    }),
    say('planCounts', {
      indicators: plan.indicators.length,
      prose: plan.proseIndicators.length,
      tasks: plan.tasks.length,
      agencies: plan.agencies.length,
      notes: plan.notes.length,
    }),
    '',
    say('indicatorsTitle'),
    textTable(indicators),
    '',
    say('tasksTitle'),
    textTable(tasks),
    '',
    say('notesTitle'),
    textTable(notes),
  ].join('\n');
}

/** How many issues there are of each severity, in words. */
export function issueCounts(issues: readonly Issue[]): string {
  const count = (severity: Issue['severity']): number =>
    issues.filter((issue) => issue.severity === severity).length;
  return say('issueCounts', {
    errors: count('error'),
    warnings: count('warning'),
    notes: count('note'),
  });
}

/** Issues for people: what was seen, where, and what to do, one after the other. */
export function issuesText(issues: readonly Issue[]): string {
  if (issues.length === 0) return say('noIssues');
  const lines = issues.map((issue) => {
    const { text, action } = describeIssue(issue);
    const { sheet, cell, row } = issue.where;
    const place = [sheet, cell, row].filter((part) => part !== null).join(' · ');
    return `${severityWords[issue.severity].vi} · ${place}\n    ${text}\n    → ${action}`;
  });
  return [...lines, '', issueCounts(issues)].join('\n');
}

function rateText(rate: Rate): string {
  const share = rate.value === null ? '–' : `${formatNumber(Math.round(rate.value * 1000) / 10)} %`;
  return `${formatNumber(rate.numerator)}/${formatNumber(rate.denominator)} (${share})`;
}

/** An assessment for people: counts by status, the buckets, and every row with its status. */
export function assessmentText(assessment: BookAssessment): string {
  const { summary } = assessment;
  const counts = (rows: readonly (readonly [string, number])[]): string =>
    textTable(
      rows.filter(([, count]) => count > 0).map(([words, count]) => [words, String(count)]),
    );
  return [
    say('asOf', { date: formatDate(assessment.asOf) }),
    '',
    `${say('indicatorsTitle')}: ${String(summary.indicators.total)} · ${indicatorStatusWords.met.vi} ${rateText(summary.indicators.metRate)}`,
    counts(
      indicatorStatuses.map((status) => [
        withSign(indicatorStatusWords[status]),
        summary.indicators.byStatus[status],
      ]),
    ),
    '',
    `${say('tasksTitle')}: ${String(summary.tasks.total)}`,
    counts(
      taskStatuses.map((status) => [
        withSign(taskStatusWords[status]),
        summary.tasks.byStatus[status],
      ]),
    ),
    '',
    say('bucketsTitle'),
    textTable(
      buckets.map((bucket) => [bucketWords[bucket].vi, String(summary.tasks.byBucket[bucket])]),
    ),
    '',
    textTable([
      ...assessment.indicators.map(({ indicator, status }) => [
        indicator.id,
        withSign(indicatorStatusWords[status]),
        short(indicator.name, 70),
      ]),
      ...assessment.tasks.map(({ task, status }) => [
        task.id,
        withSign(taskStatusWords[status]),
        short(task.name, 70),
      ]),
    ]),
  ].join('\n');
}

/** A comparison for people: what to beware of, and each plan against the nation. */
export function comparisonText({ books, rows, notices }: ComparisonView): string {
  const standings = ['higher', 'equal', 'lower', 'incomparable'] as const;
  const cells = rows.flatMap((row) => row.cells);
  return [
    say('compared', { plans: books.length, rows: rows.length }),
    ...notices,
    textTable([
      ['', ...standings.map((each) => standingWords[each].vi), standingWords.breach.vi],
      ...books.map(({ plan, locality }) => {
        const own = cells.filter((cell) => cell.plan === plan);
        return [
          locality,
          ...standings.map((each) =>
            String(own.filter(({ standing, breach }) => standing === each && !breach).length),
          ),
          String(own.filter(({ breach }) => breach).length),
        ];
      }),
    ]),
  ].join('\n');
}
