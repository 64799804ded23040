import { assessBook, type BookAssessment } from '../../domain/assessment/book';
import type {
  Book,
  EntryCell,
  EntryLine,
  EntryTable,
  MilestoneCell,
  RoadmapField,
  TaskField,
} from '../../domain/book';
import { toSerial } from '../../domain/dates';
import type { CellContent } from '../../domain/snapshot';
import { judgementWords } from '../shared/rules';
import { planDueDay, type Entries, type EntryInput, type TrackingContent } from './content';

/** What a cell shows once the input stands in it. */
export function shownAs(input: EntryInput): CellContent {
  if (typeof input === 'string') return { kind: 'text', text: input };
  if (typeof input === 'number') return { kind: 'number', value: input, format: 'plain' };
  return { kind: 'number', value: toSerial(input.date), format: 'date' };
}

function cell(input: EntryInput): EntryCell {
  return { address: '', content: shownAs(input), formula: null };
}

function table<F extends string>(lines: readonly EntryLine<F>[]): EntryTable<F> {
  return { sheet: '', headerRow: 0, missing: [], lines, blankRows: [] };
}

function linesOf<F extends string>(entries: Entries<F>): EntryLine<F>[] {
  return [...entries].map(([id, fields], index) => ({
    id,
    row: index + 1,
    cells: new Map([...fields].map(([field, input]) => [field, cell(input)])),
  }));
}

/**
 * The book a workbook of this content would be read back as, without addresses: what the domain
 * needs to compute the results that stand beside the workbook's formulas.
 */
export function bookOf(content: TrackingContent): Book {
  const taskInputs = content.plan.tasks.map(
    (task): [string, ReadonlyMap<TaskField, EntryInput>] => {
      const due = planDueDay(task);
      const typed = content.taskEntries.get(task.id) ?? [];
      return [task.id, new Map(due === null ? typed : [['due', { date: due }], ...typed])];
    },
  );
  return {
    file: '',
    plan: content.plan,
    settings: content.settings,
    indicators: table(linesOf(content.indicatorEntries)),
    tasks: table(linesOf(new Map(taskInputs))),
    roadmap: table(
      [...content.roadmap].map(([id, { baseline, baselineDate }], index) => ({
        id,
        row: index + 1,
        cells: new Map<RoadmapField, EntryCell>([
          ...(baseline === null ? [] : ([['baseline', cell(baseline)]] as const)),
          ...(baselineDate === null ? [] : ([['baselineDate', cell(baselineDate)]] as const)),
        ]),
      })),
    ),
    milestones: new Map(
      [...content.roadmap.values()].map(({ milestones }, index): [number, MilestoneCell[]] => [
        index + 1,
        [...milestones].map(([year, input]) => ({ year, cell: cell(input) })),
      ]),
    ),
    history: content.history,
    registry: content.registry,
    log: content.log,
    registryDoubts: [],
    waivers: content.waivers,
    words: { judgements: judgementWords },
    sample: content.sample,
  };
}

/** Every row's status as the domain computes it from the content. */
export function resultsOf(content: TrackingContent): BookAssessment {
  return assessBook(bookOf(content));
}
