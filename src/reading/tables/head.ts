import { fold } from '../../domain/text';
import type { SourceLine } from '../raw';
import { closesTable, readHeading, type Heading, type Role } from './headings';
import { readCode, splitTitle } from './rowCode';

/** One column of a table: its heading as printed, what it holds, and the year it names. */
export type Column = {
  readonly heading: string;
  readonly role: Exclude<Role, 'outcome'>;
  readonly year: number | null;
};

/** The head of a table and where its body begins (indexes into the lines). */
export type Head = {
  /** `both`: each row is an indicator or a task by what it fills. */
  readonly holds: 'indicators' | 'tasks' | 'both';
  /** `lines`: one cell on each line; `grid`: one row on each line, cells between tabs or pipes. */
  readonly form: 'lines' | 'grid';
  readonly columns: readonly Column[];
  readonly bodyStart: number;
  /** The lines of the head as they stand, for finding it again on the next page. */
  readonly lines: readonly string[];
};

type RawColumn = { readonly heading: string; readonly meaning: Heading | null };

const MOST_HEAD_LINES = 28;
const LONGEST_NUMBER_HEADING = 12;
const LONGEST_HEADING = 90;
const LONGEST_GRID_HEAD = 600;
const LONGEST_GRID_HEADING = 200;
/** Headings of a table without a column of numbers are believed only when they are short. */
const SHORT_HEADING = 40;
const MOST_WRAPS = 4;
const FEWEST_HEADINGS = 3;
/** How many rows tell how wide the table is below its head. */
const ROWS_LOOKED_AT = 6;
/** From here on a number is a year, and a heading. */
const FIRST_YEAR = 1900;

/** True for the line of dashes under the head of a Markdown table. */
export function isRule(cells: readonly string[]): boolean {
  return cells.every((cell) => cell === '' || isRuleCell(cell)) && cells.some(isRuleCell);
}

/** True for what stands under one heading of a Markdown table: dashes, with colons to align it. */
export function isRuleCell(cell: string): boolean {
  return /^(?::[-–—]+:?|[-–—]+:|[-–—]{2,})$/.test(cell);
}

/** True for a second head row that only numbers the columns: (1) (2) (3). */
export function numbersColumns(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return (
    filled.length >= 3 &&
    filled.every((cell, index) => cell.replace(/[().]/g, '') === String(index + 1))
  );
}

/** Cuts the lines of a head into headings: known ones are preferred, wrapped lines are joined. */
function cutHeadings(lines: readonly string[]): readonly RawColumn[] {
  type Best = { readonly cost: number; readonly columns: readonly RawColumn[] };
  const best: Best[] = [{ cost: 0, columns: [] }];
  for (let end = 1; end <= lines.length; end++) {
    let found: Best = { cost: Infinity, columns: [] };
    for (let start = Math.max(0, end - MOST_WRAPS); start < end; start++) {
      const before = best[start];
      if (!before) continue;
      const heading = lines.slice(start, end).join(' ');
      const meaning = readHeading(heading);
      const wraps = end - start - 1;
      const capitals = lines.slice(start + 1, end).filter((line) => /^\p{Lu}\p{Ll}/u.test(line));
      const joint = wraps * 0.4 + capitals.length * 1.2;
      const cost = before.cost + (meaning ? joint : 2 + wraps);
      if (cost < found.cost) found = { cost, columns: [...before.columns, { heading, meaning }] };
    }
    best.push(found);
  }
  return best.at(-1)?.columns ?? [];
}

/**
 * A spanning heading ("Cơ quan thực hiện" over "Chủ trì" and "Phối hợp", "Thời gian" over "Bắt
 * đầu" and "Kết thúc", "Mục tiêu" over years) is read before the headings beside it, its parts
 * after them: puts the parts in its place.
 */
function unfoldSpans(columns: readonly RawColumn[]): readonly RawColumn[] {
  const count = partsAtEnd(columns);
  const parts = columns.slice(columns.length - count);
  const whole = columns.slice(0, columns.length - count);
  const role = parts[0]?.meaning?.role;
  const spanAt = whole.findIndex(({ heading, meaning }) => {
    const words = fold(heading);
    if (meaning?.role !== role || /\b(?:chu tri|bat dau)\b/.test(words)) return false;
    return role !== 'target' || meaning?.year === null;
  });
  if (role === undefined || spanAt < 0) return columns;
  return [...whole.slice(0, spanAt), ...parts, ...whole.slice(spanAt + 1)];
}

/** How many of the last headings are parts of one above them. */
function partsAtEnd(columns: readonly RawColumn[]): number {
  const [first, last] = columns.slice(-2).map(({ heading, meaning }) => ({
    role: meaning?.role,
    words: fold(heading),
  }));
  if (first?.role === 'lead' && last?.role === 'coord') return 2;
  if (first?.role === 'time' && last?.role === 'time' && /\bbat dau\b/.test(first.words)) return 2;
  const years = columns.length - 1 - columns.findLastIndex(({ heading }) => !isYear(heading));
  return years > 1 ? years : 0;
}

