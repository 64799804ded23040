import { formats, withStyle } from '../../shared/looks';
import type { RangeSpec } from '../../spec';
import { styles } from '../styles';

/** The dashboard stands on a grid of narrow columns that blocks are merged over. */
export const GRID = { columns: 20, width: 5.4 };

/** How the cells of the dashboard look. */
export const cellLook = withStyle(styles.plain, { border: 'hair', vertical: 'center' });
/** The head of a table on the dashboard. */
export const headLook = withStyle(cellLook, {
  font: { bold: true },
  fill: 'E4E8F0',
  border: 'thin',
  horizontal: 'center',
});
/** A count. */
export const countLook = withStyle(cellLook, { horizontal: 'right', numberFormat: formats.count });
/** A share in whole per cent. */
export const shareLook = withStyle(cellLook, {
  horizontal: 'right',
  numberFormat: formats.wholeShare,
});
/** The total under a table. */
export const totalLook = withStyle(cellLook, { font: { bold: true }, fill: 'F0F0F0' });

/** Ranges of one row, by their first and last column. */
export type RowPlace = (left: number, right: number) => RangeSpec;

/** The ranges of a row. */
export function onRow(row: number): RowPlace {
  return (left, right) => ({ top: row, left, bottom: row, right });
}
