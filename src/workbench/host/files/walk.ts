import type { XmlScanner } from '../../../gateways/xlsx/read/xml';

/**
 * Walks the elements inside the one whose opening tag was met last and calls what is given for
 * their names. What a callback does not walk itself is walked here too, with the same callbacks.
 */
export function walk(scanner: XmlScanner, callbacks: Readonly<Record<string, () => void>>): void {
  if (scanner.empty) return;
  const { level } = scanner;
  const known = Object.entries(callbacks);
  while (scanner.nextWithin(level)) known.find(([name]) => scanner.opens(name))?.[1]();
}

/** As {@link walk}, over a whole part from its first element on. */
export function walkPart(
  scanner: XmlScanner,
  callbacks: Readonly<Record<string, () => void>>,
): void {
  if (scanner.next()) walk(scanner, callbacks);
}

/** Whether an attribute that is true or false is true; `standard` where it is not there. */
export function flag(scanner: XmlScanner, name: string, standard = false): boolean {
  const given = scanner.attribute(name);
  return given === null ? standard : given === '1' || given === 'true';
}

/** A number attribute; null where it is not there or no number. */
export function number(scanner: XmlScanner, name: string): number | null {
  const given = scanner.numberAttribute(name);
  return given === null || Number.isNaN(given) ? null : given;
}
