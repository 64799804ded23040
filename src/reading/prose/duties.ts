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
} from './lexicon';
import { flat, lower, outsideBrackets } from './letters';
import type { Section } from './outline';

const TASK_TITLE = new RegExp(anyOf(taskTitles));
const DUTY_TITLE = new RegExp(anyOf(dutyTitles));
const MEANS = /giai phap|muc tieu/;
const AGENCY_FIRST = new RegExp(`^${agencyPlurals}${anyOf(agencyHeads)}${EDGE_AFTER}`, 'u');
const NEXT_AGENCY = new RegExp(`,\\s+(?=${agencyPlurals}${anyOf(agencyHeads)}${EDGE_AFTER})`, 'u');
const VERB = new RegExp(`${EDGE_BEFORE}${anyOf(dutyVerbs)}${EDGE_AFTER}`, 'gu');
const CHARGE = new RegExp(`^${anyOf(charges)}\\s+`, 'u');
const CLOSING = new RegExp(`^${anyOf(closingFormulas)}`);
const TIME = new RegExp(anyOf(timeWords));
const TIME_FIRST = new RegExp(`^(?:xong |chậm nhất |trước |trong |từ )?${anyOf(timeWords)}`);
const LAST_BRACKET = /\s*\(([^()]*)\)[\s.;]*$/;
const LAST_DASH = /\s+[-–—]\s+([^-–—]*?)[\s.;]*$/;
/** More words than this before a colon or verb are no agency's name. */
const LONGEST_AGENCY = 60;

/** What one item says: who, what, by when. */
type Duty = {
  readonly line: number;
  readonly code: string;
  readonly name: string;
  readonly lead: string | null;
  readonly time: string | null;
};

const bare = (text: string): string => text.replace(/[\s:;,.]+$/, '').trim();
const wordCount = (text: string): number => text.trim().split(/\s+/).length;

/** Takes the time off the end of a task: words in a last bracket or after a last dash. */
function withoutTime(text: string): { readonly name: string; readonly time: string | null } {
  for (const form of [LAST_BRACKET, LAST_DASH]) {
    const match = form.exec(text);
    const words = match?.[1]?.trim() ?? '';
    const says = form === LAST_BRACKET ? TIME.test(flat(words)) : TIME_FIRST.test(flat(words));
    if (match !== null && words !== '' && says)
      return { name: text.slice(0, match.index).trim(), time: words };
  }
  return { name: text.replace(/\.\/\.\s*$/, '.').trim(), time: null };
}

/** Where the first verb of a duty stands outside brackets, or -1. */
function verbAt(text: string): number {
  const words = lower(outsideBrackets(text));
  for (const match of words.matchAll(VERB)) if (match.index > 0) return match.index;
  return -1;
}

/**
 * Reads who is charged in the item's own words: "Sở A: …", "Đề nghị A, B phối hợp …", "Sở A chủ
 * trì …", "Định kỳ hằng năm trước ngày 20/12, các sở báo cáo …". Null where no agency is named.
 */
function chargedIn(
  text: string,
): { readonly lead: string; readonly rest: string; readonly time: string | null } | null {
  const charge = CHARGE.exec(lower(text))?.[0].length ?? 0;
  const opened = text.slice(charge);
  if (AGENCY_FIRST.test(lower(opened))) return splitAgency(opened, null);
  const next = NEXT_AGENCY.exec(lower(outsideBrackets(opened)));
  if (next === null) return null;
  const opening = opened.slice(0, next.index);
  const when = bare(opening.replace(/\s*\([^()]*\)/g, ''));
  const time = TIME_FIRST.test(flat(when)) ? when : null;
  if (time === null && !/^(?:can cu|tren co so|theo)/.test(flat(when))) return null;
  return splitAgency(opened.slice(next.index + next[0].length), time);
}

function splitAgency(text: string, time: string | null) {
  const colon = outsideBrackets(text).search(/:\s/);
  const verb = verbAt(text);
  const end =
    colon >= 0 && (verb < 0 || colon < verb || wordCount(text.slice(0, colon)) <= 20)
      ? colon
      : verb;
  const lead = end < 0 ? '' : bare(text.slice(0, end));
  if (lead === '' || wordCount(lead) > LONGEST_AGENCY) return null;
  return { lead, rest: text.slice(end).replace(/^:\s*/, ''), time };
}

/** A heading that is nothing but the name of the agency charged with what stands under it. */
function isAgencyTitle({ title, children }: Section): boolean {
  const words = lower(title);
  if (!AGENCY_FIRST.test(words) || /[.;]$/.test(title) || wordCount(title) > LONGEST_AGENCY)
    return false;
  return title.endsWith(':') || (children.length > 0 && verbAt(title) < 0);
}

