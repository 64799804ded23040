import type { Container } from '../xlsx/read/container';
import { MOST_ITEMS } from '../xlsx/read/limits';
import { hostile } from '../xlsx/read/refusal';
import { XmlScanner } from '../xlsx/read/xml';
import type { ListPlace } from './numbering';

type Style = {
  readonly basedOn: string | null;
  readonly list: string | null;
  readonly level: number | null;
};

/** How many styles a style may be based on, one on the other. */
const LONGEST_CHAIN = 20;

/** The lists that paragraph styles put their paragraphs into, by the style's id. */
export type ParagraphStyles = { readonly listOf: (style: string | null) => ListPlace | null };

/** Reads which styles number their paragraphs; without the part, none does. */
export function readStyles(container: Container, part: string | null): ParagraphStyles {
  const styles =
    part !== null && container.has(part)
      ? readStylePart(container.read(part), part)
      : new Map<string, Style>();
  return {
    listOf: (id) => {
      let list: string | null = null;
      let level: number | null = null;
      for (let step = 0, at = id; at !== null && step < LONGEST_CHAIN; step++) {
        const style = styles.get(at);
        list ??= style?.list ?? null;
        level ??= style?.level ?? null;
        at = style?.basedOn ?? null;
      }
      return list === null || list === '0' ? null : { list, level: level ?? 0 };
    },
  };
}

function readStylePart(xml: Uint8Array, part: string): ReadonlyMap<string, Style> {
  const scanner = new XmlScanner(xml, part);
  const styles = new Map<string, Style>();
  while (scanner.next()) {
    if (!scanner.opens('style')) continue;
    const id = scanner.attribute('w:styleId') ?? '';
    let style: Style = { basedOn: null, list: null, level: null };
    const { level: depth, empty } = scanner;
    while (!empty && scanner.nextWithin(depth)) {
      if (scanner.opens('basedOn')) style = { ...style, basedOn: scanner.attribute('w:val') };
      else if (scanner.opens('numId')) style = { ...style, list: scanner.attribute('w:val') };
      else if (scanner.opens('ilvl')) style = { ...style, level: scanner.numberAttribute('w:val') };
    }
    styles.set(id, style);
    if (styles.size > MOST_ITEMS) throw hostile(part, 'tooManyItems', MOST_ITEMS);
  }
  return styles;
}
