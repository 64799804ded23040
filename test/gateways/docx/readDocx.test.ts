import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Block } from '../../../src/domain/document';
import { readDocx } from '../../../src/gateways/docx/readDocx';
import { tidy } from '../../../src/domain/text';
import { linesOf } from '../../../src/reading/source';
import { docxOf, p, run, tbl, tc, type DocxParts } from '../../support/docx';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';

function blocksOf(parts: DocxParts): readonly Block[] {
  const read = readDocx(docxOf(parts), 'a.docx');
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Each line of the document; the cells of a row between pipes. */
function textsOf(parts: DocxParts): readonly string[] {
  const lines = linesOf(blocksOf(parts));
  return lines.ok
    ? lines.value.map(({ text, cells }) => (cells === null ? text : cells.join('|')))
    : [];
}

const del = (inner: string): string => `<w:del w:id="1" w:author="A">${inner}</w:del>`;
const ins = (inner: string): string => `<w:ins w:id="2" w:author="A">${inner}</w:ins>`;
const deleted = (text: string): string => `<w:r><w:delText>${text}</w:delText></w:r>`;
const field =
  '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 1</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
  `${run('7')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const box =
  '<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></mc:Choice>' +
  '<mc:Fallback><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>';

it.each<readonly [string, string, readonly string[]]>([
  ['runs cut in a word', `<w:p>${run('Nghị')}${run(' quyết')}</w:p>`, ['Nghị quyết']],
  [
    'tabs and breaks',
    '<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>',
    ['a b c'],
  ],
  ['inserted text', `<w:p>${run('đến ')}${ins(run('2030'))}</w:p>`, ['đến 2030']],
  ['deleted text', `<w:p>${run('đến')}${del(deleted(' 2025'))}</w:p>`, ['đến']],
  [
    'text that was moved',
    `<w:p><w:moveFrom>${run('a')}</w:moveFrom><w:moveTo>${run('b')}</w:moveTo></w:p>`,
    ['b'],
  ],
  [
    'a paragraph whose end was deleted',
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('một ')}</w:p>${p('dòng')}`,
    ['một dòng'],
  ],
  [
    'hidden text',
    `<w:p>${run('a')}${run('b', '<w:rPr><w:vanish/></w:rPr>')}${run('c')}</w:p>`,
    ['ac'],
  ],
  [
    'text that is not hidden',
    `<w:p>${run('a', '<w:rPr><w:vanish w:val="0"/><w:b/></w:rPr>')}</w:p>`,
    ['a'],
  ],
  ['the result of a field', `<w:p>${field}</w:p>`, ['7']],
  ['a link', `<w:p><w:hyperlink>${run('tại đây')}</w:hyperlink></w:p>`, ['tại đây']],
  ['a content control', `<w:sdt><w:sdtContent>${p('a')}</w:sdtContent></w:sdt>`, ['a']],
  ['a text box once', `<w:p>${run('a')}${box}</w:p>`, ['a', 'trong khung']],
  [
    'hyphens',
    '<w:p><w:r><w:t>57</w:t><w:noBreakHyphen/><w:t>NQ</w:t><w:softHyphen/></w:r></w:p>',
    ['57-NQ'],
  ],
  ['entities', p('R&amp;D &lt; 5'), ['R&D < 5']],
  [
    'a letterhead',
    tbl([1, 1], [[tc('UBND'), tc(p('CỘNG HÒA') + p('Độc lập'))]]),
    ['UBND', 'CỘNG HÒA', 'Độc lập'],
  ],
])('reads %s', (_, body, expected) => {
  expect(textsOf({ body })).toEqual(expected);
});

