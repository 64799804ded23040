import { organizing } from '../cells/meaningLexicon';
import type { Doubt, RawTask } from '../raw';
import { toldOnLine, withoutEnd, type Ended, type Told } from './endings';
import { readLabelledTasks } from './labelled';
import { partsOf } from './labels';
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
/** "Tổ chức 03 lớp": does something, and is no body. */
const ORGANIZES = new RegExp(
  `^to chuc (?:\\d|lop|hoi|cuoc|dao tao|dien tap|khao sat)|${organizing.source}`,
);
/** "Căn cứ chức năng, nhiệm vụ": says on what ground, and is no duty. */
const BASIS_FIRST = /^(?:can cu|tren co so|theo)/;
/** Who helps the agency that a sentence charges: "Sở A chủ trì, phối hợp với Sở B xây dựng …". */
const LEADS_WITH = /^chủ trì,? (?:và )?phối hợp (?:chặt chẽ )?(?:với |cùng )?/i;
/** Reporting that comes again is told of the plan (see ../reporting), and is no task of its own. */
const REPORTS =
  /bao cao.*(?:dinh ky|hang (?:nam|quy|thang)|truoc ngay|6 thang)|(?:dinh ky|hang (?:nam|quy|thang)|truoc ngay|6 thang).*bao cao/;
const REPORTS_FIRST = /^(?:dinh ky|truoc ngay|che do (?:thong tin,? )?bao cao|cong tac bao cao)/;
/** More words than this before a colon or verb are no agency's name. */
const LONGEST_AGENCY = 60;

/** What one item says: who, what, by when; and the heading it stands under. */
type Duty = Ended & {
  readonly line: number;
  readonly section: Section;
  readonly code: string;
};

const bare = (text: string): string => trimmed(text, ' ', ' :;,.');
const wordCount = (text: string): number => text.trim().split(/\s+/).length;

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
  if (lead === '' || ORGANIZES.test(flat(lead)) || wordCount(lead) > LONGEST_AGENCY) return null;
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

/** An item's text with all that stands under it, but for lines that only tell who and by when. */
function wholeText({ title, children }: Section): string {
  return [title, ...children.filter((child) => toldUnder(child) === null).map(wholeText)].join(' ');
}

/** What was found for an item before: it is asked for wherever its heading is looked at. */
const toldBefore = new WeakMap<Section, Told | null>();
const endBefore = new WeakMap<Section, Ended>();

function toldUnder(section: Section): Told | null {
  if (section.children.length > 0) return null;
  const known = toldBefore.get(section);
  if (known !== undefined) return known;
  const told = toldOnLine(section.title);
  toldBefore.set(section, told);
  return told;
}

/** What the end of an item's own words tells. */
function endOf(section: Section): Ended {
  const known = endBefore.get(section);
  if (known !== undefined) return known;
  const end = withoutEnd(section.title);
  endBefore.set(section, end);
  return end;
}

/** What a line below a duty tells of it: no item of its own, and nothing the duty told already. */
function toldBelow(child: Section, { lead, time }: Duty): Told | null {
  if (/^\d/.test(child.number)) return null;
  const told = toldUnder(child);
  const again = told !== null && lead !== null && told.lead !== null;
  return told === null || again || (time !== null && told.time !== null) ? null : told;
}

/** What the end of a duty tells, then what the lines below it tell. */
function withTold(duty: Duty, told: Told | null): Duty {
  if (told === null) return duty;
  return {
    ...duty,
    lead: duty.lead ?? told.lead,
    coord: duty.coord ?? told.coord,
    result: duty.result ?? told.result,
    time: duty.time ?? told.time,
  };
}

function dutyOf(
  item: Section,
  section: Section,
  code: string,
  lead: string | null,
  text: string,
): Duty {
  const end = withoutEnd(text);
  const own: Duty = { line: item.line, section, code, ...end, lead: lead ?? end.lead };
  return item.children.map(toldUnder).reduce(withTold, own);
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
    .filter((child) => !CLOSING.test(flat(child.title)) && toldUnder(child) === null)
    .map((child, index) => dutyOf(child, section, `${code}.${index + 2}`, lead, wholeText(child)));
  const coord = own.coord ?? helpersIn(rest);
  return [{ ...own, coord, time: time ?? own.time }, ...under];
}

