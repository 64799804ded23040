import type { Doubt, RawTask } from '../raw';
import { readLabelledTasks } from './labelled';
import {
  agencyHeads,
  agencyPlurals,
  anyOf,
  charges,
  closingFormulas,
  dutyTitles,
  dutyVerbs,
  EDGE_AFTER,
  EDGE_BEFORE,
  taskTitles,
  timeWords,
  workVerbs,
} from './lexicon';
import { flat, lower, searched, trimmed } from './letters';
import type { Section } from './outline';

const TASK_TITLE = new RegExp(anyOf(taskTitles));
const DUTY_TITLE = new RegExp(anyOf(dutyTitles));
const MEANS = /giai phap|muc tieu/;
const MEANS_TITLE = /giai phap|nhiem vu/;
const AGENCY_FIRST = new RegExp(`^${agencyPlurals}${anyOf(agencyHeads)}${EDGE_AFTER}`, 'u');
const NEXT_AGENCY = new RegExp(`,\\s+(?=${agencyPlurals}${anyOf(agencyHeads)}${EDGE_AFTER})`, 'u');
const VERB = new RegExp(`${EDGE_BEFORE}${anyOf(dutyVerbs)}${EDGE_AFTER}`, 'gu');
const WORK = new RegExp(`${EDGE_BEFORE}${anyOf([...dutyVerbs, ...workVerbs])}${EDGE_AFTER}`, 'gu');
const VERB_FIRST = new RegExp(`^${anyOf(dutyVerbs)}${EDGE_AFTER}`);
const CHARGE = new RegExp(`^${anyOf(charges)}\\s+`, 'u');
const CLOSING = new RegExp(`^${anyOf(closingFormulas)}`);
const TIME = new RegExp(anyOf(timeWords));
const TIME_FIRST = new RegExp(`^(?:xong |chậm nhất |trước |trong |từ )?${anyOf(timeWords)}`);
/** "Căn cứ chức năng, nhiệm vụ": says on what ground, and is no duty. */
const BASIS_FIRST = /^(?:can cu|tren co so|theo)/;
const LAST_BRACKET = /\s*\(([^()]*)\)$/;
const LAST_DASH = /\s[-–—]\s([^-–—]*)$/;
const LAST_CLAUSE =
  /[,;]\s+((?:phải )?(?:hoàn thành|xong)(?: xong)? (?:trước|trong|chậm nhất)[^,;]*\d[^,;]*)$/i;
/** A time that ends the sentence and says by when, in words that stay in it. */
const TIME_LAST =
  /[ ,](?:(?:xong|hoàn thành) )?((?:trong|trước|chậm nhất|vào) (?:(?:trong|là|vào|cuối) )?(?:quý (?:[IVX]+|\d)|tháng \d{1,2}|ngày \d{1,2}|năm)[^,;.()]{0,14}20\d\d)$/iu;
const LAST_LABEL = /[.,;]\s+(?:thời gian|thời hạn|tiến độ)(?: [^:.;]{1,20})?:\s*([^:]*)$/i;
/** "Sở A chủ trì" or "chủ trì: Sở A", and "phối hợp với Sở B", in a bracket behind a task. */
const LEADS = /^(?:do )?(.+?) chủ trì(?: thực hiện)?$|^chủ trì:? (.+)$/i;
const HELPS = /^(?:và )?phối hợp(?: với|:)? (.+)$/i;
/** Who helps the agency that a sentence charges: "Sở A chủ trì, phối hợp với Sở B xây dựng …". */
const LEADS_WITH = /^chủ trì,? (?:và )?phối hợp (?:chặt chẽ )?(?:với |cùng )?/i;
const ONLY_TIME =
  /^(?:(?:phai )?(?:hoan thanh|xong)|thoi gian|thoi han|thuc hien thuong xuyen)(?=.*(?:\d|thuong xuyen|hang nam))/;
const LONGEST_TIME = 15;
/** More words than this before a colon or verb are no agency's name. */
const LONGEST_AGENCY = 60;

