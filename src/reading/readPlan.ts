import type { Place, SourceDocument } from '../domain/document';
import { failure, type Failure } from '../domain/failure';
import type { Note, Plan } from '../domain/plan/plan';
import { err, ok, type Result } from '../domain/result';
import { assemble } from './assemble';
import { readMetadata, type Metadata } from './metadata';
import { readProse } from './prose/readProse';
import type { SourceLine } from './raw';
import { linesOf, readSource } from './source';
import { readTables, type TableIndicator } from './tables/readTables';

/**
 * Reads a plan document from its text.
 *
 * Fails with `notText` for what only a binary file holds, with `fileEmpty` for blank text and
 * with `notAPlan` when neither an indicator nor a task is found (`tablesUnread` where there is a
 * table of them that could not be read). Everything doubtful is a note.
 */
export function readPlan(text: string): Result<Plan, Failure> {
  const source = readSource(text);
  return source.ok ? planOf(source.value) : source;
}

/** A plan, and the lines of its document, which the places of its notes count from 1. */
export type ReadPlan = {
  readonly plan: Plan;
  readonly lines: readonly { readonly text: string; readonly place: Place }[];
};

/** Reads a plan from its document, whatever its format. Fails as {@link readPlan} does. */
export function readDocument(document: SourceDocument): Result<ReadPlan, Failure> {
  const source = sourceOf(document);
  if (!source.ok) return source;
  const plan = planOf(source.value);
  if (!plan.ok) return plan;
  const lines = source.value.map(({ text, place }) => ({ text, place }));
  return ok({ plan: plan.value, lines });
}

/** The lines of a document, whatever its format. Fails as {@link readSource} and `linesOf` do. */
export function sourceOf(document: SourceDocument): Result<readonly SourceLine[], Failure> {
  switch (document.kind) {
    case 'text':
      return readSource(document.text);
    case 'blocks':
      return linesOf(document.blocks);
    case 'parts': {
      const lines: SourceLine[] = [];
      for (const part of document.parts) {
        const own = sourceOf(part);
        if (!own.ok && own.error.code !== 'fileEmpty') return own;
        for (const line of own.ok ? own.value : [])
          lines.push({ ...line, number: lines.length + 1 });
      }
      return lines.length > 0 ? ok(lines) : err(failure('fileEmpty'));
    }
  }
}

/** Source lines, then tables and running text, then rows, then the plan. */
function planOf(lines: readonly SourceLine[]): Result<Plan, Failure> {
  const tables = readTables(lines);
  const running = [...tables.outside, ...tables.ignored].sort(
    (one, other) => one.number - other.number,
  );
  const own = readMetadata(running, lines);
  const prose = readProse(tables.outside, tables.hasTaskTable, tables.hasIndicatorTable);
  const { hasIndicatorTable, hasTaskTable, ignored, unread } = tables;
  const settled = settleHorizons(withoutBaselines(tables.indicators, own.year), own);
  const metadata = { ...own, notes: [...own.notes, ...settled.notes, ...tables.notes] };
  const indicators = hasIndicatorTable ? settled.indicators : prose.indicators;
  const tasks = hasTaskTable ? tables.tasks : prose.tasks;
  if (indicators.length === 0 && tasks.length === 0) {
    const [table] = unread;
    return err(table ? failure('tablesUnread', table) : failure('notAPlan'));
  }
  return ok(
    assemble({
      metadata,
      indicators,
      proseIndicators: hasIndicatorTable ? prose.indicators : [],
      tasks,
      hasIndicatorTable,
      hasTaskTable,
      ignored,
      unread,
    }),
  );
}

/**
 * Leaves out what a row stood at in a year before the plan, where it also says what it is to reach:
 * "Năm 2024" beside "Mục tiêu 2030", in a plan of 2025.
 */
function withoutBaselines(
  rows: readonly TableIndicator[],
  year: number | null,
): readonly TableIndicator[] {
  if (year === null) return rows;
  const goals = new Set(rows.flatMap(({ line, horizon }) => (horizon >= year ? [line] : [])));
  return rows.filter(({ line, horizon }) => horizon === 0 || horizon >= year || !goals.has(line));
}

/** The plan's own year for the indicators of tables that name none; from the title it is sure. */
function settleHorizons(
  rows: readonly TableIndicator[],
  metadata: Metadata,
): { readonly indicators: readonly TableIndicator[]; readonly notes: readonly Note[] } {
  const unnamed = rows.find((row) => row.horizon === 0);
  if (!unnamed) return { indicators: rows, notes: [] };
  const horizon = metadata.titleYear ?? metadata.year ?? 0;
  const where = { line: unnamed.line, row: null };
  const note: Note = { code: 'metadataMissing', where, params: { field: 'horizon' } };
  return {
    indicators: rows.map((row) => (row.horizon === 0 ? { ...row, horizon } : row)),
    notes: metadata.titleYear === null ? [note] : [],
  };
}
