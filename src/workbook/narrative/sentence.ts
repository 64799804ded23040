import { fill, type Params } from '../../messages/language';
import {
  figureNames,
  narrativeParts,
  narrativeSentences,
  narrativeTexts,
} from '../../messages/narrative';

/** Where a figure comes from. */
export type Source =
  | { readonly kind: 'cell'; readonly sheet: string; readonly cell: string; readonly row: string }
  /** Counted over these rows. */
  | { readonly kind: 'rows'; readonly rows: readonly string[] }
  | { readonly kind: 'rate'; readonly numerator: number; readonly denominator: number }
  | { readonly kind: 'sum'; readonly cells: readonly Source[] }
  | { readonly kind: 'plan'; readonly row: string }
  | { readonly kind: 'assessment'; readonly row: string }
  | { readonly kind: 'document' | 'settings' };

/** A figure, or words, that stand in a sentence. */
export type Traced = { readonly shown: string | number; readonly source: Source };

/** A sentence with everything in it that was not in its template. */
export type Sentence = {
  readonly text: string;
  readonly figures: readonly {
    readonly name: string;
    readonly shown: string;
    readonly source: Source;
  }[];
};

/** The names of the parameters in a template. */
type Names<T extends string> = T extends `${string}{${infer N}}${infer Rest}`
  ? N | Names<Rest>
  : never;

/** Text from a catalogue, filled. */
export function words(name: keyof typeof narrativeTexts, params: Params = {}): string {
  return filled(narrativeTexts[name], params);
}

function filled(template: string, params: Params): string {
  return fill({ vi: template, en: template }, params);
}

type Templates = typeof narrativeSentences;

/**
 * Writes a sentence from its template. Every parameter is a traced figure, so that nothing stands
 * in the text that has no source; null leaves a parameter out.
 */
export function sentence<N extends keyof Templates>(
  name: N,
  figures: Readonly<Record<Names<Templates[N]>, Traced | null>>,
): Sentence {
  const entries = Object.entries<Traced | null>(figures).flatMap(([key, figure]) =>
    figure === null ? [] : [[key, figure] as const],
  );
  const shown = new Map(entries.map(([key, figure]) => [key, shownIn(key, figure)]));
  const params = Object.fromEntries(Object.keys(figures).map((key) => [key, shown.get(key) ?? '']));
  return {
    text: filled(narrativeSentences[name], params),
    figures: entries.map(([key, figure]) => ({
      name: isFigure(key) ? figureNames[key] : key,
      shown: filled('{shown}', { shown: figure.shown }),
      source: figure.source,
    })),
  };
}

function isFigure(key: string): key is keyof typeof figureNames {
  return key in figureNames;
}

/** A part of a sentence brings its own words; everything else stands as it is. */
function shownIn(key: string, figure: Traced): string {
  return filled(isPart(key) ? narrativeParts[key] : '{shown}', { shown: figure.shown });
}

function isPart(key: string): key is keyof typeof narrativeParts {
  return key in narrativeParts;
}

/** Rows named in a sentence, and in the list of sources, before "and so many others". */
const NAMED_ROWS = 40;
const LISTED_ROWS = 500;

/** Rows by name, cut where there are too many to read. */
export function rowList(rows: readonly string[], most = NAMED_ROWS): string {
  const named = rows.slice(0, most).join(', ');
  return rows.length <= most
    ? named
    : words('moreRows', { rows: named, count: rows.length - most });
}

/** A source in words. */
export function sourceWords(source: Source): string {
  switch (source.kind) {
    case 'cell':
      return words('fromCell', { sheet: source.sheet, cell: source.cell, row: source.row });
    case 'rows':
      return source.rows.length === 0
        ? words('fromNoRows')
        : words('fromRows', { count: source.rows.length, rows: rowList(source.rows, LISTED_ROWS) });
    case 'rate':
      return words('fromRate', { numerator: source.numerator, denominator: source.denominator });
    case 'sum':
      return words('fromSum', {
        count: source.cells.length,
        cells: rowList(source.cells.map(sourceWords), LISTED_ROWS),
      });
    case 'plan':
      return words('fromPlan', { row: source.row });
    case 'assessment':
      return words('fromAssessment', { row: source.row });
    case 'document':
      return words('fromDocument');
    case 'settings':
      return words('fromSettings');
  }
}
