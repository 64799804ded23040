import { textOf } from '../../entries';
import type { Agency } from '../../plan/plan';
import { quoted, fold } from '../../text';
import type { Check } from '../context';
import { foundAt } from '../support/cell';
import { holdsWord } from '../support/words';

const AGENCY_COLUMNS = new Set(['indicator.lead', 'task.lead', 'task.coordinators']);

/** A changed agency cell that names a body the plan does not know. */
export const unknownAgency: Check = ({ book, changedCells }) => {
  const known = knownNames(book.plan.agencies);
  return changedCells.flatMap(({ ref, expected }) => {
    if (!AGENCY_COLUMNS.has(ref.column)) return [];
    const unknown = unknownPart(textOf(ref.content), known);
    return unknown === null
      ? []
      : [foundAt('warning', ref, { unknown: quoted(unknown), fix: expected })];
  });
};

function knownNames(agencies: readonly Agency[]): ReadonlySet<string> {
  return new Set(agencies.flatMap(({ name, aliases }) => [name, ...aliases].map(fold)));
}

/**
 * The first part of a list of agencies that is no known name; null when all are known. A name
 * may hold commas itself, so a piece between commas is known when a name around it is.
 */
function unknownPart(text: string | null, known: ReadonlySet<string>): string | null {
  for (const part of (text ?? '').split(/[;\n]/)) {
    const words = fold(part);
    const named = [...known].filter((name) => holdsWord(words, [name]));
    const unknown = part
      .split(',')
      .map((piece) => piece.trim())
      .find((piece) => fold(piece) !== '' && !named.some((name) => holdsWord(name, [fold(piece)])));
    if (unknown !== undefined) return unknown;
  }
  return null;
}
