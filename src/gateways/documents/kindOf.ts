import { openContainer, type Container } from '../xlsx/read/container';
import { hasOleEntry, isOle, isZip, kindBySignature, kindOfZip } from '../xlsx/read/recognise';
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

/** Looks at the first bytes, and in a zip at the names of its parts; never at the file's name. */
export function kindOf(bytes: Uint8Array): DocumentKind {
  if (bytes.length === 0) return 'empty';
  if (isZip(bytes)) return kindInZip(bytes);
  if (isOle(bytes)) return kindOfOle(bytes);
  return kindBySignature(bytes) ?? 'text';
}

/** A zip that is cut off or lies is told what is wrong by the reader of its likeliest kind. */
function kindInZip(bytes: Uint8Array): DocumentKind {
  try {
    const container = openContainer(bytes);
    if (container.has('xl/workbook.xml')) return 'xlsx';
    const kind = kindOfZip(container);
    if (kind === 'opendocument') return isSpreadsheet(container) ? 'ods' : kind;
    return kind === 'zip' && container.has('[Content_Types].xml') ? 'docx' : kind;
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
