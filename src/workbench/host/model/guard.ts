import { HostFault } from '../fault';
import { cellCount, type Area } from './area';
import { styleAt, type Sheet } from './workbook';

const denied = 'The cell or range is on a protected sheet and is read-only.';

/** Fails (`AccessDenied`) when the sheet is protected and a cell of the area is locked. */
export function refuseLocked(sheet: Sheet, area: Area): void {
  if (sheet.protection && anyLocked(sheet, area)) throw new HostFault('AccessDenied', denied);
}

/**
 * Fails (`AccessDenied`) when the sheet is protected and its protection does not grant `allowed`,
 * one of `Excel.WorksheetProtectionOptions`; null for what no option grants.
 */
export function refuseProtected(sheet: Sheet, allowed: string | null): void {
  const granted = allowed !== null && sheet.protection?.options[allowed] === true;
  if (sheet.protection && !granted) throw new HostFault('AccessDenied', denied);
}

function anyLocked(sheet: Sheet, area: Area): boolean {
  // A big area is locked as soon as one cell nobody has touched is.
  if (cellCount(area) > 1_000_000) return true;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (styleAt(sheet, row, column).locked) return true;
  return false;
}
