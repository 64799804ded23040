import type { CellContent } from '../../snapshot';
import { tidy } from '../../text';
import type { ChangedCell, CheckContext, HeadingRow, IndicatorRow, LineCells } from '../context';

/** A field of a line and what its cell must show; null for nothing. */
export type Expected<F extends string> = readonly [field: F, words: string | null];

/** The cells of the plan's words and numbers, on every known line, that were changed. */
export function changedCells({
  indicatorRows,
  headingRows,
  taskRows,
}: Pick<CheckContext, 'indicatorRows' | 'headingRows' | 'taskRows'>): readonly ChangedCell[] {
  const indicatorWords = (
    { indicator }: HeadingRow | IndicatorRow,
    partText: string | null,
  ): Expected<'code' | 'name' | 'unit' | 'target' | 'horizon' | 'lead'>[] => [
    ['code', indicator.code],
    ['name', partText ?? indicator.name],
    ['unit', indicator.unit],
    ['target', partText ?? indicator.targetText],
    ['horizon', String(indicator.horizon)],
    ['lead', indicator.leadText],
  ];
  return [
    ...changedIn(headingRows, (row) => indicatorWords(row, null)),
    ...changedIn(indicatorRows, (row) => indicatorWords(row, row.slot.partText)),
    ...changedIn(taskRows, ({ task }) => [
      ['code', task.code],
      ['name', task.name],
      ['lead', task.leadText],
      ['coordinators', task.coordText],
      ['product', task.resultText],
      ['time', task.timeText],
    ]),
  ];
}

/** The cells of some rows that do not show what they must; an empty cell must show nothing. */
export function changedIn<F extends string, T>(
  rows: readonly (T & LineCells<F>)[],
  expectedOf: (row: T) => readonly Expected<F>[],
): readonly ChangedCell[] {
  return rows.flatMap((row) =>
    expectedOf(row)
      .filter(([field, words]) => !shows(row.line.cells.get(field)?.content ?? null, words ?? ''))
      .map(([field, words]) => ({ ref: row.cell(field), expected: tidy(words ?? '') })),
  );
}

/** Whether a cell shows these words still: spaces and Unicode forms do not matter. */
function shows(content: CellContent | null, words: string): boolean {
  switch (content?.kind) {
    case undefined:
      return tidy(words) === '';
    case 'text':
      return content.text === words || tidy(content.text) === tidy(words);
    case 'number':
      return content.format === 'plain' && String(content.value) === words;
    case 'boolean':
    case 'error':
    case 'uncalculated':
      return false;
  }
}
