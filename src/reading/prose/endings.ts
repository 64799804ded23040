import { columnHeaders } from '../../messages/columnHeaders';
import { readDeadline } from '../cells/deadline';
import { rolesIn } from '../cells/roles';
import type { Doubt } from '../raw';
import { partsOf } from './labels';
import {
  anyOf,
  conditionalTimes,
  dutyVerbs,
  EDGE_AFTER,
  EDGE_BEFORE,
  timeTokens,
  timeWords,
} from './lexicon';
import { flat, searched, trimmed } from './letters';

/** Who leads, who helps, what comes of it and by when, as the words beside a task tell it. */
export type Told = {
  readonly lead: string | null;
  readonly coord: string | null;
  readonly result: string | null;
  readonly time: string | null;
};

/** A task's own words, and what their end tells. */
export type Ended = Told & { readonly name: string; readonly doubts: readonly Doubt[] };

const nothing: Told = { lead: null, coord: null, result: null, time: null };

const TIME = new RegExp(anyOf(timeWords));
const TIME_FIRST = new RegExp(`^(?:xong |chậm nhất |trước |trong |từ )?${anyOf(timeWords)}`);
const LAST_BRACKET = /\s*\(([^()]*)\)$/;
const LAST_DASH = /\s[-–—]\s([^-–—]*)$/;
const LAST_CLAUSE =
  /[,;]\s+((?:phải )?(?:hoàn thành|xong)(?: xong)? (?:trước|trong|chậm nhất)[^,;]*\d[^,;]*)$/i;
/** A time that ends the sentence and says by when, in words that stay in it. */
const TIME_LAST =
  /[ ,](?:(?:xong|hoàn thành) )?((?:trong|trước|chậm nhất|vào) (?:(?:trong|là|vào|cuối) )?(?:quý (?:[IVX]+|\d)|tháng \d{1,2}|ngày \d{1,2}|năm)[^,;.()]{0,14}20\d\d)$/iu;
/** A rhythm that ends the sentence, but of money and papers that come every year anyhow. */
const RHYTHM_LAST =
  /(?<!(?:kế hoạch|ngân sách|dự toán|báo cáo|chỉ tiêu|danh mục|chương trình|kinh phí|nhiệm vụ|công tác)) ((?:hằng|hàng) (?:năm|quý|tháng))$/iu;
const ONLY_TIME =
  /^(?:(?:phai )?(?:hoan thanh|xong)|thoi gian|thoi han|thuc hien thuong xuyen)(?=.*(?:\d|thuong xuyen|hang nam))/;
const LONGEST_TIME = 15;
const TIME_TOKEN = new RegExp(
  `^(?:${anyOf(timeTokens)}|(?:[ivx]+|t?\\d+)(?:[/.,-]+(?:[ivx]+|\\d+))*|[^a-z0-9]+)$`,
);
const HAS_TIME =
  /20\d\d|thuong xuyen|lien tuc|hang (?:nam|quy|thang)|moi nam|dinh ky|khi co (?:yeu cau|phat sinh)/;
const CONDITIONAL = new RegExp(
  `^(?:thuc hien |hoan thanh )?${anyOf(conditionalTimes)}${EDGE_AFTER}`,
);
const VERB = new RegExp(`${EDGE_BEFORE}${anyOf(dutyVerbs)}${EDGE_AFTER}`, 'u');
const CHARGED = /^(?:giao|phan cong|do)(?![a-z])/;
/** Ends of clauses and sentences, of which the last few may begin what a task's end tells. */
const SEPARATOR = /[;,.]\s+/g;
const MOST_SEPARATORS = 12;
const ROLE = /chu tri|phoi hop/;
/** So many ends that name a role and tell nothing are tried before one is given up. */
const MOST_MISSED = 2;
/** A text without any of these tells neither bodies nor a time; most text has none. */
const CUE =
  /chu tri|phoi hop|:|20\d\d|thuong xuyen|lien tuc|(?:hang|moi) (?:nam|quy|thang)|dinh ky|theo |khi (?:co|duoc)/;
