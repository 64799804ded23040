import { clausesOf, sentencesOf, stateAt, type Clause, type Sentence } from './clauses';
import {
  actions,
  anyOf,
  copulas,
  EDGE_AFTER,
  EDGE_BEFORE,
  EFFORT,
  measureHeads,
  newAims,
  openings,
  pointers,
  predicates,
  prepositions,
} from './lexicon';
import { flat, lower, searched, trimmed, type Searched } from './letters';
import { withNoun, type Quantity } from './quantities';
import { yearIn } from './years';

/** One aim stated in running text: what is measured, and the target's own words. */
export type Statement = {
  /** Place in the text where the words of this aim begin. */
  readonly at: number;
  readonly name: string;
  readonly unit: string | null;
  readonly targetText: string;
  /** A year of its own ("đến năm 2025 đạt …"), or null where the heading's holds. */
  readonly year: number | null;
  /** False where the aim is stated in words only. */
  readonly measured: boolean;
  /** The number the aim has inside a line: "2" for "…; (2) …"; null where it has none. */
  readonly number: string | null;
  /** Another number of its clause was taken for a part of what is measured. */
  readonly doubted: boolean;
};

const YEAR_FIRST =
  /^[\s,;]*(?:và |đồng thời |phấn đấu |định hướng |tầm nhìn )*(?:đến|trong|tới|vào|giai đoạn|từ) [^,:]*20\d\d/u;
const YEAR_BEHIND = /^\s*(?:vào |trong )?((?:cuối )?năm 20\d\d)(?!\s*[-–\d])/u;
const HEAD = `${anyOf(measureHeads)}${EDGE_AFTER}`;
const POINTER = new RegExp(`${EDGE_BEFORE}(?:${pointers.join('|')})`, 'u');
const OPENING = new RegExp(`^(?:${openings.join('|')})${EDGE_AFTER}[,:]?\\s*`, 'u');
const UP_TO_EFFORT = new RegExp(`^.*${EFFORT}${EDGE_AFTER}\\s*`, 'u');
const COPULA = new RegExp(`\\s${anyOf(copulas)}${EDGE_AFTER}`, 'u');
const LEADING_VERB = new RegExp(`^(?:đạt|đảm bảo|bảo đảm|có(?= ${HEAD}))\\s+`, 'u');
const ACTION_FIRST = new RegExp(`^${anyOf(actions)}${EDGE_AFTER}`, 'u');
const HEAD_FIRST = new RegExp(`^${HEAD}`, 'u');
const PREDICATE = new RegExp(`(?:^|\\s)${anyOf(predicates)}${EDGE_AFTER}`, 'u');
const NEW_AIM = new RegExp(`,\\s+${anyOf(newAims)}${EDGE_AFTER}`, 'u');
const PREPOSITION_FIRST = new RegExp(`^${anyOf(prepositions)}${EDGE_AFTER}`, 'u');
const OF_PLACES =
  /^(?:toàn )?(?:thành phố|tỉnh|thị xã|huyện|quận|xã|phường|địa phương|cả nước|ngành|bộ)(?: ta)?$/;
const OF_THINGS = /(?:^|\s)đối với$/;
const ABOUT = /(?:^|\s)(?:về|có)\s+(.+)$/s;

const clean = (text: string): string => trimmed(text, ' ,;:–-', ' ,;:.–-/');
const join = (...parts: readonly string[]): string => parts.filter(Boolean).join(' ');

/** Takes off what only opens a clause: a year, "phấn đấu", "trong đó", a heading before ":". */
function withoutOpening(text: string): string {
  let rest = text.trimStart();
  const colon = rest.lastIndexOf(': ');
  if (/:\s*$/.test(rest)) return '';
  if (colon >= 0) rest = rest.slice(colon + 2);
  rest = rest.slice(UP_TO_EFFORT.exec(lower(rest))?.[0].length ?? 0);
  for (;;) {
    const words = lower(rest);
    const opening = OPENING.exec(words) ?? LEADING_VERB.exec(words);
    if (opening === null) return rest;
    rest = rest.slice(opening[0].length);
  }
}

