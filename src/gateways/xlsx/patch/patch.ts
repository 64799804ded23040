import { strFromU8, strToU8 } from 'fflate';
import { failure, type Failure } from '../../../domain/failure';
import { err, ok, type Result } from '../../../domain/result';
import type { SheetEdit } from '../../../workbook/edits';
import { quoteSheet } from '../../../workbook/shared/references';
import { openContainer, type Container } from '../read/container';
import { ownLimits } from '../read/limits';
import { Refusal } from '../read/refusal';
import { readRelationships, type Relationship } from '../read/relationships';
import { XmlScanner } from '../read/xml';
import { escapeXml, escapeXstring, fitText } from '../write/text';
import { pack, repack, type PackedPart } from '../zip';
import { lookIn, patchSheet, Unpatchable, type Strings } from './sheetPatch';

/** Rows below a table that formulas of other sheets already reach. */
const ROOM_BELOW = 60;

/**
 * Changes cells and machine-made tables of a workbook and leaves the rest of its bytes as they
 * are: looks, columns, sheets and whatever else people added. Programs that calculate do so when
 * they open it. Fails with `fileNotReadable` for a file whose parts are written in a way this
 * cannot change, or as reading does; never gives half a workbook.
 */
export async function patchXlsx(
  bytes: Uint8Array,
  file: string,
  edits: readonly SheetEdit[],
): Promise<Result<Uint8Array, Failure>> {
  try {
    const container = openContainer(bytes, ownLimits);
    return ok(await new Patch(container).apply(edits));
  } catch (error) {
    if (error instanceof Refusal) return err(failure(error.code, { file, ...error.params }));
    if (error instanceof Unpatchable)
      return err(failure('fileNotReadable', { file, reason: 'unpatchable' }));
    throw error;
  }
}

class Patch {
  private readonly texts = new Map<string, string>();
  /** Parts whose text is another now. */
  private readonly written = new Set<string>();
  /** Parts that are packed already, and those that go (null). */
  private readonly changed = new Map<string, PackedPart | null>();

  constructor(private readonly container: Container) {}

  async apply(edits: readonly SheetEdit[]): Promise<Uint8Array> {
    const workbook = this.workbookPart();
    const relations = this.relations(workbook);
    const sheets = this.sheets(workbook, relations);
    const pool = this.pool(relations);
    for (const edit of edits) {
      const sheet = sheets.find(({ name }) => name === edit.sheet);
      if (!sheet) throw new Unpatchable();
      const look = edit.body?.look ?? null;
      const from = sheets.find(({ name }) => name === look?.sheet);
      const fallback = look && from ? lookIn(this.text(from.part), look.row, look.column) : null;
      const pieces = patchSheet(this.text(sheet.part), edit, pool.strings, fallback);
      if (edit.body === null) this.write(sheet.part, [...pieces].join(''));
      else {
        this.changed.set(sheet.part.toLowerCase(), await pack(pieces));
        this.texts.delete(sheet.part);
        this.resizeTable(sheet.part, edit);
      }
    }
    pool.write();
    this.stretchReferences(edits, sheets);
    this.settleWorkbook(workbook, edits, sheets);
    this.dropCalcChain(workbook, relations);
    for (const part of this.written)
      this.changed.set(part.toLowerCase(), await pack([this.text(part)]));
    return repack(this.container.entries(), this.changed);
  }

  private text(part: string): string {
    const known = this.texts.get(part);
    if (known !== undefined) return known;
    const text = strFromU8(this.container.read(part));
    this.texts.set(part, text);
    return text;
  }

  private write(part: string, text: string): void {
    this.texts.set(part, text);
    this.written.add(part);
  }

  private workbookPart(): string {
    const named = [...this.relations('').values()].find(({ type }) => type === 'officeDocument');
    return named?.target ?? 'xl/workbook.xml';
  }

  private relations(part: string): ReadonlyMap<string, Relationship> {
    return readRelationships(
      { has: this.container.has, read: (own) => strToU8(this.text(own)) },
      part,
    );
  }

  private sheets(
    workbook: string,
    relations: ReadonlyMap<string, Relationship>,
  ): readonly { readonly name: string; readonly part: string }[] {
    const scanner = new XmlScanner(strToU8(this.text(workbook)), workbook);
    const sheets: { readonly name: string; readonly part: string }[] = [];
    while (scanner.next())
      if (scanner.opens('sheet')) {
        const name = scanner.attribute('name') ?? '';
        const relation = relations.get(scanner.relationshipId() ?? '');
        sheets.push({ name, part: relation?.type === 'worksheet' ? relation.target : '' });
      }
    return sheets;
  }

