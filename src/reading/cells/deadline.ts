import { addDays, endOfMonth, makeDate, type IsoDate } from '../../domain/dates';
import type { Deadline } from '../../domain/plan/deadline';
import { tidy } from '../../domain/text';
import type { Doubt } from '../raw';
import {
  afterWords,
  beforeWords,
  beginWords,
  citationWords,
  conditionEnd,
  conditionWords,
  joinedCondition,
  listConnector,
  ongoingWords,
  openWords,
  outlookWords,
  rhythmWords,
  spanConnector,
  unreadWords,
  yearlyWords,
} from './deadlineLexicon';
import { plain } from './plain';

/** The days that a named point of time covers. */
type Bounds = {
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly isDay: boolean;
  /** Several in one: "quý III-IV/2025". */
  readonly isSpan: boolean;
  /** "Đầu năm", "giữa năm": the calendar does not say where they end. */
  readonly isRough: boolean;
};

/** `before` is what stands between the point before (or the beginning) and this one. */
type Point = Bounds & { readonly before: string };

type Shaped = {
  /** Plain text with points as "#" and cited documents and outlooks as "§". */
  readonly words: string;
  readonly points: readonly Point[];
  /** A date, a month or a quarter that no calendar has was met. */
  readonly impossible: boolean;
};

/** What is read; `sure` is false when the text says more, or says it less clearly. */
type Reading = { readonly time: Deadline; readonly sure: boolean };

/** A longer text is no time cell; its patterns would also take too long. */
const LONGEST = 500;

const unread: Reading = { time: { kind: 'none' }, sure: false };

const documentNumber = /\d+[-/](?:\d{4}[-/])?\p{Lu}{2,}[\p{L}\d-]*(?:\/[\p{L}\d-]+)*/gu;

function whole(digits: string | undefined): number {
  return Number.parseInt(digits ?? '', 10);
}

function days(
  [d1, m1, y1]: readonly [string | undefined, string | undefined, string | undefined],
  [d2, m2, y2]: readonly [string | undefined, string | undefined, string | undefined],
): Bounds | null {
  const start = makeDate(whole(y1), whole(m1), whole(d1));
  const end = makeDate(whole(y2), whole(m2), whole(d2));
  if (start === null || end === null || start > end) return null;
  return { start, end, isDay: true, isSpan: start !== end, isRough: false };
}

function months(
  y: string | undefined,
  first: number,
  last: number,
  { isSpan = false, isRough = false } = {},
): Bounds | null {
  const start = makeDate(whole(y), first, 1);
  if (start === null || makeDate(whole(y), last, 1) === null || first > last) return null;
  return { start, end: endOfMonth(whole(y), last), isDay: false, isSpan, isRough };
}

function quarters(y: string | undefined, first: string | undefined, last = first): Bounds | null {
  const [from, to] = [first, last].map((text) => {
    const roman = ['i', 'ii', 'iii', 'iv'].indexOf(text ?? '');
    return roman >= 0 ? roman + 1 : whole(text);
  });
  return months(y, (from ?? 0) * 3 - 2, (to ?? 0) * 3, { isSpan: last !== first });
}

const year = '((?:19|20)\\d\\d)(?!\\d)';
const quarter = '(iv|i{1,3}|v|[1-9])(?![\\da-z])';
const and = ' ?(?:-|,|&|\\+|va|den) ?';
const of = ' ?(?:[\\/.,-]|nam|cua nam)? ?(?:nam )?';

type Shape = {
  readonly pattern: RegExp;
  /** Null when no calendar has what the groups name. */
  readonly read: (groups: readonly (string | undefined)[]) => Bounds | null;
};

