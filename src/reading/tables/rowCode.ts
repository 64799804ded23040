/** How one component of a row's number is written: 3, IV, B, c. */
type Style = 'arabic' | 'roman' | 'upper' | 'lower';

type Step = { readonly style: Style; readonly value: number };

/** One way of understanding a row's number: "6.10" is [6, 10], "I" may be one or a letter. */
export type CodeReading = { readonly text: string; readonly steps: readonly Step[] };

/** One open level of numbering: the last number seen there. */
type Level = {
  readonly key: string;
  readonly rank: number;
  readonly value: number;
  readonly text: string;
};

/**
 * Where the numbering of a table stands: the open levels from the outermost in, and the last
 * number of levels that were closed (numbering may run on through sections).
 */
export type Numbering = {
  readonly open: readonly Level[];
  readonly closed: readonly Level[];
};

/** The numbering before the first row. */
export const noNumbering: Numbering = { open: [], closed: [] };

const letters = 'abcdđeghiklmnopqrstuvxy';
const romanDigits: readonly (readonly [string, number])[] = [
  ['XC', 90],
  ['L', 50],
  ['XL', 40],
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
];

function romanValue(text: string): number | null {
  if (!/^(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return null;
  let rest = text;
  let value = 0;
  for (const [digits, worth] of romanDigits)
    while (rest.startsWith(digits)) {
      value += worth;
      rest = rest.slice(digits.length);
    }
  return value;
}

function readSteps(part: string): readonly Step[] {
  if (/^\d{1,5}$/.test(part)) return [{ style: 'arabic', value: Number.parseInt(part, 10) }];
  const steps: Step[] = [];
  const roman = romanValue(part);
  if (roman !== null) steps.push({ style: 'roman', value: roman });
  const letter = part.length === 1 ? letters.indexOf(part.toLowerCase()) : -1;
  if (letter >= 0)
    steps.push({ style: part === part.toLowerCase() ? 'lower' : 'upper', value: letter + 1 });
  return steps;
}

const CODE =
  /^\(?([\dIVXL]+|\p{L})((?:\.(?:[\dIVXL]+|\p{L})){0,4})(?:\s?[.):/]|\s?\.\s?\)|\s?[-–])?$/u;

/**
 * Reads a cell that may be a row's number ("1", "1.", "6.10", "I", "A)", "(2)", "1.a"). Returns
 * every way to understand it, or none when it is no number of a row. The text is the number
 * without brackets or a trailing dot.
 */
export function readCode(cell: string): readonly CodeReading[] {
  if (cell.length > 16 || !CODE.test(cell)) return [];
  const text = cell.replace(/^\(|[\s.):/–-]+$/g, '');
  const choices = text.split('.').map(readSteps);
  return choices.reduce<readonly CodeReading[]>(
    (readings, steps) =>
      readings.flatMap((reading) =>
        steps.map((step) => ({ text, steps: [...reading.steps, step] })),
      ),
    [{ text, steps: [] }],
  );
}

const NUMBERED_TITLE =
  /^(?:([IVXL]{1,6}|\p{Lu}|\d{1,2}(?:\.\d{1,2})*)[.)] *|([IVXL]{1,6})(?:\/| ?[-–:]) ?|([IVX]{1,6}|\d{1,2}(?:\.\d{1,2})+) )(\p{Lu}.*)$/u;

/** The number that a title holds, and its words: "II. Hạ tầng số"; null for other text. */
export function splitTitle(
  text: string,
): { readonly code: CodeReading; readonly title: string } | null {
  const [, dotted, other, spaced = '', title = ''] = NUMBERED_TITLE.exec(text) ?? [];
  const [code] = readCode(dotted ?? other ?? spaced);
  return code ? { code, title } : null;
}

/** True for two titles of one level, the second one after the first: "1. Thể chế", "2. Hạ tầng". */
export function areInTurn(one: string, other: string): boolean {
  const [first, second] = [splitTitle(one), splitTitle(other)];
  if (!first || !second) return !first && !second;
  const [a, b] = [first.code.steps, second.code.steps];
  const [last, next] = [a.at(-1), b.at(-1)];
  if (!last || !next || a.length !== b.length) return false;
  return last.style === next.style && last.value < next.value;
}

