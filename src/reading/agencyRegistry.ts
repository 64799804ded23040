import type { Agency } from '../domain/plan/plan';
import { agencyKey, isAgencyGroup, splitAgencies } from './cells/agencies';
import { slug, uniqueIds } from './ids';
import type { Doubt } from './raw';

/** The bodies a plan names, each once, and what was understood of each cell that names some. */
export type AgencyRegistry = {
  readonly agencies: readonly Agency[];
  /** The ids of the bodies a cell names, in order, without repeats; none for an empty cell. */
  readonly idsIn: (cell: string | null) => readonly string[];
  readonly doubtsIn: (cell: string | null) => readonly Doubt[];
};

/** True when `one` is a fuller form of a name than `other`: longer, and written as a name is. */
function isFuller(one: string, other: string): boolean {
  if (one.length !== other.length) return one.length > other.length;
  return /^\p{Lu}/u.test(one) && !/^\p{Lu}/u.test(other);
}

/**
 * Gathers the bodies named in the cells of a plan, in the order of the text. Forms of one name
 * ("Sở KH&CN", "Sở Khoa học và Công nghệ") are one body: the fullest form is its name, the
 * others are aliases.
 */
export function registerAgencies(cells: readonly (string | null)[]): AgencyRegistry {
  const lists = new Map<string, ReturnType<typeof splitAgencies>>();
  const keys = new Map<string, string>();
  const forms = new Map<string, Set<string>>();
  for (const cell of cells) {
    if (cell === null || lists.has(cell)) continue;
    const list = splitAgencies(cell);
    lists.set(cell, list);
    for (const name of list.names) {
      const key = keys.get(name) ?? agencyKey(name);
      keys.set(name, key);
      forms.set(key, (forms.get(key) ?? new Set<string>()).add(name));
    }
  }
  const ids = new Map<string, string>();
  const unique = uniqueIds();
  const agencies = [...forms].map(([key, written]): Agency => {
    const fullest = [...written].reduce((best, form) => (isFuller(form, best) ? form : best));
    const name = fullest.charAt(0).toUpperCase() + fullest.slice(1);
    const id = unique(slug(name));
    ids.set(key, id);
    const aliases = [...written].filter((form) => form !== name);
    return { id, name, aliases, group: isAgencyGroup(name) };
  });
  const listOf = (cell: string | null) => (cell === null ? undefined : lists.get(cell));
  return {
    agencies,
    idsIn: (cell) => [
      ...new Set(listOf(cell)?.names.flatMap((name) => ids.get(keys.get(name) ?? '') ?? [])),
    ],
    doubtsIn: (cell) => listOf(cell)?.doubts ?? [],
  };
}
