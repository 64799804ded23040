/** A calendar day, `YYYY-MM-DD`, without a time or a zone. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };

const DAY = 86_400_000;
/** Excel's serial day 0 in its 1900 system: 30/12/1899, for every serial from 61 on. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
/** Excel counts a 29/02/1900 that never was, so serials up to 60 are not mapped. */
const FIRST_SAFE_SERIAL = 61;
/** 31/12/9999, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function isWritten(text: string): text is IsoDate {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}

function fromTime(time: number): IsoDate {
  const date = new Date(time);
  const text = `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
  if (!isWritten(text)) throw new RangeError(`No calendar day: ${text}`);
  return text;
}

function toTime(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/**
 * The day with these parts, or null when there is no such day (30/02, month 13) or the year is
 * outside 1900–9999. Day and month are never swapped.
 */
export function makeDate(year: number, month: number, day: number): IsoDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1900 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  const same =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return same ? fromTime(date.getTime()) : null;
}

/** Reads `YYYY-MM-DD`; null for anything else. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => Number.parseInt(part, 10));
  return makeDate(year ?? 0, month ?? 0, day ?? 0);
}

/** The last day of a month (1–12). */
export function endOfMonth(year: number, month: number): IsoDate {
  return fromTime(Date.UTC(year, month, 0));
}

/** The last day of a quarter (1–4). */
export function endOfQuarter(year: number, quarter: number): IsoDate {
  return endOfMonth(year, quarter * 3);
}

/** 31 December. */
export function endOfYear(year: number): IsoDate {
  return endOfMonth(year, 12);
}

/** 1 January. */
export function startOfYear(year: number): IsoDate {
  return fromTime(Date.UTC(year, 0, 1));
}

/** The year of a day. */
export function yearOf(date: IsoDate): number {
  return new Date(toTime(date)).getUTCFullYear();
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toTime(to) - toTime(from)) / DAY);
}

/** The day `days` days later. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromTime(toTime(date) + days * DAY);
}

/** Excel's serial number of a day (1900 system). */
export function toSerial(date: IsoDate): number {
  return Math.round((toTime(date) - SERIAL_ZERO) / DAY);
}

/**
 * The day of an Excel serial number (1900 system); a time of day is dropped. Null for serials
 * before 01/03/1900, where Excel's calendar is wrong, and beyond 31/12/9999.
 */
export function fromSerial(serial: number): IsoDate | null {
  if (!Number.isFinite(serial) || serial < FIRST_SAFE_SERIAL || serial >= LAST_SERIAL + 1)
    return null;
  return fromTime(SERIAL_ZERO + Math.floor(serial) * DAY);
}