/** What one item says: who, what, by when; and the heading it stands under. */
type Duty = {
  readonly line: number;
  readonly section: Section;
  readonly code: string;
  readonly name: string;
  readonly lead: string | null;
  readonly coord: string | null;
  readonly time: string | null;
};

const bare = (text: string): string => trimmed(text, ' ', ' :;,.');
const wordCount = (text: string): number => text.trim().split(/\s+/).length;

/** A line that holds the time of the duty before it and nothing else. */
function onlyTime(text: string): string | null {
  const words = trimmed(text, ' (', ' ).;');
  return ONLY_TIME.test(flat(words)) && wordCount(words) <= LONGEST_TIME ? words : null;
}

/** A task's own words, and what its end says of the time and, in a bracket, of the bodies. */
type Ended = Pick<Duty, 'name' | 'time' | 'lead' | 'coord'>;

/** What a bracket behind a task says: who leads, who helps, by when. */
function inBracket(text: string): Omit<Ended, 'name'> {
  let lead: string | null = null;
  let coord: string | null = null;
  const times: string[] = [];
  const open: string[] = [];
  for (const part of text.split(/[,;]\s*/)) {
    const leads = LEADS.exec(part);
    const helps = HELPS.exec(part)?.[1];
    const isTime = TIME.test(flat(part));
    if (leads) lead = [...open.splice(0), leads[1] ?? leads[2] ?? ''].join(', ');
    else if (helps !== undefined) coord = helps;
    else if (isTime || !AGENCY_FIRST.test(lower(part))) times.push(part);
    else if (coord !== null) coord = `${coord}, ${part}`;
    else open.push(part);
  }
  return { lead, coord, time: [...open, ...times].join(', ').trim() };
}

/** Takes the time off the end of a task: a last bracket, what follows a last dash, or a label. */
function withoutEnd(text: string): Ended {
  const said = trimmed(text, ' ', ' .;');
  const bracket = LAST_BRACKET.exec(said);
  const { lead, coord, time } = inBracket(bracket?.[1] ?? '');
  const tells = TIME.test(flat(time ?? ''));
  if (bracket !== null && (tells || lead !== null)) {
    const name = said.slice(0, bracket.index).trim();
    return { name, time: tells ? time : null, lead, coord };
  }
  for (const form of [LAST_DASH, LAST_CLAUSE, LAST_LABEL]) {
    const match = form.exec(said);
    const words = match?.[1]?.trim() ?? '';
    if (match !== null && (form === LAST_DASH ? TIME_FIRST.test(flat(words)) : words !== '')) {
      const name = trimmed(said.slice(0, match.index), '', ' ');
      return { name, time: words, lead: null, coord: null };
    }
  }
  const name = text.replace(/\.\/\.\s*$/, '.').trim();
  return { name, time: TIME_LAST.exec(said)?.[1] ?? null, lead: null, coord: null };
}

/** Where the first verb of a duty stands, or -1; a capital makes it part of a name. */
function verbAt(text: string, verbs = VERB): number {
  for (const { index } of searched(text).words.matchAll(verbs))
    if (index > 0 && /\p{Ll}/u.test(text.charAt(index))) return index;
  return -1;
}

/** Who an item charges in its own words, and what is left of them. */
type Charge = { readonly lead: string; readonly rest: string; readonly time: string | null };

/**
 * Reads who is charged in the item's own words: "Sở A: …", "Đề nghị A, B phối hợp …", "Sở A chủ
 * trì …", "Định kỳ hằng năm trước ngày 20/12, các sở báo cáo …". Null where no agency is named.
 */
function chargedIn(text: string): Charge | null {
  const opened = text.slice(CHARGE.exec(lower(text))?.[0].length ?? 0);
  const words = lower(opened);
  if (AGENCY_FIRST.test(words) && !VERB_FIRST.test(words)) return splitAgency(opened, null);
  const next = NEXT_AGENCY.exec(searched(opened).words);
  if (next === null) return null;
  const when = bare(opened.slice(0, next.index).replace(/\s*\([^()]*\)/g, ''));
  const time = TIME_FIRST.test(flat(when)) ? when : null;
  if (time === null && !BASIS_FIRST.test(flat(when))) return null;
  return splitAgency(opened.slice(next.index + next[0].length), time);
}

