import type { Container } from './container';
import { notAWorkbook, Refusal, type SeenKind } from './refusal';

/** A record's number follows, which no text begins with. */
const ZIP = [0x50, 0x4b];
const FIRST_PRINTED = 0x20;
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

type MarkedKind = Extract<SeenKind, 'pdf' | 'rtf' | 'image'>;
type ZippedKind = Extract<SeenKind, 'docx' | 'pptx' | 'xlsb' | 'opendocument' | 'zip'>;

/** First bytes of formats that people rename or attach by mistake. */
const SIGNATURES: readonly (readonly [MarkedKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
];

/** How far into a text its kind is looked for. */
const HEAD_BYTES = 4096;

/** Entries of an OLE file's directory are aligned to this, and state their name's length at 64. */
const OLE_ENTRY_BYTES = 128;
const OLE_NAME_LENGTH_AT = 64;

/**
 * Looks at the first bytes, never at the file's name. Returns when they are a zip's, and throws
 * the {@link Refusal} that names what the file is otherwise.
 */
export function recognise(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refusal('fileEmpty');
  if (isZip(bytes)) return;
  if (isOle(bytes)) throw oleRefusal(bytes);
  throw notAWorkbook(kindBySignature(bytes) ?? textKind(bytes.subarray(0, HEAD_BYTES)));
}

/** Whether the first bytes are a zip's, as of .xlsx, .docx and .ods. */
export function isZip(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP) && (bytes[ZIP.length] ?? 0) < FIRST_PRINTED;
}

/** Whether the first bytes are an OLE file's: what Office wrote before it wrote zips, and what it writes with a password. */
export function isOle(bytes: Uint8Array): boolean {
  return startsWith(bytes, OLE);
}

/** The format that the first bytes are the mark of; null where they are no such mark. */
export function kindBySignature(bytes: Uint8Array): MarkedKind | null {
  return SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? null;
}

/** The kind of a zip that is no workbook of today, by the names of its parts. */
export function kindOfZip(container: Container): ZippedKind {
  if (container.has('word/document.xml')) return 'docx';
  if (container.has('ppt/presentation.xml')) return 'pptx';
  if (container.has('xl/workbook.bin')) return 'xlsb';
  return container.has('mimetype') && container.has('content.xml') ? 'opendocument' : 'zip';
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** [MS-CFB] 2.6: a password-protected .xlsx is an OLE file that holds `EncryptedPackage`. */
function oleRefusal(bytes: Uint8Array): Refusal {
  if (hasOleEntry(bytes, 'EncryptedPackage')) return new Refusal('workbookEncrypted');
  if (hasOleEntry(bytes, 'Workbook') || hasOleEntry(bytes, 'Book'))
    return new Refusal('workbookOldFormat');
  return notAWorkbook('officeOld');
}

/** Whether an OLE file has a stream of that name. */
export function hasOleEntry(bytes: Uint8Array, name: string): boolean {
  const units = Array.from(name).flatMap((letter) => [letter.charCodeAt(0), 0]);
  for (let at = OLE_ENTRY_BYTES; at < bytes.length; at += OLE_ENTRY_BYTES) {
    if (bytes[at + OLE_NAME_LENGTH_AT] !== units.length + 2) continue;
    if (units.every((unit, index) => bytes[at + index] === unit)) return true;
  }
  return false;
}

function textKind(head: Uint8Array): SeenKind {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!utf16 && head.includes(0)) return 'unknown';
  const text = new TextDecoder(head[0] === 0xff ? 'utf-16le' : utf16 ? 'utf-16be' : 'utf-8')
    .decode(head)
    .trimStart()
    .toLowerCase();
  if (text.startsWith('<'))
    return /<html|<!doctype html|<table|<body|<meta/.test(text) ? 'html' : 'xml';
  return /^[^\n]*[,;\t]/.test(text) ? 'csv' : 'text';
}
