import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Block } from '../../../src/domain/document';
import { readDocx } from '../../../src/gateways/docx/readDocx';
import { readPdf } from '../../../src/gateways/pdf/readPdf';
import { readDocument } from '../../../src/reading/readPlan';
import { zlibSync } from 'fflate';
import { linesOf } from '../../../src/reading/source';
import { docxOf, p, tbl, tc } from '../../support/docx';
import { convertWithLibreOffice, describeWithLibreOffice } from '../../support/office';

const down = (value: 'restart' | 'continue'): string => `<w:vMerge w:val="${value}"/>`;
const over = (columns: number): string => `<w:gridSpan w:val="${String(columns)}"/>`;
const bordered = (table: string): string =>
  table.replace(
    '<w:tblPr/>',
    `<w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
      .map((side) => `<w:${side} w:val="single" w:sz="4"/>`)
      .join('')}</w:tblBorders></w:tblPr>`,
  );

const widths = [700, 3600, 1800, 1800, 1700];
const head = ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Sản phẩm', 'Thời gian'].map((text) => tc(text));
const long =
  'Xây dựng, ban hành cơ chế, chính sách về khoa học, công nghệ theo Nghị quyết số 57-NQ/TW';
const rows = Array.from({ length: 60 }, (_, at) => [
  tc(String(at + 1)),
  tc(`${long} lần thứ ${String(at + 1)}`),
  tc('Sở Khoa học và Công nghệ'),
  tc('Quyết định của UBND thành phố'),
  tc('Quý IV/2026'),
]);
const repeated = bordered(tbl(widths, [head, ...rows])).replace(
  '<w:tr>',
  '<w:tr><w:trPr><w:tblHeader/></w:trPr>',
);

const whole = bordered(tbl(widths, [head, ...rows])).replaceAll(
  '<w:tr>',
  '<w:tr><w:trPr><w:cantSplit/></w:trPr>',
);
const cut = bordered(tbl(widths, [head, ...rows]));

const bare = (table: string): string =>
  table.replaceAll('<w:tr>', '<w:tr><w:trPr><w:cantSplit/></w:trPr>');
const few = rows.slice(0, 8);
const middle = (cell: string): string =>
  cell.replace('<w:tcPr>', '<w:tcPr><w:vAlign w:val="center"/>');
const centred = head.map(middle);
const sided = (...sides: readonly string[]): string =>
  bare(tbl(widths, [head, ...few])).replace(
    '<w:tblPr/>',
    `<w:tblPr><w:tblBorders>${sides.map((side) => `<w:${side} w:val="single" w:sz="4"/>`).join('')}</w:tblBorders></w:tblPr>`,
  );