/** Words of a goal that only say what stands beneath: "Chỉ tiêu", beside "Nội dung đến năm 2030". */
const NAMED_GOAL = /\b(?:noi dung|chi tieu|tieu chi|chi so|ten)\b/;
const GOAL = /^(?:cac )?(?:chi|muc) tieu(?: (?:can dat|phan dau|cu the))?$/;

const isYear = (heading: string): boolean => /^(?:(?:den )?nam )?20\d\d$/.test(fold(heading));

/**
 * Decides what each column holds and what the table is. Null when the headings are not those
 * of a table of indicators or tasks.
 */
function understand(raw: readonly RawColumn[]): Pick<Head, 'holds' | 'columns'> | null {
  const roles: (Role | null)[] = raw.map((each) => each.meaning?.role ?? null);
  const opens = roles.indexOf('number') + 1;
  if (roles[opens] === 'target' && NAMED_GOAL.test(fold(raw[opens]?.heading ?? '')))
    if (raw.some(({ heading }, at) => at > opens && GOAL.test(fold(heading))))
      roles[opens] = 'name';
  if (!roles.includes('name')) {
    const goal = raw.findIndex(
      (each) => each.meaning?.role === 'target' && each.meaning.year === null,
    );
    const named = besideNumbers(raw, roles) ?? (goal >= 0 ? goal : null);
    if (named !== null) roles[named] = 'name';
  }
  const names = raw.flatMap((_, at) => (roles[at] === 'name' ? [at] : []));
  // "Nhóm nhiệm vụ" groups what the next column names.
  const nameAt = names.find((at) => !/^nhom\b/.test(fold(raw[at]?.heading ?? ''))) ?? names[0];
  const named = nameAt === undefined ? undefined : raw[nameAt];
  if (!named) return null;
  const has = (role: Role): boolean => roles.includes(role);
  const aboutTasks = /\b(?:nhiem vu|cong viec|hoat dong|giai phap)\b/.test(fold(named.heading));
  const aboutIndicators = /\bchi (?:tieu|so)\b/.test(fold(named.heading));
  // What indicators come to ("Kết quả cần đạt") is their target.
  if (aboutIndicators && !aboutTasks && has('result') && (has('unit') || !has('time')))
    if (!has('target') && !has('outcome')) roles[roles.indexOf('result')] = 'target';
  if (has('unit') && has('time') && aboutTasks && !has('lead') && !has('target'))
    roles[roles.indexOf('unit')] = 'lead';
  if (has('unit') && !has('lead') && !has('target') && !has('outcome'))
    roles[roles.indexOf('unit')] = 'lead';
  // Beside "Nội dung", "Chỉ tiêu" is what is to be reached.
  const second = names.find((at) => at > (nameAt ?? 0));
  const isGoal = second !== undefined && GOAL.test(fold(raw[second]?.heading ?? ''));
  if (isGoal && !aboutTasks && !has('target') && !has('outcome')) roles[second] = 'target';
  const measured = has('unit') || has('target') || (has('outcome') && aboutIndicators);
  const scheduled = has('time') && !aboutIndicators && (aboutTasks || !has('unit'));
  const mixed = has('unit') || (aboutTasks && aboutIndicators && has('target'));
  const single = measured && !scheduled ? 'indicators' : 'tasks';
  const holds = mixed && has('time') && aboutTasks === aboutIndicators ? 'both' : single;
  if (holds === 'tasks' && !has('lead') && !has('coord')) return null;
  if (second !== undefined && holds !== 'tasks' && !has('target') && !has('outcome'))
    roles[second] = 'target';
  const taken = new Set<Role>();
  const begins = raw.some(({ heading }) => /\bbat dau\b/.test(fold(heading)));
  const columns = raw.map(({ heading, meaning }, index): Column => {
    const year = meaning?.year ?? null;
    const own = index === nameAt ? 'name' : settle(roles[index] ?? 'other', holds, year);
    const ends = own === 'time' && /\b(?:ket thuc|hoan thanh)\b/.test(fold(heading)) && begins;
    const free = own === 'other' || own === 'target' || ends || !taken.has(own);
    taken.add(own);
    return { heading, role: free ? own : 'other', year };
  });
  return { holds, columns };
}

/**
 * The column beside the numbers of a table none of whose headings tells of names: there they
 * stand, under words that nobody foresaw, or under those of a target that another column states.
 */
