import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { typeface } from '../../../workbook/shared/looks';
import type { SharedTexts } from './sheetData';

/** What has to be put right in one sheet's part, by the sheet's position in the workbook. */
export type SheetRepair = {
  readonly active: boolean;
  readonly outlined: boolean;
  readonly ownPages: boolean;
  /** The rows of the sheet, given what the library wrote in their place. */
  readonly rows: (written: string) => string;
  /** Addresses of texts that look like numbers. */
  readonly numberLikeTexts: readonly string[];
};

/**
 * The DOS time of every entry: the first that a zip can hold. fflate reads it in local time, so
 * it is given in local time, and the bytes do not depend on the time zone.
 */
const ENTRY_TIME = new Date(1980, 0, 1);

/** Rows are repetitive: higher levels pack little more, in a multiple of the time. */
const LEVEL = 1;

/** The letters of a chart. */
const CHART_TYPE = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr><a:latin typeface="${typeface}"/><a:cs typeface="${typeface}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

/**
 * Puts right in the package what the writing library cannot be told, and packs it again with one
 * compressor, so that browser and Node give the same bytes:
 * - the active sheet is marked selected, or Excel may show two sheets as one group;
 * - a sheet with column groups says how deep they go, or Excel draws no button to unfold them;
 * - a sheet that counts its own pages begins at 1, whatever is printed before it;
 * - the rows, of which the library got samples only, come in with their texts;
 * - codes such as "1.1" get no green "number stored as text" corner;
 * - charts carry the values of their ranges for previews that do not calculate, and are lettered
 *   as the cells are.
 */
export function repairPackage(
  bytes: Uint8Array,
  sheets: readonly SheetRepair[],
  texts: SharedTexts,
  charts: readonly (readonly string[])[],
): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const rewrite = (path: string, change: (xml: string) => string): void => {
    const part = parts.get(path);
    if (!part) throw new Error(`The package has no part ${path}`);
    parts.set(path, strToU8(change(strFromU8(part))));
  };
  sheets.forEach((sheet, index) => {
    rewrite(`xl/worksheets/sheet${String(index + 1)}.xml`, (xml) => repairSheet(xml, sheet));
  });
  const shared = texts.part();
  if (shared !== null) rewrite('xl/sharedStrings.xml', () => shared);
  charts.forEach((caches, index) => {
    rewrite(`xl/charts/chart${String(index + 1)}.xml`, (xml) =>
      putBefore(addCaches(xml, caches), '<c:chart>', '</c:chartSpace>', CHART_TYPE),
    );
  });
  return zipSync(Object.fromEntries(parts), { level: LEVEL, mtime: ENTRY_TIME });
}

function repairSheet(xml: string, sheet: SheetRepair): string {
  let repaired = xml;
  if (sheet.active)
    repaired = putBefore(repaired, '<sheetView ', ' workbookViewId="0"', ' tabSelected="1"');
  if (sheet.outlined)
    repaired = putBefore(repaired, '<sheetFormatPr ', '/>', ' outlineLevelCol="1"');
  if (sheet.ownPages)
    repaired = putBefore(
      repaired,
      '<pageSetup ',
      '/>',
      ' firstPageNumber="1" useFirstPageNumber="1"',
    );
  if (sheet.numberLikeTexts.length > 0) {
    const next = ['<drawing ', '<tableParts ', '</worksheet>'].find((tag) => xml.includes(tag));
    const cells = sheet.numberLikeTexts.join(' ');
    repaired = putBefore(
      repaired,
      '</sheetData>',
      next ?? '',
      `<ignoredErrors><ignoredError sqref="${cells}" numberStoredAsText="1"/></ignoredErrors>`,
    );
  }
  return withRows(repaired, sheet.rows);
}

function withRows(xml: string, rows: SheetRepair['rows']): string {
  const [, before = '', written = '', after = ''] =
    /^([^]*?)(<sheetData(?:\/>|>[^]*?<\/sheetData>))([^]*)$/.exec(xml) ?? [];
  if (written === '') throw new Error('The part has no rows');
  return before + rows(written) + after;
}

/** Puts text before the first `mark` that comes after `start`. */
function putBefore(xml: string, start: string, mark: string, text: string): string {
  const at = xml.indexOf(mark, xml.indexOf(start) + start.length - 1);
  if (!xml.includes(start) || at < 0) throw new Error(`The part has no ${start}…${mark}`);
  return xml.slice(0, at) + text + xml.slice(at);
}

function addCaches(xml: string, caches: readonly string[]): string {
  let next = 0;
  return xml.replace(/<\/c:f><\/c:(?:str|num)Ref>/g, (end) =>
    end.replace('</c:f>', `</c:f>${caches[next++] ?? ''}`),
  );
}
