import { markerOf, type Marker } from './markers';
import { isCapitals } from '../../domain/text';
import type { Paragraph } from './paragraphs';

/**
 * One numbered, bulleted or plain piece of a text with what stands under it. A plain paragraph
 * has the style "text" and no number, a title by its capitals alone the style "CAPITALS". `breaks` are those of the paragraph, counted in `title`.
 */
export type Section = {
  readonly line: number;
  readonly breaks: Paragraph['breaks'];
  readonly style: Marker['style'] | 'CAPITALS' | 'text';
  /** As printed, without the closing dot or bracket; "" where there is none. */
  readonly number: string;
  /** The words after the marker: a heading's title, or the whole of an item's text. */
  readonly title: string;
  readonly children: readonly Section[];
};

type Open = Omit<Section, 'title' | 'children'> & { title: string; children: Open[] };

/** Two words or more in capitals, on a line of their own. */
const isTitle = (text: string): boolean =>
  isCapitals(text) && /\s/.test(text) && !/[.;,]$/.test(text);
const isBullet = (style: Section['style']): boolean => ['-', '+', '•'].includes(style);

/**
 * Makes the tree of a text's numbered headings and items. Levels are learnt from the text: a
 * style not met yet above opens a level below, one met above goes back to that level, whatever
 * order a document has for its styles. A plain paragraph stands under the heading before it. Where
 * no heading has a Roman numeral, lines in capitals are the chapters.
 */
export function outline(paragraphs: readonly Paragraph[]): Section[] {
  const hasChapters = paragraphs.some(({ text }) => markerOf(text)?.style === 'I');
  const top: Open[] = [];
  let path: Open[] = [];
  for (const { line, text, breaks } of paragraphs) {
    const untitled = path.at(-1);
    if (untitled?.title === '' && untitled.children.length === 0 && isCapitals(text)) {
      untitled.title = text;
      continue;
    }
    const marker = markerOf(text);
    const length = marker?.length ?? 0;
    const node: Open = {
      line,
      breaks: breaks.map(({ at, line: number }) => ({ at: at - length, line: number })),
      style: marker?.style ?? (!hasChapters && isTitle(text) ? 'CAPITALS' : 'text'),
      number: marker?.number ?? '',
      title: text.slice(length).trim(),
      children: [],
    };
    const { style } = node;
    const level = levelOf(path, node);
    if (style === 'text') path = path.filter((each) => !isBullet(each.style));
    else if (style === 'appendix' || style === 'CAPITALS') path = [];
    else if (level >= 0) path = path.slice(0, level);
    else if (style === 'I') path = path.slice(0, rootOf(path));
    (path.at(-1)?.children ?? top).push(node);
    if (style !== 'text') path = [...path, node];
  }
  return top;
}

/**
 * The open level that an item goes on; -1 for none. Numbers that begin anew right below a number
 * ("1. Hạ tầng số", "1. Xây dựng …") are a level of their own, and the next one goes on where it
 * follows, the innermost first.
 */
function levelOf(path: readonly Open[], { style, number }: Open): number {
  const levels = path.flatMap((each, at) => (each.style === style ? [at] : []));
  const outer = levels[0] ?? -1;
  if (style !== '1') return outer;
  const last = path.at(-1);
  const restarts = number === '1' && last?.style === '1' && last.children.length === 0;
  if (restarts && !/[.;:]$/.test(last.title)) return -1;
  const follows = levels.findLast(
    (at) => Number.parseInt(path[at]?.number ?? '', 10) + 1 === Number.parseInt(number, 10),
  );
  return follows ?? outer;
}

/** Where a Roman numeral belongs when none is open: under a part or letter, never an item. */
function rootOf(path: readonly Open[]): number {
  const first = path.findIndex((each) => !['part', 'appendix', 'A'].includes(each.style));
  return first < 0 ? path.length : first;
}
