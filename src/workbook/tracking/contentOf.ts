import type { Book, EntryCell, EntryTable, IndicatorField, TaskField } from '../../domain/book';
import { fromSerial } from '../../domain/dates';
import { isBlank } from '../../domain/entries';
import type { Entries, EntryInput, RoadmapInput, TrackingContent, WordedIssue } from './content';
import { indicatorLayout, taskLayout } from './columns';

/**
 * The content a workbook would be made of again: what {@link readBook} read, with every entry as it
 * stands, right or wrong. Of a formula typed by an officer its result is kept. `created` is a full
 * ISO instant for the properties of a file made from it.
 */
export function contentOf(
  book: Book,
  issues: readonly WordedIssue[],
  created: string,
): TrackingContent {
  return {
    plan: book.plan,
    settings: book.settings,
    indicatorEntries: entriesOf(book.indicators, inputsOf(indicatorLayout.columns)),
    taskEntries: entriesOf(book.tasks, inputsOf(taskLayout.columns)),
    roadmap: roadmapOf(book),
    history: book.history,
    registry: book.registry,
    log: book.log,
    issues,
    waivers: book.waivers,
    sample: book.sample,
    created,
  };
}

function inputsOf<F extends IndicatorField | TaskField>(
  columns: readonly { readonly field: F; readonly role: string }[],
): readonly F[] {
  return columns.flatMap(({ field, role }) => (role === 'input' ? [field] : []));
}

function entriesOf<F extends string>(table: EntryTable<F>, fields: readonly F[]): Entries<F> {
  const entries = new Map<string, ReadonlyMap<F, EntryInput>>();
  for (const { id, cells } of table.lines) {
    if (id === null || entries.has(id)) continue;
    entries.set(
      id,
      new Map(
        fields.flatMap((field): [F, EntryInput][] => {
          const input = inputOf(cells.get(field));
          return input === null ? [] : [[field, input]];
        }),
      ),
    );
  }
  return entries;
}

function roadmapOf(book: Book): ReadonlyMap<string, RoadmapInput> {
  const roadmap = new Map<string, RoadmapInput>();
  for (const { id, row, cells } of book.roadmap.lines) {
    if (id === null || roadmap.has(id)) continue;
    roadmap.set(id, {
      baseline: inputOf(cells.get('baseline')),
      baselineDate: inputOf(cells.get('baselineDate')),
      milestones: new Map(
        (book.milestones.get(row) ?? []).flatMap(({ year, cell }): [number, EntryInput][] => {
          const input = inputOf(cell);
          return input === null ? [] : [[year, input]];
        }),
      ),
    });
  }
  return roadmap;
}

/** What stands in an input cell, as it would be typed again; null where nothing does. */
function inputOf(cell: EntryCell | undefined): EntryInput | null {
  const content = cell?.content ?? null;
  if (content === null || isBlank(content)) return null;
  switch (content.kind) {
    case 'number': {
      const date = content.format === 'date' ? fromSerial(content.value) : null;
      return date === null ? content.value : { date };
    }
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