/** How deep a number stands by custom: A above I above 1 above 1.1 above 1.1.1 above a). */
export function depthOf(reading: CodeReading): number {
  const [first, ...rest] = reading.steps;
  if (!first) return 0;
  return rest.length > 0 ? DOTTED_RANK + rest.length : rank[first.style];
}

/** True for a number that heads a section by custom: roman, or a capital letter. */
export function isSectionStyle(reading: CodeReading): boolean {
  const [first, ...rest] = reading.steps;
  return rest.length === 0 && (first?.style === 'roman' || first?.style === 'upper');
}

/** True for the first number below another: 6.1 below 6, a) below 3. */
export function isFirstBelow(parent: CodeReading, child: CodeReading): boolean {
  const last = child.steps.at(-1);
  if (last?.value !== 1) return false;
  if (child.steps.length === parent.steps.length + 1) return isWithin(parent, child);
  return child.steps.length === 1 && last.style === 'lower' && parent.steps[0]?.style !== 'lower';
}

/** True for a number that holds another's as its beginning: 6.2 within 6. */
export function isWithin(outer: CodeReading, inner: CodeReading): boolean {
  return inner.text.startsWith(`${outer.text}.`);
}

/** What it costs to believe that `value` follows `last` at one level: 0 for the next number. */
function stepCost(last: number, value: number): number {
  if (value === last + 1) return 0;
  if (value === last) return 4;
  if (value < last) return 5;
  const leap = Math.min(9, 2 + Math.log2(value - last - 1));
  return value >= 1900 && last < 1000 ? leap + 5 : leap;
}

/** What it costs to believe that a level begins with `value`: 0 for 1. */
function startCost(value: number): number {
  return value === 1 ? 0 : stepCost(0, value);
}

const rank: Readonly<Record<Style, number>> = { upper: 0, roman: 1, arabic: 2, lower: 9 };
/** "6.1" stands below "6" and above "a)". */
const DOTTED_RANK = 3;

function close(numbering: Numbering, keep: number, level: Level): Numbering {
  const gone = numbering.open
    .slice(keep)
    .filter((each) => each.key !== level.key && each.rank !== DOTTED_RANK);
  const closed = numbering.closed.filter(
    (each) => each.key !== level.key && gone.every((other) => other.key !== each.key),
  );
  return { open: [...numbering.open.slice(0, keep), level], closed: [...closed, ...gone] };
}

/**
 * What it costs to believe that a row numbered `reading` comes next, and the numbering after
 * it. 0 is the number one expects: the next one, the first below the last row, or the first
 * after a new section; wrong orders cost more, an unlikely one more than about 4.
 */
export function follow(
  numbering: Numbering,
  reading: CodeReading,
): { readonly cost: number; readonly next: Numbering } {
  const { steps, text } = reading;
  const last = steps.at(-1);
  if (!last) return { cost: 0, next: numbering };
  const prefix = text.slice(0, Math.max(0, text.lastIndexOf('.')));
  const key = steps.length > 1 ? `${prefix}.${last.style}` : last.style;
  const level = {
    key,
    rank: steps.length > 1 ? DOTTED_RANK : rank[last.style],
    value: last.value,
    text,
  };
  const at = numbering.open.findIndex((each) => each.key === key);
  const sibling = numbering.open[at];
  if (sibling)
    return {
      cost: stepCost(sibling.value, last.value),
      next: close(numbering, at, level),
    };
  if (steps.length > 1) {
    const parent = numbering.open.findIndex((each) => each.text === prefix);
    const outer = numbering.open[0];
    const numbersSection = outer !== undefined && steps[0]?.value === outer.value;
    const orphan = parent >= 0 ? 0 : numbersSection ? 0.5 : 3;
    const keep = parent >= 0 ? parent + 1 : numbersSection ? 1 : 0;
    return { cost: orphan + startCost(last.value), next: close(numbering, keep, level) };
  }
  const before = numbering.closed.find((each) => each.key === key);
  const keep = numbering.open.findLastIndex((each) => each.rank < rank[last.style]);
  const goesOn = before ? stepCost(before.value, last.value) : Infinity;
  const late = keep < 0 && numbering.open.length > 0 ? 1 : 0;
  return {
    cost: late + Math.min(startCost(last.value), goesOn),
    next: close(numbering, keep + 1, level),
  };
}
