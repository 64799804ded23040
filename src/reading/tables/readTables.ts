import { fold } from '../../domain/text';
import type { Doubt, RawIndicator, RawTask, SourceLine } from '../raw';
import { rolesIn } from '../cells/roles';
import { joinBarRows } from './barRows';
import type { Note } from '../../domain/plan/plan';
import { findTables, type Table } from './findTables';
import type { Column } from './head';
import { readHeading } from './headings';
import { joinLatexRows } from './latexRows';
import { joinPipedRows } from './pipeRows';
import type { Row } from './row';
import { depthOf, isFirstBelow, isSectionStyle, isWithin, type CodeReading } from './rowCode';
import { findUnreadTables, type UnreadTable } from './unreadTables';
import { joinSpacedRows } from './spacedRows';

/** An indicator of a table, with the number of the section it stands in ("" where there is none). */
export type TableIndicator = RawIndicator & { readonly section: string };

/** What the tables of a plan hold. */
export type ReadTables = {
  readonly indicators: readonly TableIndicator[];
  readonly tasks: readonly RawTask[];
  readonly hasIndicatorTable: boolean;
  readonly hasTaskTable: boolean;
  /** The lines outside the tables: running text. */
  readonly outside: readonly SourceLine[];
  /** Lines beside or under rows that are no cells: remarks, sources. */
  readonly ignored: readonly SourceLine[];
  /** A note for each table with columns that the plan has no place for, though it might. */
  readonly notes: readonly Note[];
  /** Tables of which no row could be read: their lines are in none of these. */
  readonly unread: readonly UnreadTable[];
};

/** Reads all tables of a plan. The horizon of a table that names no year is 0. */
export function readTables(lines: readonly SourceLine[]): ReadTables {
  const { tables, outside, ignored } = findTables(
    joinPipedRows(joinBarRows(joinSpacedRows(joinLatexRows(lines)))),
  );
  const { running, unread } = findUnreadTables(outside);
  const ofIndicators = tables.filter(({ head }) => head.holds !== 'tasks');
  const ofTasks = tables.filter(({ head }) => head.holds !== 'indicators');
  const indicators = ofIndicators.flatMap(readIndicators);
  const tasks = readTasks(ofTasks);
  const isBoth = tables.some(({ head }) => head.holds === 'both');
  return {
    indicators,
    tasks,
    hasIndicatorTable: isBoth ? indicators.length > 0 : ofIndicators.length > 0,
    hasTaskTable: isBoth ? tasks.length > 0 : ofTasks.length > 0,
    outside: running,
    ignored,
    notes: tables.flatMap(leftOutOf),
    unread,
  };
}

/** The columns of a table that are left out under headings that do not say they should be. */
function leftOutOf({ head, rows }: Table): readonly Note[] {
  const unread = head.columns.filter(
    ({ heading, role }) =>
      role === 'other' && heading !== '' && readHeading(heading)?.role !== 'other',
  );
  if (unread.length === 0) return [];
  const columns = unread.map(({ heading }) => `“${heading}”`).join(', ');
  const where = { line: rows[0]?.line ?? 0, row: null };
  return [{ code: 'columnLeftOut', where, params: { columns } }];
}

function textOf(row: Row, role: Column['role']): string | null {
  return row.filled.find(({ column }) => column.role === role)?.text ?? null;
}

/** When a task is due: the cell of its time, or those of its beginning and its end. */
function timeOf(row: Row): string | null {
  const texts = row.filled.filter(({ column }) => column.role === 'time').map(({ text }) => text);
  return texts.length > 0 ? texts.join(' - ') : null;
}

/** Who leads and who helps; one cell may tell both: "Sở A chủ trì; Sở B, Sở C phối hợp". */
function bodiesOf(row: Row): Pick<RawTask, 'leadText' | 'coordText'> {
  const [leadText, coordText] = [textOf(row, 'lead'), textOf(row, 'coord')];
  const told = coordText === null ? rolesIn(leadText ?? '', 'lead') : null;
  return told?.rest.length === 0 && told.lead !== null && told.coord !== null
    ? { leadText: told.lead, coordText: told.coord }
    : { leadText, coordText };
}

function isTitleOnly(row: Row): boolean {
  return row.filled.length === 1 && row.filled[0]?.column.role === 'name';
}

