import { makeDate, parseIsoDate, type IsoDate } from '../../domain/dates';

/** Reads a day typed as day/month/year (or as an ISO day); null when it is none. */
export function readTypedDay(text: string): IsoDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim());
  if (!match) return parseIsoDate(text.trim());
  const [day = 0, month = 0, year = 0] = match.slice(1).map((part) => Number.parseInt(part, 10));
  return makeDate(year, month, day);
}
