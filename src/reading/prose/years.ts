import { readNumber } from '../../domain/numbers';
import { flat } from './letters';

const UP_TO =
  /(?:(?:den|toi|trong|vao|truoc|het|cuoi) (?:het |cuoi |khoang )?nam|den) (20\d\d)(?!\d|[./]\d| ?%)/;
const PERIOD = /giai doan[^.;:]{0,25}?(?:20\d\d)\s*(?:-|–|den(?: nam)?)\s*(20\d\d)/;
const ANY_YEAR = /(?<!thang \d{1,2} )nam (20\d\d)/;
/** A year in the name of another document is not the year of an aim. */
const CITED = /(?:quyet dinh|nghi quyet|de an|chuong trinh|ke hoach|chien luoc|quy hoach) [^,;]*$/;

function toYear(digits: string | undefined): number | null {
  const reading = readNumber(digits ?? '');
  return reading.kind === 'number' ? reading.value : null;
}

/** The year by whose end an aim is due, where its own words say "đến năm 2030"; else null. */
export function yearIn(text: string): number | null {
  const words = flat(text);
  const match = UP_TO.exec(words);
  if (match === null || CITED.test(words.slice(0, match.index))) return null;
  return toYear(match[1]);
}

/** The year a heading sets: the end of its period, "đến năm 2030", or any year it names. */
export function yearOfHeading(title: string): number | null {
  const words = flat(title);
  return toYear((UP_TO.exec(words) ?? PERIOD.exec(words) ?? ANY_YEAR.exec(words))?.[1]);
}
