import { agenciesById, type Registry } from '../domain/agencies/registry';
import type { GroupReport, Statement, StandingWords } from '../domain/collection/standing';
import { formatDate, formatNumber } from './language';

/** A cell is read by people: longer texts are cut, the whole stays in the history. */
const LONGEST = 2000;
const WORST_NAMED = 5;

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** How a workbook says what several agencies said of one row, in Vietnamese. */
export function standingWords(registry: Registry): StandingWords {
  const names = agenciesById(registry);
  const nameOf = (agency: string): string => names.get(agency)?.name ?? agency;
  const shown = (value: string | number | null): string =>
    value === null
      ? ''
      : ` (${typeof value === 'number' ? formatNumber(value) : formatDate(value)})`;
  const joined = (statements: readonly Statement[]): string => {
    const said = new Map<string, string[]>();
    for (const { agency, value } of statements) {
      const text = typeof value === 'number' ? formatNumber(value) : value;
      const known = said.get(text);
      if (known) known.push(nameOf(agency));
      else said.set(text, [nameOf(agency)]);
    }
    if (said.size === 1) return cut([...said.keys()][0] ?? '');
    return cut([...said].map(([text, who]) => `${who.join(', ')}: ${text}`).join('; '));
  };
  const summary = ({ reports, silent }: GroupReport): string => {
    const all = reports.length + silent.length;
    const done = reports.filter((report) => report.done).length;
    const open = reports.filter((report) => !report.done && report.value !== null);
    const worst = open
      .slice(0, WORST_NAMED)
      .map(({ agency, value }) => `${nameOf(agency)}${shown(value)}`);
    return cut(
      [
        `${formatNumber(reports.length)}/${formatNumber(all)} cơ quan đã báo cáo`,
        ...(done > 0 ? [`${formatNumber(done)} đã hoàn thành`] : []),
        ...(worst.length > 0 ? [`Thấp nhất: ${worst.join(', ')}`] : []),
        ...(silent.length > 0 ? [`Chưa báo cáo: ${silent.map(nameOf).join(', ')}`] : []),
      ].join('. '),
    );
  };
  const source = ({ reports, silent }: GroupReport): string =>
    `Phiếu của ${formatNumber(reports.length)}/${formatNumber(reports.length + silent.length)} cơ quan`;
  return { joined, summary, source };
}