/** The ways to write a point of time in plain text, longer ones first. */
const shapes: readonly Shape[] = [
  {
    pattern: new RegExp(`(\\d{1,2}) thang (\\d{1,2}) nam ${year}`, 'y'),
    read: ([d, m, y]) => days([d, m, y], [d, m, y]),
  },
  {
    pattern: new RegExp(
      `(\\d{1,2})([\\/.])(\\d{1,2}) ?(?:-|den) ?(?:ngay )?(\\d{1,2})\\2(\\d{1,2})\\2${year}`,
      'y',
    ),
    read: ([d1, , m1, d2, m2, y]) => days([d1, m1, y], [d2, m2, y]),
  },
  {
    pattern: new RegExp(`(\\d{1,2}) ?([\\/.-]) ?(\\d{1,2}) ?\\2 ?${year}`, 'y'),
    read: ([d, , m, y]) => days([d, m, y], [d, m, y]),
  },
  {
    pattern: new RegExp(`(?:(?:6|06|sau) thang|nua) (dau|cuoi) nam ${year}`, 'y'),
    read: ([part, y]) => (part === 'dau' ? months(y, 1, 6) : months(y, 7, 12)),
  },
  {
    pattern: new RegExp(
      `(?:quy|qui|q)[ .]*${quarter}(?:${and}(?:(?:quy|qui) )?${quarter})*${of}${year}`,
      'y',
    ),
    read: ([first, last, y]) => quarters(y, first, last),
  },
  {
    pattern: new RegExp(`(iv|i{1,3})(?: ?- ?(iv|i{1,3}))? ?[\\/.-] ?${year}`, 'y'),
    read: ([first, last, y]) => quarters(y, first, last),
  },
  {
    pattern: new RegExp(`(?:thang|t) ?(\\d{1,2})(?:${and}(?:thang )?(\\d{1,2}))?${of}${year}`, 'y'),
    read: ([first, last, y]) =>
      months(y, whole(first), whole(last ?? first), { isSpan: last !== undefined }),
  },
  {
    pattern: new RegExp(`(\\d{1,2})(?: ?- ?(\\d{1,2}))? ?[\\/.-] ?${year}`, 'y'),
    read: ([first, last, y]) =>
      months(y, whole(first), whole(last ?? first), { isSpan: last !== undefined }),
  },
  {
    pattern: new RegExp(`(dau|giua|cuoi) nam ${year}`, 'y'),
    read: ([part, y]) => {
      if (part === 'cuoi') return months(y, 1, 12);
      return months(y, 1, part === 'dau' ? 3 : 6, { isRough: true });
    },
  },
  { pattern: new RegExp(`(?:nam )?${year}`, 'y'), read: ([y]) => months(y, 1, 12) },
];

function matchAt(text: string, at: number): { shape: Shape; match: RegExpExecArray } | null {
  if (!/[\da-z]/.test(text[at] ?? '') || /[\da-z]/.test(text[at - 1] ?? '')) return null;
  for (const shape of shapes) {
    shape.pattern.lastIndex = at;
    const match = shape.pattern.exec(text);
    if (match) return { shape, match };
  }
  return null;
}

/** Puts a sign for every point of time in plain text and reads the points that count. */
function shapeText(text: string): Shaped {
  const points: Point[] = [];
  let impossible = false;
  let words = '';
  let at = 0;
  while (at < text.length) {
    const found = matchAt(text, at);
    if (found === null) {
      words += text[at] ?? '';
      at += 1;
      continue;
    }
    at += found.match[0].length;
    if (citationWords.test(words) || outlookWords.test(words)) {
      words += '§';
      continue;
    }
    const bounds = found.shape.read(found.match.slice(1));
    const before = words.slice(words.lastIndexOf('#') + 1);
    if (bounds === null) impossible = true;
    else points.push({ ...bounds, before });
    words += '#';
  }
  return { words, points, impossible };
}

