import { strToU8, zipSync } from 'fflate';
import type {
  BlockSpec,
  DocumentSpec,
  DocumentTableSpec,
  ParagraphSpec,
  ParagraphStyle,
  RunSpec,
} from '../../workbook/narrative/documentSpec';
import { escapeXml, fitText } from '../xlsx/write/text';

/** Every entry bears this day, so that the same document gives the same bytes. */
const PACKED = new Date(1980, 0, 1);

/** Characters of one run at most: no sentence of ours is longer, words of others may be. */
const RUN_LIMIT = 32_767;

const TWIPS_PER_MILLIMETRE = 1440 / 25.4;

function twips(millimetres: number): string {
  return String(Math.round(millimetres * TWIPS_PER_MILLIMETRE));
}

/** The page of Nghị định 30/2020/NĐ-CP, in millimetres. */
const page = { width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15, header: 10 };

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

type Look = {
  readonly name: string;
  /** Half points, as the format counts them. */
  readonly size: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly color?: string;
  readonly align: 'both' | 'center' | 'left';
  /** Twentieths of a point before and after. */
  readonly space: readonly [number, number];
  readonly firstLine?: number;
  /** A line across, this many millimetres from both sides. */
  readonly rule?: number;
  readonly keepNext?: true;
  readonly outline?: number;
};

/** How paragraphs look: sizes and spaces of Nghị định 30/2020/NĐ-CP, annex I. */
const looks: Readonly<Record<ParagraphStyle, Look>> = {
  body: { name: 'Body Text', size: 28, align: 'both', space: [0, 120], firstLine: 10 },
  heading: {
    name: 'heading 1',
    size: 28,
    bold: true,
    align: 'both',
    space: [120, 120],
    firstLine: 10,
    keepNext: true,
    outline: 0,
  },
  subheading: {
    name: 'heading 2',
    size: 28,
    bold: true,
    italic: true,
    align: 'both',
    space: [0, 120],
    firstLine: 10,
    keepNext: true,
    outline: 1,
  },
  title: { name: 'Title', size: 28, bold: true, align: 'center', space: [240, 60], keepNext: true },
  centred: { name: 'Giua', size: 26, align: 'center', space: [0, 0] },
  centredBold: { name: 'Giua dam', size: 26, bold: true, align: 'center', space: [0, 0] },
  centredItalic: { name: 'Giua nghieng', size: 26, italic: true, align: 'center', space: [60, 0] },
  rule: { name: 'Ke duoi', size: 8, align: 'center', space: [0, 120], rule: 20 },
  longRule: { name: 'Ke duoi ten', size: 8, align: 'center', space: [0, 120], rule: 62 },
  mark: {
    name: 'Dau du thao',
    size: 26,
    bold: true,
    color: 'B00020',
    align: 'center',
    space: [60, 60],
  },
  small: { name: 'Noi nhan', size: 22, align: 'left', space: [0, 0] },
  smallBold: {
    name: 'Noi nhan dam',
    size: 24,
    bold: true,
    italic: true,
    align: 'left',
    space: [0, 0],
  },
  cell: { name: 'O bang', size: 22, align: 'left', space: [20, 20] },
  cellCentred: { name: 'O bang giua', size: 22, align: 'center', space: [20, 20] },
  cellHead: { name: 'Dau bang', size: 22, bold: true, align: 'center', space: [20, 20] },
};

function isStyle(key: string): key is ParagraphStyle {
  return key in looks;
}

/**
 * Draws a document as .docx bytes: A4 with the margins of Nghị định 30/2020/NĐ-CP, Times New
 * Roman, the page number in the middle above from the second page on. The same document gives the
 * same bytes.
 */
export function writeDocx(spec: DocumentSpec): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageRelations,
    'docProps/core.xml': coreProperties(spec),
    'word/document.xml': documentPart(spec.blocks),
    'word/_rels/document.xml.rels': documentRelations,
    'word/styles.xml': stylesPart(),
    'word/settings.xml': settingsPart,
    'word/header1.xml': headerPart,
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(XML + xml)])),
    { level: 6, mtime: PACKED },
  );
}

function documentPart(blocks: readonly BlockSpec[]): string {
  const bookmarks = new Map<string, number>();
  for (const block of blocks)
    if (block.kind === 'paragraph')
      for (const { bookmark } of block.runs)
        if (bookmark !== undefined) bookmarks.set(bookmark, bookmarks.size);
  const body = blocks.map((block) =>
    block.kind === 'paragraph' ? paragraphXml(block, bookmarks) : tableXml(block, bookmarks),
  );
  const { width, height, top, bottom, left, right, header } = page;
  return (
    `<w:document xmlns:w="${W}" xmlns:r="${R}"><w:body>${body.join('')}<w:sectPr>` +
    '<w:headerReference w:type="default" r:id="rId3"/>' +
    `<w:pgSz w:w="${twips(width)}" w:h="${twips(height)}"/>` +
    `<w:pgMar w:top="${twips(top)}" w:right="${twips(right)}" w:bottom="${twips(bottom)}" w:left="${twips(left)}" w:header="${twips(header)}" w:footer="${twips(header)}" w:gutter="0"/>` +
    '<w:titlePg/></w:sectPr></w:body></w:document>'
  );
}

