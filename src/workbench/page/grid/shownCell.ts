import { HostFault } from '../../host/fault';
import { shownText } from '../../host/model/shown';
import type { Style } from '../../host/model/style';
import { styleAt, type Culture, type Sheet, type Workbook } from '../../host/model/workbook';

/** What a cell shows: its text and its look, colour rules included. */
export type ShownCell = { readonly text: string; readonly style: Style };

/** The date format that follows the person's settings (number format 14 of files). */
const SHORT_DATE = 'm/d/yyyy';

/** What a cell shows. A number format this host cannot show gives the value as it is. */
export function shownCell(
  { culture }: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
): ShownCell {
  const cell = sheet.grid.get(row, column);
  const style = styleAt(sheet, row, column, cell);
  const { numberFormat } = style;
  const format = numberFormat === SHORT_DATE ? culture.shortDatePattern : numberFormat;
  try {
    const text = shownText(cell.value, format);
    const isNumber = typeof cell.value === 'number' && !/[dmy]/i.test(bare(format));
    return { text: isNumber ? inCulture(text, culture) : text, style };
  } catch (error) {
    if (!(error instanceof HostFault)) throw error;
    return { text: shownText(cell.value, 'General'), style };
  }
}

/** A number format without its words. */
function bare(format: string): string {
  return format.replace(/"[^"]*"|\\.|General/gi, '');
}

/** A number as English Excel shows it, with the separators of other settings. */
function inCulture(text: string, { decimalSeparator, groupSeparator }: Culture): string {
  return text.replace(/(?<=\d)[.,](?=\d)/g, (sign) =>
    sign === '.' ? decimalSeparator : groupSeparator,
  );
}