/** True for a row that only heads the rows below it: a section, or (tasks) a numbered group. */
function isSection(row: Row): boolean {
  return isTitleOnly(row) && (row.code === null || isSectionStyle(row.code));
}

function headsNext(row: Row, next: Row | undefined): boolean {
  return isTitleOnly(row) && !!row.code && !!next?.code && isFirstBelow(row.code, next.code);
}

/** A title of rows that have numbers of their own: it is no group of indicators ("6" over "6.1"). */
function headsOthers(row: Row, next: Row | undefined): boolean {
  if (!row.isTitle || !row.code) return false;
  return !!next?.code && !isWithin(row.code, next.code);
}

/**
 * True for a row of a table of both kinds that is a task: it measures nothing. Words in a column
 * of targets are one ("Xong bản đồ số"), those in one of results ("Báo cáo") are a product.
 */
function isTask(row: Row): boolean {
  const target = row.filled.find(({ column }) => column.role === 'target');
  const sets = !!target && (AIM.test(fold(target.column.heading)) || /\d/.test(target.text));
  return textOf(row, 'unit') === null && !sets;
}

/** True for what is no row of a plan: one that nobody filled in, or a sum of rows ("Tổng cộng"). */
function isIdle(row: Row): boolean {
  const isTotal = row.code === null && TOTAL.test(fold(textOf(row, 'name') ?? ''));
  return row.filled.length === 0 || isTotal;
}

const TOTAL = /^(?:tong(?: cong| so)?|cong)$/;

const HORIZON =
  /^(?:\S+ ){0,4}?(?:den|nam|giai doan|tam nhin|thoi ky) (?:\S+ ){0,3}?20\d\d(?: \S+){0,4}$/;

/** The year of a title such as "Đến năm 2030" or "Giai đoạn 2026 - 2030"; null for another title. */
function yearOfTitle(title: string): number | null {
  return HORIZON.test(fold(title)) ? lastYear(title) : null;
}

/** The last year that a text names, as when an indicator is to reach its target; or null. */
function lastYear(text: string): number | null {
  const years = text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [];
  return years.length > 0 ? Math.max(...years.map((year) => Number.parseInt(year, 10))) : null;
}

