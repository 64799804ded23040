import { ordinal } from '../documents/ordinal';
import type { Container } from '../xlsx/read/container';
import { MOST_ITEMS } from '../xlsx/read/limits';
import { hostile } from '../xlsx/read/refusal';
import { XmlScanner } from '../xlsx/read/xml';

/** The list a paragraph belongs to and how deep it stands in it (0 is the outermost). */
export type ListPlace = { readonly list: string; readonly level: number };

/** ECMA-376-1, 17.9.6: how one level of a list is numbered. */
type Level = {
  readonly start: number;
  readonly format: string;
  /** "%1.%2)": each %n is the number of the nth level. */
  readonly text: string;
  /** After a number of this level (1-based) the numbering begins anew; 0 never, null after any. */
  readonly restart: number | null;
  /** All numbers in Arabic digits, whatever their own levels say. */
  readonly legal: boolean;
};

type List = {
  readonly abstract: string;
  readonly starts: ReadonlyMap<number, number>;
  readonly levels: ReadonlyMap<number, Level>;
};

type Abstract = { readonly levels: ReadonlyMap<number, Level> };

/** Levels of a list that Word knows. */
const LEVELS = 9;
const PRIVATE_USE = /[\ue000-\uf8ff]/u;

/** What gives the numbers of the paragraphs of one document, asked in their order. */
export type Numbering = {
  /** The number of the next paragraph, as Word shows it; "" for a list without one. */
  readonly next: (place: ListPlace) => string;
};

/** Reads the lists of a document; without the part no paragraph has a number. */
export function readNumbering(container: Container, part: string | null): Numbering {
  const lists =
    part !== null && container.has(part)
      ? readLists(container.read(part), part)
      : new Map<string, List>();
  // Lists made from one definition count on together.
  const counters = new Map<string, (number | null)[]>();
  const begun = new Set<string>();
  return {
    next: ({ list: id, level: at }) => {
      const list = lists.get(id);
      const level = list?.levels.get(at);
      if (!list || !level) return '';
      const numbers = counters.get(list.abstract) ?? Array.from({ length: LEVELS }, () => null);
      counters.set(list.abstract, numbers);
      const own = list.starts.get(at);
      if (own !== undefined && !begun.has(`${id} ${String(at)}`)) numbers[at] = own - 1;
      begun.add(`${id} ${String(at)}`);
      numbers[at] = (numbers[at] ?? level.start - 1) + 1;
      for (let below = at + 1; below < LEVELS; below++) {
        const restart = list.levels.get(below)?.restart ?? null;
        if (restart === null || (restart > 0 && at < restart)) numbers[below] = null;
      }
      return numberOf(list, level, numbers);
    },
  };
}

function numberOf(list: List, level: Level, numbers: readonly (number | null)[]): string {
  if (level.format === 'none') return '';
  if (level.format === 'bullet') return PRIVATE_USE.test(level.text) ? '-' : level.text;
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number.parseInt(digit, 10) - 1;
    const of = list.levels.get(at);
    const number = numbers[at] ?? of?.start ?? 1;
    return ordinal(number, level.legal ? 'decimal' : (of?.format ?? 'decimal'));
  });
}

/** Reads a whole number; `otherwise` for none, or one beyond anything a list counts to. */
function whole(scanner: XmlScanner, otherwise: number): number {
  const value = scanner.numberAttribute('w:val');
  return value !== null && Number.isInteger(value) && Math.abs(value) <= 0x7fff ? value : otherwise;
}

function readLists(xml: Uint8Array, part: string): ReadonlyMap<string, List> {
  const scanner = new XmlScanner(xml, part);
  const abstracts = new Map<string, Abstract>();
  const lists = new Map<string, List>();
  while (scanner.next()) {
    if (scanner.opens('abstractNum')) {
      const id = scanner.attribute('w:abstractNumId') ?? '';
      abstracts.set(id, readAbstract(scanner));
    } else if (scanner.opens('num')) {
      const id = scanner.attribute('w:numId') ?? '';
      lists.set(id, readList(scanner, abstracts));
    }
    if (abstracts.size + lists.size > MOST_ITEMS) throw hostile(part, 'tooManyItems', MOST_ITEMS);
  }
  return lists;
}

function readAbstract(scanner: XmlScanner): Abstract {
  const levels = new Map<number, Level>();
  const { level: depth, empty } = scanner;
  while (!empty && scanner.nextWithin(depth)) {
    if (scanner.opens('lvl')) {
      const at = scanner.numberAttribute('w:ilvl') ?? 0;
      levels.set(at, readLevel(scanner));
    }
  }
  return { levels };
}

function readLevel(scanner: XmlScanner): Level {
  let level: Level = { start: 1, format: 'decimal', text: '', restart: null, legal: false };
  const { level: depth, empty } = scanner;
  while (!empty && scanner.nextWithin(depth)) {
    if (scanner.opens('start')) level = { ...level, start: whole(scanner, 1) };
    else if (scanner.opens('numFmt'))
      level = { ...level, format: scanner.attribute('w:val') ?? 'decimal' };
    else if (scanner.opens('lvlText')) level = { ...level, text: scanner.attribute('w:val') ?? '' };
    else if (scanner.opens('lvlRestart')) level = { ...level, restart: whole(scanner, 0) };
    else if (scanner.opens('isLgl'))
      level = { ...level, legal: !/^(?:0|false|off)$/.test(scanner.attribute('w:val') ?? '') };
  }
  return level;
}

function readList(scanner: XmlScanner, abstracts: ReadonlyMap<string, Abstract>): List {
  let abstract = '';
  const starts = new Map<number, number>();
  const own = new Map<number, Level>();
  let at = 0;
  const { level: depth, empty } = scanner;
  while (!empty && scanner.nextWithin(depth)) {
    if (scanner.opens('abstractNumId')) abstract = scanner.attribute('w:val') ?? '';
    else if (scanner.opens('lvlOverride')) at = scanner.numberAttribute('w:ilvl') ?? 0;
    else if (scanner.opens('startOverride')) starts.set(at, whole(scanner, 1));
    else if (scanner.opens('lvl')) own.set(at, readLevel(scanner));
  }
  const levels = new Map([...(abstracts.get(abstract)?.levels ?? []), ...own]);
  return { abstract, starts, levels };
}
