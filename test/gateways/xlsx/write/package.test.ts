import { posix } from 'node:path';
import { renderXlsx } from '../../../../src/gateways/xlsx/write/render';
import { partsOf, tagsOf, type Tag } from './package';
import { sampleBook } from './sample';

/** ISO 29500-1 §18.3.1.99: what a worksheet holds, in the order it must hold it. */
const worksheetOrder = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData'],
  ...['sheetCalcPr', 'sheetProtection', 'protectedRanges', 'scenarios', 'autoFilter', 'sortState'],
  ...['dataConsolidate', 'customSheetViews', 'mergeCells', 'phoneticPr', 'conditionalFormatting'],
  ...['dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter'],
  ...['rowBreaks', 'colBreaks', 'customProperties', 'cellWatches', 'ignoredErrors', 'smartTags'],
  ...['drawing', 'legacyDrawing', 'legacyDrawingHF', 'picture', 'oleObjects', 'controls'],
  ...['webPublishItems', 'tableParts', 'extLst'],
];

let parts: ReadonlyMap<string, string>;

beforeAll(async () => {
  parts = partsOf(await renderXlsx(sampleBook(12)));
});

function tagsAt(path: string, name: string): readonly Tag[] {
  return tagsOf(parts.get(path) ?? '').filter((tag) => tag.name === name);
}

function attribute(tag: Tag, name: string): string {
  return tag.attributes.get(name) ?? '';
}

function paths(pattern: RegExp): readonly string[] {
  return [...parts.keys()].filter((path) => pattern.test(path));
}

const sheetPaths = /^xl\/worksheets\/sheet\d+\.xml$/;

test('every part is XML and has a content type', () => {
  const types = tagsOf(parts.get('[Content_Types].xml') ?? '');
  const defaults = types.map((tag) => attribute(tag, 'Extension'));
  const overrides = types.map((tag) => attribute(tag, 'PartName')).filter(Boolean);
  for (const [path, xml] of parts) {
    expect(tagsOf(xml).length).toBeGreaterThan(0);
    expect(defaults).toContain(posix.extname(path).slice(1));
    if (path.endsWith('.xml') && path !== '[Content_Types].xml')
      expect(overrides).toContain(`/${path}`);
  }
  for (const override of overrides) expect([...parts.keys()]).toContain(override.slice(1));
  expect(new Set(overrides).size).toBe(overrides.length);
});

test('every relationship leads to a part, and every reference to a relationship', () => {
  for (const path of paths(/\.rels$/)) {
    const source = posix.join(posix.dirname(path), '..', posix.basename(path, '.rels'));
    const links = tagsAt(path, 'Relationship');
    const ids = links.map((link) => attribute(link, 'Id'));
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of links) {
      const target = posix.join(posix.dirname(source), attribute(link, 'Target'));
      expect([...parts.keys()]).toContain(target);
    }
    const used = tagsOf(parts.get(source) ?? '').map((tag) => attribute(tag, 'r:id'));
    expect(ids).toEqual(expect.arrayContaining(used.filter(Boolean)));
  }
});

