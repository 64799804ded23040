import { makeDate, type IsoDate } from '../../dates';
import { tidy } from '../../text';

/** What text in a date cell was meant to be. */
export type DayReading =
  | { readonly kind: 'day'; readonly day: IsoDate }
  /** "05/06/2025" is 5 June in Vietnam and 6 May elsewhere: both are given, day first first. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly [IsoDate, IsoDate] }
  | { readonly kind: 'none' };

const NONE: DayReading = { kind: 'none' };
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const YEAR_LAST = /^(?:ngày )?(\d{1,2}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{4}|\d{2})$/i;
const IN_WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2})(?:,)? năm (\d{4})$/i;

/** Reads one whole text as a day; a year of two digits is of this century. */
export function readDay(text: string): DayReading {
  const tidied = tidy(text);
  const ordered = YEAR_FIRST.exec(tidied);
  if (ordered) return certain(partsOf(ordered));
  const worded = IN_WORDS.exec(tidied);
  if (worded) return certain(partsOf(worded).reverse());
  const slashed = YEAR_LAST.exec(tidied);
  if (!slashed) return NONE;
  const [first = 0, second = 0, given = 0] = partsOf(slashed);
  const year = given < 100 ? 2000 + given : given;
  const dayFirst = makeDate(year, second, first);
  const monthFirst = makeDate(year, first, second);
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst)
    return { kind: 'ambiguous', readings: [dayFirst, monthFirst] };
  const day = dayFirst ?? monthFirst;
  return day === null ? NONE : { kind: 'day', day };
}

function partsOf(match: RegExpExecArray): number[] {
  return match.slice(1).map((part) => Number.parseInt(part, 10));
}

function certain([year = 0, month = 0, day = 0]: readonly number[]): DayReading {
  const found = makeDate(year, month, day);
  return found === null ? NONE : { kind: 'day', day: found };
}
