import { entrySlots } from '../../domain/assessment/book';
import type { Book, EntryTable, MilestoneCell, RoadmapField } from '../../domain/book';
import type { IsoDate } from '../../domain/dates';
import type { Failure } from '../../domain/failure';
import { ok, type Result } from '../../domain/result';
import type { Snapshot } from '../../domain/snapshot';
import { readTable, type FoundTable } from '../shared/readTable';
import { judgementWords } from '../shared/rules';
import { indicatorLayout, roadmapLayout, taskLayout } from './columns';
import { milestoneHeader } from './formulas';
import { readHistory } from './readHistory';
import { readIdentity } from './readIdentity';
import { layoutOf } from './readLayout';
import { readLog } from './log';
import { readRegistry } from './readRegistry';
import { readSettings } from './readSettings';
import { readWaivers } from './waivers';

/**
 * Reads a tracking workbook back: identity first, then settings and tables. Entries are taken as
 * they are, right or wrong; the checks look at them. `asOf` stands in for the workbook's own
 * as-of date when it is given. Fails as {@link readIdentity}, {@link readSettings} and
 * {@link readTable} do; missing columns other than the id are left to the checks.
 */
export function readBook(
  snapshot: Snapshot,
  options: { readonly asOf: IsoDate | null },
): Result<Book, Failure> {
  const identity = readIdentity(snapshot);
  if (!identity.ok) return identity;
  const { plan, sample } = identity.value;
  const settings = readSettings(snapshot, options.asOf);
  if (!settings.ok) return settings;

  const indicatorIds = new Set(
    plan.indicators.flatMap((row) => [row.id, ...entrySlots(row).map((slot) => slot.lineId)]),
  );
  const indicators = readTable(snapshot, layoutOf(indicatorLayout, 'id'), indicatorIds);
  if (!indicators.ok) return indicators;
  const tasks = readTable(
    snapshot,
    layoutOf(taskLayout, 'id'),
    new Set(plan.tasks.map((task) => task.id)),
  );
  if (!tasks.ok) return tasks;
  const roadmap = readTable(snapshot, layoutOf(roadmapLayout, 'id'), indicatorIds);
  if (!roadmap.ok) return roadmap;
  const history = readHistory(snapshot);
  if (!history.ok) return history;

  const { registry, doubts } = readRegistry(snapshot, plan);

  return ok({
    file: snapshot.file,
    plan,
    settings: settings.value,
    indicators: entryTable(indicators.value),
    tasks: entryTable(tasks.value),
    roadmap: entryTable(roadmap.value),
    milestones: milestonesOf(roadmap.value),
    history: history.value,
    registry,
    log: readLog(snapshot),
    registryDoubts: doubts,
    waivers: readWaivers(snapshot),
    words: { judgements: judgementWords },
    sample,
  });
}

/** A book is data and nothing else, so that it can be handed to a worker. */
function entryTable<F extends string>(found: FoundTable<F>): EntryTable<F> {
  const { sheet, headerRow, missing, lines, blankRows } = found;
  return { sheet, headerRow, missing, lines, blankRows };
}

/** The milestone cells of every roadmap line, by the years in the headers of other columns. */
function milestonesOf(
  roadmap: FoundTable<RoadmapField>,
): ReadonlyMap<number, readonly MilestoneCell[]> {
  const years = [...roadmap.otherColumns].flatMap(([column, header]) => {
    const year = Number.parseInt(/(\d{4})$/.exec(header)?.[1] ?? '', 10);
    return header.toLowerCase() === milestoneHeader(year).toLowerCase() ? [{ column, year }] : [];
  });
  return new Map(
    roadmap.lines.map(({ row }) => [
      row,
      years.map(({ column, year }) => ({ year, cell: roadmap.cellAt(row, column) })),
    ]),
  );
}