/** Ends behind each other: a time, then a bracket, then a sentence. */
const MOST_ENDS = 3;
/** A longer end of a task is a part of the task. */
const LONGEST_END = 400;

const bare = (text: string): string => trimmed(text, ' (', ' ).;,:');
const wordCount = (text: string): number => text.trim().split(/\s+/).length;
const isNothing = (told: Told): boolean => Object.values(told).every((words) => words === null);

/** Whether words say when something is to be done, and nothing else. */
function isTime(text: string): boolean {
  const words = flat(text);
  if (wordCount(words) > LONGEST_TIME) return false;
  if (CONDITIONAL.test(words)) return true;
  if (!HAS_TIME.test(words) || !words.split(/\s+/).every((word) => TIME_TOKEN.test(bare(word))))
    return false;
  return readDeadline(text).time.kind !== 'none';
}

/** Bodies that no verb follows: "Sở B xây dựng đề án" tells of a task of its own. */
function areBodies(names: string | null): boolean {
  if (names === null) return true;
  for (const { index } of searched(names).words.matchAll(new RegExp(VERB, 'gu')))
    if (index > 0 && /\p{Ll}/u.test(names.charAt(index))) return false;
  return true;
}

/** What words tell that name bodies by their roles, and times beside them; null: something else. */
function rolesAndTime(text: string, first: 'lead' | 'coord' | null): Told | null {
  const roles = rolesIn(text, first);
  if (roles === null || !areBodies(roles.lead) || !areBodies(roles.coord)) return null;
  const times = roles.rest.map(bare);
  if (!times.every(isTime)) return null;
  const { lead, coord } = roles;
  return { ...nothing, lead, coord, time: times.length === 0 ? null : times.join(', ') };
}

/** A labelled cell as its own words; a lead's may go on to tell who helps and by when. */
export function labelledCell(cell: 'lead' | 'coord' | 'result' | 'time', text: string): Told {
  const own = { ...nothing, [cell]: text };
  if (cell === 'result' || cell === 'time') return own;
  return rolesAndTime(text, cell) ?? own;
}

const filled = (first: Told, second: Told): Told => ({
  lead: first.lead ?? second.lead,
  coord: first.coord ?? second.coord,
  result: first.result ?? second.result,
  time: first.time ?? second.time,
});

/**
 * What a text tells that says nothing but who leads, who helps, what comes of it and by when:
 * "Phân công: Sở A chủ trì; Sở B phối hợp", "Thời gian: Quý I/2026", "(Chủ trì: Sở A; …)".
 * Null for any other text.
 */
export function toldIn(text: string): Told | null {
  const words = bare(text);
  if (words === '' || words.length > LONGEST_END || !CUE.test(flat(words))) return null;
  const parts = partsOf(words);
  if (!parts.some(({ cell }) => cell !== null)) {
    const roles = rolesAndTime(words, null);
    if (roles !== null) return roles;
    return isTime(words) ? { ...nothing, time: words } : null;
  }
  let told = nothing;
  for (const { cell, text: own } of parts) {
    if (cell === 'name' || cell === 'detail') return null;
    const each = cell === null ? toldIn(own) : labelledCell(cell, bare(own));
    if (each === null) return null;
    told = filled(told, each);
  }
  return told;
}

/** A line that holds the time of the duty before it and nothing else. */
function onlyTime(text: string): string | null {
  const words = trimmed(text, ' (', ' ).;');
  return ONLY_TIME.test(flat(words)) && wordCount(words) <= LONGEST_TIME ? words : null;
}

/** What a line of its own tells of the task above it; null where it says anything else. */
export function toldOnLine(text: string): Told | null {
  const told = toldIn(text);
  if (told !== null && !isNothing(told)) return told;
  const time = onlyTime(text);
  return time === null ? null : { ...nothing, time };
}

