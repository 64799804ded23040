import type { Indicator, Note, Plan, Task } from '../domain/plan/plan';
import { agencyKey, splitAgencies } from './cells/agencies';
import { readDeadline } from './cells/deadline';
import { readTarget } from './cells/target';

/** A cell of a row that words can be moved to. */
export type RowColumn = 'unit' | 'target' | 'lead' | 'coordinators' | 'product' | 'time';

/** Another reading of a doubtful place, which a person may choose instead. */
export type Alternative =
  | { readonly kind: 'move'; readonly row: string; readonly text: string; readonly to: RowColumn }
  | { readonly kind: 'target'; readonly row: string; readonly text: string }
  | { readonly kind: 'lead'; readonly row: string; readonly agency: string; readonly name: string };

/**
 * The other readings of a doubtful place, in the order they are offered; none where there is
 * nothing to choose and a person can only have seen it.
 */
export function alternativesOf(plan: Plan, note: Note): readonly Alternative[] {
  const { row } = note.where;
  if (row === null) return [];
  const task = plan.tasks.find(({ id }) => id === row);
  const indicator = plan.indicators.find(({ id }) => id === row);
  switch (note.code) {
    case 'toldInSentence':
    case 'cellDecidedByMeaning': {
      const text = String(note.params['text'] ?? '');
      const cells = task ? taskCells(task) : indicator ? indicatorCells(indicator) : [];
      const stands = cells.some(([, words]) => words === text);
      return stands
        ? cells.flatMap(([to, words]) => (words === null ? [{ kind: 'move', row, text, to }] : []))
        : [];
    }
    case 'contradiction': {
      const other = plan.indicators.find(({ id }) => id === note.params['other']);
      const text = String(note.params['proseText'] ?? '');
      return other && text !== '' ? [{ kind: 'target', row: other.id, text }] : [];
    }
    case 'targetBeside':
      return [{ kind: 'target', row, text: String(note.params['text'] ?? '') }];
    case 'rowWithoutLead':
    case 'leadNotNamed':
      return plan.agencies.map(({ id, name }) => ({ kind: 'lead', row, agency: id, name }));
    default:
      return [];
  }
}

/** The plan with another reading of one place; every other row stays as it is. */
export function settle(plan: Plan, alternative: Alternative): Plan {
  const onIndicator = (change: (row: Indicator) => Indicator): readonly Indicator[] =>
    plan.indicators.map((row) => (row.id === alternative.row ? change(row) : row));
  const onTask = (change: (row: Task) => Task): readonly Task[] =>
    plan.tasks.map((row) => (row.id === alternative.row ? change(row) : row));
  switch (alternative.kind) {
    case 'target':
      return { ...plan, indicators: onIndicator((row) => withTarget(row, alternative.text)) };
    case 'lead': {
      const lead = { leadText: alternative.name, leads: [alternative.agency] };
      return {
        ...plan,
        indicators: onIndicator((row) => ({ ...row, ...lead })),
        tasks: onTask((row) => ({ ...row, ...lead })),
      };
    }
    case 'move':
      return {
        ...plan,
        indicators: onIndicator((row) => movedInIndicator(plan, row, alternative)),
        tasks: onTask((row) => movedInTask(plan, row, alternative)),
      };
  }
}

type Move = Extract<Alternative, { readonly kind: 'move' }>;
type Cells = readonly (readonly [RowColumn, string | null])[];

function taskCells(row: Task): Cells {
  return [
    ['lead', row.leadText],
    ['coordinators', row.coordText],
    ['product', row.resultText],
    ['time', row.timeText],
  ];
}

function indicatorCells(row: Indicator): Cells {
  return [
    ['unit', row.unit],
    ['target', row.targetText],
    ['lead', row.leadText],
  ];
}

/** The words of a row's cells after a move. */
function after(cells: Cells, { text, to }: Move): ReadonlyMap<RowColumn, string | null> {
  return new Map(
    cells.map(([at, words]) => [at, at === to ? text : words === text ? null : words]),
  );
}

function movedInTask(plan: Plan, row: Task, move: Move): Task {
  const cells = after(taskCells(row), move);
  const [leadText, coordText, timeText] = (['lead', 'coordinators', 'time'] as const).map(
    (column) => cells.get(column) ?? null,
  );
  return {
    ...row,
    leadText: leadText ?? null,
    coordText: coordText ?? null,
    resultText: cells.get('product') ?? null,
    timeText: timeText ?? null,
    time: readDeadline(timeText ?? null).time,
    leads: idsIn(plan, leadText ?? null),
    coordinators: idsIn(plan, coordText ?? null),
  };
}

function movedInIndicator(plan: Plan, row: Indicator, move: Move): Indicator {
  const cells = after(indicatorCells(row), move);
  const leadText = cells.get('lead') ?? null;
  return withTarget(
    { ...row, unit: cells.get('unit') ?? null, leadText, leads: idsIn(plan, leadText) },
    cells.get('target') ?? null,
  );
}

function withTarget(row: Indicator, targetText: string | null): Indicator {
  const read = targetText === null ? null : readTarget(targetText, row.unit);
  return {
    ...row,
    targetText,
    target: read?.target ?? null,
    partTexts: read?.partTexts ?? [],
    isGroup: targetText === null && row.isGroup,
  };
}

/** The plan's agencies that a cell names; names the plan has nowhere else are left out. */
function idsIn(plan: Plan, cell: string | null): readonly string[] {
  if (cell === null) return [];
  const known = new Map(
    plan.agencies.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((each): [string, string] => [agencyKey(each), id]),
    ),
  );
  const ids = splitAgencies(cell).names.flatMap((name) => known.get(agencyKey(name)) ?? []);
  return [...new Set(ids)];
}