/** A place or body, of which it is said that it has or reaches something. */
function isPlace(subject: string): boolean {
  const words = subject.split(/\s+/);
  return (
    OF_PLACES.test(lower(subject)) ||
    (words.length <= 5 && words.every((word) => /^\p{Lu}/u.test(word)))
  );
}

/** What is measured, from the words between the clause's beginning and its verb. */
function subjectOf(words: string): string {
  const rest = withoutOpening(words);
  const subject = clean(rest);
  if (!/,\s*$/.test(rest)) return subject;
  const verb = COPULA.exec(lower(subject));
  if (verb !== null) return clean(subject.slice(0, verb.index));
  return HEAD_FIRST.test(lower(subject)) ? subject : '';
}

/** The noun after a number, up to where another aim begins. */
function tailOf(words: string): string {
  const cut = NEW_AIM.exec(searched(words).words);
  const own = cut === null ? words : words.slice(0, cut.index);
  return clean(clean(own).replace(/,?\s+(?:và|đồng thời|trong đó)$/u, ''));
}

/** "… và tăng dần theo yêu cầu" belongs to the target, not to what is measured. */
function withoutGrowth(tail: string): string {
  const growth = lower(tail).indexOf(' và tăng dần');
  return growth < 0 ? tail : tail.slice(0, growth);
}

/** A measured aim, with what a neighbour in the same sentence may borrow from it. */
type Named = {
  readonly clause: Clause;
  readonly quantity: Quantity;
  readonly name: string;
  /** What is measured, without what is said of it: "hồ sơ công việc tại cấp xã". */
  readonly noun: string;
  /** What is said of the things counted: "được xử lý trên môi trường mạng", or "". */
  readonly predicate: string;
  /** False where the name stands before the verb ("Tỷ lệ … đạt"), true for "100% hồ sơ …". */
  readonly counted: boolean;
};

function named(
  text: Searched,
  clause: Clause,
  quantity: Quantity,
  before: Named | undefined,
): Named {
  const { at, end } = clause;
  const said = subjectOf(text.source.slice(at, quantity.verbAt));
  const subject = quantity.link === 'having' && isPlace(said) ? '' : said;
  const tail = tailOf(text.source.slice(quantity.nounAt, end));
  const words = lower(tail);
  const make = (name: string, as: Quantity = quantity): Named => {
    const label = clean(withoutOpening(clean(text.source.slice(at, quantity.verbAt))));
    const whole = name || label || clean(text.source.slice(at, end));
    return { clause, quantity: as, name: whole, noun: whole, predicate: '', counted: false };
  };

  const labelled = text.source.slice(at, quantity.verbAt);
  if (/:\s*$/.test(labelled) && HEAD_FIRST.test(lower(clean(labelled))))
    return make(clean(labelled));
  if (quantity.kind === 'rank') {
    const about = ABOUT.exec(tail)?.[1] ?? '';
    if (about !== '' && (subject === '' || isPlace(subject))) return make(about);
    return make(subject === '' ? (before?.name ?? '') : subject);
  }
  if (OF_THINGS.test(lower(subject))) return make(join(subject, tail));
  if (subject === '' && before !== undefined && words.startsWith('đối với '))
    return make(join(before.name.replace(/\s*đối với.*$/su, ''), tail));
  const hasNoun = tail !== '' && !PREPOSITION_FIRST.test(words) && !tail.startsWith('/');
  if (subject === '') {
    const predicateAt = PREDICATE.exec(words)?.index ?? -1;
    const predicate = predicateAt < 0 ? '' : tail.slice(predicateAt).trim();
    if (before !== undefined && hasNoun && predicateAt === 0)
      return { ...make(join(before.noun, tail)), noun: before.noun, predicate, counted: true };
    const ofSame =
      before?.counted === false &&
      before.clause.piece === clause.piece &&
      quantity.kind === 'share' &&
      predicate === '';
    const ofBase = /^[%‰] /.test(quantity.unit ?? '');
    if (before !== undefined && (ofSame || ofBase || !hasNoun))
      return make(before.noun, withNoun(text, quantity, end));
    const noun = predicateAt < 0 ? tail : clean(tail.slice(0, predicateAt));
    return { ...make(hasNoun ? tail : ''), noun, predicate, counted: hasNoun };
  }
  if (quantity.link === 'having') return make(join(subject, 'có', tail));
  if (quantity.link === 'copula' || HEAD_FIRST.test(lower(subject)))
    return make(subject, withNoun(text, quantity, end));
  if (quantity.link === 'none' && hasNoun && ACTION_FIRST.test(lower(subject)))
    return make(join(subject, withoutGrowth(tail)));
  return make(
    quantity.link === 'none' && quantity.kind === 'count' ? join(subject, tail) : subject,
  );
}