const documents: readonly (readonly [string, string])[] = [
  ['lines of text', p('KẾ HOẠCH') + p('Thực hiện Nghị quyết số 57-NQ/TW năm 2026')],
  ['a table', p('PHỤ LỤC') + bordered(tbl(widths, [head, ...rows.slice(0, 3)])) + p('Hết.')],
  [
    'merged cells',
    bordered(
      tbl(widths, [
        head,
        [tc('I'), tc('Hoàn thiện thể chế', over(4))],
        [tc('1'), tc('Việc một'), tc('Sở Tư pháp', down('restart')), tc('Báo cáo'), tc('2026')],
        [tc('2'), tc('Việc hai'), tc('', down('continue')), tc('Đề án'), tc('2027')],
      ]),
    ),
  ],
  ['a table over pages that repeats its head', repeated + p('Hết.')],
  ['a table over pages', whole + p('Hết.')],
  [
    'a table that no lines draw',
    p('PHỤ LỤC') +
      whole.replace(/<w:tblBorders>.*?<\/w:tblBorders>/, '') +
      p('Giao Sở Khoa học và Công nghệ theo dõi, báo cáo kết quả.'),
  ],
  [
    'sections in a table that no lines draw',
    tbl(widths, [
      head,
      [tc('I'), tc('Hoàn thiện thể chế, xóa bỏ mọi quan niệm, rào cản cản trở', over(4))],
      ...rows.slice(0, 4),
      [tc('II'), tc('Hạ tầng số'), tc(''), tc(''), tc('')],
      ...rows.slice(4, 9),
    ]),
  ],
  [
    'a head of which no line has many pieces',
    bare(
      tbl(widths, [
        [
          'TT',
          'Nhiệm vụ',
          'Cơ quan, đơn vị chủ trì thực hiện',
          'Sản phẩm dự kiến đạt được của nhiệm vụ',
          'Thời gian',
        ].map((text) => middle(tc(text))),
        ...few,
      ]),
    ),
  ],
  [
    'a head that is centred from top to bottom',
    bare(tbl(widths, [centred, ...few])).replaceAll(
      'Cơ quan chủ trì',
      'Cơ quan, đơn vị chủ trì thực hiện',
    ),
  ],
  ['a table with lines across only', sided('top', 'bottom', 'insideH')],
  [
    'a table without numbers',
    bare(tbl(widths.slice(1), [head.slice(1), ...few.map((row) => row.slice(1))])),
  ],
  [
    'titles that run over a table',
    bare(
      tbl(widths, [
        head,
        [tc('I. Hoàn thiện thể chế, cơ chế, chính sách để khoa học phát triển', over(5))],
        ...few.slice(0, 4),
        [tc('II. Hạ tầng số', over(5))],
        ...few.slice(4),
      ]),
    ),
  ],
  [
    'a title of two lines in a table that no lines draw',
    bare(
      tbl(widths, [
        head,
        [tc(`I. ${long}, bảo đảm đồng bộ, liên thông dữ liệu giữa các cấp`, over(5))],
        ...few,
      ]),
    ),
  ],
  [
    'a table whose cells have hardly a margin',
    bare(tbl(widths, [head, ...few])).replace(
      '<w:tblPr/>',
      '<w:tblPr><w:tblCellMar><w:left w:w="28" w:type="dxa"/><w:right w:w="28" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    ),
  ],
  [
    'numbers in the middle of their rows',
    bare(tbl(widths, [centred, ...few.map((row) => row.map(middle))])),
  ],
  [
    'a head without lines that stands on the page before',
    p('PHỤ LỤC') +
      bare(tbl(widths, [head, ...few])).replace(
        p('1'),
        p('1').replace('<w:p>', '<w:p><w:pPr><w:pageBreakBefore/></w:pPr>'),
      ),
  ],
  [
    'values that begin with signs, of one line each',
    bare(
      tbl(widths, [
        ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Mục tiêu', 'Chủ trì'].map((text) => tc(text)),
        ...few.map((_, at) => [
          tc(String(at + 1)),
          tc(`Tỷ lệ hồ sơ trực tuyến ${String(at + 1)}`),
          tc('%'),
          tc(
            p(at % 2 === 0 ? '≥ 95' : '> 60.500').replace(
              '<w:p>',
              '<w:p><w:pPr><w:jc w:val="right"/></w:pPr>',
            ),
          ),
          tc('Công an tỉnh'),
        ]),
      ]),
    ),
  ],
];

/** A PDF with pages whose contents are given, packed or not. */
function pdfOf(...contents: readonly (string | Uint8Array)[]): Uint8Array {
  const kids = contents.map((_, at) => `${String(4 + at * 2)} 0 R`).join(' ');
  const parts = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${String(contents.length)}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...contents.flatMap((content, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(5 + at * 2)} 0 R/Resources<</Font<</F 3 0 R>>>>>>`,
      `<</Length ${String(content.length)}${typeof content === 'string' ? '' : '/Filter/FlateDecode'}>>stream\n${
        typeof content === 'string' ? content : Buffer.from(content).toString('latin1')
      }\nendstream`,
    ]),
  ];
  const body = parts.map((part, at) => `${String(at + 1)} 0 obj${part}\nendobj\n`).join('');
  const file = `%PDF-1.7\n${body}trailer<</Root 1 0 R/Size ${String(parts.length + 1)}>>\n%%EOF`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function wordsOf(blocks: readonly Block[]): readonly string[] {
  const lines = linesOf(blocks);
  return lines.ok
    ? lines.value.map(({ text, cells }) => (cells === null ? text : cells.join('|')))
    : [];
}

async function read(bytes: Uint8Array): Promise<readonly string[]> {
  const blocks = await readPdf(bytes, 'a.pdf');
  if (!blocks.ok) throw new Error(JSON.stringify(blocks.error));
  return wordsOf(blocks.value);
}

describeWithLibreOffice('what LibreOffice prints of a Word document', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tien-do-pdf-'));
  let printed: readonly string[] = [];

  beforeAll(async () => {
    const files = documents.map(([, body], at) => {
      const file = join(folder, `${String(at)}.docx`);
      writeFileSync(file, docxOf({ body }));
      return file;
    });
    printed = await convertWithLibreOffice(files, 'pdf', folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(documents.map(([name, body], at) => [name, body, at] as const))(
    'is read as the document itself: %s',
    async (_, body, at) => {
      const docx = readDocx(docxOf({ body }), 'a.docx');
      const file = printed[at] ?? '';
      expect(await read(readFileSync(file))).toEqual(docx.ok && wordsOf(docx.value));
    },
  );

  it('says on which page a row stands', async () => {
    const blocks = await readPdf(readFileSync(printed[4] ?? ''), 'a.pdf');
    const pages = blocks.ok
      ? blocks.value.flatMap((block) =>
          block.kind === 'table' ? block.rows.map(({ place }) => place.page) : [],
        )
      : [];
    expect(pages[0]).toBe(1);
    expect(pages.at(-1)).toBeGreaterThan(1);
    expect(pages).toHaveLength(61);
  });

  it('makes one row of what the end of a page cuts in two', async () => {
    const file = join(folder, 'cut.docx');
    writeFileSync(file, docxOf({ body: p('PHỤ LỤC NHIỆM VỤ') + cut }));
    const [pdf = ''] = await convertWithLibreOffice([file], 'pdf', folder);
    const blocks = await readPdf(readFileSync(pdf), 'a.pdf');
    const plan = blocks.ok ? readDocument({ kind: 'blocks', blocks: blocks.value }) : blocks;
    const tasks = plan.ok ? plan.value.plan.tasks : [];
    expect(tasks.map(({ name }) => name)).toEqual(
      rows.map((_, at) => `${long} lần thứ ${String(at + 1)}`),
    );
    expect(new Set(tasks.map(({ resultText }) => resultText)).size).toBe(1);
  });

  it('refuses a file with a password', async () => {
    const file = join(folder, 'secret.docx');
    writeFileSync(file, docxOf({ body: p(long) }));
    const options = JSON.stringify({
      EncryptFile: { type: 'boolean', value: 'true' },
      DocumentOpenPassword: { type: 'string', value: 'a' },
    });
    const [secret = ''] = await convertWithLibreOffice(
      [file],
      `pdf:writer_pdf_Export:${options}`,
      folder,
    );
    expect(await readPdf(readFileSync(secret), 'a.pdf')).toMatchObject({
      ok: false,
      error: { code: 'documentEncrypted', params: { file: 'a.pdf' } },
    });
  });
});

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const words = 'BT /F 12 Tf 72 700 Td (Ke hoach thuc hien Nghi quyet 57) Tj ET';

it('reads text that no LibreOffice wrote', async () => {
  expect(await read(pdfOf(words))).toEqual(['Ke hoach thuc hien Nghi quyet 57']);
});

it.each([
  ['turned text', `${words} q 0 1 -1 0 300 300 cm BT /F 12 Tf (BAN SAO) Tj ET Q`],
  ['a page number', `${words} BT /F 12 Tf 297 30 Td (- 12 -) Tj ET`],
  ['a line that divides nothing', `${words} 72 690 m 300 690 l S`],
])('leaves out %s', async (_, content) => {
  expect(await read(pdfOf(content))).toEqual(['Ke hoach thuc hien Nghi quyet 57']);
});

it('leaves out what runs through the pages', async () => {
  const pages = Array.from({ length: 4 }, (_, at) => {
    const number = String(at + 1);
    return `BT /F 9 Tf 72 810 Td (UBND tinh A - Trang ${number}/4) Tj ET BT /F 12 Tf 72 700 Td (Noi dung cua trang so ${number}) Tj ET`;
  });
  expect(await read(pdfOf(...pages))).toEqual(
    [1, 2, 3, 4].map((number) => `Noi dung cua trang so ${String(number)}`),
  );
});

it('closes a table whose outer lines are missing', async () => {
  const lines = [700, 680, 660].map((y) => `72 ${String(y)} m 400 ${String(y)} l S`);
  const bars = [150, 250].map((x) => `${String(x)} 660 m ${String(x)} 700 l S`);
  const cells = [
    [80, 'Mot'],
    [160, 'Hai'],
    [260, 'Ba'],
  ].flatMap(([x, text]) => [
    `BT /F 12 Tf ${String(x)} 685 Td (${String(text)}) Tj ET`,
    `BT /F 12 Tf ${String(x)} 665 Td (${String(text)} them) Tj ET`,
  ]);
  expect(await read(pdfOf([...lines, ...bars, ...cells].join(' ')))).toEqual([
    'Mot|Hai|Ba',
    'Mot them|Hai them|Ba them',
  ]);
});

const ends = '%PDF-1.7\ntrailer<<>>\n%%EOF';

it.each([
  ['pictures of pages', pdfOf('q Q'), 'documentScanned'],
  [
    'a million objects',
    utf8(`${'1 0 obj<<>>endobj\n'.repeat(1_000_000)}${ends}`),
    'documentHostile',
  ],
  [
    'a stream that unpacks without end',
    pdfOf(zlibSync(new Uint8Array(2 ** 26))),
    'documentHostile',
  ],
  [
    'a stream that unpacks to a million signs',
    pdfOf(zlibSync(utf8(`BT /F 1 Tf (${'a'.repeat(1_000_000)}) Tj ET`))),
    'documentHostile',
  ],
  [
    'arrays nested without end',
    utf8(`%PDF-1.7\n1 0 obj${'['.repeat(1_000_000)}endobj\n${ends}`),
    'documentDamaged',
  ],
  ['saved states without end', pdfOf('q '.repeat(1_000_000)), 'documentHostile'],
  ['no PDF', new TextEncoder().encode('%PDF-1.7\nnothing'), 'documentDamaged'],
  ['half a PDF', pdfOf(words).subarray(0, 60), 'documentDamaged'],
  [
    'more signs than a page has',
    pdfOf(`BT /F 1 Tf (${'a'.repeat(300_000)}) Tj ET`),
    'documentHostile',
  ],
])('refuses %s', async (_, bytes, code) => {
  expect(await readPdf(bytes, 'a.pdf')).toMatchObject({
    ok: false,
    error: { code, params: { file: 'a.pdf' } },
  });
});
