import { cellMeaning } from './meaning';
import { plain } from './plain';

/** Who leads and who helps, in the source's words, and what else stands beside them. */
export type Roles = {
  readonly lead: string | null;
  readonly coord: string | null;
  /** Words that are neither: a time, perhaps. */
  readonly rest: readonly string[];
};

type Role = 'lead' | 'coord';

/** One mark of a role: `names` says on which side of it the bodies stand. */
type Mark = {
  readonly role: Role;
  readonly at: number;
  readonly end: number;
  readonly names: 'before' | 'after';
  readonly labelled: boolean;
};

/** A longer text is no list of who does what. */
const LONGEST = 600;
const MARK =
  /(?:dong )?(?:(?:cac )?(?:co quan|don vi|dau moi)(?:, don vi)? )?(?<role>chu tri|phoi hop)(?: (?:thuc hien|tham muu|trien khai))?(?![a-z])/g;
const LABEL = /^ ?:/;
const WITH = /^ (?:chat che )?(?:voi|cung)(?: cac co quan lien quan)?(?![a-z])(?! voi)/;
const CLOSED = /^ ?(?:[,;.)]|$)/;
/** What joins two parts, or opens one, and belongs to neither. */
const LEADING = /^(?:[\s,;:.()+–-]|(?:va|do|giao cho|giao|cung|la|trong do)(?![a-z]))+/;
const TRAILING = /(?:[\s,;:.(+–-]|(?<![a-z])(?:va|la|lam|cung|tham gia|thuc hien|trien khai))+$/;
const OPENING = /^\s*phan cong(?: (?:thuc hien|nhiem vu|trach nhiem))?\s*:\s*/;

/** Of the words of a cell, from where on they are bodies. */
const LEAST_BODIES = 0.6;

/** A sentence, or "Tổ chức 03 lớp …", is no name though it may begin like one. */
const NO_NAME = /\.\s|^to chuc (?:\d|lop|hoi|cuoc|dien tap|khao sat)/;

const isBodies = (text: string): boolean =>
  !NO_NAME.test(plain(text)) && cellMeaning(text).agency >= LEAST_BODIES;

function marksIn(words: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of words.matchAll(MARK)) {
    const role: Role = match.groups?.['role'] === 'chu tri' ? 'lead' : 'coord';
    if (/[a-z]/.test(words[match.index - 1] ?? '')) continue;
    let end = match.index + match[0].length;
    const after = words.slice(end);
    const label = LABEL.exec(after)?.[0].length ?? 0;
    const open = label > 0 ? label : (WITH.exec(after)?.[0].length ?? 0);
    const last = marks.at(-1);
    const from = last === undefined ? 0 : last.end;
    const gap = words.slice(from, match.index).replace(LEADING, '');
    const closed = CLOSED.test(after) || (role === 'lead' && / (?:va )?phoi hop/y.test(after));
    const names = open === 0 && (closed || gap !== '') && gap !== '' ? 'before' : 'after';
    end += open;
    marks.push({ role, at: match.index, end, names, labelled: label > 0 });
  }
  return marks;
}

/** No time is without one of these. */
const TIME_CUE = /\d|thuong xuyen|lien tuc|hang |dinh ky|theo |khi /;

const isTime = (text: string): boolean =>
  TIME_CUE.test(plain(text)) && cellMeaning(text).time >= 0.8;

/** Takes off a stretch of names the parts at its beginning and its end that are times. */
function withoutTimes(text: string): { readonly names: string; readonly rest: readonly string[] } {
  const parts = text.split(/(?<=[;,.])\s+/);
  let from = 0;
  let to = parts.length;
  while (from < to - 1 && isTime(parts[from] ?? '')) from += 1;
  while (to > from + 1 && isTime(parts[to - 1] ?? '')) to -= 1;
  return {
    names: parts.slice(from, to).join(' '),
    rest: [...parts.slice(0, from), ...parts.slice(to)],
  };
}

function bare(text: string): string {
  const from = LEADING.exec(plain(text))?.[0].length ?? 0;
  const rest = text.slice(from);
  const end = TRAILING.exec(plain(rest))?.index ?? rest.length;
  const kept = rest.slice(0, end);
  return kept.split('(').length < kept.split(')').length ? kept.replace(/\)$/, '') : kept;
}

/**
 * Reads who leads and who helps where a text says it of bodies by name, and nothing else but a
 * time: "Sở A chủ trì; Sở B, Sở C phối hợp", "Sở A chủ trì, phối hợp với Sở B", "Sở A (chủ
 * trì), Sở B (phối hợp)", "Chủ trì: Sở A; phối hợp: Sở B". Text before the first mark is that of
 * `first`, where it is given: a lead's cell may begin without saying so. Null for any other text.
 */
export function rolesIn(text: string, first: Role | null = null): Roles | null {
  if (text.length > LONGEST) return null;
  const opening = OPENING.exec(plain(text))?.[0].length ?? 0;
  const source = text.slice(opening);
  const marks = marksIn(plain(source));
  if (marks.length === 0) return null;
  const found: Record<Role, string[]> = { lead: [], coord: [] };
  const left: string[] = [];
  const put = (role: Role | null, words: string, labelled: boolean): boolean => {
    const { names, rest } = withoutTimes(bare(words));
    left.push(...rest);
    const kept = bare(names);
    if (kept === '') return true;
    if (role === null || !(labelled || isBodies(kept))) {
      left.push(kept);
      return role === null;
    }
    found[role].push(kept);
    return true;
  };
  let from = 0;
  let role = first;
  let labelled = false;
  for (const mark of marks) {
    const between = source.slice(from, mark.at);
    // Names before this mark and names after the one before are parted by the last ";".
    const cut =
      mark.names === 'before' && role !== null && mark.role !== role
        ? between.lastIndexOf(';')
        : -1;
    if (mark.names === 'after') {
      if (!put(role, between, labelled)) return null;
      role = mark.role;
    } else {
      const isFirst = mark === marks[0] && mark.role === first;
      if (role !== null && !isFirst && bare(between) !== '') {
        if (cut < 0) return null;
        if (!put(role, between.slice(0, cut), labelled)) return null;
      }
      if (!put(mark.role, between.slice(cut + 1), false)) return null;
      role = null;
    }
    labelled = mark.labelled;
    from = mark.end;
  }
  if (!put(role, source.slice(from), labelled)) return null;
  const joined = (names: readonly string[]): string | null =>
    names.length === 0 ? null : names.join('; ');
  const [lead, coord] = [joined(found.lead), joined(found.coord)];
  return lead === null && coord === null ? null : { lead, coord, rest: left };
}
