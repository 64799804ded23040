import { fold } from '../../domain/text';
import type { RawIndicator, RawTask } from '../raw';
import { anyOf, EDGE_AFTER, helping } from './lexicon';
import { lower } from './letters';

/** "Chủ trì theo dõi các chỉ tiêu về": what follows is a list of indicators. */
const FOLLOWS =
  /^(?:.{0,60}?)(?:theo doi|danh gia|tong hop|phu trach|chiu trach nhiem)[^;:]{0,60}?chi tieu(?: ve| sau)?/;
const HELPS = new RegExp(`^${anyOf(helping)}${EDGE_AFTER}`, 'u');
/** Shares of words in common, in one run, from which two phrases name the same thing. */
const OF_ITEM = 0.8;
const OF_NAME = 0.7;
/** A duty of its own begins with what it is to reach, after at most so many words. */
const LEAD_IN = 4;
const SHORTEST_RUN = 3;
const SHORTEST_AIM = 6;

type Words = readonly string[];

const wordsOf = (text: string): Words => fold(text).split(' ').filter(Boolean);

/** The longest run of words that two phrases share: where it begins in the first, how long. */
function commonRun(a: Words, b: Words): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 0 };
  let previous: number[] = [];
  a.forEach((word, i) => {
    const row: number[] = [];
    b.forEach((other, j) => {
      const length = word === other ? (previous[j - 1] ?? 0) + 1 : 0;
      row.push(length);
      if (length > best.length) best = { at: i - length + 1, length };
    });
    previous = row;
  });
  return best;
}

/** Whether two phrases name one thing: most of either is one run of words of the other. */
function sameThing(item: Words, name: Words): boolean {
  const known = new Set(name);
  const enough = Math.max(SHORTEST_RUN, Math.min(item.length * OF_ITEM, name.length * OF_NAME));
  if (item.filter((word) => known.has(word)).length < enough) return false;
  return commonRun(item, name).length >= enough;
}

/** One thing a duty says its agency leads, and the words it is said in. */
type Led = { readonly lead: string; readonly phrase: string; readonly words: Words };

/**
 * The indicators a duty lists. Items run together without a separator are taken apart by the
 * names of the indicators themselves.
 */
function listedIn(duty: Led, names: readonly Words[]): Led[] {
  const start = FOLLOWS.exec(duty.words.join(' '));
  if (start === null) return [];
  const from = /chỉ tiêu(?:\s+(?:về|sau))?:?\s+/iu.exec(duty.phrase);
  const list = duty.phrase.slice((from?.index ?? 0) + (from?.[0].length ?? 0));
  return list.split(/[;:]/).flatMap((item) => {
    const phrase = item.replace(/[\s.]+$/, '').trim();
    const folded = wordsOf(phrase).join(' ');
    let rest = folded;
    for (const name of names) {
      const text = name.join(' ');
      if (name.length >= SHORTEST_RUN && text !== folded) rest = rest.split(text).join('|');
    }
    const parts = [folded, ...rest.split('|')].map((part) => part.trim().split(' '));
    return parts
      .filter((words) => words.length >= SHORTEST_RUN)
      .map((words) => ({ lead: duty.lead, phrase, words }));
  });
}

/** The clauses of an indicator by which a duty of its own may be known. */
function aimsOf({ name, targetText }: RawIndicator): Words[] {
  return [name, targetText ?? '', ...name.split(';')]
    .map(wordsOf)
    .filter((words) => words.length >= SHORTEST_AIM);
}

/** Whether a duty begins with what an indicator is to reach. */
function isOwnDuty(aims: readonly Words[], duty: Words): boolean {
  return aims.some((aim) => {
    const run = commonRun(duty.slice(0, LEAD_IN + aim.length), aim);
    return run.length >= aim.length * OF_ITEM && run.at <= LEAD_IN;
  });
}

/**
 * Fills the lead of indicators stated in running text from the duties that name them: a duty to
 * follow a list of indicators, or one whose own aim is the indicator's. A duty that only helps
 * ("Phối hợp …") names no lead. Each found lead carries the doubt `leadMatchedByName` with the
 * phrase, each other indicator `leadNotNamed`. Indicators that have a lead are left as they are.
 */
export function nameLeads(
  indicators: readonly RawIndicator[],
  tasks: readonly RawTask[],
): RawIndicator[] {
  const names = indicators.map(({ name }) => wordsOf(name)).sort((a, b) => b.length - a.length);
  const own = tasks.flatMap(({ name, leadText }) =>
    leadText === null || HELPS.test(lower(name))
      ? []
      : [{ lead: leadText, phrase: name, words: wordsOf(name) }],
  );
  const listed = own.flatMap((duty) => listedIn(duty, names));
  return indicators.map((indicator) => {
    if (indicator.leadText !== null) return indicator;
    const words = wordsOf(indicator.name);
    const led = listed.find((each) => sameThing(each.words, words));
    const aims = aimsOf(indicator);
    const found = led ?? own.find((duty) => isOwnDuty(aims, duty.words));
    return found === undefined
      ? { ...indicator, doubts: [...indicator.doubts, { code: 'leadNotNamed', params: {} }] }
      : {
          ...indicator,
          leadText: found.lead,
          doubts: [
            ...indicator.doubts,
            { code: 'leadMatchedByName', params: { phrase: found.phrase } },
          ],
        };
  });
}
