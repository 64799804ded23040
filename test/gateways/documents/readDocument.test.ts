import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDocument } from '../../../src/gateways/documents/readDocument';
import { sourceOf } from '../../../src/reading/readPlan';
import { docxOf, p } from '../../support/docx';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';

async function linesIn(text: string): Promise<readonly string[]> {
  const document = await readDocument(new TextEncoder().encode(text), 'a.md');
  if (!document.ok) throw new Error(document.error.code);
  const lines = sourceOf(document.value);
  return lines.ok
    ? lines.value.map(
        ({ number, text: words, cells }) => `${String(number)} ${cells?.join('|') ?? words}`,
      )
    : [lines.error.code];
}

const row = (...cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;

it('reads the tables of web pages that a Markdown text holds', async () => {
  const table = `<table>\n${row('TT', 'Nhiệm vụ', 'Chủ trì')}\n${row('1', 'Việc<br>dài', 'Sở A')}\n</table>`;
  expect(await linesIn(`# KẾ HOẠCH\n**I. MỤC TIÊU**\n${table}\n| a | b | c |`)).toEqual([
    '1 KẾ HOẠCH',
    '2 I. MỤC TIÊU',
    '3 ',
    '4 TT|Nhiệm vụ|Chủ trì',
    '5 1|Việc dài|Sở A',
    '6 ',
    '7 a|b|c',
  ]);
});

it('reads a table that is cut off, and a text without tables as it stands', async () => {
  expect(await linesIn(`Trước\n<table>${row('1', 'Việc', 'Sở A')}`)).toEqual([
    '1 Trước',
    '2 ',
    '3 1|Việc|Sở A',
  ]);
  expect(await linesIn('a < b\nc')).toEqual(['1 a < b', '2 c']);
});

describeWithLibreOffice('texts that LibreOffice saves in other formats', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-formats-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['doc', 'officeOld'],
    ['odt', 'opendocument'],
    ['rtf', 'rtf'],
  ])('are refused with advice: .%s', async (format, seen) => {
    const docx = join(folder, `${format}.docx`);
    writeFileSync(docx, docxOf({ body: p('KẾ HOẠCH') }));
    const [saved = ''] = await convertWithLibreOffice([docx], format, folder);
    expect(await readDocument(readFileSync(saved), 'a')).toEqual({
      ok: false,
      error: { code: 'documentOtherFormat', params: { file: 'a', seen } },
    });
  });
});
