import {
  agencyIdOf,
  agencyFinder,
  plainAgency,
  registryOf,
  type AgencyFinder,
  type RegisteredAgency,
  type Registry,
} from '../../domain/agencies/registry';
import type { EntryLine, RegistryDoubt } from '../../domain/book';
import { cellOf, dateOf, textOf } from '../../domain/entries';
import type { Plan } from '../../domain/plan/plan';
import type { Snapshot } from '../../domain/snapshot';
import { fold, tidy } from '../../domain/text';
import { readTable } from '../shared/readTable';
import { groupWord } from './agencies';
import { agencyLayout, trackingSheets, type AgencyField } from './columns';
import { layoutOf } from './readLayout';

/**
 * Reads the registry back as officers left it. Names of members and successors may be any name
 * or alias of the sheet; a name that stands on no line of its own is an agency too, and a doubt.
 * A line added by hand needs a name only. A workbook without the sheet has its plan's agencies.
 */
export function readRegistry(
  snapshot: Snapshot,
  plan: Plan,
): { readonly registry: Registry; readonly doubts: readonly RegistryDoubt[] } {
  const table = readTable(snapshot, layoutOf(agencyLayout, 'name'), new Set());
  if (!table.ok) {
    const { agencies: sheet } = trackingSheets;
    return {
      registry: registryOf(plan),
      doubts: [{ code: 'registryLost', sheet, cell: '', seen: '' }],
    };
  }
  const { sheet } = table.value;
  const doubts: RegistryDoubt[] = [];
  const doubt = (
    code: RegistryDoubt['code'],
    line: EntryLine<AgencyField>,
    field: AgencyField,
    seen: string,
  ): void => {
    doubts.push({ code, sheet, cell: cellOf(line, field).address, seen });
  };
  const found = new Map<string, RegisteredAgency>();
  const lines = new Map<string, EntryLine<AgencyField>>();
  const planned = registryOf(plan);
  for (const line of table.value.lines) {
    const words = (field: AgencyField): string | null => textOf(cellOf(line, field).content);
    const name = words('name');
    const id = words('id') ?? (name === null ? null : agencyIdOf(name));
    if (id === null) continue;
    if (found.has(id)) {
      doubt('agencyRepeated', line, 'name', name ?? id);
      continue;
    }
    lines.set(id, line);
    const inPlan = planned.find((each) => each.id === id);
    found.set(id, {
      ...plainAgency(id, name ?? inPlan?.name ?? id),
      aliases: namesIn(rawText(line, 'aliases')),
      group: inPlan?.group ?? fold(words('group') ?? '') === fold(groupWord),
      contact: words('contact'),
    });
  }
  // A line that was deleted is still an agency of the plan; only what was added to it is gone.
  for (const agency of planned)
    if (!found.has(agency.id)) found.set(agency.id, { ...agency, members: [] });

  const named = [...found.values()];
  const find = agencyFinder(named);
  const idOf = (name: string, line: EntryLine<AgencyField>, field: AgencyField): string => {
    const known = find(name) ?? found.get(agencyIdOf(name));
    if (known) return known.id;
    const added = plainAgency(agencyIdOf(name), name);
    found.set(added.id, added);
    doubt('agencyAdded', line, field, name);
    return added.id;
  };
  for (const agency of named) {
    const line = lines.get(agency.id);
    if (!line) continue;
    const members = agency.group
      ? separate(rawText(line, 'members'), find).map((name) => idOf(name, line, 'members'))
      : [];
    const heir = textOf(cellOf(line, 'successor').content);
    const from = dateOf(cellOf(line, 'successorFrom').content);
    let successor = heir === null ? null : idOf(heir, line, 'successor');
    if (successor === agency.id) {
      doubt('successorItself', line, 'successor', heir ?? '');
      successor = null;
    }
    if (from.kind === 'invalid') {
      const { content } = cellOf(line, 'successorFrom');
      doubt('successorDayUnreadable', line, 'successorFrom', textOf(content) ?? '');
      successor = null;
    }
    found.set(agency.id, {
      ...agency,
      members: [...new Set(members)].filter((id) => id !== agency.id),
      successor,
      successorFrom: successor !== null && from.kind === 'value' ? from.value : null,
    });
  }
  return { registry: [...found.values()], doubts };
}

/** The text of a cell with its line ends. */
function rawText(line: EntryLine<AgencyField>, field: AgencyField): string {
  const { content } = cellOf(line, field);
  return content?.kind === 'text' ? content.text : '';
}

/** Names apart by semicolons or line ends. */
function namesIn(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map(tidy)
    .filter((name) => name !== '');
}

/** As {@link namesIn}; commas part names too where every piece is a known name. */
function separate(text: string, find: AgencyFinder): readonly string[] {
  return namesIn(text).flatMap((name) => {
    if (find(name)) return [name];
    const pieces = name.split(',').map((piece) => piece.trim());
    return pieces.every((piece) => find(piece) !== null) ? pieces : [name];
  });
}