/** Whether an item says itself who is charged or by when. */
function isTold(section: Section): boolean {
  const { lead, time } = endOf(section);
  return lead !== null || time !== null || chargedIn(section.title) !== null;
}

/**
 * A heading, over items, that names no agency: a numbered one ("1. Công tác tuyên truyền"), or
 * any most of whose items say who is charged or by when.
 */
function isHeading({ title, number, children }: Section): boolean {
  const items = children.filter((child) => toldUnder(child) === null);
  if (items.length === 0 || TIME.test(flat(title))) return false;
  if (/^\d/.test(number) && !/[.;]$/.test(title)) return true;
  const told = items.filter((child) => child.style !== 'text' && isTold(child));
  return number !== '' && told.length * 2 > items.length;
}

/**
 * The items under a heading. A plain paragraph that charges bodies of its own, or sets the
 * reporting, was printed below the last item and is no part of it.
 */
function itemsUnder({ children }: Section): readonly Item[] {
  return children.flatMap((section, index): Item[] => {
    const isOwn = (each: Section): boolean =>
      each.style === 'text' &&
      (REPORTS_FIRST.test(flat(each.title)) || chargedIn(each.title) !== null);
    if (isHeading(section) || !/[.;]$/.test(section.title))
      return [{ section, isOwn: index > 0 && isOwn(section) }];
    const own = section.children.filter(isOwn);
    const rest = section.children.filter((child) => !own.includes(child));
    return [
      {
        section: own.length > 0 ? { ...section, children: rest } : section,
        isOwn: index > 0 && isOwn(section),
      },
      ...own.map((each) => ({ section: each, isOwn: true })),
    ];
  });
}

/** An item; `isOwn` where it charges bodies of its own whatever heading it stands under. */
type Item = { readonly section: Section; readonly isOwn: boolean };

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
  const items = itemsUnder(section);
  items.forEach(({ section: child, isOwn }, index) => {
    const words = flat(child.title);
    if (CLOSING.test(words) || (isOwn && REPORTS.test(words))) return;
    const numbered = /^\d/.test(child.number);
    const last = duties.at(-1);
    const told = last === undefined ? null : toldBelow(child, last);
    if (last !== undefined && told !== null) {
      duties[duties.length - 1] = withTold(last, told);
      return;
    }
    const path = numbered ? below(code, child.number.replace(/^.*\./, '')) : base;
    const agency = agencyOfTitle(child, items[index + 1]?.section);
    if (agency !== null) {
      titles += 1;
      [charged, base, count] = [agency, numbered ? path : below(code, titles), 0];
      duties.push(...dutiesUnder(child, within, base, agency));
      if (child.children.length > 0) [charged, base] = [lead, code];
      return;
    }
    const isCharging = charged === null || isOwn;
    const own = isCharging && endOf(child).lead === null ? chargedIn(child.title) : null;
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

function taskOf(duty: Duty): RawTask {
  const { line, section, code, name, lead, coord, result, time } = duty;
  const without: Doubt[] = lead === null ? [{ code: 'rowWithoutLead', params: {} }] : [];
  return {
    line,
    code,
    section: section.number,
    sectionTitle: bare(section.title),
    name,
    leadText: lead,
    coordText: coord,
    resultText: result,
    timeText: time,
    doubts: [...without, ...duty.doubts],
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

const led = (tasks: readonly RawTask[]): number =>
  tasks.filter((task) => task.leadText !== null).length;

/**
 * Reads the tasks a plan without a table of tasks states in its text. In this order, the first
 * that gives any: tasks written as labelled paragraphs, unless more of them say who leads in
 * sentences; sections of specific tasks whose items name a time or a lead; sections of ways and
 * means most of whose items name a lead; sections that say who does what. Other ways and means are
 * not tasks.
 */
export function readDuties(sections: readonly Section[]): RawTask[] {
  const titled = (title: RegExp): RawTask[] => chaptersOf(sections, title).flatMap(tasksUnder);
  const labelled = readLabelledTasks(sections);
  const specific = titled(TASK_TITLE);
  const means = areTasks(specific) ? [] : titled(MEANS_TITLE);
  const told = areTasks(specific) ? specific : areCharged(means) ? means : [];
  const hasLabels = told.some(({ name }) => partsOf(name)[0]?.cell !== null);
  if (labelled.length > 0 && (hasLabels || labelled.length >= led(told))) return labelled;
  return told.length > 0 ? told : titled(DUTY_TITLE);
}
