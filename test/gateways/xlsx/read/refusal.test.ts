import { strToU8, zipSync } from 'fflate';
import { readXlsx } from '../../../../src/gateways/xlsx/read/read';
import { readSheet } from '../../../../src/gateways/xlsx/read/sheet';
import { readSharedStrings } from '../../../../src/gateways/xlsx/read/strings';
import {
  parts,
  refusal,
  relationships,
  root,
  sheet,
  shown,
  styles,
  withEnd,
  withHeader,
  workbook,
  workbookOf,
  zip,
} from './workbook';

const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';
const BOOK = 'xl/workbook.xml';
const LINKS = 'xl/_rels/workbook.xml.rels';
const STYLES = 'xl/styles.xml';
const OLE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

function latin(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

/** An OLE file whose directory holds one stream of that name ([MS-CFB] 2.6.1). */
function ole(name: string): Uint8Array {
  const bytes = new Uint8Array(1536);
  bytes.set(latin(OLE));
  Array.from(name).forEach((letter, index) => (bytes[1152 + index * 2] = letter.charCodeAt(0)));
  bytes[1152 + 64] = name.length * 2 + 2;
  return bytes;
}

/** As much XML as a bomb needs, of one repeated byte. */
function padded(bytes: number): string {
  return sheet(`<!--${' '.repeat(bytes)}-->`);
}

test('an empty file', () => {
  expect(refusal(new Uint8Array())).toEqual({ code: 'fileEmpty' });
});

test('a file beyond the limit', () => {
  const limit = 100 * 2 ** 20;
  const bytes = new Uint8Array(limit + 1);
  expect(refusal(bytes)).toEqual({ code: 'fileTooLarge', size: limit + 1, limit });
});

test.each<[string, Uint8Array]>([
  ['html', latin('\n<!DOCTYPE html><html><table><tr><td>1</td></tr></table></html>')],
  ['html', latin('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body/></html>')],
  ['html', latin('\xef\xbb\xbf<table><tr></tr></table>')],
  ['xml', latin('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office"/>')],
  ['csv', latin('Ma;Ten;Gia tri\n1;a;2\n')],
  ['csv', latin('a,b\n1,2\n')],
  ['csv', latin('\xff\xfea\0\t\0b\0\n\0')],
  ['csv', latin('\xfe\xff\0a\0\t\0b\0\n')],
  ['text', latin('Chi tieu\n')],
  ['pdf', latin('%PDF-1.7\n')],
  ['rtf', latin('{\\rtf1 a}')],
  ['image', latin('\x89PNG\r\n\x1a\n')],
  ['image', latin('\xff\xd8\xff\xe0')],
  ['image', latin('GIF89a')],
  ['unknown', latin('\0\0\0\0')],
  ['officeOld', ole('WordDocument')],
  ['docx', zip({ 'word/document.xml': '<w:document/>' })],
  ['docx', zip(parts({ 'word/document.xml': '<w:document/>', [BOOK]: null }))],
  ['pptx', zip({ 'ppt/presentation.xml': '<p/>' })],
  ['xlsb', zip({ 'xl/workbook.bin': '' })],
  ['opendocument', zip({ mimetype: 'application/vnd.oasis', 'content.xml': '<c/>' })],
  ['zip', zip({ 'a.txt': 'a' })],
  ['zip', zip({})],
  ['zip', workbook({ [BOOK]: '<html></html>' })],
])('no workbook: %s', (seen, bytes) => {
  expect(refusal(bytes)).toEqual({ code: 'notAWorkbook', seen });
});

test.each<[string, Uint8Array]>([
  ['OLE package', ole('EncryptedPackage')],
  [
    'flag of the zip',
    withHeader(workbook(), SHEET, (header) => {
      header.setUint16(8, 1, true);
    }),
  ],
])('a password: %s', (_, bytes) => {
  expect(refusal(bytes)).toEqual({ code: 'workbookEncrypted' });
});

test.each(['Workbook', 'Book'])('the old format: %s', (name) => {
  expect(refusal(ole(name))).toEqual({ code: 'workbookOldFormat' });
});

describe('a damaged zip', () => {
  const valid = workbook();
  test.each<[string, string, string, Uint8Array]>([
    ['the first half', 'zip', 'truncated', valid.subarray(0, valid.length / 2)],
    ['two bytes', 'zip', 'truncated', valid.subarray(0, 2)],
    ['without its last byte', 'zip', 'truncated', valid.subarray(0, -1)],
    ['a hole in the middle', 'zip', 'directory', join(valid.subarray(0, 200), valid.subarray(400))],
    [
      'one entry fewer',
      'zip',
      'directory',
      withEnd(valid, (end) => {
        end.setUint16(10, 5, true);
      }),
    ],
    [
      'one entry more',
      'zip',
      'directory',
      withEnd(valid, (end) => {
        end.setUint16(10, 7, true);
      }),
    ],
    [
      'the directory elsewhere',
      'zip',
      'directory',
      withEnd(valid, (end) => {
        end.setUint32(16, 9, true);
      }),
    ],
    [
      'a wrong checksum',
      SHEET,
      'checksum',
      header((view) => {
        view.setUint32(16, 1, true);
      }),
    ],
    [
      'a size too small',
      SHEET,
      'size',
      header((view) => {
        view.setUint32(24, 20, true);
      }),
    ],
    [
      'a size too large',
      SHEET,
      'size',
      header((view) => {
        view.setUint32(24, 2000, true);
      }),
    ],
    [
      'no packed bytes',
      SHEET,
      'size',
      header((view) => {
        view.setUint32(20, 0, true);
      }),
    ],
    [
      'cut packed bytes',
      SHEET,
      'packing',
      header((view) => {
        view.setUint32(20, 20, true);
      }),
    ],
    [
      'packed bytes beyond the end',
      SHEET,
      'directory',
      header((view) => {
        view.setUint32(20, 1e6, true);
      }),
    ],
    [
      'data elsewhere',
      SHEET,
      'directory',
      header((view) => {
        view.setUint32(42, 3, true);
      }),
    ],
    [
      'data beyond the end',
      SHEET,
      'directory',
      header((view) => {
        view.setUint32(42, 1e6, true);
      }),
    ],
    [
      'another packing',
      SHEET,
      'packing',
      header((view) => {
        view.setUint16(10, 12, true);
      }),
    ],
    [
      'deflated said to be stored',
      SHEET,
      'size',
      header((view) => {
        view.setUint16(10, 0, true);
      }),
    ],
  ])('%s', (_, part, reason, bytes) => {
    expect(refusal(bytes)).toEqual({ code: 'workbookDamaged', part, reason });
  });

  test('a large part that unpacks to more than it says', () => {
    const digits = Array.from({ length: 60_000 }, (_, index) => (index * 7919) ** 2 % 1_000_003);
    const bomb = workbook({ [SHEET]: sheet(`<!--${digits.join('')}-->`) });
    const bytes = withHeader(bomb, SHEET, (view) => {
      view.setUint32(24, 1000, true);
    });
    expect(refusal(bytes)).toEqual({ code: 'workbookDamaged', part: SHEET, reason: 'size' });
  });

  function header(change: (view: DataView) => void): Uint8Array {
    return withHeader(valid, SHEET, change);
  }

  function join(...pieces: readonly Uint8Array[]): Uint8Array {
    return Uint8Array.from(pieces.flatMap((piece) => Array.from(piece)));
  }
});

test.each<[string, string, string, Uint8Array]>([
  ['no sheet part', SHEET, 'missing', workbook({ [SHEET]: null })],
  ['no shared strings part', STRINGS, 'missing', workbook({ [STRINGS]: null })],
  ['rows twice', SHEET, 'duplicate', xml('<worksheet><sheetData/><sheetData/></worksheet>')],
  ['a cell outside of rows', SHEET, 'address', workbookOf('<c><v>1</v></c>')],
  ['two sheets of one part', SHEET, 'duplicate', manySheets(2)],
  ['no relationships', BOOK, 'missing', workbook({ [LINKS]: null })],
  [
    'a table that is not there',
    SHEET,
    'missing',
    workbook({ [SHEET]: sheet('', '<tableParts><tablePart r:id="rId9"/></tableParts>') }),
  ],
  ['Latin-1 declared', SHEET, 'encoding', xml(`<?xml version="1.0" encoding="ISO-8859-1"?><a/>`)],
  ['UTF-16', SHEET, 'encoding', withBytes(latin('\xff\xfe<\0a\0/\0>\0'))],
  [
    'not UTF-8',
    SHEET,
    'encoding',
    withBytes(latin(sheet('<row><c t="str"><v>\xe1</v></c></row>'))),
  ],
  [
    'not UTF-8, long',
    SHEET,
    'encoding',
    withBytes(latin(sheet(`<row><c t="str"><v>${'\xe1'.repeat(50)}</v></c></row>`))),
  ],
  ['nothing', SHEET, 'xml', xml('')],
  ['no XML', SHEET, 'xml', xml('a')],
  ['an open element', SHEET, 'xml', xml('<worksheet><sheetData>')],
  ['crossed tags', SHEET, 'xml', xml('<worksheet><sheetData></worksheet></sheetData>')],
  ['one tag too many', SHEET, 'xml', xml('<worksheet/></worksheet>')],
  ['two roots', SHEET, 'xml', xml('<worksheet/><worksheet/>')],
  ['a cut tag', SHEET, 'xml', xml('<worksheet')],
  ['a cut attribute', SHEET, 'xml', xml('<worksheet a="')],
  ['an attribute without a value', SHEET, 'xml', xml('<worksheet a>')],
  ['an attribute without quotes', SHEET, 'xml', xml('<worksheet a=1/>')],
  ['an attribute without a name', SHEET, 'xml', xml('<worksheet ="1"/>')],
  ['a cut comment', SHEET, 'xml', xml('<worksheet/><!--')],
  ['a cut CDATA section', SHEET, 'xml', cell('<c t="str"><v><![CDATA[a</v></c>')],
  ['an unknown section', SHEET, 'xml', xml('<![IGNORE[]]><worksheet/>')],
  ['an unknown entity', SHEET, 'xml', cell('<c t="str"><v>&nbsp;</v></c>')],
  ['a bare ampersand', SHEET, 'xml', cell('<c t="str"><v>a & b</v></c>')],
  ['character 0', SHEET, 'xml', cell('<c t="str"><v>&#0;</v></c>')],
  ['half a character', SHEET, 'xml', cell('<c t="str"><v>&#xD800;</v></c>')],
  ['no such character', SHEET, 'xml', cell('<c t="str"><v>&#x110000;</v></c>')],
  ['300 levels', SHEET, 'xml', xml('<a>'.repeat(300) + '</a>'.repeat(300))],
  ['600 attributes', SHEET, 'xml', xml(`<a${' b="1"'.repeat(600)}/>`)],
  [
    'two sheets of one name',
    BOOK,
    'duplicate',
    sheets('<sheet name="A" r:id="rId1"/><sheet name="a" r:id="rId1"/>'),
  ],
])('damaged: %s', (_, part, reason, bytes) => {
  expect(refusal(bytes)).toEqual({ code: 'workbookDamaged', part, reason });
});

test.each<[string, string, string, string]>([
  ['a shared string that is not there', 'index', 'A1', '<c r="A1" t="s"><v>1</v></c>'],
  ['a shared string before the first', 'index', 'A1', '<c r="A1" t="s"><v>-1</v></c>'],
  ['half a shared string', 'index', 'B2', '<c r="B2" t="s"><v>0.5</v></c>'],
  ['a shared string by name', 'index', 'A1', '<c r="A1" t="s"><v>length</v></c>'],
  ['a style that is not there', 'index', 'A1', '<c r="A1" s="3"><v>1</v></c>'],
  ['text as a number', 'value', 'C1', '<c r="C1"><v>1,5</v></c>'],
  ['hexadecimal', 'value', 'A1', '<c r="A1"><v>0x10</v></c>'],
  ['infinity', 'value', 'A1', '<c r="A1"><v>1e999</v></c>'],
  ['no number', 'value', 'A1', '<c r="A1"><v>NaN</v></c>'],
  ['spaces', 'value', 'A1', '<c r="A1"><v> </v></c>'],
  ['two points', 'value', 'A1', '<c r="A1"><v>1.2.3</v></c>'],
  ['neither true nor false', 'value', 'A1', '<c r="A1" t="b"><v>2</v></c>'],
  ['an unknown type', 'value', 'A1', '<c r="A1" t="z"><v>1</v></c>'],
  ['a day that is none', 'value', 'A1', '<c r="A1" t="d"><v>2025-02-30</v></c>'],
  ['a day in words', 'value', 'A1', '<c r="A1" t="d"><v>05/06/2025</v></c>'],
  ['an address without a row', 'address', 'A', '<c r="A"><v>1</v></c>'],
  ['an address without a column', 'address', '1', '<c r="1"><v>1</v></c>'],
  ['row 0', 'address', 'A0', '<c r="A0"><v>1</v></c>'],
  ['a range as an address', 'address', 'A1:B2', '<c r="A1:B2"><v>1</v></c>'],
  ['an address in small letters', 'address', 'a1', '<c r="a1"><v>1</v></c>'],
  ['a row in letters', 'address', 'x', '</row><row r="x">'],
  ['half a row', 'address', '1.5', '</row><row r="1.5">'],
  ['a row before the first', 'address', '0', '</row><row r="0">'],
  ['one address twice', 'duplicate', 'A1', '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'],
  [
    'one address twice, apart',
    'duplicate',
    'B1',
    '<c r="B1"><v>1</v></c><c r="C1"><v>1</v></c><c r="B1"><v>2</v></c>',
  ],
])('damaged: %s', (_, reason, cell, row) => {
  expect(refusal(workbookOf(`<row>${row}</row>`))).toEqual({
    code: 'workbookDamaged',
    part: SHEET,
    reason,
    cell,
  });
});

test.each(['', 'A', 'B2:A1', 'A1:B2:C3', 'A1 B2', '$A$1', 'A1:'])(
  'damaged: the range "%s"',
  (range) => {
    const bytes = workbook({
      [SHEET]: sheet('', `<mergeCells><mergeCell ref="${range}"/></mergeCells>`),
    });
    expect(refusal(bytes)).toMatchObject({
      code: 'workbookDamaged',
      reason: 'address',
      cell: range,
    });
  },
);

const LAUGHS = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>`;

test.each<[string, string, number, string, Uint8Array]>([
  ['a part of one byte repeated', 'zipBomb', 200, SHEET, workbook({ [SHEET]: padded(5e6) })],
  ['a part beyond the limit', 'partTooLarge', 2 ** 28, SHEET, withSize(2 ** 28 + 1)],
  [
    'parts beyond the limit together',
    'unpackedTooLarge',
    384 * 2 ** 20,
    'zip',
    withSize(2 ** 28, 2 ** 27),
  ],
  ['too many entries', 'tooManyEntries', 4096, 'zip', manyEntries(4097)],
  [
    'zip64 by its count',
    'zip64',
    0,
    'zip',
    withEnd(workbook(), (end) => {
      end.setUint16(10, 0xffff, true);
    }),
  ],
  [
    'zip64 by its directory',
    'zip64',
    0,
    'zip',
    withEnd(workbook(), (end) => {
      end.setUint32(16, 0xffffffff, true);
    }),
  ],
  ['zip64 by a size', 'zip64', 0, 'zip', withSize(0xffffffff)],
  [
    'two entries of one name',
    'duplicateEntry',
    0,
    SHEET,
    zip(parts({ 'xl/Worksheets/sheet1.xml': sheet('') })),
  ],
  [
    'two entries of one path',
    'duplicateEntry',
    0,
    SHEET,
    zip(parts({ '/xl\\worksheets/sheet1.xml': sheet('') })),
  ],
  ['entities that grow', 'entityExpansion', 0, STRINGS, workbook({ [STRINGS]: LAUGHS })],
  [
    'an entity from elsewhere',
    'entityExpansion',
    0,
    BOOK,
    workbook({ [BOOK]: '<!DOCTYPE a SYSTEM "file:///etc/passwd"><workbook/>' }),
  ],
  ['a sheet too many', 'tooManySheets', 1024, BOOK, manySheets(1025)],
  ['a row too many', 'tooManyRows', 1_048_576, SHEET, workbookOf('<row r="1048577"/>')],
  ['a row after the last', 'tooManyRows', 1_048_576, SHEET, workbookOf('<row r="1048576"/><row/>')],
  [
    'a cell in a row too many',
    'tooManyRows',
    1_048_576,
    SHEET,
    workbookOf('<row><c r="A9999999999"/></row>'),
  ],
  ['a column too many', 'tooManyColumns', 16_384, SHEET, workbookOf('<row><c r="XFE1"/></row>')],
  [
    'a column after the last',
    'tooManyColumns',
    16_384,
    SHEET,
    workbookOf('<row><c r="XFD1"/><c/></row>'),
  ],
  [
    'a merge beyond the sheet',
    'tooManyColumns',
    16_384,
    SHEET,
    workbook({ [SHEET]: sheet('', '<mergeCell ref="A1:XFE1"/>') }),
  ],
  [
    '65,537 merges',
    'tooManyItems',
    65_536,
    SHEET,
    workbook({ [SHEET]: sheet('', '<mergeCell ref="A1:B2"/>'.repeat(65_537)) }),
  ],
  [
    '65,537 names',
    'tooManyItems',
    65_536,
    BOOK,
    sheets('<definedName name="a">b</definedName>'.repeat(65_537)),
  ],
  [
    'a text too long',
    'textTooLong',
    32_767,
    STRINGS,
    workbook({ [STRINGS]: root('sst', `<si><t>${'ạ'.repeat(32_768)}</t></si>`) }),
  ],
  [
    '65,537 styles',
    'tooManyItems',
    65_536,
    STYLES,
    workbook({ [STYLES]: root('styleSheet', `<cellXfs>${'<xf/>'.repeat(65_537)}</cellXfs>`) }),
  ],
  [
    '65,537 formats',
    'tooManyItems',
    65_536,
    STYLES,
    workbook({ [STYLES]: styles(...numbered(65_537)) }),
  ],
  [
    '65,537 relationships',
    'tooManyItems',
    65_536,
    LINKS,
    workbook({ [LINKS]: relationships(...numbered(65_537).map((id) => [id, 'a', 'b'] as const)) }),
  ],
  [
    'a text too long before it is resolved',
    'textTooLong',
    32_767,
    SHEET,
    cell(`<c t="str"><v>${'&#x00041;'.repeat(40_000)}</v></c>`),
  ],
  [
    'a text too long in its runs',
    'textTooLong',
    32_767,
    SHEET,
    cell(`<c t="inlineStr"><is>${`<t>${'_x0041_'.repeat(20)}</t>`.repeat(3000)}</is></c>`),
  ],
])('hostile: %s', (_, reason, limit, part, bytes) => {
  expect(refusal(bytes)).toEqual({ code: 'workbookHostile', part, reason, limit });
});

test('hostile: more cells than there is room for', () => {
  const xml = strToU8(sheet('<row><c><v>1</v></c><c><v>2</v></c><c/><c><v>3</v></c></row>'));
  const context = { strings: [], styles: [], from1904: false };
  expect(readSheet(xml, SHEET, context, 3).cells).toHaveLength(3);
  expect(thrown(() => readSheet(xml, SHEET, context, 2))).toMatchObject({
    params: { part: SHEET, reason: 'tooManyCells', limit: 2_000_000 },
  });
});

test('hostile: more shared strings than there can be cells', () => {
  const xml = strToU8(root('sst', '<si/>'.repeat(2_000_001)));
  expect(thrown(() => readSharedStrings(xml, STRINGS))).toMatchObject({
    params: { part: STRINGS, reason: 'tooManyStrings', limit: 2_000_000 },
  });
});

test('a bomb in a part that is not needed does not matter', () => {
  expect(shown(workbook({ 'xl/media/image1.bmp': padded(5e6) }))).toEqual({ A1: 'Mã' });
});

test('the failure names the file', () => {
  expect(readXlsx(new Uint8Array(), 'Phiếu.xlsx')).toEqual({
    ok: false,
    error: { code: 'fileEmpty', params: { file: 'Phiếu.xlsx' } },
  });
});

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

function thrown(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

function xml(text: string): Uint8Array {
  return workbook({ [SHEET]: text });
}

function cell(text: string): Uint8Array {
  return workbookOf(`<row>${text}</row>`);
}

function withBytes(content: Uint8Array): Uint8Array {
  const texts = Object.entries(parts({ [SHEET]: null })).map(
    ([name, text]) => [name, strToU8(text ?? '')] as const,
  );
  return zipSync(Object.fromEntries([...texts, [SHEET, content]]));
}

function sheets(content: string): Uint8Array {
  return workbook({ [BOOK]: root('workbook', content) });
}

function withSize(size: number, stringsSize?: number): Uint8Array {
  const bytes = withHeader(workbook(), SHEET, (view) => {
    view.setUint32(24, size, true);
  });
  return stringsSize === undefined
    ? bytes
    : withHeader(bytes, STRINGS, (view) => {
        view.setUint32(24, stringsSize, true);
      });
}

/** Sheets that all show one part. */
function manySheets(count: number): Uint8Array {
  const list = Array.from(
    { length: count },
    (_, index) => `<sheet name="S${String(index)}" r:id="rId1"/>`,
  );
  return workbook({
    [BOOK]: root('workbook', list.join('')),
    [LINKS]: relationships(['rId1', 'worksheet', 'worksheets/sheet1.xml']),
    [SHEET]: sheet(''),
  });
}

function manyEntries(count: number): Uint8Array {
  return zip(
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${String(index)}`, ''])),
  );
}
