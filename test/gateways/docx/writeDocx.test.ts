import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { strFromU8, unzipSync } from 'fflate';
import { readDocx } from '../../../src/gateways/docx/readDocx';
import { writeDocx } from '../../../src/gateways/docx/writeDocx';
import { paragraph, type DocumentSpec } from '../../../src/workbook/narrative/documentSpec';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';

const spec: DocumentSpec = {
  properties: {
    title: 'Báo cáo <một> & "hai"',
    subject: 'Cả năm 2025',
    creator: 'Sở',
    created: '2025-12-15T00:00:00Z',
  },
  blocks: [
    paragraph('title', 'BÁO CÁO'),
    {
      kind: 'paragraph',
      style: 'body',
      runs: [
        { text: 'Đạt < 5 & > 3\u0000\ud800.', bookmark: 'cau_1' },
        { text: ' Dòng một\ndòng hai.', bookmark: 'cau_2' },
      ],
    },
    {
      kind: 'table',
      grid: true,
      widths: [14, 151],
      headRows: 1,
      rows: [
        [[paragraph('cellHead', 'Câu')], [paragraph('cellHead', 'Nguồn')]],
        [
          [{ kind: 'paragraph', style: 'cell', runs: [{ text: '1', link: 'cau_1' }] }],
          [{ kind: 'paragraph', style: 'cell', runs: [{ text: '9', link: 'cau_9' }] }],
        ],
      ],
    },
  ],
};

const parts = unzipSync(writeDocx(spec));

function part(name: string): string {
  const bytes = parts[name];
  if (!bytes) throw new Error(`There is no part ${name}.`);
  return strFromU8(bytes);
}

it('is the same bytes from the same document', () => {
  expect(Buffer.from(writeDocx(spec)).equals(Buffer.from(writeDocx(spec)))).toBe(true);
});

it.each(Object.keys(parts))('%s is well-formed', (name) => {
  const { DOMParser } = new JSDOM('').window;
  const parsed = new DOMParser().parseFromString(part(name), 'application/xml');
  expect(parsed.querySelector('parsererror')?.textContent ?? null).toBeNull();
});

it('keeps what XML would take for its own, and drops what it cannot hold', () => {
  expect(part('word/document.xml')).toContain('Đạt &lt; 5 &amp; &gt; 3.</w:t>');
  expect(part('docProps/core.xml')).toContain('Báo cáo &lt;một&gt; &amp;');
});

it('breaks lines, repeats the head of a table, and links only to places that are there', () => {
  const xml = part('word/document.xml');
  expect(xml).toContain('Dòng một</w:t><w:br/>');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
  expect(xml.match(/w:anchor="[^"]+"/g)).toEqual(['w:anchor="cau_1"']);
});

it('sets the page of Nghị định 30/2020/NĐ-CP: A4, 20, 20, 30 and 15 mm', () => {
  expect(part('word/document.xml')).toContain(
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"',
  );
});

it('is read back by the reader of plans, words and table alike', () => {
  const read = readDocx(writeDocx(spec), 'loi-van.docx');
  if (!read.ok) throw new Error(read.error.code);
  const lines = read.value.flatMap((block) => (block.kind === 'line' ? [block.text] : []));
  expect(lines.join('\n')).toContain('Đạt < 5 & > 3. Dòng một');
});

describeWithLibreOffice('in LibreOffice', () => {
  it('opens, with every paragraph in its order', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tien-do-docx-'));
    try {
      const file = join(folder, 'loi-van.docx');
      writeFileSync(file, writeDocx(spec));
      const [text = ''] = await convertWithLibreOffice([file], 'txt:Text (encoded):UTF8', folder);
      expect(
        readFileSync(text, 'utf8')
          .replace('\ufeff', '')
          .split(/\s*\n\s*/)
          .filter((line) => line !== ''),
      ).toEqual(['BÁO CÁO', 'Đạt < 5 & > 3. Dòng một', 'dòng hai.', 'Câu', 'Nguồn', '1', '9']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
