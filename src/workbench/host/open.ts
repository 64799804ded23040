import { readXlsx } from '../../gateways/xlsx/read/read';
import type { SheetSnapshot, SnapshotCell } from '../../domain/snapshot';
import { addLooks } from './files/looksOf';
import { readReference } from './members/cells';
import { readArea } from './model/area';
import type { Cell } from './model/grid';
import { plainTable, type Sheet, type Workbook } from './model/workbook';

/**
 * Fills a new workbook with an .xlsx file, as far as this host keeps what it says. Formulas have
 * their last results. Throws on a file that is refused.
 */
export function openWorkbook(bytes: Uint8Array, workbook: Workbook): Workbook {
  const read = readXlsx(bytes, 'workbook.xlsx');
  if (!read.ok) throw new Error(`The file cannot be opened: ${read.error.code}.`);
  const [first] = workbook.sheets.splice(0);
  const sheets = read.value.sheets.map((from) => addSheet(workbook, from));
  const shown = sheets.find(({ visibility }) => visibility === 'Visible') ?? sheets[0] ?? first;
  if (!shown) throw new Error('The file has no sheet.');
  workbook.activeSheet = shown;
  workbook.selection = { sheet: shown, area: { top: 1, left: 1, bottom: 1, right: 1 } };
  for (const { name, refersTo } of read.value.names)
    if (name.startsWith('_xlnm.')) setPrintName(workbook, name, refersTo);
    else
      workbook.names.push({
        name,
        formula: `=${refersTo}`,
        comment: '',
        visible: true,
        sheet: null,
      });
  addLooks(bytes, workbook);
  workbook.takeChanges();
  return workbook;
}

function addSheet(workbook: Workbook, from: SheetSnapshot): Sheet {
  const sheet = workbook.addSheet(from.name);
  if (from.visibility !== 'visible')
    sheet.visibility = from.visibility === 'hidden' ? 'Hidden' : 'VeryHidden';
  for (const cell of from.cells) sheet.grid.set(cell.row, cell.column, readCell(cell));
  sheet.merges = from.merges.flatMap((merge) => readArea(merge) ?? []);
  for (const { name, ...area } of from.tables)
    sheet.tables.push({
      id: String(workbook.nextId()),
      name,
      sheet,
      area,
      ...plainTable(),
    });
  return sheet;
}

function readCell({ content, formula }: SnapshotCell): Cell {
  const cell: Cell = {
    value: null,
    formula: formula === null ? null : `=${formula}`,
    style: null,
    link: null,
  };
  switch (content.kind) {
    case 'number':
      return { ...cell, value: content.value };
    case 'text':
      return { ...cell, value: content.text };
    case 'boolean':
      return { ...cell, value: content.value };
    case 'error':
      return { ...cell, value: { error: content.error } };
    case 'uncalculated':
      return cell;
  }
}

function setPrintName(workbook: Workbook, name: string, refersTo: string): void {
  for (const part of refersTo.split(',')) {
    const target = readReference(workbook, part);
    if (!target) continue;
    const { page } = target.sheet;
    if (name === '_xlnm.Print_Area') page.printArea = target.area;
    else if (name === '_xlnm.Print_Titles' && target.area.left === 1 && target.area.right > 16_000)
      page.titleRows = target.area;
    else if (name === '_xlnm.Print_Titles') page.titleColumns = target.area;
  }
}
