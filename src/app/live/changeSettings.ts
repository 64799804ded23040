import type { Bands } from '../../domain/assessment/bands';
import { toSerial, type IsoDate } from '../../domain/dates';
import type { Result } from '../../domain/result';
import { formats } from '../../workbook/shared/looks';
import { trackingNames } from '../../workbook/tracking/columns';
import { settingCells } from '../../workbook/tracking/readSettings';
import type { CellEdit, LiveFailure, OpenWorkbook } from '../ports';
import type { TakenBook } from './takeBook';

/** Settings to be written into the workbook; what is not given stays. */
export type SettingChanges = {
  readonly asOf?: IsoDate;
  /** The id of a period on the sheet of periods. */
  readonly period?: string;
  readonly bands?: Bands;
  readonly dueSoonDays?: number;
};

/**
 * Writes settings into their cells, from which every status in the workbook is computed. Gives
 * the edits that put them back. Settings whose cell is gone are left out.
 */
export function changeSettings(
  open: OpenWorkbook,
  { snapshot }: TakenBook,
  changes: SettingChanges,
): Promise<Result<readonly CellEdit[], LiveFailure>> {
  const { asOf, period, bands, dueSoonDays } = changes;
  const cells = settingCells(snapshot);
  const edit = (
    name: Parameters<typeof cells.get>[0],
    value: string | number | undefined,
    numberFormat?: string,
  ): readonly CellEdit[] => {
    const place = cells.get(name);
    return place === undefined || value === undefined
      ? []
      : [{ ...place, value, ...(numberFormat === undefined ? {} : { numberFormat }) }];
  };
  return open.write([
    ...edit(trackingNames.asOf, asOf === undefined ? asOf : toSerial(asOf), formats.day),
    ...edit(trackingNames.period, period),
    ...edit(trackingNames.bandAttention, bands?.attention),
    ...edit(trackingNames.bandAtRisk, bands?.atRisk),
    ...edit(trackingNames.bandAlarm, bands?.alarm),
    ...edit(trackingNames.dueSoonDays, dueSoonDays),
  ]);
}
