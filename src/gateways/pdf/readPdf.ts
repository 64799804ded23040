import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'unpdf/pdfjs';
import type { Block } from '../../domain/document';
import { failure, type Failure, type FailureCode } from '../../domain/failure';
import { err, ok, type Result } from '../../domain/result';
import { documentFailure } from '../documents/documentFailure';
import { MOST_FILE_BYTES } from '../xlsx/read/limits';
import { Refusal } from '../xlsx/read/refusal';
import { blocksOfPages } from './blocks';
import { drawPage, type Operations } from './drawing';
import { guardPdf } from './guard';
import type { PageContent } from './page';

/** Pages: plans have up to some hundred. */
const MOST_PAGES = 2_000;
/** A page of text has more signs than this; a scanned one has none, or a stamp. */
const FEWEST_SIGNS = 20;
/** Widths of glyphs are in thousandths, unless the font says otherwise. */
const USUAL_SCALE = 0.001;

/**
 * Reads a PDF that has a layer of text into blocks; see `blocksOfPages`. Fails with
 * `fileTooLarge`, `documentEncrypted`, `documentDamaged`, `documentHostile` or, for pictures of
 * pages, `documentScanned`, each with `file`.
 */
export async function readPdf(
  bytes: Uint8Array,
  file: string,
): Promise<Result<readonly Block[], Failure>> {
  const refuse = (
    code: FailureCode,
    params: Failure['params'] = {},
  ): Result<readonly Block[], Failure> => err(failure(code, { file, ...params }));
  if (bytes.length > MOST_FILE_BYTES)
    return refuse('fileTooLarge', { size: bytes.length, limit: MOST_FILE_BYTES });
  try {
    guardPdf(bytes);
  } catch (error) {
    if (error instanceof Refusal) return err(documentFailure(error, file));
    throw error;
  }
  // The library takes the bytes away: it is given a copy.
  const loading = getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    // Pictures are left out.
    maxImageSize: 0,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES)
      return refuse('documentHostile', {
        part: 'pdf',
        reason: 'tooManyItems',
        limit: MOST_PAGES,
      });
    const pages = await contentOf(document);
    if (pages === null)
      return refuse('documentHostile', { part: 'pdf', reason: 'tooManyItems', limit: 0 });
    const signs = pages.reduce((sum, { glyphs }) => sum + glyphs.length, 0);
    if (signs < FEWEST_SIGNS * pages.length) return refuse('documentScanned');
    return ok(blocksOfPages(pages));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'PasswordException') return refuse('documentEncrypted');
    return refuse('documentDamaged', { part: 'pdf', reason: 'value' });
  } finally {
    await loading.destroy();
  }
}

async function contentOf(document: PDFDocumentProxy): Promise<readonly PageContent[] | null> {
  const pages: PageContent[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const content = await contentOfPage(page);
    if (content === null) return null;
    pages.push(content);
    page.cleanup();
  }
  return pages;
}

async function contentOfPage(page: PDFPageProxy): Promise<PageContent | null> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const operations: Operations = await page.getOperatorList();
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform as readonly number[];
  const drawn = drawPage(operations, [a, b, c, d, e, f], (font) => scaleOf(page, font));
  return drawn && { width, height, ...drawn };
}

/** How wide a unit of the font's widths is, in parts of its size. */
function scaleOf(page: PDFPageProxy, id: string): number {
  if (!page.commonObjs.has(id)) return USUAL_SCALE;
  const font: unknown = page.commonObjs.get(id);
  if (typeof font !== 'object' || font === null || !('fontMatrix' in font)) return USUAL_SCALE;
  const { fontMatrix } = font;
  const scale: unknown = Array.isArray(fontMatrix) ? fontMatrix[0] : null;
  return typeof scale === 'number' && scale !== 0 ? Math.abs(scale) : USUAL_SCALE;
}
