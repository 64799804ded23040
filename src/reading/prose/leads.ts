import type { RawIndicator, RawTask } from '../raw';
import { anyOf, EDGE_AFTER, helping } from './lexicon';
import { lower } from './letters';
import { commonRun, inCommon, phraseOf, phraseOfWords, type Phrase } from './phrases';

/** "Chủ trì theo dõi các chỉ tiêu về": what follows is a list of indicators. */
const FOLLOWS =
  /^.{0,60}?(?:theo dõi|đánh giá|tổng hợp|phụ trách|chịu trách nhiệm)[^;:]{0,60}?chỉ tiêu(?: (?:về|sau))?:?\s+/;
const HELPS = new RegExp(`^${anyOf(helping)}${EDGE_AFTER}`, 'u');
/** Shares of words in common, in one run, from which two phrases name the same thing. */
const OF_ITEM = 0.8;
const OF_NAME = 0.7;
const SHORTEST_RUN = 3;
/** A duty of its own begins with what it is to reach, after at most so many words. */
const LEAD_IN = 4;
const SHORTEST_AIM = 6;

/** One thing a duty says its agency leads, and the words it is said in. */
type Led = { readonly lead: string; readonly text: string; readonly phrase: Phrase };

/** Whether two phrases name one thing: most of either is one run of words of the other. */
function sameThing(item: Phrase, name: Phrase): boolean {
  const least = Math.min(item.words.length * OF_ITEM, name.words.length * OF_NAME);
  const enough = Math.max(SHORTEST_RUN, least);
  return inCommon(item, name) >= enough && commonRun(item.words, name.words).length >= enough;
}

/**
 * The indicators a duty lists. Items run together without a separator are taken apart by the
 * names of the indicators themselves.
 */
function listedIn({ lead, text }: Led, names: readonly Phrase[]): Led[] {
  const start = FOLLOWS.exec(lower(text));
  if (start === null) return [];
  return text
    .slice(start[0].length)
    .split(/[;:]/)
    .flatMap((item) => {
      const whole = phraseOf(item);
      const folded = whole.words.join(' ');
      let rest = folded;
      for (const name of names) {
        const other = name.words.join(' ');
        if (name.words.length >= SHORTEST_RUN && other !== folded)
          rest = rest.split(other).join('|');
      }
      const parts = rest.includes('|') ? rest.split('|') : [];
      return [whole, ...parts.map((each) => phraseOfWords(each.split(' ')))]
        .filter(({ words }) => words.length >= SHORTEST_RUN)
        .map((phrase) => ({ lead, text: item.replace(/\s*\.$/, '').trim(), phrase }));
    });
}

/** The clauses of an indicator by which a duty of its own may be known. */
function aimsOf({ name, targetText }: RawIndicator): Phrase[] {
  return [name, targetText ?? '', ...name.split(';')]
    .map(phraseOf)
    .filter(({ words }) => words.length >= SHORTEST_AIM);
}

/** Whether a duty begins with what an indicator is to reach. */
function isOwnDuty(aims: readonly Phrase[], duty: Phrase): boolean {
  return aims.some((aim) => {
    const enough = aim.words.length * OF_ITEM;
    if (inCommon(aim, duty) < enough) return false;
    const run = commonRun(duty.words.slice(0, LEAD_IN + aim.words.length), aim.words);
    return run.length >= enough && run.at <= LEAD_IN;
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
  const named = indicators.map(({ name }) => phraseOf(name));
  const names = [...named].sort((a, b) => b.words.length - a.words.length);
  const own = tasks.flatMap(({ name, leadText }) =>
    leadText === null || HELPS.test(lower(name))
      ? []
      : [{ lead: leadText, text: name, phrase: phraseOf(name) }],
  );
  const listed = own.flatMap((duty) => listedIn(duty, names));
  return indicators.map((indicator, index) => {
    const name = named[index];
    if (indicator.leadText !== null || name === undefined) return indicator;
    const aims = aimsOf(indicator);
    const found =
      listed.find(({ phrase }) => sameThing(phrase, name)) ??
      own.find(({ phrase }) => isOwnDuty(aims, phrase));
    return found === undefined
      ? { ...indicator, doubts: [...indicator.doubts, { code: 'leadNotNamed', params: {} }] }
      : {
          ...indicator,
          leadText: found.lead,
          doubts: [
            ...indicator.doubts,
            { code: 'leadMatchedByName', params: { phrase: found.text } },
          ],
        };
  });
}
