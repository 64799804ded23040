import { overlaps, type Area } from './area';
import type { Value } from './grid';
import type { Sheet, Table } from './workbook';

/** Header cells of a table hold texts, none of them empty or twice the same. */
export function repairHeaders(sheet: Sheet, area: Area): void {
  for (const table of sheet.tables) {
    const header = headerArea(table);
    if (table.showHeaders && overlaps(header, area)) nameColumns(sheet, header);
  }
}

function nameColumns(sheet: Sheet, header: Area): void {
  const taken = new Set<string>();
  const given = new Set<string>();
  for (let column = header.left; column <= header.right; column++)
    given.add(textOf(sheet.grid.get(header.top, column).value).toLowerCase());
  const isTaken = (name: string): boolean =>
    taken.has(name.toLowerCase()) || given.has(name.toLowerCase());
  for (let column = header.left; column <= header.right; column++) {
    const cell = sheet.grid.get(header.top, column);
    const words = textOf(cell.value);
    let name = words;
    if (words === '' || taken.has(words.toLowerCase())) {
      const base = words === '' ? 'Column' : words;
      let number = words === '' ? 1 : 2;
      while (isTaken(`${base}${number}`)) number += 1;
      name = `${base}${number}`;
    }
    taken.add(name.toLowerCase());
    if (cell.value !== name || cell.formula !== null)
      sheet.grid.set(header.top, column, { ...cell, value: name, formula: null });
  }
}

function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** The header row of a table. */
export function headerArea(table: Table): Area {
  return { ...table.area, bottom: table.area.top };
}

/** The rows of a table between its header and its totals. */
export function bodyArea(table: Table): Area {
  return {
    ...table.area,
    top: table.area.top + (table.showHeaders ? 1 : 0),
    bottom: table.area.bottom - (table.showTotals ? 1 : 0),
  };
}
