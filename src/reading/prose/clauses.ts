import {
  actions,
  anyOf,
  EDGE_AFTER,
  EDGE_BEFORE,
  EFFORT,
  having,
  measureHeads,
  openings,
  states,
} from './lexicon';
import { part, searched, type Searched } from './letters';
import { quantitiesOf, type Quantity } from './quantities';

/** A stretch of a text that states one aim: with its number, or in words only. */
export type Clause = {
  readonly at: number;
  readonly end: number;
  readonly quantity: Quantity | null;
  /** Which of the pieces between semicolons it stands in. */
  readonly piece: number;
  /** Another number was taken for a part of what is measured. */
  readonly doubted: boolean;
};

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** A sentence of a text, ready to be searched, and where it begins. */
export type Sentence = {
  readonly at: number;
  readonly text: Searched;
  /** The number it has inside a line: "2" for "…; (2) …"; null where it has none. */
  readonly number: string | null;
};

const SENTENCE_END =
  /(?<!(?<![\p{L}\d])(?:TP|TT|Tp|TS|ThS|PGS|GS|Sở|[A-ZĐ]))[.!?](?:\/\.)?\s+(?=[\p{Lu}\d"“])/gu;
/** A number in brackets that begins one of several aims in a line. */
const NUMBERED = /(?:^|[;,.:])\s*\((\d{1,2})\)\s+/g;
const HEAD = `${anyOf(measureHeads)}${EDGE_AFTER}`;
const IN_WHICH = /[,;]?\s+trong đó[,:]?\s+/;
const NEXT_HEAD = new RegExp(`(?:,| và|, và|, đồng thời)\\s+(?=${HEAD})`, 'u');
const NEXT_EFFORT = new RegExp(`,\\s+(?=[^,]*${EFFORT} )`, 'u');
const LAST_COMMA = /,\s+(?=[^,]*$)/;
const LAST_AND = /\s+và\s+(?=[^,]*$)/;
const NOTHING_BETWEEN = /(?:,|,? và)\s*$/;
const ONLY_JOINED = /^[\s,]*(?:và)?\s*$/;
const STATE = new RegExp(`${EDGE_BEFORE}(?:${states.join('|')})`, 'u');
/** Nothing but what opens a clause stands before its number: the number is not in a name. */
const ONLY_OPENING = new RegExp(
  `^(?:[\\s,:.()–-]|(?:${[...openings, ...actions, ...having].join('|')}|đạt|tỉnh|thành phố|toàn tỉnh)${EDGE_AFTER})*$`,
  'u',
);
/** Between a number in a name and the target of that name stands no separator. */
const SEPARATED = /[,;:]|\s(?:và|hoặc)\s/;
/** Characters between two numbers of one target: ", và top". */
const LONGEST_JOINT = 8;

/** Cuts a paragraph into its sentences; the dots of abbreviations and numbers end none. */
export function sentencesOf(paragraph: string): Sentence[] {
  const text = searched(paragraph);
  const shown = paragraph.replace(/[\s\S]/g, (letter, at: number) =>
    text.words[at] === '\u0001' ? '\u0001' : letter,
  );
  const sentences: Sentence[] = [];
  let at = 0;
  let number: string | null = null;
  const ends = [...shown.matchAll(SENTENCE_END), ...paragraph.matchAll(NUMBERED)];
  for (const match of [...ends.sort((a, b) => a.index - b.index), null]) {
    const end = match === null ? paragraph.length : match.index + match[0].length;
    if (end <= at) continue;
    const own = match?.[1] ?? null;
    const to = match === null || own === null ? end : match.index + match[0].lastIndexOf('(');
    if (paragraph.slice(at, to).trim() !== '')
      sentences.push({ at, text: part(text, at, to), number });
    number = own;
    at = end;
  }
  return sentences;
}

/** Where a state to be reached is said ("đạt mức …"), after what is to reach it; -1: nowhere. */
export function stateAt(words: string): number {
  const at = STATE.exec(words)?.index ?? -1;
  return at > 0 && words.slice(0, at).trim() !== '' ? at : -1;
}

/** Where, between two numbers of one piece, the clause of the second begins; null: nowhere. */
function boundary({ words }: Searched, first: Quantity, second: Quantity): number | null {
  const gap = words.slice(first.end, second.verbAt);
  const after = (separator: RegExp): number | null => {
    const match = separator.exec(gap);
    return match === null ? null : first.end + match.index + match[0].length;
  };
  const head = after(IN_WHICH) ?? after(NEXT_HEAD);
  if (head !== null) return head;
  if (NOTHING_BETWEEN.test(gap)) {
    const oneScale = first.kind === 'rank' && second.kind === 'rank';
    return oneScale && ONLY_JOINED.test(gap) ? null : second.verbAt;
  }
  const comma = after(NEXT_EFFORT) ?? after(LAST_COMMA);
  if (comma !== null) return comma;
  return second.link === 'copula' || second.link === 'movement' ? after(LAST_AND) : null;
}

/**
 * Of two numbers with nothing between them that parts two aims, which belongs to the name of the
 * other: "doanh nghiệp có doanh thu trên 100 tỷ đồng đạt 5%", "05 sản phẩm đạt 5 sao".
 */
function inName(
  { words }: Searched,
  from: number,
  first: Quantity,
  second: Quantity,
): 'first' | 'second' | null {
  if (second.link !== 'copula' && second.link !== 'movement') return null;
  if (first.kind === 'rank' || SEPARATED.test(words.slice(first.numberEnd, second.verbAt)))
    return null;
  if (ONLY_OPENING.test(words.slice(from, first.verbAt)))
    return first.kind === 'count' ? 'second' : null;
  return first.link === 'copula' || first.link === 'movement' ? null : 'first';
}

/** The clauses of a piece that state a number each; numbers of one target are put together. */
function measuredClauses(
  text: Searched,
  from: number,
  to: number,
  piece: number,
  quantities: readonly Quantity[],
): Clause[] {
  const clauses: (Mutable<Clause> & { quantity: Quantity })[] = [];
  for (const quantity of quantities) {
    const last = clauses.at(-1);
    const at = last === undefined ? from : boundary(text, last.quantity, quantity);
    const named = last && at === null ? inName(text, last.at, last.quantity, quantity) : null;
    if (last && named !== null) last.doubted = true;
    if (named === 'second') continue;
    if (last && named === 'first') {
      last.quantity = quantity;
    } else if (last === undefined || at !== null) {
      if (last !== undefined) last.end = at ?? last.end;
      clauses.push({ at: at ?? from, end: to, quantity, piece, doubted: false });
    } else if (
      quantity.kind === last.quantity.kind &&
      quantity.verbAt - last.quantity.end < LONGEST_JOINT
    ) {
      last.quantity = { ...last.quantity, end: quantity.end };
    }
  }
  return clauses;
}

/** A state said before the first number of a piece, in a clause of its own: where it ends. */
function stateBefore({ words }: Searched, from: number, first: Quantity): number {
  const left = words.slice(from, first.verbAt);
  const state = stateAt(left);
  const comma = left.lastIndexOf(',');
  return state >= 0 && comma > state ? from + comma + 1 : from;
}

/**
 * Cuts a sentence into the clauses that state an aim each, in order. It is cut at ";", and inside
 * before a new measured thing, only where what follows states a target of its own: a number, or
 * a state to be reached. Words without one stay with the clause in words before them, and are
 * dropped behind a clause with a number.
 */
export function clausesOf(text: Searched): Clause[] {
  const quantities = quantitiesOf(text);
  const clauses: Clause[] = [];
  let from = 0;
  let piece = 0;
  let taken = 0;
  for (const match of [...text.words.matchAll(/;\s*/g), null]) {
    const to = match === null ? text.words.length : match.index + match[0].length;
    const own: Quantity[] = [];
    for (let next = quantities[taken]; next !== undefined && next.numberEnd <= to;) {
      own.push(next);
      taken += 1;
      next = quantities[taken];
    }
    const last = clauses.at(-1);
    const first = own[0];
    if (first !== undefined) {
      const start = stateBefore(text, from, first);
      if (start > from)
        clauses.push({ at: from, end: start, quantity: null, piece, doubted: false });
      clauses.push(...measuredClauses(text, start, to, piece, own));
    } else if (last === undefined || stateAt(text.words.slice(from, to)) >= 0) {
      clauses.push({ at: from, end: to, quantity: null, piece, doubted: false });
    } else if (last.quantity === null) {
      clauses[clauses.length - 1] = { ...last, end: to };
    }
    from = to;
    piece += 1;
  }
  return clauses;
}