type Bookmarks = ReadonlyMap<string, number>;

function paragraphXml(
  { style, runs, pageBreakBefore, keepNext }: ParagraphSpec,
  marks: Bookmarks,
): string {
  const keeps = keepNext === true ? '<w:keepNext/>' : '';
  const breaks = pageBreakBefore === true ? '<w:pageBreakBefore/>' : '';
  const inside = runs.map((run) => runXml(run, marks)).join('');
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${keeps}${breaks}</w:pPr>${inside}</w:p>`;
}

function runXml({ text, bookmark, link }: RunSpec, marks: Bookmarks): string {
  const lines = fitText(text, RUN_LIMIT)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  const run = `<w:r>${lines.join('<w:br/>')}</w:r>`;
  const id = bookmark === undefined ? undefined : marks.get(bookmark);
  if (bookmark !== undefined && id !== undefined)
    return `<w:bookmarkStart w:id="${String(id)}" w:name="${bookmark}"/>${run}<w:bookmarkEnd w:id="${String(id)}"/>`;
  return link !== undefined && marks.has(link)
    ? `<w:hyperlink w:anchor="${link}">${run}</w:hyperlink>`
    : run;
}

function tableXml({ grid, widths, headRows, rows }: DocumentTableSpec, marks: Bookmarks): string {
  const border = (side: string): string =>
    `<w:${side} w:val="${grid ? 'single' : 'nil'}"${grid ? ' w:sz="4" w:space="0" w:color="000000"' : ''}/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const total = widths.reduce((sum, width) => sum + width, 0);
  const rowsXml = rows.map((cells, at) => {
    const head = at < headRows ? '<w:tblHeader/>' : '';
    const cellsXml = cells.map(
      (paragraphs, column) =>
        `<w:tc><w:tcPr><w:tcW w:w="${twips(widths[column] ?? 0)}" w:type="dxa"/></w:tcPr>${paragraphs.map((each) => paragraphXml(each, marks)).join('')}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>${cellsXml.join('')}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${twips(total)}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${twips(width)}"/>`).join('')}</w:tblGrid>` +
    `${rowsXml.join('')}</w:tbl>`
  );
}

function stylesPart(): string {
  const fonts =
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>';
  const styles = Object.entries(looks).flatMap(([id, look]) =>
    isStyle(id) ? [styleXml(id, look)] : [],
  );
  return (
    `<w:styles xmlns:w="${W}"><w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>` +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    `${styles.join('')}</w:styles>`
  );
}

function styleXml(id: ParagraphStyle, look: Look): string {
  const { name, size, bold, italic, color, align, space, firstLine, rule, keepNext, outline } =
    look;
  const [before, after] = space;
  const indent = rule === undefined ? null : twips(rule);
  return (
    `<w:style w:type="paragraph"${name.startsWith('heading') || name === 'Title' || name === 'Body Text' ? '' : ' w:customStyle="1"'} w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>` +
    (keepNext ? '<w:keepNext/>' : '') +
    (indent === null
      ? ''
      : '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>') +
    `<w:spacing w:before="${String(before)}" w:after="${String(after)}"/>` +
    (firstLine === undefined ? '' : `<w:ind w:firstLine="${twips(firstLine)}"/>`) +
    (indent === null ? '' : `<w:ind w:left="${indent}" w:right="${indent}"/>`) +
    `<w:jc w:val="${align}"/>` +
    (outline === undefined ? '' : `<w:outlineLvl w:val="${String(outline)}"/>`) +
    '</w:pPr><w:rPr>' +
    (bold ? '<w:b/><w:bCs/>' : '') +
    (italic ? '<w:i/><w:iCs/>' : '') +
    (color === undefined ? '' : `<w:color w:val="${color}"/>`) +
    `<w:sz w:val="${String(size)}"/><w:szCs w:val="${String(size)}"/></w:rPr></w:style>`
  );
}

function coreProperties({ properties }: DocumentSpec): string {
  const { title, subject, creator, created } = properties;
  const text = (words: string): string => escapeXml(fitText(words, RUN_LIMIT));
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${text(title)}</dc:title><dc:subject>${text(subject)}</dc:subject><dc:creator>${text(creator)}</dc:creator>` +
    `<dc:language>vi-VN</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${created}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${created}</dcterms:modified></cp:coreProperties>`
  );
}

const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  `<Override PartName="/word/document.xml" ContentType="${CONTENT}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${CONTENT}.styles+xml"/>` +
  `<Override PartName="/word/settings.xml" ContentType="${CONTENT}.settings+xml"/>` +
  `<Override PartName="/word/header1.xml" ContentType="${CONTENT}.header+xml"/>` +
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>';

const packageRelations =
  `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${R}/officeDocument" Target="word/document.xml"/>` +
  '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>';

const documentRelations =
  `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${R}/styles" Target="styles.xml"/>` +
  `<Relationship Id="rId2" Type="${R}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${R}/header" Target="header1.xml"/></Relationships>`;

const settingsPart = `<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="vi-VN"/></w:settings>`;

const headerPart = `<w:hdr xmlns:w="${W}"><w:p><w:pPr><w:pStyle w:val="centred"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:hdr>`;