  /** New texts go to the end of the shared strings, each once; inline where there are none. */
  private pool(relations: ReadonlyMap<string, Relationship>): {
    readonly strings: Strings;
    readonly write: () => void;
  } {
    const part = [...relations.values()].find(({ type }) => type === 'sharedStrings')?.target;
    if (part === undefined || !this.container.has(part))
      return { strings: () => null, write: () => undefined };
    const xml = this.text(part);
    const prefix = /<(\w+:)?sst[\s>/]/.exec(xml)?.[1] ?? '';
    const close = `</${prefix}sst>`;
    const end = xml.lastIndexOf(close);
    if (end < 0) return { strings: () => null, write: () => undefined };
    const before = xml.match(new RegExp(`<${prefix}si[\\s/>]`, 'g'))?.length ?? 0;
    const added = new Map<string, number>();
    return {
      strings: (text) => {
        const known = added.get(text);
        if (known !== undefined) return known;
        const index = before + added.size;
        added.set(text, index);
        return index;
      },
      write: () => {
        if (added.size === 0) return;
        const items = [...added.keys()].map(
          (text) =>
            `<${prefix}si><${prefix}t xml:space="preserve">${escapeXml(escapeXstring(fitText(text)))}</${prefix}t></${prefix}si>`,
        );
        // The counts are optional, and no longer true.
        const head = xml
          .slice(0, end)
          .replace(/(<(?:\w+:)?sst\b[^>]*?)\scount="\d*"/, '$1')
          .replace(/(<(?:\w+:)?sst\b[^>]*?)\suniqueCount="\d*"/, '$1');
        this.write(part, head + items.join('') + xml.slice(end));
      },
    };
  }

  private resizeTable(sheetPart: string, { body }: SheetEdit): void {
    if (!body) return;
    const last = body.headerRow + Math.max(1, body.count);
    for (const { type, target } of this.relations(sheetPart).values()) {
      if (type !== 'table') continue;
      const xml = this.text(target);
      const name = /\sdisplayName="([^"]*)"/.exec(xml)?.[1] ?? '';
      if (name.toLowerCase() !== body.table.toLowerCase()) continue;
      this.write(
        target,
        xml.replace(
          /(<(?:\w+:)?(?:table|autoFilter)\b[^>]*?\sref="[A-Z]+\d+:[A-Z]+)(\d+)"/g,
          (_, start: string) => `${start}${String(last)}"`,
        ),
      );
    }
  }

  /** Formulas that look into a table reach its new end. */
  private stretchReferences(
    edits: readonly SheetEdit[],
    sheets: readonly { readonly name: string; readonly part: string }[],
  ): void {
    const machineMade = new Set(edits.flatMap(({ sheet, body }) => (body ? [sheet] : [])));
    for (const { sheet, body } of edits) {
      if (!body) continue;
      const last = body.headerRow + Math.max(1, body.count);
      const name = quoteSheet(sheet);
      const pattern = new RegExp(
        `((?:${escaped(name)}|${escaped(name.replace(/'/g, '&apos;'))})!\\$[A-Z]{1,3}\\$${String(body.headerRow + 1)}:\\$[A-Z]{1,3}\\$)(\\d+)`,
        'g',
      );
      for (const { name: other, part } of sheets) {
        if (part === '' || machineMade.has(other)) continue;
        const xml = this.text(part);
        const stretched = xml.replace(pattern, (whole, start: string, bottom: string) =>
          Number.parseInt(bottom, 10) < last + ROOM_BELOW
            ? `${start}${String(last + ROOM_BELOW)}`
            : whole,
        );
        if (stretched !== xml) this.write(part, stretched);
      }
    }
  }

  /** Print areas reach the new ends of tables, and everything is computed when it is opened. */
  private settleWorkbook(
    workbook: string,
    edits: readonly SheetEdit[],
    sheets: readonly { readonly name: string; readonly part: string }[],
  ): void {
    let xml = this.text(workbook);
    for (const { sheet, body } of edits) {
      if (!body) continue;
      const index = sheets.findIndex(({ name }) => name === sheet);
      xml = xml.replace(
        new RegExp(
          `(<(?:\\w+:)?definedName\\b(?=[^>]*\\sname="_xlnm\\.Print_Area")(?=[^>]*\\slocalSheetId="${String(index)}")[^>]*>[^<]*\\$[A-Z]+\\$)(\\d+)(?=<)`,
        ),
        (_, start: string) => `${start}${String(body.headerRow + Math.max(1, body.count))}`,
      );
    }
    if (/<(?:\w+:)?calcPr\b/.test(xml))
      xml = xml.replace(
        /<((?:\w+:)?calcPr)\b([^>]*?)(\/?)>/,
        (_, name: string, given: string, end: string) =>
          `<${name}${given.replace(/\sfullCalcOnLoad="[^"]*"/, '')} fullCalcOnLoad="1"${end}>`,
      );
    else
      xml = xml.replace(
        /<\/((?:\w+:)?)definedNames>/,
        (end, prefix: string) => `${end}<${prefix}calcPr calcId="0" fullCalcOnLoad="1"/>`,
      );
    this.write(workbook, xml);
  }

  /** The list of formulas in the order they were computed is no longer true; Excel makes it anew. */
  private dropCalcChain(workbook: string, relations: ReadonlyMap<string, Relationship>): void {
    const chain = [...relations.values()].find(({ type }) => type === 'calcChain')?.target;
    if (chain === undefined) return;
    this.changed.set(chain.toLowerCase(), null);
    const own = relationsPart(workbook);
    this.write(
      own,
      this.text(own).replace(/<(?:\w+:)?Relationship\b[^>]*\/calcChain"[^>]*\/>/, ''),
    );
    const types = '[Content_Types].xml';
    if (this.container.has(types))
      this.write(
        types,
        this.text(types).replace(/<(?:\w+:)?Override\b[^>]*calcChain\.xml"[^>]*\/>/i, ''),
      );
  }
}

function relationsPart(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
