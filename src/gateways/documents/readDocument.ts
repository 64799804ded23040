import type { Block, SourceDocument } from '../../domain/document';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { readCsv } from '../csv/readCsv';
import { readDocx } from '../docx/readDocx';
import { readOds } from '../opendocument/readOds';
import { snapshotBlocks } from '../xlsx/read/blocks';
import { readXlsx } from '../xlsx/read/read';
import { Refusal } from '../xlsx/read/refusal';
import { decodeText } from './decodeText';
import { documentFailure } from './documentFailure';
import { kindOf } from './kindOf';
import { modernLetters } from './oldLetters';

/** Bytes of a text or page: a plan has some hundred thousand, and a page may carry pictures. */
const MOST_TEXT_BYTES = 32 * 2 ** 20;
/** How far into a text its kind is looked for. */
const HEAD_LENGTH = 4096;
const EMBEDDED = /<table[\s>]/i;
const EMBEDDED_TABLES = /<table[\s>][^]*?(?:<\/table>|$)/gi;
const TAG = /<(?:!doctype html|html|head|body|meta|table|div|p)[\s>]/i;

/**
 * Reads a plan document of any format we know, its letters in Unicode whatever font they were
 * written for: its content decides which it is, never its name.
 * Fails with `fileEmpty`, `fileTooLarge`, with `notText` for text in no encoding we know, with
 * `documentOtherFormat` (`seen`) for what Word opens and saves as .docx, with `documentUnknown`
 * (`seen`) for any other format, and as the reader of its format does; each with `file`.
 */
export async function readDocument(
  bytes: Uint8Array,
  file: string,
): Promise<Result<SourceDocument, Failure>> {
  try {
    const document = await read(bytes, file);
    return document.ok ? ok(modernLetters(document.value)) : document;
  } catch (error) {
    if (error instanceof Refusal) return err(documentFailure(error, file));
    throw error;
  }
}

/** The parsers of formats that few plans come in are loaded with the first of these. */
async function read(bytes: Uint8Array, file: string): Promise<Result<SourceDocument, Failure>> {
  const kind = kindOf(bytes);
  switch (kind) {
    case 'empty':
      return err(failure('fileEmpty', { file }));
    case 'docx':
      return ofBlocks(readDocx(bytes, file));
    case 'pdf': {
      // Larger than all the rest of the product, so loaded for a PDF only.
      const { readPdf } = await import('../pdf/readPdf');
      return ofBlocks(await readPdf(bytes, file));
    }
    case 'text':
      return readText(bytes, file);
    case 'xlsx': {
      const book = readXlsx(bytes, file);
      return book.ok ? ofBlocks(ok(snapshotBlocks(book.value))) : book;
    }
    case 'ods':
      return ofBlocks(readOds(bytes, file));
    case 'xls': {
      const { readXls } = await import('../xls/readXls');
      return ofBlocks(readXls(bytes, file));
    }
    case 'encrypted':
      return err(failure('documentEncrypted', { file }));
    case 'officeOld':
    case 'opendocument':
    case 'rtf':
      return err(failure('documentOtherFormat', { file, seen: kind }));
    default:
      return err(failure('documentUnknown', { file, seen: kind }));
  }
}

async function readText(bytes: Uint8Array, file: string): Promise<Result<SourceDocument, Failure>> {
  if (bytes.length > MOST_TEXT_BYTES)
    return err(failure('fileTooLarge', { file, size: bytes.length, limit: MOST_TEXT_BYTES }));
  const text = decodeText(bytes);
  if (text === null) return err(failure('notText', { file }));
  if (isHtml(text)) {
    const { readHtml } = await import('../html/readHtml');
    return ofBlocks(readHtml(text, file));
  }
  if (EMBEDDED.test(text)) return withTables(text, file);
  const table = readCsv(text);
  return ok(table ? { kind: 'blocks', blocks: table } : { kind: 'text', text });
}

/** A text with tables as web pages have them, as Markdown may hold. */
async function withTables(text: string, file: string): Promise<Result<SourceDocument, Failure>> {
  const { readHtml } = await import('../html/readHtml');
  const parts: SourceDocument[] = [];
  let from = 0;
  for (const { 0: table, index } of text.matchAll(EMBEDDED_TABLES)) {
    const blocks = readHtml(table, file);
    if (!blocks.ok) return blocks;
    parts.push({ kind: 'text', text: text.slice(from, index) });
    parts.push({ kind: 'blocks', blocks: blocks.value });
    from = index + table.length;
  }
  return ok({ kind: 'parts', parts: [...parts, { kind: 'text', text: text.slice(from) }] });
}

function ofBlocks(blocks: Result<readonly Block[], Failure>): Result<SourceDocument, Failure> {
  return blocks.ok ? ok({ kind: 'blocks', blocks: blocks.value }) : blocks;
}

/** A web page, or a piece of one from the clipboard. */
function isHtml(text: string): boolean {
  const head = text.slice(0, HEAD_LENGTH).trimStart();
  return head.startsWith('<') && TAG.test(head);
}