function splitAgency(text: string, time: string | null): Charge | null {
  const colon = searched(text).words.search(/:\s/);
  const verb = verbAt(text);
  const named = colon >= 0 && (verb < 0 || colon < verb || wordCount(text.slice(0, colon)) <= 20);
  const end = named ? colon : verb;
  const lead = end < 0 ? '' : bare(text.slice(0, end));
  if (lead === '' || wordCount(lead) > LONGEST_AGENCY) return null;
  return { lead, rest: text.slice(end).replace(/^:\s*/, ''), time };
}

/**
 * The agency a heading names, where it does nothing else: all under it is that agency's. Words
 * of duty before a closing colon ("… có trách nhiệm:") are no part of the name; null: no heading.
 */
function agencyOfTitle(section: Section, next: Section | undefined): string | null {
  const title = section.title.slice(CHARGE.exec(lower(section.title))?.[0].length ?? 0);
  const words = lower(title);
  if (!AGENCY_FIRST.test(words) || VERB_FIRST.test(words) || /[.;]$/.test(title)) return null;
  if (wordCount(title) > LONGEST_AGENCY) return null;
  const verb = verbAt(title);
  const isPlain = section.style === 'text';
  const under = isPlain ? next !== undefined && next.style !== 'text' : section.children.length > 0;
  if (verb < 0) return under || title.endsWith(':') ? bare(title) : null;
  if (isPlain || !title.endsWith(':')) return null;
  return bare(BASIS_FIRST.test(flat(title.slice(verb))) ? title : title.slice(0, verb));
}

/** An item's text with all that stands under it. */
function wholeText({ title, children }: Section): string {
  return [title, ...children.map(wholeText)].join(' ');
}

function dutyOf(
  { line }: Section,
  section: Section,
  code: string,
  lead: string | null,
  text: string,
): Duty {
  const end = withoutEnd(text);
  return { line, section, code, ...end, lead: lead ?? end.lead };
}

/** Who helps, in the words of a duty that begins with leading: "chủ trì, phối hợp với Sở B …". */
function helpersIn(text: string): string | null {
  const opening = LEADS_WITH.exec(text)?.[0].length ?? 0;
  const rest = text.slice(opening);
  const end = opening === 0 ? -1 : verbAt(rest, WORK);
  const helpers = end < 0 ? '' : bare(rest.slice(0, end));
  return AGENCY_FIRST.test(lower(helpers)) ? helpers : null;
}

/** An item that says itself who is charged: its own words, then what stands under it. */
function chargedDuties(
  item: Section,
  section: Section,
  code: string,
  { lead, rest, time }: Charge,
): Duty[] {
  const own = dutyOf(item, section, `${code}.1`, lead, rest);
  const under = item.children
    .filter((child) => !CLOSING.test(flat(child.title)))
    .map((child, index) => dutyOf(child, section, `${code}.${index + 2}`, lead, wholeText(child)));
  const coord = own.coord ?? helpersIn(rest);
  return [{ ...own, coord, time: time ?? own.time }, ...under];
}

/** Whether an item says itself who is charged or by when. */
function isTold({ title }: Section): boolean {
  const { lead, time } = withoutEnd(title);
  return lead !== null || time !== null || chargedIn(title) !== null;
}

/**
 * A heading, over items, that names no agency: a numbered one ("1. Công tác tuyên truyền"), or
 * any most of whose items say who is charged or by when.
 */
function isHeading({ title, number, children }: Section): boolean {
  if (children.length === 0 || TIME.test(flat(title))) return false;
  if (/^\d/.test(number) && !/[.;]$/.test(title)) return true;
  return number !== '' && children.filter(isTold).length * 2 > children.length;
}

/** A code one step further down; a chapter without a number adds none. */
const below = (code: string, number: string | number): string =>
  code === '' ? `${number}` : `${code}.${number}`;

/**
 * Reads the duties under a section or item: codes are the numbers on the way down, joined by dots,
 * and `within` is the innermost heading that names no agency.
 */