/** Reads points that no word of rhythm or condition governs. */
function readPoints(words: string, points: readonly Point[]): Reading {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return unread;
  const { start } = first;
  if (openWords.test(words)) return { time: { kind: 'from', start }, sure: !first.isRough };
  if (first === last) {
    const { end } = first;
    const sure = !first.isRough;
    if (first.isSpan) return { time: { kind: 'span', start, end }, sure };
    if (beginWords.test(words)) return { time: { kind: 'from', start }, sure };
    if (afterWords.test(words)) return { time: { kind: 'from', start: addDays(end, 1) }, sure };
    if (beforeWords.test(words) && !first.isDay)
      return { time: { kind: 'by', end: addDays(start, -1) }, sure: false };
    return { time: { kind: 'by', end }, sure };
  }
  const rest = points.slice(1);
  const ordered = rest.every((point, index) => {
    const previous = points[index];
    return previous !== undefined && previous.start <= point.start && previous.end <= point.end;
  });
  const span: Deadline = { kind: 'span', start, end: last.end };
  if (points.length === 2 && spanConnector.test(last.before))
    return ordered ? { time: span, sure: !last.isRough } : unread;
  if (ordered && rest.every((point) => listConnector.test(point.before))) {
    const adjoining = rest.every((point, index) => {
      const previous = points[index];
      return previous !== undefined && addDays(previous.end, 1) === point.start;
    });
    return { time: span, sure: adjoining };
  }
  const end = points.reduce((latest, point) => (point.end > latest ? point.end : latest), start);
  return { time: { kind: 'by', end }, sure: false };
}

/**
 * Reads a text with a condition. Points that the condition itself names do not count. A point
 * before "và theo …" only begins what the condition then governs; any other is the one commitment
 * that can be held against the calendar, so it is kept, with a doubt.
 */
function readCondition(words: string, points: readonly Point[]): Reading {
  const cue = conditionWords.exec(words)?.index ?? 0;
  const condition = words.slice(cue);
  const length = conditionEnd.exec(condition)?.index ?? condition.length;
  const first = words.slice(0, cue).split('#').length - 1;
  const count = condition.slice(0, length).split('#').length - 1;
  const outside = points.filter((_, index) => index < first || index >= first + count);
  if (outside.length === 0 || joinedCondition.test(words.slice(0, cue)))
    return { time: { kind: 'conditional' }, sure: points.length === 0 };
  return { ...readPoints(words, outside), sure: false };
}

function readShaped({ words, points, impossible }: Shaped): Reading {
  if (impossible) return unread;
  const alone = points.length === 0;
  if (alone || !openWords.test(words)) {
    if (ongoingWords.test(words)) return { time: { kind: 'ongoing' }, sure: alone };
    if (yearlyWords.test(words)) return { time: { kind: 'yearly' }, sure: alone };
    // A rhythm within the year has no kind of its own: it comes back like what is ongoing.
    if (alone && rhythmWords.test(words)) return { time: { kind: 'ongoing' }, sure: false };
  }
  if (conditionWords.test(words)) return readCondition(words, points);
  const { time, sure } = readPoints(words, points);
  return { time, sure: sure && !unreadWords.test(words) };
}

/**
 * Reads when a task is due from the words of its time cell (design §4).
 *
 * Null, an empty text and a lone dash are `none` without a doubt. Text that cannot be read (or is too long to be a time), a
 * day that no calendar has and a span that runs backwards are `none` with the doubt
 * `timeNotUnderstood`. The same doubt goes with a reading that leaves out a part of the text:
 * "2025 và theo tiến độ …" loses its year, "Hằng quý" is read as ongoing.
 */
export function readDeadline(text: string | null): {
  readonly time: Deadline;
  readonly doubts: readonly Doubt[];
} {
  const cell = tidy(text ?? '');
  if (/^[-\u2010-\u2015.…\s]*$/.test(cell)) return { time: { kind: 'none' }, doubts: [] };
  const flat = plain(cell.replace(documentNumber, '§'))
    .replace(/[*_$"“”[\]]/g, ' ')
    .replace(/→|=>|->/g, '-')
    .replace(/[()]/g, ',');
  const { time, sure } = cell.length > LONGEST ? unread : readShaped(shapeText(tidy(flat)));
  return { time, doubts: sure ? [] : [{ code: 'timeNotUnderstood', params: { text: cell } }] };
}
