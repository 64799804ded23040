import { strToU8, zipSync } from 'fflate';

/** The parts of a Word document made for a test; what is not given is left out. */
export type DocxParts = {
  /** The content of `w:body`. */
  readonly body: string;
  /** The content of `w:numbering`. */
  readonly numbering?: string;
  /** The content of `w:styles`. */
  readonly styles?: string;
};

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${W}>${content}</w:${name}>`;
}

/** Packs a Word document as Word does. */
export function docxOf({ body, numbering, styles }: DocxParts): Uint8Array {
  const extra = [
    ['numbering', numbering],
    ['styles', styles],
  ].flatMap(([name, content]) => (content === undefined ? [] : [{ name: name ?? '', content }]));
  const types = extra.map(
    ({ name }) => `<Override PartName="/word/${name}.xml" ContentType="${WORD}.${name}+xml"/>`,
  );
  const links = extra.map(
    ({ name }, at) =>
      `<Relationship Id="rId${String(at + 1)}" Type="${OFFICE}/${name}" Target="${name}.xml"/>`,
  );
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/>${types.join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships">${links.join('')}</Relationships>`,
    ...Object.fromEntries(
      extra.map(({ name, content }) => [`word/${name}.xml`, part(name, content)]),
    ),
  };
  return zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  );
}

/** A paragraph; with a list, numbered by it at that level. */
export function p(text: string, list?: { readonly id: number; readonly level?: number }): string {
  const numbered = list
    ? `<w:pPr><w:numPr><w:ilvl w:val="${String(list.level ?? 0)}"/><w:numId w:val="${String(list.id)}"/></w:numPr></w:pPr>`
    : '';
  return `<w:p>${numbered}${run(text)}</w:p>`;
}

/** A run of text. */
export function run(text: string, properties = ''): string {
  return `<w:r>${properties}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A cell with its properties (`gridSpan`, `vMerge`) and paragraphs. */
export function tc(content: string, properties = ''): string {
  const paragraphs = content.startsWith('<w:') ? content : p(content);
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraphs}</w:tc>`;
}

/** A table with its grid and the cells of each row. */
export function tbl(widths: readonly number[], rows: readonly (readonly string[])[]): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${String(width)}"/>`).join('');
  const drawn = rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('');
  return `<w:tbl><w:tblPr/><w:tblGrid>${grid}</w:tblGrid>${drawn}</w:tbl>`;
}