function dutiesUnder(section: Section, within: Section, code: string, lead: string | null): Duty[] {
  const duties: Duty[] = [];
  let charged = lead;
  let base = code;
  let count = 0;
  let titles = 0;
  section.children.forEach((child, index) => {
    if (CLOSING.test(flat(child.title))) return;
    const numbered = /^\d/.test(child.number);
    const last = duties.at(-1);
    const when = numbered || last?.time !== null ? null : onlyTime(child.title);
    if (last !== undefined && when !== null) {
      duties[duties.length - 1] = { ...last, time: when };
      return;
    }
    const path = numbered ? below(code, child.number.replace(/^.*\./, '')) : base;
    const agency = agencyOfTitle(child, section.children[index + 1]);
    if (agency !== null) {
      titles += 1;
      [charged, base, count] = [agency, numbered ? path : below(code, titles), 0];
      duties.push(...dutiesUnder(child, within, base, agency));
      if (child.children.length > 0) [charged, base] = [lead, code];
      return;
    }
    const own = charged === null ? chargedIn(child.title) : null;
    if (own === null && isHeading(child)) {
      count += numbered ? 0 : 1;
      const on = numbered ? path : below(base, count);
      duties.push(...dutiesUnder(child, child, on, charged));
      return;
    }
    count += 1;
    const at = numbered && charged === null ? path : below(base, count);
    if (own !== null) duties.push(...chargedDuties(child, within, at, own));
    else
      duties.push(dutyOf(child, within, at === path ? `${path}.1` : at, charged, wholeText(child)));
  });
  return duties;
}

function taskOf({ line, section, code, name, lead, coord, time }: Duty): RawTask {
  const doubts: Doubt[] = lead === null ? [{ code: 'rowWithoutLead', params: {} }] : [];
  return {
    line,
    code,
    section: section.number,
    sectionTitle: bare(section.title),
    name,
    leadText: lead,
    coordText: coord,
    resultText: null,
    timeText: time,
    doubts,
  };
}

const tasksUnder = (section: Section): RawTask[] =>
  dutiesUnder(section, section, section.number, null).map(taskOf);

/** The chapters with such a title: the outermost headings, or those within parts. */
function chaptersOf(sections: readonly Section[], title: RegExp): Section[] {
  return sections.flatMap((section) => {
    const name = flat(section.title);
    if (section.style === 'text' || section.style === 'appendix') return [];
    const inside = ['part', 'A', 'CAPITALS'].includes(section.style)
      ? chaptersOf(section.children, title)
      : [];
    if (inside.length > 0) return inside;
    const isMeans = MEANS.test(name) && title !== MEANS_TITLE;
    return title.test(name) && !isMeans ? [section] : [];
  });
}

/** At least half of the items say who leads: they are tasks, though their title says means. */
function areCharged(tasks: readonly RawTask[]): boolean {
  const charged = tasks.filter((task) => task.leadText !== null);
  return tasks.length > 0 && charged.length * 2 >= tasks.length;
}

/** At least half of the tasks say a time or who leads: it is a list of tasks, not of means. */
function areTasks(tasks: readonly RawTask[]): boolean {
  const told = tasks.filter((task) => task.timeText !== null || task.leadText !== null);
  return tasks.length > 0 && told.length * 2 >= tasks.length;
}

/**
 * Reads the tasks a plan without a table of tasks states in its text. In this order, the first
 * that gives any: tasks written as labelled paragraphs; sections of specific tasks whose items
 * name a time or a lead; sections of ways and means most of whose items name a lead; sections that
 * say who does what. Other ways and means are not tasks.
 */
export function readDuties(sections: readonly Section[]): RawTask[] {
  const labelled = readLabelledTasks(sections);
  if (labelled.length > 0) return labelled;
  const titled = (title: RegExp): RawTask[] => chaptersOf(sections, title).flatMap(tasksUnder);
  const specific = titled(TASK_TITLE);
  if (areTasks(specific)) return specific;
  const means = titled(MEANS_TITLE);
  return areCharged(means) ? means : titled(DUTY_TITLE);
}
