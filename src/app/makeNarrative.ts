import { assessBook } from '../domain/assessment/book';
import { pastOf } from '../domain/assessment/past';
import type { Book } from '../domain/book';
import { checkBook } from '../domain/checks/run';
import { countOpenErrors } from '../domain/checks/waivers';
import { narrativeSpec } from '../workbook/narrative/narrativeSpec';
import type { TextFiles } from './ports';

/** The narrative as .docx bytes, and how many errors stand in the way of sending it up. */
export type MadeNarrative = { readonly bytes: Uint8Array; readonly openErrors: number };

/**
 * Writes the narrative of a tracking workbook. Open errors do not stop it, but mark it as a draft,
 * as they do the report.
 */
export function makeNarrative(files: TextFiles, book: Book): MadeNarrative {
  const openErrors = countOpenErrors(checkBook(book), book.waivers);
  const spec = narrativeSpec({
    book,
    assessment: assessBook(book),
    openErrors,
    past: pastOf(book),
  });
  return { bytes: files.write(spec), openErrors };
}
