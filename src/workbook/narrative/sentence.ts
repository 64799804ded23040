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
  /** What a period before reported, kept in the workbook's history. */
  | { readonly kind: 'past'; readonly period: string; readonly row: string }
  | { readonly kind: 'agencies'; readonly agencies: readonly string[] }
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
  const numbers = new Set(
    entries.filter(([, figure]) => typeof figure.shown === 'number').map(([key]) => key),
  );
  return {
    text: filled(heldTogether(narrativeSentences[name], numbers), params),
    figures: entries.map(([key, figure]) => ({
      name: isFigure(key) ? figureNames[key] : key,
      shown: filled('{shown}', { shown: figure.shown }),
      source: figure.source,
    })),
  };
}

/** A template in which a number keeps to the word behind it, and a day to the word before. */
function heldTogether(template: string, numbers: ReadonlySet<string>): string {
  return template
    .replace(/\{(\w+)\} /g, (whole, key: string) => (numbers.has(key) ? `{${key}}\u00a0` : whole))
    .replace(/ngày \{/g, 'ngày\u00a0{');
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

/** Rows that are named with all between them from this many on. */
const RUN = 4;

/** Rows with runs of neighbours as "NV-1 đến NV-12". */
function runsOf(rows: readonly string[]): readonly string[] {
  const named: string[] = [];
  for (let from = 0, to = 0; from < rows.length; from = to) {
    to = from + 1;
    while (follows(rows[to - 1], rows[to])) to += 1;
    const run = rows.slice(from, to);
    const [first = '', last = ''] = [run[0], run.at(-1)];
    if (run.length < RUN) named.push(...run);
    else named.push(words('run', { first, last }));
  }
  return named;
}

/** Whether a row's number is the next after another's. */
function follows(one: string | undefined, next: string | undefined): boolean {
  const [, name, number] = /^(.*?)(\d{1,6})$/.exec(one ?? '') ?? [];
  return name !== undefined && next === `${name}${String(Number.parseInt(number ?? '', 10) + 1)}`;
}

/** A source in words. */
export function sourceWords(source: Source): string {
  switch (source.kind) {
    case 'cell':
      return words('fromCell', { sheet: source.sheet, cell: source.cell, row: source.row });
    case 'rows':
      return source.rows.length === 0
        ? words('fromNoRows')
        : words('fromRows', {
            count: source.rows.length,
            rows: rowList(runsOf(source.rows), LISTED_ROWS),
          });
    case 'rate':
      return words('fromRate', { numerator: source.numerator, denominator: source.denominator });
    case 'sum':
      return words('fromSum', {
        count: source.cells.length,
        cells: rowList(source.cells.map(sourceWords), LISTED_ROWS),
      });
    case 'past':
      return words('fromPast', { period: source.period, row: source.row });
    case 'agencies':
      return source.agencies.length === 0
        ? words('fromNoRows')
        : words('fromAgencies', {
            count: source.agencies.length,
            agencies: rowList(source.agencies, LISTED_ROWS),
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