/** The year a caption sets for its whole table: "CHỈ TIÊU ĐẾN NĂM 2030". */
function yearOfCaption(caption: string): number | null {
  const words = fold(caption.replace(/\(.*$/, '').replace(/ngày [\d/ ]+\d{4}/giu, ''));
  const year = /\b(?:den|trong|giai doan(?: 20\d\d)?|chi tieu) (?:nam )?(20\d\d)\b/.exec(
    words,
  )?.[1];
  return year === undefined ? null : Number.parseInt(year, 10);
}

const NATION = /\b(?:quoc gia|trung uong|ca nuoc|chinh phu|nghi quyet|nq|tw|bo chinh tri)\b/;
const LOCALITY = /\b(?:tinh|thanh pho|thi xa|huyen|xa|phuong|dia phuong|dac khu)\b/;

/** True for a column of what a resolution asks of the nation, which plans set beside their own. */
function isOfNation(heading: string): boolean {
  const words = fold(heading);
  return NATION.test(words) && !LOCALITY.test(words);
}

/** Words of a column of targets, where others hold figures too: "Giá trị", "Mức". */
const AIM = /\b(?:muc tieu|ke hoach|phan dau|chi tieu)\b/;

/** That another column of a row could hold its target as well. */
function rivalDoubt(row: Row, rival: Column): readonly Doubt[] {
  const text = row.filled.find(({ column }) => column === rival)?.text;
  return text === undefined
    ? []
    : [{ code: 'targetBeside', params: { column: rival.heading, text } }];
}

/**
 * The indicators of a table. A table with one target column for each year gives each row once
 * for each year that it sets a target for.
 */
function readIndicators({ head, rows, caption }: Table): TableIndicator[] {
  const stated = head.columns.filter((column) => column.role === 'target');
  const own = stated.filter(({ heading }) => !isOfNation(heading));
  const targets = own.length > 0 ? own : stated;
  const dated = targets.filter((column) => column.year !== null);
  const likely = targets.filter(({ heading }) => AIM.test(fold(heading)));
  const columns = dated.length > 0 ? dated : (likely.length > 0 ? likely : targets).slice(0, 1);
  const rivals = dated.length > 0 ? [] : targets.filter((column) => column !== columns[0]);
  const named = head.columns.find((column) => column.role === 'name')?.year;
  let horizon = columns[0]?.year ?? named ?? yearOfCaption(caption) ?? 0;
  let section = '';
  return rows.flatMap((row, at): TableIndicator[] => {
    const name = textOf(row, 'name') ?? '';
    if (isIdle(row)) return [];
    if (isSection(row) || headsOthers(row, rows[at + 1])) {
      horizon = yearOfTitle(name) ?? horizon;
      section = row.code?.text ?? section;
      return [];
    }
    if (head.holds === 'both' && isTask(row)) return [];
    const raw = {
      line: row.line,
      code: row.code?.text ?? '',
      name,
      unit: textOf(row, 'unit'),
      leadText: textOf(row, 'lead'),
      doubts: [...row.doubts, ...rivals.flatMap((rival) => rivalDoubt(row, rival))],
      section,
    };
    const ownYear = lastYear(timeOf(row) ?? '') ?? horizon;
    const set = columns.flatMap((column) => {
      const targetText = row.filled.find((each) => each.column === column)?.text;
      return targetText === undefined
        ? []
        : [
            {
              ...raw,
              horizon: columns.length > 1 ? (column.year ?? horizon) : ownYear,
              targetText,
            },
          ];
    });
    return set.length > 0 ? set : [{ ...raw, horizon: ownYear, targetText: null }];
  });
}

/** A section that rows stand in; `isApart`: it is numbered as its rows are, and only a title ends it. */
type OpenSection = {
  readonly code: CodeReading | null;
  readonly title: string;
  readonly isApart: boolean;
};

/** Whether a section goes on at a row, or ends above it. */
function staysOpen(section: OpenSection, code: CodeReading | null, heads: boolean): boolean {
  if (section.isApart && !heads) return true;
  return section.code ? !code || depthOf(section.code) < depthOf(code) : !heads;
}

/** The tasks of tables, each with the innermost section it stands in. */
function readTasks(tables: readonly Table[]): readonly RawTask[] {
  let open: readonly OpenSection[] = [];
  return tables.flatMap((table, at) => {
    const read = readTasksOf(table, isContinued(tables[at - 1], table) ? open : []);
    open = read.open;
    return read.tasks;
  });
}

/** True for a table whose first row has the number after that of the last row of the one before. */
function isContinued(before: Table | undefined, { rows }: Table): boolean {
  const [first] = rows;
  const last = before?.rows.findLast((row) => row.code !== null);
  if (!first?.code || !last?.code || isTitleOnly(first)) return false;
  const [from, to] = [last.code.steps, first.code.steps];
  const [own, next] = [from[0], to[0]];
  if (from.length !== 1 || to.length !== 1 || own?.style !== 'arabic') return false;
  return next?.style === 'arabic' && next.value === own.value + 1;
}

/** The tasks of a table that begins in these sections, and the sections it ends in. */
function readTasksOf(
  { head, rows }: Table,
  within: readonly OpenSection[],
): { readonly tasks: readonly RawTask[]; readonly open: readonly OpenSection[] } {
  let open = within;
  const tasks = rows.flatMap((row, at): RawTask[] => {
    if (isIdle(row)) return [];
    const name = textOf(row, 'name') ?? '';
    const code = row.code;
    const next = rows[at + 1];
    const heads = isSection(row) || headsNext(row, next) || headsOthers(row, next);
    open = open.filter((each) => staysOpen(each, code, heads));
    if (heads) {
      open = [
        ...open,
        { code, title: name, isApart: !!code && !isSectionStyle(code) && headsOthers(row, next) },
      ];
      return [];
    }
    const isBoth = head.holds === 'both';
    if (isBoth && !isTask(row)) return [];
    const section = open.at(-1);
    return [
      {
        line: row.line,
        code: code?.text ?? '',
        section: section?.code?.text ?? '',
        sectionTitle: section?.title ?? '',
        name,
        ...bodiesOf(row),
        resultText: textOf(row, 'result') ?? (isBoth ? textOf(row, 'target') : null),
        timeText: timeOf(row),
        doubts: row.doubts,
      },
    ];
  });
  return { tasks, open };
}