function besideNumbers(raw: readonly RawColumn[], roles: readonly (Role | null)[]): number | null {
  const at = roles.indexOf('number') + 1;
  const role = roles[at];
  if (at === 0 || (raw[at]?.heading ?? '') === '') return null;
  const stated = roles.some(
    (each, index) => index > at && ['target', 'outcome', 'result'].includes(each ?? ''),
  );
  return role === null || (role === 'target' && stated) ? at : null;
}

/** What a column that is not the one of names holds, in a table of this kind. */
function settle(role: Role, holds: Head['holds'], year: number | null): Column['role'] {
  if (role === 'name') return 'other';
  if (holds !== 'tasks') return role === 'outcome' ? 'target' : role;
  if (role === 'outcome' || (role === 'target' && year === null)) return 'result';
  return role === 'unit' || role === 'target' ? 'other' : role;
}

function enough(columns: readonly RawColumn[]): boolean {
  const known = new Set(columns.map((each) => each.meaning?.role).filter(Boolean));
  const years = columns.filter(
    ({ meaning }) => meaning?.role === 'target' && meaning.year !== null,
  );
  return (
    (known.size >= FEWEST_HEADINGS || (known.has('name') && years.length > 1)) &&
    columns.filter((each) => each.meaning).length * 2 >= columns.length
  );
}

/** True for a row's number: the first one, or after some headings any. */
function beginsBody(text: string, headings: number): boolean {
  return readCode(text).some(({ steps: [step, ...rest] }) => {
    const value = step?.value ?? FIRST_YEAR;
    return (
      value < FIRST_YEAR && (headings >= FEWEST_HEADINGS || (value === 1 && rest.length === 0))
    );
  });
}

/** True for a title in capitals above a head that is not in capitals. */
function isCaption(lines: readonly SourceLine[], at: number): boolean {
  const next = lines.slice(at + 1, at + 3).find((line) => line.text !== '')?.text ?? '';
  const isCapitals = !/\p{Ll}/u.test(lines[at]?.text ?? '');
  return isCapitals && /\p{Ll}/u.test(next) && readHeading(next)?.role === 'name';
}

/** True for a title in capitals below headings that are not in capitals. */
function isTitleBelow(text: string, above: readonly string[]): boolean {
  const isCapitals = (words: string): boolean => !/\p{Ll}/u.test(words);
  return isCapitals(text) && text.includes(' ') && !above.some((each) => isCapitals(each));
}

/** True when the last line is no heading, and those above are all known without it. */
function endsInTitle(texts: readonly string[]): boolean {
  const last = texts.at(-1) ?? '';
  const isHeading = readHeading(last) !== null && !isTitleBelow(last, texts.slice(1, -1));
  if (!/^\p{Lu}/u.test(last) || isHeading) return false;
  const columns = cutHeadings(texts.slice(0, -1));
  return columns.every(({ meaning }) => meaning) && understand(columns) !== null;
}

/** True for a title that holds its number, above the first row's number. */
function beginsTitled(lines: readonly SourceLine[], at: number, headings: number): boolean {
  if (headings < FEWEST_HEADINGS || !splitTitle(lines[at]?.text ?? '')) return false;
  const next = lines.slice(at + 1, at + 3).find((line) => line.text !== '');
  return next !== undefined && beginsBody(next.text, headings);
}

/** True for the heading of a column of row numbers: with it a head begins. */
export function isNumberHeading(text: string): boolean {
  // Asked of every line, so the first letters are looked at first.
  if (text.length > LONGEST_NUMBER_HEADING || !/^(?:s?\W?t\W?t|số t|thứ t|mã)/iu.test(text))
    return false;
  return readHeading(text)?.role === 'number';
}

/** The head of a table that has one cell on each line and begins at line `start`, or null. */
function lineHead(lines: readonly SourceLine[], start: number): Head | null {
  const first = lines[start]?.text ?? '';
  const numbered = isNumberHeading(first);
  const isTitle = isCaption(lines, start) || splitTitle(first) !== null || closesTable(first);
  if (!numbered && (readHeading(first)?.role !== 'name' || isTitle)) return null;
  const texts = [first];
  let at = start + 1;
  for (; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text === '') continue;
    if ((lines[at]?.cells?.length ?? 0) > 1) return null;
    if (beginsBody(text, texts.length) || beginsTitled(lines, at, texts.length)) break;
    if (!numbered && (text.length > SHORT_HEADING || !readHeading(text))) break;
    if (!numbered && isTitleBelow(text, texts)) break;
    if (text.length > LONGEST_HEADING || isNumberHeading(text)) return null;
    if (texts.push(text) > MOST_HEAD_LINES) return null;
  }
  if (numbered && at === lines.length) return null;
  if (numbered && endsInTitle(texts)) {
    texts.pop();
    at = lines.slice(0, at).findLastIndex((line) => line.text !== '');
  }
  const columns = unfoldSpans(cutHeadings(texts));
  const understood = enough(columns) ? understand(columns) : null;
  if (!understood) return null;
  const bodyStart = afterColumnNumbers(lines, at, columns);
  return { ...understood, form: 'lines', lines: texts, bodyStart };
}