/** No list in a sentence is longer; looking further would cost time and find another thought. */
const LONGEST_LIST = 12;

/** What a list of shares says of all its things at its end: "100% A, 90% B và 70% C được …". */
function sharedPredicate(each: Named, names: readonly Named[], index: number): string {
  if (!each.counted || each.predicate !== '' || each.quantity.kind !== 'share') return '';
  const next = names
    .slice(index + 1, index + LONGEST_LIST)
    .find(({ predicate, counted }) => predicate !== '' || !counted);
  const head = (name: string): string => lower(name).split(' ').slice(0, 2).join(' ');
  if (next?.quantity.kind !== 'share') return '';
  const listed = next.clause.piece === each.clause.piece || head(next.noun) === head(each.noun);
  return listed ? next.predicate : '';
}

/** Reads words without a number: the state to be reached, or the whole as name and target. */
function wordedStatement(text: string): Pick<Statement, 'name' | 'targetText'> {
  const words = clean(text);
  const state = stateAt(searched(words).words);
  const subject = state < 0 ? '' : clean(withoutOpening(words.slice(0, state)));
  return subject === ''
    ? { name: words, targetText: words }
    : { name: subject, targetText: words.slice(state) };
}

/** The year a clause's own words give it, before its number or right behind it. */
function yearOfClause(own: string, end: number): number | null {
  return yearIn(own) ?? yearIn(`đến ${YEAR_BEHIND.exec(lower(own).slice(end))?.[1] ?? ''}`);
}

/** Reads the aims one sentence states, in order; `opened` is a year that holds from before it. */
function statementsOfSentence({ at, text, number }: Sentence, opened: number | null): Statement[] {
  if (POINTER.test(clean(flat(text.source)))) return [];
  let year = yearIn(text.source.split(',')[0] ?? '') ?? opened;
  const names: Named[] = [];
  const clauses = clausesOf(text).map((clause) => {
    if (clause.quantity === null) return { clause, index: -1 };
    names.push(named(text, clause, clause.quantity, names.at(-1)));
    return { clause, index: names.length - 1 };
  });
  return clauses.map(({ clause, index }, place) => {
    const own = text.source.slice(clause.at, clause.end);
    // "…; đến năm 2045: …": what opens with a year holds for all after it.
    if (YEAR_FIRST.test(lower(own))) year = yearIn(own) ?? year;
    const end = (clause.quantity?.end ?? clause.end) - clause.at;
    const common = {
      at: at + clause.at,
      year: yearOfClause(own, end) ?? year,
      number: place === 0 ? number : null,
      doubted: clause.doubted,
    };
    const each = names[index];
    if (each === undefined)
      return { ...common, ...wordedStatement(own), unit: null, measured: false };
    const { quantity } = each;
    return {
      ...common,
      name: clean(join(each.name, sharedPredicate(each, names, index))),
      unit: quantity.unit,
      targetText: clean(text.source.slice(quantity.targetAt, quantity.end)),
      measured: true,
    };
  });
}

/**
 * Reads the aims a text states, in order. A sentence is cut only where what follows states a
 * target of its own (see ./clauses), and at numbers inside the line ("(1) …; (2) …"), before which
 * a year may stand that holds for all. Sentences that only point to targets elsewhere give none.
 */
export function statementsOf(text: string): Statement[] {
  let opened: number | null = null;
  const sentences = sentencesOf(text);
  return sentences.flatMap((sentence, index) => {
    const listed = typeof sentences[index + 1]?.number === 'string';
    if (sentence.number === null) opened = listed ? yearIn(sentence.text.source) : null;
    const leadsIn = listed && sentence.number === null && /[:,]\s*$/.test(sentence.text.source);
    return leadsIn ? [] : statementsOfSentence(sentence, opened);
  });
}
