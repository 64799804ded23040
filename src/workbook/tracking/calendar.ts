import type { Period } from '../../domain/book';
import {
  addDays,
  daysBetween,
  endOfMonth,
  makeDate,
  parseIsoDate,
  yearOf,
  type IsoDate,
} from '../../domain/dates';
import type { Reporting } from '../../domain/plan/plan';

/** Due days of a plan that states none: half-yearly, as Nghị định 09/2019 has it for reports. */
const HALF_YEARLY = ['06-15', '12-15'] as const;

/** The periods of a workbook, the one being reported, and whether the calendar is a guess. */
export type Calendar = {
  readonly periods: readonly Period[];
  readonly current: Period;
  /** True when the plan states no due days and half-yearly ones stand in. */
  readonly assumed: boolean;
};

/**
 * The reporting calendar of a plan around an as-of date: every period due from the plan's year
 * (at most one year back) to the end of the year after the as-of date. A plan names due days
 * only, so a window runs from the day after the last due day to the due day, which is also the
 * cut-off; officers may set other days in the workbook. The current period is the first one due
 * on or after the as-of date.
 */
export function calendarOf(
  reporting: Reporting,
  documentDate: IsoDate | null,
  asOf: IsoDate,
): Calendar {
  const lastYear = yearOf(asOf) - 1;
  const first = Math.max(lastYear, documentDate === null ? lastYear : yearOf(documentDate));
  const stated = dueDays(reporting.deadlines, first - 1, yearOf(asOf) + 1);
  const assumed = stated.length === 0;
  const days = assumed ? dueDays(HALF_YEARLY, first - 1, yearOf(asOf) + 1) : stated;
  const periods = days.flatMap((due, index): Period[] => {
    const before = days[index - 1];
    if (before === undefined || yearOf(due) < first) return [];
    return [
      {
        id: due.slice(0, 7),
        name: nameOf(due, days),
        from: addDays(before, 1),
        to: due,
        cutOff: due,
        due,
      },
    ];
  });
  const current = periods.find((period) => daysBetween(asOf, period.due) >= 0) ?? periods.at(-1);
  if (!current) throw new Error('A calendar always has a period after its as-of date.');
  return { periods, current, assumed };
}

/** The due days of several years in order, one a month; 29/02 falls back on the month's last day. */
function dueDays(deadlines: readonly string[], from: number, to: number): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let year = from; year <= to; year += 1)
    for (const monthDay of [...deadlines].sort()) {
      const start = parseIsoDate(`${String(year)}-${monthDay.slice(0, 2)}-01`);
      if (start === null) continue;
      const month = Number.parseInt(monthDay.slice(0, 2), 10);
      const day = makeDate(year, month, Number.parseInt(monthDay.slice(3), 10));
      if (days.at(-1)?.slice(0, 7) !== start.slice(0, 7)) days.push(day ?? endOfMonth(year, month));
    }
  return days;
}

/** What officers call a period, by how many fall into its year. */
function nameOf(due: IsoDate, days: readonly IsoDate[]): string {
  const year = String(yearOf(due));
  const ofYear = days.filter((day) => yearOf(day) === yearOf(due));
  const place = ofYear.indexOf(due);
  switch (ofYear.length) {
    case 1:
      return `Năm ${year}`;
    case 2:
      return place === 0 ? `6 tháng đầu năm ${year}` : `Cả năm ${year}`;
    case 4:
      return `Quý ${['I', 'II', 'III', 'IV'][place] ?? ''} năm ${year}`;
    default:
      return `Tháng ${String(Number.parseInt(due.slice(5, 7), 10))} năm ${year}`;
  }
}
