import { fold, tidy } from '../../domain/text';
import type { Doubt } from '../raw';
import {
  abbreviations,
  agencyFields,
  agencyHeads,
  determiners,
  dutyWords,
  falseHeads,
  groupNouns,
  naturalPlurals,
  ownerWords,
  qualifiers,
  roleWords,
  shortDepartments,
  spellings,
  type GroupNoun,
  type Head,
  type Lexicon,
  type Phrase,
} from './agencyLexicon';

/** A longer text is no agency cell. */
const LONGEST = 4000;

/** One word of the cell. `key` is its folded letters, without marks inside ("KH&CN" is khcn). */
type Word = {
  readonly text: string;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** The mark between the word before and this one; "" for none that separates. */
  readonly mark: '' | ',' | ';' | ':' | '.' | '/' | '-' | '\n';
  readonly inBrackets: boolean;
};
type Words = readonly Word[];

/** One name of a list, and whether the words say that it is one body or several. */
export type ParsedName = {
  readonly name: string;
  readonly kind: 'body' | 'group' | 'acronym' | 'unknown';
};

/** A stretch of words taken for one name; `resume` is where the next may begin. */
type Stretch = {
  readonly end: number;
  readonly resume: number;
  readonly kind: ParsedName['kind'];
};

/** A head that later names leave out: "Sở Tài chính, Y tế". */
type Shared = { readonly text: string; readonly key: string };

