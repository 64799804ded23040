import type { BookSettings, EntryCell, EntryLine, Period } from '../../domain/book';
import { fromSerial, type IsoDate } from '../../domain/dates';
import { cellOf, dateOf, isBlank, numberOf, textOf } from '../../domain/entries';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import {
  cellAddress,
  type CellContent,
  type SheetSnapshot,
  type Snapshot,
} from '../../domain/snapshot';
import { tidy } from '../../domain/text';
import { readTable } from '../shared/readTable';
import { periodLayout, trackingNames, trackingSheets, type PeriodField } from './columns';
import { settingRows } from './periods';

type SettingName = (typeof settingRows)[number]['name'];

/** A setting's cell as found. */
type SettingCell = { readonly sheet: string; readonly cell: EntryCell };

/**
 * Reads the settings: by the names of their cells, else by their labels on the period sheet. A
 * setting that cannot be used is a failure, never a silent default, because every status hangs
 * on it: `dateInvalid` for the as-of date, `settingInvalid` for the others. Numbers are taken as
 * they are, and a check looks at the order of the bands. A given `asOf` stands in for the
 * workbook's own.
 */
export function readSettings(
  snapshot: Snapshot,
  given: IsoDate | null,
): Result<BookSettings, Failure> {
  const { file } = snapshot;
  const invalidSetting = (setting: string, sheet: string, cell: EntryCell): Failure =>
    failure('settingInvalid', {
      file,
      setting,
      sheet,
      cell: cell.address,
      seen: shown(cell.content),
    });

  const table = readTable(
    snapshot,
    {
      ...periodLayout,
      columns: periodLayout.columns.map((column) => ({ ...column, typed: true })),
      key: 'id',
    },
    new Set(),
  );
  if (!table.ok) return table;
  const periods: Period[] = [];
  for (const line of table.value.lines) {
    const period = periodOf(line);
    if (period.ok) periods.push(period.value);
    else
      return err(
        invalidSetting(
          periodLayout.columns.find(({ field }) => field === period.error)?.header ?? period.error,
          table.value.sheet,
          cellOf(line, period.error),
        ),
      );
  }

  const find = (name: SettingName): SettingCell => findSetting(snapshot, name, table.value.sheet);
  const invalidCell = (name: SettingName): Failure => {
    const { sheet, cell } = find(name);
    return invalidSetting(labelOf(name), sheet, cell);
  };
  const asOfCell = find(trackingNames.asOf);
  const asOf = dateOf(asOfCell.cell.content);
  const day = given ?? (asOf.kind === 'value' ? asOf.value : null);
  if (day === null)
    return err(
      failure('dateInvalid', {
        file,
        seen: shown(asOfCell.cell.content),
        where: `${asOfCell.sheet}!${asOfCell.cell.address}`,
      }),
    );
  const current = periodId(find(trackingNames.period).cell.content);
  const period = periods.find(({ id }) => id === current);
  if (!period) return err(invalidCell(trackingNames.period));

  const numbers = new Map<SettingName, number>();
  for (const name of [
    trackingNames.bandAttention,
    trackingNames.bandAtRisk,
    trackingNames.bandAlarm,
    trackingNames.dueSoonDays,
  ]) {
    const reading = numberOf(find(name).cell.content);
    if (reading.kind !== 'value') return err(invalidCell(name));
    numbers.set(name, reading.value);
  }
  const bands = {
    attention: numbers.get(trackingNames.bandAttention) ?? 0,
    atRisk: numbers.get(trackingNames.bandAtRisk) ?? 0,
    alarm: numbers.get(trackingNames.bandAlarm) ?? 0,
  };
  const dueSoonDays = numbers.get(trackingNames.dueSoonDays) ?? 0;
  if (dueSoonDays < 0) return err(invalidCell(trackingNames.dueSoonDays));
  return ok({ asOf: day, period, periods, bands, dueSoonDays });
}

