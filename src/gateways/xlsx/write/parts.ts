import { strFromU8, unzipSync } from 'fflate';
import { typeface } from '../../../workbook/shared/looks';
import { pack, zipOf, type PackedPart } from '../zip';
import type { SharedTexts } from './sheetData';

/** What has to be put right in one sheet's part, by the sheet's position in the workbook. */
export type SheetRepair = {
  readonly active: boolean;
  readonly outlined: boolean;
  readonly ownPages: boolean;
  /** The rows of the sheet, given what the library wrote in their place. */
  readonly rows: (written: string) => Iterable<string>;
  /** Addresses of texts that look like numbers. */
  readonly numberLikeTexts: readonly string[];
};

const TEXTS = 'xl/sharedStrings.xml';
const sheetPath = (index: number): string => `xl/worksheets/sheet${String(index + 1)}.xml`;
const chartPath = (index: number): string => `xl/charts/chart${String(index + 1)}.xml`;

/** The letters of a chart. */
const CHART_TYPE = `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr><a:latin typeface="${typeface}"/><a:cs typeface="${typeface}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

/**
 * Puts right in the package what the writing library cannot be told, and packs it again:
 * - the active sheet is marked selected, or Excel may show two sheets as one group;
 * - a sheet with column groups says how deep they go, or Excel draws no button to unfold them;
 * - a sheet that counts its own pages begins at 1, whatever is printed before it;
 * - the rows, of which the library got samples only, come in with their texts;
 * - codes such as "1.1" get no green "number stored as text" corner;
 * - charts carry the values of their ranges for previews that do not calculate, and are lettered
 *   as the cells are.
 */
export async function repairPackage(
  bytes: Uint8Array,
  sheets: readonly SheetRepair[],
  texts: SharedTexts,
  charts: readonly (readonly string[])[],
): Promise<Uint8Array> {
  const changes = new Map<string, (xml: string) => Iterable<string>>([
    ...sheets.map(
      (sheet, index) => [sheetPath(index), (xml: string) => repairSheet(xml, sheet)] as const,
    ),
    ...charts.map(
      (caches, index) => [chartPath(index), (xml: string) => [repairChart(xml, caches)]] as const,
    ),
    [TEXTS, () => texts.part()],
  ]);
  const parts = new Map(Object.entries(unzipSync(bytes)));
  const missing = [...changes.keys()].find((path) => path !== TEXTS && !parts.has(path));
  if (missing !== undefined) throw new Error(`The package has no part ${missing}`);
  // Which texts there are is known once all rows are written.
  const paths = [...parts.keys()].sort((a, b) => Number(a === TEXTS) - Number(b === TEXTS));
  const packed = new Map<string, PackedPart>();
  for (const path of paths) {
    const xml = strFromU8(parts.get(path) ?? new Uint8Array());
    packed.set(path, await pack(changes.get(path)?.(xml) ?? [xml]));
  }
  if (texts.size > 0 && !parts.has(TEXTS)) throw new Error('The package has no part of texts');
  return zipOf(packed);
}

function repairSheet(xml: string, sheet: SheetRepair): Iterable<string> {
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

function* withRows(xml: string, rows: SheetRepair['rows']): Iterable<string> {
  const [, before = '', written = '', after = ''] =
    /^([^]*?)(<sheetData(?:\/>|>[^]*?<\/sheetData>))([^]*)$/.exec(xml) ?? [];
  if (written === '') throw new Error('The part has no rows');
  yield before;
  yield* rows(written);
  yield after;
}

/** Puts text before the first `mark` that comes after `start`. */
function putBefore(xml: string, start: string, mark: string, text: string): string {
  const at = xml.indexOf(mark, xml.indexOf(start) + start.length - 1);
  if (!xml.includes(start) || at < 0) throw new Error(`The part has no ${start}…${mark}`);
  return xml.slice(0, at) + text + xml.slice(at);
}

function repairChart(xml: string, caches: readonly string[]): string {
  return putBefore(addCaches(xml, caches), '<c:chart>', '</c:chartSpace>', CHART_TYPE);
}

function addCaches(xml: string, caches: readonly string[]): string {
  let next = 0;
  return xml.replace(/<\/c:f><\/c:(?:str|num)Ref>/g, (end) =>
    end.replace('</c:f>', `</c:f>${caches[next++] ?? ''}`),
  );
}