/** What a bracket behind a task tells; one with a time in it may say more of that time. */
function toldInBracket(text: string): Told | null {
  const told = toldIn(text);
  if (told !== null) return told;
  return TIME.test(flat(text)) ? { ...nothing, time: text.trim() } : null;
}

/** The end of a text that tells something and nothing else: where it begins, and what it tells. */
function tailOf(said: string): { readonly at: number; readonly told: Told } | null {
  const from = Math.max(0, said.length - LONGEST_END);
  const end = said.slice(from);
  if (!CUE.test(flat(end))) return null;
  const { words } = searched(said);
  const separators = [...words.slice(from).matchAll(SEPARATOR)].slice(-MOST_SEPARATORS);
  let found: { readonly at: number; readonly told: Told } | null = null;
  let missed = 0;
  // Backwards, as long as what is added tells something too: the longest end is the end.
  for (const match of separators.reverse()) {
    const at = from + match.index;
    const tail = said.slice(at + match[0].length);
    const told = toldIn(tail);
    if (told === null || isNothing(told)) {
      missed += ROLE.test(flat(tail)) ? 1 : 0;
      if (missed > MOST_MISSED) break;
      continue;
    }
    missed = 0;
    // A period behind a comma is part of a name, unless it says that something is done in it.
    const isComma = match[0].startsWith(',');
    if (
      isComma &&
      told.lead === null &&
      (told.coord !== null || flat(tail).startsWith('giai doan'))
    )
      continue;
    found = { at, told };
  }
  return found;
}

/** What stands before an end: a sentence keeps its stop where no label follows it. */
function before(said: string, at: number): string {
  const isSentence = said.charAt(at) === '.' && CHARGED.test(flat(said.slice(at + 1).trim()));
  const isLabel = partsOf(said.slice(at + 1).trim())[0]?.cell !== null;
  return said.slice(0, isSentence && !isLabel ? at + 1 : at).trim();
}

/** A task whose end told something; what stands before that end may tell the rest. */
function withEnd(name: string, told: Told, depth: number): Ended {
  const isWhole = told.lead !== null && told.time !== null;
  if (depth >= MOST_ENDS || isWhole) return { ...told, name, doubts: [] };
  const rest = withoutEnd(name, depth + 1);
  const own = isNothing(rest) ? name : rest.name;
  return { ...filled(told, rest), name: own, doubts: told.time === null ? rest.doubts : [] };
}

/**
 * Takes off the end of a task what it tells of bodies and times: a last bracket, what follows a
 * last dash, clause or sentence, or a label. What stands before a bracket is kept as printed, with
 * its stop; before anything else the stop that only parts it is taken off. A time that is said
 * inside the task's last clause stays in it as well.
 */
export function withoutEnd(text: string, depth = 0): Ended {
  const said = trimmed(text, ' ', ' .;');
  const bracket = LAST_BRACKET.exec(said);
  const told = bracket === null ? null : toldInBracket(bracket[1] ?? '');
  if (bracket !== null && told !== null) {
    return withEnd(said.slice(0, bracket.index).trim(), told, depth);
  }
  const tail = tailOf(said);
  if (tail !== null) return withEnd(before(said, tail.at), tail.told, depth);
  for (const form of [LAST_DASH, LAST_CLAUSE]) {
    const match = form.exec(said);
    const words = match?.[1]?.trim() ?? '';
    if (match !== null && (form === LAST_DASH ? TIME_FIRST.test(flat(words)) : words !== '')) {
      const name = trimmed(said.slice(0, match.index), '', ' ');
      return { ...nothing, name, time: words, doubts: [] };
    }
  }
  const name = text.replace(/\.\/\.\s*$/, '.').trim();
  const time = TIME_LAST.exec(said)?.[1] ?? null;
  const rhythm = time === null ? (RHYTHM_LAST.exec(said)?.[1] ?? null) : null;
  const column = columnHeaders.task.time;
  const doubts: readonly Doubt[] =
    rhythm === null ? [] : [{ code: 'toldInSentence', params: { column, text: rhythm } }];
  return { ...nothing, name, time: time ?? rhythm, doubts };
}