/** Where the settings stand in a workbook that was read; one whose cell is gone is left out. */
export function settingCells(
  snapshot: Snapshot,
): ReadonlyMap<SettingName, { readonly sheet: string; readonly cell: string }> {
  return new Map(
    settingRows.flatMap(({ name }) => {
      const { sheet, cell } = findSetting(snapshot, name, trackingSheets.periods);
      return cell.address === '' ? [] : [[name, { sheet, cell: cell.address }] as const];
    }),
  );
}

/** A period of the table, or the field that cannot be read. */
function periodOf(line: EntryLine<PeriodField>): Result<Period, PeriodField> {
  const id = periodId(cellOf(line, 'id').content);
  if (id === null) return err('id');
  const days = new Map<PeriodField, IsoDate>();
  for (const field of ['from', 'to', 'cutOff', 'due'] as const) {
    const reading = dateOf(cellOf(line, field).content);
    if (reading.kind !== 'value') return err(field);
    days.set(field, reading.value);
  }
  const [from, to, cutOff, due] = [
    days.get('from'),
    days.get('to'),
    days.get('cutOff'),
    days.get('due'),
  ];
  if (!from || !to || !cutOff || !due) return err('from');
  return ok({ id, name: textOf(cellOf(line, 'name').content) ?? id, from, to, cutOff, due });
}

/** The id of a period. "2026-06" typed by hand becomes a day in Excel: its month is meant. */
function periodId(content: CellContent | null): string | null {
  if (content?.kind === 'number' && content.format === 'date')
    return fromSerial(content.value)?.slice(0, 7) ?? null;
  return textOf(content);
}

function labelOf(name: SettingName): string {
  return settingRows.find((row) => row.name === name)?.label ?? name;
}

/** The cell of a setting: where its name points, else right of its label. */
function findSetting(snapshot: Snapshot, name: SettingName, periodSheet: string): SettingCell {
  const refersTo = snapshot.names.find(
    (each) => each.name.toLowerCase() === name.toLowerCase(),
  )?.refersTo;
  const match = /^\$?(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d+)$/.exec(refersTo ?? '');
  if (match) {
    const sheetName = match[1]?.replace(/''/g, "'") ?? match[2] ?? '';
    const sheet = snapshot.sheets.find((each) => each.name === sheetName);
    const address = `${match[3] ?? ''}${match[4] ?? ''}`;
    if (sheet) return { sheet: sheet.name, cell: cellNamed(sheet, address) };
  }
  const sheet =
    snapshot.sheets.find((each) => each.name === periodSheet) ??
    snapshot.sheets.find((each) => each.name === trackingSheets.periods);
  const label = labelOf(name);
  const cells = sheet?.cells ?? [];
  const found = cells.find((cell) => textOf(cell.content) === tidy(label));
  const value = cells.find(
    (cell) => cell.row === found?.row && cell.column > found.column && !isBlank(cell.content),
  );
  if (!sheet || !value)
    return {
      sheet: sheet?.name ?? trackingSheets.periods,
      cell: { address: '', content: null, formula: null },
    };
  return { sheet: sheet.name, cell: cellNamed(sheet, cellAddress(value.row, value.column)) };
}

function cellNamed(sheet: SheetSnapshot, address: string): EntryCell {
  const cell = sheet.cells.find((each) => cellAddress(each.row, each.column) === address);
  return { address, content: cell?.content ?? null, formula: cell?.formula ?? null };
}

/** A cell's content in words, for a message. */
function shown(content: CellContent | null): string {
  switch (content?.kind) {
    case undefined:
      return '';
    case 'number':
      return content.format === 'date'
        ? (fromSerial(content.value) ?? String(content.value))
        : String(content.value);
    case 'text':
      return tidy(content.text);
    case 'boolean':
      return content.value ? 'TRUE' : 'FALSE';
    case 'error':
      return content.error;
    case 'uncalculated':
      return '=';
  }
}
