import { cellAddress, columnLetters } from '../../../domain/snapshot';
import type { BodyEdit, SheetEdit } from '../../../workbook/edits';
import type { CellInput } from '../../../workbook/spec';
import { serialOf } from '../write/guard';
import { escapeXml, escapeXstring, fitText } from '../write/text';

/** Gives the index of a text in the workbook's shared strings, or null where it has none. */
export type Strings = (text: string) => number | null;

/** A sheet that is written in a way this cannot change. */
export class Unpatchable extends Error {}

/** What a sheet's part looks like after its edits, in pieces, each made when it is asked for. */
export function* patchSheet(
  xml: string,
  edit: SheetEdit,
  strings: Strings,
  fallbackLook: string | null,
): Generator<string> {
  const prefix = /<(\w+:)?worksheet[\s>]/.exec(xml)?.[1] ?? '';
  const open = `<${prefix}sheetData`;
  const from = xml.indexOf(open);
  if (from < 0) throw new Unpatchable();
  const openEnd = xml.indexOf('>', from);
  const empty = xml[openEnd - 1] === '/';
  const bodyStart = openEnd + 1;
  const bodyEnd = empty ? bodyStart : xml.indexOf(`</${prefix}sheetData>`, bodyStart);
  if (bodyEnd < 0) throw new Unpatchable();
  const data = empty ? '' : xml.slice(bodyStart, bodyEnd);
  if (data.includes('<!')) throw new Unpatchable();

  const patch = new RowsPatch(prefix, data, edit, strings, fallbackLook);
  const head = resized(xml.slice(0, from), prefix, edit.body);
  const tail = empty ? xml.slice(bodyStart) : xml.slice(bodyEnd + `</${prefix}sheetData>`.length);
  yield `${head}<${prefix}sheetData>`;
  yield* patch.rows();
  yield `</${prefix}sheetData>${tail}`;
}

/** The stated size of the sheet, made to reach its new last row. */
function resized(head: string, prefix: string, body: BodyEdit | null): string {
  if (!body) return head;
  const last = body.headerRow + Math.max(1, body.count);
  return head.replace(
    new RegExp(`(<${prefix}dimension ref="[A-Z]+\\d+:[A-Z]+)(\\d+)"`),
    (_, start: string, bottom: string) =>
      `${start}${String(Math.max(last, Number.parseInt(bottom, 10)))}"`,
  );
}

type Row = { readonly number: number; readonly xml: string };

class RowsPatch {
  private readonly edits = new Map<number, Map<number, CellInput>>();
  private readonly results = new Map<number, Map<number, string | number>>();

  constructor(
    private readonly prefix: string,
    private readonly data: string,
    private readonly edit: SheetEdit,
    private readonly strings: Strings,
    private readonly fallbackLook: string | null,
  ) {
    for (const { row, column, value } of edit.cells) put(this.edits, row, column, value);
    for (const { row, column, result } of edit.results) put(this.results, row, column, result);
  }

  *rows(): Generator<string> {
    const { body } = this.edit;
    const waiting = [...this.edits.keys()].sort((a, b) => a - b);
    const shift = body ? body.headerRow + Math.max(1, body.count) - body.bottom : 0;
    let written = body === null;
    let pattern = '';
    for (const { number, xml } of this.scan()) {
      const inBody = body !== null && number > body.headerRow && number <= body.bottom;
      if (inBody) {
        if (pattern === '') pattern = xml;
        continue;
      }
      while ((waiting[0] ?? Infinity) < number) yield this.newRow(waiting.shift() ?? 0);
      if (body && !written && number > body.headerRow) {
        yield* this.bodyRows(body, pattern);
        written = true;
      }
      if (waiting[0] === number) waiting.shift();
      const changed = this.changedRow(number, xml);
      yield body && number > body.bottom ? this.moved(changed, number, shift) : changed;
    }
    if (body && !written) yield* this.bodyRows(body, pattern);
    for (const row of waiting) yield this.newRow(row);
  }