describe('tables', () => {
  const three = [100, 300, 200];

  it.each<readonly [string, string, readonly string[]]>([
    ['cells', tbl(three, [[tc('1'), tc('Việc'), tc('Sở A')]]), ['1|Việc|Sở A']],
    [
      'paragraphs of a cell',
      tbl(three, [[tc('1'), tc(p('Việc') + p('dài')), tc('')]]),
      ['1|Việc dài|'],
    ],
    [
      'cells merged over columns',
      tbl(three, [[tc('1'), tc('a'), tc('b')], [tc('I. Nhóm', '<w:gridSpan w:val="3"/>')]]),
      ['1|a|b', 'I. Nhóm||'],
    ],
    [
      'cells merged over rows',
      tbl(three, [
        [tc('1'), tc('a'), tc('Sở A', '<w:vMerge w:val="restart"/>')],
        [tc('2'), tc('b'), tc('', '<w:vMerge/>')],
      ]),
      ['1|a|Sở A', '2|b|Sở A'],
    ],
    [
      'lines moved by a hair in one row',
      tbl(
        [100, 10, 290, 200],
        [
          [tc('1'), tc('a', '<w:gridSpan w:val="2"/>'), tc('x')],
          [tc('2', '<w:gridSpan w:val="2"/>'), tc('b'), tc('y')],
          [tc('3'), tc('c', '<w:gridSpan w:val="2"/>'), tc('z')],
          [tc('4'), tc('d', '<w:gridSpan w:val="2"/>'), tc('t')],
        ],
      ),
      ['1|a|x', '2|b|y', '3|c|z', '4|d|t'],
    ],
    [
      'a cell split in one row',
      tbl(
        [100, 150, 150, 200],
        [
          [tc('1'), tc('a', '<w:gridSpan w:val="2"/>'), tc('x')],
          [tc('2'), tc('b'), tc('c'), tc('y')],
          [tc('3'), tc('d', '<w:gridSpan w:val="2"/>'), tc('z')],
          [tc('4'), tc('e', '<w:gridSpan w:val="2"/>'), tc('t')],
        ],
      ),
      ['1|a|x', '2|b c|y', '3|d|z', '4|e|t'],
    ],
    [
      'a table in a cell',
      tbl(three, [[tc('1'), tc(tbl([1, 1, 1], [[tc('x'), tc('y'), tc('z')]]) + p('')), tc('b')]]),
      ['1|x y z|b'],
    ],
    [
      'a table in a frame of one cell',
      tbl([900], [[tc(p('Phụ lục') + tbl(three, [[tc('1'), tc('a'), tc('b')]]) + p(''))]]),
      ['Phụ lục', '1|a|b', ''],
    ],
    [
      'a row that begins late',
      '<w:tbl><w:tblGrid><w:gridCol w:w="1"/><w:gridCol w:w="1"/><w:gridCol w:w="1"/></w:tblGrid><w:tr>' +
        tc('1') +
        tc('a') +
        tc('b') +
        '</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' +
        tc('c') +
        tc('d') +
        '</w:tr></w:tbl>',
      ['1|a|b', '|c|d'],
    ],
    [
      'a deleted row',
      '<w:tbl><w:tblGrid/><w:tr>' +
        tc('1') +
        tc('a') +
        tc('b') +
        '</w:tr><w:tr><w:trPr><w:del w:id="1"/></w:trPr>' +
        tc('2') +
        tc('c') +
        tc('d') +
        '</w:tr></w:tbl>',
      ['1|a|b'],
    ],
  ])('reads %s', (_, body, expected) => {
    expect(textsOf({ body })).toEqual(expected);
  });

  it('says in which table and row, and on which page, a row stands', () => {
    const row = (text: string) => [tc(text), tc('a'), tc('b')];
    const turned = tc('<w:p><w:r><w:lastRenderedPageBreak/><w:t>2</w:t></w:r></w:p>');
    const blocks = blocksOf({
      body: tbl(three, [row('1')]) + tbl(three, [[turned, tc('a'), tc('b')], row('3')]),
    });
    const places = blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map(({ place }) => place) : [],
    );
    expect(places).toEqual([
      { table: 1, row: 1 },
      { table: 2, row: 1 },
      { table: 2, row: 2, page: 2 },
    ]);
  });
});

