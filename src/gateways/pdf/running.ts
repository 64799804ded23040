import { tidy } from '../../domain/text';
import type { Glyph, PageContent } from './page';
import { farApart, linesOfGlyphs, segmentsOf } from './text';

/** The part of a page, at its top and bottom, where running heads and feet stand. */
const MARGIN = 0.1;
/** Words at one place of so many pages run through the document. */
const FEWEST_PAGES = 3;
/** A line with more parts is the head of a table. */
const MOST_PARTS = 2;

type EdgeLine = { readonly key: string; readonly glyphs: readonly Glyph[] };

/** The pages without what is printed on top or at the bottom of several, whatever its numbers. */
export function withoutRunning(pages: readonly PageContent[]): readonly PageContent[] {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const lines of edges)
    for (const key of new Set(lines.map((line) => line.key)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  return pages.map((page, at) => {
    const running = (edges[at] ?? []).filter(({ key }) => (counts.get(key) ?? 0) >= FEWEST_PAGES);
    if (running.length === 0) return page;
    const gone = new Set(running.flatMap((line) => line.glyphs));
    return { ...page, glyphs: page.glyphs.filter((glyph) => !gone.has(glyph)) };
  });
}

/** The lines at the edges of a page, outside of what lines draw there. */
function edgeLines({ height, glyphs, rulings }: PageContent): readonly EdgeLine[] {
  const ends = rulings.flatMap((ruling) =>
    ruling.across ? [ruling.at] : [ruling.from, ruling.to],
  );
  const top = ends.reduce((least, end) => Math.min(least, end), height * MARGIN);
  const bottom = ends.reduce((most, end) => Math.max(most, end), height * (1 - MARGIN));
  const outside = glyphs.filter(({ base }) => base < top || base > bottom);
  return linesOfGlyphs(outside).flatMap((line): EdgeLine[] => {
    const segments = segmentsOf(line).flatMap(farApart);
    const words = tidy(segments.map(({ text }) => text).join(' '));
    const place = Math.round((line[0]?.base ?? 0) / 3);
    return words === '' || segments.length > MOST_PARTS
      ? []
      : [{ key: `${String(place)} ${words.replace(/\d+/g, '#')}`, glyphs: line }];
  });
}
