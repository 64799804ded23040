import type { SourceDocument } from '../../domain/document';
import { failure, type Failure } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { readDocx } from '../docx/readDocx';
import { kindOf } from './kindOf';

/**
 * Reads a plan document of any format we know: its content decides which it is, never its name.
 * Fails with `fileEmpty`, with `notText` for text in no encoding we know, with `documentUnknown`
 * (`seen`) for any other format, and as the reader of its format does; each with `file`.
 */
export function readDocument(
  bytes: Uint8Array,
  file: string,
): Promise<Result<SourceDocument, Failure>> {
  return Promise.resolve(read(bytes, file));
}

function read(bytes: Uint8Array, file: string): Result<SourceDocument, Failure> {
  const kind = kindOf(bytes);
  switch (kind) {
    case 'empty':
      return err(failure('fileEmpty', { file }));
    case 'docx': {
      const blocks = readDocx(bytes, file);
      return blocks.ok ? ok({ kind: 'blocks', blocks: blocks.value }) : blocks;
    }
    case 'text': {
      const text = decode(bytes);
      return text === null ? err(failure('notText', { file })) : ok({ kind: 'text', text });
    }
    default:
      return err(failure('documentUnknown', { file, seen: kind }));
  }
}

/** The text of bytes in UTF-8, or in UTF-16 where a byte order mark says so; null for others. */
function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\u0000') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
