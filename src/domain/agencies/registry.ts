import type { IsoDate } from '../dates';
import type { Plan } from '../plan/plan';
import { fold } from '../text';

/** An agency with what the officer who owns the plan's workbook added to it. */
export type RegisteredAgency = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly group: boolean;
  /** Ids of the members of a group. */
  readonly members: readonly string[];
  /** The id of the agency that took over its duties, or null. */
  readonly successor: string | null;
  /** The first day the successor answers; null means always. */
  readonly successorFrom: IsoDate | null;
  readonly contact: string | null;
};

/** Every agency of a workbook by the order of its sheet; ids are unique. */
export type Registry = readonly RegisteredAgency[];

/** The id of an agency that is known by its name only, made as the reading of plans makes them. */
export function agencyIdOf(name: string): string {
  const words = fold(name).replace(/ /g, '-');
  return words === '' ? 'x' : words;
}

/** An agency of which nothing but the name is known. */
export function plainAgency(id: string, name: string): RegisteredAgency {
  return {
    id,
    name,
    aliases: [],
    group: false,
    members: [],
    successor: null,
    successorFrom: null,
    contact: null,
  };
}

/** The registry a plan begins with: its own names, and the members its groups must have. */
export function registryOf(plan: Plan): Registry {
  return plan.agencies.map((agency) => ({
    ...plainAgency(agency.id, agency.name),
    aliases: agency.aliases,
    group: agency.group,
    members: agency.group ? suggestedMembers(agency.name, plan) : [],
  }));
}

/**
 * The registry of a plan that is loaded over another one: its own agencies with what was typed
 * for those it shares, then the bodies that officers added. Bodies of the old plan only, go.
 */
export function registryAfter(plan: Plan, old: Plan, typed: Registry): Registry {
  const known = agenciesById(typed);
  const own = registryOf(plan).map((each) => {
    const before = known.get(each.id);
    return before?.group === each.group ? { ...before, name: each.name } : each;
  });
  const plans = new Set([...plan.agencies, ...old.agencies].map(({ id }) => id));
  const all = [...own, ...typed.filter(({ id }) => !plans.has(id))];
  const ids = new Set(all.map(({ id }) => id));
  return all.map((each) => ({
    ...each,
    members: each.members.filter((id) => ids.has(id)),
    successor: each.successor !== null && ids.has(each.successor) ? each.successor : null,
  }));
}

/** Words of a group's name that single some members out: who they are, nobody can tell. */
const RESTRICTED = /\b(?:lien quan|du dieu kien|chu quan|co to chuc|truc thuoc bo|bo)\b/;

/** How names of single bodies begin, by the folded word that stands for them in a group's name. */
const KINDS: readonly (readonly [word: RegExp, names: RegExp])[] = [
  [/\bso\b/, /^so /],
  [/\bphong\b(?!.*\bxa phuong\b)/, /^phong /],
  [
    /\bnganh\b/,
    /^(?:cong an|bo chi huy quan su|cuc|van phong (?:ubnd|uy ban nhan dan)|thanh tra|cong an) /,
  ],
  [
    /\b(?:dia phuong|quan|huyen|thi xa)\b/,
    /^(?:ubnd|uy ban nhan dan) (?:quan|huyen|thi xa|thanh pho|xa|phuong) /,
  ],
];

/**
 * Members a group of this name has for certain: the plan's own bodies of the kinds it names
 * ("Các sở, ngành"). A suggestion the officer completes; none for a group that is narrowed down.
 */
function suggestedMembers(name: string, plan: Plan): readonly string[] {
  const words = fold(name);
  if (RESTRICTED.test(words)) return [];
  const kinds = KINDS.filter(([word]) => word.test(words)).map(([, names]) => names);
  return plan.agencies
    .filter((each) => !each.group && kinds.some((names) => names.test(`${fold(each.name)} `)))
    .map((each) => each.id);
}

/** Finds an agency by a name or an alias as people write it; null when it is none of them. */
export type AgencyFinder = (name: string) => RegisteredAgency | null;

/** Prepares finding by names; of two agencies with one name the first is found. */
export function agencyFinder(registry: Registry): AgencyFinder {
  const names = new Map<string, RegisteredAgency>();
  const add = (name: string, agency: RegisteredAgency): void => {
    const words = fold(name);
    if (!names.has(words)) names.set(words, agency);
  };
  for (const agency of registry) add(agency.name, agency);
  for (const agency of registry) for (const alias of agency.aliases) add(alias, agency);
  return (name) => names.get(fold(name)) ?? null;
}

/** Looks agencies up by id. */
export function agenciesById(registry: Registry): ReadonlyMap<string, RegisteredAgency> {
  return new Map(registry.map((each) => [each.id, each]));
}

/** Who answers for an agency of the plan on a day. */
export type Responsible = {
  readonly agency: string;
  /** The group it is a member of, when the plan names the group; null when it is named itself. */
  readonly group: string | null;
  /** The merged body whose duties it took over; null when it answers for itself. */
  readonly instead: string | null;
};

/**
 * Who answers on a day for the agencies a row names: groups become their members (groups of
 * groups too), merged bodies their successors from the day these took over. Each body once, in
 * the order named; a direct duty goes before one as a member. A group without members answers
 * for nothing, and a circle of successors stops where it began.
 */
export function responsibleFor(
  ids: readonly string[],
  registry: ReadonlyMap<string, RegisteredAgency>,
  day: IsoDate,
): readonly Responsible[] {
  const found = new Map<string, Responsible>();
  const add = (id: string, group: string | null, open: readonly string[]): void => {
    const agency = registry.get(id);
    if (agency?.group) {
      if (!open.includes(id))
        for (const member of agency.members) add(member, group ?? id, [...open, id]);
      return;
    }
    const answering = successorOf(id, registry, day);
    const known = found.get(answering);
    if (known && (known.group === null || group !== null)) return;
    found.set(answering, { agency: answering, group, instead: answering === id ? null : id });
  };
  for (const id of ids) add(id, null, []);
  return [...found.values()];
}

/** The body that answers for another on a day: the last of its successors, or itself. */
export function successorOf(
  id: string,
  registry: ReadonlyMap<string, RegisteredAgency>,
  day: IsoDate,
): string {
  const passed = [id];
  for (;;) {
    const agency = registry.get(passed.at(-1) ?? id);
    const next = agency?.successor ?? null;
    const begun = agency?.successorFrom === null || (agency?.successorFrom ?? '9') <= day;
    if (next === null || !begun || !registry.has(next)) return passed.at(-1) ?? id;
    if (passed.includes(next)) return id;
    passed.push(next);
  }
}