/** An item's text with all that stands under it. */
function wholeText({ title, children }: Section): string {
  return [title, ...children.map(wholeText)].join(' ');
}

function dutyOf(section: Section, code: string, lead: string | null): Duty {
  const text = wholeText(section);
  const { name, time } = withoutTime(text);
  return { line: section.line, code, name, lead, time };
}

/** Reads the duties under a section: codes are the numbers on the way down, joined by dots. */
function dutiesUnder(section: Section, code: string, lead: string | null): Duty[] {
  const duties: Duty[] = [];
  let charged = lead;
  let base = code;
  let count = 0;
  let titles = 0;
  for (const child of section.children) {
    if (CLOSING.test(flat(child.title))) continue;
    const numbered = child.number !== '' && child.style !== 'a)';
    const path = numbered ? `${code}.${child.number.replace(/^.*\./, '')}` : base;
    if (isAgencyTitle(child)) {
      const agency = bare(child.title.replace(/^(?:Đề nghị|Giao)\s+/u, ''));
      titles += 1;
      const at = numbered ? path : `${code}.${titles}`;
      if (child.children.length > 0) duties.push(...dutiesUnder(child, at, agency));
      else {
        charged = agency;
        base = at;
        count = 0;
      }
      continue;
    }
    const own = charged === null ? chargedIn(child.title) : null;
    if (own === null && numbered && child.children.length > 0 && isHeading(child)) {
      duties.push(...dutiesUnder(child, path, charged));
      continue;
    }
    if (numbered && charged === null) {
      duties.push(...itemDuties(child, path, own));
      continue;
    }
    count += 1;
    const duty = dutyOf(child, `${base}.${count}`, charged ?? own?.lead ?? null);
    duties.push(
      own === null
        ? duty
        : { ...duty, ...withoutTime(own.rest), time: own.time ?? withoutTime(own.rest).time },
    );
  }
  return duties;
}

const isHeading = ({ title }: Section): boolean => !/[.;]$/.test(title) && !TIME.test(flat(title));

function itemDuties(item: Section, path: string, own: ReturnType<typeof chargedIn>): Duty[] {
  const under = item.children.filter((child) => !CLOSING.test(flat(child.title)));
  const text = [own === null ? item.title : own.rest, ...under.map(wholeText)].join(' ');
  const { name, time } = withoutTime(text);
  return [
    {
      line: item.line,
      code: `${path}.1`,
      name,
      lead: own?.lead ?? null,
      time: own?.time ?? time,
    },
  ];
}

function taskOf(section: Section, { line, code, name, lead, time }: Duty): RawTask {
  const doubts: Doubt[] = lead === null ? [{ code: 'rowWithoutLead', params: {} }] : [];
  return {
    line,
    code,
    section: section.number,
    sectionTitle: bare(section.title),
    name,
    leadText: lead,
    coordText: null,
    resultText: null,
    timeText: time,
    doubts,
  };
}

const tasksUnder = (section: Section): RawTask[] =>
  dutiesUnder(section, section.number, null).map((duty) => taskOf(section, duty));

/** The chapters of a text: the outermost numbered headings with something under them. */
function chaptersOf(sections: readonly Section[]): Section[] {
  return sections.flatMap((section) => {
    if (section.style === 'part' || section.style === 'A') return chaptersOf(section.children);
    return section.style === 'text' || section.style === 'appendix' ? [] : [section];
  });
}

/** At least half of the tasks say a time or who leads: it is a list of tasks, not of means. */
function areTasks(tasks: readonly RawTask[]): boolean {
  const told = tasks.filter((task) => task.timeText !== null || task.leadText !== null);
  return tasks.length > 0 && told.length * 2 >= tasks.length;
}

/**
 * Reads the tasks a plan without a table of tasks states in its text. In this order, the first
 * that gives any: tasks written as labelled paragraphs; sections of specific tasks whose items
 * name a time or a lead; sections that say who does what. Ways and means are not tasks.
 */
export function readDuties(sections: readonly Section[]): RawTask[] {
  const labelled = readLabelledTasks(sections);
  if (labelled.length > 0) return labelled;
  const chapters = chaptersOf(sections);
  const titled = (title: RegExp): RawTask[] =>
    chapters
      .filter((each) => title.test(flat(each.title)) && !MEANS.test(flat(each.title)))
      .flatMap(tasksUnder);
  const specific = titled(TASK_TITLE);
  return areTasks(specific) ? specific : titled(DUTY_TITLE);
}