const lvl = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${String(at)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering =
  `<w:abstractNum w:abstractNumId="0">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%2.')}${lvl(2, 'decimal', '%2.%3.')}${lvl(3, 'lowerLetter', '%4)')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${lvl(0, 'decimal', '%1')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${lvl(0, 'upperLetter', '%1.')}${lvl(1, 'decimal', '%1.%2', '<w:isLgl/>')}${lvl(2, 'bullet', '-')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="3">${lvl(0, 'upperRoman', '%1.')}${lvl(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>' +
  '<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>';
const styles =
  '<w:style w:type="paragraph" w:styleId="Muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
  '<w:style w:type="paragraph" w:styleId="MucCon"><w:name w:val="Mục con"/><w:basedOn w:val="Muc"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>';
const styled = (text: string, style: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${run(text)}</w:p>`;

const lists: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'levels, anew after each outer one',
    p('a', { id: 1 }) +
      p('b', { id: 1, level: 1 }) +
      p('c', { id: 1, level: 2 }) +
      p('d', { id: 1, level: 3 }) +
      p('e', { id: 1 }) +
      p('f', { id: 1, level: 1 }),
    ['I. a', '1. b', '1.1. c', 'a) d', 'II. e', '1. f'],
  ],
  [
    'one list between other text',
    p('a', { id: 2 }) + p('giữa') + p('b', { id: 2 }),
    ['1 a', 'giữa', '2 b'],
  ],
  [
    'a list that begins elsewhere',
    p('a', { id: 2 }) + p('b', { id: 3 }) + p('c', { id: 3 }),
    ['1 a', '5 b', '6 c'],
  ],
  [
    'all digits Arabic',
    p('a', { id: 4 }) + p('b', { id: 4, level: 1 }) + p('c', { id: 4, level: 2 }),
    ['A. a', '1.1 b', '- c'],
  ],
  [
    'a level that runs on through the outer ones',
    p('a', { id: 5 }) +
      p('b', { id: 5, level: 1 }) +
      p('c', { id: 5 }) +
      p('d', { id: 5, level: 1 }),
    ['I. a', '1. b', 'II. c', '2. d'],
  ],
  [
    'a list by style',
    styled('a', 'Muc') + styled('b', 'MucCon') + styled('c', 'Muc'),
    ['I. a', '1. b', 'II. c'],
  ],
  [
    'a style taken out of its list',
    styled('a', 'Muc', '<w:numPr><w:numId w:val="0"/></w:numPr>') + styled('b', 'Muc'),
    ['a', 'I. b'],
  ],
];

describe('numbers that Word counts', () => {
  it.each(lists)('counts %s', (_, body, expected) => {
    expect(textsOf({ body, numbering, styles })).toEqual(expected);
  });

  it('counts the rows of a table whose first cells hold nothing else', () => {
    const row = (text: string) => [tc(p('', { id: 2 })), tc(text), tc('x')];
    expect(textsOf({ body: tbl([1, 1, 1], [row('a'), row('b')]), numbering })).toEqual([
      '1|a|x',
      '2|b|x',
    ]);
  });
});

/** LibreOffice 7.4 counts neither `isLgl` nor `lvlRestart`. */
const beyondLibreOffice = ['all digits Arabic', 'a level that runs on through the outer ones'];

describeWithLibreOffice('LibreOffice', () => {
  it('counts as we do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tien-do-docx-'));
    const judged = lists.filter(([name]) => !beyondLibreOffice.includes(name));
    const files = judged.map(([, body], at) => {
      const file = join(folder, `${String(at)}.docx`);
      writeFileSync(file, docxOf({ body, numbering, styles }));
      return file;
    });
    const printed = await convertWithLibreOffice(files, 'txt:Text (encoded):UTF8', folder);
    const theirs = printed.map((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map(tidy)
        .filter((line) => line !== ''),
    );
    rmSync(folder, { recursive: true });
    expect(theirs).toEqual(judged.map(([, body]) => textsOf({ body, numbering, styles })));
  });
});

describe('what is not read', () => {
  const bomb = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': new Uint8Array(200 * 2 ** 20),
  });
  const entities = zipSync({
    'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document/>'),
  });
  const whole = docxOf({ body: p('a') });
  const nested = docxOf({
    body: '<w:tbl><w:tr><w:tc>'.repeat(40) + '</w:tc></w:tr></w:tbl>'.repeat(40),
  });

  it.each<readonly [string, Uint8Array, string, string]>([
    ['a bomb', bomb, 'documentHostile', 'zipBomb'],
    ['entities', entities, 'documentHostile', 'entityExpansion'],
    ['tables in tables in tables', nested, 'documentHostile', 'tooManyItems'],
    ['half a file', whole.subarray(0, whole.length / 2), 'documentDamaged', 'truncated'],
    ['no text', zipSync({ 'a.xml': strToU8('<a/>') }), 'documentDamaged', 'missing'],
    [
      'broken XML',
      zipSync({ 'word/document.xml': strToU8('<w:document><w:body></w:document>') }),
      'documentDamaged',
      'xml',
    ],
  ])('refuses %s', (_, bytes, code, reason) => {
    expect(readDocx(bytes, 'a.docx')).toMatchObject({
      ok: false,
      error: { code, params: { file: 'a.docx', reason } },
    });
  });
});
