import type { Agency } from '../../plan/plan';
import { fold } from '../../text';
import { textOf } from '../../entries';
import type { Check } from '../context';
import { foundAt, quoted } from '../support/cell';
import { showsStill } from '../support/lockedCells';

const AGENCY_COLUMNS = new Set(['indicator.lead', 'task.lead', 'task.coordinators']);

/** A changed agency cell that names a body the plan does not know. */
export const unknownAgency: Check = ({ book, lockedCells }) => {
  const known = knownNames(book.plan.agencies);
  return lockedCells.flatMap(({ ref, expected }) => {
    if (!AGENCY_COLUMNS.has(ref.column) || showsStill(ref.content, expected)) return [];
    const unknown = unknownPart(textOf(ref.content), known);
    if (unknown === null) return [];
    return [foundAt('warning', ref, { unknown: quoted(unknown), fix: expected })];
  });
};

function knownNames(agencies: readonly Agency[]): ReadonlySet<string> {
  return new Set(agencies.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)));
}

/** The first part of a list of agencies that is no known name; null when all are known. */
function unknownPart(text: string | null, known: ReadonlySet<string>): string | null {
  if (text === null || known.has(fold(text))) return null;
  const rough = text.split(/[;\n]/).filter((part) => !known.has(fold(part)));
  const fine = rough.flatMap((part) => part.split(',')).map((part) => part.trim());
  return fine.find((part) => fold(part) !== '' && !known.has(fold(part))) ?? null;
}
