import { fold } from '../domain/text';

/** A short id from words: "Đồng Nai 5/KH-UBND" is "dong-nai-5-kh-ubnd"; "x" when nothing is left. */
export function slug(text: string): string {
  const words = fold(text).replace(/ /g, '-');
  return words === '' ? 'x' : words;
}

/** Tells an id from those given before it, by a count where it must ("NV-1", "NV-1-2"). */
export function uniqueIds(): (wanted: string) => string {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted) => {
    let count = counts.get(wanted) ?? 1;
    let id = count === 1 ? wanted : `${wanted}-${count}`;
    while (taken.has(id)) id = `${wanted}-${++count}`;
    counts.set(wanted, count);
    taken.add(id);
    return id;
  };
}

/** What the id of a row is made of. */
type Numbered = {
  readonly code: string;
  readonly section: string;
  readonly sectionTitle?: string;
  /** The year of an indicator's horizon; absent for a task. */
  readonly horizon?: number;
};

/** The id of a row, and whether a row above has its number in the same section, for the same year. */
export type RowId = { readonly id: string; readonly repeated: boolean };

/** What tells a row from others, the shorter forms first. */
const forms: readonly ((row: Numbered) => string)[] = [
  ({ code }) => code,
  ({ code, section }) => [section, code].filter(Boolean).join('-'),
  ({ code, horizon }) => [horizon, code].filter(Boolean).join('-'),
  ({ code, section, horizon }) => [horizon, section, code].filter(Boolean).join('-'),
];

/**
 * Gives rows ids that stay the same as long as the text does: from the number alone where no
 * other row has it ("CT-6.10"), else with the section or the horizon ("NV-II-1", "CT-2045-1"),
 * and only as a last resort with a count.
 */
export function rowIds(rows: readonly Numbered[], prefix: string): readonly RowId[] {
  const counts = forms.map((form) => {
    const count = new Map<string, number>();
    for (const row of rows) count.set(form(row), (count.get(form(row)) ?? 0) + 1);
    return count;
  });
  const unique = uniqueIds();
  const seen = new Set<string>();
  return rows.map((row) => {
    const at = forms.findIndex((form, index) => counts[index]?.get(form(row)) === 1);
    const own = forms[Math.max(at, 0)]?.(row) ?? '';
    const whole = JSON.stringify([row.horizon, row.section, row.sectionTitle, row.code]);
    const repeated = seen.has(whole);
    seen.add(whole);
    return { id: unique(`${prefix}-${own === '' ? 'x' : own}`), repeated };
  });
}
