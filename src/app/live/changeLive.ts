import type { Book, EntryTable } from '../../domain/book';
import { checkBook } from '../../domain/checks/run';
import type { CellChange } from '../../domain/collection/collect';
import { toSerial } from '../../domain/dates';
import type { CellContent } from '../../domain/snapshot';
import type { Result } from '../../domain/result';
import {
  contentAfter,
  figureInput,
  successorCells,
  type BookChange,
} from '../../workbook/tracking/changeEdits';
import { trackingNames } from '../../workbook/tracking/columns';
import { settingCells } from '../../workbook/tracking/readSettings';
import { trackingSpec } from '../../workbook/tracking/trackingSpec';
import { fitsSheet } from '../changeBook';
import type { Rendered, RenderOptions } from '../../gateways/excel/render';
import type { LiveFailure, OpenWorkbook } from '../ports';
import { wordedIssues } from './refreshLive';
import type { TakenBook } from './takeBook';

/**
 * Makes a change in the open workbook, all of it or nothing: the entries that change, the history,
 * the log and all that is derived. Every other cell people type in stays as it is, formulas too.
 * Fails with Excel's reason, or when the history would be longer than a sheet.
 */
export async function changeLive(
  open: OpenWorkbook,
  { snapshot, book }: TakenBook,
  change: BookChange,
  options: RenderOptions = {},
): Promise<Result<Rendered, LiveFailure>> {
  const fits = fitsSheet(book, change);
  if (!fits.ok) return fits;
  const after = bookAfter(book, change);
  const settings = settingCells(snapshot);
  const places = [
    ...change.cells,
    ...(change.settings === null
      ? []
      : [settings.get(trackingNames.period), settings.get(trackingNames.asOf)]),
    ...(change.registry === null ? [] : (successorCells(snapshot, book, change.registry) ?? [])),
  ];
  const content = { ...contentAfter(book, change), issues: wordedIssues(after, checkBook(after)) };
  return open.draw(trackingSpec(content), {
    ...options,
    keep: 'typed',
    entered: new Set(places.flatMap((at) => (at ? [`${at.sheet}!${at.cell}`] : []))),
    keepOld: false,
  });
}

/** The workbook as it reads after a change, every cell at its place. */
function bookAfter(book: Book, { cells, history, log, settings, registry }: BookChange): Book {
  const of = (table: CellChange['table']): readonly CellChange[] =>
    cells.filter((change) => change.table === table);
  const period = book.settings.periods.find(({ id }) => id === settings?.period);
  return {
    ...book,
    indicators: entriesAfter(book.indicators, of('indicator')),
    tasks: entriesAfter(book.tasks, of('task')),
    history,
    log,
    registry: registry ?? book.registry,
    settings: {
      ...book.settings,
      period: period ?? book.settings.period,
      asOf: settings?.asOf ?? book.settings.asOf,
    },
  };
}

function entriesAfter<F extends string>(
  table: EntryTable<F>,
  changes: readonly CellChange[],
): EntryTable<F> {
  const changed = new Map(changes.map((change) => [change.cell, change]));
  return {
    ...table,
    lines: table.lines.map((line) => ({
      ...line,
      cells: new Map(
        [...line.cells].map(([field, cell]) => {
          const change = changed.get(cell.address);
          return [field, change ? { ...cell, content: contentOf(change), formula: null } : cell];
        }),
      ),
    })),
  };
}

function contentOf({ field, after }: CellChange): CellContent | null {
  if (after === null) return null;
  const input = figureInput(field, after);
  if (typeof input === 'string') return { kind: 'text', text: input };
  return typeof input === 'number'
    ? { kind: 'number', value: input, format: 'plain' }
    : { kind: 'number', value: toSerial(input.date), format: 'date' };
}