test('a worksheet holds its elements in the order of the standard', () => {
  for (const path of paths(sheetPaths)) {
    const children = tagsOf(parts.get(path) ?? '').filter((tag) => tag.parent === 'worksheet');
    const places = children.map((tag) => worksheetOrder.indexOf(tag.name));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
});

test('every index into strings, styles and colour rules is in range', () => {
  const styles = tagsOf(parts.get('xl/styles.xml') ?? '');
  const within = (parent: string): readonly Tag[] => styles.filter((tag) => tag.parent === parent);
  const strings = tagsAt('xl/sharedStrings.xml', 'si').length;
  for (const path of paths(sheetPaths)) {
    for (const cell of tagsAt(path, 'c'))
      expect(Number(attribute(cell, 's'))).toBeLessThan(within('cellXfs').length);
    for (const rule of tagsAt(path, 'cfRule'))
      expect(Number(attribute(rule, 'dxfId'))).toBeLessThan(within('dxfs').length);
    for (const [, index] of (parts.get(path) ?? '').matchAll(/ t="s"[^>]*><v>(\d+)</g))
      expect(Number(index)).toBeLessThan(strings);
  }
  const formats = within('numFmts').map((tag) => attribute(tag, 'numFmtId'));
  for (const look of within('cellXfs')) {
    expect(Number(attribute(look, 'fontId'))).toBeLessThan(within('fonts').length);
    expect(Number(attribute(look, 'fillId'))).toBeLessThan(within('fills').length);
    expect(Number(attribute(look, 'borderId'))).toBeLessThan(within('borders').length);
    expect(['0', ...formats]).toContain(attribute(look, 'numFmtId'));
  }
});

test('rows, cells, tables and shapes are there once', () => {
  for (const path of paths(sheetPaths))
    for (const name of ['row', 'c']) {
      const places = tagsAt(path, name).map((tag) => attribute(tag, 'r'));
      expect(new Set(places).size).toBe(places.length);
    }
  for (const key of ['id', 'name', 'displayName']) {
    const values = paths(/^xl\/tables\//)
      .flatMap((path) => tagsAt(path, 'table'))
      .map((table) => attribute(table, key).toLowerCase());
    expect(new Set(values).size).toBe(values.length);
  }
  for (const path of paths(/^xl\/drawings\/drawing/)) {
    const ids = tagsAt(path, 'xdr:cNvPr').map((tag) => attribute(tag, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('only the heights a spec gives are called fixed', () => {
  const rows = tagsAt('xl/worksheets/sheet1.xml', 'row');
  const fixed = rows.filter((row) => row.attributes.has('customHeight'));
  expect(fixed.map((row) => attribute(row, 'r'))).toEqual(['2']);
  expect(rows.filter((row) => row.attributes.has('ht')).length).toBeGreaterThan(1);
});

test('one sheet is selected, and folded columns can be unfolded', () => {
  const selected = paths(sheetPaths).filter((path) =>
    tagsAt(path, 'sheetView').some((view) => attribute(view, 'tabSelected') === '1'),
  );
  expect(selected).toEqual(['xl/worksheets/sheet2.xml']);
  expect(
    tagsAt('xl/worksheets/sheet1.xml', 'sheetFormatPr')[0]?.attributes.get('outlineLevelCol'),
  ).toBe('1');
  const columns = tagsAt('xl/worksheets/sheet1.xml', 'col');
  const marked = (name: string): readonly string[] =>
    columns
      .filter((column) => column.attributes.has(name))
      .map((column) => attribute(column, 'min'));
  expect(marked('hidden')).toEqual(['4', '8']);
  expect(marked('collapsed')).toEqual(['5', '9']);
});

test('charts carry the values of their ranges, and words for those who cannot see them', () => {
  const drawing = tagsAt('xl/drawings/drawing2.xml', 'xdr:cNvPr');
  expect(drawing.map((tag) => attribute(tag, 'descr'))).toEqual(
    Array.from({ length: 4 }, () => 'Số nhiệm vụ theo trạng thái'),
  );
  const chart = parts.get('xl/charts/chart1.xml') ?? '';
  expect(chart).toContain('<c:pt idx="3"><c:v>Báo động</c:v></c:pt></c:strCache></c:strRef>');
  expect(chart).toMatch(/<c:ptCount val="4"\/><c:pt idx="0"><c:v>\d+<\/c:v><\/c:pt>/);
  expect(chart).not.toContain('dLblPos');
  const numbers = [
    ...(parts.get('xl/charts/chart4.xml') ?? '').matchAll(/<c:txPr>.*?"([0-9A-F]{6})"/g),
  ];
  expect(numbers.map(([, color]) => color)).toEqual(['FFFFFF', '000000']);
});
