import { flat, lower, outsideBrackets } from './letters';
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
  states,
} from './lexicon';
import { quantitiesOf, withNoun, type Quantity } from './quantities';
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
};

type Span = { readonly at: number; readonly text: string };

const SENTENCE_END =
  /(?<!(?<![\p{L}\d])(?:TP|TT|Tp|TS|ThS|PGS|GS|Sở|[A-ZĐ]))[.!?](?:\/\.)?\s+(?=[\p{Lu}\d"“])/gu;
const HEAD = `${anyOf(measureHeads)}${EDGE_AFTER}`;
const IN_WHICH = /[,;]?\s+trong đó[,:]?\s+/;
const NEXT_HEAD = new RegExp(`(?:,| và|, và|, đồng thời)\\s+(?=${HEAD})`, 'u');
const NEXT_EFFORT = new RegExp(`,\\s+(?=[^,]*${EFFORT} )`, 'u');
const LAST_COMMA = /,\s+(?=[^,]*$)/;
const LAST_AND = /\s+và\s+(?=[^,]*$)/;
const NOTHING_BETWEEN = /(?:,|,? và)\s*$/;
const STATE = new RegExp(`${EDGE_BEFORE}(?:${states.join('|')})`, 'u');
const POINTER = new RegExp(`${EDGE_BEFORE}(?:${pointers.join('|')})`, 'u');
const OPENING = new RegExp(`^(?:${openings.join('|')})${EDGE_AFTER}[,:]?\\s*`, 'u');
const UP_TO_EFFORT = new RegExp(`^.*${EFFORT}${EDGE_AFTER}\\s*`, 'u');
const COPULA = new RegExp(`\\s${anyOf(copulas)}${EDGE_AFTER}`, 'u');
const LEADING_VERB = new RegExp(`^(?:đạt|đảm bảo|bảo đảm|có(?= ${HEAD}))\\s+`, 'u');
const ACTION_FIRST = new RegExp(`^${anyOf(actions)}${EDGE_AFTER}`, 'u');
const HEAD_FIRST = new RegExp(`^${HEAD}`, 'u');
const PREDICATE = new RegExp(`\\s${anyOf(predicates)}${EDGE_AFTER}`, 'u');
const NEW_AIM = new RegExp(`,\\s+${anyOf(newAims)}${EDGE_AFTER}`, 'u');
const PREPOSITION_FIRST = new RegExp(`^${anyOf(prepositions)}${EDGE_AFTER}`, 'u');
const OF_PLACES =
  /^(?:toàn )?(?:thành phố|tỉnh|thị xã|huyện|quận|xã|phường|địa phương|cả nước|ngành|bộ)(?: ta)?$/;
const OF_THINGS = /(?:^|\s)đối với$/;

/** Lower case, without what stands in brackets. */
const masked = (text: string): string => lower(outsideBrackets(text));

/** Cuts text into pieces at the matches of a separator that stands outside brackets. */
function cutAt(text: string, separator: RegExp): Span[] {
  const words = masked(text);
  const pieces: Span[] = [];
  let at = 0;
  for (const match of words.matchAll(separator)) {
    const end = match.index + match[0].length;
    pieces.push({ at, text: text.slice(at, end) });
    at = end;
  }
  return [...pieces, { at, text: text.slice(at) }].filter((piece) => piece.text.trim() !== '');
}

/** Cuts a paragraph into its sentences; the dots of abbreviations and numbers end none. */
export function sentencesOf(text: string): Span[] {
  const bare = text.replace(/\([^()]*\)/g, (inside) => `(${'\u0001'.repeat(inside.length - 2)})`);
  const pieces: Span[] = [];
  let at = 0;
  for (const match of bare.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length;
    pieces.push({ at, text: text.slice(at, end) });
    at = end;
  }
  return [...pieces, { at, text: text.slice(at) }].filter((piece) => piece.text.trim() !== '');
}

const clean = (text: string): string =>
  text.replace(/^[\s,;:–-]+|[\s,;:.–-]+(?:\/\.)?\s*$/g, '').trim();

/** Takes off what only opens a clause: a year, "phấn đấu", "trong đó", a heading before ":". */
function withoutOpening(text: string): string {
  let rest = text.trimStart();
  const colon = rest.lastIndexOf(': ');
  if (colon >= 0) rest = rest.slice(colon + 2);
  else if (/:\s*$/.test(rest)) return '';
  rest = rest.slice(UP_TO_EFFORT.exec(lower(rest))?.[0].length ?? 0);
  for (;;) {
    const opening = OPENING.exec(lower(rest)) ?? LEADING_VERB.exec(lower(rest));
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
  const cut = NEW_AIM.exec(masked(words));
  const own = cut === null ? words : words.slice(0, cut.index);
  return clean(clean(own).replace(/,?\s+(?:và|đồng thời|trong đó)$/u, ''));
}

/** Where, between two numbers of one piece, the clause of the second begins; null: nowhere. */
function boundary(text: string, first: Quantity, second: Quantity): number | null {
  const gap = masked(text).slice(first.end, second.verbAt);
  const after = (match: RegExpExecArray | null): number | null =>
    match === null ? null : first.end + match.index + match[0].length;
  const inWhich = after(IN_WHICH.exec(gap)) ?? after(NEXT_HEAD.exec(gap));
  if (inWhich !== null) return inWhich;
  if (NOTHING_BETWEEN.test(gap)) {
    const sameScale = first.kind === 'rank' && second.kind === 'rank';
    return sameScale && /^[\s,]*(?:và)?\s*$/.test(gap) ? null : second.verbAt;
  }
  const effort = after(NEXT_EFFORT.exec(gap)) ?? after(LAST_COMMA.exec(gap));
  if (effort !== null) return effort;
  return second.link === 'copula' || second.link === 'movement' ? after(LAST_AND.exec(gap)) : null;
}

/** Characters between two numbers of one target: ", và top". */
const LONGEST_JOINT = 8;

type Clause = { readonly at: number; readonly end: number; readonly quantity: Quantity };

/** The clauses of a piece that state a number each; numbers of one target are put together. */
function clausesOf(text: string, quantities: readonly Quantity[]): Clause[] {
  const clauses: { at: number; end: number; quantity: Quantity }[] = [];
  for (const quantity of quantities) {
    const last = clauses.at(-1);
    const at = last === undefined ? 0 : boundary(text, last.quantity, quantity);
    if (last === undefined || at !== null) {
      if (last !== undefined) last.end = at ?? 0;
      clauses.push({ at: at ?? 0, end: text.length, quantity });
    } else if (
      quantity.kind === last.quantity.kind &&
      quantity.verbAt - last.quantity.end < LONGEST_JOINT
    ) {
      last.quantity = { ...last.quantity, end: quantity.end };
    }
  }
  return clauses;
}

/** What the words of a clause say about the name of the indicator. */
type Named = {
  readonly name: string;
  /** The subject before the verb, "" where there is none. */
  readonly subject: string;
  /** What is said of the things counted, to be shared by a list of shares before it. */
  readonly predicate: string;
  readonly quantity: Quantity;
};

function named(text: string, { at, end, quantity }: Clause, before: string): Named {
  const subject = subjectOf(text.slice(at, quantity.verbAt));
  const tail = tailOf(text.slice(quantity.numberEnd, end));
  const predicateAt = PREDICATE.exec(lower(tail))?.index ?? -1;
  const predicate = predicateAt < 0 ? '' : tail.slice(predicateAt);
  const owner = quantity.link === 'having' && isPlace(subject) ? '' : subject;
  const make = (name: string, as: Quantity = quantity): Named => ({
    name: name === '' ? clean(text.slice(at, end)) : name,
    subject: owner,
    predicate: owner === '' ? predicate : '',
    quantity: as,
  });
  const join = (...parts: readonly string[]): string =>
    parts.filter((part) => part !== '').join(' ');

  if (quantity.kind === 'rank') {
    const about = /(?:^|\s)(?:về|có)\s+(.+)$/su.exec(tail)?.[1] ?? '';
    if (about !== '' && (owner === '' || isPlace(owner))) return make(about);
    return make(owner === '' ? before : owner);
  }
  if (OF_THINGS.test(lower(owner))) return make(join(owner, tail));
  if (owner === '' && /^đối với\s/.test(lower(tail)))
    return make(join(before.replace(/\s*đối với.*$/su, ''), tail));
  const ownNoun = tail !== '' && !PREPOSITION_FIRST.test(lower(tail)) && !/^[/]/.test(tail);
  if (owner === '') {
    const inherits = before !== '' && (!ownNoun || (quantity.kind === 'share' && predicate === ''));
    if (!inherits) return make(ownNoun ? tail : '');
    return make(before, withNoun(text, quantity, end));
  }
  if (quantity.link === 'having') return make(join(owner, 'có', tail));
  if (quantity.link === 'copula' || HEAD_FIRST.test(lower(owner)))
    return make(owner, withNoun(text, quantity, end));
  if (quantity.link === 'none' && ownNoun && ACTION_FIRST.test(lower(owner)))
    return make(join(owner, tailBeforeGrowth(tail)));
  if (quantity.link === 'none' && quantity.kind === 'count') return make(join(owner, tail));
  return make(owner);
}

/** "… và tăng dần theo yêu cầu" belongs to the target, not to what is measured. */
function tailBeforeGrowth(tail: string): string {
  const growth = /\s+và tăng dần/.exec(lower(tail));
  return growth === null ? tail : tail.slice(0, growth.index);
}

/** Reads a piece that states numbers: one statement per thing measured. */
function measuredStatements(
  piece: Span,
  quantities: readonly Quantity[],
  year: number | null,
): Statement[] {
  const { text } = piece;
  const clauses = clausesOf(text, quantities);
  const all: Named[] = [];
  for (const clause of clauses) {
    const before = all.at(-1);
    all.push(named(text, clause, before === undefined ? '' : before.subject));
  }
  return all.map((each, index) => {
    const clause = clauses[index];
    const from = clause?.at ?? 0;
    const shared =
      each.subject === '' && each.predicate === '' && each.quantity.kind === 'share'
        ? (all.slice(index + 1).find((later) => later.predicate !== '' || later.subject !== '')
            ?.predicate ?? '')
        : '';
    return {
      at: piece.at + from,
      name: clean(each.name + shared),
      unit: each.quantity.unit,
      targetText: clean(text.slice(each.quantity.targetAt, each.quantity.end)),
      year: yearIn(text.slice(from, clause?.end)) ?? year,
      measured: true,
    };
  });
}

/** Reads words without a number: the state to be reached, or the whole as name and target. */
function wordedStatement(piece: Span, year: number | null): Statement {
  const words = clean(piece.text);
  const state = STATE.exec(masked(words));
  const split = state !== null && state.index > 0;
  return {
    at: piece.at,
    name: split ? clean(withoutOpening(words.slice(0, state.index))) || words : words,
    unit: null,
    targetText: split ? words.slice(state.index) : words,
    year,
    measured: false,
  };
}

/** A state said before the first number of a piece, in a clause of its own: where it ends. */
function stateBefore(text: string, first: Quantity): number {
  const left = masked(text).slice(0, first.verbAt);
  const state = STATE.exec(left);
  const comma = state === null ? -1 : left.lastIndexOf(',');
  return state !== null && state.index > 0 && comma > state.index ? comma + 1 : 0;
}

/** Reads the aims one sentence states, in order. */
function statementsOfSentence(sentence: Span): Statement[] {
  if (POINTER.test(clean(flat(sentence.text)))) return [];
  const year = yearIn(sentence.text.split(',')[0] ?? '');
  const groups: { at: number; text: string; quantities: Quantity[] }[] = [];
  for (const piece of cutAt(sentence.text, /;\s*/g)) {
    const quantities = quantitiesOf(piece.text);
    const last = groups.at(-1);
    const state = STATE.exec(masked(piece.text));
    if (last === undefined || quantities.length > 0 || (state !== null && state.index > 0))
      groups.push({ at: sentence.at + piece.at, text: piece.text, quantities });
    else if (last.quantities.length === 0) last.text += piece.text;
  }
  return groups.flatMap(({ at, text, quantities }) => {
    const first = quantities[0];
    if (first === undefined) return [wordedStatement({ at, text }, year)];
    const cut = stateBefore(text, first);
    const before = cut === 0 ? [] : [wordedStatement({ at, text: text.slice(0, cut) }, year)];
    const rest = { at: at + cut, text: text.slice(cut) };
    return [...before, ...measuredStatements(rest, quantitiesOf(rest.text), year)];
  });
}

/**
 * Reads the aims a text states. A sentence is cut at ";" (or inside, before a new measured thing)
 * only where what follows states a target of its own; words without one stay with the sentence.
 * Sentences that only point to targets elsewhere give none.
 */
export function statementsOf(text: string): Statement[] {
  return sentencesOf(text).flatMap(statementsOfSentence);
}
