import type { Container } from './container';
import { MOST_ITEMS } from './limits';
import { hostile } from './refusal';
import { XmlScanner } from './xml';

/** What a part says of another: the last word of the relationship's type, and the part's name. */
export type Relationship = { readonly type: string; readonly target: string };

/** Relationships of a part ('' for the package) by id; none when it has no relationship part. */
export function readRelationships(
  container: Pick<Container, 'has' | 'read'>,
  part: string,
): ReadonlyMap<string, Relationship> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const own = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relationships = new Map<string, Relationship>();
  if (!container.has(own)) return relationships;
  const scanner = new XmlScanner(container.read(own), own);
  while (scanner.next()) {
    if (!scanner.opens('Relationship')) continue;
    // Strict and transitional files, and vendors, differ in all of the type but its last word.
    const type = scanner.attribute('Type') ?? '';
    relationships.set(scanner.attribute('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(folder, scanner.attribute('Target') ?? ''),
    });
    if (relationships.size > MOST_ITEMS) throw hostile(own, 'tooManyItems', MOST_ITEMS);
  }
  return relationships;
}

/** The part a relationship of that type leads to, or null. */
export function partOfType(
  relationships: ReadonlyMap<string, Relationship>,
  type: string,
): string | null {
  for (const relationship of relationships.values())
    if (relationship.type === type) return relationship.target;
  return null;
}

/** A target is relative to its part's folder or, with a leading slash, to the package. */
function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