function afterColumnNumbers(
  lines: readonly SourceLine[],
  at: number,
  columns: readonly RawColumn[],
): number {
  const texts: string[] = [];
  let next = at;
  for (; next < lines.length && texts.length < columns.length; next++) {
    const text = lines[next]?.text ?? '';
    if (text !== '') texts.push(text);
  }
  return numbersColumns(texts) ? next : at;
}

/** The head of a table that has one row on each line and begins at line `start`, or null. */
function gridHead(lines: readonly SourceLine[], start: number): Head | null {
  const first = lines[start];
  const cells = first && first.text.length <= LONGEST_GRID_HEAD ? first.cells : null;
  if (!cells || cells.length < FEWEST_HEADINGS || beginsBody(cells[0] ?? '', FEWEST_HEADINGS))
    return null;
  if (cells.some((cell) => cell.length > LONGEST_GRID_HEADING)) return null;
  let columns: readonly RawColumn[] = cells.map((heading) => ({
    heading,
    meaning: readHeading(heading),
  }));
  if (!mayHead(columns)) return null;
  let at = start + 1;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line?.text === '') continue;
    // A heading that is merged down stands in this row as well.
    const below = line?.cells?.map((cell, index) => (cell === columns[index]?.heading ? '' : cell));
    if (!below) break;
    if (below.every((cell) => cell === '')) break;
    if (isRule(below) || numbersColumns(below)) continue;
    const parts = partsOf(below);
    if (parts.length > 1 && widthBelow(lines, at + 1) > columns.length) {
      const unfolded = unfoldSpans([...columns, ...parts]);
      if (unfolded.length === columns.length + parts.length) break;
      columns = unfolded;
      continue;
    }
    if (!isSubHead(below, columns)) break;
    columns = columns.map((column, index) => {
      const heading = below[index] ?? '';
      const meaning = readHeading(heading);
      return meaning ? { heading, meaning } : column;
    });
  }
  if (!enough(columns)) return null;
  const understood = understand(columns);
  return understood
    ? { ...understood, form: 'grid', lines: [first?.text ?? ''], bodyStart: at }
    : null;
}

/** True for headings of numbers or names with another: the upper row, if not all, of a head. */
function mayHead(columns: readonly RawColumn[]): boolean {
  const roles = columns.flatMap(({ meaning }) => meaning?.role ?? []);
  return (
    roles.length >= FEWEST_HEADINGS || roles.some((role) => role === 'number' || role === 'name')
  );
}

/** The headings of a row that holds nothing else. */
function partsOf(cells: readonly string[]): readonly RawColumn[] {
  const filled = cells.filter((cell) => cell !== '');
  const parts = filled.map((heading) => ({ heading, meaning: readHeading(heading) }));
  return parts.every(({ meaning }) => meaning && meaning.role !== 'number') ? parts : [];
}

/** The most cells of the rows that follow. */
function widthBelow(lines: readonly SourceLine[], from: number): number {
  const below = lines.slice(from, from + ROWS_LOOKED_AT).filter(({ text }) => text !== '');
  const end = below.findIndex(({ cells }, at) => at > 0 && cells === null);
  const rows = end < 0 ? below : below.slice(0, end);
  return Math.max(0, ...rows.map(({ cells }) => cells?.length ?? 0));
}

/** True for a second head row under merged cells: no number, some headings, nothing else. */
function isSubHead(cells: readonly string[], columns: readonly RawColumn[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const numberAt = columns.findIndex((each) => each.meaning?.role === 'number');
  const nameAt = columns.findIndex((each) => each.meaning?.role === 'name');
  // Alone in the column of names stands the title of the first section.
  if (filled.length === 1 && nameAt >= 0 && cells[nameAt] !== '') return false;
  return (
    filled.length >= 1 &&
    filled.length < cells.length &&
    (numberAt < 0 || (cells[numberAt] ?? '') === '') &&
    filled.every((cell) => cell.length < 40 && readHeading(cell) !== null)
  );
}

/** The index after a repetition of a head that begins at line `start`; `start` when none does. */
export function afterRepeatedHead(
  lines: readonly SourceLine[],
  start: number,
  { lines: texts }: Head,
): number {
  let at = start;
  for (const text of texts) {
    while (lines[at]?.text === '') at++;
    if (lines[at]?.text !== text) return start;
    at++;
  }
  return at;
}

/** The head that begins at line `start`, or null when none does. */
export function readHead(lines: readonly SourceLine[], start: number): Head | null {
  const text = lines[start]?.text ?? '';
  if (text === '') return null;
  const row = gridHead(lines, start);
  if (row || text.length > SHORT_HEADING) return row;
  return lineHead(lines, start);
}