  private *scan(): Generator<Row> {
    const { data, prefix } = this;
    const tag = `<${prefix}row`;
    const close = `</${prefix}row>`;
    let at = 0;
    let number = 0;
    for (;;) {
      const start = data.indexOf(tag, at);
      if (start < 0) return;
      const openEnd = data.indexOf('>', start);
      const selfClosed = data[openEnd - 1] === '/';
      const end = selfClosed ? openEnd + 1 : data.indexOf(close, openEnd) + close.length;
      if (openEnd < 0 || end < close.length) throw new Unpatchable();
      const stated = /\sr="(\d+)"/.exec(data.slice(start, openEnd))?.[1];
      number = stated === undefined ? number + 1 : Number.parseInt(stated, 10);
      yield { number, xml: data.slice(start, end) };
      at = end;
    }
  }

  private newRow(number: number): string {
    const { prefix } = this;
    const cells = [...(this.edits.get(number) ?? [])].sort(([a], [b]) => a - b);
    const inside = cells.map(([column, value]) => this.cell(number, column, null, value)).join('');
    return `<${prefix}row r="${String(number)}">${inside}</${prefix}row>`;
  }

  /** The row with its edited cells; a height that was only found to fit goes, so it fits again. */
  private changedRow(number: number, xml: string): string {
    const edits = this.edits.get(number);
    const results = this.results.get(number);
    if (!edits && !results) return xml;
    const { prefix } = this;
    const openEnd = xml.indexOf('>');
    const selfClosed = xml[openEnd - 1] === '/';
    let open = xml.slice(0, selfClosed ? openEnd - 1 : openEnd);
    if (edits && !/customHeight="(?:1|true)"/.test(open)) open = open.replace(/\sht="[^"]*"/, '');
    const inside = selfClosed ? '' : xml.slice(openEnd + 1, xml.length - `</${prefix}row>`.length);
    const left = new Map(edits);
    const pieces: string[] = [];
    const insertUpTo = (column: number): void => {
      for (const each of [...left.keys()].sort((a, b) => a - b)) {
        if (each >= column) break;
        pieces.push(this.cell(number, each, null, left.get(each) ?? { kind: 'empty' }));
        left.delete(each);
      }
    };
    for (const { column, xml: cell } of this.cells(inside)) {
      insertUpTo(column);
      const value = left.get(column);
      const result = results?.get(column);
      if (value) {
        pieces.push(this.cell(number, column, styleOf(cell), value));
        left.delete(column);
      } else pieces.push(result === undefined ? cell : this.withResult(cell, result));
    }
    insertUpTo(Infinity);
    return `${open}>${pieces.join('')}</${prefix}row>`;
  }

  private *cells(inside: string): Generator<{ readonly column: number; readonly xml: string }> {
    const { prefix } = this;
    const tag = new RegExp(`<${prefix}c(?=[\\s/>])`, 'g');
    const close = `</${prefix}c>`;
    let column = 0;
    for (let match = tag.exec(inside); match; match = tag.exec(inside)) {
      const start = match.index;
      const openEnd = inside.indexOf('>', start);
      const selfClosed = inside[openEnd - 1] === '/';
      const end = selfClosed ? openEnd + 1 : inside.indexOf(close, openEnd) + close.length;
      if (openEnd < 0 || end < close.length) throw new Unpatchable();
      const letters = /\sr="([A-Z]+)\d+"/.exec(inside.slice(start, openEnd))?.[1];
      column = letters === undefined ? column + 1 : numberOf(letters);
      yield { column, xml: inside.slice(start, end) };
      tag.lastIndex = end;
    }
  }

  /** The cell's formula with another result; a cell that has lost its formula is left alone. */
  private withResult(cell: string, result: string | number): string {
    const { prefix } = this;
    const formula = new RegExp(`<${prefix}f[\\s>][^]*?</${prefix}f>|<${prefix}f[^>]*/>`).exec(
      cell,
    )?.[0];
    if (formula === undefined) return cell;
    const open = cell.slice(0, cell.indexOf('>')).replace(/\st="[^"]*"/, '');
    const value =
      typeof result === 'number' ? String(result) : escapeXml(escapeXstring(fitText(result)));
    const type = typeof result === 'number' ? '' : ' t="str"';
    return `${open}${type}>${formula}<${prefix}v>${value}</${prefix}v></${prefix}c>`;
  }

