import { isCapitals } from '../../domain/text';
import type { SourceLine } from '../raw';
import { anyOf, dutyVerbs, EDGE_AFTER, EDGE_BEFORE, labels, openEnds } from './lexicon';
import { flat, lower } from './letters';
import { markerOf } from './markers';

/**
 * Running text put together again. `line` is the 1-based source line it begins on; `breaks` says
 * at which place of `text` each later source line begins.
 */
export type Paragraph = {
  readonly line: number;
  readonly text: string;
  readonly breaks: readonly { readonly at: number; readonly line: number }[];
};

/** The source line that holds the character at a place of a paragraph's text. */
export function lineAt(paragraph: Omit<Paragraph, 'text'>, at: number): number {
  return paragraph.breaks.findLast((each) => each.at <= at)?.line ?? paragraph.line;
}

/** What a text does with its lines, measured on the text itself. */
type Habits = {
  /** Characters of a full line where lines are wrapped, or null where a line is a paragraph. */
  readonly width: number | null;
  /** True where blank lines stand between paragraphs and not between all lines. */
  readonly blankEnds: boolean;
};

type Line = { readonly number: number; readonly text: string; readonly afterBlank: boolean };

const FOOTNOTE = /^(?:[⁰¹²³⁴-⁹]+|\[\d{1,2}\])\s*\S/;
/** Text without any of these signs, as most is, is dressed in nothing. */
const DRESS = /[⁰¹²³⁴-⁹[\\]/;
/** A superscript that is no power of a unit of length ("m²", "km²", "m³"). */
const NOTE_MARK = /(?<![kcd]?m(?=[²³]))[⁰¹²³⁴-⁹]+|(?<=\S)\[\d{1,2}\]/gu;
const PAGE_FURNITURE = /^(?:[-–]?\s*\d{1,3}\s*[-–]?|trang\s+\d+(?:\s*\/\s*\d+)?)$/;
const SENTENCE_END = /[.;:!?…](?:\/\.)?["”»)\]]*$/;
/** Longer lines than any page holds: the text gives each paragraph one line. */
const LONGEST_WRAPPED = 130;
/** No page is narrower: shorter lines are short paragraphs. */
const NARROWEST = 55;
/** Labels are shorter, in characters. */
const LONGEST_LABEL = 50;
/** A line shorter than this share of the width, with the next word added, was ended on purpose. */
const FULL = 0.85;

const isPageFurniture = (text: string): boolean =>
  text.length <= 20 && PAGE_FURNITURE.test(flat(text));

function isTableLine({ cells, text }: SourceLine): boolean {
  return (cells?.length ?? 0) >= 3 || text.startsWith('|');
}

/** Takes off the marks of footnotes and the strokes Markdown puts before its own signs. */
function undress(text: string): string {
  if (!DRESS.test(text)) return text.trim();
  return text
    .replace(/\\([-.()_+*#])/g, '$1')
    .replace(NOTE_MARK, '')
    .trim();
}

function textLines(lines: readonly SourceLine[]): Line[] {
  const kept: Line[] = [];
  let blank = false;
  for (const line of lines) {
    const { number, text } = line;
    if (text === '') {
      blank = true;
      continue;
    }
    if (isTableLine(line) || FOOTNOTE.test(text) || isPageFurniture(text)) continue;
    const clean = undress(text);
    if (clean === '') continue;
    kept.push({ number, text: clean, afterBlank: blank });
    blank = false;
  }
  return kept;
}

/** The length that half of all characters' lines reach, and the length of the longest few. */
function habitsOf(lines: readonly Line[]): Habits {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  let seen = 0;
  const half = lengths.find((length) => (seen += length) * 2 >= total) ?? 0;
  const longest = lengths[Math.floor(lengths.length * 0.97)] ?? 0;
  const gaps = lines.filter((line) => line.afterBlank).length;
  return {
    width: half > LONGEST_WRAPPED ? null : Math.max(longest, NARROWEST),
    blankEnds: gaps * 2 < lines.length,
  };
}

const startsLower = (text: string): boolean => /^["“(]?\p{Ll}/u.test(text);

/** A line that ends in one of these has not ended what it says. */
const OPEN_END = new RegExp(`${EDGE_BEFORE}${anyOf(openEnds)}$`, 'u');

/** How what a heading's agency is to do begins, on a line of its own. */
const DUTY_FIRST = new RegExp(`^${anyOf(dutyVerbs)}${EDGE_AFTER}`, 'u');

/** A label of a task ("Thời gian: …"), which begins a line of its own unless a bracket is open. */
const LABEL_FIRST = new RegExp(`^${anyOf(Object.values(labels).flat())}\\s*:`);
const inBracket = (text: string): boolean => text.lastIndexOf('(') > text.lastIndexOf(')');

/** Whether a line goes on with the open paragraph, whose last line so far is `last`. */
function goesOn(open: string, last: string, line: Line, { width, blankEnds }: Habits): boolean {
  const ended = SENTENCE_END.test(last);
  const small = startsLower(line.text);
  const firstWord = line.text.split(' ', 1)[0] ?? '';
  const full = width !== null && last.length + 1 + firstWord.length >= width * FULL;
  const marker = markerOf(line.text);
  if (marker !== null) {
    const rest = line.text.slice(marker.length);
    const range = /\d$/.test(last) && /^\d/.test(rest);
    return full && !ended && marker.style === '-' && (range || startsLower(rest));
  }
  if (!ended && small) return true;
  if (LABEL_FIRST.test(flat(line.text.slice(0, LONGEST_LABEL))) && !inBracket(open)) return false;
  if (width === null || (blankEnds && line.afterBlank)) return false;
  if (isCapitals(last) || isCapitals(line.text))
    return !ended && isCapitals(last) && isCapitals(line.text) && (full || markerOf(last) !== null);
  if (last.endsWith(';')) return small || full;
  if (ended) return small && !last.endsWith(':');
  if (last.endsWith(',') || OPEN_END.test(lower(last))) return true;
  const heads = markerOf(open) !== null && DUTY_FIRST.test(lower(line.text));
  return full && !heads;
}

/**
 * Joins the lines of a text into its paragraphs. Whether lines are wrapped, how wide, and what a
 * blank line means is taken from the text's own habits. Left out: lines of tables, footnotes
 * (lines that begin with a superscript or "[1]") and their marks, page numbers.
 */
export function joinParagraphs(lines: readonly SourceLine[]): Paragraph[] {
  const kept = textLines(lines);
  const habits = habitsOf(kept);
  const paragraphs: { line: number; text: string; breaks: { at: number; line: number }[] }[] = [];
  let last = '';
  for (const line of kept) {
    const open = paragraphs.at(-1);
    if (open !== undefined && goesOn(open.text, last, line, habits)) {
      const joint = /\p{L}-$/u.test(open.text) || /\d-$/.test(open.text) ? '' : ' ';
      open.breaks.push({ at: open.text.length + joint.length, line: line.number });
      open.text += joint + line.text;
    } else {
      paragraphs.push({ line: line.number, text: line.text, breaks: [] });
    }
    last = line.text;
  }
  return paragraphs;
}
