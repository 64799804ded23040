import { strFromU8, unzipSync } from 'fflate';

type Element = { readonly tag: string; readonly attributes: string; readonly inner: string };

/** Every element of this name in a part that a known writer made. */
function elements(xml: string, tag: string): readonly Element[] {
  const pattern = new RegExp(`<${tag}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${tag}>)`, 'g');
  return [...xml.matchAll(pattern)].map((match) => ({
    tag,
    attributes: sorted(match[1] ?? ''),
    inner: match[2] ?? '',
  }));
}

function sorted(attributes: string): string {
  return (attributes.match(/[\w:]+="[^"]*"/g) ?? []).sort().join(' ');
}

function attribute({ attributes }: Element, name: string): string | null {
  return new RegExp(`(?:^| )${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;
}

function first(xml: string, tag: string): Element | undefined {
  return elements(xml, tag)[0];
}

/** Parts of one sheet that are one element, or none. */
const single = [
  'sheetProtection',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'pane',
  'tabColor',
  'pageSetUpPr',
  'headerFooter',
  'oddHeader',
  'oddFooter',
  'rowBreaks',
];

/**
 * What a workbook file says, as one line a fact and the line's place in front: looks of cells,
 * widths, fixed heights, rules, colours, protection, page setup, tables, charts and names. Two files say
 * the same when their lists are equal, however they number styles and parts.
 */
export function factsOf(bytes: Uint8Array): readonly string[] {
  const parts = unzipSync(bytes);
  const part = (path: string): string => {
    const found = parts[path];
    return found ? strFromU8(found) : '';
  };
  const workbook = part('xl/workbook.xml');
  const relations = new Map(
    elements(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((each) => [
      attribute(each, 'Id'),
      attribute(each, 'Target') ?? '',
    ]),
  );
  const styles = stylesOf(part('xl/styles.xml'));
  const facts: string[] = [];
  for (const name of elements(workbook, 'definedName')) {
    const scope = Number(attribute(name, 'localSheetId') ?? '-1');
    const sheet = elements(workbook, 'sheet')[scope];
    facts.push(
      `name ${attribute(name, 'name') ?? ''}@${sheet ? (attribute(sheet, 'name') ?? '') : ''} ${name.inner}`,
    );
  }
  for (const sheet of elements(workbook, 'sheet')) {
    const name = attribute(sheet, 'name') ?? '';
    const target = relations.get(attribute(sheet, 'r:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const where = (fact: string): number => facts.push(`${name} ${fact}`);
    where(`state ${attribute(sheet, 'state') ?? 'visible'}`);
    for (const fact of sheetFacts(part(path), styles)) where(fact);
  }
  for (const path of Object.keys(parts).filter((each) => each.startsWith('xl/tables/'))) {
    const xml = part(path);
    const [table] = elements(xml, 'table');
    const name = table ? attribute(table, 'name') : '';
    facts.push(`table ${name ?? ''} ${table ? (attribute(table, 'ref') ?? '') : ''}`);
    facts.push(`table ${name ?? ''} ${first(xml, 'tableStyleInfo')?.attributes ?? ''}`);
    facts.push(`table ${name ?? ''} filter ${first(xml, 'autoFilter')?.attributes ?? ''}`);
    for (const column of elements(xml, 'tableColumn'))
      facts.push(`table ${name ?? ''} column ${attribute(column, 'name') ?? ''}`);
  }
  for (const path of Object.keys(parts).filter((each) =>
    /\/(?:charts|drawings)\/[^/]+$/.test(each),
  ))
    facts.push(...chartFacts(path.replace(/^.*\//, ''), part(path)));
  return facts;
}

/** A chart or its place, line by line; the values it was last drawn with are the engine's. */
function chartFacts(name: string, xml: string): readonly string[] {
  return xml
    .replace(/<c:pt idx="\d+"><c:v>[^<]*<\/c:v><\/c:pt>/g, '')
    .split(/(?<=>)(?=<)/)
    .map((line, index) => `${name} ${index} ${line}`);
}

type Styles = { readonly cells: readonly string[]; readonly rules: readonly string[] };

function stylesOf(xml: string): Styles {
  const within = (tag: string, item: string): readonly Element[] =>
    elements(first(xml, tag)?.inner ?? '', item);
  // Black is what text without a colour has.
  const fonts = within('fonts', 'font').map(({ inner }) =>
    inner.replace('<color rgb="FF000000"/>', ''),
  );
  const fills = within('fills', 'fill').map(({ inner }) => inner);
  const borders = within('borders', 'border').map(({ inner }) => inner);
  const formats = new Map(
    within('numFmts', 'numFmt').map((each) => [
      attribute(each, 'numFmtId'),
      attribute(each, 'formatCode'),
    ]),
  );
  const at = (list: readonly string[], element: Element, name: string): string =>
    list[Number(attribute(element, name) ?? '0')] ?? '';
  const cells = within('cellXfs', 'xf').map((xf) => {
    const id = attribute(xf, 'numFmtId');
    return [
      at(fonts, xf, 'fontId'),
      at(fills, xf, 'fillId'),
      at(borders, xf, 'borderId'),
      formats.get(id) ?? id,
      (first(xf.inner, 'alignment')?.attributes ?? '').replace('vertical="bottom" ', ''),
      first(xf.inner, 'protection')?.attributes ?? '',
    ].join(' | ');
  });
  return { cells, rules: within('dxfs', 'dxf').map(({ inner }) => inner) };
}

function sheetFacts(xml: string, styles: Styles): readonly string[] {
  const facts: string[] = [];
  for (const column of elements(xml, 'col')) {
    const from = Number(attribute(column, 'min'));
    const to = Number(attribute(column, 'max'));
    const rest = ['width', 'hidden', 'outlineLevel', 'collapsed']
      .map((name) => `${name}=${attribute(column, name) ?? ''}`)
      .join(' ');
    for (let at = from; at <= to; at++) facts.push(`column ${at} ${rest}`);
  }
  for (const row of elements(xml, 'row')) {
    const height = attribute(row, 'ht');
    const fixed = attribute(row, 'customHeight') === '1';
    if (height !== null)
      facts.push(`row ${attribute(row, 'r') ?? ''} ${fixed ? 'fixed' : 'fitted'} ${height}`);
  }
  for (const cell of elements(xml, 'c')) {
    const look = styles.cells[Number(attribute(cell, 's') ?? '0')] ?? '';
    facts.push(`cell ${attribute(cell, 'r') ?? ''} ${look}`);
  }
  for (const rule of elements(xml, 'dataValidation'))
    facts.push(`validation ${rule.attributes} ${rule.inner}`);
  for (const format of elements(xml, 'conditionalFormatting'))
    for (const rule of elements(format.inner, 'cfRule')) {
      const look = styles.rules[Number(attribute(rule, 'dxfId') ?? '-1')] ?? '';
      const rest = rule.attributes.replace(/ ?dxfId="\d+"/, '');
      facts.push(`colour ${attribute(format, 'sqref') ?? ''} ${rest} ${rule.inner} ${look}`);
    }
  for (const merge of elements(xml, 'mergeCell')) facts.push(`merge ${merge.attributes}`);
  for (const link of elements(xml, 'hyperlink')) facts.push(`link ${link.attributes}`);
  for (const tag of single)
    for (const each of elements(xml, tag)) facts.push(`${tag} ${each.attributes} ${each.inner}`);
  const view = first(xml, 'sheetView');
  facts.push(`lines ${view ? (attribute(view, 'showGridLines') ?? '1') : '1'}`);
  return facts;
}

/** What only one of two lists says, with "-" for the first and "+" for the second. */
export function differences(a: readonly string[], b: readonly string[]): readonly string[] {
  const inA = new Set(a);
  const inB = new Set(b);
  return [
    ...a.filter((fact) => !inB.has(fact)).map((fact) => `- ${fact}`),
    ...b.filter((fact) => !inA.has(fact)).map((fact) => `+ ${fact}`),
  ];
}
