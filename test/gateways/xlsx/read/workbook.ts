import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Failure } from '../../../../src/domain/failure';
import type { Snapshot } from '../../../../src/domain/snapshot';
import { cellAddress } from '../../../../src/domain/snapshot';
import { readXlsx } from '../../../../src/gateways/xlsx/read/read';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Relationships as XML, from ids, types (their last word) and targets. */
export function relationships(...list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, type, target]) =>
      `<Relationship Id="${id}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${items.join('')}</Relationships>`;
}

/** The root element of a main part, around its content. */
export function root(name: string, content: string): string {
  return `<${name} xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${content}</${name}>`;
}

/** A worksheet's XML around its rows, with what follows them. */
export function sheet(rows: string, rest = ''): string {
  return root('worksheet', `<sheetData>${rows}</sheetData>${rest}`);
}

/** A styles part whose cell styles show these format codes, in order. */
export function styles(...codes: readonly string[]): string {
  const formats = codes.map(
    (code, index) => `<numFmt numFmtId="${String(164 + index)}" formatCode="${code}"/>`,
  );
  const cells = codes.map((_, index) => `<xf numFmtId="${String(164 + index)}"><alignment/></xf>`);
  return root(
    'styleSheet',
    `<numFmts>${formats.join('')}</numFmts><cellXfs>${cells.join('')}</cellXfs>`,
  );
}

/** Parts of a workbook by path; null leaves one out. */
export type Parts = Readonly<Record<string, string | null>>;

/** The parts of a small valid workbook, with some replaced. */
export function parts(changed: Parts = {}): Parts {
  return {
    '_rels/.rels': relationships(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': root('workbook', '<sheets><sheet name="S" r:id="rId1"/></sheets>'),
    'xl/_rels/workbook.xml.rels': relationships(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'),
    'xl/sharedStrings.xml': root('sst', '<si><t>Mã</t></si>'),
    'xl/styles.xml': styles('General', '0%', 'dd/mm/yyyy'),
    ...changed,
  };
}

/** Zips parts into a file. */
export function zip(content: Parts): Uint8Array {
  const files: Zippable = {};
  for (const [name, text] of Object.entries(content))
    if (text !== null) files[name] = strToU8(text);
  return zipSync(files, { level: 1 });
}

/** A small valid workbook with some parts replaced. */
export function workbook(changed: Parts = {}): Uint8Array {
  return zip(parts(changed));
}

/** A workbook whose only sheet holds these rows. */
export function workbookOf(rows: string, changed: Parts = {}): Uint8Array {
  return workbook({ 'xl/worksheets/sheet1.xml': sheet(rows), ...changed });
}

/** The snapshot of a file that must be readable. */
export function snapshot(bytes: Uint8Array): Snapshot {
  const result = readXlsx(bytes, 'so.xlsx');
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The failure of a file that must not be readable, without the file's name. */
export function refusal(bytes: Uint8Array): Failure['params'] & { readonly code: string } {
  const result = readXlsx(bytes, 'so.xlsx');
  if (result.ok) throw new Error('The file was read.');
  const { file, ...params } = result.error.params;
  expect(file).toBe('so.xlsx');
  return { code: result.error.code, ...params };
}

/** The cells of the first sheet, by address: what each shows, short. */
export function shown(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const cells = (snapshot(bytes).sheets[0]?.cells ?? []).map(
    ({ row, column, content, formula }) => {
      const value =
        content.kind === 'number'
          ? content.format === 'plain'
            ? content.value
            : [content.value, content.format]
          : content.kind === 'text'
            ? content.text
            : content.kind === 'boolean'
              ? content.value
              : content.kind === 'error'
                ? { error: content.error }
                : content.kind;
      return [cellAddress(row, column), formula === null ? value : { value, formula }] as const;
    },
  );
  return Object.fromEntries(cells);
}

/** A copy of a zip with one field of an entry's directory header changed (APPNOTE 4.3.12). */
export function withHeader(
  bytes: Uint8Array,
  name: string,
  change: (header: DataView) => void,
): Uint8Array {
  const copy = bytes.slice();
  const at = Buffer.from(copy.buffer).lastIndexOf(name) - 46;
  change(new DataView(copy.buffer, at, 46));
  return copy;
}

/** A copy of a zip with its end record changed (APPNOTE 4.3.16). */
export function withEnd(bytes: Uint8Array, change: (end: DataView) => void): Uint8Array {
  const copy = bytes.slice();
  change(new DataView(copy.buffer, copy.length - 22));
  return copy;
}
