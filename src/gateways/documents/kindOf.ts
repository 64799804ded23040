import { openContainer, type Container } from '../xlsx/read/container';
import { hasOleEntry } from '../xlsx/read/recognise';
import { Refusal, type SeenKind } from '../xlsx/read/refusal';

/** What a file of a plan is, by its content. */
export type DocumentKind =
  | 'empty'
  | 'text'
  | 'docx'
  | 'xlsx'
  | 'ods'
  | 'xls'
  | 'pdf'
  | 'encrypted'
  | Exclude<SeenKind, 'csv' | 'html' | 'docx' | 'pdf' | 'text'>;

const SIGNATURES: readonly (readonly [DocumentKind, string])[] = [
  ['pdf', '%PDF-'],
  ['rtf', '{\\rtf'],
  ['image', '\u0089PNG'],
  ['image', '\u00ff\u00d8\u00ff'],
  ['image', 'GIF8'],
];

const ZIP = 'PK\u0003\u0004';
const OLE = '\u00d0\u00cf\u0011\u00e0';
/** How far into a file its kind is looked for. */
const HEAD_BYTES = 4096;

/** Looks at the first bytes, and in a zip at the names of its parts; never at the file's name. */
export function kindOf(bytes: Uint8Array): DocumentKind {
  if (bytes.length === 0) return 'empty';
  const head = Array.from(bytes.subarray(0, HEAD_BYTES), (byte) => String.fromCharCode(byte)).join(
    '',
  );
  if (head.startsWith(ZIP)) return kindOfZip(bytes);
  if (head.startsWith(OLE)) return kindOfOle(bytes);
  return SIGNATURES.find(([, signature]) => head.startsWith(signature))?.[0] ?? 'text';
}

/** A zip that is cut off or lies is told what is wrong by the reader of its likeliest kind. */
function kindOfZip(bytes: Uint8Array): DocumentKind {
  try {
    const container = openContainer(bytes);
    if (container.has('xl/workbook.xml')) return 'xlsx';
    if (container.has('ppt/presentation.xml')) return 'pptx';
    if (container.has('xl/workbook.bin')) return 'xlsb';
    if (container.has('word/document.xml')) return 'docx';
    if (container.has('mimetype') && container.has('content.xml'))
      return isSpreadsheet(container) ? 'ods' : 'opendocument';
    return container.has('[Content_Types].xml') ? 'docx' : 'zip';
  } catch (error) {
    if (error instanceof Refusal) return 'docx';
    throw error;
  }
}

function isSpreadsheet(container: Container): boolean {
  const type = new TextDecoder().decode(container.read('mimetype'));
  return type.startsWith('application/vnd.oasis.opendocument.spreadsheet');
}

/** [MS-CFB] 2.6: what Office wrote before it wrote zips, and what it writes with a password. */
function kindOfOle(bytes: Uint8Array): DocumentKind {
  if (hasOleEntry(bytes, 'EncryptedPackage')) return 'encrypted';
  return hasOleEntry(bytes, 'Workbook') || hasOleEntry(bytes, 'Book') ? 'xls' : 'officeOld';
}
