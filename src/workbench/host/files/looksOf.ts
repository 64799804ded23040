import { openContainer } from '../../../gateways/xlsx/read/container';
import { partOfType, readRelationships } from '../../../gateways/xlsx/read/relationships';
import { XmlScanner } from '../../../gateways/xlsx/read/xml';
import { readArea } from '../model/area';
import type { Sheet, Table, Workbook } from '../model/workbook';
import { readChart, readDrawing } from './drawings';
import { readSheetLooks } from './sheetLooks';
import { noLooks, readLooks } from './styles';
import { flag, number, walk, walkPart } from './walk';

/**
 * Adds what an .xlsx file says besides values to a workbook that has its values: looks, rules,
 * links, notes, charts, and the file's properties. The bytes were read before, so they are sound.
 */
export function addLooks(bytes: Uint8Array, workbook: Workbook): void {
  const container = openContainer(bytes);
  const whole = readRelationships(container, '');
  const part = partOfType(whole, 'officeDocument') ?? 'xl/workbook.xml';
  const relationships = readRelationships(container, part);
  const stylesPart = partOfType(relationships, 'styles');
  const looks = stylesPart === null ? noLooks : readLooks(container.read(stylesPart), stylesPart);
  const scanner = new XmlScanner(container.read(part), part);
  const sheetParts: { readonly sheet: Sheet; readonly part: string }[] = [];
  let active = 0;
  const order: (Sheet | null)[] = [];
  walkPart(scanner, {
    workbookView: () => {
      active = number(scanner, 'activeTab') ?? 0;
    },
    sheet: () => {
      const sheet = workbook.sheet(scanner.attribute('name') ?? '');
      const target = relationships.get(scanner.relationshipId() ?? '')?.target;
      order.push(sheet);
      if (sheet && target !== undefined) sheetParts.push({ sheet, part: target });
    },
  });
  for (const each of sheetParts) {
    const own = readRelationships(container, each.part);
    const target = { workbook, sheet: each.sheet };
    const { drawing } = readSheetLooks(container.read(each.part), each.part, target, looks, own);
    for (const { type, target: other } of own.values()) {
      if (type === 'table') readTableLooks(container.read(other), other, each.sheet);
      if (type === 'comments') readNotes(container.read(other), other, target);
    }
    if (drawing === null) continue;
    const charts = readRelationships(container, drawing);
    for (const placed of readDrawing(container.read(drawing), drawing)) {
      const chart = charts.get(placed.id)?.target;
      if (chart !== undefined) readChart(container.read(chart), chart, target, placed);
    }
  }
  const shown = order[active];
  if (shown?.visibility === 'Visible') {
    workbook.activeSheet = shown;
    workbook.selection = { sheet: shown, area: { top: 1, left: 1, bottom: 1, right: 1 } };
  }
  const core = partOfType(whole, 'core-properties');
  if (core !== null && container.has(core)) readProperties(container.read(core), core, workbook);
}

function readTableLooks(xml: Uint8Array, part: string, sheet: Sheet): void {
  const scanner = new XmlScanner(xml, part);
  if (!scanner.next()) return;
  const name = scanner.attribute('displayName') ?? scanner.attribute('name');
  const table = sheet.tables.find((each) => each.name === name);
  if (!table) return;
  table.showHeaders = number(scanner, 'headerRowCount') !== 0;
  table.showTotals = (number(scanner, 'totalsRowCount') ?? 0) > 0;
  table.showFilterButton = false;
  const filters = new Map<
    number,
    Table['filters'] extends ReadonlyMap<number, infer F> ? F : never
  >();
  walk(scanner, {
    autoFilter: () => {
      table.showFilterButton = true;
      walk(scanner, {
        filterColumn: () => {
          const column = number(scanner, 'colId') ?? 0;
          const values: string[] = [];
          walk(scanner, {
            filters: () => {
              if (flag(scanner, 'blank')) values.push('');
            },
            filter: () => {
              values.push(scanner.attribute('val') ?? '');
            },
          });
          if (values.length > 0) filters.set(column, { filterOn: 'Values', values });
        },
      });
    },
    tableStyleInfo: () => {
      table.style = scanner.attribute('name') ?? table.style;
      table.showBandedRows = flag(scanner, 'showRowStripes');
      table.showBandedColumns = flag(scanner, 'showColumnStripes');
      table.highlightFirstColumn = flag(scanner, 'showFirstColumn');
      table.highlightLastColumn = flag(scanner, 'showLastColumn');
    },
  });
  table.filters = filters;
}

function readNotes(
  xml: Uint8Array,
  part: string,
  { workbook, sheet }: { readonly workbook: Workbook; readonly sheet: Sheet },
): void {
  const scanner = new XmlScanner(xml, part);
  walkPart(scanner, {
    comment: () => {
      const area = readArea(scanner.attribute('ref') ?? '');
      let content = '';
      walk(scanner, {
        t: () => {
          content += scanner.content();
        },
      });
      const id = `{comment-${workbook.nextId()}}`;
      if (area) sheet.comments.push({ id, sheet, area, content, resolved: false });
    },
  });
}

function readProperties(xml: Uint8Array, part: string, { properties }: Workbook): void {
  const scanner = new XmlScanner(xml, part);
  walkPart(scanner, {
    title: () => {
      properties.title = scanner.content();
    },
    subject: () => {
      properties.subject = scanner.content();
    },
    creator: () => {
      properties.author = scanner.content();
    },
    created: () => {
      properties.creationDate = scanner.content();
    },
  });
}
