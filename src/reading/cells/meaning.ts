import { tidy } from '../../domain/text';
import { parseAgencies, type ParsedName } from './agencies';
import { readDeadline } from './deadline';
import { organizing, outcomeWords, productStart, timeStart } from './meaningLexicon';
import { plain } from './plain';

/** How well a cell's words fit three columns of a task table, each from 0 to 1. */
export type CellMeaning = {
  readonly agency: number;
  readonly time: number;
  readonly product: number;
};

/** Longer words with a time in them are a task that names its time. */
const LONGEST_TIME = 160;

const weights: Readonly<Record<ParsedName['kind'], number>> = {
  body: 1,
  group: 1,
  acronym: 0.7,
  unknown: 0,
};

function fitsAgency(text: string): number {
  const { names } = parseAgencies(text);
  if (names.length === 0) return 0;
  return names.reduce((sum, { kind }) => sum + weights[kind], 0) / names.length;
}

function fitsTime(text: string, words: string): number {
  const { time, doubts } = readDeadline(text);
  if (time.kind === 'none') return 0;
  if (!timeStart.test(words) || words.length > LONGEST_TIME) return 0.3;
  return doubts.length === 0 ? 1 : 0.8;
}

/**
 * Weighs whether the words of a cell name bodies, a time or a product, so that a table that lost
 * its empty cells can be put back into its columns. Words that are neither bodies nor a time may
 * well be a product, since anything can be one. All three are 0 for a text without words.
 */
export function cellMeaning(text: string): CellMeaning {
  const cell = tidy(text);
  const words = plain(cell);
  if (!/[\p{L}\p{N}]/u.test(words)) return { agency: 0, time: 0, product: 0 };
  const time = fitsTime(cell, words);
  const agency = time >= 0.8 ? 0 : fitsAgency(cell);
  if (time < 0.8 && (productStart.test(words) || organizing.test(words)))
    return { agency: agency * 0.2, time, product: 0.95 };
  if (time < 0.8 && outcomeWords.test(words)) return { agency: agency * 0.4, time, product: 0.8 };
  return { agency, time, product: agency >= 0.6 || time >= 0.8 ? 0.1 : 0.5 };
}