const wordText = /\d+\/[\p{L}\p{N}/-]+|[\p{L}\p{N}]+(?:[&’'–-][\p{L}\p{N}]+|&)*/gu;
/** Abbreviations whose dot ends no phrase. */
const dotted = /^(?:tp|tx|tt|p|q|h|t|x|ub|ths|ts|gs|pgs)$/;

function markOf(between: string): Word['mark'] {
  const marks = [';', '\n', ':', ',', '/', '.'] as const;
  const found = marks.find((mark) => between.includes(mark));
  if (found !== undefined) return found;
  return /\s[-–—+•]\s/.test(between) ? '-' : '';
}

function cutWords(text: string): Words {
  const words: Word[] = [];
  let end = 0;
  let depth = 0;
  for (const match of text.matchAll(wordText)) {
    const between = text.slice(end, match.index);
    for (const sign of between) {
      if (sign === '(') depth += 1;
      if (sign === ')') depth = Math.max(0, depth - 1);
    }
    const mark = markOf(between);
    const previous = words.at(-1);
    const isDotted = mark === '.' && previous !== undefined && dotted.test(previous.key);
    words.push({
      text: match[0],
      key: fold(match[0]).replaceAll(' ', ''),
      start: match.index,
      end: match.index + match[0].length,
      mark: previous === undefined || isDotted ? '' : mark,
      inBrackets: depth > 0,
    });
    end = match.index + match[0].length;
  }
  return words;
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^[\p{Lu}\d]/u.test(word.text);
}

function isAcronym(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}[\p{Lu}\d&-]+$/u.test(word.text);
}

/** True when a name may end before `words[at]`: at a mark, at "và", at the end. */
function isEdge(words: Words, at: number): boolean {
  const word = words[at];
  if (word === undefined) return true;
  return !word.inBrackets && (word.mark !== '' || word.key === 'va' || word.key === 'hoac');
}

/** The first word at or after `at` that is not "và". */
function skipAnd(words: Words, at: number): number {
  let next = at;
  while (words[next]?.key === 'va' || words[next]?.key === 'hoac') next += 1;
  return next;
}

/** The index after a phrase that stands at `at` without marks inside, or -1. */
function afterPhrase(words: Words, at: number, phrase: readonly string[]): number {
  const stands = phrase.every((key, index) => {
    const word = words[at + index];
    return word?.key === key && (index === 0 || word.mark === '');
  });
  return stands ? at + phrase.length : -1;
}

/** The index after the longest phrase that stands at `at`, or -1. */
function afterAny(words: Words, at: number, lexicon: Lexicon<Phrase>): number {
  for (const phrase of lexicon.get(words[at]?.key ?? '') ?? []) {
    const after = afterPhrase(words, at, phrase.words);
    if (after > at) return after;
  }
  return -1;
}

/** The index after the longest field of this head that stands at `at`, or -1. */
function afterField(words: Words, at: number, head: string): number {
  for (const field of agencyFields.get(head)?.get(words[at]?.key ?? '') ?? []) {
    let next = at;
    const stands = field.words.every((key, index) => {
      if (index > 0) next = skipAnd(words, next);
      const word = words[next];
      const isJoined = index === 0 || ['', ',', '-', '/'].includes(word?.mark ?? ';');
      next += 1;
      return word?.key === key && isJoined;
    });
    if (stands) return next;
  }
  return -1;
}

function isSpelt(words: Words, at: number, after: number): boolean {
  return after - at > 1 || spellings.has(words[at]?.text.toLowerCase() ?? '');
}

/** The noun of a group at `at`, whether or not a name follows it. */
function nounAt(words: Words, at: number): { noun: GroupNoun; after: number } | null {
  for (const noun of groupNouns.get(words[at]?.key ?? '') ?? []) {
    const after = afterPhrase(words, at, noun.words);
    if (after > at && isSpelt(words, at, after)) return { noun, after };
  }
  return null;
}

/** True when nothing follows a noun that would make it the head of a single body's name. */
function isBare(words: Words, { noun, after }: { noun: GroupNoun; after: number }): boolean {
  const next = words[after];
  if (next === undefined || isEdge(words, after)) return true;
  const following = nounAt(words, after)?.noun.scope;
  if (noun.scope === 'state' && following === 'state') return true;
  if (noun.scope === 'state' && following === 'place') return !isCapital(next);
  return qualifiers.has(next.key) && !isCapital(next);
}

/** The head of a single body's name at `at`. */
function headAt(words: Words, at: number): { head: Head; after: number } | null {
  const word = words[at];
  if (word === undefined || word.inBrackets || afterAny(words, at, falseHeads) > 0) return null;
  const noun = nounAt(words, at);
  if (noun !== null && isBare(words, noun)) return null;
  for (const head of agencyHeads.get(word.key) ?? []) {
    const after = afterPhrase(words, at, head.words);
    if (after < 0 || !isSpelt(words, at, after)) continue;
    if (head.words.length > 1 || isAcronym(word)) return { head, after };
    if (head.kind === 'field' && afterField(words, after, word.key) > 0) return { head, after };
    const isAlone = isEdge(words, after);
    if (isAlone ? noun === null && isCapital(word) : isCapital(word) || isCapital(words[after]))
      return { head, after };
  }
  return null;
}

/** The nouns of a group at `at`: after "các", or bare. */
function groupAt(
  words: Words,
  at: number,
): { noun: GroupNoun; after: number; isDetermined: boolean } | null {
  let first = at;
  while (determiners.has(words[first]?.key ?? '') && (first === at || !isEdge(words, first)))
    first += 1;
  const found = nounAt(words, first);
  if (found === null || words[at]?.inBrackets === true) return null;
  const isDetermined = first > at;
  if (isDetermined) return { ...found, isDetermined };
  const stands = found.noun.isHead || found.noun.scope === 'place' ? isBare(words, found) : true;
  return stands ? { ...found, isDetermined } : null;
}

/** True when a new name begins at `at`. */
function isStart(words: Words, at: number): boolean {
  return (
    groupAt(words, at) !== null ||
    headAt(words, at) !== null ||
    isAcronym(words[at]) ||
    afterAny(words, at, roleWords) > 0
  );
}

/** True when a new name begins inside a stretch, with no mark before it. */
function isBreak(words: Words, at: number, isComplete: boolean): boolean {
  const word = words[at];
  if (word === undefined || !isCapital(word) || ownerWords.has(words[at - 1]?.key ?? ''))
    return false;
  const isNamed = afterField(words, at + 1, word.key) > 0;
  if ((word.text === 'Sở' || word.text === 'Phòng') && isNamed) return true;
  return isComplete && headAt(words, at) !== null;
}

/** Goes over words up to the next edge, role, duty or new name. */
function overTail(words: Words, at: number, isComplete: boolean): number {
  let next = at;
  while (
    !isEdge(words, next) &&
    !isBreak(words, next, isComplete) &&
    afterAny(words, next, roleWords) < 0 &&
    afterAny(words, next, dutyWords) < 0
  )
    next += 1;
  return next;
}

/** Where to go on after a stretch: a duty written into the cell is passed over to the next name. */
function resumeAfter(words: Words, end: number): number {
  if (afterAny(words, end, dutyWords) < 0) return end;
  let next = end + 1;
  while (next < words.length && !(isEdge(words, next) && isStart(words, skipAnd(words, next))))
    next += 1;
  return next;
}

/** Reads the nouns of a group and the words that belong to them. */
function readGroup(
  words: Words,
  first: { noun: GroupNoun; after: number; isDetermined: boolean },
): Stretch {
  const { noun } = first;
  const isOutside = (scope: GroupNoun['scope']) => scope === 'other' || scope === 'media';
  let nouns = 1;
  let end = overTail(words, first.after, false);
  const plural = naturalPlurals.has(noun.words.join(' '));
  const isPlural = plural && (noun.scope !== 'any' || isBare(words, first));
  for (;;) {
    const mark = words[end]?.mark;
    const next = skipAnd(words, end);
    if (!isEdge(words, end) || next >= words.length || mark === ';' || mark === '\n') break;
    const more = groupAt(words, next);
    if (more !== null && !more.isDetermined) {
      const { scope } = more.noun;
      const isOwn = scope === 'any' && noun.scope === 'state' && !isBare(words, more);
      if (isOwn || (isOutside(scope) !== isOutside(noun.scope) && noun.scope !== 'any')) break;
      nouns += 1;
      end = overTail(words, more.after, false);
    } else if (isStart(words, next) || isCapital(words[next])) break;
    else end = overTail(words, next + 1, false);
  }
  const tail = words.slice(first.after - noun.words.length, end).map((word) => word.key);
  const isMany =
    first.isDetermined ||
    isPlural ||
    / (?:lien quan|cac cap)\b/.test(tail.join(' ')) ||
    (noun.scope !== 'media' && (nouns > 1 || nounAt(words, first.after) !== null));
  return { end, resume: resumeAfter(words, end), kind: isMany ? 'group' : 'body' };
}

/** Whether a body's name may go on over the edge at `end`, with the words from `next`. */
function goesOn(words: Words, end: number, next: number, isOpen: boolean): boolean {
  const mark = words[end]?.mark ?? '';
  if (next >= words.length || [';', ':', '\n'].includes(mark) || isStart(words, next)) return false;
  return !isCapital(words[next]) || (isOpen && mark !== '.');
}

function readBody(words: Words, { head, after }: { head: Head; after: number }): Stretch {
  const key = words[after - 1]?.key ?? '';
  const field = head.kind === 'field' ? afterField(words, after, key) : -1;
  let end = overTail(words, Math.max(after, field), field > 0 && (key === 'so' || key === 'bo'));
  for (;;) {
    const next = skipAnd(words, end);
    const isAnd = next > end;
    const isOpen = head.kind === 'list' || (head.kind === 'field' && field < 0) || isAnd;
    if (field > 0 || !isEdge(words, end) || !goesOn(words, end, next, isOpen)) break;
    end = overTail(words, next + 1, false);
  }
  return { end, resume: resumeAfter(words, end), kind: 'body' };
}

/** The noun of a level of government at `at`, and whether the name of a place follows it. */
function levelAt(words: Words, at: number): { after: number; isNamed: boolean } | null {
  const found = nounAt(words, determiners.has(words[at]?.key ?? '') ? at + 1 : at);
  if (found?.noun.scope !== 'place') return null;
  const { after } = found;
  const isNamed = isCapital(words[after]) && !isEdge(words, after) && nounAt(words, after) === null;
  return { after, isNamed };
}

/** Reads "Ủy ban nhân dân" and its like with a level, a place or a list of levels. */
function readPlaceBody(words: Words, after: number): Stretch & { readonly isShared: boolean } {
  const first = levelAt(words, after);
  let levels = first === null ? 0 : 1;
  let end = overTail(words, first?.after ?? after, false);
  let isShared = false;
  let isListing = false;
  for (;;) {
    const next = skipAnd(words, end);
    const mark = words[end]?.mark ?? '';
    if (!isEdge(words, end) || next >= words.length || mark === ';' || mark === '\n') break;
    const level = levels > 0 ? levelAt(words, next) : null;
    // After "các xã: " come their names.
    isListing ||= mark === ':' && levels > 0;
    isShared = level?.isNamed === true;
    if (isShared) break;
    if (level !== null) levels += 1;
    else if (isStart(words, next) || (isCapital(words[next]) && !isListing)) break;
    end = overTail(words, level?.after ?? next + 1, false);
  }
  const isMany = levels > 1 || ['cac', 'cap'].includes(words[after]?.key ?? '');
  return { end, resume: resumeAfter(words, end), kind: isMany ? 'group' : 'body', isShared };
}

function readUnknown(words: Words, at: number): Stretch {
  const kind = isAcronym(words[at]) ? 'acronym' : 'unknown';
  let end = overTail(words, at + 1, false);
  for (;;) {
    const next = skipAnd(words, end);
    if (!isEdge(words, end) || !goesOn(words, end, next, false)) break;
    end = overTail(words, next + 1, false);
  }
  return { end, resume: resumeAfter(words, end), kind };
}

/** One letter form, and abbreviations whose marks would cut them in two written as one. */
function unify(text: string): string {
  const unified = text.normalize('NFC').replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
  // The abbreviations below have one of these, and most text has not.
  if (!/&|VH/.test(unified)) return unified;
  return unified
    .replace(/(?<=\p{Lu}) & (?=\p{Lu})/gu, '&')
    .replace(/(?<!\p{L})HĐND ?& ?UBND(?!\p{L})/gu, 'HĐND và UBND')
    .replace(/(?<!\p{L})VH ?[,-] ?TT ?(?:,|&|và) ?DL(?!\p{L})/gu, 'VHTT&DL');
}

/** The words of a name as they stand, but for slips that would make two names of one body. */
function nameOf(text: string, words: Words, start: number, end: number, kind: ParsedName['kind']) {
  const last = words[end - 1];
  const from = words[start]?.start ?? 0;
  const closing = last?.inBrackets === true && text[last.end] === ')' ? 1 : 0;
  const name = tidy(text.slice(from, (last?.end ?? from) + closing))
    .replace(/ ,/g, ',')
    .replace(/^(\p{L}+) (?=\1 )/iu, '');
  return kind === 'group' ? name.replace(/(?<=\p{L})\. (?=\p{Ll})/gu, ', ') : name;
}

function beginning(text: string): string {
  return `${tidy(text.slice(0, 100))}…`;
}

/** What was read at one place: a name, or only the head that the names after it share. */
type Read = {
  readonly stretch: Stretch | null;
  /** The head given back to a name that leaves it out. */
  readonly before: string;
  readonly shared: Shared | null;
  readonly resume: number;
};

function readAt(words: Words, at: number, shared: Shared | null, text: string): Read {
  const read = (stretch: Stretch, next = shared, before = ''): Read => ({
    stretch,
    before,
    shared: next,
    resume: Math.max(stretch.resume, at + 1),
  });
  const group = groupAt(words, at);
  if (group !== null) {
    // "Các Sở: Tài chính, Nội vụ" names no group but the head of those after it.
    const noun = words[group.after - 1];
    const isHead = noun !== undefined && afterField(words, group.after, noun.key) > 0;
    if (!isHead || !isCapital(words[group.after])) return read(readGroup(words, group));
    const head = noun.text.charAt(0).toUpperCase() + noun.text.slice(1);
    const next = { text: head, key: noun.key };
    return { stretch: null, before: '', shared: next, resume: group.after };
  }
  const found = headAt(words, at);
  if (found?.head.kind === 'place') {
    const body = readPlaceBody(words, found.after);
    const head = { text: nameOf(text, words, at, found.after, 'body'), key: 'place' };
    return read(body, body.isShared ? head : shared);
  }
  if (found !== null) {
    const head = { text: words[at]?.text ?? '', key: words[at]?.key ?? '' };
    return read(readBody(words, found), found.head.kind === 'field' ? head : shared);
  }
  if (shared !== null) {
    const isPlace = shared.key === 'place' && levelAt(words, at)?.isNamed === true;
    const from = isPlace ? at + 1 : afterField(words, at, shared.key);
    const end = from > at ? overTail(words, from, !isPlace) : at;
    if (end > at) return read({ end, resume: end, kind: 'body' }, shared, `${shared.text} `);
  }
  return read(readUnknown(words, at));
}

/**
 * Cuts a cell into the names of bodies in it, telling what each is. The doubts say where names
 * were written without a separator or with one head for several, and which are no known body.
 */
export function parseAgencies(text: string): {
  readonly names: readonly ParsedName[];
  readonly doubts: readonly Doubt[];
} {
  if (text.length > LONGEST)
    return { names: [], doubts: [{ code: 'agencyUnknown', params: { text: beginning(text) } }] };
  const cell = unify(text).replace(/(?<=^|\s)\(?\d{1,2}[.)]\s+(?=\p{Lu})/gu, (mark) =>
    ';'.padEnd(mark.length),
  );
  const words = cutWords(cell);
  const names: ParsedName[] = [];
  const codes = new Set<Doubt['code']>();
  let shared: Shared | null = null;
  let at = skipAnd(words, 0);
  while (at < words.length) {
    const role = afterAny(words, at, roleWords);
    if (role > at) {
      at = skipAnd(words, role);
      continue;
    }
    const read: Read = readAt(words, at, shared, cell);
    if (read.stretch !== null) {
      const { end, kind } = read.stretch;
      names.push({ name: read.before + nameOf(cell, words, at, end, kind), kind });
      if (read.before !== '') codes.add('agencySharedHead');
      const isMarked = !['', '.', ':'].includes(words[end]?.mark ?? ',');
      const goesOver = read.resume > end || skipAnd(words, end) > end;
      if (!isMarked && !goesOver && afterAny(words, end, roleWords) < 0)
        codes.add('agenciesWithoutSeparator');
    }
    shared = read.shared;
    at = skipAnd(words, read.resume);
  }
  const unknown = names.filter(({ kind }) => kind === 'unknown');
  return {
    names,
    doubts: [
      ...[...codes].map((code) => ({ code, params: { text: tidy(text) } })),
      ...unknown.map(({ name }) => ({ code: 'agencyUnknown' as const, params: { text: name } })),
    ],
  };
}

/**
 * Cuts a cell of agencies into their names, in order, as they stand (lists are split at ";",
 * ",", "và", "/" and where a separator is missing; names and groups that hold these kept whole).
 *
 * A head left out is given back ("Sở Tài chính, Y tế" names "Sở Y tế") with the doubt
 * `agencySharedHead`; names without a separator carry `agenciesWithoutSeparator`; words that no
 * known kind of body begins with carry `agencyUnknown`. A text without words has no names.
 */
export function splitAgencies(text: string): {
  readonly names: readonly string[];
  readonly doubts: readonly Doubt[];
} {
  const { names, doubts } = parseAgencies(text);
  return { names: names.map(({ name }) => name), doubts };
}

/**
 * The same for every way to write one body's name: abbreviations are written out, case, marks,
 * "và", "các" and what stands in brackets do not count, nor does the level after a department
 * ("Sở Y tế tỉnh"). Empty for a text without words.
 */
export function agencyKey(name: string): string {
  const words = cutWords(unify(name)).filter(
    ({ key, inBrackets }) => !inBrackets && key !== 'va' && key !== 'cac',
  );
  const keys: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const { key, text } = words[at] ?? { key: '', text: '' };
    const pair = key + (words[at + 1]?.key ?? '');
    const isPair = isAcronym(words[at]) && isAcronym(words[at + 1]) && abbreviations.has(pair);
    const short = keys.at(-1) === 'so' && isCapital(words[at]) ? shortDepartments.get(key) : null;
    const full = /^\p{Ll}+$/u.test(text) ? null : abbreviations.get(isPair ? pair : key);
    keys.push(short ?? full ?? key);
    if (isPair) at += 1;
  }
  return fold(keys.join(' '))
    .replace(/^(?:tat ca|nhung) /, '')
    .replace(/\bco lien quan\b/g, 'lien quan')
    .replace(/\bmat tran to quoc viet nam\b/g, 'mat tran to quoc')
    .replace(/^(so .+?)(?: cap)? (?:tinh|thanh pho)$/, '$1');
}

/** True when the name means several bodies: "Các sở, ngành", "UBND các xã", "Viện, Trường". */
export function isAgencyGroup(name: string): boolean {
  const { names } = parseAgencies(name);
  return names.length === 1 && names[0]?.kind === 'group';
}
