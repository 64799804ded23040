import type { NameSpec, SheetSpec, CellSpec } from '../spec';
import { formulaInput, numberInput, textInput } from '../shared/cells';
import { formats, workingPage } from '../shared/looks';
import { oneCell } from '../shared/references';
import { trackingIdentity, trackingNames, trackingSheets } from './columns';
import type { TrackingContent } from './content';
import { styles } from './styles';

/**
 * The very hidden sheet every later step relies on: two columns, a key and its value. The plan
 * stands as JSON in as many `plan` rows as it needs.
 */
export const identityKeys = {
  kind: 'kind',
  formatVersion: 'formatVersion',
  planId: 'planId',
  sample: 'sample',
  plan: 'plan',
} as const;

/** Characters of JSON in one cell, safely below Excel's 32,767. */
const CHUNK = 32_000;

/**
 * Cuts a text into cells. No cut splits a surrogate pair, and no piece begins or ends with a
 * space: programs that save a workbook again may drop either.
 */
export function chunked(text: string): readonly string[] {
  const chunks: string[] = [];
  let from = 0;
  while (from < text.length) {
    let to = Math.min(from + CHUNK, text.length);
    while (to < text.length && to > from + 1 && !cutsCleanly(text, to)) to -= 1;
    chunks.push(text.slice(from, to));
    from = to;
  }
  return chunks;
}

function cutsCleanly(text: string, at: number): boolean {
  return !/[\s\ud800-\udbff]$/.test(text.slice(at - 1, at)) && !/^\s/.test(text.slice(at, at + 1));
}

/** The text of the identity's defined name: kind, format version and plan id. */
export function identityText(planId: string): string {
  return `${trackingIdentity.kind}/${String(trackingIdentity.formatVersion)}/${planId}`;
}

/** The very hidden sheet. */
export function identitySheet(content: TrackingContent): SheetSpec {
  const { plan, sample } = content;
  const rows: readonly (readonly [string, string])[] = [
    [identityKeys.kind, trackingIdentity.kind],
    [identityKeys.formatVersion, String(trackingIdentity.formatVersion)],
    [identityKeys.planId, plan.id],
    [identityKeys.sample, sample ? 'true' : 'false'],
    ...chunked(JSON.stringify(plan)).map((chunk) => [identityKeys.plan, chunk] as const),
  ];
  return hiddenSheet(trackingSheets.identity, rows, dateMarkCells(content));
}

/**
 * A very hidden sheet of keys in the first column and their values in the second, with what cells
 * stand beside them.
 */
export function hiddenSheet(
  name: string,
  rows: readonly (readonly [string, string])[],
  beside: readonly CellSpec[],
): SheetSpec {
  return {
    name,
    visibility: 'veryHidden',
    showGridLines: true,
    columns: [{ width: 14 }, { width: 40 }, { width: 14 }],
    rowHeights: rows.map((_, index) => ({ row: index + 1, height: 15 })),
    cells: [
      ...rows.flatMap(([key, text], index): CellSpec[] => [
        { row: index + 1, column: 1, value: textInput(key), style: {} },
        { row: index + 1, column: 2, value: textInput(text), style: {} },
      ]),
      ...beside,
    ],
    merges: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    charts: [],
    freeze: { rows: 0, columns: 0 },
    protection: 'none',
    print: workingPage('portrait', null, null, ''),
  };
}

/** Compares a day in C1 with a plain number in C2, on the hidden sheet; see below. */
export const dateMarkFormula =
  'IFERROR(IF(CELL("format",C1)=CELL("format",C2),"-",CELL("format",C1)),"-")';

/**
 * What CELL("format") says of a day, where it says so differently than of a plain number: a day
 * is "D4" to Excel and "G" to LibreOffice, while a plain number is "G" to Excel and "F0" to
 * LibreOffice. Number cells are compared with it, so that a day in one is seen as a fault.
 */
function dateMarkCells({ settings }: TrackingContent): readonly CellSpec[] {
  return [
    {
      row: 1,
      column: 3,
      value: { kind: 'date', date: settings.asOf },
      style: { numberFormat: formats.day },
    },
    { row: 2, column: 3, value: numberInput(1), style: {} },
    { row: 3, column: 3, value: formulaInput(dateMarkFormula, 'D4'), style: styles.plain },
  ];
}

/** The defined names of the identity. */
export function identityNames(content: TrackingContent): readonly NameSpec[] {
  return [
    { kind: 'text', name: trackingNames.identity, text: identityText(content.plan.id) },
    {
      kind: 'range',
      name: trackingNames.dateMark,
      sheet: trackingSheets.identity,
      range: oneCell(3, 3),
    },
  ];
}