  private cell(row: number, column: number, style: string | null, value: CellInput): string {
    return this.cellAt(cellAddress(row, column), style, value);
  }

  private cellAt(address: string, style: string | null, value: CellInput): string {
    const { prefix: p } = this;
    const open = `<${p}c r="${address}"${style === null ? '' : ` s="${style}"`}`;
    switch (value.kind) {
      case 'empty':
        return `${open}/>`;
      case 'number':
        return `${open}><${p}v>${String(value.value)}</${p}v></${p}c>`;
      case 'date':
        return `${open}><${p}v>${String(serialOf(value.date))}</${p}v></${p}c>`;
      case 'text': {
        const index = this.strings(value.text);
        if (index !== null) return `${open} t="s"><${p}v>${String(index)}</${p}v></${p}c>`;
        const text = escapeXml(escapeXstring(fitText(value.text)));
        return `${open} t="inlineStr"><${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is></${p}c>`;
      }
      case 'formula': {
        const formula = `<${p}f>${escapeXml(value.formula)}</${p}f>`;
        if (value.result === null) return `${open}>${formula}</${p}c>`;
        if (typeof value.result === 'number')
          return `${open}>${formula}<${p}v>${String(value.result)}</${p}v></${p}c>`;
        const text = escapeXml(escapeXstring(fitText(value.result)));
        return `${open} t="str">${formula}<${p}v>${text}</${p}v></${p}c>`;
      }
    }
  }

  /** The new lines, each cell with the look of its column in the first line there was. */
  private *bodyRows(body: BodyEdit, pattern: string): Generator<string> {
    const { prefix } = this;
    const looks = new Map<number, string | null>();
    if (pattern !== '') {
      const openEnd = pattern.indexOf('>');
      const selfClosed = pattern[openEnd - 1] === '/';
      const inside = selfClosed
        ? ''
        : pattern.slice(openEnd + 1, pattern.length - `</${prefix}row>`.length);
      for (const { column, xml } of this.cells(inside)) looks.set(column, styleOf(xml));
    }
    const order = body.columns
      .map((column, index) => ({
        column,
        index,
        letters: columnLetters(column),
        style: looks.get(column) ?? this.fallbackLook,
      }))
      .sort((a, b) => a.column - b.column);
    const empty: CellInput = { kind: 'empty' };
    for (let index = 0; index < Math.max(1, body.count); index += 1) {
      const row = body.headerRow + 1 + index;
      const values = body.count === 0 ? [] : body.line(index, row);
      let line = `<${prefix}row r="${String(row)}">`;
      for (const { index: at, letters, style } of order)
        line += this.cellAt(`${letters}${String(row)}`, style, values[at] ?? empty);
      yield `${line}</${prefix}row>`;
    }
  }

  private moved(xml: string, number: number, shift: number): string {
    if (shift === 0) return xml;
    const to = String(number + shift);
    return xml
      .replace(/\sr="\d+"/, ` r="${to}"`)
      .replace(
        /(<(?:\w+:)?c\s(?:[^>]*?\s)?r="[A-Z]+)\d+"/g,
        (_, start: string) => `${start}${to}"`,
      );
  }
}

function put<T>(rows: Map<number, Map<number, T>>, row: number, column: number, value: T): void {
  const known = rows.get(row);
  if (known) known.set(column, value);
  else rows.set(row, new Map([[column, value]]));
}

function styleOf(cell: string): string | null {
  return /\ss="(\d+)"/.exec(cell.slice(0, cell.indexOf('>')))?.[1] ?? null;
}

function numberOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

/** The look of a cell, by the number its workbook gives it; null for a cell without one. */
export function lookIn(xml: string, row: number, column: number): string | null {
  const cell = new RegExp(`<(?:\\w+:)?c(?=\\s)[^>]*\\sr="${cellAddress(row, column)}"[^>]*>`).exec(
    xml,
  );
  return cell ? styleOf(cell[0]) : null;
}
